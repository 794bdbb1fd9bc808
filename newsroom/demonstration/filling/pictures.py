"""The demonstration's pictures: drawn, kept in the library with their own rights, cut to size by the worker's own code."""

import hashlib
from collections.abc import Iterator, Mapping
from concurrent.futures import Future
from datetime import datetime
from typing import Any

from articles import library, renditions
from articles.models import MediaAsset
from newsroom.demonstration import notes
from newsroom.demonstration.filling.studio import Drawn
from rights import basing
from rights.models import Evidence, Licence, Source, Work
from rights.vocabulary import OWN, Basis, Use, Whose, WorkKind


class Pictures(Mapping[str, MediaAsset]):
    """Each is kept with its sizes, and its basis settled as the rights desk would, when a story first asks: it may just have been drawn."""

    def __init__(
        self, newsroom: notes.Newsroom, drawn: dict[str, "Future[Drawn]"], sources: dict[str, Source], *, by: Any, at: datetime
    ) -> None:
        self.notes = {note.name: note for note in newsroom.pictures}
        self.drawn, self.sources, self.by, self.at = drawn, sources, by, at
        self.hung: dict[str, MediaAsset] = {}

    def __getitem__(self, name: str) -> MediaAsset:
        if name not in self.hung:
            self.hung[name] = _picture(self.notes[name], self.drawn[name].result(), self.sources, by=self.by, at=self.at)
        return self.hung[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.notes)

    def __len__(self) -> int:
        return len(self.notes)

    def hang_rest(self) -> None:
        """Those that no story asked for."""
        for name in self.notes:
            self[name]


def _picture(note: notes.Picture, drawn: Drawn, sources: dict[str, Source], *, by: Any, at: datetime) -> MediaAsset:
    work = Work(
        kind=WorkKind.IMAGE,
        title=note.title,
        whose=Whose.OURS if note.basis in OWN else Whose.SOURCES_OWN,
        basis=note.basis,
        source=sources.get(note.source),
        licence=Licence.objects.filter(spdx_id=note.spdx_id).first() if note.spdx_id else None,
        holder=note.holder,
        copyright_line=f"© {note.holder}",
        original_author=note.credit_line,
        original_title=note.title,
        original_url=note.original_url,
    )
    words = library.Words(title=note.title, alt_text=note.alt_text, caption=note.caption, credit_line=note.credit_line)
    asset = library.keep(drawn.content, words, work, by=by, at=at)
    renditions.keep(asset, drawn.cuts)
    basing.settle(work, by=by, role="rights_desk", at=at, permission=_permission(note, at))
    return asset


def _permission(note: notes.Picture, at: datetime) -> basing.Permission | None:
    """An agency's terms in words are its evidence; the uses they name are all that there is."""
    if note.basis not in (Basis.AGENCY, Basis.CONTRACT, Basis.WRITTEN_PERMISSION):
        return None
    content = note.usage_terms.encode()
    kept = Evidence.objects.create(
        kind="contract",
        title=f"Terms for “{note.title}”",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        obtained_at=at,
    )
    return basing.Permission(evidence=kept, uses=[str(use) for use in note.allowed_uses or (Use.READ, Use.LIST)], granted_by=note.holder)
