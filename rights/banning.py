"""What an owner forbids, told to us or read in its terms, recorded and lifted.

The caller has checked the person's role and holds the transaction.
"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Q

from rights import ledger, source_terms, stated_limits
from rights.models import Work
from rights.models.grants import Prohibition
from rights.vocabulary import Basis, PartyClass, TermKind, Use


def forbid(
    work: Work, *, words: str, by: Any, role: str, at: datetime, uses: Iterable[Use] = (), classes: Iterable[PartyClass] = ()
) -> Prohibition:
    """Keep the work from these uses, or from these kinds of site, or from everything where none is named; from `at` on.

    Raises ValidationError, by field, where the owner's words are missing or a word is not known.
    """
    if not words.strip():
        raise ValidationError({"words": "A ban needs the owner's words. Paste the sentence that forbids it."})
    ban = Prohibition(
        work=work, uses=[*map(str, uses)], classes=[*map(str, classes)], words=words, begins_at=at, recorded_by=by, recorded_at=at
    )
    _record(ban, by=by, role=role, at=at)
    return ban


def lift(ban: Prohibition, *, by: Any, role: str, at: datetime, reason: str = "") -> bool:
    """The owner takes it back from `at` on. False for what is lifted already: it stays as it was."""
    if not Prohibition.objects.filter(pk=ban.pk, lifted_at__isnull=True).update(lifted_at=at, lift_reason=reason):
        return False
    ledger.append(ban.work, "ban_lifted", by=by, role=role, at=at, ban=ban.pk, **({"reason": reason} if reason else {}))
    return True


def in_terms(work: Work) -> list[Prohibition]:
    """What the terms that the work rests on forbid, as far as a person confirmed it: unsaved, for looking ahead too.

    A sentence whose ban a person lifted for this work stays lifted.
    """
    if work.basis != Basis.SOURCE_TERMS:
        return []
    lifted = {ban.proposal_id for ban in work.prohibitions.all() if ban.lift_reason}
    said = [one for one in source_terms.proposals_for(work) if one.is_confirmed and one.kind == TermKind.PROHIBITION]
    found = [(one, stated_limits.ban(one.rule, one.codes)) for one in said if one.pk not in lifted]
    return [Prohibition(work=work, proposal=one, words=one.quote, **fields) for one, fields in found if fields is not None]


def follow_terms(work: Work, *, by: Any, role: str, at: datetime) -> None:
    """What the work's terms forbid stands from now on; what they don't say any more is lifted."""
    said = {ban.proposal_id: ban for ban in in_terms(work)}
    standing = {ban.proposal_id: ban for ban in work.prohibitions.filter(proposal__isnull=False, lifted_at__isnull=True)}
    for gone in (ban for pk, ban in standing.items() if pk not in said):
        lift(gone, by=by, role=role, at=at)
    for ban in (ban for pk, ban in said.items() if pk not in standing):
        ban.begins_at = ban.recorded_at = at
        ban.recorded_by = by
        _record(ban, by=by, role=role, at=at)


def standing(work: Work, at: datetime) -> list[Prohibition]:
    """What the owner forbids now, as the decision counts it."""
    begun = work.prohibitions.filter(Q(begins_at__isnull=True) | Q(begins_at__lte=at), Q(ends_at__isnull=True) | Q(ends_at__gt=at))
    going_on = begun.filter(Q(lifted_at__isnull=True) | Q(lifted_at__gt=at))
    return list(going_on if work.basis == Basis.SOURCE_TERMS else going_on.filter(proposal__isnull=True))


def _record(ban: Prohibition, *, by: Any, role: str, at: datetime) -> None:
    ban.full_clean(exclude=["work"])
    ban.save()
    told = {"uses": ban.uses, "classes": ban.classes, **({"channels": ban.channels} if ban.channels else {})}
    ledger.append(ban.work, "forbidden", by=by, role=role, at=at, ban=ban.pk, **told)
