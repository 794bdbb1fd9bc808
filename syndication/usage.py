"""How often what went to whom: by partner, story, basis and month, as figures, charts and a file for a spreadsheet. Reads only."""

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet, Sum

from syndication.models import Partner, Usage

READ = ("basis", "month", "raw", "filtered", "partner__name", "article__headline")
RAW = "Raw counts each answer that held the story, however often the same machine asked."
FILTERED = "Filtered counts each version once for each partner, in the month in which it was first taken."
#: Bars of a chart, and its size in its own units.
BARS, HEIGHT, STEP, WIDTH = 12, 120, 48, 18
COLUMNS = ("Month", "Partner", "Story", "Story's number", "Basis", "Raw", "Filtered")
#: A spreadsheet takes a cell that begins so for a formula.
FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True)
class Bar:
    """Both figures of one month or partner, and how high they stand in the chart."""

    name: str
    raw: int
    filtered: int
    x: int
    raw_height: int
    filtered_height: int

    @property
    def raw_y(self) -> int:
        return HEIGHT - self.raw_height

    @property
    def filtered_x(self) -> int:
        return self.x + WIDTH

    @property
    def filtered_y(self) -> int:
        return HEIGHT - self.filtered_height

    @property
    def middle(self) -> int:
        return self.x + WIDTH


@dataclass(frozen=True)
class Chart:
    title: str
    bars: Sequence[Bar]

    @property
    def width(self) -> int:
        return max(1, len(self.bars)) * STEP

    @property
    def height(self) -> int:
        return HEIGHT + 24

    @property
    def description(self) -> str:
        return "; ".join(f"{bar.name}: {bar.raw} raw, {bar.filtered} filtered" for bar in self.bars)


def rows(partner: Partner | None = None, month: date | None = None) -> QuerySet[Usage]:
    """The newest month first, in it what went most often."""
    found = Usage.objects.select_related("partner", "article").only(*READ)
    found = found.filter(partner=partner) if partner else found
    found = found.filter(month=month) if month else found
    return found.order_by("-month", "partner__name", "-raw", "pk")


def months(partner: Partner | None = None) -> list[tuple[date, int, int]]:
    """Both figures of each of the last months, the newest first. One query."""
    found = Usage.objects.filter(partner=partner) if partner else Usage.objects.all()
    summed = found.order_by("-month").values("month").annotate(all_raw=Sum("raw"), all_filtered=Sum("filtered"))
    return [(one["month"], one["all_raw"], one["all_filtered"]) for one in summed[:BARS]]


def partners(month: date) -> list[tuple[str, int, int]]:
    """Who took most in a month. One query."""
    summed = Usage.objects.filter(month=month).order_by().values("partner__name").annotate(all_raw=Sum("raw"), all_filtered=Sum("filtered"))
    ranked = summed.order_by("-all_raw", "partner__name")[:BARS]
    return [(one["partner__name"], one["all_raw"], one["all_filtered"]) for one in ranked]


def chart(title: str, figures: Iterable[tuple[str, int, int]]) -> Chart:
    """Bars of which the highest fills the chart."""
    found = list(figures)
    highest = max([raw for _name, raw, _filtered in found], default=0) or 1

    def high(figure: int) -> int:
        return round(figure * HEIGHT / highest)

    bars = [Bar(name, raw, part, place * STEP + 6, high(raw), high(part)) for place, (name, raw, part) in enumerate(found)]
    return Chart(title, bars)


def as_csv(found: Iterable[Usage]) -> bytes:
    """RFC 4180 in UTF-8, with the mark by which spreadsheets know that, and no cell that they would calculate."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in found:
        words = (f"{row.month:%Y-%m}", row.partner.name, row.article.headline, str(row.article_id), row.basis_name)
        writer.writerow([*map(neutral, words), row.raw, row.filtered])
    return out.getvalue().encode("utf-8-sig", "replace")


def neutral(words: str) -> str:
    """The words, with an apostrophe before what would begin a formula."""
    return f"'{words}" if words.startswith(FORMULA) else words
