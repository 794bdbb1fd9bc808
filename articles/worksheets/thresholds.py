"""From which figures on the second reader is asked: the house sets them, with a reason, and every setting is kept."""

from datetime import datetime
from typing import Any

from django.db import transaction

from articles import roles
from articles.models import SheetThresholds
from articles.overlap import Limits
from articles.refusals import FormRefused, Obstacle
from articles.vocabulary import Act
from rights import ledger

FIGURES = (
    "max_share_of_source", "max_run_words", "max_unmarked_share", "whole_share", "max_items_90d", "quotation_words", "link_days",
)  # fmt: skip


def in_force(at: datetime) -> SheetThresholds:
    """The row that holds at `at`; before the first, the suggested figures, unsaved."""
    return SheetThresholds.objects.filter(valid_from__lte=at).first() or SheetThresholds()


def limits(row: SheetThresholds | None) -> Limits:
    held = row or SheetThresholds()
    return Limits(held.max_share_of_source, held.max_run_words, held.max_unmarked_share, held.whole_share, held.max_items_90d)


def record(figures: dict[str, Any], *, reason: str, by: Any, at: datetime) -> SheetThresholds:
    """Set them from `at` on. Worksheets written before keep the questions that they were written under."""
    role = roles.check(by, Act.SET_THRESHOLDS)
    if not reason.strip():
        raise FormRefused(Obstacle("no_reason", "reason", "The change has no reason.", "Say in a sentence why these figures."))
    with transaction.atomic():
        before = in_force(at)
        kept = {name: getattr(before, name) for name in FIGURES}
        row = SheetThresholds(**{**kept, **figures}, reason=reason.strip(), valid_from=at, recorded_by=by)
        row.full_clean()
        row.save()
        ledger.append(None, "thresholds_set", by=by, role=role, at=at, row=row.pk, **{name: getattr(row, name) for name in FIGURES})
    return row
