"""Draws and cuts the pictures on all cores, beside the rest of the filling: it is most of the time that a first start takes.

Its processes know nothing of Django: names and words go in, bytes come out.
"""

import io
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from multiprocessing import get_context

from articles.cutting import Cut, Embedded, cut
from newsroom.demonstration import notes
from newsroom.demonstration.drawing import draw

JPEG_QUALITY = 86


@dataclass(frozen=True)
class Drawn:
    """One picture as a file, and its sizes."""

    content: bytes
    cuts: list[Cut]


@contextmanager
def at_work(pictures: Iterable[notes.Picture]) -> Iterator[dict[str, "Future[Drawn]"]]:
    """Every picture by its name, as it comes."""
    with ProcessPoolExecutor(mp_context=get_context("spawn")) as pool:
        try:
            yield {note.name: pool.submit(_draw, note.name, _words(note)) for note in pictures}
        finally:
            pool.shutdown(cancel_futures=True)  # what failed meanwhile is said at once


def _words(note: notes.Picture) -> Embedded:
    return Embedded(note.credit_line, f"© {note.holder}", note.caption)


def _draw(name: str, words: Embedded) -> Drawn:
    out = io.BytesIO()
    draw(name).save(out, "JPEG", quality=JPEG_QUALITY)
    return Drawn(out.getvalue(), cut(out.getvalue(), words))
