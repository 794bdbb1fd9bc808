"""`manage.py audit_rights` reads finished lists and picture files too: what is withheld is neither listed, named nor served."""

import json
from datetime import timedelta

from django.http import HttpResponse
from django.test import override_settings
from django.urls import path

from articles import clearing, drafting, picture_rights, publishing, renditions
from articles.models import Placement, PublishedVersion, Rendition
from articles.tests import builders as desk
from articles.tests.builders import NOON
from newsroom.tests.test_audit import LATER, AuditCase
from newsroom.urls import handler404
from newsroom.urls import urlpatterns as ours
from rights import ledger
from rights.models import Hold
from rights.vocabulary import Basis


def named(request, slug):
    """A list that asks nobody and only names."""
    return HttpResponse("".join(f"<p>{one.headline}</p>" for one in PublishedVersion.objects.filter(tags__slug=slug)))


def linked(request, slug):
    """A second page of a list, with links, on which nobody thinks of rights."""
    if "before" not in request.GET:
        return HttpResponse('<a rel="next" href="?before=1-1&amp;x=1">Older stories</a>')
    return HttpResponse("".join(f'<a href="/{one.path}/">More</a>' for one in PublishedVersion.objects.filter(authors__slug=slug)))


def pictured(request, slug):
    return HttpResponse("".join(f'<img src="/pictures/{one.asset_id}/a-1.jpg">' for one in Rendition.objects.all()))


def file(request, **asked):
    return HttpResponse(Rendition.objects.first().file.read(), content_type="image/jpeg")


def with_leak(*patterns):
    return type("Leaking", (), {"urlpatterns": [*patterns, *ours], "handler404": handler404})


NAMED = with_leak(path("tags/<str:slug>/", named))
LINKED = with_leak(path("authors/<str:slug>/", linked))
PICTURED = with_leak(path("sections/<str:slug>/", pictured))
SERVED = with_leak(path("pictures/<path:rest>", file))


class FinishedListsTests(AuditCase):
    """The ferry has a tag, and a picture with its files."""

    @classmethod
    def illustrated(cls):
        article = desk.own_article(cls.chief, tags=["Harbour"])
        cls.picture = desk.picture(cls.chief)
        picture_rights.record(cls.picture.pk, {}, basis=Basis.OWN_STAFF, by=cls.chief, at=NOON)
        cls.files = renditions.make(cls.picture)
        Placement.objects.create(article=article, asset=cls.picture)
        drafting.after_save(article, by=cls.chief, at=NOON)
        return desk.published(article, cls.chief)

    def hold(self):
        clearing.place_hold(self.ferry.article_id, by=self.chief, at=LATER, reason="A letter came.")
        self.note_heads()

    def seen(self, *options):
        """What is found, with the article that it is found of."""
        return {(fault["code"], fault["exit"], fault["article"]) for fault in json.loads(self.audit("--json", *options)[1])["faults"]}

    def test_lists_and_files_as_they_are_hold_before_and_under_a_hold(self):
        before = self.seen()
        self.hold()

        self.assertEqual((before, self.seen()), (set(), set()))

    def test_a_withheld_headline_on_a_list_is_a_fault_and_an_open_one_is_not(self):
        with override_settings(ROOT_URLCONF=NAMED):
            open_one = self.seen()
            self.hold()
            withheld = self.seen()

        ferry = self.ferry.article_id
        self.assertEqual(open_one, set())
        # The tag stands on nothing else, so that its page should not be found at all.
        self.assertEqual(withheld, {("leak", "lists", ferry), ("listed", "lists", ferry)})

    @override_settings(ROOT_URLCONF=LINKED)
    def test_a_link_to_what_is_withheld_is_found_on_the_second_page_of_a_list_too(self):
        self.hold()

        self.assertEqual(self.seen(), {("listed", "lists", self.ferry.article_id)})

    @override_settings(ROOT_URLCONF=PICTURED)
    def test_a_withheld_picture_on_a_list_is_a_fault(self):
        self.hold()

        self.assertIn(("picture_shown", "lists", 0), self.seen())

    @override_settings(ROOT_URLCONF=SERVED)
    def test_a_picture_file_served_though_its_own_rights_do_not_allow_it_is_a_fault(self):
        hold = Hold.objects.create(work=self.picture.work, reason="A letter came.", placed_at=LATER)
        ledger.append(self.picture.work, "hold_placed", by=self.chief, role="chief", at=LATER, hold=hold.pk, kind=hold.kind)
        self.note_heads()

        self.assertEqual(self.seen(), {("picture_served", "picture", self.ferry.article_id)})

    @override_settings(ROOT_URLCONF=SERVED)
    def test_a_file_of_a_picture_that_no_page_shows_is_a_fault_too(self):
        unused = desk.picture(self.chief, "Never shown")
        renditions.make(unused)

        self.assertEqual(self.seen(), {("picture_served", "picture", 0)})

    def test_a_file_that_is_gone_is_a_fault(self):
        Rendition.objects.update(file="renditions/nowhere.jpg")

        self.assertIn(("picture_not_served", "picture", self.ferry.article_id), self.seen())

    def test_only_what_changed_is_asked_for_again(self):
        first, second = (json.loads(self.audit("--json")[1])["answers"] for _ in range(2))
        self.hold()
        third = json.loads(self.audit("--json")[1])["answers"]

        # The ferry's page, the front page, its section, tag and author, each of the picture's files, and the two feeds.
        self.assertEqual((first, second, third), (11, 2, 2 + 5 + len(self.files)))

    def test_what_waits_for_its_time_is_named_nowhere_yet(self):
        tomorrow = desk.own_article(self.chief, "The bridge closes for a year", tags=["Harbour"])
        clearing.clear(tomorrow.pk, by=self.chief, at=NOON)
        publishing.schedule(tomorrow.pk, by=self.chief, at=NOON, visible_from=LATER + timedelta(days=90_000))
        self.note_heads()

        with override_settings(ROOT_URLCONF=NAMED):
            self.assertEqual(self.seen(), {("leak", "lists", tomorrow.pk)})
