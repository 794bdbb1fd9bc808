from datetime import timedelta

from django.conf import settings
from django.test import TestCase

from articles import basing, clearing, drafting, freezing, published, publishing, withdrawing, worksheets
from articles.models import Article, Event, PublishedVersion
from articles.refusals import MoveRefused, NotCleared, Refused, StaleSave
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import CorrectionKind, EventKind, Move, Role, State, VersionKind
from house.profile import record_profile
from rights import naming
from rights.models import LedgerEntry, Source
from rights.vocabulary import Basis, Reason, TermKind, Whose


def codes(refusal: Refused) -> list[str]:
    return [obstacle.code for obstacle in refusal.obstacles]


class OwnArticleTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()

    def test_an_article_without_a_clearance_is_refused_and_stays_a_draft(self):
        article = make.own_article(self.all)

        with self.assertRaises(NotCleared) as caught:
            publishing.publish(article.pk, by=self.all, at=NOON)

        self.assertEqual(codes(caught.exception), ["no_clearance"])
        self.assertEqual(Article.objects.get().state, State.DRAFT)
        self.assertFalse(PublishedVersion.objects.exists())

    def test_a_cleared_article_is_read_by_the_public_at_its_address(self):
        version = make.published_article(self.all)

        shown = published.at_path("2026/11/the-ferry-runs-again", at=NOON)

        self.assertEqual((shown.headline, shown.body), ("The ferry runs again", "<p>The ferry left at nine.</p>"))
        self.assertEqual(version.path, "2026/11/the-ferry-runs-again")
        self.assertEqual([event.kind for event in Event.objects.all()], [EventKind.PUBLISHED])

    def test_an_edit_after_the_clearance_voids_it(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)
        saved = drafting.save(article.pk, {"body": "<p>Another text.</p>"}, edit_number=1, by=self.all, at=NOON)
        drafting.after_save(saved, by=self.all, at=NOON)

        with self.assertRaises(NotCleared) as caught:
            publishing.publish(article.pk, by=self.all, at=NOON)

        self.assertEqual(codes(caught.exception), ["no_clearance"])

    def test_text_changed_behind_the_clearance_is_not_covered_by_it(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)
        Article.objects.filter(pk=article.pk).update(body="<p>Slipped in.</p>")

        with self.assertRaises(NotCleared):
            publishing.publish(article.pk, by=self.all, at=NOON)

    def test_only_a_chief_publishes(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)

        for role in (Role.CONTRIBUTOR, Role.EDITOR, Role.RIGHTS_DESK, Role.PARTNER_MANAGER):
            with self.assertRaises(MoveRefused, msg=role):
                publishing.publish(article.pk, by=make.user_with(role), at=NOON)

    def test_the_operator_gets_no_editorial_right_from_that_alone(self):
        operator = make.user_with()
        operator.is_superuser = True
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)

        with self.assertRaises(MoveRefused):
            publishing.publish(article.pk, by=operator, at=NOON)

    def test_a_stale_save_is_refused_and_shows_what_stands_now(self):
        article = make.own_article(self.all)
        drafting.save(article.pk, {"headline": "First"}, edit_number=1, by=self.all, at=NOON)

        with self.assertRaises(StaleSave) as caught:
            drafting.save(article.pk, {"headline": "Second"}, edit_number=1, by=self.all, at=NOON)

        self.assertEqual(caught.exception.theirs.headline, "First")
        self.assertEqual(Article.objects.get().headline, "First")

    def test_each_rights_act_stands_in_the_ledger_with_the_role_used(self):
        make.published_article(self.all)

        acts = [(entry.act, entry.role) for entry in LedgerEntry.objects.all()]

        self.assertEqual(acts, [("basis_confirmed", "rights_desk"), ("cleared", "rights_desk"), ("published", "chief")])

    def test_two_stories_of_one_month_with_one_slug_get_two_addresses(self):
        first, second = make.published_article(self.all), make.published_article(self.all)

        self.assertEqual([first.path, second.path], ["2026/11/the-ferry-runs-again", "2026/11/the-ferry-runs-again-2"])

    def test_a_correction_is_a_new_version_with_its_note_at_the_same_address(self):
        article = make.published_article(self.all).article
        saved = drafting.save(article.pk, {"body": "<p>The ferry left at ten.</p>"}, edit_number=1, by=self.all, at=NOON)
        drafting.after_save(saved, by=self.all, at=NOON)
        later = NOON + timedelta(hours=1)
        clearing.clear(article.pk, by=self.all, at=later)

        publishing.correct(article.pk, by=self.all, at=later, kind=CorrectionKind.CORRECTION, note="The ferry left at ten, not nine.")

        shown = published.at_path("2026/11/the-ferry-runs-again", at=later)
        self.assertEqual(shown.body, "<p>The ferry left at ten.</p>")
        self.assertEqual([note.note for note in shown.corrections], ["The ferry left at ten, not nine."])


class TimeTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()

    def test_a_scheduled_article_is_live_at_its_second_without_a_worker(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)
        moment = NOON + timedelta(hours=2)
        version = publishing.schedule(article.pk, by=self.all, at=NOON, visible_from=moment)

        self.assertIsNone(published.at_path(version.path, at=moment - timedelta(seconds=1)))
        self.assertEqual(published.at_path(version.path, at=moment).headline, "The ferry runs again")

    def test_publishing_under_an_embargo_waits_for_its_end(self):
        article = make.own_article(self.all)
        Article.objects.filter(pk=article.pk).update(embargoed_until=NOON + timedelta(hours=3))
        clearing.clear(article.pk, by=self.all, at=NOON)
        version = publishing.publish(article.pk, by=self.all, at=NOON)

        self.assertEqual(Article.objects.get().state, State.SCHEDULED)
        self.assertIsNone(published.at_path(version.path, at=NOON + timedelta(hours=2)))
        self.assertIsNotNone(published.at_path(version.path, at=NOON + timedelta(hours=3)))

    def test_what_is_due_is_booked_once_whoever_comes(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)
        moment = NOON + timedelta(hours=2)
        publishing.schedule(article.pk, by=self.all, at=NOON, visible_from=moment)

        first, second = publishing.publish_due(at=moment), publishing.publish_due(at=moment)

        self.assertEqual((len(first), len(second)), (1, 0))
        self.assertEqual(Article.objects.get().state, State.PUBLISHED)
        self.assertEqual(Event.objects.count(), 1)

    def test_a_schedule_called_back_never_shows(self):
        article = make.own_article(self.all)
        clearing.clear(article.pk, by=self.all, at=NOON)
        version = publishing.schedule(article.pk, by=self.all, at=NOON, visible_from=NOON + timedelta(hours=2))

        publishing.unschedule(article.pk, by=self.all, at=NOON + timedelta(hours=1))

        self.assertIsNone(published.at_path(version.path, at=NOON + timedelta(days=1)))
        self.assertEqual(Article.objects.get().state, State.READY)

    def test_an_expired_article_is_gone(self):
        version = make.published_article(self.all)
        Article.objects.update(expires_at=NOON + timedelta(days=1))

        self.assertIsInstance(published.at_path(version.path, at=NOON + timedelta(days=1)), published.Gone)


class WithdrawalTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()

    def test_each_of_the_three_ends_leaves_nothing_readable(self):
        for move, state in ((Move.UNPUBLISH, State.UNPUBLISHED), (Move.KILL, State.KILLED), (Move.TAKE_DOWN, State.TAKEN_DOWN)):
            with self.subTest(move=move):
                version = make.published_article(self.all, f"To be ended by {move}")
                withdrawing.withdraw(version.article_id, move, by=self.all, at=NOON + timedelta(minutes=1), reason="The desk's reason.")

                gone = published.at_path(version.path, at=NOON + timedelta(minutes=1))

                self.assertEqual((type(gone), gone.ended_as), (published.Gone, state))

    def test_a_withdrawal_is_remembered_beside_the_database(self):
        version = make.published_article(self.all)
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.all, at=NOON, reason="Wrong.")

        self.assertIn(version.article.urn, (settings.DATA / "withdrawals.log").read_text())

    def test_a_killed_article_is_never_published_again(self):
        version = make.published_article(self.all)
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.all, at=NOON, reason="Wrong.")

        with self.assertRaises(MoveRefused):
            publishing.publish(version.article_id, by=self.all, at=NOON + timedelta(hours=1))

    def test_an_unpublished_article_comes_back_only_with_a_new_clearance(self):
        version = make.published_article(self.all)
        later = NOON + timedelta(hours=1)
        withdrawing.withdraw(version.article_id, Move.UNPUBLISH, by=self.all, at=NOON, reason="Check the figures.")

        with self.assertRaises(NotCleared):
            publishing.publish(version.article_id, by=self.all, at=later)
        clearing.clear(version.article_id, by=self.all, at=later)
        publishing.publish(version.article_id, by=self.all, at=later)

        self.assertEqual(published.at_path(version.path, at=later).number, 3)

    def test_a_hold_stops_the_text_and_lifting_it_brings_it_back(self):
        version = make.published_article(self.all)
        hold = clearing.place_hold(version.article_id, by=self.all, at=NOON + timedelta(minutes=1), reason="A letter came.")

        self.assertIsInstance(published.at_path(version.path, at=NOON + timedelta(minutes=2)), published.Gone)
        clearing.lift_hold(hold.pk, by=self.all, at=NOON + timedelta(minutes=3))
        self.assertIsInstance(published.at_path(version.path, at=NOON + timedelta(minutes=4)), published.Shown)

    def test_a_withdrawal_ends_at_once_what_was_to_stand_until_a_waiting_version(self):
        article = make.own_article(self.all)
        first = make.published(article, self.all)
        for hours in (2, 4):
            waits = NOON + timedelta(hours=hours)
            freezing.freeze(article, first.clearance, kind=VersionKind.UPDATE, visible_from=waits, by=self.all, at=NOON)
        withdrawing.withdraw(article.pk, Move.KILL, by=self.all, at=NOON + timedelta(hours=1), reason="Wrong.")

        for hours in (1, 2, 3, 5):
            with self.subTest(hours=hours):
                self.assertEqual(published.newest(at=NOON + timedelta(hours=hours), limit=5), [])


class TakenArticleTests(TestCase):
    EVERYTHING = [
        "terms_unanswered",
        "whose_not_known",
        "no_holder",
        "no_copyright_line",
        "no_original_url",
        "no_basis",
        "no_clearance",
    ]

    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        cls.second = make.user_with(Role.RIGHTS_DESK)
        make.house()

    def test_everything_that_is_missing_is_said_at_once(self):
        article = make.taken_article(self.all)

        with self.assertRaises(NotCleared) as caught:
            publishing.publish(article.pk, by=self.all, at=NOON)

        self.assertEqual(codes(caught.exception), self.EVERYTHING)

    def test_a_text_of_unknown_owner_can_not_rest_on_the_terms(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)

        with self.assertRaises(Refused) as caught:
            basing.record(article.pk, {**make.RECORD, "whose": Whose.NOT_KNOWN}, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)

        self.assertEqual(caught.exception.obstacles[0].field, "basis")

    def test_a_contact_is_kept_once_confirmed_and_a_hidden_one_without_an_address(self):
        article = make.taken_article(self.all)
        kept = article.origin.kept_copy
        for place, codes in enumerate(({"contact": "permissions@lantern.example"}, {"contact_state": "unreadable"})):
            article.work.proposals.create(
                evidence=kept, kind=TermKind.CONTACT, rule="test", codes=codes, quote="Ask.", start=place, end=place + 4
            )

        self.assertEqual(article.work.source.contacts.count(), 0)
        make.confirm_terms(article, self.all)
        make.confirm_terms(article, self.all)

        found = [(contact.address, contact.is_readable) for contact in article.work.source.contacts.order_by("pk")]
        self.assertEqual(found, [("permissions@lantern.example", True), ("", False)])

    def test_an_outlet_that_the_page_does_not_name_is_asked_for_and_never_shown_as_unknown(self):
        article = make.taken_article(self.all)
        Source.objects.filter(pk=article.work.source_id).update(slug=naming.UNNAMED, name="Unknown source")
        make.confirm_terms(article, self.all)
        basing.record(article.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)
        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)
        self.assertEqual(codes(caught.exception), ["no_source"])

        named = {**make.RECORD, "source": naming.called("the  new lantern")}
        basing.record(article.pk, named, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)
        version = make.published(article, self.all)

        self.assertEqual(version.frozen["source"]["name"], "the new lantern")
        self.assertEqual(naming.called("The New Lantern"), named["source"])

    def test_terms_that_say_nothing_of_commercial_use_do_not_permit_it(self):
        article = make.taken_article(self.all)
        proposal = article.work.proposals.get()
        proposal.codes = {"grantee": "anyone", "uses": ["read"]}
        proposal.save()
        make.confirm_terms(article, self.all)
        basing.record(article.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)

        self.assertEqual(article.work.grants.get().commercial, "no")

    def test_the_terms_oblige_an_address_and_a_line(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)
        facts = {**make.RECORD, "original_url": "", "copyright_line": ""}
        basing.record(article.pk, facts, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual(codes(caught.exception), ["no_copyright_line", "no_original_url"])

    def test_a_story_on_its_sources_terms_is_read_in_full(self):
        version = make.source_terms_article(self.all)

        shown = published.at_path(version.path, at=NOON)

        self.assertFalse(shown.is_excerpt)
        self.assertIn("north basin", shown.body)

    def test_advertising_takes_the_story_away_and_its_end_brings_it_back(self):
        version = make.source_terms_article(self.all)
        record_profile(by=None, at=NOON + timedelta(minutes=1), carries_advertising=True)

        self.assertIsInstance(published.at_path(version.path, at=NOON + timedelta(minutes=1)), published.Gone)
        self.assertEqual(published.newest(at=NOON + timedelta(minutes=1), limit=5), [])
        record_profile(by=None, at=NOON + timedelta(minutes=2), carries_advertising=False)
        self.assertIsInstance(published.at_path(version.path, at=NOON + timedelta(minutes=2)), published.Shown)

    def test_the_terms_are_not_offered_to_a_commercial_house(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)
        basing.record(article.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=self.all, at=NOON)
        record_profile(by=None, at=NOON, carries_advertising=True)

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual(codes(caught.exception), ["terms_not_offered"])

    def test_an_editor_proposes_a_basis_and_the_rights_desk_confirms_it(self):
        editor = make.user_with(Role.EDITOR)
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)
        basing.record(article.pk, make.RECORD, basis=Basis.SOURCE_TERMS, by=editor, at=NOON)

        self.assertFalse(Article.objects.get().work.is_verified)
        clearing.clear(article.pk, by=self.second, at=NOON)
        self.assertTrue(Article.objects.get().work.is_verified)

    def test_permission_without_evidence_is_refused(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)
        basing.record(article.pk, make.RECORD, basis=Basis.WRITTEN_PERMISSION, by=self.all, at=NOON)

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual(codes(caught.exception), ["no_evidence"])


class FairUseTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        cls.second = make.user_with(Role.RIGHTS_DESK)
        make.house()

    def test_the_public_gets_the_excerpt_and_no_word_of_the_rest(self):
        version = make.fair_use_article(self.all, self.second)

        shown = published.at_path(version.path, at=NOON)

        self.assertTrue(shown.is_excerpt)
        self.assertEqual(shown.body, "<p>An excerpt that everyone may read.</p>")
        self.assertEqual(shown.decision.reason, Reason.EXCERPT_ONLY)

    def test_a_worksheet_is_never_approved_by_its_author(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)
        sheet = worksheets.write(article.pk, make.SHEET, by=self.all, at=NOON)

        with self.assertRaises(MoveRefused) as caught:
            worksheets.approve(sheet.pk, by=self.all, at=NOON, conclusion="Fair.")

        self.assertEqual(codes(caught.exception), ["own_worksheet"])

    def test_publishing_without_a_worksheet_names_what_is_missing(self):
        article = make.taken_article(self.all)
        make.confirm_terms(article, self.all)
        basing.record(article.pk, {**make.RECORD, "whose": Whose.THIRD_PARTY}, basis=Basis.FAIR_USE, by=self.all, at=NOON)

        with self.assertRaises(NotCleared) as caught:
            publishing.publish(article.pk, by=self.all, at=NOON)

        self.assertEqual(codes(caught.exception), ["no_worksheet", "no_clearance"])


class ListTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()

    def test_a_list_costs_the_same_for_one_story_and_for_three(self):
        make.published_article(self.all)
        with self.assertNumQueries(6):
            self.assertEqual(len(published.newest(at=NOON, limit=20)), 1)
        make.published_article(self.all)
        make.source_terms_article(self.all)
        with self.assertNumQueries(6):
            self.assertEqual(len(published.newest(at=NOON, limit=20)), 3)
