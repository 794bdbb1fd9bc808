"""Who may see and do what at the desk: the same answer by list, by direct address and by a request that nobody's page sends."""

from django.contrib.auth import get_user_model
from django.test import TestCase

from articles import addresses
from articles.models import Article, Transition
from articles.tests import builders
from articles.tests.desk_form import fields, says
from articles.vocabulary import Role, State

LIST = "/admin/articles/article/"


class DeskTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        builders.house()
        cls.editor, cls.chief, cls.desk = (builders.user_with(role) for role in (Role.EDITOR, Role.CHIEF, Role.RIGHTS_DESK))
        cls.contributor = builders.user_with(Role.CONTRIBUTOR)
        cls.everyone = builders.everyone()
        get_user_model().objects.update(is_staff=True)

    def enter(self, user):
        self.client.force_login(user)
        return self.client


class SeeingTests(DeskTestCase):
    def test_a_stranger_is_sent_to_the_log_in_page(self):
        article = builders.own_article(self.editor)

        response = self.client.get(addresses.desk_article(article.pk))

        self.assertEqual((response.status_code, response["Location"].partition("?")[0]), (302, "/admin/login/"))

    def test_anothers_draft_does_not_exist_for_a_contributor_by_any_address(self):
        article = builders.own_article(self.editor, "The secret headline")
        client = self.enter(self.contributor)
        page = addresses.desk_article(article.pk)
        ways = [page, page.replace("change", "worksheet"), page.replace("change", "approve"), page.replace("change", "hold")]
        ways += [page.replace("change", f"withdraw/{move}") for move in ("unpublish", "kill", "take_down")]

        self.assertEqual([client.get(way).status_code for way in ways], [404] * len(ways))
        self.assertEqual([client.post(way, {"act": "publish"}).status_code for way in ways], [404] * len(ways))
        self.assertNotIn("The secret headline", says(client.get(LIST)))

    def test_a_contributor_sees_their_own_and_what_they_are_credited_on(self):
        mine = builders.own_article(self.contributor, "Mine")
        credited = builders.own_article(self.editor, "Credited to me")
        author = credited.credits.get().author
        author.user = self.contributor
        author.save()
        builders.own_article(self.editor, "Not mine")
        Article.objects.get(headline="Not mine").credits.all().delete()

        client = self.enter(self.contributor)

        self.assertEqual({row.headline for row in client.get(LIST).context["cl"].result_list}, {"Mine", "Credited to me"})
        self.assertEqual([client.get(addresses.desk_article(pk)).status_code for pk in (mine.pk, credited.pk)], [200, 200])

    def test_the_operator_gets_no_editorial_right_from_being_the_operator(self):
        article = builders.own_article(self.editor, "Not for the operator")
        operator = get_user_model().objects.create_superuser("operator", password="a long enough password")
        client = self.enter(operator)

        self.assertEqual(client.get(addresses.desk_article(article.pk)).status_code, 404)
        self.assertEqual([client.get(way).status_code for way in (LIST, "/admin/articles/article/add/", "/admin/rights/grant/")], [403] * 3)
        self.assertEqual(client.get("/admin/auth/user/").status_code, 200)
        self.assertNotIn("Not for the operator", says(client.get("/admin/")))

    def test_a_closed_page_says_what_to_do(self):
        partners = builders.user_with(Role.PARTNER_MANAGER)
        get_user_model().objects.filter(pk=partners.pk).update(is_staff=True)

        response = self.enter(partners).get(LIST)

        self.assertEqual(response.status_code, 403)
        self.assertIn("Ask the operator for the role that you need.", says(response))

    def test_only_the_operator_sees_the_machinery(self):
        operator = get_user_model().objects.create_superuser("operator", password="a long enough password")
        shelves = {name: {shelf["app_label"] for shelf in self.enter(user).get("/admin/").context["available_apps"]}
                   for name, user in (("operator", operator), ("chief", self.chief))}  # fmt: skip

        self.assertLessEqual({"account", "mfa", "auth"}, shelves["operator"])
        self.assertTrue(shelves["chief"].isdisjoint({"account", "mfa", "auth", "django_tasks_database"}))


class ForgedTests(DeskTestCase):
    """Requests that no page of theirs would send."""

    def test_nobody_without_the_role_publishes_clears_or_ends_by_a_request_of_their_own(self):
        article = builders.own_article(self.editor)
        live = builders.published_article(self.everyone, "Live").article
        wants = [
            (self.contributor, article, "publish"), (self.editor, article, "publish"), (self.editor, article, "clear"),
            (self.desk, article, "publish"), (self.chief, article, "clear"), (self.desk, live, "unschedule"),
        ]  # fmt: skip
        article.credits.update(author=builders.author("Cora"))
        author = builders.author("Cora")
        author.user = self.contributor
        author.save()

        answers = [self.enter(user).post(addresses.desk_article(row.pk), {"act": act}) for user, row, act in wants]

        self.assertEqual({answer.status_code for answer in answers} - {403, 422}, set())
        self.assertEqual(set(Article.objects.values_list("pk", "state")), {(article.pk, State.DRAFT), (live.pk, State.PUBLISHED)})

    def test_the_refusal_names_who_may(self):
        article = builders.own_article(self.editor)

        response = self.enter(self.editor).post(addresses.desk_article(article.pk), sent(self.client, article, "publish"))

        self.assertEqual(response.status_code, 403)
        self.assertIn("Ask a person who is chief.", says(response))

    def test_an_ending_is_asked_of_the_role_before_anything_is_typed(self):
        live = builders.published_article(self.everyone, "Live").article
        kill = addresses.desk_article(live.pk).replace("change", "withdraw/kill")
        client = self.enter(self.editor)

        self.assertEqual(client.get(kill).status_code, 403)
        self.assertEqual(client.post(kill, {"reason": "I want it."}).status_code, 403)
        self.assertEqual(Article.objects.get(pk=live.pk).state, State.PUBLISHED)

    def test_reading_a_page_changes_nothing(self):
        article = builders.own_article(self.editor)
        client = self.enter(self.everyone)
        page = addresses.desk_article(article.pk)
        before = Article.objects.values().get(pk=article.pk)

        for way in (page, f"{page}?act=publish", page.replace("change", "hold"), page.replace("change", "withdraw/kill"), LIST):
            client.get(way)

        self.assertEqual(Article.objects.values().get(pk=article.pk), before)
        self.assertEqual(Transition.objects.count(), 0)

    def test_an_act_that_does_not_exist_is_refused(self):
        article = builders.own_article(self.editor)

        response = self.enter(self.everyone).post(addresses.desk_article(article.pk), sent(self.client, article, "delete"))

        self.assertEqual(response.status_code, 422)
        self.assertIn("The desk knows no such act.", says(response))


def sent(client, article, act):
    return {**fields(client.get(addresses.desk_article(article.pk)).content.decode()), "act": act}
