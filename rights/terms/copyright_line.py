"""The copyright line, which looks alike in all languages. Pure."""

from rights.vocabulary import Obligation, TermKind

from .reading import Codes
from .rule import rule

COPYRIGHT = rule(
    "copyright-line",
    TermKind.CONDITION,
    r"^(?:(?:all )?(?:content|contents|text|article|this article)?:? ?(?:is |are )?)?(?:copyright ?(?:©|\(c\))?|©|\(c\))(?: (?:by|of|notice:?))?[ :]*(?:[12][0-9]{3}(?: ?[-,] ?[12]?[0-9]{1,3})?,? ?)?(?:by )?"
    r"(?P<holder>(?-i:[A-ZÀ-ÞА-Я\"])(?:[^.;|©\n]|(?<=\b(?-i:[A-ZА-Я]))\.){1,120}?)?(?:,? (?:[12][0-9]{3})(?: ?- ?[12]?[0-9]{1,3})?)?\.?$",
    "Who holds the copyright, and the line to keep.",
    "© 2024 The Harbour Gazette",
    Codes(obligations=[str(Obligation.COPYRIGHT_LINE)]),
    needs=r"copyright|©|\(c\)",
)
