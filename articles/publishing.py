"""Publishing: move allowed, rights cleared, then one transaction freezes a version and tells whoever listens.

No other module makes a version that the public can see. Withdrawing is in `articles/withdrawing.py`.
"""

from datetime import datetime
from typing import Any

from django.db import transaction

from articles import drafting, fingerprinting, freezing, obstacles, revisions, roles, signals, workflow
from articles.models import Article, Clearance, Correction, Event, PublishedVersion, Transition
from articles.refusals import FormRefused, NotCleared, Obstacle
from articles.vocabulary import CorrectionKind, EventKind, Move, State, VersionKind
from rights import ledger


def publish(article_id: int, *, by: Any, at: datetime, note: str = "") -> PublishedVersion:
    """Publish now or, while an embargo stands, at its end. Raises MoveRefused or NotCleared; nothing is changed then."""
    with transaction.atomic():
        article = drafting.lock(article_id)
        if article.embargoed_until and article.embargoed_until > at:
            return _schedule(article, article.embargoed_until, by=by, at=at, note=note or "Waits for its embargo.")
        move = Move.REVIVE if article.state == State.UNPUBLISHED else Move.PUBLISH
        role, clearance = _guard(article, move, by=by, at=at)
        version = _freeze(article, clearance, kind=_kind(article), visible_from=at, by=by, at=at)
        _move(article, move, State.PUBLISHED, by=by, role=role, at=at, note=note)
        announce(article, version, EventKind.PUBLISHED, by=by, role=role, at=at)
    return version


def schedule(article_id: int, *, by: Any, at: datetime, visible_from: datetime, note: str = "") -> PublishedVersion:
    """Freeze a version that shows itself at `visible_from`, worker or not. An embargo that ends later wins."""
    if visible_from.tzinfo is None:
        raise ValueError("visible_from must be an aware datetime.")
    if visible_from <= at:
        raise FormRefused(Obstacle("time_has_passed", "visible_from", "That moment has passed.", "Choose a later one, or publish now."))
    with transaction.atomic():
        article = drafting.lock(article_id)
        moment = max(visible_from, article.embargoed_until) if article.embargoed_until else visible_from
        return _schedule(article, moment, by=by, at=at, note=note)


def unschedule(article_id: int, *, by: Any, at: datetime) -> None:
    """Call a scheduled article back to the desk before its time."""
    with transaction.atomic():
        article = drafting.lock(article_id)
        role = workflow.check(State(article.state), Move.UNSCHEDULE, roles.roles_of(by))
        if article.versions.visible(at).exists():
            raise FormRefused(Obstacle("already_public", "state", "Its time has come: it is public already.", "Unpublish it instead."))
        freezing.void_waiting(article, at=at)
        article.path = article.first_published_at = None
        article.save(update_fields=["path", "first_published_at"])
        _move(article, Move.UNSCHEDULE, State.READY, by=by, role=role, at=at)


def correct(article_id: int, *, by: Any, at: datetime, kind: CorrectionKind, note: str) -> PublishedVersion:
    """Publish the article as it stands as a correction of what is live, with a public note."""
    if not note.strip():
        raise FormRefused(
            Obstacle("no_note", "note", "The correction has no note.", "Say what was wrong and what is right: readers see it.")
        )
    with transaction.atomic():
        article = drafting.lock(article_id)
        role, clearance = _guard(article, Move.CORRECT, by=by, at=at)
        version = _freeze(article, clearance, kind=VersionKind.CORRECTION, visible_from=at, by=by, at=at)
        Correction.objects.create(version=version, article=article, kind=kind, note=note.strip(), at=at, by=by)
        _move(article, Move.CORRECT, State.PUBLISHED, by=by, role=role, at=at, note=note)
        announce(article, version, EventKind.CORRECTED, by=by, role=role, at=at)
    return version


def publish_due(*, at: datetime) -> list[PublishedVersion]:
    """Book what has become public by the clock. Whoever comes first does it: the state guards, so it happens once."""
    due = PublishedVersion.objects.visible(at).usable().filter(article__state=State.SCHEDULED).values_list("pk", flat=True)
    return [version for pk in due if (version := _book(pk, at=at))]


def _book(version_id: int, *, at: datetime) -> PublishedVersion | None:
    with transaction.atomic():
        version = PublishedVersion.objects.select_related("created_by").get(pk=version_id)
        article = drafting.lock(version.article_id)
        if article.state != State.SCHEDULED:
            return None
        _move(
            article,
            Move.PUBLISH,
            State.PUBLISHED,
            by=version.created_by,
            role=version.clearance.role if version.clearance else "schedule",
            at=version.visible_from,
            note="By the clock.",
        )
        announce(article, version, EventKind.PUBLISHED, by=version.created_by, role="schedule", at=version.visible_from)
    return version


def _schedule(article: Article, moment: datetime, *, by: Any, at: datetime, note: str) -> PublishedVersion:
    role, clearance = _guard(article, Move.SCHEDULE, by=by, at=at)
    version = _freeze(article, clearance, kind=_kind(article), visible_from=moment, by=by, at=at)
    _move(article, Move.SCHEDULE, State.SCHEDULED, by=by, role=role, at=at, note=note)
    ledger.append(article.work, Move.SCHEDULE, by=by, role=role, at=at, version=version.pk, visible_from=moment.isoformat())
    return version


def _guard(article: Article, move: Move, *, by: Any, at: datetime) -> tuple[str, Clearance]:
    """The role that allows the move and the clearance that covers the text. Every path to the public comes through here."""
    role = workflow.check(State(article.state), move, roles.roles_of(by), is_own=drafting.is_own(article, by))
    missing = obstacles.find(article, at=at)
    clearance = revisions.standing_clearance(article)
    if missing or clearance is None:
        raise NotCleared(*missing)
    return role, clearance


def _freeze(article: Article, clearance: Clearance, **how: Any) -> PublishedVersion:
    """The next version, which is known again from now on, wherever it comes back from."""
    version = freezing.freeze(article, clearance, **how)
    fingerprinting.keep(article, version)
    return version


def _kind(article: Article) -> VersionKind:
    return VersionKind.UPDATE if article.versions.filter(voided_at__isnull=True).exists() else VersionKind.FIRST


def _move(article: Article, move: Move, target: State, *, by: Any, role: str, at: datetime, note: str = "") -> None:
    Transition.objects.create(article=article, move=move, from_state=article.state, to_state=target, by=by, role=role, at=at, note=note)
    article.state = target
    article.save(update_fields=["state"])


def announce(article: Article, version: PublishedVersion, kind: EventKind, *, by: Any, role: str, at: datetime) -> None:
    """The event, once; the ledger; and the signal, whose receivers here only write rows."""
    _event, is_new = Event.objects.get_or_create(version=version, kind=kind, defaults={"article": article, "at": at})
    if is_new:
        ledger.append(article.work, kind, by=by, role=role, at=at, version=version.pk)
        signals.changed.send(Article, article=article, version=version, kind=kind, at=at)
