"""What an owner forbids, recorded and lifted. The caller has checked the person's role and holds the transaction."""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError

from rights import ledger
from rights.models import Work
from rights.models.grants import Prohibition
from rights.vocabulary import PartyClass, Use


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
    ban.full_clean()
    ban.save()
    ledger.append(work, "forbidden", by=by, role=role, at=at, ban=ban.pk, uses=ban.uses, classes=ban.classes)
    return ban


def lift(ban: Prohibition, *, by: Any, role: str, at: datetime) -> None:
    """The owner takes it back from `at` on. What is lifted already stays as it was."""
    if Prohibition.objects.filter(pk=ban.pk, lifted_at__isnull=True).update(lifted_at=at):
        ledger.append(ban.work, "ban_lifted", by=by, role=role, at=at, ban=ban.pk)
