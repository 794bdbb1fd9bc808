"""Bulk acts of the list: the same act for each article, and for each its own answer."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone

from articles import clearing, moving, publishing
from articles.models import Article
from articles.refusals import Refused
from articles.vocabulary import Move


def _each(request: HttpRequest, chosen: QuerySet[Article], done: str, act: Callable[[int, Any, Any], object]) -> None:
    """Try the act with each, oldest first; one that is refused stops no other."""
    at = timezone.now()
    told = []
    for pk, headline in list(chosen.order_by("pk").values_list("pk", "headline")):
        try:
            act(pk, request.user, at)
            told.append(headline)
        except Refused as refused:
            messages.error(request, f"“{headline}”: {refused}")
    if told:
        messages.success(request, f"{done}: {', '.join(f'“{headline}”' for headline in told)}.")


@admin.action(description="Submit")
def submit(model_admin: Any, request: HttpRequest, chosen: QuerySet[Article]) -> None:
    _each(request, chosen, "Submitted", lambda pk, by, at: moving.move(pk, Move.SUBMIT, by=by, at=at))


@admin.action(description="Spike")
def spike(model_admin: Any, request: HttpRequest, chosen: QuerySet[Article]) -> None:
    _each(request, chosen, "Spiked", lambda pk, by, at: moving.move(pk, Move.SPIKE, by=by, at=at))


@admin.action(description="Clear")
def clear(model_admin: Any, request: HttpRequest, chosen: QuerySet[Article]) -> None:
    _each(request, chosen, "Cleared", lambda pk, by, at: clearing.clear(pk, by=by, at=at))


@admin.action(description="Publish")
def publish(model_admin: Any, request: HttpRequest, chosen: QuerySet[Article]) -> None:
    _each(request, chosen, "Published", lambda pk, by, at: publishing.publish(pk, by=by, at=at))
