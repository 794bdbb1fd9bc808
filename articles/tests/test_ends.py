"""What ends soon is told thirty days ahead, once, to those who can renew it."""

from datetime import UTC, datetime, timedelta

from django.core import mail as outbox
from django.test import TestCase

from articles import basing, ends, withdrawing
from articles.tests import builders
from articles.tests.builders import NOON
from articles.vocabulary import Move, Role
from house import mail
from house.models import OutgoingMail
from rights.basing import Permission
from rights.models import Grant
from rights.vocabulary import Basis, EndAction

END = datetime(2027, 3, 31, 14, 59, tzinfo=UTC)
SOON = END - timedelta(days=12)


class EndsTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        builders.house()
        cls.desk = builders.everyone()
        cls.desk.email = "mara@courier.example"
        cls.desk.save()

    def permitted_until(self, end, headline="By letter", end_action=EndAction.WITHDRAW):
        article = builders.taken_article(self.desk, headline)
        builders.confirm_terms(article, self.desk)
        permission = Permission(evidence=builders.kept_copy(f"Yes, until the end of March. {headline}"), valid_to=end)
        facts = {**builders.RECORD, "original_url": f"{builders.ORIGINAL_URL}{article.pk}"}
        basing.record(article.pk, facts, basis=Basis.WRITTEN_PERMISSION, by=self.desk, at=NOON, permission=permission)
        Grant.objects.filter(work=article.work, valid_to=end).update(end_action=end_action)
        return builders.published(article, self.desk)

    def headlines(self, at):
        return [one.headline for one in ends.coming(at)]

    def test_a_permission_is_told_of_from_thirty_days_before_its_end_until_it_ends(self):
        self.permitted_until(END)

        asked = [END - timedelta(days=30, seconds=1), END - timedelta(days=30), END - timedelta(seconds=1), END]
        self.assertEqual([self.headlines(at) for at in asked], [[], ["By letter"], ["By letter"], []])

    def test_it_says_what_happens_then(self):
        self.permitted_until(END, end_action=EndAction.EXCERPT)

        self.assertEqual([one.what for one in ends.coming(SOON)], ["only an excerpt stays"])

    def test_a_judgement_is_told_of_before_its_review(self):
        builders.fair_use_article(self.desk, builders.user_with(Role.RIGHTS_DESK))
        due = Grant.objects.filter(review_due_at__isnull=False).earliest("pk").review_due_at

        found = ends.coming(due - timedelta(days=3))

        self.assertEqual({(one.headline, one.is_review, one.ends_at) for one in found}, {("How the report was written", True, due)})

    def test_what_is_withdrawn_is_not_told_of(self):
        version = self.permitted_until(END)
        withdrawing.withdraw(version.article_id, Move.UNPUBLISH, by=self.desk, at=NOON + timedelta(hours=1), reason="It was a test.")

        self.assertEqual(self.headlines(SOON), [])

    def test_a_letter_goes_once_to_the_rights_desk_and_chiefs_with_the_time_in_our_zone(self):
        self.permitted_until(END)
        writer = builders.user_with(Role.EDITOR)
        writer.email = "ivo@courier.example"
        writer.save()

        warned = [ends.warn(SOON), ends.warn(SOON + timedelta(hours=1))]
        mail.send_waiting(SOON)

        self.assertEqual(warned, [1, 0])
        self.assertEqual([(sent.to, sent.subject) for sent in outbox.outbox], [(["mara@courier.example"], "One permission ends soon")])
        self.assertIn("31 March 2027, 16:59 (Europe/Amsterdam): By letter", outbox.outbox[0].body)
        self.assertIn("Then it goes from every exit.", outbox.outbox[0].body)

    def test_a_letter_gives_the_end_by_the_contracts_own_clock(self):
        self.permitted_until(END)
        Grant.objects.filter(valid_to=END).update(time_zone="Asia/Tokyo")

        ends.warn(SOON)

        self.assertIn("31 March 2027, 23:59 (Asia/Tokyo): By letter", OutgoingMail.objects.get().text)

    def test_what_comes_into_the_thirty_days_later_gets_a_letter_of_its_own(self):
        self.permitted_until(END)
        ends.warn(SOON)
        self.permitted_until(END + timedelta(days=3), "Another letter")

        self.assertEqual(ends.warn(SOON + timedelta(days=1)), 1)
        self.assertEqual(OutgoingMail.objects.count(), 2)
        self.assertNotIn("By letter", OutgoingMail.objects.latest("pk").text)

    def test_where_notice_has_to_be_given_it_is_told_thirty_days_before_that(self):
        self.permitted_until(END)
        Grant.objects.filter(valid_to=END).update(notice_days=90)
        notice_by = END - timedelta(days=90)

        asked = [notice_by - timedelta(days=30, seconds=1), notice_by - timedelta(days=30), END - timedelta(days=30), END]
        self.assertEqual([self.headlines(at) for at in asked], [[], ["By letter"], ["By letter"], []])
        self.assertEqual([one.notice_by for one in ends.coming(notice_by)], [notice_by])

    def test_of_a_notice_there_are_two_letters_one_before_it_is_due_and_one_before_the_end(self):
        self.permitted_until(END)
        Grant.objects.filter(valid_to=END).update(notice_days=90)
        days_before = (125, 119, 60, 29, 28)

        warned = [ends.warn(END - timedelta(days=days)) for days in days_before]

        self.assertEqual(warned, [0, 1, 0, 1, 0])
        self.assertIn("Notice is due by 31 December 2026.", OutgoingMail.objects.earliest("pk").text)

    def test_a_notice_of_two_weeks_is_told_of_two_weeks_earlier(self):
        self.permitted_until(END)
        Grant.objects.filter(valid_to=END).update(notice_days=14)

        asked = [END - timedelta(days=44, seconds=1), END - timedelta(days=44)]
        self.assertEqual([self.headlines(at) for at in asked], [[], ["By letter"]])

    def test_it_costs_the_same_for_one_and_for_three(self):
        self.permitted_until(END)
        with self.assertNumQueries(4):
            ends.coming(SOON)
        self.permitted_until(END, "Second")
        self.permitted_until(END, "Third")
        with self.assertNumQueries(4):
            self.assertEqual(len(ends.coming(SOON)), 3)
