"""The credit of each quotation that stands in a text: its first words, and whose they are. One line for each, in every output."""

from collections.abc import Iterable
from datetime import UTC, tzinfo

from django.utils.html import format_html
from django.utils.safestring import SafeString

from articles import body
from articles.quoted import Quoted

from .credit import credit_html, credit_text
from .directions import isolated, isolated_html
from .furniture import FALLBACK, spoken

#: Enough to find the passage by.
NAMED_BY_WORDS = 6


def quotations_html(quotations: Iterable[Quoted], language: str = FALLBACK, zone: tzinfo = UTC) -> tuple[SafeString, ...]:
    words = spoken(language)
    return tuple(
        format_html("“{}”: {}", isolated_html(_beginning(one), words.direction), credit_html(one.record, words.language, zone))
        for one in quotations
    )


def quotations_text(quotations: Iterable[Quoted], language: str = FALLBACK, zone: tzinfo = UTC) -> tuple[str, ...]:
    words = spoken(language)
    return tuple(f"“{isolated(_beginning(one), words.direction)}”: {credit_text(one.record, words.language, zone)}" for one in quotations)


def _beginning(one: Quoted) -> str:
    return body.first_words(body.paragraphs_to_html([one.words]), NAMED_BY_WORDS)
