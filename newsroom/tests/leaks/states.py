"""Facts drawn at random, as plain words and as rows: grants, holds, ends, who we are, partners and what was agreed."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Any

from articles import withdrawing
from articles.models import Article, Section
from articles.vocabulary import Move
from house.models import House
from newsroom.tests.leaks.base import HOUR, LONG_AGO, PARTNERS, T0, Base, house_row
from newsroom.tests.leaks.wanted import Grant, Party, Work
from rights import models as rows
from syndication.models import Agreement, ClassMembership, Partner

EVERY_USE = {"read", "list", "excerpt", "email", "syndicate", "republish", "print", "index", "media_rendition"}
CLASSES = {
    "gull": "community_site",
    "tern": "nonprofit_site",
    "globe": "news_publisher",
    "mixed": "community_site",
    "paper": "commercial_site",
}
MOVES = (Move.KILL, Move.UNPUBLISH, Move.TAKE_DOWN)


@dataclass
class Agreed:
    part: str
    starts_at: datetime
    ends_at: datetime | None
    section: str = ""


@dataclass
class Supplied:
    """A partner as recorded: its class and until when, whether and since when it is stopped, what was agreed."""

    party_class: str
    left_at: datetime | None
    stopped_at: datetime | None
    agreements: list[Agreed] = field(default_factory=list)


@dataclass
class Facts:
    """One state. `houses` are dated; `withdrawn` says since when an article is."""

    houses: list[tuple[datetime, Party]]
    works: dict[int, Work]
    partners: dict[str, Supplied]
    withdrawn: dict[int, datetime]

    def house(self, at: datetime) -> Party:
        return next(party for begins_at, party in reversed(self.houses) if begins_at <= at)


class Draw:
    """One state's dice. Instants are few and fall together, so that "at the second" is asked often."""

    def __init__(self, seed: str) -> None:
        self.random = Random(seed)

    def once_in(self, count: int) -> bool:
        return self.random.randrange(count) == 0

    def instant(self) -> datetime:
        return T0 + self.random.randrange(-6, 48, 3) * HOUR

    def maybe(self, count: int) -> datetime | None:
        return self.instant() if self.once_in(count) else None

    def facts(self, base: Base) -> Facts:
        works = {piece.work_id: self.work("text", piece.basis, piece.whose) for piece in base.pieces}
        works |= {photo.work_id: self.work("image", photo.basis, photo.whose) for photo in base.photos}
        for piece in base.pieces:
            work = works[piece.work_id]
            if work.grants and self.once_in(12):
                work.grants[0].obligations = [self.duty(piece.number)]
            work.embargoed_until, work.expires_at = self.maybe(20), self.maybe(20)
            if work.embargoed_until and work.expires_at and work.embargoed_until >= work.expires_at:
                work.expires_at = work.embargoed_until + 6 * HOUR
        return Facts(self.houses(), works, {slug: self.partner(slug) for slug in PARTNERS}, self.withdrawn(base))

    def duty(self, number: int) -> dict[str, str]:
        """A line that every exit can show, or a link to an original whose address nobody recorded."""
        line = {"name": "copyright_line", "value": f"© qp{number:02}x"}
        return self.random.choice([line, {"name": "link_original", "value": ""}])

    def houses(self) -> list[tuple[datetime, Party]]:
        kinds = [
            Party(classes={"community_site"}),
            Party(classes={"news_publisher"}),
            Party(classes={"community_site"}, is_commercial=True),
        ]
        first, later = self.random.choices(kinds, [12, 1, 1], k=2)
        return [(LONG_AGO - 400 * HOUR, first), *([(self.instant(), later)] if self.once_in(3) else [])]

    def withdrawn(self, base: Base) -> dict[int, datetime]:
        return {piece.article_id: self.instant() for piece in base.pieces if self.once_in(24)}

    def work(self, kind: str, basis: str, whose: str) -> Work:
        grants = [self.changed(grant, kind) for grant in self.usual(basis)] if not self.once_in(40) else []
        work = Work(kind, basis, whose, is_verified=not self.once_in(50), grants=grants, appeared_at=self.instant() - 24 * HOUR)
        if self.once_in(14):
            begins = self.instant()
            work.holds = [(begins, begins + self.random.choice([3, 9]) * HOUR if self.once_in(2) else None)]
        return work

    def usual(self, basis: str) -> list[Grant]:
        """What a desk mostly records for a work on this basis."""
        if basis == "own_staff":
            return [Grant(basis, uses=set(EVERY_USE), onward="sublicensable")]
        if basis == "source_terms":
            offer = Grant(basis, "class", {"read"}, grantee_class="community_site", onward="same_offer", channels={"web"}, commercial="no")
            return [offer]
        if basis == "cc":
            return [Grant(basis, "anyone", set(EVERY_USE), onward="same_offer", commercial="no" if self.once_in(3) else "any")]
        if basis == "fair_use":
            readers = Grant(basis, recipients={"registered_reader"}, commercial="no", purposes={"research", "education"})
            quoted = Grant(basis, recipients={"public"}, commercial="no", part="excerpt", max_chars=self.random.choice([60, 150, 400]))
            return [readers, quoted]
        return [
            Grant(
                basis,
                uses={"read", "syndicate", "email", "republish"},
                onward=self.random.choice(["none", "sublicensable", "sublicensable", "sublicensable"]),
            )
        ]

    def changed(self, grant: Grant, kind: str) -> Grant:
        """The same with a condition or two that the usual one has not."""
        grant = replace(grant, **self.times(grant))
        return replace(grant, **self.condition(grant, kind)) if self.once_in(4) else grant

    def times(self, grant: Grant) -> dict[str, Any]:
        ends = self.maybe(12)
        times: dict[str, Any] = {"valid_to": ends, "revoked_at": self.maybe(40), "not_before": self.maybe(24)}
        times["valid_from"] = ends - 9 * HOUR if ends and self.once_in(4) else None
        times["end_action"] = self.random.choice(["withdraw", "excerpt", "notice_page"])
        times["review_due_at"] = self.random.choice([T0, T0 - timedelta(days=14), T0 + 9 * HOUR]) if self.once_in(3) else None
        return {**times, "is_confirmed": not self.once_in(40)}

    def condition(self, grant: Grant, kind: str) -> dict[str, Any]:
        choices: list[dict[str, Any]] = [
            {"territories": {"DE", "AT"}},
            {"territories_denied": {"AT"}},
            {"part": "excerpt", "max_chars": self.random.choice([40, 200])},
            {"part": "excerpt", "max_share": 0.25},
            {"part": "headline"},
            {"uses": {"excerpt"}},
            {"delay_hours": self.random.choice([12, 48])},
            {"uses": {"email"}},
            {"uses": {"syndicate"}},
            {"recipients": {"registered_reader"}},
            {"channels": {"mail"}},
            {"commercial": "with_consent"},
            {"purposes": {"news"}},
            {"grantee": "partner", "grantee_key": "gull"},
            {"recipients": grant.recipients | {"partner:tern"}},
        ]
        return self.random.choice(choices)

    def partner(self, slug: str) -> Supplied:
        agreements = [self.agreement() for _ in range(self.random.choice([0, 1, 1, 1, 1, 1, 2, 2]))]
        return Supplied(CLASSES[slug], self.maybe(8), self.maybe(10), agreements)

    def agreement(self) -> Agreed:
        starts_at = self.instant() if self.once_in(5) else LONG_AGO
        ends_at = starts_at + self.random.choice([12, 24]) * HOUR if self.once_in(5) else None
        section = "harbour" if self.once_in(6) else ""
        return Agreed(self.random.choice(["full", "full", "full", "excerpt", "headline"]), starts_at, ends_at, section)

    def moments(self, count: int) -> list[datetime]:
        """Instants to ask at, in their order: just before, at, just after something may change, or between."""
        steps = [timedelta(0), timedelta(seconds=1), -timedelta(seconds=1), timedelta(minutes=40), timedelta(microseconds=-1)]
        return sorted(max(T0, self.instant()) + self.random.choice(steps) for _ in range(count))


def write(facts: Facts, base: Base, chief: Any) -> None:
    """The facts as rows. The caller rolls them back."""
    for begins_at, party in facts.houses:
        house_row(base.next_id(House), begins_at, classes=sorted(party.classes), carries_advertising=party.is_commercial)
    rows.Grant.objects.bulk_create(
        _grant_row(grant, pk, base.next_id(rows.Grant)) for pk, work in facts.works.items() for grant in work.grants
    )
    rows.Hold.objects.bulk_create(
        rows.Hold(work_id=pk, reason="A letter.", placed_at=placed, lifted_at=lifted)
        for pk, work in facts.works.items()
        for placed, lifted in work.holds
    )
    verified = [pk for pk, work in facts.works.items() if work.is_verified]
    rows.Work.objects.filter(pk__in=verified).update(basis_confirmed_at=LONG_AGO)
    rows.Work.objects.exclude(pk__in=verified).update(basis_confirmed_at=None)
    for pk, work in facts.works.items():
        if any(grant.delay_hours for grant in work.grants):
            rows.Work.objects.filter(pk=pk).update(original_published_at=work.appeared_at)
    for piece in base.pieces:
        work = facts.works[piece.work_id]
        if work.embargoed_until or work.expires_at:
            Article.objects.filter(pk=piece.article_id).update(embargoed_until=work.embargoed_until, expires_at=work.expires_at)
    for article_id, at in facts.withdrawn.items():
        withdrawing.withdraw(article_id, MOVES[article_id % 3], by=chief, at=at, reason="Wrong.")
    for slug, supplied in facts.partners.items():
        _write_partner(slug, supplied)


def _grant_row(grant: Grant, work_id: int, pk: int) -> rows.Grant:
    values = {name: sorted(value) if isinstance(value, set) else value for name, value in vars(grant).items() if name != "is_confirmed"}
    return rows.Grant(pk=pk, work_id=work_id, recorded_at=LONG_AGO, confirmed_at=LONG_AGO if grant.is_confirmed else None, **values)


def _write_partner(slug: str, supplied: Supplied) -> None:
    row = Partner.objects.get(slug=slug)
    if supplied.stopped_at:
        row.state, row.state_changed_at = "suspended", supplied.stopped_at
        row.save()
    ClassMembership.objects.create(
        partner=row, party_class=supplied.party_class, evidence_note="Seen.", recorded_at=LONG_AGO, ended_at=supplied.left_at
    )
    for agreed in supplied.agreements:
        made = Agreement.objects.create(partner=row, part=agreed.part, starts_at=agreed.starts_at, ends_at=agreed.ends_at)
        if agreed.section:
            made.sections.set(Section.objects.filter(slug=agreed.section))
