"""Nothing goes to a partner that may not, and what may no longer go is gone at the next request."""

from datetime import timedelta
from unittest import mock

from articles import clearing, publishing, withdrawing
from articles.refusals import MoveRefused
from articles.tests import builders as desk
from articles.vocabulary import CorrectionKind, Move, Role
from house.profile import record_profile
from rights.models import Grant
from syndication import access, partnership, survey
from syndication.models import Offer, PartnerState
from syndication.tests.builders import commercial_partner, community_partner, entries, feed_path, partner
from syndication.tests.case import FeedCase

OURS, THEIRS = "The ferry runs again", "Dredging starts in the north basin"
CANARIES = (b"canary", b"excerpt that everyone", b"report was written", b"how-the-report")


class NoLeakTests(FeedCase):
    def everybody(self):
        return [community_partner(self.chief), commercial_partner(self.chief), partner(self.chief, None)]

    def test_fair_use_reaches_no_partner_in_any_byte(self):
        desk.fair_use_article(self.chief, desk.everyone(), body="<p>A canary in the text.</p>")
        desk.published_article(self.chief)
        for row in self.everybody():
            answer = self.pull(feed_path(row, self.chief))

            self.assertEqual([entry.title for entry in entries(answer.content)], [OURS])
            self.assertEqual([word for word in CANARIES if word in answer.content], [])

    def test_a_permission_for_the_headline_alone_gives_no_word_of_the_text(self):
        version = desk.published_article(self.chief, body="<p>A canary in the text.</p>")
        Grant.objects.filter(work=version.work).update(part="headline")
        answer = self.pull(feed_path(community_partner(self.chief), self.chief))

        self.assertEqual([entry.title for entry in entries(answer.content)], [OURS])
        self.assertEqual([word for word in (*CANARIES, b"A line under it") if word in answer.content], [])

    def test_a_permission_for_an_excerpt_gives_that_many_characters(self):
        version = desk.published_article(self.chief, body="<p>Ten words long and then a canary in the text.</p>")
        Grant.objects.filter(work=version.work).update(part="excerpt", max_chars=24)
        answer = self.pull(feed_path(community_partner(self.chief), self.chief))

        self.assertIn(b"Ten words long and then", answer.content)
        self.assertEqual([word for word in (*CANARIES, b"content:encoded>") if word in answer.content], [])

    def test_what_was_never_offered_leaves_no_trace_when_it_is_withdrawn(self):
        version = desk.fair_use_article(self.chief, desk.everyone())
        paths = [feed_path(row, self.chief) for row in self.everybody()]
        before = [self.titles(path) for path in paths]
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.chief, at=self.later(minutes=1), reason="Wrong.")

        self.assertEqual((before, [self.titles(path) for path in paths]), ([[], [], []], [[], [], []]))
        self.assertNotIn(str(version.article.public_id).encode(), b"".join(self.pull(path).content for path in paths))

    def test_an_embargoed_story_is_not_there_until_its_second(self):
        article = desk.own_article(self.chief, "Waits for its hour")
        article.embargoed_until = self.now + timedelta(seconds=60)
        article.save()
        desk.published(article, self.chief, at=self.now)
        path = feed_path(community_partner(self.chief), self.chief)

        self.later(seconds=59)
        early = self.pull(path)
        self.assertEqual((entries(early.content), b"Waits" in early.content), ([], False))
        self.later(seconds=1)
        answer = self.pull(path, if_none_match=early["ETag"])
        self.assertEqual([entry.title for entry in entries(answer.content)], ["Waits for its hour"])

    def test_a_hold_takes_the_story_out_at_the_next_request(self):
        version = desk.published_article(self.chief)
        path = feed_path(community_partner(self.chief), self.chief)
        old = self.pull(path)
        hold = clearing.place_hold(version.article_id, by=self.chief, at=self.later(seconds=1), reason="A letter came.")
        held = self.pull(path, if_none_match=old["ETag"])

        self.assertEqual((held.status_code, [entry.title for entry in entries(held.content)]), (200, ["Withdrawn"]))
        clearing.lift_hold(hold.pk, by=self.chief, at=self.later(seconds=1))
        back = self.pull(path, if_none_match=old["ETag"])
        self.assertEqual((back.status_code, [entry.title for entry in entries(back.content)]), (200, [OURS]))

    def test_a_text_that_does_not_show_what_it_owes_stays_in(self):
        version = desk.source_terms_article(self.chief)
        Grant.objects.filter(work=version.work).update(obligations=[{"name": "keep_notice", "value": ""}])
        path = feed_path(community_partner(self.chief), self.chief)

        with self.assertLogs("syndication.items", "WARNING") as logged:
            answer = self.pull(path)
        self.assertEqual(entries(answer.content), [])
        self.assertIn(f"article {version.article_id}", logged.output[0])
        self.assertNotIn(THEIRS, "".join(logged.output))


class WithdrawnTests(FeedCase):
    def test_a_killed_story_is_a_bare_withdrawn_with_the_same_guid_for_thirty_days(self):
        version = desk.published_article(self.chief)
        path = feed_path(community_partner(self.chief), self.chief)
        old = self.pull(path)
        at = self.later(minutes=5)
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.chief, at=at, reason="It was wrong.", public_reason="Wrong.")
        answer = self.pull(path, if_none_match=old["ETag"])
        (entry,) = entries(answer.content)

        self.assertEqual((answer.status_code, entry.title, entry.id), (200, "Withdrawn", version.article.urn))
        self.assertEqual(entry.published, "Fri, 20 Nov 2026 13:05:00 +0000")
        self.assertEqual({"title", "id", "published"} & set(entry), {"title", "id", "published"})
        for word in (b"ferry", b"harbour", b"Harbour", b"Ada", b"nine", b"wrong", b"content:encoded>", b"dc:creator"):
            self.assertNotIn(word, answer.content)
        self.later(days=29, hours=23)
        self.assertEqual(self.titles(path), ["Withdrawn"])
        self.later(hours=1)
        self.assertEqual(self.titles(path), [])

    def test_an_unpublished_story_that_comes_back_is_offered_again(self):
        version = desk.published_article(self.chief)
        path = feed_path(community_partner(self.chief), self.chief)
        self.titles(path)
        withdrawing.withdraw(version.article_id, Move.UNPUBLISH, by=self.chief, at=self.later(minutes=1), reason="Doubts.")
        self.assertEqual(self.titles(path), ["Withdrawn"])
        clearing.clear(version.article_id, by=self.chief, at=self.later(minutes=1))
        publishing.publish(version.article_id, by=self.chief, at=self.now)

        self.assertEqual(self.titles(path), [OURS])
        self.assertEqual(list(Offer.objects.values_list("number", "kind")), [(1, "offered"), (2, "withdrawn"), (3, "offered")])

    def test_a_story_long_off_the_page_is_told_to_be_gone_too(self):
        old = desk.published_article(self.chief, "The oldest of all")
        path = feed_path(community_partner(self.chief), self.chief)
        with mock.patch.object(survey, "PAGE", 2), mock.patch.object(survey, "WINDOW", 2):
            self.titles(path)
            for number in range(3):
                desk.published_article(self.chief, f"Story {number}", at=self.later(minutes=1))
                self.titles(path)
            self.assertEqual(self.titles(path), ["Story 1", "Story 2"])
            withdrawing.withdraw(old.article_id, Move.KILL, by=self.chief, at=self.later(minutes=1), reason="Wrong.")

            self.assertEqual(self.titles(path), ["Story 1", "Story 2", "Withdrawn"])


class HouseChangesTests(FeedCase):
    def setUp(self):
        super().setUp()
        desk.published_article(self.chief)
        desk.source_terms_article(self.chief)
        self.path = feed_path(community_partner(self.chief), self.chief)

    def test_when_we_take_advertising_the_source_s_story_is_gone_at_the_next_request(self):
        old = self.pull(self.path)
        self.assertEqual(len(entries(old.content)), 2)
        record_profile(by=self.chief, at=self.later(seconds=1), carries_advertising=True)
        answer = self.pull(self.path, if_none_match=old["ETag"], if_modified_since=old["Last-Modified"])

        self.assertEqual(answer.status_code, 200)
        self.assertEqual(sorted(entry.title for entry in entries(answer.content)), [OURS, "Withdrawn"])
        self.assertNotIn(b"basin", answer.content)

    def test_it_comes_back_when_we_stop(self):
        self.pull(self.path)
        record_profile(by=self.chief, at=self.later(seconds=1), carries_advertising=True)
        between = self.pull(self.path)
        record_profile(by=self.chief, at=self.later(seconds=1), carries_advertising=False)
        answer = self.pull(self.path, if_none_match=between["ETag"])

        self.assertEqual(sorted(entry.title for entry in entries(answer.content)), [THEIRS, OURS])


class AtTheDoorTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.version = desk.published_article(self.chief)
        self.partner = community_partner(self.chief)
        self.path = feed_path(self.partner, self.chief)

    def test_unknown_and_revoked_get_the_same_page_as_any_address_that_does_not_exist(self):
        row, token = access.issue_token(self.partner.pk, by=self.chief, at=self.now, name="second")
        known = self.path.replace(self.path.split("/")[3], token)
        self.assertEqual(self.pull(known).status_code, 200)
        access.revoke_token(row.pk, by=self.chief, at=self.now)
        nowhere = self.pull("/nowhere/at/all/")

        for path in (known, self.path.replace("/feeds/", "/feeds/x"), f"{known[:-4]}.atom", f"{known[:-4]}.json", f"{self.path[:-4]}.xml"):
            answer = self.pull(path)
            self.assertEqual((answer.status_code, answer.content), (404, nowhere.content))

    def test_an_expired_token_gets_404(self):
        row, _token = access.issue_token(self.partner.pk, by=self.chief, at=self.now)
        row.delete()
        self.partner.tokens.update(expires_at=self.now)

        self.assertEqual(self.pull(self.path).status_code, 404)

    def test_only_reading_is_answered(self):
        self.assertEqual(self.client.post(self.path).status_code, 405)
        self.assertEqual(self.client.head(self.path).content, b"")

    def test_a_suspended_partner_gets_no_articles_and_is_not_told_to_remove_what_it_holds(self):
        self.assertEqual(self.titles(self.path), [OURS])
        old = self.pull(self.path)
        partnership.change_state(self.partner.pk, PartnerState.SUSPENDED, by=self.chief, at=self.later(minutes=1))
        answer = self.pull(self.path, if_none_match=old["ETag"])

        self.assertEqual((answer.status_code, entries(answer.content)), (200, []))

    def test_a_stopped_partner_still_hears_what_to_remove_for_thirty_days_and_then_nothing(self):
        for state in (PartnerState.SUSPENDED, PartnerState.ENDED):
            row = community_partner(self.chief)
            version, path = desk.published_article(self.chief, f"Soon gone {state}"), feed_path(row, self.chief)
            self.titles(path)
            partnership.change_state(row.pk, state, by=self.chief, at=self.now)
            self.later(days=20)
            withdrawing.withdraw(version.article_id, Move.TAKE_DOWN, by=self.chief, at=self.now, reason="A court said so.")

            self.assertEqual(self.titles(path), ["Withdrawn"])
            self.later(days=9, hours=23)
            self.assertEqual(self.titles(path), ["Withdrawn"])
            self.later(hours=1)
            self.assertEqual(self.pull(path).status_code, 404)

    def test_a_stopped_partner_is_told_to_remove_what_was_corrected(self):
        self.titles(self.path)
        partnership.change_state(self.partner.pk, PartnerState.SUSPENDED, by=self.chief, at=self.now)
        clearing.clear(self.version.article_id, by=self.chief, at=self.later(minutes=1))
        publishing.correct(self.version.article_id, by=self.chief, at=self.now, kind=CorrectionKind.CORRECTION, note="It left at ten.")

        self.assertEqual(self.titles(self.path), ["Withdrawn"])

    def test_a_partner_that_resumes_gets_its_articles_back(self):
        self.titles(self.path)
        partnership.change_state(self.partner.pk, PartnerState.SUSPENDED, by=self.chief, at=self.later(minutes=1))
        self.titles(self.path)
        partnership.change_state(self.partner.pk, PartnerState.ACTIVE, by=self.chief, at=self.later(minutes=1))

        self.assertEqual(self.titles(self.path), [OURS])

    def test_only_a_partner_manager_stops_a_partner(self):
        for role in set(Role) - {Role.PARTNER_MANAGER}:
            with self.assertRaises(MoveRefused):
                partnership.change_state(self.partner.pk, PartnerState.ENDED, by=desk.user_with(role), at=self.now)
