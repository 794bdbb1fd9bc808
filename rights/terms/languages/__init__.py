"""The languages: which one a text is in (`telling`), and one table of rules for each that is read. Pure."""

from .telling import UNDETERMINED, language_of

__all__ = ["UNDETERMINED", "language_of"]
