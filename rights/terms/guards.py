"""Why a sentence that sounds like a permission is not one. Pure; works on plain text (`letters.plain`).

Better nothing than wrong: first what only makes a condition is blanked ("do not edit", "except where noted", "not before 48
hours after"), then any word that denies, limits or merely reports stops the permission, wherever it stands in the sentence.
"""

from rights.vocabulary import Use

from .language import Language


def without_harmless(plain: str, language: Language) -> str:
    """The sentence with the negations that only make a condition blanked; every place in it stays where it was."""
    limits = language.limits
    for pattern in (limits.delay, limits.count, limits.until, limits.max_words, language.guards.harmless):
        plain = pattern.blank(plain)
    return plain


def denies(plain: str, language: Language) -> bool:
    """Does anything in the sentence stand against reading it as a permission?"""
    if plain.rstrip(" \"')").endswith("?"):
        return True
    left = without_harmless(plain, language)
    return any(pattern.search(left) for pattern in language.guards.denies)


def is_inside_quotes(plain: str, place: int) -> bool:
    """Does this place of the sentence stand in words that somebody else is quoted with?"""
    return plain.count('"', 0, place) % 2 == 1


def opens_a_ban(plain: str, language: Language) -> bool:
    """Is this a heading or half a sentence whose denial reaches into what follows: "You may not:", "No part of this site"?"""
    return not plain.rstrip(" \"')").endswith((".", "!", "?")) and denies(plain, language)


def takes_back(plain: str, language: Language) -> bool:
    """Does a sentence that follows a permission limit it: "However, ask us first"?"""
    return bool(language.guards.qualifies.match(plain)) and denies(plain, language)


def revokes(plain: str, language: Language, before: str = "") -> bool:
    """Does the sentence say that a permission has come to an end, which may stand in the sentence before it?"""
    if language.guards.revoked.search(plain):
        return True
    return bool(language.guards.over.search(plain)) and _speaks_of_publishing(f"{before} {plain}", language)


def _speaks_of_publishing(plain: str, language: Language) -> bool:
    return any(code == Use.REPUBLISH and pattern.search(plain) for code, pattern in language.banned_uses)
