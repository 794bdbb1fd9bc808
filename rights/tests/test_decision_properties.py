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
from rights.facts import PUBLIC, Context, Duty, Grant, Hold, House, Recipient, Work
from rights.tests.oracle_facts import HOUR, NOON
from rights.vocabulary import (
    JUDGED,
    STRICTNESS,
    Basis,
    Channel,
    Commercial,
    EndAction,
    Grantee,
    HoldKind,
    Obligation,
    Onward,
    Part,
    PartyClass,
    Purpose,
    Reason,
    RecipientKind,
    Use,
    Verdict,
    Whose,
    WorkKind,
)

SHOWN = {Verdict.ALLOW, Verdict.ALLOW_PART}
TICK = timedelta(microseconds=1)
#: Few instants, so that they often fall together, and some that lie a tick or the grace of a review apart.
instants = some.one_of(
    some.integers(-4, 4).map(lambda hours: NOON + hours * HOUR),
    some.sampled_from([NOON - TICK, NOON + TICK, NOON - REVIEW_GRACE, NOON - REVIEW_GRACE + HOUR, NOON + REVIEW_GRACE]),
)


def one_in(count: int, rare: Any, usual: Any) -> Any:
    """`rare` once in `count` times. `one_of` would weigh both alike, however often one of them is named."""
    return some.integers(1, count).flatmap(lambda drawn: rare if drawn == count else usual)


maybe_instants = one_in(3, instants, some.none())
rare_instants = one_in(8, instants, some.none())


ANYONES = Work(
    1, WorkKind.TEXT, Basis.CC, Whose.THIRD_PARTY, is_verified=True, grants=(Grant(1, Basis.CC, Grantee.ANYONE, frozenset(Use)),)
)


def sets_of(values: Any, *, max_size: int = 3) -> Any:
    return some.frozensets(some.sampled_from(list(values)), max_size=max_size)


names = some.sampled_from(["public", "registered_reader", "partner", "partner:acme", "class:educator", "crawler:ai", "staff"])
grants = some.builds(
    Grant,
    id=some.integers(1, 99),
    basis=some.sampled_from(Basis),
    grantee=some.sampled_from(Grantee),
    uses=some.one_of(sets_of(Use, max_size=6), some.just(frozenset(Use))),
    recipients=some.one_of(some.just(frozenset()), some.frozensets(names, max_size=3)),
    grantee_class=some.sampled_from([None, PartyClass.COMMUNITY_SITE, PartyClass.EDUCATOR]),
    grantee_key=some.sampled_from(["", "acme"]),
    onward=some.sampled_from(Onward),
    channels=some.one_of(some.just(frozenset()), sets_of(Channel)),
    territories=some.one_of(some.just(frozenset()), sets_of(["AT", "DE"])),
    territories_denied=some.one_of(some.just(frozenset()), sets_of(["AT", "US"])),
    commercial=some.sampled_from(Commercial),
    purposes=some.one_of(some.just(frozenset()), sets_of(Purpose)),
    part=some.sampled_from([Part.FULL, Part.FULL, *Part]),
    max_chars=some.sampled_from([None, None, 0, 200, 900]),
    max_share=some.sampled_from([None, None, 0.1, 0.5]),
    unaltered=some.booleans(),
    not_before=maybe_instants,
    valid_from=maybe_instants,
    valid_to=maybe_instants,
    end_action=some.sampled_from(EndAction),
    review_due_at=maybe_instants,
    duties=some.sampled_from([(), (Duty(Obligation.CREDIT_SOURCE, "Source"),)]),
    contact=some.sampled_from(["", "rights@source.example"]),
    is_confirmed=some.sampled_from([True, True, True, False]),
    revoked_at=maybe_instants,
)
#: Such as a desk would mostly record: without them most works would be refused for several reasons at once.
plain_grants = some.builds(
    Grant,
    id=some.integers(1, 99),
    basis=some.sampled_from([Basis.OWN_STAFF, Basis.WRITTEN_PERMISSION, Basis.CC, Basis.FAIR_USE]),
    grantee=some.sampled_from([Grantee.HOUSE, Grantee.ANYONE]),
    uses=some.just(frozenset(Use)),
    onward=some.sampled_from(Onward),
    part=some.sampled_from([Part.EXCERPT, Part.FULL]),
    max_chars=some.sampled_from([200, 900, None]),
    valid_from=one_in(4, instants, some.none()),
    valid_to=one_in(4, instants, some.none()),
    end_action=some.sampled_from(EndAction),
    review_due_at=one_in(4, instants, some.none()),
)
holds = some.builds(Hold, some.sampled_from(HoldKind), instants, one_in(3, some.none(), instants))
wild_works = some.builds(
    Work,
    id=some.integers(1, 99),
    kind=some.sampled_from(WorkKind),
    basis=some.sampled_from(Basis),
    whose=some.sampled_from(Whose),
    is_verified=some.booleans(),
    grants=some.lists(grants, max_size=4).map(tuple),
    holds=some.lists(holds, max_size=2).map(tuple),
    embargoed_until=maybe_instants,
    expires_at=maybe_instants,
    withdrawn_at=maybe_instants,
    contact=some.sampled_from(["", "owner@third.example"]),
)
calm_works = some.builds(
    Work,
    id=some.integers(1, 99),
    kind=some.sampled_from([WorkKind.TEXT, WorkKind.TEXT, *WorkKind]),
    basis=some.sampled_from([Basis.OWN_STAFF, Basis.SOURCE_TERMS, Basis.FAIR_USE]),
    whose=some.just(Whose.SOURCES_OWN),
    is_verified=some.just(True),
    grants=some.lists(one_in(4, grants, plain_grants), min_size=1, max_size=4).map(tuple),
    holds=one_in(4, some.lists(holds, min_size=1, max_size=2).map(tuple), some.just(())),
    embargoed_until=rare_instants,
    expires_at=rare_instants,
    withdrawn_at=rare_instants,
)
works = one_in(4, wild_works, calm_works)
OF_WORKS = ["embargoed_until", "expires_at", "withdrawn_at"]
OF_GRANTS = ["not_before", "valid_from", "valid_to", "revoked_at", "review_due_at"]


def timed(moments: list[tuple[str, datetime]], end_action: EndAction, basis: Basis) -> Work:
    """A work that anyone might use at any time, but for these moments. A second "hold" lifts the first."""
    times = dict(moments)
    held = sorted(instant for name, instant in moments if name == "hold")
    grant = replace(ANYONES.grants[0], basis=basis, end_action=end_action, **{name: times[name] for name in OF_GRANTS if name in times})
    return replace(
        ANYONES,
        holds=(Hold(HoldKind.LEGAL, *held[:2]),) if held else (),
        grants=(grant,),
        **{name: times[name] for name in OF_WORKS if name in times},
    )


#: Works whose grants differ in how much they give and to whom.
contested_works = some.builds(
    lambda grants: replace(ANYONES, grants=grants),
    some.lists(
        some.builds(
            lambda **facts: replace(ANYONES.grants[0], **facts),
            part=some.sampled_from([Part.EXCERPT, *Part]),
            max_chars=some.sampled_from([200, 900, None]),
            max_share=some.sampled_from([None, 0.1]),
            commercial=some.sampled_from([Commercial.ANY, Commercial.ANY, Commercial.NO]),
            onward=some.sampled_from([Onward.SAME_OFFER, Onward.NONE]),
            is_confirmed=one_in(5, some.just(False), some.just(True)),
        ),
        min_size=2,
        max_size=4,
    ).map(tuple),
)
recipients = some.builds(
    Recipient,
    kind=some.sampled_from([RecipientKind.PUBLIC, RecipientKind.PARTNER, *RecipientKind, "martian"]),
    key=some.sampled_from(["", "acme"]),
    classes=sets_of(PartyClass),
    is_commercial=some.booleans(),
    is_suspended=one_in(9, some.just(True), some.just(False)),
    purposes=sets_of(Purpose),
)
houses = some.builds(House, classes=sets_of(PartyClass), is_commercial=some.sampled_from([False, False, True]))
contexts = some.builds(Context, channel=some.sampled_from([Channel.WEB, *Channel]), territory=some.sampled_from(["", "AT", "US"]))
uses = some.sampled_from([Use.READ, Use.SYNDICATE, *Use, "hologram"])
questions = some.fixed_dictionaries({"use": uses, "recipient": recipients, "at": instants, "house": houses, "context": contexts})


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
    for part in (*getattr(facts, "grants", ()), *getattr(facts, "holds", ())):
        found |= every_instant_in(part)
    return found | {instant + REVIEW_GRACE for instant in found}


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
        house = decide(work, **question | {"house": replace(question["house"], is_commercial=True)})
        partner = decide(work, **question | {"recipient": replace(question["recipient"], is_commercial=True)})

        self.assertLessEqual(room(house)[0], room(before)[0])
        self.assertLessEqual(room(partner)[0], room(before)[0])

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
        later = sorted(instant for instant in every_instant_in(work) if instant > at)
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
