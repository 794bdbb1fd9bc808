"""What a grant says, as one short hash: the ledger keeps it, so that a grant that was changed behind the acts is found.

A field at its default does not count: a condition that the newsroom learns to record later changes no old hash.
"""

import hashlib
import json
from datetime import UTC, datetime
from typing import Any

from rights.models import Grant, Work

#: What happens to a grant after it is confirmed, and who wrote it down.
NOT_TERMS = frozenset({"id", "recorded_by", "recorded_at", "confirmed_by", "revoked_at", "fee_paid_at", "end_warned_at", "note"})
LENGTH = 32


def fingerprint(grant: Grant) -> str:
    return hash_of(words_of(grant))


def words_of(grant: Grant) -> dict[str, Any]:
    """The terms as they are hashed: what is not at its default, by the field's name."""
    return {field.name: _plain(value) for field in Grant._meta.concrete_fields if _counts(field, value := getattr(grant, field.attname))}


def hash_of(words: dict[str, Any]) -> str:
    return hashlib.sha256(spelled(words).encode()).hexdigest()[:LENGTH]


def spelled(words: dict[str, Any]) -> str:
    """The very words that the hash is made over."""
    return json.dumps(words, sort_keys=True, default=str)


def standing(work: Work) -> dict[str, str]:
    """The grants of a work that are not revoked, as the ledger names them: id and hash. One query."""
    return {str(grant.pk): fingerprint(grant) for grant in work.grants.filter(revoked_at__isnull=True)}


def _counts(field: Any, value: Any) -> bool:
    return field.name not in NOT_TERMS and value not in (None, "", [], {}, False) and value != field.get_default()


def _plain(value: Any) -> Any:
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    return sorted(map(str, value)) if isinstance(value, list) and all(isinstance(one, str) for one in value) else value
