"""The oracle's words as facts. Kept apart from the table, which knows nothing of `rights`."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import Any

from rights.facts import PUBLIC, STAFF, Context, Duty, Grant, Hold, House, Prohibition, Recipient, Work
from rights.tests import oracle
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
    Whose,
    WorkKind,
)

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
TIMES = {
    "now": NOON,
    "an hour ago": NOON - HOUR,
    "in an hour": NOON + HOUR,
    "in two hours": NOON + 2 * HOUR,
    "in 47 hours": NOON + 47 * HOUR,
    "in 48 hours": NOON + 48 * HOUR,
    "two days ago": NOON - 48 * HOUR,
    "fourteen days ago": NOON - timedelta(days=14),
    "in fourteen days": NOON + timedelta(days=14),
    "in an hour and fourteen days": NOON + HOUR + timedelta(days=14),
    "never": None,
}
COMMUNITY = frozenset({PartyClass.COMMUNITY_SITE})
OUR_HOUSE = House(classes=COMMUNITY)
ON_THE_WEB = Context()
SITE_USES = frozenset(use for use in Use if not use.startswith("ai_"))
SEED_DUTIES = (
    Duty(Obligation.CREDIT_SOURCE, "Source"),
    Duty(Obligation.COPYRIGHT_LINE, "© Source"),
    Duty(Obligation.LINK_ORIGINAL, "https://source.example/1"),
)

RECIPIENTS = {
    "public": PUBLIC,
    "staff": STAFF,
    "registered reader": Recipient(RecipientKind.REGISTERED_READER),
    "reader for research": Recipient(RecipientKind.REGISTERED_READER, purposes=frozenset({Purpose.RESEARCH})),
    "search crawler": Recipient(RecipientKind.CRAWLER_SEARCH),
    "AI crawler": Recipient(RecipientKind.CRAWLER_AI),
    "martian": Recipient("martian"),  # type: ignore[arg-type]
    "community partner": Recipient(RecipientKind.PARTNER, "acme", COMMUNITY),
    "suspended partner": Recipient(RecipientKind.PARTNER, "acme", COMMUNITY, is_suspended=True),
    "school partner": Recipient(
        RecipientKind.PARTNER, "school", frozenset({PartyClass.EDUCATOR}), purposes=frozenset({Purpose.EDUCATION, Purpose.RESEARCH})
    ),
    "commercial partner": Recipient(RecipientKind.PARTNER, "globe", frozenset({PartyClass.COMMERCIAL_SITE}), is_commercial=True),
    "commercial community partner": Recipient(RecipientKind.PARTNER, "mixed", COMMUNITY, is_commercial=True),
    "partner who pays nothing": Recipient(RecipientKind.PARTNER, "free", COMMUNITY, pays=False),
    "partner who pays": Recipient(RecipientKind.PARTNER, "buyer", COMMUNITY, pays=True),
    "partner without advertising": Recipient(RecipientKind.PARTNER, "calm", COMMUNITY, carries_advertising=False),
    "partner with advertising": Recipient(RecipientKind.PARTNER, "loud", COMMUNITY, carries_advertising=True),
    "print publisher": Recipient(RecipientKind.PARTNER, "paper", frozenset({PartyClass.PRINT_PUBLISHER})),
}

SEED_OFFER = Grant(
    id=7,
    basis=Basis.SOURCE_TERMS,
    grantee=Grantee.CLASS,
    grantee_class=PartyClass.COMMUNITY_SITE,
    uses=frozenset({Use.READ}),
    recipients=frozenset({"public"}),
    onward=Onward.SAME_OFFER,
    channels=frozenset({Channel.WEB}),
    commercial=Commercial.NO,
    duties=SEED_DUTIES,
    contact="rights@source.example",
)
PERMISSION = Grant(1, Basis.WRITTEN_PERMISSION, Grantee.HOUSE, frozenset({Use.READ}), contact="owner@permitted.example")
OWN = Grant(2, Basis.OWN_STAFF, Grantee.HOUSE, SITE_USES, onward=Onward.SUBLICENSABLE)
LICENCE = Grant(3, Basis.CC, Grantee.ANYONE, SITE_USES, onward=Onward.SAME_OFFER)
FAIR_USE = Grant(
    id=4,
    basis=Basis.FAIR_USE,
    grantee=Grantee.HOUSE,
    uses=frozenset({Use.READ}),
    recipients=frozenset({"registered_reader"}),
    commercial=Commercial.NO,
    purposes=frozenset({Purpose.RESEARCH, Purpose.EDUCATION}),
)


def _work(grant: Grant, whose: Whose, contact: str = "", kind: WorkKind = WorkKind.TEXT) -> Work:
    return Work(1, kind, grant.basis, whose, is_verified=True, grants=(grant,), contact=contact)


def _third_party(grant: Grant, kind: WorkKind = WorkKind.TEXT) -> Work:
    return _work(grant, Whose.THIRD_PARTY, "owner@third.example", kind)


WORKS = {
    "own story": _work(OWN, Whose.OURS),
    "seed story": _work(SEED_OFFER, Whose.SOURCES_OWN),
    "permitted story": _work(PERMISSION, Whose.SOURCES_OWN),
    "permitted picture": _work(PERMISSION, Whose.SOURCES_OWN, kind=WorkKind.IMAGE),
    "permitted chart": _work(PERMISSION, Whose.SOURCES_OWN, kind=WorkKind.CHART),
    "permitted quotation": _work(PERMISSION, Whose.SOURCES_OWN, kind=WorkKind.QUOTATION),
    "story for acme alone": _third_party(replace(PERMISSION, grantee=Grantee.PARTNER, grantee_key="acme")),
    "CC BY story": _third_party(LICENCE),
    "CC BY-NC story": _third_party(replace(LICENCE, commercial=Commercial.NO)),
    "CC BY-ND story": _third_party(replace(LICENCE, unaltered=True, uses=LICENCE.uses - {Use.ADAPT, Use.TRANSLATE})),
    "fair-use story": _third_party(FAIR_USE),
    "fair-use picture": _third_party(FAIR_USE, WorkKind.IMAGE),
    "quotation by law": _third_party(Grant(5, Basis.QUOTATION, Grantee.HOUSE, frozenset({Use.READ})), WorkKind.QUOTATION),
}


@dataclass(frozen=True)
class Case:
    """What one row's words amount to."""

    work: Work
    house: House = OUR_HOUSE
    context: Context = ON_THE_WEB

    def with_work(self, **changes: Any) -> "Case":
        return replace(self, work=replace(self.work, **changes))

    def with_grant(self, **changes: Any) -> "Case":
        """Change the last grant named so far."""
        *others, last = self.work.grants
        return self.with_work(grants=(*others, replace(last, **changes)))

    def and_grant(self, grant: Grant) -> "Case":
        return self.with_work(grants=(*self.work.grants, replace(grant, id=10 + len(self.work.grants))))

    def may(self, *uses: Use) -> "Case":
        return self.with_grant(uses=self.work.grants[-1].uses | set(uses))

    def shown_to(self, *names: str) -> "Case":
        return self.with_grant(recipients=self.work.grants[-1].recipients | set(names))

    def in_country(self, code: str) -> "Case":
        return replace(self, context=Context(territory=code))

    def of_house(self, **changes: Any) -> "Case":
        return replace(self, house=replace(self.house, **changes))

    def of_house_from(self, at: datetime, **changes: Any) -> "Case":
        return self.of_house(coming=(*self.house.coming, (at, replace(self.house, coming=(), **changes))))

    def forbidden(self, **what: Any) -> "Case":
        return self.with_work(prohibitions=(*self.work.prohibitions, Prohibition(**what)))


def _lifted(case: Case, at: datetime) -> Case:
    *others, last = case.work.holds
    return case.with_work(holds=(*others, replace(last, lifted_at=at)))


#: Facts that end in a time.
TIMED: dict[str, Callable[[Case, datetime], Case]] = {
    "held since": lambda case, at: case.with_work(holds=(*case.work.holds, Hold(HoldKind.NOTICE, at))),
    "hold lifted": _lifted,
    "withdrawn": lambda case, at: case.with_work(withdrawn_at=at),
    "embargo ends": lambda case, at: case.with_work(embargoed_until=at),
    "expires": lambda case, at: case.with_work(expires_at=at),
    "grant begins": lambda case, at: case.with_grant(valid_from=at),
    "not before": lambda case, at: case.with_grant(not_before=at),
    "grant ends": lambda case, at: case.with_grant(valid_to=at),
    "grant revoked": lambda case, at: case.with_grant(revoked_at=at),
    "review due": lambda case, at: case.with_grant(review_due_at=at),
    "legally held since": lambda case, at: case.with_work(holds=(*case.work.holds, Hold(HoldKind.LEGAL, at))),
    "original appeared": lambda case, at: case.with_work(original_published_at=at),
    "we first published": lambda case, at: case.with_work(first_published_at=at),
    "fee paid": lambda case, at: case.with_grant(fee_paid_at=at),
    "forbidden from": lambda case, at: case.forbidden(begins_at=at),
    "acme's alone until": lambda case, at: case.forbidden(spared="partner:acme", ends_at=at),
    "ours alone until": lambda case, at: case.forbidden(spared="house", ends_at=at),
    "house commercial from": lambda case, at: case.of_house_from(at, is_commercial=True),
    "house a community site again from": lambda case, at: case.of_house_from(at, is_commercial=False),
}
PLAIN: dict[str, Callable[[Case], Case]] = {
    "no grants": lambda case: case.with_work(grants=()),
    "basis unknown": lambda case: case.with_work(basis=Basis.UNKNOWN),
    "basis not verified": lambda case: case.with_work(is_verified=False),
    "whose is not known": lambda case: case.with_work(whose=Whose.NOT_KNOWN),
    "whose is a third party": lambda case: case.with_work(whose=Whose.THIRD_PARTY, contact="owner@third.example"),
    "grant's basis unknown": lambda case: case.with_grant(basis=Basis.UNKNOWN),
    "grant not confirmed": lambda case: case.with_grant(is_confirmed=False),
    "contact not readable": lambda case: case.with_grant(contact=""),
    "AI crawlers may train": lambda case: case.may(Use.AI_TRAIN).shown_to("public", "crawler:ai"),
    "may be mailed": lambda case: case.may(Use.EMAIL),
    "may be syndicated": lambda case: case.may(Use.SYNDICATE, Use.REPUBLISH),
    "may only be excerpted": lambda case: case.with_grant(uses=frozenset({Use.EXCERPT})),
    "may only be mailed": lambda case: case.with_grant(uses=frozenset({Use.EMAIL})),
    "shown to registered readers": lambda case: case.shown_to("registered_reader"),
    "shown to educators": lambda case: case.shown_to("class:educator"),
    "partner acme only": lambda case: case.shown_to("partner:acme"),
    "worksheet widened to the public": lambda case: case.shown_to("public"),
    "only in AT and DE": lambda case: case.with_grant(territories=frozenset({"AT", "DE"})),
    "not in US": lambda case: case.with_grant(territories_denied=frozenset({"US"})),
    "only in EU": lambda case: case.with_grant(territories=frozenset({"EU"})),
    "not in EU": lambda case: case.with_grant(territories_denied=frozenset({"EU"})),
    "in EU": lambda case: case.in_country("EU"),
    "for Martians": lambda case: case.with_grant(grantee=Grantee.CLASS, grantee_class="martian"),
    "48 hours' delay": lambda case: case.with_grant(delay_hours=48),
    "three uses": lambda case: case.with_grant(max_uses=3),
    "used twice": lambda case: case.with_work(uses_before=2),
    "used three times": lambda case: case.with_work(uses_before=3),
    "for a fee": lambda case: case.with_grant(fee="80 EUR"),
    "single pieces only": lambda case: case.with_grant(no_systematic=True),
    "taken by a machine": lambda case: replace(case, context=Context(is_systematic=True)),
    "not to be sold": lambda case: case.with_grant(no_resale=True),
    "not beside advertising": lambda case: case.with_grant(no_ads_adjacent=True),
    "house carries advertising": lambda case: case.of_house(carries_advertising=True),
    "house has a paywall": lambda case: case.of_house(has_paywall=True),
    "forbidden to print": lambda case: case.forbidden(uses=frozenset({Use.PRINT})),
    "forbidden on paper": lambda case: case.forbidden(channels=frozenset({Channel.PRINT})),
    "forbidden to read": lambda case: case.forbidden(uses=frozenset({Use.READ})),
    "forbidden to republish": lambda case: case.forbidden(uses=frozenset({Use.REPUBLISH})),
    "forbidden to commercial sites": lambda case: case.forbidden(classes=frozenset({PartyClass.COMMERCIAL_SITE})),
    "leaves a notice": lambda case: case.with_grant(end_action=EndAction.NOTICE_PAGE),
    "leaves nothing": lambda case: case.with_grant(end_action=EndAction.WITHDRAW),
    "in AT": lambda case: case.in_country("AT"),
    "in FR": lambda case: case.in_country("FR"),
    "in DE": lambda case: case.in_country("DE"),
    "in US": lambda case: case.in_country("US"),
    "by mail only": lambda case: case.with_grant(channels=frozenset({Channel.MAIL})),
    "web only": lambda case: case.with_grant(channels=frozenset({Channel.WEB})),
    "asked by mail": lambda case: replace(case, context=Context(channel=Channel.MAIL)),
    "an excerpt of 200 characters": lambda case: case.with_grant(part=Part.EXCERPT, max_chars=200),
    "headline only": lambda case: case.with_grant(part=Part.HEADLINE),
    "for education": lambda case: case.with_grant(purposes=frozenset({Purpose.EDUCATION})),
    "not for commerce": lambda case: case.with_grant(commercial=Commercial.NO),
    "commercial with consent": lambda case: case.with_grant(commercial=Commercial.WITH_CONSENT),
    "leaves the excerpt": lambda case: case.with_grant(end_action=EndAction.EXCERPT),
    "nothing onward": lambda case: case.with_grant(onward=Onward.NONE),
    "same offer": lambda case: case.with_grant(onward=Onward.SAME_OFFER),
    "sublicensable": lambda case: case.with_grant(onward=Onward.SUBLICENSABLE),
    "house commercial": lambda case: replace(case, house=replace(case.house, is_commercial=True)),
    "house in the commercial class": lambda case: replace(case, house=House(classes=COMMUNITY | {PartyClass.COMMERCIAL_SITE})),
    "house not a community site": lambda case: replace(case, house=House(classes=frozenset({PartyClass.NEWS_PUBLISHER}))),
    "and public domain": lambda case: case.and_grant(Grant(0, Basis.PUBLIC_DOMAIN, Grantee.ANYONE, SITE_USES)),
    "and an excerpt of 900": lambda case: case.and_grant(replace(PERMISSION, part=Part.EXCERPT, max_chars=900)),
    "and an excerpt of 200 for the public": lambda case: case.and_grant(
        replace(FAIR_USE, recipients=frozenset({"public"}), part=Part.EXCERPT, max_chars=200)
    ),
    "and a permission to translate": lambda case: case.and_grant(replace(PERMISSION, uses=frozenset({Use.TRANSLATE}))),
    "and seed offer": lambda case: case.and_grant(SEED_OFFER),
    "our offer to community sites": lambda case: case.and_grant(replace(SEED_OFFER, basis=Basis.OWN_STAFF)),
}


def case(words: str) -> Case:
    """What a row's facts say. A word that stands in no table is a KeyError."""
    first, *changes = words.split("; ")
    result = Case(WORKS[first])
    for change in changes:
        timed = re.fullmatch(rf"(.+?) ({'|'.join(TIMES)})", change)
        result = TIMED[timed[1]](result, TIMES[timed[2]]) if timed else PLAIN[change](result)
    return result


def ask(decide: Callable[..., Any], row: tuple[Any, ...]) -> Any:
    """Put one row of `oracle.ROWS` to a `decide`."""
    facts = case(row[1])
    return decide(facts.work, row[2], RECIPIENTS[row[3]], at=NOON, house=facts.house, context=facts.context)


def given(decision: Any, row: tuple[Any, ...]) -> tuple[Any, ...]:
    """The answer in the oracle's words, as far as this row speaks of it."""
    told = {
        "contact": decision.contact,
        "next": _in_words(decision.next_change_at),
        "until": _in_words(decision.limits.until),
        "territories": sorted(decision.limits.territories),
        "max_chars": decision.limits.max_chars,
        "reasons": list(decision.reasons),
        "duties": [duty.obligation for duty in decision.duties],
        "conditions": list(decision.conditions),
        "end_action": decision.end_action,
        "hold": decision.hold,
    }
    asked = row[6] if len(row) > 6 else {}
    return (decision.verdict, decision.reason, {word: told[word] for word in asked})


def _in_words(instant: datetime | None) -> str:
    return next((word for word, time in TIMES.items() if time == instant), str(instant))


def wanted(row: tuple[Any, ...]) -> tuple[Any, ...]:
    return (row[4], row[5], row[6] if len(row) > 6 else {})


def ask_page(decide_page: Callable[..., Any], row: tuple[Any, ...]) -> tuple[Any, ...]:
    """Put one row of `oracle.PAGES`; works are numbered by their place, so that `dropped` reads as in the table."""
    works = [replace(case(words).work, id=place) for place, words in enumerate(row[0])]
    page = decide_page(works, row[1], RECIPIENTS[row[2]], at=NOON, house=OUR_HOUSE)
    return (page.verdict, page.reason, page.dropped)


def disagreements(decide: Callable[..., Any], decide_page: Callable[..., Any]) -> list[str]:
    """Every row that gets another answer than the table's, as one line each."""
    found = [f"{row[:4]}: {answer}, not {wanted(row)}" for row in oracle.ROWS if (answer := given(ask(decide, row), row)) != wanted(row)]
    found += [f"{row[:3]}: {answer}, not {row[3:]}" for row in oracle.PAGES if (answer := ask_page(decide_page, row)) != row[3:]]
    return found
