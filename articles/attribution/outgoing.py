"""A story as it leaves for other people's pages and boxes: one for a feed, one for a mail, one to paste into a page.

The credit stands inside the text, because whoever takes it over drops what stands beside it. What does not meet its
duties in the finished bytes does not leave: a mail item and a snippet refuse, a feed leaves the item out.
"""

from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from articles import addresses, body
from articles.published import Shown
from articles.refusals import ObligationUnmet, Obstacle
from articles.vocabulary import CorrectionKind
from house.profile import zone_of
from rights.facts import Duty
from rights.obligations import Form, Owed, unmet
from rights.vocabulary import OWN, Obligation, Reason
from rights.wording import remedy, say

from .credit import credit_html, credit_text, day_text
from .directions import is_foreign, isolated, isolated_html
from .furniture import Furniture, spoken
from .names import byline_text
from .notices import OF_THE_SOURCE, notices
from .owed import owed_html, owed_text
from .quotations import quotations_html, quotations_text
from .record import known, with_our_own_line


@dataclass(frozen=True)
class Outgoing:
    """Finished: `html` has absolute links only and no pictures, `text` no markup."""

    html: SafeString
    text: str


def feed_item(shown: Shown, text_html: str, house: Any) -> SafeString:
    """The item's HTML with `text_html` as its text. Whether it may leave is asked by `missing`."""
    return _Story(shown, house, Form.FEED_ITEM).html(text_html)


def mail_item(shown: Shown, house: Any) -> Outgoing:
    """The item of a mail. Raises ObligationUnmet with every duty that it would not meet."""
    return _Story(shown, house, Form.MAIL).checked()


def snippet(shown: Shown, house: Any) -> Outgoing:
    """What a republisher pastes into a page: it begins with what belongs into the head. Raises ObligationUnmet."""
    return _Story(shown, house, Form.SNIPPET).checked()


def missing(shown: Shown, finished: str, form: Form, *, is_plain: bool = False, robots: str = "") -> tuple[Duty, ...]:
    """The duties of the text that a finished output does not meet. Pictures answer for themselves where they are shown."""
    return unmet(finished, shown.text_duties, form, context=record_of(shown, robots=robots), is_plain=is_plain)


def record_of(shown: Shown, *, robots: str = "") -> Owed:
    return known(
        shown.frozen,
        base_url=addresses.absolute(shown.url),
        is_altered=bool(shown.frozen.get("is_altered")),
        pictures=frozenset(size.url for picture in shown.pictures for size in picture.sizes),
        corrections=tuple(note.note for note in shown.corrections),
        robots=robots,
    )


class _Story:
    """One story in one form: its lines in order, as HTML and as text."""

    def __init__(self, shown: Shown, house: Any, form: Form) -> None:
        self.shown, self.house, self.form = shown, house, form
        self.frozen = with_our_own_line(shown.frozen, house, shown.first_published_at.year)
        self.words: Furniture = spoken(shown.language)
        self.duties = shown.text_duties
        self.owed = record_of(shown)
        self.zone = zone_of(house)

    def checked(self) -> Outgoing:
        # Neither brings pictures along, so neither has their captions.
        words = body.without_pictures(self.shown.body, keep=())
        html = self.html(body.absolute(words, addresses.absolute(self.shown.url)))
        text = self.text(html_text=body.to_text(words))
        lacking = {*missing(self.shown, html, self.form), *self._lacking_in(text)}
        if lacking:
            raise ObligationUnmet(*[_obstacle(duty, self.form) for duty in self.duties if duty in lacking])
        return Outgoing(html, text)

    def _lacking_in(self, text: str) -> tuple[Duty, ...]:
        # A text can carry no pixel; the HTML beside it does.
        return tuple(duty for duty in missing(self.shown, text, self.form, is_plain=True) if duty.obligation is not Obligation.COUNTER)

    # As HTML ------------------------------------------------------------

    def html(self, text_html: str) -> SafeString:
        shown = self.shown
        text = format_html('<div lang="{}" dir="{}">{}</div>', shown.language, shown.direction, mark_safe(text_html))  # noqa: S308 -- cleaned
        notes = [self._notice(kind, line) for kind, line in notices(self.duties, self.frozen, self.house)]
        corrections, quoted = map(self._paragraph, self._corrections()), map(self._paragraph, self._quoted())
        lines = [self._headline(), self._byline(), text, *corrections, self._credit(), *quoted, *notes]
        said = format_html_join("\n", "{}", ((line,) for line in [*self._head(), *lines] if line))
        owed = owed_html(self.duties, said, self.form, self.owed, shown.language)
        return format_html_join("\n", "{}", ((line,) for line in [said, *map(self._paragraph, owed)]))

    def _paragraph(self, line: str | SafeString) -> SafeString:
        if self._is_apart:
            return format_html('<p lang="{}" dir="{}">{}</p>', self.words.language, self.words.direction, line)
        return format_html("<p>{}</p>", line)

    def _notice(self, kind: str, line: str) -> SafeString:
        """The house's notices are in its own language; in which the source's are, nobody has told us."""
        if kind in OF_THE_SOURCE:
            return format_html('<p dir="auto">{}</p>' if is_foreign(line) or self.words.direction == "rtl" else "<p>{}</p>", line)
        language = self.house.default_language
        if language.split("-")[0] == self.shown.language.split("-")[0]:
            return format_html("<p>{}</p>", line) if self.words.direction == "ltr" else format_html('<p dir="rtl">{}</p>', line)
        return format_html('<p lang="{}" dir="auto">{}</p>', language, line)

    @property
    def _is_apart(self) -> bool:
        """Another language or direction than what a plain page is taken for."""
        return self.words.direction == "rtl" or self.words.language != self.shown.language.split("-")[0]

    def _head(self) -> list[SafeString]:
        """Read by search engines where the snippet opens the page it is pasted into."""
        if self.form is not Form.SNIPPET:
            return []
        wanted = {duty.obligation: duty.value for duty in self.duties}
        original = wanted.get(Obligation.CANONICAL_TO_ORIGINAL, "") or self.owed.original_url
        canonical = Obligation.CANONICAL_TO_ORIGINAL in wanted and original
        return [
            *([format_html('<link rel="canonical" href="{}">', original)] if canonical else []),
            *([mark_safe('<meta name="robots" content="noindex">')] if Obligation.NOINDEX in wanted else []),
        ]

    def _headline(self) -> SafeString | str:
        if self.form is Form.FEED_ITEM:
            return ""
        shown = self.shown
        url = addresses.absolute(shown.url) if self.form is Form.MAIL else ""
        linked = format_html('<a href="{}">{}</a>', url, shown.headline) if url else shown.headline
        return format_html('<h2 lang="{}" dir="{}">{}</h2>', shown.language, shown.direction, linked)

    def _byline(self) -> SafeString | str:
        line = self._byline_text()
        return self._paragraph(line) if line else ""

    def _credit(self) -> SafeString | str:
        """The one credit of every output; for our own work preceded by where it first appeared."""
        credit = credit_html(self.frozen, self.words.language, self.zone)
        if self._is_ours:
            url = addresses.absolute(self.shown.url)
            name = format_html(self.words.first_published, isolated_html(self.house.name, self.words.direction))
            first = format_html('<a href="{}">{}</a>{}.', url, isolated_html(self.shown.headline, self.words.direction), name)
            credit = format_html("{} {}", first, credit) if credit else first
        return self._paragraph(credit) if credit else ""

    def _quoted(self) -> tuple[SafeString, ...]:
        return quotations_html(self.shown.quotations, self.words.language, self.zone)

    # As text ------------------------------------------------------------

    def text(self, html_text: str) -> str:
        corrections = [str(line) for line in self._corrections()]
        notes = [line for _kind, line in notices(self.duties, self.frozen, self.house)]
        quoted = quotations_text(self.shown.quotations, self.words.language, self.zone)
        blocks = [self.shown.headline, self._byline_text(), html_text.strip(), *corrections, self._credit_text(), *quoted, *notes]
        said = "\n\n".join(block for block in blocks if block)
        owed = owed_text(self.duties, said, self.form, self.owed, self.words.language)
        return "\n\n".join([said, *owed]) + "\n"

    def _credit_text(self) -> str:
        credit = credit_text(self.frozen, self.words.language, self.zone)
        if not self._is_ours:
            return credit
        headline = isolated(self.shown.headline, self.words.direction)
        first = f"{headline}{self.words.first_published.format(isolated(self.house.name, self.words.direction))}."
        return "\n".join(line for line in (first, addresses.absolute(self.shown.url), credit) if line)

    # Both ---------------------------------------------------------------

    @property
    def _is_ours(self) -> bool:
        return self.house is not None and self.frozen.get("basis") in OWN

    def _byline_text(self) -> str:
        return " · ".join(part for part in (byline_text(self.frozen, self.words.language), self.shown.dateline) if part)

    def _corrections(self) -> list[str]:
        """Each with its day: whoever takes the story over shows since when it says what is right."""
        kinds, comma = self.words.corrections, self.words.comma
        return [
            f"{kinds[CorrectionKind(note.kind)]}{comma}{day_text(note.at, self.words, self.zone)}: {note.note}"
            for note in self.shown.corrections
        ]


def code(duty: Duty) -> str:
    return f"{Reason.OBLIGATION_UNMET}:{duty.obligation}"


def _obstacle(duty: Duty, form: Form) -> Obstacle:
    message = say(Reason.OBLIGATION_UNMET, obligation=duty.obligation)
    return Obstacle(code(duty), str(form), message, remedy(Reason.OBLIGATION_UNMET), "rights")
