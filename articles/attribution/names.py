"""The byline: who made it, by roles, in order. People, institutions and guests alike."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from articles import addresses
from articles.vocabulary import AuthorKind, CreditRole

from .directions import isolated
from .furniture import FALLBACK, Furniture, spoken


@dataclass(frozen=True)
class Name:
    """One name of a byline. `slug` leads to the author's page."""

    name: str
    slug: str
    kind: str


@dataclass(frozen=True)
class BylinePart:
    """One role of the byline with its names in order: "By A, B and C"."""

    role: str
    label: str
    names: tuple[Name, ...]
    language: str = FALLBACK

    @property
    def text(self) -> str:
        return f"{self.label} {join_names([name.name for name in self.names], self.language)}"

    @property
    def html(self) -> SafeString:
        """The same, each name leading to its page."""
        linked = [format_html('<a rel="author" href="{}"><bdi>{}</bdi></a>', addresses.author(one.slug), one.name) for one in self.names]
        return format_html("{} {}", self.label, _listed(linked, spoken(self.language)))


def byline(frozen: Mapping[str, Any], language: str = FALLBACK) -> tuple[BylinePart, ...]:
    """The byline by roles, in the order of the roles' first names. "Articles by:" stands for an institution alone."""
    words = spoken(language)
    grouped: dict[str, list[Name]] = {}
    for credit in frozen.get("credits", ()):
        grouped.setdefault(credit["role"], []).append(Name(credit["name"], credit["slug"], credit["kind"]))
    return tuple(BylinePart(role, _label(role, names, words), tuple(names), words.language) for role, names in grouped.items())


def _label(role: str, names: Iterable[Name], words: Furniture) -> str:
    if role == CreditRole.BY and all(name.kind == AuthorKind.INSTITUTION for name in names):
        return words.institution
    return words.roles[CreditRole(role)]


def byline_text(frozen: Mapping[str, Any], language: str = FALLBACK) -> str:
    return " · ".join(part.text for part in byline(frozen, language))


def byline_html(frozen: Mapping[str, Any], language: str = FALLBACK) -> SafeString:
    return format_html_join(" · ", "{}", ((part.html,) for part in byline(frozen, language)))


def join_names(names: Sequence[str], language: str = FALLBACK) -> str:
    """ "A, B and C", no name reordering its neighbours."""
    words = spoken(language)
    isolate = [isolated(name, words.direction) for name in names]
    return isolate[0] if len(isolate) == 1 else f"{words.comma.join(isolate[:-1])}{words.conjunction}{isolate[-1]}"


def _listed(linked: Sequence[SafeString], words: Furniture) -> SafeString:
    if len(linked) == 1:
        return linked[0]
    return format_html("{}{}{}", format_html_join(words.comma, "{}", ((link,) for link in linked[:-1])), words.conjunction, linked[-1])
