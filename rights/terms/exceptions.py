"""A ban that spares some: "may not be republished, except by schools with the source named". Pure.

The ban is what stands before the exception. The exception is an offer only where it begins with a class that the reader
knows, and nothing in it denies: "except with our permission" spares nobody.
"""

from collections.abc import Iterator
from dataclasses import replace

from rights.vocabulary import TermKind

from . import details, guards, statements
from .letters import plain
from .reading import Proposal
from .sentences import Span
from .statements import Sentence

#: How far behind "except" the first class must stand, in characters: the words for it, and small words before them.
HEAD = 45


def cut(text: str, sentence: Sentence) -> tuple[Sentence, Sentence] | None:
    """The ban and the exception to it, None where the sentence has no such exception."""
    found = sentence.language.exception.pattern.search(sentence.text)
    if not found:
        return None
    middle = sentence.span.start + sentence.plain.original(*found.span())[0]
    before, after = Span(sentence.span.start, middle), Span(middle, sentence.span.end)
    return _part(text, sentence, before), _part(text, sentence, after)


def offers(text: str, exception: Sentence) -> Iterator[Proposal]:
    """What the exception offers to the classes that it begins with."""
    rule = exception.language.exception
    begins = rule.pattern.match(exception.text)
    if (
        not begins
        or exception.language.consent.search(exception.text)
        or guards.denies(" " * begins.end() + exception.text[begins.end() :], exception.language)
    ):
        return
    head = exception.text[begins.end() : begins.end() + HEAD]
    spared = details.named(exception.language.classes, head)
    for proposal in statements.offers(text, exception, rule) if spared else ():
        if proposal.kind != TermKind.PERMISSION or proposal.codes.get("grantee_class") in spared:
            yield proposal


def _part(text: str, sentence: Sentence, span: Span) -> Sentence:
    bare = span.of(text).strip(" ,;:–—-")
    start = span.start + span.of(text).index(bare) if bare else span.start
    return replace(sentence, span=Span(start, start + len(bare)), plain=plain(bare, is_cyrillic=sentence.language.is_cyrillic))
