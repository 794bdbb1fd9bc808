"""The rights desk's yes to one text as it stands, and holds that stop a work at every exit."""

from datetime import datetime
from typing import Any

from django.db import transaction

from articles import basing as desk_basing
from articles import drafting, obstacles, revisions, roles, workflow
from articles.models import Article, Clearance, Transition
from articles.refusals import FormRefused, NotCleared, Obstacle
from articles.vocabulary import Act, Move, State
from articles.worksheets import reopening
from rights import banning, basing, ledger, withdrawal_log
from rights.models import Hold
from rights.models.grants import Prohibition
from rights.vocabulary import JUDGED, HoldKind

CHANGED = Obstacle("stale", "clearance", "It was changed while you were reading.", "Read it as it stands now, then clear it.", "moves")


def clear(article_id: int, *, by: Any, at: datetime, note: str = "", seen: str = "") -> Clearance:
    """Clear the article exactly as it stands. Confirms a proposed basis that lacks nothing.

    `seen` is the content hash of what the person read; what was changed since is refused. Raises NotCleared with
    everything that is missing.
    """
    with transaction.atomic():
        article = drafting.lock(article_id)
        role = workflow.check(State(article.state), Move.CLEAR, roles.roles_of(by), is_own=drafting.is_own(article, by))
        if seen and seen != revisions.content_hash(article):
            raise FormRefused(CHANGED)
        missing = [obstacle for obstacle in obstacles.before_clearance(article, at=at) if obstacle.code != "basis_unverified"]
        if missing:
            raise NotCleared(*missing)
        if not article.work.is_verified and article.work.basis not in JUDGED:
            basing.settle(article.work, by=by, role=role, at=at, evidence=desk_basing.kept_copies(article))
            _refuse_unless_showable(article, at)
        revision = revisions.keep(article, by=by, at=at)
        clearance = Clearance.objects.create(
            article=article, revision=revision, content_hash=revision.content_hash, note=note, cleared_by=by, role=role, cleared_at=at
        )
        ledger.append(article.work, "cleared", by=by, role=role, at=at, revision=revision.pk, content_hash=revision.content_hash)
        if article.state == State.RIGHTS:
            _ready(article, by=by, role=role, at=at)
    return clearance


def _refuse_unless_showable(article: Article, at: datetime) -> None:
    missing = obstacles.before_clearance(article, at=at)
    if missing:
        raise NotCleared(*missing)


def _ready(article: Article, *, by: Any, role: str, at: datetime) -> None:
    Transition.objects.create(article=article, move=Move.CLEAR, from_state=article.state, to_state=State.READY, by=by, role=role, at=at)
    article.state = State.READY
    article.save(update_fields=["state"])


def place_hold(article_id: int, *, by: Any, at: datetime, reason: str, kind: HoldKind = HoldKind.RIGHTS) -> Hold:
    """Stop the article's text at every exit from this moment."""
    role = roles.check(by, Act.PLACE_HOLD)
    if not reason.strip():
        raise FormRefused(Obstacle("no_reason", "reason", "A hold needs a reason.", "Say in a sentence why it is placed."))
    with transaction.atomic():
        article = drafting.lock(article_id)
        if article.work.holds.standing().filter(kind=kind).exists():
            raise FormRefused(Obstacle("held_already", "reason", "This hold stands already.", "Lift it before you place it again."))
        hold = Hold.objects.create(work=article.work, kind=kind, reason=reason, placed_by=by, placed_at=at)
        ledger.append(article.work, "hold_placed", by=by, role=role, at=at, hold=hold.pk, kind=kind)
        withdrawal_log.remember("hold_placed", article.urn, at=at)
        reopening.reopen_changed(at=at, work=article.work)
    return hold


def lift_hold(hold_id: int, *, by: Any, at: datetime) -> Hold:
    role = roles.check(by, Act.LIFT_HOLD)
    with transaction.atomic():
        hold = Hold.objects.select_for_update().select_related("work").get(pk=hold_id)
        if hold.lifted_at is None:
            hold.lifted_by, hold.lifted_at = by, at
            hold.save(update_fields=["lifted_by", "lifted_at"])
            ledger.append(hold.work, "hold_lifted", by=by, role=role, at=at, hold=hold.pk)
    return hold


def lift_ban(article_id: int, ban_id: int, *, by: Any, at: datetime, reason: str) -> None:
    """Record that the owner took its ban on the article's text back. The ban stays on record with the reason.

    A sentence of the source's terms whose ban was lifted is not applied to this work again.
    """
    role = roles.check(by, Act.LIFT_BAN)
    if not reason.strip():
        raise FormRefused(Obstacle("no_reason", "reason", "Lifting a ban needs a reason.", "Say who allowed it, when and how."))
    with transaction.atomic():
        article = drafting.lock(article_id)
        ban = Prohibition.objects.filter(pk=ban_id, work=article.work).first()
        if ban is None or not banning.lift(ban, by=by, role=role, at=at, reason=reason.strip()):
            raise FormRefused(Obstacle("unknown_ban", "reason", "No such ban stands on this article.", "Load its page again."))
