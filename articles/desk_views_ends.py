"""Pages for acts that need a reason first: ending publication, placing a hold, lifting a ban. GET asks, only POST acts."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import addresses, clearing, desk_words, roles, sealing, withdrawing, workflow
from articles.desk_buttons import ON_THEIR_OWN_PAGE
from articles.desk_views import article_or_404
from articles.forms.deeds import AcceptForm, HoldForm, LiftBanForm, WithdrawForm
from articles.models import Article
from articles.refusals import MoveRefused, Obstacle, Refused
from articles.vocabulary import Act, Move, State
from rights import banning
from rights.vocabulary import HoldKind

MEANINGS = {
    Move.UNPUBLISH: "It leaves the site and every feed at once. A chief can bring it back after a new clearance.",
    Move.KILL: "It leaves the site and every feed at once, and partners are told to remove it. It never comes back under this address.",
    Move.TAKE_DOWN: "It leaves the site and every feed at once because somebody has a right to that. It never comes back here.",
}
ACCEPTING_MEANS = (
    "The terms let this text be used unchanged only. Changes of time, place and house style may be accepted, with a reason. "
    "They are accepted for exactly these words."
)
LIFTING_MEANS = "Lift this only if the owner allowed it: from then on it no longer keeps anybody from using this text."
HOLD_MEANS = "Nobody is shown it from this moment on, at any exit, until the rights desk lifts the hold."


@require_http_methods(["GET", "HEAD", "POST"])
def withdraw(request: HttpRequest, article_id: int, move: str) -> HttpResponse:
    article = article_or_404(request, article_id)
    if move not in [str(one) for one in ON_THEIR_OWN_PAGE]:
        raise Http404("There is no such act.")
    step = Move(move)

    def act(typed: dict[str, Any]) -> str:
        withdrawing.withdraw(article.pk, step, by=request.user, at=timezone.now(), **typed)
        return f"“{desk_words.MOVES[step]}”: done. Nothing shows it any more."

    return _ask(request, article, WithdrawForm, act, desk_words.MOVES[step], MEANINGS[step], _move_refused(request, article, step))


@require_http_methods(["GET", "HEAD", "POST"])
def hold(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)

    def act(typed: dict[str, Any]) -> str:
        clearing.place_hold(article.pk, by=request.user, at=timezone.now(), reason=typed["reason"], kind=HoldKind(typed["kind"]))
        return "The hold stands: nobody is shown this article now."

    return _ask(request, article, HoldForm, act, "Hold", HOLD_MEANS, _act_refused(request, Act.PLACE_HOLD))


@require_http_methods(["GET", "HEAD", "POST"])
def lift_ban(request: HttpRequest, article_id: int, ban_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    ban = next((one for one in banning.standing(article.work, timezone.now()) if one.pk == ban_id), None)
    if ban is None:
        raise Http404("No such ban stands on this article.")

    def act(typed: dict[str, Any]) -> str:
        clearing.lift_ban(article.pk, ban_id, by=request.user, at=timezone.now(), reason=typed["reason"])
        return "The ban is lifted. It stays on record with your reason."

    means = f"“{ban.words}” {LIFTING_MEANS}"
    return _ask(request, article, LiftBanForm, act, "Lift the ban", means, _act_refused(request, Act.LIFT_BAN))


@require_http_methods(["GET", "HEAD", "POST"])
def accept_changes(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)

    def act(typed: dict[str, Any]) -> str:
        sealing.accept(article.pk, by=request.user, at=timezone.now(), kind=sealing.Allowed(typed["kind"]), reason=typed["reason"])
        return "Accepted: the ledger keeps the words before and after. Any further change asks again."

    return _ask(
        request,
        article,
        AcceptForm,
        act,
        "Accept small changes",
        ACCEPTING_MEANS,
        _act_refused(request, Act.CONFIRM_TERMS),
        is_harmless=True,
        changes=sealing.obstacles_unaltered(article),
    )


def _ask(
    request: HttpRequest,
    article: Article,
    form_class: type[forms.Form],
    act: Callable[[dict[str, Any]], str],
    title: str,
    means: str,
    refused: Refused | None,
    **more: Any,
) -> HttpResponse:
    form = form_class(request.POST or None)
    if refused is None and request.method == "POST" and form.is_valid():
        try:
            messages.success(request, act(form.cleaned_data))
            return redirect(addresses.desk_article(article.pk))
        except Refused as late:
            refused = late
    status = _status(refused, has_errors=bool(form.is_bound and form.errors))
    obstacles: tuple[Obstacle, ...] = refused.obstacles if refused else ()
    context = {**admin.site.each_context(request), "title": title, "article": article, "form": form, "means": means, "obstacles": obstacles}
    return render(request, "desk/reason.html", context | more, status=status)


def _status(refused: Refused | None, *, has_errors: bool) -> int:
    if refused is not None:
        return 403 if refused.code == "wrong_role" else 422
    return 422 if has_errors else 200


def _move_refused(request: HttpRequest, article: Article, step: Move) -> Refused | None:
    """What the table of moves says before anything is typed."""
    try:
        workflow.check(State(article.state), step, roles.roles_of(request.user))
    except MoveRefused as refused:
        return refused
    return None


def _act_refused(request: HttpRequest, act: Act) -> Refused | None:
    try:
        roles.check(request.user, act)
    except MoveRefused as refused:
        return refused
    return None
