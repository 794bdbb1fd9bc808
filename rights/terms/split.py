"""Where an article ends and the small print begins, paragraph by paragraph. Pure.

What is plainly small print never stays in the article, wherever it stands; what only sounds like it, a story about
copyright for example, does.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from .letters import plain
from .reader import read_terms
from .reading import Proposal
from .sentences import Span, paragraphs

#: A paragraph that begins like this is never part of a story.
_BEGINS = re.compile(
    r"^[\s•*–—-]*(?:articles? by\s*:|disclaimer\s*:|copyright (?:©|\(c\)|[12][0-9]{3}|by )|©|\(c\) |all rights reserved|fair use notice|"
    r"(?:for )?(?:media|press) (?:inquir|enquir|contact|quer)[^.\n]{0,40}:|the original source of this article|"
    r"this (?:article|story|text|post|piece|work) (?:was|is|has been|first|originally) (?:(?:first|originally|also) )?"
    r"(?:appeared|published|posted|republished|licen[cs]ed|available under|distributed under)|originally published|republished (?:with|from|under)|reprinted (?:with|from|by)|"
    r"(?:syndication|republishing|republication|permissions?|reprints?|licensing|terms of use|licen[cs]e|legal notice)\s*:|"
    r"(?:the )?(?:views?|opinions?)(?: and opinions?)? (?:expressed|presented))",
    re.IGNORECASE,
)
#: What sites put under a story; only there, and only as a short line.
_FURNITURE = re.compile(
    r"^[\s•*–—-]*(?:comment|become a member|subscribe|sign up|follow us|share|tweet|related|print this|e-?mail this|read more|tags?|categor|filed under|"
    r"support us|donate|posted in|more from|about the author|next|previous)\b",
    re.IGNORECASE,
)
_MOSTLY = 0.4
_OWN_VOICE = re.compile(
    r"\b(?:this (?:web ?site|site|page|article|story|work|publication|content|material|notice)|our (?:articles|stories|content|work|site|material|terms)|we |us\b|"
    r"www\.|https?://|©|copyright (?:owner|holder|notice))", re.I
)  # fmt: skip
#: The same in the other languages, as it is written.
_OWN_VOICE_ELSEWHERE = re.compile(
    r"\b(?:nos|notre|nous|ce (?:site|texte)|cet article|tous droits|unsere[rnms]?|diese[rs]? (?:website|seite|text|artikel|beitrag)|alle rechte|nuestr[oa]s?|este (?:sitio|artículo|texto|portal|contenido)|derechos reservados|"
    r"наш\w*|сайта|этот текст|все права)\b", re.I
)  # fmt: skip
_SHORT = 25


@dataclass(frozen=True)
class Split:
    """`article` and `terms` are the two parts as they stand, paragraphs apart by an empty line.

    `offset` is where the small print begins in the text, its length if there is none; `spans` are the paragraphs of
    it, offsets into the text; `kept` those of the article.
    """

    article: str
    terms: str
    offset: int
    spans: tuple[tuple[int, int], ...]
    kept: tuple[tuple[int, int], ...]


@lru_cache(maxsize=16)  # clearing and publishing ask four times for the same kept copy
def split_terms(text: str) -> Split:
    """Divide a page's text. A page that is nothing but small print has an empty article."""
    blocks = list(paragraphs(text))
    proposals = read_terms(text).proposals
    weights = [_weight(text, block, [p for p in proposals if block.start <= p.start < block.end]) for block in blocks]
    begin = _footer_begins(text, blocks, weights)
    is_terms = [place >= begin or weight == 2 for place, weight in enumerate(weights)]
    terms = [block for block, small in zip(blocks, is_terms, strict=True) if small]
    kept = [block for block, small in zip(blocks, is_terms, strict=True) if not small]
    return Split(
        "\n\n".join(block.of(text) for block in kept),
        "\n\n".join(block.of(text) for block in terms),
        terms[0].start if terms else len(text),
        tuple(terms),
        tuple(kept),
    )


def _weight(text: str, block: Span, found: list[Proposal]) -> int:
    """0 a paragraph of the story, 1 small print if it stands at the end, 2 small print wherever it stands."""
    words = plain(block.of(text)).text
    if _BEGINS.match(words):
        return 2
    if _FURNITURE.match(words) and len(words.split()) < _SHORT:
        return 1
    if not found:
        return 0
    if _covered(found) < _MOSTLY * len(words):
        return 1 if len(words.split()) < _SHORT else 0
    speaks = _OWN_VOICE.search(words) or _OWN_VOICE_ELSEWHERE.search(block.of(text))
    return 2 if speaks and not _is_reported(words) else 1


def _covered(found: list[Proposal]) -> int:
    """How many characters the proposals rest on; a condition inside a permission counts once."""
    reach, covered = 0, 0
    for proposal in found:
        covered += max(0, proposal.end - max(reach, proposal.start))
        reach = max(reach, proposal.end)
    return covered


def _is_reported(words: str) -> bool:
    return bool(re.search(r"\b(?:said|says|told|according to)\b", words, re.IGNORECASE)) or words.lstrip().startswith('"')


def _footer_begins(text: str, blocks: list[Span], weights: list[int]) -> int:
    """The first paragraph after which no story comes: only small print, and short lines between."""
    begin = len(blocks)
    for place in range(len(blocks) - 1, 0, -1):
        if weights[place]:
            begin = place
        elif len(blocks[place].of(text).split()) >= _SHORT or blocks[place].of(text).rstrip().endswith((".", "”", '"', "!", "?")):
            break
    return begin
