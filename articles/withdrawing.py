"""Ending publication: unpublish, kill and take down are three acts. At the next request nothing shows it any more."""

from datetime import datetime
from typing import Any

from django.db import transaction

from articles import drafting, freezing, publishing, roles, workflow
from articles.models import PublishedVersion, Transition
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import EventKind, Move, PubStatus, State
from rights import withdrawal_log

ENDS = {
    Move.UNPUBLISH: (State.UNPUBLISHED, PubStatus.WITHHELD, EventKind.UNPUBLISHED),
    Move.KILL: (State.KILLED, PubStatus.CANCELED, EventKind.KILLED),
    Move.TAKE_DOWN: (State.TAKEN_DOWN, PubStatus.CANCELED, EventKind.TAKEN_DOWN),
}


def withdraw(article_id: int, move: Move, *, by: Any, at: datetime, reason: str, public_reason: str = "") -> PublishedVersion:
    """End publication by one of the three moves. `reason` is for the desk, `public_reason` for readers. Needs no clearance."""
    if not reason.strip():
        raise FormRefused(Obstacle("no_reason", "reason", "A withdrawal needs a reason.", "Say in a sentence why; it stays at the desk."))
    state, pub_status, kind = ENDS[move]
    with transaction.atomic():
        article = drafting.lock(article_id)
        role = workflow.check(_state_now(article, at), move, roles.roles_of(by), is_own=drafting.is_own(article, by))
        withdrawal_log.remember(str(move), article.urn, at=at)
        version = freezing.end(article, pub_status=pub_status, ended_as=state, public_reason=public_reason, by=by, at=at)
        Transition.objects.create(
            article=article, move=move, from_state=article.state, to_state=state, by=by, role=role, at=at, note=reason
        )
        article.state = state
        article.save(update_fields=["state"])
        # Bringing it back takes a new yes of the rights desk.
        article.clearances.standing().update(voided_at=at)
        publishing.announce(article, version, kind, by=by, role=role, at=at)
    return version


def _state_now(article: Any, at: datetime) -> State:
    """A scheduled article whose time has come is published, whether or not anyone has booked it yet."""
    if article.state == State.SCHEDULED and article.versions.visible(at).exists():
        return State.PUBLISHED
    return State(article.state)
