"""Reads what a page says about the use of its texts, sentence by sentence, by the rules of each language's table.

Pure. English, French, German, Spanish and Russian; another language is said to be unread, not guessed at. Better nothing
than wrong: a sentence that denies anything is never a permission, and neither is one that a heading before it, a sentence
after it or a ban elsewhere in the text takes back.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from rights.vocabulary import Obligation, TermKind, Verdict

from . import conflicts, exceptions, guards, licences, statements, together
from .language import Language
from .languages import UNDETERMINED, language_of
from .languages.tables import READ
from .letters import is_seen, plain
from .reading import Proposal, Reading
from .rule import Rule
from .sentences import MAX_SENTENCE, Span, paragraphs, sentences
from .statements import Sentence

#: How far a heading such as "You may not:" reaches over the lines below it.
REACH_OF_A_BAN = 12
#: How many sentences after terms an address is taken for one to ask.
REACH_OF_TERMS = 3
MAX_SENTENCES = 1_500
#: How many sentences of a paragraph somebody's words are looked for in.
MAX_QUOTED = 40
MAX_CHARS = 400_000
#: Stands in the text where markup hid something (`markup.drop_unseen`).
HIDDEN_HERE = "\u2063"

_LABEL = re.compile(
    r"^[\s•*–—-]*(?:(?:legal |copyright |fair use |general )?(?:disclaimer|notice|terms(?: of use)?|copyright|note|important)\s*:\s+)(?=\S)",
    re.IGNORECASE,
)
#: Unseen, and in many honest texts.
_COMMON = frozenset("\u00ad\u200d\u200e\u200f\ufe0e\ufe0f\ufeff" + HIDDEN_HERE)
#: Addresses are in no language.
_ADDRESS = re.compile(r"[^\s@]{0,80}@\S{0,80}|\b(?:https?://|www\.)\S{0,300}")
_TERMS = frozenset({TermKind.PERMISSION, TermKind.CONDITION, TermKind.PROHIBITION})
_SAMPLE = 4_000
TOO_LONG = "The text is too long: its middle was not read."


@dataclass
class _Found:
    """What was found in the text before any rule was tried."""

    sentences: list[Sentence] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def read_terms(text: str, *, within: Iterable[tuple[int, int]] | None = None) -> Reading:
    """What the text states about its use, as proposals in its order. `within` limits the reading to these spans of it.

    Every proposal's `quote` is `text[start:end]`. Nothing is proposed from a sentence in a language that is not read.
    """
    found = _sentences(text, within)
    flags, notes = set[str](), found.notes
    is_over = any(_is_over(found.sentences, place) for place in range(len(found.sentences)))
    if is_over:
        flags.add("ended")
        notes.append("The text says that a permission has come to an end. No permission was read from it.")
    proposals = together.reserved(together.in_company(together.merged(text, _each(text, found.sentences, may_permit=not is_over))))
    proposals, contradictions = conflicts.settled(proposals)
    if contradictions:
        flags.add("contradiction")
    in_order = sorted(proposals, key=lambda proposal: (proposal.start, -proposal.end))
    notes = [*notes, *contradictions, *together.doubts(proposals), *_unseen(text)]
    return Reading(tuple(in_order), _most(found.unread), tuple(dict.fromkeys(notes)), frozenset(flags))


def _sentences(text: str, within: Iterable[tuple[int, int]] | None) -> _Found:
    found = _Found()
    whole = language_of(text)
    blocks = (
        [Span(*span) for span in within] if within is not None else [block for part in _parts(text) for block in paragraphs(text, part)]
    )
    places = [(number, block, span) for number, block in enumerate(blocks) for span in sentences(text, block)]
    if len(places) > MAX_SENTENCES:
        # Small print stands at the end, or at the top: what lies between is the story.
        places = places[: MAX_SENTENCES // 2] + places[-MAX_SENTENCES // 2 :]
        found.notes.append(TOO_LONG)
    elif len(text) > MAX_CHARS:
        found.notes.append(TOO_LONG)
    around = {number: _language(block.of(text), whole) for number, block in {number: block for number, block, _ in places}.items()}
    for number, _, span in places:
        _add(found, text, span, number, around[number])
    found.notes = list(dict.fromkeys(found.notes))
    return found


def _parts(text: str) -> list[Span]:
    """The whole text, or the beginning and the end of one that is too long."""
    half = MAX_CHARS // 2
    return [Span(0, len(text))] if len(text) <= MAX_CHARS else [Span(0, half), Span(len(text) - half, len(text))]


def _add(found: _Found, text: str, span: Span, number: int, around: str) -> None:
    code = _language(span.of(text), around)
    if code not in READ:
        found.unread.append(code)
    elif span.end - span.start > MAX_SENTENCE:
        found.notes.append("A sentence is too long to be read.")
    else:
        found.sentences += _apart(text, Sentence(span, plain(span.of(text), is_cyrillic=READ[code].is_cyrillic), number, READ[code]))


def _language(written: str, around: str | None) -> str:
    """By the words themselves, else by the terms that only one language uses, else as the text around it; English if nothing tells."""
    written = _ADDRESS.sub(" ", written[:_SAMPLE])
    if code := language_of(written):
        return code
    # A short line: what it is called in one of the languages tells more than the language of the story above it.
    seen = plain(written).text
    hits = Counter({code: len(language.own_words.finditer(seen)) for code, language in READ.items() if not language.is_cyrillic})
    (best, most), (_, second) = [*hits.most_common(2), ("", 0)][:2]
    return best if most > second else around or "en"


def _apart(text: str, sentence: Sentence) -> Iterator[Sentence]:
    """A copyright line and "all rights reserved" in one sentence are two statements."""
    reserved = sentence.language.reserved.search(sentence.text)
    if not reserved or not reserved.start() or not re.match(r"\s*(?:©|\(c\)|copyright)", sentence.text, re.IGNORECASE):
        yield sentence
        return
    middle = sentence.span.start + sentence.plain.original(reserved.start(), reserved.end())[0]
    for span in (Span(sentence.span.start, middle), Span(middle, sentence.span.end)):
        bare = span.of(text).rstrip(" ,|·•–—-\t\n")
        shorter = Span(span.start, span.start + len(bare))
        yield replace(sentence, span=shorter, plain=plain(bare, is_cyrillic=sentence.language.is_cyrillic))


def _unseen(text: str) -> Iterator[str]:
    if any(not char.isascii() and not is_seen(char) for char in set(text[:MAX_CHARS]) - _COMMON):
        yield "The text holds characters that nobody sees. They were passed over."


def _most(languages: list[str]) -> str | None:
    counts = Counter(language for language in languages if language != UNDETERMINED) or Counter(languages)
    return counts.most_common(1)[0][0] if counts else None


def _is_over(found: list[Sentence], place: int) -> bool:
    this, before = found[place], found[place - 1] if place else None
    return guards.revokes(this.text, this.language, before.text if before and this.paragraph - before.paragraph <= 1 else "")


def _each(text: str, found: list[Sentence], *, may_permit: bool) -> list[Proposal]:
    """What each sentence says; after terms, less has to be said for it to be plain."""
    each: list[Proposal] = []
    spoke_of_terms = -REACH_OF_TERMS - 1
    for place, sentence in enumerate(found):
        said = list(_read(text, found, place, may_permit=may_permit))
        if not said and place - spoke_of_terms <= REACH_OF_TERMS:
            is_beside = found[spoke_of_terms].paragraph == sentence.paragraph
            said = list(statements.after_terms(text, sentence, is_in_their_paragraph=is_beside))
        if any(one.kind in _TERMS for one in said):
            spoke_of_terms = place
        each += said
    return each


def _read(text: str, found: list[Sentence], place: int, *, may_permit: bool) -> Iterator[Proposal]:
    sentence = _without_label(text, found[place])
    may_permit = may_permit and HIDDEN_HERE not in sentence.span.of(text)
    if may_permit and not _is_denied(found[place]) and not _is_denied_around(found, place):
        given = list(statements.permission(text, sentence, is_of_a_picture=_led_by_a_picture(found, place)))
        if given:
            return iter(given)
    if not _is_about_pictures(sentence.text, sentence.language):
        for asked in (_with_its_question(text, found, place), sentence):
            if asked and (other := _other(text, asked, only_contacts=asked is not sentence)):
                parts = exceptions.cut(text, asked) if may_permit and other.kind == TermKind.PROHIBITION else None
                return _with_its_parts(text, asked, other, None if parts and _is_denied_around(found, place) else parts)
    return statements.condition(text, sentence)


def _with_its_parts(text: str, sentence: Sentence, said: Proposal, parts: tuple[Sentence, Sentence] | None) -> Iterator[Proposal]:
    """What a sentence says; a ban may spare some, and may say whom to ask."""
    ban = _other(text, parts[0], only_contacts=False) if parts else None
    spared = list(exceptions.offers(text, parts[1])) if parts and ban and ban.kind == TermKind.PROHIBITION else []
    yield ban if ban and spared else said
    yield from spared
    is_for_asking = said.kind == TermKind.PROHIBITION and said.codes.get("verdict") == Verdict.NEEDS_PERMISSION
    if is_for_asking and (address := statements.address_of(text, sentence)):
        yield address


def _other(text: str, sentence: Sentence, *, only_contacts: bool) -> Proposal | None:
    for rule in sentence.language.others:
        if only_contacts and rule.kind not in (TermKind.CONTACT, TermKind.PRESS):
            continue
        if rule.fits(sentence.text) and not _is_reported(rule, sentence) and (other := statements.statement(text, sentence, rule)):
            return other
    return None


def _with_its_question(text: str, found: list[Sentence], place: int) -> Sentence | None:
    """ "Questions about republishing? Write to …" is one statement."""
    this, before = found[place], found[place - 1] if place else None
    if not before or before.paragraph != this.paragraph or not before.text.rstrip().endswith("?") or before.language != this.language:
        return None
    span = Span(before.span.start, this.span.end)
    return replace(this, span=span, plain=plain(span.of(text), is_cyrillic=this.language.is_cyrillic))


def _is_reported(rule: Rule, sentence: Sentence) -> bool:
    """A ban that somebody speaks of is no ban of this page."""
    return rule.kind == TermKind.PROHIBITION and bool(sentence.language.reported.search(sentence.text))


def _is_about_pictures(plain_text: str, language: Language) -> bool:
    """Says that pictures alone are not covered: a condition on an offer, not a ban of the text."""
    if language.about_texts.search(plain_text):
        return False
    return any(detail.id == Obligation.DROP_IMAGES and detail.pattern.search(plain_text) for detail in language.conditions)


def _without_label(text: str, sentence: Sentence) -> Sentence:
    label = _LABEL.match(sentence.span.of(text))
    if not label:
        return sentence
    span = Span(sentence.span.start + label.end(), sentence.span.end)
    return replace(sentence, span=span, plain=plain(span.of(text), is_cyrillic=sentence.language.is_cyrillic))


def _is_denied(this: Sentence) -> bool:
    """Does the sentence itself stand against a permission?"""
    return guards.denies(licences.blanked(this.text, licences.licences_in(this.text)), this.language)


def _is_denied_around(found: list[Sentence], place: int) -> bool:
    """Does what leads to the sentence or what follows it stand against a permission?"""
    this = found[place]
    if _is_quoted(found, place):
        return True
    if place and guards.opens_a_ban(found[place - 1].text, found[place - 1].language):
        return True
    lead_ins = (s for s in found[max(0, place - REACH_OF_A_BAN) : place])
    if any(lead.text.rstrip().endswith(":") and guards.opens_a_ban(lead.text, lead.language) for lead in lead_ins):
        return True
    if place + 1 >= len(found):
        return False
    after = found[place + 1]
    goes_on = this.text.rstrip().endswith(";") and not after.text.lower().startswith("for ")
    return guards.takes_back(after.text, after.language) or (goes_on and guards.denies(after.text, after.language))


def _is_quoted(found: list[Sentence], place: int) -> bool:
    """Does the sentence begin inside of somebody's words? Then it is what they said, and no offer of the page."""
    marks = int(found[place].text.startswith('"'))
    for before in reversed(found[max(0, place - MAX_QUOTED) : place]):
        if before.paragraph != found[place].paragraph:
            break
        marks += before.text.count('"')
    return marks % 2 == 1


def _led_by_a_picture(found: list[Sentence], place: int) -> bool:
    """ "Photo: Jo Lane. This work is licensed …" speaks of the photo."""
    before = (s for s in found[max(0, place - 3) : place] if s.paragraph == found[place].paragraph)
    return any(statements.is_of_a_picture(one.text) for one in before)
