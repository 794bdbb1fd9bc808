"""Words of others as the desk shows them: those that are marked, and those that look as if they should be. Reads only."""

from dataclasses import dataclass
from datetime import datetime

from articles import body, leaving_out
from articles.desk_judgement import Judgement
from articles.models import Article, Quotation
from articles.overlap.marks import quotations
from articles.worksheets import Subject, thresholds
from rights.vocabulary import Basis

MOST = 20


@dataclass(frozen=True)
class Found:
    """A quotation that stands in the text and is not marked. `start` in characters of its plain text."""

    start: int
    words: str


@dataclass(frozen=True)
class Marked:
    """One that is marked, and what its rights still lack."""

    row: Quotation
    judgement: Judgement

    @property
    def chip(self) -> str:
        work = self.row.work
        if work.basis == Basis.UNKNOWN:
            return "No basis"
        if self.judgement.is_needed:
            return self.judgement.chip or "No worksheet"
        return "Confirmed" if work.is_verified else "Not confirmed"

    @property
    def is_settled(self) -> bool:
        return self.row.work.is_verified and self.judgement.state in ("", "approved")


def marked_in(article: Article, *, at: datetime) -> list[Marked]:
    rows = article.quotations.standing().select_related("work__source", "work__licence")
    return [Marked(row, Judgement(Subject(article, row), at)) for row in rows]


def found_in(article: Article, *, at: datetime) -> list[Found]:
    """Longer quotations in the text that nobody has marked, in its order. Whether they are another's work, a person says."""
    plain, blocks = body.marked_text(article.body)
    spans = [*blocks, *(span for span in quotations(plain) if not any(a <= span[0] and span[1] <= b for a, b in blocks))]
    known = [row.words for row in article.quotations.standing()]
    least = thresholds.in_force(at).quotation_words
    found = (Found(start, plain[start:end].strip("“”„«»‹›\"'‘’ \n")) for start, end in sorted(spans))
    return [each for each in found if leaving_out.count(each.words) >= least and not _is_known(each.words, known)][:MOST]


def _is_known(words: str, known: list[str]) -> bool:
    return any(leaving_out.holds(words, one) or leaving_out.holds(one, words) for one in known)
