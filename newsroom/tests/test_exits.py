"""Every way out is registered or harmless for a stated reason, and what a stranger adds is found by its name and by its bytes."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.test import SimpleTestCase, TestCase, override_settings
from django.urls import path
from django.utils.module_loading import import_string

from articles.models import Article, PublishedVersion
from newsroom import exit_walk
from newsroom.tests import canaries
from newsroom.urls import handler404
from newsroom.urls import urlpatterns as ours
from rights import exits


def raw_view(request, pk):
    """What a stranger might add in good faith: an article by its number."""
    return HttpResponse(get_object_or_404(Article, pk=pk).body)


def health_with_news(request):
    """The same under a harmless name."""
    return HttpResponse("ok " + " ".join(PublishedVersion.objects.values_list("headline", flat=True)))


class WithRawView:
    urlpatterns = [path("raw/<int:pk>/", raw_view, name="raw"), *ours]
    handler404 = handler404


class WithRawHealth:
    urlpatterns = [path("healthz", health_with_news, name="healthz"), *ours]
    handler404 = handler404


class ExitWalkTests(SimpleTestCase):
    def test_everything_that_answers_prints_or_writes_is_an_exit_or_harmless_for_a_stated_reason(self):
        self.assertEqual("\n".join(exit_walk.unaccounted()), "")

    @override_settings(ROOT_URLCONF=WithRawView)
    def test_a_raw_view_that_a_stranger_adds_is_found(self):
        found = "The address /raw/%(pk)s/ (raw, answered by newsroom.tests.test_exits.raw_view)"

        self.assertIn(f"{found} is neither an exit nor known to let nothing out.", exit_walk.unaccounted())

    @override_settings(ROOT_URLCONF=WithRawHealth)
    def test_a_view_that_takes_a_harmless_name_is_found_too(self):
        found = "The address /healthz (healthz, answered by newsroom.tests.test_exits.health_with_news)"

        self.assertIn(f"{found} is neither an exit nor known to let nothing out.", exit_walk.unaccounted())

    def test_the_walk_reaches_the_desk_the_log_in_and_the_partners(self):
        found = {one.template: one.view for one in exit_walk.addresses()}

        self.assertEqual(found["admin/articles/article/%(object_id)s/change/"], "articles.Article: change_view")
        self.assertEqual(found["accounts/logout/"], "allauth.account.views.LogoutView")
        self.assertEqual(found["partners/feeds/%(token)s/latest.rss"], "syndication.views.latest")

    def test_a_module_that_writes_letters_is_found(self):
        self.assertIn("house.mail", exit_walk.letters())

    def test_every_exit_names_a_test_that_exists(self):
        for door in exits.every():
            with self.subTest(door=door.name):
                case, _, method = door.test.rpartition(".")
                self.assertTrue(method.startswith("test_"))
                self.assertTrue(callable(getattr(import_string(case), method)))

    def test_an_exit_within_another_asks_the_same_of_the_same(self):
        doors = {door.name: door for door in exits.every()}
        for door in filter(lambda one: one.within, doors.values()):
            with self.subTest(door=door.name):
                outer = doors[door.within]
                self.assertEqual((door.use, door.receivers, outer.within), (outer.use, outer.receivers, ""))


class CanaryWalkTests(TestCase):
    """Names can lie: every address is asked, as a stranger, for whatever a newsroom holds that may not be seen."""

    @classmethod
    def setUpTestData(cls):
        cls.aviary = canaries.Aviary()

    def test_no_address_tells_a_stranger_what_may_not_leave(self):
        asked = self.aviary.ask_every_address(self.client)

        self.assertEqual(asked.leaks, [])
        # It asked for much, and met what may be seen.
        self.assertGreater(asked.answers, 500)
        self.assertEqual(asked.words_met, {canaries.PUBLIC_WORD})

    @override_settings(ROOT_URLCONF=WithRawView)
    def test_a_raw_view_is_found_by_what_it_shows(self):
        leaks = self.aviary.ask_every_address(self.client, but=canaries.BEHIND_THE_LOG_IN).leaks

        self.assertEqual({leak.split(" shows ")[0].rstrip("0123456789/") for leak in leaks}, {"/raw"})

    @override_settings(ROOT_URLCONF=WithRawHealth)
    def test_a_raw_view_under_a_harmless_name_is_found_by_what_it_shows(self):
        leaks = self.aviary.ask_every_address(self.client, but=canaries.BEHIND_THE_LOG_IN).leaks

        self.assertEqual({leak.split(" shows ")[0] for leak in leaks}, {"/healthz"})
