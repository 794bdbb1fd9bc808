"""Taking evidence into keeping: the very bytes, their hash, when, from whom and by whom. It is never changed after."""

import hashlib
from datetime import datetime
from typing import Any

from rights.models import Evidence, Source
from rights.models.evidence import EvidenceKind


def keep(
    content: bytes,
    *,
    title: str,
    by: Any,
    at: datetime,
    kind: EvidenceKind = EvidenceKind.LETTER,
    content_type: str = "application/octet-stream",
    source: Source | None = None,
    url: str = "",
    plain_text: str = "",
) -> Evidence:
    return Evidence.objects.create(
        kind=kind,
        title=title[:300],
        url=url[:1000],
        content=content,
        plain_text=plain_text,
        content_type=content_type[:100],
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        obtained_at=at,
        obtained_by=by,
        source=source,
    )
