"""Whose words are these? Quotations that nobody is named for, and another's words that are not marked as such. Pure.

A warning for the writer, never a bar: a name two paragraphs up may be enough for a reader, and no rule can tell.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import StrEnum

from articles import body
from rights.terms.languages import language_of
from rights.terms.letters import folded

from . import measure
from .marks import quotations
from .words import words_of

QUOTATION_WORDS = 6
#: How far from the quotation a name or a verb still belongs to it, in characters, inside its own paragraph.
NEAR = 160
MOST = 20

_VERBS = (
    "say says said saying tell tells told add adds added write writes wrote written writing ask asks asked asking explain explains "
    "explained argue argues argued state states stated reply replies replied announce announced announces call calls called report "
    "reported reports according quoted quotes note notes noted warn warns warned insist insists insisted claim claims claimed "
    "recall recalled testified dit disent disait declare declarait affirme explique ajoute ecrit ecrivait repond selon d'apres "
    "raconte assure precise estime note rappelle sagt sagte sagen sagten erklart erklarte schreibt schrieb meint meinte betont "
    "betonte laut zufolge nannte antwortete fugte hinzu berichtet dice dijo dicen afirma afirmo explica explico segun escribe "
    "escribio anade anadio senala senalo declaro asegura aseguro cuenta responde сказал сказала сказали говорит говорят заявил "
    "заявила заявили пишет писал написал написала отметил отметила сообщил сообщила сообщает подчеркнул подчеркнула добавил "
    "добавила пояснил пояснила объяснил словам ответил рассказал рассказала считает قال قالت يقول تقول وأضاف أضاف أضافت صرح صرحت "
    "كتب كتبت أكد أوضح zegt zei schrijft schreef volgens aldus vertelt dice disse scritto scrive secondo spiega diz disse "
    "afirmou escreveu"
)
_SAYING = frozenset(folded(word) for word in _VERBS.split())
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…:。]|[“„«»‹›\"‘])\s*$")
#: Every noun has a capital there: one alone names nobody.
_CAPITAL_NOUNS = "de"


class Fault(StrEnum):
    NO_NAME = "quotation_without_a_name"
    NO_MARKS = "words_of_the_source_without_marks"


@dataclass(frozen=True)
class Unattributed:
    """One stretch of our text, in characters of its plain text, and what it lacks."""

    fault: Fault
    words: int
    text: str
    start: int


def unattributed(html: str, *, source: str = "", least_words: int = QUOTATION_WORDS) -> list[Unattributed]:
    """What the writer should look at, in the order of the text, at most `MOST` of them.

    A quotation of `least_words` or more is attributed by a link, a name or a verb of saying near it in its own paragraph or at the end of
    the one before. `source` is the kept copy, where there is one.
    """
    plain, blocks = body.marked_text(html)
    page = _Page(plain, body.link_places(html), language_of(plain) == _CAPITAL_NOUNS)
    marked = [*blocks, *(span for span in quotations(plain) if not any(a <= span[0] and span[1] <= b for a, b in blocks))]
    found = [
        Unattributed(Fault.NO_NAME, words, plain[start:end], start)
        for start, end in sorted(marked)
        if (words := len(words_of(plain[start:end]).compared)) >= least_words and not _is_attributed(page, start, end)
    ]
    if source.strip():
        spans = [span for span in measure(source, html, ours_is_html=True).spans if not span.is_marked]
        found += [Unattributed(Fault.NO_MARKS, s.words, plain[s.ours_start : s.ours_end], s.ours_start) for s in spans]
    return sorted(found, key=lambda each: each.start)[:MOST]


@dataclass(frozen=True)
class _Page:
    plain: str
    links: tuple[int, ...]
    has_capital_nouns: bool


def _is_attributed(page: _Page, start: int, end: int) -> bool:
    first, last = _paragraph(page.plain, start, end)
    near = (max(first, start - NEAR), min(last, end + NEAR))
    if bisect_left(page.links, near[0]) < bisect_right(page.links, near[1]):
        return True
    around = (page.plain[near[0] : start], page.plain[end : near[1]], _leading_over(page.plain, first))
    return any(_says(words) or _names(words, page.has_capital_nouns) for words in around)


def _paragraph(plain: str, start: int, end: int) -> tuple[int, int]:
    before, after = plain.rfind("\n\n", 0, start), plain.find("\n\n", end)
    return (before + 2 if before >= 0 else 0), (after if after >= 0 else len(plain))


def _leading_over(plain: str, first: int) -> str:
    """The paragraph above where it ends with a colon: a quotation that stands alone is often named there."""
    above = plain[max(0, first - NEAR) : first].rstrip()
    return above.rpartition("\n\n")[2] if above.endswith((":", "：")) else ""


def _says(words: str) -> bool:
    return any(word in _SAYING for word in words_of(words).compared)


def _names(words: str, has_capital_nouns: bool) -> bool:
    """Two capitals in a row; one inside a sentence, or before a colon. Scripts without capitals have only their verbs."""
    found = [match for match in _WORD.finditer(words) if len(match.group()) > 1]
    capital = [match.group()[0].isupper() for match in found]
    if any(
        one and two and not words[a.end() : b.start()].strip()
        for one, two, a, b in zip(capital, capital[1:], found, found[1:], strict=False)
    ):
        return True
    lone = [match for match, is_capital in zip(found, capital, strict=True) if is_capital]
    return not has_capital_nouns and any(_stands_for_a_name(words, match) for match in lone)


def _stands_for_a_name(words: str, match: re.Match[str]) -> bool:
    return words[match.end() :].lstrip().startswith(":") or not _OPENS_SENTENCE.search(words[: match.start()])
