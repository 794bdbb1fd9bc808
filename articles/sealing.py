"""The seal on a text that came from elsewhere: was it changed, may it be, and is that told?

What may be used unaltered only is held against the copy that we kept. A change of time, place or house style may be
accepted with a reason, which the ledger keeps; it holds for exactly these words.
"""

import hashlib
import json
from datetime import datetime
from enum import StrEnum
from typing import Any

from django.db import transaction

from articles import body, drafting, roles, seal
from articles.models import Article
from articles.refusals import FormRefused, Obstacle
from articles.seal import Comparison, Edit
from articles.vocabulary import Act
from rights import ledger
from rights.models import LedgerEntry
from rights.terms import split_terms
from rights.vocabulary import JUDGED, OWN

ACCEPTED = "changes_accepted"
#: Longer than that, a change is one of the story.
MAX_WORDS = 12
SHOWN_EDITS = 5
SHOWN_LETTERS = 120


class Allowed(StrEnum):
    """Which changes an owner who wants no edits still expects: those of time, of place and of house style."""

    TIME = "time"
    PLACE = "place"
    HOUSE_STYLE = "house_style"


def comparison(article: Article) -> Comparison | None:
    """Our text against the kept copy; None where there is no copy or the text is our own."""
    origin = getattr(article, "origin", None)
    if origin is None or article.work.basis in OWN | JUDGED:
        return None
    whole = origin.kept_copy.text
    # The small print is no part of the story; where it can't be told apart, the page is taken whole.
    return seal.compare(split_terms(whole).article or whole, body.to_text(article.body))


def is_renamed(article: Article) -> bool:
    return seal.is_renamed(article.work.original_title, article.headline)


def is_altered(article: Article) -> bool:
    """Does ours differ from what was kept? What can't be compared is not said to be changed."""
    found = comparison(article)
    return found is not None and found.is_same_text and (bool(found.edits) or is_renamed(article))


def obstacles_unaltered(article: Article) -> list[Obstacle]:
    """Each change of a text that may be used unaltered only. Empty where the rights desk accepted exactly these."""
    found = comparison(article)
    if found is None or is_accepted(article):
        return []
    renamed = [_renamed(article)] if is_renamed(article) else []
    if not found.is_same_text:
        return [*renamed, NOTHING_TO_COMPARE]
    more = len(found.edits) - SHOWN_EDITS
    rest = [_obstacle(f"{more} more changes were found.")] if more > 0 else []
    return [*renamed, *map(_altered, found.edits[:SHOWN_EDITS]), *rest]


def accept(article_id: int, *, by: Any, at: datetime, kind: Allowed, reason: str) -> LedgerEntry:
    """Accept the changes as they stand. Raises FormRefused where there are none, or where they are more than time, place or house style."""
    role = roles.check(by, Act.CONFIRM_TERMS)
    if not reason.strip():
        raise FormRefused(Obstacle("no_reason", "reason", "A change needs a reason.", "Say in a sentence why the owner would allow it."))
    with transaction.atomic():
        article = drafting.lock(article_id)
        found = comparison(article)
        if found is None or (found.is_unaltered and not is_renamed(article)):
            raise FormRefused(Obstacle("nothing_changed", "kind", "Nothing was changed.", "There is nothing to accept."))
        if not found.is_same_text:
            raise FormRefused(NOTHING_TO_COMPARE)
        _refuse_large(found, kind)
        edits = [[edit.theirs, edit.ours] for edit in found.edits]
        words = {"kind": str(kind), "reason": reason.strip(), "text": text_hash(article), "edits": edits, "headline": article.headline}
        return ledger.append(article.work, ACCEPTED, by=by, role=role, at=at, **words)


def is_accepted(article: Article) -> bool:
    """Are exactly these words, on this record, accepted by the rights desk?"""
    return LedgerEntry.objects.filter(work=article.work_id, act=ACCEPTED, details__text=text_hash(article)).exists()


def text_hash(article: Article) -> str:
    kept = getattr(article, "origin", None)
    words = [
        article.headline,
        body.to_text(article.body),
        kept.kept_copy.sha256 if kept else "",
        article.work.basis,
        article.work.licence_id,
    ]
    return hashlib.sha256(json.dumps(words).encode()).hexdigest()


def _refuse_large(found: Comparison, kind: Allowed) -> None:
    large = [edit for edit in found.edits if edit.words > MAX_WORDS]
    if large:
        message = f"{len(large)} changes are longer than {MAX_WORDS} words: that is no change of {str(kind).replace('_', ' ')}."
        raise FormRefused(
            Obstacle("too_much", "kind", message, "Put the original words back, or ask the owner for permission to change them.")
        )


NOTHING_TO_COMPARE = Obstacle(
    "altered",
    "body",
    "This may be used unchanged only, and the copy that we kept does not hold this text.",
    "Put the original text back, or take the page in again so that it can be compared.",
    "id_body",
)


def _renamed(article: Article) -> Obstacle:
    message = f"This may be used unchanged only, and its headline was “{_short(article.work.original_title)}”."
    return Obstacle(
        "altered", "headline", message, "Use the original headline, or accept the change under “Accept small changes”.", "id_headline"
    )


def _altered(edit: Edit) -> Obstacle:
    place = f"after “{_short(edit.after)}”" if edit.after else "at the beginning"
    if not edit.ours:
        return _obstacle(f"This may be used unchanged only, and {place} “{_short(edit.theirs)}” is missing.")
    if not edit.theirs:
        return _obstacle(f"This may be used unchanged only, and {place} “{_short(edit.ours)}” was added.")
    return _obstacle(f"This may be used unchanged only, and {place} it says “{_short(edit.ours)}” instead of “{_short(edit.theirs)}”.")


def _obstacle(message: str) -> Obstacle:
    remedy = "Put the original words back, or accept the change under “Accept small changes”."
    return Obstacle("altered", "body", message, remedy, "id_body")


def _short(words: str) -> str:
    return words if len(words) <= SHOWN_LETTERS else f"{words[: SHOWN_LETTERS - 1].rstrip()}…"
