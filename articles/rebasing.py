"""A source's terms change: what rests on the old ones, what the new ones would make of it, and putting them in force.

Looking ahead asks the decision itself, with the grants that re-basing would write, and changes nothing. Old terms end for
what stays on them. What rests on a Creative Commons licence is not touched: the licence can't be called back.
"""

from collections.abc import Collection, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Q, QuerySet, prefetch_related_objects
from django.urls import reverse

from articles import addresses, drafting, roles
from articles import basing as desk_basing
from articles.models import Article, MediaAsset
from articles.refusals import FormRefused, Obstacle, Refused
from articles.vocabulary import Act, State
from house.instants import aware
from rights import banning, basing, catalogue, contacts, exits, facts, ledger, records, source_terms
from rights.decision import decide_page
from rights.models import Licence, SourceTerms, TermProposal, Work
from rights.records import Publication
from rights.vocabulary import STRICTNESS, Basis, TermKind, Verdict
from rights.wording import say

#: As many as one page can show and one act can do while somebody waits.
AT_ONCE = 200
ENDED = (State.KILLED, State.TAKEN_DOWN, State.SPIKED)
LIVE = (State.PUBLISHED, State.SCHEDULED)


@dataclass(frozen=True)
class Target:
    """On what re-based works would rest: the new terms, or the public licence that these name."""

    terms: SourceTerms
    basis: Basis
    licence: Licence | None
    confirmed: tuple[TermProposal, ...]

    def of(self, work: Work) -> Work:
        """The work as it would be, unsaved."""
        ahead = copy(work)
        self.put(ahead)
        return ahead

    def put(self, work: Work) -> None:
        work.terms, work.basis = self.terms, self.basis
        work.licence = self.licence or work.licence


@dataclass(frozen=True)
class Change:
    """What one receiver of one exit would get instead."""

    exit_label: str
    receiver: str
    before: Verdict
    after: Verdict
    sentence: str

    @property
    def is_loss(self) -> bool:
        return STRICTNESS[self.after] > STRICTNESS[self.before]


@dataclass(frozen=True)
class Resting:
    """One work on older terms, with what re-basing would change. `why_not` says why it can't be re-based, "" where it can."""

    work: Work
    title: str
    url: str
    state: str
    is_live: bool
    changes: tuple[Change, ...]
    why_not: str
    note: str = ""


@dataclass(frozen=True)
class Report:
    """What was done to each: (title, "") where it was re-based, else (title, why not). `left` counts what ends with the old terms."""

    items: tuple[tuple[str, str], ...]
    left: int

    @property
    def done(self) -> int:
        return len([why for _title, why in self.items if not why])


def target_of(terms: SourceTerms) -> Target:
    """What confirmed sentences of these terms offer. A public licence wins: nobody can take it back."""
    confirmed = tuple(proposal for proposal in terms.proposals.all() if proposal.is_confirmed)
    named = [p.codes.get("spdx", "") for p in confirmed if p.kind == TermKind.PERMISSION and p.codes.get("basis") == Basis.CC]
    known = next((found for spdx in named if (found := catalogue.entry(spdx)) and found.permits_sharing), None)
    licence = Licence.objects.filter(spdx_id=known.spdx_id).first() if known else None
    return Target(terms, Basis.CC if licence else Basis.SOURCE_TERMS, licence, confirmed)


def works_on_older(terms: SourceTerms) -> QuerySet[Work]:
    """Works of this source that rest on other terms of its own than these, and are not ended for good."""
    ended = Q(article__state__in=ENDED)
    resting = Work.objects.filter(source=terms.source_id, basis=Basis.SOURCE_TERMS, basis_confirmed_at__isnull=False)
    return resting.exclude(terms=terms).exclude(ended).select_related("source", "licence", "terms").order_by("-pk")


def look_ahead(terms: SourceTerms, *, at: datetime) -> list[Resting]:
    """The dry run, newest first, at most `AT_ONCE`. A constant number of queries, whatever the number of works."""
    prefetch_related_objects([terms], "proposals")
    works = list(
        works_on_older(terms)
        .select_related("article", "picture")
        .prefetch_related("prohibitions")
        .defer("article__body", "article__ed_note")[:AT_ONCE]
    )
    pages = _pages(works)
    publications = {
        work.pk: Publication(work.article.embargoed_until, work.article.expires_at) for work in works if hasattr(work, "article")
    }
    known = records.work_facts({pk for page in pages.values() for pk in page}, publications)
    view = _View(target_of(terms), records.house_facts(at), at)
    return [view.resting(work, [known[pk] for pk in pages[work.pk]]) for work in works]


def _pages(works: Iterable[Work]) -> dict[int, list[int]]:
    """Each work with the works that stand on its page: itself first, then its article's pictures."""
    pages = {work.pk: [work.pk] for work in works}
    placed = MediaAsset.objects.filter(placements__article__work__in=pages).values_list("placements__article__work", "work")
    for page, picture in placed.order_by("placements__position", "placements__id"):
        pages[page].append(picture)
    return pages


class _View:
    """What all looks ahead of one page share."""

    def __init__(self, target: Target, house: facts.House, at: datetime) -> None:
        self.target, self.house, self.at = target, house, at
        self.doors = [(door, receiver) for door in exits.asking_apart() for receiver in door.receivers(at)]

    def resting(self, work: Work, page: list[facts.Work]) -> Resting:
        ahead = [self._ahead(work, page[0]), *page[1:]]
        why_not = " ".join(str(obstacle) for obstacle in refusals(work, self.target, self.house, at=self.at))
        article: Article | None = getattr(work, "article", None)
        is_live = bool(article and article.state in LIVE)
        return Resting(
            work=work,
            title=article.headline if article else str(work.picture),
            url=addresses.desk_article(article.pk) if article else reverse("admin:articles_mediaasset_change", args=[work.picture.pk]),
            state=article.get_state_display() if article else "Picture",
            is_live=is_live,
            changes=() if why_not else tuple(self._changes(page, ahead)),
            why_not=why_not,
            note="Publish a new version afterwards: what readers see names the old basis." if is_live and self.target.licence else "",
        )

    def _ahead(self, work: Work, now: facts.Work) -> facts.Work:
        ahead = self.target.of(work)
        grants = basing.grants_for(ahead)
        for grant in grants:
            grant.confirmed_at = self.at
        told = [ban for ban in work.prohibitions.all() if ban.proposal_id is None]
        bans = [records.ban_facts(ban) for ban in (*told, *banning.in_terms(ahead))]
        # What somebody has alone is no row of its own.
        bans += [ban for ban in now.prohibitions if ban.spared]
        return replace(now, basis=self.target.basis, grants=tuple(records.grant_facts(grant) for grant in grants), prohibitions=tuple(bans))

    def _changes(self, page: list[facts.Work], ahead: list[facts.Work]) -> Iterator[Change]:
        for door, receiver in self.doors:
            before, after = (
                decide_page(works, door.use, receiver.recipient, at=self.at, house=self.house, context=receiver.context)
                for works in (page, ahead)
            )
            if before.verdict != after.verdict:
                sentence = say(after.reason, contact=after.contact)
                yield Change(door.label, receiver.label, before.verdict, after.verdict, sentence)


def refusals(work: Work, target: Target, house: facts.House, *, at: datetime) -> list[Obstacle]:
    """Why this work can't rest on the new terms."""
    if target.basis == Basis.CC:
        return []
    offers = [p for p in target.confirmed if p.kind == TermKind.PERMISSION and p.codes.get("basis") != Basis.CC]
    if not any(desk_basing.reaches_us(offer, house) for offer in offers):
        return [Obstacle("terms_not_offered", "basis", "The new terms offer nothing that reaches us.", "Find another basis.", "rights")]
    return desk_basing.owed(work, target.confirmed)


def put_in_force(terms_id: int, work_ids: Collection[int], *, ends_at: datetime | None = None, by: Any, at: datetime) -> Report:
    """The new terms hold from now. These works are re-based on them; whatever stays on older terms ends at `ends_at`, else at once.

    Each work is done or refused for itself. Raises FormRefused where the terms are not answered, or newer ones are in force.
    """
    role = roles.check(by, Act.KEEP_SOURCES)
    with transaction.atomic():
        terms = SourceTerms.objects.select_for_update(of=("self",)).select_related("source").get(pk=terms_id)
        _refuse_unready(terms, ends_at, at)
        if terms.confirmed_at is None:
            source_terms.confirm(terms, by=by, at=at)
            contacts.record(terms.source, terms.proposals.all())
        target, house = target_of(terms), records.house_facts(at)
        chosen = list(works_on_older(terms).filter(pk__in=work_ids).select_related("article", "picture")[:AT_ONCE])
        items = tuple(_rebased(work, target, house, by=by, role=role, at=at) for work in chosen)
        left = _end_older(terms, ends_at, by=by, role=role, at=at)
        rebased = [work.pk for work, (_title, why) in zip(chosen, items, strict=True) if not why]
        ledger.append(None, "terms_in_force", by=by, role=role, at=at, terms=terms.pk, evidence=terms.evidence.sha256, rebased=rebased)
    return Report(items, left)


def _refuse_unready(terms: SourceTerms, ends_at: datetime | None, at: datetime) -> None:
    open_ones = terms.proposals.filter(is_confirmed__isnull=True).count()
    if open_ones:
        left = f"{open_ones} sentences wait for an answer." if open_ones > 1 else "One sentence waits for an answer."
        raise FormRefused(Obstacle("terms_unanswered", "terms", left, "Read each, then confirm or reject it."))
    if terms.source.terms.filter(number__gt=terms.number, confirmed_at__isnull=False).exists():
        raise FormRefused(Obstacle("newer_terms", "terms", "Newer terms of this source are in force.", "Open those instead."))
    if terms.valid_to and terms.valid_to <= at:
        raise FormRefused(Obstacle("terms_ended", "terms", "These terms have ended.", "Read the source's page again."))
    if ends_at and aware(ends_at) < at:
        raise FormRefused(Obstacle("past", "ends_at", "The old terms can't end in the past.", "Choose a later moment, or leave it empty."))


def _rebased(work: Work, target: Target, house: facts.House, *, by: Any, role: str, at: datetime) -> tuple[str, str]:
    """Re-base one work in a transaction of its own: its title, and why it was not done."""
    title = work.article.headline if hasattr(work, "article") else str(work.picture)
    try:
        with transaction.atomic():
            _rebase(work, target, house, by=by, role=role, at=at)
    except Refused as refused:
        return title, " ".join(str(obstacle) for obstacle in refused.obstacles)
    return title, ""


def _rebase(work: Work, target: Target, house: facts.House, *, by: Any, role: str, at: datetime) -> None:
    article = drafting.lock(work.article.pk) if hasattr(work, "article") else None
    if article:
        desk_basing.check_live(article, by)
    found = refusals(work, target, house, at=at)
    if found:
        raise FormRefused(*found)
    before = work.terms_id
    target.put(work)
    work.save(update_fields=["terms", "basis", "licence"])
    basing.settle(work, by=by, role=role, at=at, evidence=[target.terms.evidence])
    ledger.append(work, "rebased", by=by, role=role, at=at, terms=target.terms.pk, before=before)
    if article:
        article.work = work
        drafting.after_save(article, by=by, at=at)


def _end_older(terms: SourceTerms, ends_at: datetime | None, *, by: Any, role: str, at: datetime) -> int:
    """End what the source no longer offers; counts the works that end with it. An end set before stays, unless another is given."""
    left = works_on_older(terms)
    count = left.count()
    for older in terms.source.terms.in_force(at).exclude(pk=terms.pk):
        if ends_at or older.valid_to is None:
            source_terms.end(older, ends_at=ends_at or at, by=by, role=role, at=at)
    # Works based before terms were kept as rows name none; their grants end all the same.
    for work in left.filter(terms__isnull=True):
        basing.revoke(work, at=ends_at or at)
    return count
