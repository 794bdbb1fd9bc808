"""Moves within the desk: submit, take, send back, to rights, to ready, spike, restore. Nothing here reaches the public."""

from datetime import datetime
from typing import Any

from django.db import transaction

from articles import drafting, roles, workflow
from articles.models import Article, Transition
from articles.vocabulary import Move, State

MOVES = (Move.SUBMIT, Move.TAKE, Move.SEND_BACK, Move.TO_RIGHTS, Move.TO_READY, Move.SPIKE, Move.RESTORE)


def move(article_id: int, step: Move, *, by: Any, at: datetime, note: str = "") -> Article:
    """Move an article within the desk. Raises MoveRefused; ValueError for a move that is an act of its own."""
    if step not in MOVES:
        raise ValueError(f"{step} is not a move within the desk.")
    with transaction.atomic():
        article = drafting.lock(article_id)
        role = workflow.check(State(article.state), step, roles.roles_of(by), is_own=drafting.is_own(article, by))
        target = workflow.MOVES[step].target or State(article.state)
        Transition.objects.create(article=article, move=step, from_state=article.state, to_state=target, by=by, role=role, at=at, note=note)
        article.state, article.updated_at = target, at
        article.save(update_fields=["state", "updated_at"])
    return article
