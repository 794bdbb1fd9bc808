"""What an article's page shows of its worksheet, and what the writer should look at again. Reads only."""

from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Any

from articles import worksheets
from articles.models import Article, FairUseWorksheet, SecondReading
from articles.overlap.unattributed import Fault, Unattributed, unattributed
from articles.sheet_words import Outcome
from articles.worksheets import Subject, reopening, thresholds
from rights.models import Evidence
from rights.terms import split_terms
from rights.vocabulary import JUDGED, OWN

CHIPS = {
    "approved": "Approved",
    "reopened": "Open again",
    "due": "Due for review",
    "refused": "Refused",
    "sent_back": "Sent back",
    "waiting": "Waits for a second person",
}
SHOWN_CHARS = 120


class Judgement:
    """The worksheet of one article, or of one quotation in it, as the desk sees it at `at`."""

    def __init__(self, subject: Subject, at: datetime) -> None:
        self.subject, self.at = subject, at

    @cached_property
    def sheet(self) -> FairUseWorksheet | None:
        found = self.subject.sheets.standing()
        return found.select_related("written_by", "approved_by", "approved_reading", "thresholds").first()

    @property
    def is_needed(self) -> bool:
        return self.subject.work.basis in JUDGED

    @cached_property
    def state(self) -> str:
        row = self.sheet
        if row is None:
            return ""
        if row.is_approved:
            return "reopened" if row.reopened_at else "due" if row.review_due_at and row.review_due_at <= self.at else "approved"
        return row.outcome if row.outcome in (Outcome.REFUSED, Outcome.SENT_BACK) else "waiting"

    @property
    def chip(self) -> str:
        return CHIPS.get(self.state, "")

    @property
    def may_be_renewed(self) -> bool:
        return self.state in ("approved", "reopened", "due")

    @cached_property
    def asked_reader(self) -> SecondReading | None:
        return self.sheet.readings.filter(closed_at__isnull=True).first() if self.sheet else None

    @cached_property
    def reopened(self) -> list[str]:
        return reopening.sentences(self.sheet) if self.sheet else []

    @property
    def questions(self) -> list[Any]:
        return worksheets.questions(self.sheet) if self.sheet else []


@dataclass(frozen=True)
class Check:
    """One thing for the writer to look at. It never bars the way."""

    sentence: str
    text: str


def checks(article: Article, html: str, *, at: datetime) -> list[Check]:
    """What stands in `html`, the text as it is typed now, without saying whose words it is."""
    found = unattributed(html, source=_source(article), least_words=thresholds.in_force(at).quotation_words)
    return [Check(_sentence(each), _shortened(each.text)) for each in found]


def _source(article: Article) -> str:
    """The kept copy of a text that is not ours as a whole: where all of it is the source's by right, nothing needs marks."""
    if article.work.basis not in JUDGED | OWN:
        return ""
    origin = getattr(article, "origin", None)
    kept: Evidence | None = origin.kept_copy if origin else None
    return split_terms(kept.text).article if kept else ""


def _sentence(found: Unattributed) -> str:
    if found.fault is Fault.NO_NAME:
        return f"Who says these {found.words} words? Name them beside the quotation, or link to where it stands."
    return f"These {found.words} words stand in the original. Mark them as a quotation, or say it in your own."


def _shortened(text: str) -> str:
    return text if len(text) <= SHOWN_CHARS else f"{text[: SHOWN_CHARS - 1].rstrip()}…"
