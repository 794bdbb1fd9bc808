"""Does a work's basis hold as it was confirmed? Its grants, their dates, its holds, against what the ledger says of them."""

from collections.abc import Iterator

from newsroom.audit.faults import RECORD, Fault
from newsroom.audit.live import Portion
from rights import grant_terms
from rights.models import Grant, Hold, LedgerEntry, Work
from rights.vocabulary import Basis, Use, WorkKind

#: Bases that somebody told us of: there is a paper.
ON_PAPER = frozenset({Basis.WRITTEN_PERMISSION, Basis.CONTRACT, Basis.AGENCY, Basis.SOURCE_TERMS})
CONFIRM_ANEW = "Look at its evidence and confirm the basis again under Rights, or withdraw it."


def faults_of(work: Work, article: int, portion: Portion) -> Iterator[Fault]:
    """`article` is the one that shows it."""
    entries, name = portion.ledger[work.pk], _name(work)
    yield from _holds(portion.holds[work.pk], entries, article, name)
    if not work.is_verified:
        yield Fault("basis_unverified", article, RECORD, f"The basis of {name} is not confirmed.", CONFIRM_ANEW)
        return
    yield from _confirmation(work, entries, article, name)
    grants = [row for row in portion.grants[work.pk] if row.revoked_at is None and row.confirmed_at and row.basis == work.basis]
    yield from _grants(work, grants, portion, article, name)


def _name(work: Work) -> str:
    return "the text" if work.kind == WorkKind.TEXT else f"the {work.kind} “{work}”"


def _confirmation(work: Work, entries: list[LedgerEntry], article: int, name: str) -> Iterator[Fault]:
    """Is the basis the one that a person confirmed, at the moment that is recorded, on the grants that stood then?"""
    told = next((entry for entry in reversed(entries) if "terms" in entry.details), None)
    if told is None:
        yield Fault("basis_not_in_ledger", article, RECORD, f"The ledger knows nothing of the basis of {name}.", CONFIRM_ANEW)
    elif told.details["basis"] != work.basis or told.at != work.basis_confirmed_at:
        yield Fault("basis_altered", article, RECORD, f"The basis of {name} is not the one that was confirmed.", CONFIRM_ANEW)


def _grants(work: Work, grants: list[Grant], portion: Portion, article: int, name: str) -> Iterator[Fault]:
    if not grants:
        yield Fault("no_grant", article, RECORD, f"The basis of {name} is confirmed, and no grant stands.", CONFIRM_ANEW)
        return
    if not any({str(Use.READ), str(Use.LIST), str(Use.EXCERPT)} & set(grant.uses) for grant in grants):
        yield Fault("not_covered", article, RECORD, f"No grant lets anyone read {name}.", CONFIRM_ANEW)
    told: dict[str, str] = next((entry.details["terms"] for entry in reversed(portion.ledger[work.pk]) if "terms" in entry.details), {})
    for grant in grants:
        yield from _grant(grant, told, portion, article, name)


def _grant(grant: Grant, told: dict[str, str], portion: Portion, article: int, name: str) -> Iterator[Fault]:
    number = f"Grant {grant.pk} of {name}"
    if grant.valid_from and grant.valid_to and grant.valid_to <= grant.valid_from:
        yield Fault("grant_dates", article, RECORD, f"{number} ends before it starts.", CONFIRM_ANEW)
    if told and str(grant.pk) not in told:
        yield Fault("grant_not_in_ledger", article, RECORD, f"{number} is not among those that were confirmed.", CONFIRM_ANEW)
    elif told and told[str(grant.pk)] != grant_terms.fingerprint(grant):
        yield Fault("grant_altered", article, RECORD, f"{number} says something else than when it was confirmed.", CONFIRM_ANEW)
    if grant.basis in ON_PAPER and grant.pk not in portion.evidenced:
        yield Fault("no_evidence", article, RECORD, f"{number} has no evidence.", "Attach the letter, contract or kept copy.")


def _holds(holds: list[Hold], entries: list[LedgerEntry], article: int, name: str) -> Iterator[Fault]:
    """A hold is placed and lifted by acts, which the ledger tells."""
    placed = {entry.details["hold"] for entry in entries if entry.act == "hold_placed"}
    lifted = {entry.details["hold"] for entry in entries if entry.act == "hold_lifted"}
    for hold in holds:
        if hold.pk not in placed:
            yield Fault(
                "hold_not_in_ledger", article, RECORD, f"The ledger knows nothing of a hold on {name}.", "Lift it or place it anew."
            )
        if (hold.lifted_at is not None) != (hold.pk in lifted):
            yield Fault("hold_altered", article, RECORD, f"A hold on {name} was lifted or put back past the desk.", "Place the hold again.")
    for missing in sorted(placed - {hold.pk for hold in holds}):
        yield Fault("hold_gone", article, RECORD, f"Hold {missing} on {name} is in the ledger and not on record.", "Place the hold again.")
