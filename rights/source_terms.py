"""A source's terms over time: what its page said on a day, what a person confirmed of it, what rests on it, and when it ends.

The same words are the same terms, wherever they were seen; other words are other terms, with a number of their own.
The caller has checked the person's role and holds the transaction.
"""

import hashlib
import json
from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Max, QuerySet

from rights import ledger, naming
from rights.models import Evidence, Grant, Source, SourceTerms, TermProposal, Work
from rights.terms import Proposal
from rights.vocabulary import Basis, TermKind

#: What makes terms the same: whom to ask may change without the terms changing.
TELLING = frozenset({TermKind.PERMISSION, TermKind.CONDITION, TermKind.PROHIBITION, TermKind.FAIR_USE, TermKind.RESPONSIBILITY})


def digest_of(proposals: Iterable[Proposal | TermProposal]) -> str:
    """One hash for what the sentences say, whatever stands around them. "" where nothing was read."""
    said = sorted({(str(p.kind), " ".join(p.quote.split()).casefold()) for p in proposals if TermKind(p.kind) in TELLING})
    return hashlib.sha256(json.dumps(said).encode()).hexdigest() if said else ""


def current(source: Source, at: datetime) -> SourceTerms | None:
    """What the source offers at `at`, as far as a person confirmed it. Nothing after the end of the relationship."""
    return None if source.has_ended(at) else source.terms.in_force(at).first()


def note(source: Source, evidence: Evidence, proposals: Iterable[Proposal | TermProposal], *, by: Any, at: datetime) -> SourceTerms:
    """Record what a page of the source says now. It holds nothing until its sentences are answered and it is put in force."""
    read = list(proposals)
    newest = source.terms.aggregate(newest=Max("number"))["newest"] or 0
    terms = SourceTerms.objects.create(
        source=source,
        number=newest + 1,
        evidence=evidence,
        digest=digest_of(read),
        seen_at=evidence.obtained_at,
        valid_from=evidence.obtained_at,
        recorded_by=by,
        recorded_at=at,
    )
    TermProposal.objects.bulk_create(_copy(proposal, terms) for proposal in read)
    return terms


def _copy(read: Proposal | TermProposal, terms: SourceTerms) -> TermProposal:
    copy = TermProposal(
        terms=terms,
        evidence_id=terms.evidence_id,
        kind=read.kind,
        rule=read.rule,
        codes=read.codes,
        quote=read.quote,
        start=read.start,
        end=read.end,
    )
    if isinstance(read, TermProposal):
        copy.evidence_id = read.evidence_id
        copy.is_confirmed, copy.decided_by, copy.decided_at = read.is_confirmed, read.decided_by, read.decided_at
    return copy


def proposals_for(work: Work) -> QuerySet[TermProposal]:
    """The sentences that this work would rest on: its source's terms where it names them, else the small print of its own page."""
    return work.terms.proposals.all() if work.terms else work.proposals.all()


def known_for(work: Work) -> SourceTerms | None:
    """The recorded terms that this work names, or whose words and answers are those of its own page."""
    if work.terms or work.source is None:
        return work.terms
    own = list(work.proposals.all())
    alike = work.source.terms.filter(confirmed_at__isnull=False, digest=digest_of(own)).prefetch_related("proposals")
    answers = _answers(own)
    return next((terms for terms in alike if terms.digest and _answers(terms.proposals.all()) == answers), None)


def _answers(proposals: Iterable[TermProposal]) -> set[tuple[str, str, bool | None]]:
    return {(p.kind, " ".join(p.quote.split()).casefold(), p.is_confirmed) for p in proposals if TermKind(p.kind) in TELLING}


def resting_on(work: Work, *, by: Any, at: datetime) -> SourceTerms | None:
    """The terms that this work rests on from now; recorded from its own page where nobody has recorded them yet."""
    known = known_for(work)
    if known or work.source is None or not naming.is_named(work.source):
        return known
    own = list(work.proposals.select_related("evidence"))
    if not own:
        return None
    terms = note(work.source, own[0].evidence, own, by=by, at=at)
    return confirm(terms, by=by, at=at)


def confirm(terms: SourceTerms, *, by: Any, at: datetime) -> SourceTerms:
    """A person's yes to the terms as answered: from now on they are what the source offers."""
    terms.confirmed_by, terms.confirmed_at = by, at
    terms.save(update_fields=["confirmed_by", "confirmed_at"])
    return terms


def end(terms: SourceTerms, *, ends_at: datetime, by: Any, role: str, at: datetime) -> int:
    """From `ends_at` on nothing may rest on these terms. Counts the grants that end with them.

    Only what these terms themselves granted ends. A Creative Commons licence can't be called back for what we hold:
    its grants rest on the licence, not on the terms, and stay.
    """
    # What was never in force for longer than a moment ends after that moment.
    terms.valid_to = max(ends_at, at, terms.valid_from + timedelta.resolution)
    terms.save(update_fields=["valid_to"])
    ending = Grant.objects.filter(work__terms=terms, basis=Basis.SOURCE_TERMS, revoked_at__isnull=True)
    count = ending.update(revoked_at=terms.valid_to)
    ledger.append(None, "terms_ended", by=by, role=role, at=at, terms=terms.pk, ends_at=terms.valid_to.isoformat(), grants=count)
    return count
