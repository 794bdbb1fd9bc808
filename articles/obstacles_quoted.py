"""What stands between the words of others in an article and publishing, quotation by quotation."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from articles import body, leaving_out, obstacles_judged, quoting
from articles.models import Article, Quotation
from articles.refusals import Obstacle
from articles.worksheets import Subject
from rights import naming, records
from rights.decision import decide
from rights.facts import PUBLIC
from rights.vocabulary import JUDGED, Basis, Use, Verdict
from rights.wording import say


def find(article: Article, at: datetime) -> list[Obstacle]:
    rows = article.quotations.standing().select_related("work__source", "kept_copy")
    return [obstacle for row in rows for obstacle in _of(article, row, at)]


def _of(article: Article, row: Quotation, at: datetime) -> Iterator[Obstacle]:
    if not leaving_out.holds(body.to_text(article.body), row.words):
        yield quoting.not_in_the_text("quotations", row.words)
    for place in _elsewhere(article, row.words):
        message = f"The words of the quotation {row} stand in {place}, which also goes where the quotation may not."
        yield _obstacle("quotation_elsewhere", message, "Say it there in your own words.")
    if not naming.is_named(row.work.source):
        yield _obstacle("quotation_no_source", f"It is not said where the words {row} are from.", "Name the outlet or the book.")
    yield from _basis(article, row, at)


def _elsewhere(article: Article, words: str) -> Iterator[str]:
    """Where it stands besides the text. What is said there is cut nowhere."""
    if leaving_out.shares(article.headline, words):
        yield "the headline"
    if leaving_out.shares(article.dek, words):
        yield "the line under the headline"
    for place in article.placements.select_related("asset"):
        said = "\n".join((place.caption or place.asset.caption, place.alt_text or place.asset.alt_text))
        if leaving_out.shares(said, words):
            yield f"the words beside the picture “{place.asset}”"


def _basis(article: Article, row: Quotation, at: datetime) -> Iterator[Obstacle]:
    work = row.work
    if work.basis == Basis.UNKNOWN:
        message = f"Nothing says why we may use the words {row}."
        yield _obstacle("quotation_no_basis", message, "Choose a basis for the quotation.")
    elif work.basis in JUDGED:
        found = obstacles_judged.find(Subject(article, row), at)
        yield from (replace(one, message=f"The quotation {row}: {one.message}", anchor=quoting.ANCHOR) for one in found)
        if not found:
            yield from _decision(row, at)
    elif not work.is_verified:
        message = f"The basis of the quotation {row} is proposed but not confirmed."
        yield _obstacle("quotation_unverified", message, "Ask the rights desk to confirm it.")
    else:
        yield from _decision(row, at)


def _decision(row: Quotation, at: datetime) -> Iterator[Obstacle]:
    """What the article does not stand without has to be open to those who read it."""
    if not row.is_needed:
        return
    facts = records.work_facts([row.work_id])[row.work_id]
    decision = decide(facts, Use.READ, PUBLIC, at=at, house=records.house_facts(at))
    if decision.verdict is not Verdict.ALLOW:
        why = say(decision.reason, contact=decision.contact, conditions=decision.conditions)
        message = f"The article does not stand without {row}. {why}"
        yield _obstacle(str(decision.reason), message, "Choose another basis for these words.")


def _obstacle(code: str, message: str, remedy: str) -> Obstacle:
    return Obstacle(code, "quotations", message, remedy, quoting.ANCHOR)
