"""Acts on an article's rights record: whose text it is, what its terms say, on what its use rests.

A contributor or editor proposes; the rights desk or a chief confirms. Only what is confirmed counts.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from articles import agreeing, drafting, revisions, roles
from articles.models import Article, Origin
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act, State
from house.vocabulary import PartyClass
from rights import basing, contacts, ledger, records, source_terms
from rights.facts import House
from rights.models import Evidence, TermProposal, Work
from rights.vocabulary import JUDGED, OWN, Basis, Obligation, TermKind, Whose

FACTS = (
    "whose",
    "holder",
    "copyright_line",
    "original_author",
    "original_title",
    "original_url",
    "original_published_at",
    "licence",
    "changes_note",
    "source",
    "agreement",
)


FROM_ELSEWHERE = "This text came from another outlet."


@dataclass(frozen=True)
class Choice:
    """One basis as the desk sees it: may it be chosen for this article now, and if not, why not."""

    basis: Basis
    is_offered: bool
    why_not: str = ""


def choices(article: Article, *, at: datetime) -> list[Choice]:
    """Every basis, each with whether it can be chosen here and now."""
    house = records.house_facts(at)
    has_origin = article.work.source_id is not None
    return [
        Choice(basis, not why, why)
        for basis in Basis
        if basis is not Basis.UNKNOWN
        for why in [_why_not(article, basis, house, has_origin, at)]
    ]


def _why_not(article: Article, basis: Basis, house: House, has_origin: bool, at: datetime) -> str:
    if basis in OWN:
        return FROM_ELSEWHERE if has_origin else ""
    if not has_origin and basis is Basis.SOURCE_TERMS:
        return "No source is recorded for this article."
    return _terms_missing(article, house, at) if basis is Basis.SOURCE_TERMS else ""


def _terms_missing(article: Article, house: House, at: datetime) -> str:
    if article.work.whose != Whose.SOURCES_OWN:
        return "The source's terms cover only its own work. First say whose text this is."
    ended = _ended(article.work, at)
    if ended:
        return ended
    confirmed = [p for p in source_terms.proposals_for(article.work) if p.is_confirmed and p.kind == TermKind.PERMISSION]
    if not confirmed:
        return "No permission in the source's terms is confirmed yet."
    if not any(reaches_us(proposal, house) for proposal in confirmed):
        return "The terms are for community sites that are not commercial, and our House profile is not one now."
    return ""


def _ended(work: Work, at: datetime) -> str:
    """Why the terms can't be taken any more, "" where they can."""
    if work.source and work.source.has_ended(at):
        return f"Our dealings with {work.source} have ended."
    known = source_terms.known_for(work)
    if known and known.valid_to and known.valid_to <= at:
        return f"These terms of {work.source} have ended. Read its page again, or choose another basis."
    return ""


def reaches_us(proposal: TermProposal, house: House) -> bool:
    """Is this offer made to such as we are now?"""
    wanted = proposal.codes.get("grantee_class")
    if not wanted:
        return True
    return PartyClass(wanted) in house.classes and not (wanted == PartyClass.COMMUNITY_SITE and house.is_commercial)


def answer_terms(article_id: int, answers: dict[int, bool], *, by: Any, at: datetime) -> None:
    """Confirm (True) or reject (False) what the terms reader proposed. Re-settles a basis that rests on the terms."""
    role = roles.check(by, Act.CONFIRM_TERMS)
    with transaction.atomic():
        article = drafting.lock(article_id)
        check_live(article, by)
        for proposal in article.work.proposals.filter(pk__in=answers):
            proposal.is_confirmed, proposal.decided_by, proposal.decided_at = answers[proposal.pk], by, at
            proposal.save(update_fields=["is_confirmed", "decided_by", "decided_at"])
        if article.work.source:
            contacts.record(article.work.source, article.work.proposals.filter(pk__in=answers))
        ledger.append(article.work, "terms_answered", by=by, role=role, at=at, answers={str(pk): answer for pk, answer in answers.items()})
        _rest_on_own_page(article.work)
        if article.work.basis == Basis.SOURCE_TERMS:
            basing.unsettle(article.work, at=at)
        revisions.keep(article, by=by, at=at)


def _rest_on_own_page(work: Work) -> None:
    """What is answered on the page itself speaks louder than what the source said elsewhere."""
    if work.terms:
        work.terms = None
        work.save(update_fields=["terms"])


def record(
    article_id: int, facts: dict[str, Any], *, basis: Basis, by: Any, at: datetime, permission: basing.Permission | None = None
) -> Article:
    """Save the rights record and choose a basis. With the role for it the basis is confirmed at once, else it stays proposed.

    Raises FormRefused naming the field and the remedy; nothing is saved then.
    """
    roles.check(by, Act.PROPOSE_TERMS)
    with transaction.atomic():
        article = drafting.lock(article_id)
        check_live(article, by)
        work = article.work
        before = [getattr(work, name) for name in FACTS] + [work.basis]
        for name in FACTS:
            if name in facts:
                setattr(work, name, facts[name])
        work.basis = basis
        _refuse_invalid(work)
        if work.terms and work.terms.source_id != work.source_id:
            work.terms = None
        changed = before != [getattr(work, name) for name in FACTS] + [work.basis]
        if changed or permission:
            basing.unsettle(work, at=at)
        work.save()
        if work.source:
            Origin.objects.filter(article=article).exclude(source=work.source).update(source=work.source)
        if roles.may(by, Act.CONFIRM_TERMS) and not work.is_verified:
            _confirm(article, role=roles.check(by, Act.CONFIRM_TERMS), by=by, at=at, permission=permission)
        drafting.after_save(article, by=by, at=at)
    return article


def _confirm(article: Article, *, role: str, by: Any, at: datetime, permission: basing.Permission | None) -> None:
    """Settle the basis where all that it needs is there; else leave it proposed, and the list of obstacles says what is missing."""
    work = article.work
    if work.basis == Basis.UNKNOWN or work.basis in JUDGED or missing_for(article, at=at, permission=permission):
        return
    basing.settle(work, by=by, role=role, at=at, permission=permission, evidence=kept_copies(article))


def kept_copies(article: Article) -> list[Evidence]:
    """What the page said when the article was taken from it."""
    origin = getattr(article, "origin", None)
    return [origin.kept_copy] if origin else []


def missing_for(article: Article, *, at: datetime, permission: basing.Permission | None = None) -> list[Obstacle]:
    """What the chosen basis still lacks before it can be confirmed."""
    work, found = article.work, []
    if work.basis in OWN and work.source_id is not None:
        found.append(Obstacle("basis_not_offered", "basis", FROM_ELSEWHERE, "Choose another basis.", "rights"))
    if work.basis == Basis.SOURCE_TERMS:
        why = _terms_missing(article, records.house_facts(at), at)
        if why:
            found.append(Obstacle("terms_not_offered", "basis", why, "Answer the proposed terms, or choose another basis.", "rights"))
        found += owed_by_terms(article)
    if work.basis == Basis.CC and work.licence and not work.licence.permits_sharing:
        found.append(
            Obstacle("licence_permits_nothing", "licence", "This licence permits no one to pass it on.", "Choose another basis.", "rights")
        )
    if work.basis == Basis.OWN_CONTRIBUTOR:
        names = {credit.author.slug for credit in article.credits.select_related("author")}
        found += agreeing.missing(work, made_at=article.created_at, at=at, credited=names)
    if work.basis in (Basis.WRITTEN_PERMISSION, Basis.CONTRACT, Basis.AGENCY) and permission is None and not work.is_verified:
        found.append(
            Obstacle(
                "no_evidence",
                "permission_file",
                "No evidence of the permission is attached.",
                "Attach the letter, mail or contract.",
                "rights",
            )
        )
    return found


def owed_by_terms(article: Article) -> list[Obstacle]:
    """What the source's terms oblige and the record lacks, whether the terms are confirmed yet or not."""
    return owed(article.work, [rule for rule in source_terms.proposals_for(article.work) if rule.is_confirmed is not False])


def owed(work: Work, rules: Iterable[TermProposal]) -> list[Obstacle]:
    """What these sentences oblige and the record of this work lacks."""
    binding = (rule for rule in rules if rule.kind in (TermKind.PERMISSION, TermKind.CONDITION))
    duties = {name for rule in binding for name in rule.codes.get("obligations", ())}
    found = []
    if Obligation.COPYRIGHT_LINE in duties and not work.copyright_line:
        found.append(
            Obstacle(
                "no_copyright_line",
                "copyright_line",
                "The terms oblige the copyright line, and it is missing.",
                "Type it as the source writes it.",
                "rights",
            )
        )
    if Obligation.LINK_ORIGINAL in duties and not work.original_url:
        found.append(
            Obstacle(
                "no_original_url",
                "original_url",
                "The terms oblige a link to the original article, and its address is missing.",
                "Find the article on the source's site and paste its address.",
                "rights",
            )
        )
    return found


def _refuse_invalid(work: Any) -> None:
    try:
        work.full_clean(exclude=["source"])
    except ValidationError as error:
        found = [
            Obstacle("invalid", name if name != "__all__" else "basis", " ".join(texts), "", "rights")
            for name, texts in error.message_dict.items()
        ]
        raise FormRefused(*found) from error


def check_live(article: Article, by: Any) -> None:
    """The rights record of something live is the rights desk's alone; of something ended nobody's."""
    if article.state in (State.PUBLISHED, State.SCHEDULED):
        roles.check(by, Act.REBASE_LIVE)
    elif article.state in (State.KILLED, State.TAKEN_DOWN):
        raise FormRefused(Obstacle("wrong_state", "state", "This article has ended for good.", "Begin a new draft."))
