"""Reads what a page says about the use of its texts, sentence by sentence, by the rules of `rules.py`.

Pure. English well; another language is said to be unread, not guessed at. Better nothing than wrong: a sentence that
denies anything is never a permission, and neither is one that a heading before it or a sentence after it takes back.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rights.vocabulary import Obligation

from . import details, guards, licences, statements, together
from .languages import UNDETERMINED, language_of
from .letters import plain
from .reading import Proposal, Reading
from .rules import OTHERS
from .sentences import MAX_SENTENCE, Span, paragraphs, sentences
from .statements import Sentence

#: How far a heading such as "You may not:" reaches over the lines below it.
REACH_OF_A_BAN = 12
MAX_SENTENCES = 1_500

_LABEL = re.compile(
    r"^[\s•*–—-]*(?:(?:legal |copyright |fair use |general )?(?:disclaimer|notice|terms(?: of use)?|copyright|note|important)\s*:\s+)(?=\S)",
    re.IGNORECASE,
)


def read_terms(text: str, *, within: Iterable[tuple[int, int]] | None = None) -> Reading:
    """What the text states about its use, as proposals in its order. `within` limits the reading to these spans of it.

    Every proposal's `quote` is `text[start:end]`. Nothing is proposed from a paragraph in a language that is not read.
    """
    found, unread, notes = _sentences(text, within)
    is_over = any(guards.revokes(sentence.text) for sentence in found)
    if is_over:
        notes.append("The text says that a permission has come to an end. No permission was read from it.")
    each = [proposal for place in range(len(found)) for proposal in _read(text, found, place, may_permit=not is_over)]
    proposals = together.reserved(together.in_company(together.merged(text, each)))
    in_order = sorted(proposals, key=lambda proposal: (proposal.start, -proposal.end))
    return Reading(tuple(in_order), unread, (*notes, *together.doubts(proposals)))


def _sentences(text: str, within: Iterable[tuple[int, int]] | None) -> tuple[list[Sentence], str | None, list[str]]:
    found: list[Sentence] = []
    unread: list[str] = []
    notes: list[str] = []
    whole = language_of(text)
    spans = [Span(*span) for span in within] if within is not None else list(paragraphs(text))
    for number, paragraph in enumerate(spans):
        if len(found) + len(unread) >= MAX_SENTENCES:
            break
        language = language_of(paragraph.of(text)) or whole
        if language not in ("en", None):
            unread.append(language)
            continue
        for span in sentences(text, paragraph):
            if span.end - span.start > MAX_SENTENCE:
                notes.append("A sentence is too long to be read.")
            elif len(found) < MAX_SENTENCES:
                found.append(Sentence(span, plain(span.of(text)), number))
    if len(found) + len(unread) >= MAX_SENTENCES:
        notes.append("The text is too long: its end was not read.")
    return found, _most(unread), list(dict.fromkeys(notes))


def _most(languages: list[str]) -> str | None:
    counts = Counter(language for language in languages if language != UNDETERMINED) or Counter(languages)
    return counts.most_common(1)[0][0] if counts else None


def _read(text: str, found: list[Sentence], place: int, *, may_permit: bool) -> Iterator[Proposal]:
    sentence = _without_label(text, found[place])
    if may_permit and not _is_denied(found, place):
        given = list(statements.permission(text, sentence, is_of_a_picture=_led_by_a_picture(found, place)))
        if given:
            return iter(given)
    if not _is_about_pictures(sentence.text):
        for rule in OTHERS:
            if rule.fits(sentence.text) and (other := statements.statement(text, sentence, rule)):
                return iter((other,))
    return statements.condition(text, sentence)


def _is_about_pictures(plain_text: str) -> bool:
    """Says that pictures alone are not covered: a condition on an offer, not a ban of the text."""
    says_so = any(detail.id == Obligation.DROP_IMAGES and detail.pattern.search(plain_text) for detail in details.CONDITIONS)
    return says_so and not re.search(r"\b(?:articles?|stor(?:y|ies)|texts?|contents?|materials?|contact)\b", plain_text, re.IGNORECASE)


def _without_label(text: str, sentence: Sentence) -> Sentence:
    label = _LABEL.match(sentence.span.of(text))
    if not label:
        return sentence
    span = Span(sentence.span.start + label.end(), sentence.span.end)
    return replace(sentence, span=span, plain=plain(span.of(text)))


def _is_denied(found: list[Sentence], place: int) -> bool:
    """Does the sentence, what leads to it or what follows it stand against a permission?"""
    named = licences.licences_in(found[place].text)
    if guards.denies(licences.blanked(found[place].text, named)):
        return True
    if place and guards.opens_a_ban(found[place - 1].text):
        return True
    lead_ins = (s.text for s in found[max(0, place - REACH_OF_A_BAN) : place])
    if any(lead.rstrip().endswith(":") and guards.opens_a_ban(lead) for lead in lead_ins):
        return True
    after = found[place + 1].text if place + 1 < len(found) else ""
    goes_on = found[place].text.rstrip().endswith(";") and not after.lower().startswith("for ")
    return bool(after) and (guards.takes_back(after) or (goes_on and guards.denies(after)))


def _led_by_a_picture(found: list[Sentence], place: int) -> bool:
    """ "Photo: Jo Lane. This work is licensed …" speaks of the photo."""
    before = (s.text for s in found[max(0, place - 3) : place] if s.paragraph == found[place].paragraph)
    return any(statements.OF_A_PICTURE.search(text) for text in before)
