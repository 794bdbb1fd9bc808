"""What a caller of the decision may rely on, beyond the table of `oracle.py`."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

from django.test import SimpleTestCase

from rights.decision import POLICY_VERSION, decide, decide_page
from rights.facts import PUBLIC, STAFF, Context, Decision, Duty, Limits, Prohibition
from rights.tests.oracle_facts import HOUR, NOON, OUR_HOUSE, RECIPIENTS, SEED_DUTIES, case
from rights.vocabulary import Obligation, Reason, Use, Verdict

COMMUNITY_PARTNER = RECIPIENTS["community partner"]
COMMERCIAL_PARTNER = RECIPIENTS["commercial partner"]


def work(words, number=1):
    return replace(case(words).work, id=number)


def read(words, *, at=NOON, recipient=PUBLIC, context=None):
    return decide(work(words), Use.READ, recipient, at=at, house=OUR_HOUSE, context=context or Context())


def page(*contents, use=Use.READ, recipient=PUBLIC, at=NOON):
    works = [work(words, number) for number, words in enumerate(contents)]
    return decide_page(works, use, recipient, at=at, house=OUR_HOUSE)


class DecideTests(SimpleTestCase):
    def test_the_whole_answer_for_the_seed_at_a_community_partner(self):
        decision = decide(work("seed story", 5), Use.SYNDICATE, COMMUNITY_PARTNER, at=NOON, house=OUR_HOUSE)

        self.assertEqual(decision, Decision(Verdict.ALLOW, (Reason.OK,), 5, grant_id=7, duties=SEED_DUTIES, policy_version=POLICY_VERSION))

    def test_the_whole_answer_for_the_seed_at_a_commercial_partner(self):
        decision = decide(work("seed story", 5), Use.SYNDICATE, COMMERCIAL_PARTNER, at=NOON, house=OUR_HOUSE)

        self.assertEqual(
            decision,
            Decision(
                Verdict.NEEDS_PERMISSION,
                (Reason.COMMERCIAL_NEEDS_PERMISSION,),
                5,
                contact="rights@source.example",
                policy_version=POLICY_VERSION,
            ),
        )

    def test_a_naive_moment_is_refused(self):
        with self.assertRaisesMessage(ValueError, "needs a time zone"):
            read("own story", at=datetime(2026, 3, 1, 12))

    def test_the_zone_of_the_question_changes_nothing(self):
        elsewhere = NOON.astimezone(timezone(timedelta(hours=9)))

        self.assertEqual(read("own story; embargo ends now", at=elsewhere), read("own story; embargo ends now"))

    def test_an_embargo_in_the_hour_that_a_clock_repeats_ends_once(self):
        berlin = ZoneInfo("Europe/Berlin")
        second_half_past_two = datetime(2026, 10, 25, 2, 30, tzinfo=berlin, fold=1)
        embargoed = replace(work("own story"), embargoed_until=second_half_past_two)
        first_half_past_two = datetime(2026, 10, 25, 2, 40, tzinfo=berlin, fold=0)

        decision = decide(embargoed, Use.READ, PUBLIC, at=first_half_past_two, house=OUR_HOUSE)

        self.assertEqual((decision.reason, decision.next_change_at), (Reason.EMBARGOED, datetime(2026, 10, 25, 1, 30, tzinfo=UTC)))

    def test_a_review_at_the_end_of_time_is_no_error(self):
        far = replace(case("fair-use story").work.grants[0], review_due_at=datetime.max.replace(tzinfo=UTC))
        unreviewed = replace(work("fair-use story"), grants=(far,))

        self.assertEqual(decide(unreviewed, Use.READ, PUBLIC, at=NOON, house=OUR_HOUSE).verdict, Verdict.ALLOW_PART)

    def test_plain_strings_ask_like_the_words_they_spell(self):
        plain = replace(COMMUNITY_PARTNER, kind="partner")

        self.assertEqual(
            decide(work("seed story"), "syndicate", plain, at=NOON, house=OUR_HOUSE),
            decide(work("seed story"), Use.SYNDICATE, COMMUNITY_PARTNER, at=NOON, house=OUR_HOUSE),
        )

    def test_staff_see_a_draft_with_the_duties_that_the_page_will_carry(self):
        decision = read("seed story; held since an hour ago", recipient=STAFF)

        self.assertEqual((decision.verdict, decision.duties), (Verdict.ALLOW, SEED_DUTIES))

    def test_an_excerpt_without_a_recorded_length_is_never_without_a_limit(self):
        self.assertEqual(read("permitted story; may only be excerpted").limits, Limits(max_chars=300))

    def test_a_fair_use_story_shows_the_public_no_words_that_the_worksheet_did_not_count(self):
        self.assertEqual(read("fair-use story").limits, Limits(max_chars=0))

    def test_a_recorded_share_is_limit_enough(self):
        shared = replace(case("permitted story; may only be excerpted").work.grants[0], max_share=0.1)
        decision = decide(replace(work("permitted story"), grants=(shared,)), Use.READ, PUBLIC, at=NOON, house=OUR_HOUSE)

        self.assertEqual(decision.limits, Limits(max_share=0.1))


class DecidePageTests(SimpleTestCase):
    def test_a_picture_without_syndication_rights_is_dropped_and_the_text_goes(self):
        answer = page("own story", "permitted picture; sublicensable", use=Use.SYNDICATE, recipient=COMMUNITY_PARTNER)

        self.assertEqual(answer.verdict, Verdict.ALLOW)
        self.assertEqual(answer.dropped, {1: Reason.USE_NOT_COVERED})
        self.assertEqual(answer.reasons, (Reason.OK, Reason.ASSET_BLOCKED))

    def test_all_refusals_of_all_texts_are_returned_the_strictest_first(self):
        answer = page("permitted story; for education", "own story; held since now", "own story")

        self.assertEqual(answer.reasons, (Reason.NOTICE_HOLD, Reason.RECIPIENT_NOT_COVERED))

    def test_the_duties_of_all_that_is_shown_are_gathered_once(self):
        credited = replace(case("permitted picture").work.grants[0], duties=(SEED_DUTIES[0], Duty(Obligation.CREDIT_AUTHOR, "Ana")))
        pictures = [replace(work("permitted picture", number), grants=(credited,)) for number in (2, 3)]
        blocked = replace(work("permitted picture", 4), grants=(replace(credited, duties=(Duty(Obligation.NOINDEX),), is_confirmed=False),))

        answer = decide_page([work("seed story"), *pictures, blocked], Use.READ, PUBLIC, at=NOON, house=OUR_HOUSE)

        self.assertEqual(answer.duties, (*SEED_DUTIES, Duty(Obligation.CREDIT_AUTHOR, "Ana")))

    def test_a_refused_page_has_no_duties_and_names_whom_to_ask(self):
        answer = page("own story", "seed story", use=Use.SYNDICATE, recipient=COMMERCIAL_PARTNER)

        self.assertEqual((answer.duties, answer.limits, answer.contact), ((), Limits(), "rights@source.example"))

    def test_two_texts_keep_to_the_narrower_limits(self):
        contents = (
            "permitted story; an excerpt of 200 characters; only in AT and DE; grant ends in two hours",
            "permitted story; and an excerpt of 900; grant ends in an hour",
        )
        works = [work(words, number) for number, words in enumerate(contents)]
        works[1] = replace(works[1], grants=works[1].grants[1:])

        answer = decide_page(works, Use.READ, PUBLIC, at=NOON, house=OUR_HOUSE, context=Context(territory="AT"))

        self.assertEqual(answer.limits, Limits(max_chars=200, until=NOON + HOUR, territories=frozenset({"AT", "DE"})))

    def test_what_would_be_used_in_several_countries_must_be_allowed_in_each(self):
        story = work("permitted story; only in AT and DE")
        table = {
            ("AT",): Reason.OK,
            ("AT", "DE"): Reason.OK,
            ("AT", "FR"): Reason.TERRITORY,
            ("AT", "XX"): Reason.TERRITORY,
            ("FR", "AT"): Reason.TERRITORY,
        }
        for (first, *others), expected in table.items():
            context = Context(territory=first, also_in=frozenset(others))
            self.assertEqual(decide(story, Use.READ, PUBLIC, at=NOON, house=OUR_HOUSE, context=context).reason, expected)

    def test_the_page_changes_when_the_first_of_its_works_does(self):
        answer = page("own story; embargo ends in two hours", "permitted picture; grant ends in an hour")

        self.assertEqual(answer.next_change_at, NOON + HOUR)

    def test_a_naive_moment_is_refused_for_a_page_of_nothing(self):
        with self.assertRaises(ValueError):
            decide_page([], Use.READ, PUBLIC, at=datetime(2026, 3, 1, 12), house=OUR_HOUSE)


class SeveralBansTests(SimpleTestCase):
    def test_of_a_ban_for_good_and_one_that_ends_the_wait_counts_in_either_order(self):
        for_good, for_now = Prohibition(), Prohibition(ends_at=NOON + HOUR)
        found = [
            decide(replace(work("own story"), prohibitions=bans), Use.READ, PUBLIC, at=NOON, house=OUR_HOUSE)
            for bans in ((for_good, for_now), (for_now, for_good), (for_good,))
        ]

        self.assertEqual([one.verdict for one in found], [Verdict.DENY, Verdict.DENY, Verdict.NEEDS_PERMISSION])
        self.assertEqual(found[0].next_change_at, NOON + HOUR)
