"""The feeds that anybody may read: where they are, what stands in them, and that nothing else does."""

import gzip
import re
from datetime import timedelta

import feedparser
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from articles import addresses, clearing, renditions, withdrawing
from articles.models import Article, Placement
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Move, Role
from house.profile import record_profile
from pages.tests.reading import get, read
from rights import exits
from rights.basing import settle
from rights.models import Grant
from syndication.formats import FORMATS
from syndication.tests.made import facts

STEMS = ("/feeds/latest", "/sections/harbour/feed", "/authors/ada-quill/feed", "/tags/ferries/feed")
LATER = NOON + timedelta(minutes=1)


def entries(path, at=NOON, **headers):
    """What a reader of feeds makes of it: titles by id, of entries that are not withdrawn."""
    answer = get(path, at, **headers)
    assert answer.status_code == 200, (path, answer.status_code)
    if path.endswith(".json"):
        return {item["id"]: item["title"] for item in answer.json()["items"] if item.get("content_html")}
    parsed = feedparser.parse(answer.content)
    assert not parsed.bozo, parsed.bozo_exception
    return {entry.id: entry.title for entry in parsed.entries if entry.title != "Withdrawn"}


class FeedAddressTests(SimpleTestCase):
    def test_what_articles_builds_is_what_the_pages_answer(self):
        for extension in FORMATS:
            given = {"extension": extension}
            pairs = [
                (reverse("pages:newest_feed", kwargs=given), addresses.newest_feed(extension)),
                (reverse("pages:section_feed", kwargs={"slug": "harbour", **given}), addresses.feed_under("/sections/harbour/", extension)),
                (reverse("pages:author_feed", kwargs={"slug": "ada", **given}), addresses.feed_under("/authors/ada/", extension)),
                (reverse("pages:tag_feed", kwargs={"slug": "ferries", **given}), addresses.feed_under("/tags/ferries/", extension)),
            ]
            for ours, theirs in pairs:
                self.assertEqual(ours, theirs)

    def test_the_public_feed_is_an_exit_of_its_own_that_a_machine_takes(self):
        (door,) = (door for door in exits.every() if door.name == "public feed")
        (receiver,) = door.receivers(NOON)

        self.assertEqual((door.use, receiver.context.is_systematic, door.within), ("read", True, ""))


class Newsroom(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()


class FeedTests(Newsroom):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.version = make.published_article(cls.all, tags=["ferries"])
        cls.paths = [f"{stem}.{extension}" for stem in STEMS for extension in FORMATS]

    def test_a_story_stands_in_every_feed_of_its_subjects_in_every_format(self):
        for path in self.paths:
            with self.subTest(path=path):
                self.assertEqual(entries(path), {self.version.article.urn: "The ferry runs again"})

    def test_each_is_sent_as_what_it_is_and_asked_for_each_time(self):
        for extension, form in FORMATS.items():
            answer = get(f"/feeds/latest.{extension}", NOON)

            self.assertEqual(answer["Content-Type"], form.content_type)
            self.assertEqual((answer["Cache-Control"], answer["Vary"]), ("no-cache, s-maxage=1", "Accept-Encoding"))
            self.assertEqual(dict(answer.cookies), {})

    def test_byline_rights_and_dates_are_the_same_in_all_and_the_credit_stands_in_the_text(self):
        found = {extension: facts(extension, get(f"/feeds/latest.{extension}", NOON).content) for extension in FORMATS}

        self.assertEqual(found["rss"], found["atom"])
        self.assertEqual(found["rss"], found["json"])
        self.assertEqual(found["rss"]["authors"], ["Ada Quill"])
        self.assertIn("<p>By Ada Quill</p>", found["rss"]["html"])
        self.assertIn("© 2026 The Test Courier and the named authors", found["rss"]["html"])

    def test_each_says_where_it_is_and_what_it_is_of(self):
        names = ("", "Harbour – ", "Ada Quill – ", "ferries – ")
        for stem, title in zip(STEMS, (f"{name}The Test Courier" for name in names), strict=True):
            channel = feedparser.parse(get(f"{stem}.rss", NOON).content).feed
            said = get(f"{stem}.json", NOON).json()

            self.assertEqual((channel.title, said["title"]), (title, title))
            self.assertEqual(said["feed_url"], addresses.absolute(f"{stem}.json"))
            self.assertIn(addresses.absolute(f"{stem}.rss"), [link.href for link in channel.links if link.rel == "self"])

    def test_the_page_of_feeds_and_the_heads_of_pages_name_addresses_that_answer(self):
        for path in ("/feeds/", "/", "/sections/harbour/", "/authors/ada-quill/", "/tags/ferries/"):
            html = read(path, NOON)
            named = re.findall(r'<link rel="alternate" type="([^"]+)" title="[^"]+" href="([^"]+)"', html)

            self.assertEqual([media_type for media_type, _ in named], [form.media_type for form in FORMATS.values()])
            self.assertEqual([address for _, address in named if get(address, NOON).status_code != 200], [])
        listed = re.findall(r'href="([^"]+\.(?:rss|atom|json))" type', read("/feeds/", NOON))
        self.assertEqual(len(listed), 6)

    def test_who_holds_what_stands_now_gets_304_and_a_change_of_rights_ends_that(self):
        first = get("/feeds/latest.atom", NOON + timedelta(seconds=5))
        again = get("/feeds/latest.atom", LATER, if_none_match=f'W/{first["ETag"]}, "other"')
        dated = get("/feeds/latest.atom", LATER)["Last-Modified"]
        by_date = get("/feeds/latest.atom", LATER, if_modified_since=dated)

        self.assertEqual((again.status_code, again.content, again["ETag"]), (304, b"", first["ETag"]))
        self.assertEqual((by_date.status_code, dated), (304, "Fri, 20 Nov 2026 12:00:05 GMT"))
        self.assertEqual(get("/feeds/latest.atom", LATER, if_modified_since="Sat, 21 Nov 2026 12:00:00 GMT").status_code, 200)
        self.assertEqual(get("/feeds/latest.json", LATER, if_none_match=first["ETag"]).status_code, 200)
        clearing.place_hold(self.version.article_id, by=self.all, at=LATER, reason="A letter came.")
        for headers in ({"if_none_match": first["ETag"]}, {"if_modified_since": dated}):
            self.assertEqual(get("/feeds/latest.atom", LATER, **headers).status_code, 200)

    def test_it_is_sent_smaller_to_who_can_take_it_so_under_a_tag_of_its_own(self):
        plain = get("/feeds/latest.atom", NOON)
        small = get("/feeds/latest.atom", NOON, accept_encoding="gzip")

        self.assertEqual((gzip.decompress(small.content), small["Content-Encoding"]), (plain.content, "gzip"))
        self.assertNotEqual(small["ETag"], plain["ETag"])
        self.assertEqual(get("/feeds/latest.atom", NOON, accept_encoding="gzip", if_none_match=small["ETag"]).status_code, 304)

    def test_no_date_is_given_before_it_is_past_doubt(self):
        self.assertNotIn("Last-Modified", get("/feeds/latest.rss", NOON))
        self.assertIn("Last-Modified", get("/feeds/latest.rss", NOON + timedelta(seconds=2)))

    def test_each_costs_the_same_for_one_story_and_for_three(self):
        for path in ("/feeds/latest.rss", "/sections/harbour/feed.json", "/tags/ferries/feed.atom"):
            get(path, NOON)
        for stories in (1, 3):
            for path in ("/feeds/latest.rss", "/sections/harbour/feed.json", "/tags/ferries/feed.atom"):
                get(path, NOON)
                with self.subTest(path=path, stories=stories), self.assertNumQueries(10):
                    self.assertEqual(len(entries(path)), stories)
            make.published_article(self.all, "A second crossing", tags=["ferries"])
            make.published_article(self.all, "A third crossing", tags=["ferries"])


class RightsInFeedsTests(Newsroom):
    def everything(self, at=NOON):
        return {extension: entries(f"/feeds/latest.{extension}", at) for extension in FORMATS}

    def test_what_may_not_be_read_by_everyone_is_in_no_feed(self):
        version = make.source_terms_article(self.all)
        self.assertEqual({len(found) for found in self.everything().values()}, {1})
        record_profile(by=None, at=LATER, carries_advertising=True)

        for extension in FORMATS:
            answer = get(f"/feeds/latest.{extension}", LATER)
            for word in (b"Dredging", b"basin", version.path.encode(), version.article.urn.encode()):
                self.assertNotIn(word, answer.content)

    def test_an_embargoed_story_is_not_there_until_its_second(self):
        article = make.own_article(self.all, "Waits for its hour")
        article.embargoed_until = LATER
        article.save()
        make.published(article, self.all)
        early = [self.everything(at) for at in (NOON, LATER - timedelta(seconds=1))]

        self.assertEqual(early, [{"rss": {}, "atom": {}, "json": {}}] * 2)
        self.assertEqual({len(found) for found in self.everything(LATER).values()}, {1})

    def test_of_fair_use_only_the_excerpt_goes_and_it_is_not_called_the_text(self):
        make.fair_use_article(self.all, make.user_with(Role.RIGHTS_DESK))
        for extension in FORMATS:
            content = get(f"/feeds/latest.{extension}", NOON).content

            self.assertIn(b"An excerpt that everyone may read.", content)
            self.assertNotIn(b"canary", content)
        self.assertNotIn(b"<content:encoded>", get("/feeds/latest.rss", NOON).content)
        self.assertNotIn(b"<content", get("/feeds/latest.atom", NOON).content)

    def test_what_its_owner_wants_in_no_machines_hands_stays_on_the_page(self):
        version = make.published_article(self.all)
        Grant.objects.filter(work=version.work).update(no_systematic=True)

        self.assertEqual(self.everything(), {"rss": {}, "atom": {}, "json": {}})
        self.assertEqual(get(f"/{version.path}/", NOON).status_code, 200)

    def test_a_text_that_does_not_show_what_it_owes_stays_in(self):
        version = make.source_terms_article(self.all)
        Grant.objects.filter(work=version.work).update(obligations=[{"name": "keep_notice", "value": ""}])
        with self.assertLogs("syndication.items", "WARNING"):
            self.assertEqual(self.everything(), {"rss": {}, "atom": {}, "json": {}})

    def test_a_withdrawn_story_is_a_bare_withdrawn_for_thirty_days(self):
        version = make.published_article(self.all)
        make.published_article(self.all, "The other one", body="<p>Of other things.</p>")
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.all, at=LATER, reason="Wrong.", public_reason="It was wrong.")

        for extension in FORMATS:
            content = get(f"/sections/harbour/feed.{extension}", LATER).content
            self.assertIn(version.article.urn.encode(), content)
            for word in (b"ferry", b"wrong", version.path.encode()):
                self.assertNotIn(word, content)
        atom = get("/feeds/latest.atom", LATER).content.decode()
        self.assertIn(f'<at:deleted-entry ref="{version.article.urn}" when="2026-11-20T12:01:00+00:00"/>', atom)
        self.assertIn(version.article.urn.encode(), get("/feeds/latest.rss", LATER + timedelta(days=29)).content)
        self.assertNotIn(version.article.urn.encode(), get("/feeds/latest.rss", LATER + timedelta(days=30)).content)

    def test_what_never_showed_leaves_no_trace_when_it_is_withdrawn(self):
        version = make.published_article(self.all)
        Article.objects.filter(pk=version.article_id).update(embargoed_until=NOON + timedelta(hours=1))
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.all, at=LATER, reason="Wrong.")

        for extension in FORMATS:
            self.assertNotIn(version.article.urn.encode(), get(f"/feeds/latest.{extension}", LATER).content)

    def test_who_and_what_only_stands_on_withdrawn_stories_has_no_feed(self):
        version = make.published_article(self.all, tags=["ferries"])
        withdrawing.withdraw(version.article_id, Move.UNPUBLISH, by=self.all, at=LATER, reason="Check the figures.")

        for path in ("/authors/ada-quill/feed.rss", "/tags/ferries/feed.atom", "/tags/nothing/feed.json", "/sections/nowhere/feed.rss"):
            self.assertEqual(get(path, LATER).status_code, 404, path)


class PicturesInFeedsTests(Newsroom):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        cls.lead, cls.second = (make.picture(cls.all, title) for title in ("Boats", "Quay"))
        article = make.own_article(cls.all, body=f'<p>One.</p><figure data-picture="{cls.second.pk}"></figure><p>Two.</p>')
        for position, asset in enumerate((cls.lead, cls.second)):
            settle(asset.work, by=cls.all, role="rights_desk", at=NOON)
            renditions.make(asset)
            Placement.objects.create(article=article, asset=asset, position=position, caption=f"Caption {position}")
        cls.version = make.published(article, cls.all)

    def test_each_stands_in_the_text_with_its_credit_and_beside_it_in_every_format(self):
        found = {extension: facts(extension, get(f"/feeds/latest.{extension}", NOON).content) for extension in FORMATS}
        html = found["json"]["html"]

        self.assertEqual(found["rss"], found["json"])
        self.assertEqual(found["atom"], found["json"])
        self.assertEqual(len(found["json"]["pictures"]), 2)
        self.assertLess(html.index("Caption 0"), html.index("<p>One.</p>"))
        self.assertLess(html.index("<p>One.</p>"), html.index("Caption 1"))
        self.assertLess(html.index("Caption 1"), html.index("<p>Two.</p>"))
        self.assertEqual((html.count('<span dir="auto">Ada Quill'), html.count("data-picture")), (2, 0))

    def test_every_address_of_a_picture_answers(self):
        content = get("/feeds/latest.rss", NOON).content.decode()
        named = set(re.findall(r"http://127\.0\.0\.1:8000(/pictures/[^\"&]+\.jpg)", content))

        self.assertEqual(len(named), 2)
        self.assertEqual([path for path in named if get(path, NOON).status_code != 200], [])

    def test_one_whose_right_ends_goes_from_text_and_media_at_the_next_request(self):
        etag = get("/feeds/latest.json", NOON)["ETag"]
        Grant.objects.filter(work=self.lead.work).update(valid_to=LATER)
        answer = get("/feeds/latest.json", LATER, if_none_match=etag)

        self.assertEqual((answer.status_code, len(facts("json", answer.content)["pictures"])), (200, 1))
        self.assertNotIn("Caption 0", answer.content.decode())
