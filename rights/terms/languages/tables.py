"""The tables of the languages that are read, and all their rules as one list. Pure."""

from rights.terms.copyright_line import COPYRIGHT
from rights.terms.language import Language
from rights.terms.rule import Rule

from .de import GERMAN
from .en import ENGLISH
from .es import SPANISH
from .fr import FRENCH
from .ru import RUSSIAN

READ: dict[str, Language] = {language.code: language for language in (ENGLISH, FRENCH, GERMAN, SPANISH, RUSSIAN)}

RULES: tuple[Rule, ...] = (*(rule for language in READ.values() for rule in language.rules()), COPYRIGHT)
