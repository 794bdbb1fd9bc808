"""From the button that was pressed to the act that does it: parse what belongs to it, call it, say what was done.

No rule of its own. Raises what the act raises.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import QueryDict
from django.utils.html import format_html

from articles import addresses, clearing, desk_words, moving, publishing, reporting
from articles.desk_buttons import ON_THEIR_OWN_PAGE
from articles.forms.deeds import CorrectionForm, MomentForm
from articles.refusals import FormRefused, Obstacle
from articles.row_ids import row_id
from articles.vocabulary import Move
from rights.models import Hold

#: Not done at once: the form is saved, and the page of this name with more to fill in follows.
PAGES: dict[str, tuple[str, ...]] = {
    **{str(move): ("withdraw", str(move)) for move in ON_THEIR_OWN_PAGE},
    "hold": ("hold",),
    "worksheet": ("worksheet",),
    "approve": ("approve",),
    "ask_reader": ("ask_reader",),
    "open_again": ("open_again",),
    "quotation": ("quotation_add",),
}


@dataclass(frozen=True)
class Deed:
    """What an act needs: on what, by whom, when, what was typed for it, and the content hash of what the person had before them."""

    article_id: int
    by: Any
    at: datetime
    typed: QueryDict
    seen: str = ""


def do(act: str, deed: Deed) -> str:
    """Do it and return what to tell the person. Raises Refused; FormRefused for an act that does not exist."""
    if act.startswith("lift:"):
        return _lift(act.removeprefix("lift:"), deed)
    if act in moving.MOVES:
        moving.move(deed.article_id, Move(act), by=deed.by, at=deed.at)
        return f"“{desk_words.MOVES[Move(act)]}”: done."
    if act not in ACTS:
        raise FormRefused(Obstacle("unknown_act", "state", "The desk knows no such act.", "Use the buttons of this page."))
    return ACTS[act](deed)


def _clear(deed: Deed) -> str:
    clearing.clear(deed.article_id, by=deed.by, at=deed.at, seen=deed.seen)
    return "Cleared as it stands. Any change of the text asks for a new clearance."


def _publish(deed: Deed) -> str:
    version = publishing.publish(deed.article_id, by=deed.by, at=deed.at)
    if version.visible_from > deed.at:
        return "Scheduled: it shows itself when its embargo ends."
    return format_html('Published. <a href="{}">See it on the site</a>.', addresses.article(version.path))


def _schedule(deed: Deed) -> str:
    form = MomentForm(deed.typed)
    if not form.is_valid():
        raise FormRefused(*_obstacles(form))
    publishing.schedule(deed.article_id, by=deed.by, at=deed.at, visible_from=form.cleaned_data["visible_from"])
    return "Scheduled. It shows itself at that moment."


def _unschedule(deed: Deed) -> str:
    publishing.unschedule(deed.article_id, by=deed.by, at=deed.at)
    return "Called back: nobody will see it until it is scheduled or published again."


def _correct(deed: Deed) -> str:
    form = CorrectionForm(deed.typed)
    if not form.is_valid():
        raise FormRefused(*_obstacles(form))
    version = publishing.correct(deed.article_id, by=deed.by, at=deed.at, **form.cleaned_data)
    return format_html('The correction is live. <a href="{}">See it on the site</a>.', addresses.article(version.path))


def _lift(number: str, deed: Deed) -> str:
    hold = Hold.objects.filter(pk=row_id(number), work__article=deed.article_id).first()
    if hold is None:
        raise FormRefused(Obstacle("unknown_hold", "state", "There is no such hold on this article.", "Load the page again."))
    clearing.lift_hold(hold.pk, by=deed.by, at=deed.at)
    return "The hold is lifted."


def _report(deed: Deed) -> str:
    reporting.report(deed.article_id, by=deed.by, at=deed.at)
    return "Noted: the owner was told of this use."


def _obstacles(form: Any) -> list[Obstacle]:
    return [Obstacle("invalid", name, text, "") for name, texts in form.errors.items() for text in texts]


ACTS: dict[str, Callable[[Deed], str]] = {
    str(Move.CLEAR): _clear,
    str(Move.PUBLISH): _publish,
    str(Move.REVIVE): _publish,
    str(Move.SCHEDULE): _schedule,
    str(Move.UNSCHEDULE): _unschedule,
    str(Move.CORRECT): _correct,
    "owner_told": _report,
}
