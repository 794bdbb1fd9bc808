"""Writes the bundle: a zip with a page to read, the same as JSON, the kept copies, and a list of hashes over it all."""

import hashlib
import json
from datetime import datetime
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from zipfile import ZIP_DEFLATED, ZipFile

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from articles import body
from articles.bundle import parts
from articles.models import Article
from rights.models import Evidence

#: More than this of the zip goes to disk instead of memory.
IN_MEMORY_BYTES = 2_000_000
MANIFEST = "MANIFEST"


def file_name(article: Article, at: datetime) -> str:
    return f"evidence-article-{article.pk}-{at:%Y%m%d-%H%M}.zip"


def write(article: Article, *, at: datetime) -> IO[bytes]:
    """The bundle as an open file, at its beginning. One kept copy at a time is in memory."""
    spool: IO[bytes] = SpooledTemporaryFile(max_size=IN_MEMORY_BYTES)  # noqa: SIM115 -- the answer closes it
    with ZipFile(spool, "w", ZIP_DEFLATED) as archive:
        out = _Zip(archive)
        filled = parts.filled(article)
        out.add("index.html", render_to_string("desk/bundle/index.html", {"article": article, "parts": filled, "at": at}))
        out.add("bundle.css", render_to_string("desk/bundle/bundle.css"))
        out.add("json/article.json", _json(_article(article, at)))
        for part in filled:
            out.add(f"json/{part.part.name}.json", _json([row.facts for row in part.rows]))
        _versions(article, out, filled)
        _evidence(out, filled)
        out.finish()
    spool.seek(0)
    return spool


class _Zip:
    """Adds files and remembers their hashes."""

    def __init__(self, archive: ZipFile) -> None:
        self._archive, self._lines = archive, list[str]()

    def add(self, path: str, content: str | bytes) -> None:
        content = content.encode() if isinstance(content, str) else content
        self._archive.writestr(path, content)
        self._lines.append(f"{hashlib.sha256(content).hexdigest()}  {path}\n")

    def finish(self) -> None:
        """As `sha256sum -c MANIFEST` reads it."""
        self._archive.writestr(MANIFEST, "".join(self._lines))


def _json(content: Any) -> str:
    return json.dumps(content, cls=DjangoJSONEncoder, ensure_ascii=False, indent=1)


def _article(article: Article, at: datetime) -> dict[str, Any]:
    kept = ("pk", "headline", "dek", "body", "state", "language", "dateline", "path", "first_published_at", "embargoed_until", "expires_at")
    return {"made_at": at, "urn": article.urn, **{name: getattr(article, name) for name in kept}}


def _versions(article: Article, out: _Zip, filled: list[parts.Filled]) -> None:
    files = {row.facts["number"]: row.file for row in _rows("versions", filled) if row.file}
    for version in article.versions.filter(number__in=files):
        text = body.without_pictures(version.body, keep=())
        out.add(files[version.number], render_to_string("desk/bundle/version.html", {"version": version, "text": text}))


def _evidence(out: _Zip, filled: list[parts.Filled]) -> None:
    for row in _rows("evidence", filled):
        out.add(row.file, bytes(Evidence.objects.values_list("content", flat=True).get(pk=row.facts["id"])))


def _rows(name: str, filled: list[parts.Filled]) -> list[parts.Row]:
    return next(one.rows for one in filled if one.part.name == name)
