"""Facts of every kind for Hypothesis: works as a desk would record them, and works as nobody should."""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from hypothesis import strategies as some

from rights.conditions import REVIEW_GRACE
from rights.facts import Context, Duty, Grant, Hold, House, Prohibition, Recipient, Work
from rights.tests.oracle_facts import HOUR, NOON
from rights.vocabulary import (
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
    no_systematic=one_in(6, some.just(True), some.just(False)),
    no_resale=one_in(6, some.just(True), some.just(False)),
    no_ads_adjacent=one_in(6, some.just(True), some.just(False)),
    fee=one_in(6, some.just("80 EUR"), some.just("")),
    fee_paid_at=maybe_instants,
    max_uses=one_in(6, some.integers(0, 3), some.none()),
    delay_hours=one_in(5, some.sampled_from([0, 1, 3, 48, 2**31 - 1]), some.none()),
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
    fee=one_in(6, some.just("80 EUR"), some.just("")),
    fee_paid_at=maybe_instants,
    delay_hours=one_in(6, some.sampled_from([1, 3]), some.none()),
    max_uses=one_in(8, some.just(2), some.none()),
)
prohibitions = some.builds(
    Prohibition,
    uses=some.one_of(some.just(frozenset()), sets_of([Use.READ, Use.SYNDICATE, Use.PRINT])),
    classes=some.one_of(some.just(frozenset()), sets_of([PartyClass.COMMERCIAL_SITE, PartyClass.EDUCATOR])),
    spared=some.sampled_from(["", "house", "partner:acme"]),
    begins_at=maybe_instants,
    ends_at=maybe_instants,
)
#: What any work may have besides its grants.
strung = {
    "prohibitions": one_in(5, some.lists(prohibitions, min_size=1, max_size=2).map(tuple), some.just(())),
    "original_published_at": maybe_instants,
    "first_published_at": maybe_instants,
    "uses_before": some.sampled_from([None, 0, 1, 2]),
}
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
    **strung,
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
    **strung,
)
works = one_in(4, wild_works, calm_works)
OF_WORKS = ["embargoed_until", "expires_at", "withdrawn_at"]
OF_GRANTS = ["not_before", "valid_from", "valid_to", "revoked_at", "review_due_at", "fee_paid_at"]


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
    pays=some.sampled_from([None, True, False]),
    carries_advertising=some.sampled_from([None, True, False]),
)
of_a_house = {
    "classes": sets_of(PartyClass),
    "is_commercial": some.sampled_from([False, False, True]),
    "carries_advertising": some.booleans(),
    "has_paywall": some.booleans(),
}
steady_houses = some.builds(House, **of_a_house)
changes_of_house = some.lists(some.tuples(instants, steady_houses), max_size=3, unique_by=lambda change: change[0])
changing_houses = some.builds(
    House, **of_a_house, coming=changes_of_house.map(lambda changes: tuple(sorted(changes, key=lambda one: one[0])))
)
houses = one_in(3, changing_houses, steady_houses)
contexts = some.builds(
    Context,
    channel=some.sampled_from([Channel.WEB, *Channel]),
    territory=some.sampled_from(["", "AT", "US", "EU"]),
    is_systematic=one_in(5, some.just(True), some.just(False)),
)
uses = some.sampled_from([Use.READ, Use.SYNDICATE, *Use, "hologram"])
questions = some.fixed_dictionaries({"use": uses, "recipient": recipients, "at": instants, "house": houses, "context": contexts})


#: Each ties a grant more tightly than it was, whatever it was.
STRINGS: list[dict[str, Any]] = [
    {"no_systematic": True},
    {"no_resale": True},
    {"no_ads_adjacent": True},
    {"fee": "80 EUR", "fee_paid_at": None},
    {"max_uses": 0},
    {"delay_hours": 2**31 - 1},
    {"territories": frozenset({"AT"}), "territories_denied": frozenset({"AT"})},
    {"is_confirmed": False},
]
