"""What a sentence about use says in its parts: for whom, where, for what, on which conditions. Pure; works on plain text."""

import re

from rights.vocabulary import Commercial, Obligation

from . import limits
from .language import Language
from .letters import Plain
from .reading import Codes
from .rule import Words

_FORM = re.compile(r"\"(?P<form>[^\"]{4,200})\"")
_FORM_EDGES = ' .,"“”„«»‹›'


def add_conditions(codes: Codes, plain: str, language: Language) -> list[tuple[int, int]]:
    """Put every condition that the sentence states into `codes`; the spans where they stand are returned."""
    spans = limits.add_limits(codes, plain, language)
    for detail in language.conditions:
        if found := detail.pattern.search(plain):
            _put(codes, *detail.code)
            spans.append(found.span())
    if Obligation.LINK_ORIGINAL in codes.get("obligations", []):
        _add_link(codes, plain, language)
    spans += _add_listed(codes, plain, language)
    return sorted(spans)


def add_credit_form(codes: Codes, plain: Plain, written: str) -> None:
    """The words in quotation marks, letter for letter, where the sentence asks for a credit."""
    form = _FORM.search(plain.text)
    if form and Obligation.CREDIT_SOURCE in codes.get("obligations", []):
        first, last = plain.original(*form.span("form"))
        codes["credit_form"] = written[first:last].strip(_FORM_EDGES)


def _add_link(codes: Codes, plain: str, language: Language) -> None:
    if language.link_home.search(plain):
        codes["link_to"] = "home"
    elif language.link_article.search(plain):
        codes["link_to"] = "article"


def _add_listed(codes: Codes, plain: str, language: Language) -> list[tuple[int, int]]:
    spans = []
    if edits := named(language.edits, plain):
        codes["edits"] = edits
        spans += [found.span() for _, pattern in language.edits if (found := pattern.search(plain))]
    if excepted := named(language.excepted, plain):
        codes["excepted"] = excepted
        spans += [found.span() for _, pattern in language.excepted if (found := pattern.search(plain))]
    return spans


def named(table: Words, plain: str) -> list[str]:
    """The codes of a table whose words stand in the sentence."""
    return [code for code, pattern in table if pattern.search(plain)]


def add_scope(codes: Codes, plain: str, language: Language) -> None:
    """Channels, purposes, part and whether commercial use is in, as far as the sentence says."""
    if channels := named(language.channels, plain):
        codes["channels"] = channels
    if purposes := named(language.purposes, plain):
        codes["purposes"] = purposes
    if (most := limits.max_words_in(plain, language)) is not None:
        codes["part"] = "excerpt"
        codes["max_words"] = most
    if "commercial" not in codes and language.commercial_too.search(plain):
        codes["commercial"] = Commercial.ANY


def _put(codes: Codes, name: str, value: str | bool) -> None:
    if name == "obligations":
        codes.setdefault("obligations", []).append(str(value))
    elif name == "commercial":
        codes["commercial"] = str(value)
    else:
        codes[name] = value  # type: ignore[literal-required]
