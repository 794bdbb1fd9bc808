"""What holds of every decision, whatever the facts: Hypothesis looks for facts that break it."""

from dataclasses import fields, replace
from datetime import datetime, timedelta
from itertools import product
from typing import Any

from django.test import SimpleTestCase
from hypothesis import given
from hypothesis import strategies as some

from rights.answers import DENIES
from rights.conditions import REVIEW_GRACE
from rights.decision import decide, decide_page
from rights.facts import PUBLIC, Context, Hold, House, Prohibition, Work
from rights.tests.oracle_facts import HOUR, NOON
from rights.tests.some_facts import (
    ANYONES,
    OF_GRANTS,
    OF_WORKS,
    SHOWN,
    STRINGS,
    TICK,
    contested_works,
    prohibitions,
    questions,
    timed,
    works,
)
from rights.vocabulary import (
    JUDGED,
    STRICTNESS,
    Basis,
    EndAction,
    HoldKind,
    Reason,
    RecipientKind,
    Use,
    Verdict,
    WorkKind,
)


def room(decision: Any) -> tuple[float, ...]:
    """How much a decision lets out, comparable: the verdict first, then the length of the excerpt."""
    if decision.verdict not in SHOWN:
        return (-STRICTNESS[decision.verdict], 0, 0)
    limits = decision.limits
    chars = float("inf") if limits.max_chars is None else limits.max_chars
    return (-STRICTNESS[decision.verdict], chars, float("inf") if limits.max_share is None else limits.max_share)


def every_instant_in(facts: Any) -> set[datetime]:
    """All instants recorded anywhere in the facts, and the ends of grace, found without asking the code under test."""
    found = {value for field in fields(facts) if isinstance(value := getattr(facts, field.name), datetime)}
    for part in (*getattr(facts, "grants", ()), *getattr(facts, "holds", ()), *getattr(facts, "prohibitions", ())):
        found |= every_instant_in(part)
    delays = {timedelta(hours=hours) for grant in getattr(facts, "grants", ()) if (hours := grant.delay_hours) and hours < 100}
    return found | {instant + REVIEW_GRACE for instant in found} | {instant + delay for instant in found for delay in delays}


class OutputTests(SimpleTestCase):
    @given(some.one_of(works, contested_works), questions)
    def test_removing_a_grant_never_adds_output(self, work, question):
        before = decide(work, **question)
        for place in range(len(work.grants)):
            fewer = replace(work, grants=work.grants[:place] + work.grants[place + 1 :])
            self.assertLessEqual(room(decide(fewer, **question)), room(before))

    @given(some.one_of(works, contested_works), questions)
    def test_the_grant_that_gives_most_answers_alone(self, work, question):
        alone = [room(decide(replace(work, grants=(grant,)), **question)) for grant in work.grants]

        self.assertEqual(room(decide(work, **question)), max(alone, default=(-STRICTNESS[Verdict.DENY], 0, 0)))

    @given(works, questions, some.sampled_from(["hold", "withdrawal", "embargo", "end", "not verified", "unknown", "no grants"]))
    def test_what_overrides_every_grant_leaves_nothing_but_the_desk(self, work, question, stop):
        reason, stopped = _stopped(work, stop, question["at"])
        outside = replace(question["recipient"], kind=RecipientKind.PUBLIC)
        for recipient in (outside, replace(outside, kind=RecipientKind.PARTNER), question["recipient"]):
            decision = decide(stopped, **question | {"recipient": recipient})
            if recipient.kind != RecipientKind.STAFF:
                self.assertEqual((decision.verdict, reason in decision.reasons, decision.duties), (Verdict.DENY, True, ()))

    @given(works, questions)
    def test_a_suspended_partner_gets_nothing(self, work, question):
        suspended = replace(question["recipient"], kind=RecipientKind.PARTNER, is_suspended=True)
        decision = decide(work, **question | {"recipient": suspended})

        self.assertEqual((decision.verdict, Reason.PARTNER_SUSPENDED in decision.reasons), (Verdict.DENY, True))

    @given(works, questions)
    def test_a_commercial_house_or_partner_never_gets_more(self, work, question):
        before = decide(work, **question)
        house = decide(work, **question | {"house": replace(question["house"].in_force(question["at"]), is_commercial=True)})
        partner = decide(work, **question | {"recipient": replace(question["recipient"], is_commercial=True)})

        self.assertLessEqual(room(house)[0], room(before)[0])
        self.assertLessEqual(room(partner)[0], room(before)[0])

    @given(some.one_of(works, contested_works), questions, prohibitions)
    def test_what_the_owner_forbids_never_adds_output(self, work, question, more):
        stricter = replace(work, prohibitions=(*work.prohibitions, more))

        self.assertLessEqual(room(decide(stricter, **question)), room(decide(work, **question)))

    @given(works, questions)
    def test_what_is_forbidden_to_all_is_shown_to_nobody_outside(self, work, question):
        decision = decide(replace(work, prohibitions=(*work.prohibitions, Prohibition())), **question)

        if question["recipient"].kind != RecipientKind.STAFF:
            self.assertNotIn(decision.verdict, SHOWN)

    @given(works, questions, some.sampled_from(STRINGS))
    def test_one_more_string_never_adds_output(self, work, question, string):
        tied = replace(work, grants=tuple(replace(grant, **string) for grant in work.grants))

        self.assertLessEqual(room(decide(tied, **question)), room(decide(work, **question)))

    @given(works, questions)
    def test_what_is_recorded_in_a_partners_favour_is_never_needed_to_be_guessed(self, work, question):
        unknown = replace(question["recipient"], pays=None, carries_advertising=None)
        worst = replace(unknown, pays=True, carries_advertising=True)

        self.assertEqual(room(decide(work, **question | {"recipient": unknown})), room(decide(work, **question | {"recipient": worst})))

    @given(works, questions)
    def test_nothing_judged_leaves_the_house(self, work, question):
        judged = replace(work, grants=tuple(grant for grant in work.grants if grant.basis in JUDGED))
        for use in (Use.SYNDICATE, Use.REPUBLISH, Use.AI_TRAIN, Use.AI_INPUT, Use.AI_INDEX):
            self.assertNotIn(decide(judged, **question | {"use": use}).verdict, SHOWN)
        partner = replace(question["recipient"], kind=RecipientKind.PARTNER)
        self.assertNotIn(decide(judged, **question | {"recipient": partner}).verdict, SHOWN)

    @given(works, questions)
    def test_an_unknown_use_or_recipient_gets_nothing(self, work, question):
        self.assertNotIn(decide(work, **question | {"use": "hologram"}).verdict, SHOWN)
        unnamed = replace(question["recipient"], kind="martian", key="", classes=frozenset())
        self.assertNotIn(decide(work, **question | {"recipient": unnamed}).verdict, SHOWN)

    @given(works, questions)
    def test_a_title_is_open_to_whoever_may_read_and_to_others_only_where_named(self, work, question):
        # An overdue worksheet stops the list before the page; a picture has no title of its own.
        grants = tuple(replace(grant, review_due_at=None) for grant in work.grants)
        unnamed = replace(work, kind=WorkKind.TEXT, grants=tuple(replace(grant, uses=grant.uses - {Use.LIST}) for grant in grants))
        read = decide(unnamed, **question | {"use": Use.READ})
        listed = decide(unnamed, **question | {"use": Use.LIST})

        self.assertEqual(listed.verdict == Verdict.ALLOW, read.verdict in SHOWN)


def _stopped(work: Work, stop: str, at: datetime) -> tuple[Reason, Work]:
    """The work with one more fact that overrides every grant, and the reason that has to be told."""
    granted = work.grants or ANYONES.grants
    reason, change = {
        "hold": (Reason.NOTICE_HOLD, {"holds": (*work.holds, Hold(HoldKind.LEGAL, at))}),
        "withdrawal": (Reason.WITHDRAWN, {"withdrawn_at": at}),
        "embargo": (Reason.EMBARGOED, {"embargoed_until": at + TICK}),
        "end": (Reason.EXPIRED, {"expires_at": at}),
        "not verified": (Reason.BASIS_UNVERIFIED, {"is_verified": False, "basis": Basis.CC, "grants": granted}),
        "unknown": (Reason.NO_BASIS, {"basis": Basis.UNKNOWN}),
        "no grants": (Reason.NO_BASIS, {"grants": ()}),
    }[stop]
    return reason, replace(work, **change)  # type: ignore[arg-type]


class ReasonTests(SimpleTestCase):
    @given(works, questions)
    def test_reasons_are_always_given_once_each_and_the_first_explains_the_verdict(self, work, question):
        decision = decide(work, **question)

        self.assertGreater(len(decision.reasons), 0)
        self.assertEqual(len(decision.reasons), len(set(decision.reasons)))
        self.assertEqual(decision.verdict == Verdict.ALLOW, decision.reasons == (Reason.OK,))
        self.assertEqual(decision.verdict == Verdict.DENY, decision.reason in DENIES)
        has_length = (decision.limits.max_chars, decision.limits.max_share) != (None, None)
        self.assertEqual(decision.verdict == Verdict.ALLOW_PART, has_length)
        if has_length:
            self.assertEqual(decision.reason, Reason.EXCERPT_ONLY)

    @given(works, questions)
    def test_what_is_shown_rests_on_one_of_the_grants_and_carries_its_duties(self, work, question):
        decision = decide(work, **question)

        if decision.verdict in SHOWN and question["recipient"].kind != RecipientKind.STAFF:
            self.assertIn((decision.grant_id, decision.duties), [(grant.id, grant.duties) for grant in work.grants])
        if decision.verdict not in SHOWN:
            self.assertEqual((decision.grant_id, decision.duties), (None, ()))

    @given(works, questions)
    def test_a_string_that_is_not_met_is_named_only_where_something_is_withheld(self, work, question):
        decision = decide(work, **question)

        if decision.verdict == Verdict.ALLOW:
            self.assertEqual((decision.conditions, decision.end_action, decision.hold), ((), None, None))
        if decision.hold:
            self.assertIn(Reason.NOTICE_HOLD, decision.reasons)
        if decision.end_action:
            self.assertIn(Reason.EXPIRED, decision.reasons)

    @given(works, questions)
    def test_the_same_facts_get_the_same_answer(self, work, question):
        again = Work(**{field.name: getattr(work, field.name) for field in fields(work)})

        self.assertEqual(decide(work, **question), decide(again, **question))

    @given(works, questions)
    def test_the_order_of_grants_changes_neither_verdict_nor_length(self, work, question):
        turned = replace(work, grants=work.grants[::-1])

        self.assertEqual(room(decide(work, **question)), room(decide(turned, **question)))


class NextChangeTests(SimpleTestCase):
    def assert_next_change(self, work: Work, **question: Any) -> None:
        """Asks again at every recorded instant, a tick before and after it, and in between."""
        decision, at = decide(work, **question), question["at"]
        later = sorted(instant for instant in every_instant_in(work) | {start for start, _ in question["house"].coming} if instant > at)
        between = [first + (second - first) / 2 for first, second in zip([at, *later], later, strict=False)]
        probes = {instant + shift for instant in later for shift in (-TICK, TICK * 0, TICK)} | set(between) | {at + timedelta(days=999)}
        differing = (
            probe for probe in sorted(probes) if probe > at and decide(work, **question | {"at": probe}).verdict != decision.verdict
        )

        self.assertEqual(decision.next_change_at, next(differing, None))

    @given(works, questions)
    def test_it_is_the_next_instant_at_which_the_verdict_differs(self, work, question):
        self.assert_next_change(work, **question)

    def test_so_it_is_for_every_two_moments_of_a_work_that_anyone_might_use(self):
        pairs = product(["hold", *OF_WORKS, *OF_GRANTS], repeat=2)
        for names, end_action, basis, use in product(pairs, EndAction, [Basis.CC, Basis.FAIR_USE], [Use.READ, Use.PRINT]):
            work = timed(list(zip(names, [NOON, NOON + 2 * HOUR], strict=True)), end_action, basis)
            for at in (NOON - HOUR, NOON, NOON + HOUR):
                self.assert_next_change(work, use=use, recipient=PUBLIC, at=at, house=House(), context=Context())

    @given(some.lists(works, max_size=3, unique_by=lambda work: work.id), questions)
    def test_a_page_never_stands_still_longer_than_its_works(self, page_of, question):
        page = decide_page(page_of, **question)
        changes = [one.next_change_at for one in page.decisions if one.next_change_at]

        self.assertEqual(page.next_change_at, min(changes, default=None))


class PageTests(SimpleTestCase):
    @given(some.lists(works, min_size=1, max_size=3, unique_by=lambda work: work.id), questions)
    def test_a_page_is_as_strict_as_its_strictest_text_and_drops_the_rest(self, page_of, question):
        page = decide_page(page_of, **question)
        each = {work.id: decide(work, **question) for work in page_of}
        texts = [work.id for work in page_of if work.kind == WorkKind.TEXT] or [page_of[0].id]
        blocked = {id for id, one in each.items() if id not in texts and one.verdict != Verdict.ALLOW}

        self.assertEqual(page.verdict, max((each[id].verdict for id in texts), key=STRICTNESS.__getitem__))
        self.assertEqual(page.dropped, {id: each[id].reason for id in blocked})
        self.assertEqual(Reason.ASSET_BLOCKED in page.reasons, bool(blocked))
        self.assertEqual(page.decisions, tuple(each.values()))
