"""What a rule of the terms reader is made of. Pure. Patterns are compiled when first used: most commands read no terms."""

import re
from dataclasses import dataclass, field
from functools import cached_property

from rights.vocabulary import TermKind

from .reading import Codes

_FOLDED = str.maketrans("йёЙЁ", "иеИЕ")


class Pattern:
    """A pattern for one sentence of plain text, without regard to case. It is written as people write Russian: й and ё are folded here."""

    def __init__(self, pattern: str) -> None:
        self.pattern = pattern

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern.translate(_FOLDED), re.IGNORECASE)

    def search(self, plain: str) -> re.Match[str] | None:
        return self._compiled.search(plain)

    def match(self, plain: str) -> re.Match[str] | None:
        return self._compiled.match(plain)

    def finditer(self, plain: str) -> list[re.Match[str]]:
        return list(self._compiled.finditer(plain))

    def blank(self, plain: str) -> str:
        """The text with what fits blanked; every other place stays where it was."""
        return self._compiled.sub(lambda found: " " * len(found.group()), plain)


#: Codes, each with the pattern of the words that state it.
Words = tuple[tuple[str, Pattern], ...]


def words(*pairs: tuple[str, str]) -> Words:
    return tuple((str(code), Pattern(pattern)) for code, pattern in pairs)


@dataclass(frozen=True)
class Rule:
    """`pattern` is searched in one sentence of plain text; all that it `needs` must be found there too."""

    id: str
    kind: TermKind
    pattern: Pattern
    says: str
    example: str
    codes: Codes = field(default_factory=Codes)
    needs: tuple[Pattern, ...] = ()

    def fits(self, plain: str) -> bool:
        if not self.pattern.search(plain):
            return False
        return all(pattern.search(plain) for pattern in self.needs)


def rule(
    name: str, kind: TermKind, pattern: str, says: str, example: str, codes: Codes | None = None, needs: str | tuple[str, ...] = ()
) -> Rule:
    needed = (needs,) if isinstance(needs, str) else needs
    return Rule(name, kind, Pattern(pattern), says, example, codes or Codes(), tuple(Pattern(one) for one in needed))


@dataclass(frozen=True)
class Detail:
    """A pattern and the one code that it states. `id`, `says` and `example` are for the list of rules."""

    id: str
    pattern: Pattern
    says: str
    example: str
    code: tuple[str, str | bool]


def detail(name: str, pattern: str, code: tuple[str, str | bool], says: str, example: str) -> Detail:
    return Detail(name, Pattern(pattern), says, example, code)


def duty(name: str, pattern: str, says: str, example: str) -> Detail:
    return detail(name, pattern, ("obligations", str(name)), says, example)
