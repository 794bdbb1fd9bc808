"""A partner's feed in pages, by order of becoming available: what was offered, changed or removed after a mark.

Each page asks again what holds now for exactly its articles, and writes what changed before it answers. So whoever goes
on from mark to mark misses nothing, however the rest changes meanwhile: a change moves an item to a later page.
"""

from dataclasses import dataclass
from datetime import datetime

from syndication import offers, survey, trials
from syndication.feeds import Feed
from syndication.models import Offer, OfferKind, TrialItem
from syndication.survey import Survey

#: Looks at one page before it is given as it is; each makes the page shorter or leaves it unchanged.
LOOKS = 5


@dataclass(frozen=True)
class Page:
    """`offered` and `removed` in order of their numbers, and a `trial` that stands among them.

    `last` is the number to go on from; None: nothing came after the mark.
    """

    seen: Survey
    offered: tuple[Offer, ...]
    removed: tuple[Offer, ...]
    last: int | None
    trial: TrialItem | None = None


def after(feed: Feed, number: int, *, at: datetime) -> Page:
    """The page after a number. `feed` was opened for this poll, so that everything new has its number."""
    trial = feed.trial
    for _look in range(LOOKS):
        rows = list(survey.readable(feed.partner).filter(number__gt=number).order_by("number")[: survey.PAGE])
        article_ids = [row.article_id for row in rows]
        # A test item that is the same before and after stands among these rows: none of a lower number is missing.
        before, trial = trial, trials.of(feed.partner, at=at)
        if not offers.settle(feed.partner, article_ids, at) and trials.words(before) == trials.words(trial):
            break
    seen = survey.of_articles(feed.partner, article_ids, at=at)
    numbers = [row.number for row in rows]
    trial = trial if _is_on_this_page(trial, number, numbers) else None
    return Page(
        seen=seen,
        offered=tuple(row for row in rows if seen.is_in_the_feed(row)),
        removed=tuple(row for row in rows if row.kind == OfferKind.WITHDRAWN),
        last=max([*numbers, *([trial.number] if trial else [])], default=None),
        trial=trial,
    )


def _is_on_this_page(trial: TrialItem | None, after: int, numbers: list[int]) -> bool:
    return trial is not None and trial.number > after and (len(numbers) < survey.PAGE or trial.number < numbers[-1])
