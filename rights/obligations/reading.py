"""A finished output as its reader has it: the visible words in blocks, the links that work, and what it tells machines. Pure."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from .hidden import Sheet, is_hidden
from .letters import plain

BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "br", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset", "figcaption",
    "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section",
    "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "body", "html",
})  # fmt: skip
#: What a browser loads as a picture, and from which attribute.
LOADED = {
    **dict.fromkeys(("img", "amp-img", "embed", "input", "source"), ("src", "data-src")),
    "image": ("href", "xlink:href", "src"),
    "video": ("poster",),
    "object": ("data",),
}
#: Links that say of themselves that they lead to nothing that is vouched for.
DISOWNED = frozenset({"nofollow", "ugc", "sponsored"})

_ADDRESS = re.compile(r"https?://[^\s<>\"«»“”]+", re.I)
_PICTURE_IN_STYLE = re.compile(r"url\(\s*['\"]?([^'\")]+)", re.I)
_PICTURE_WORDS = frozenset({"og:image", "og:image:url", "og:image:secure_url", "twitter:image", "twitter:image:src"})
#: Stands between two blocks; no text has it.
_END = "\ufdd0"
_BOUNDARY = re.compile(r"\n\s*\n")


@dataclass(frozen=True)
class Link:
    """One link that a reader can see and follow. `around` are the words of the block that it stands in."""

    href: str
    rel: frozenset[str]
    text: str
    around: str

    @property
    def is_followed(self) -> bool:
        return not self.rel & DISOWNED


@dataclass(frozen=True)
class Seen:
    """`blocks` in plain spelling. `canonicals` and `robots` are those of the head alone; `pictures` also those that nobody sees."""

    blocks: tuple[str, ...] = ()
    links: tuple[Link, ...] = ()
    canonicals: tuple[str, ...] = ()
    robots: frozenset[str] = frozenset()
    pictures: tuple[str, ...] = ()
    shown_pictures: frozenset[str] = frozenset()
    is_plain: bool = False

    @cached_property
    def text(self) -> str:
        return " ".join(self.blocks)

    def has_block(self, words: str) -> bool:
        """Do these words stand here by themselves: one block, or several that follow each other, and nothing else in them?"""
        at = self.text.find(words) if words else -1
        while at >= 0:
            if at in self._starts and at + len(words) in self._ends:
                return True
            at = self.text.find(words, at + 1)
        return False

    @cached_property
    def _starts(self) -> frozenset[int]:
        return frozenset(end - len(block) for end, block in zip(self._places, self.blocks, strict=True))

    @cached_property
    def _ends(self) -> frozenset[int]:
        return frozenset(self._places)

    @cached_property
    def _places(self) -> tuple[int, ...]:
        places, end = [], -1
        for block in self.blocks:
            end += len(block) + 1
            places.append(end)
        return tuple(places)


def read(finished: str, *, is_plain: bool = False) -> Seen:
    """Read a page, a fragment of one or, where `is_plain`, a text without markup."""
    if is_plain:
        return _read_text(finished)
    root = _root(finished)
    return _read_tree(root) if root is not None else Seen()


def _root(finished: str) -> HtmlElement | None:
    data = finished.replace("\x00", "").replace(_END, " ").encode("utf-8", "replace")
    if not data.strip():
        return None
    try:
        return etree.fromstring(data, parser=HTMLParser(encoding="utf-8"))
    except etree.ParserError:
        return None


def _read_text(finished: str) -> Seen:
    blocks = [(plain(block), block) for block in _BOUNDARY.split(finished)]
    found = [(address, words) for words, block in blocks for address in _addresses(block)]
    links = tuple(Link(address, frozenset(), address, words) for address, words in found)
    return Seen(tuple(words for words, _block in blocks if words), links, is_plain=True)


def _addresses(text: str) -> Iterator[str]:
    for found in _ADDRESS.findall(text):
        address = found.rstrip(".,;:!?'’…。،؛")
        while address.endswith((")", "]")) and address.count("(") + address.count("[") < address.count(")") + address.count("]"):
            address = address[:-1].rstrip(".,;:!?")
        yield address


def _read_tree(root: HtmlElement) -> Seen:
    canonicals, robots = _head(root.find("head"))
    visible = _Visible(root)
    return Seen(
        blocks=tuple(words for block in plain(visible.text).split(_END) if (words := block.strip())),
        links=tuple(visible.links()),
        canonicals=canonicals,
        robots=robots,
        pictures=tuple(_pictures(root.iter(etree.Element))),
        shown_pictures=frozenset(_pictures(visible.elements)),
    )


def _head(head: HtmlElement | None) -> tuple[tuple[str, ...], frozenset[str]]:
    if head is None:
        return (), frozenset()
    canonicals = tuple(link.get("href", "") for link in head.iter("link") if "canonical" in link.get("rel", "").lower().split())
    said = [meta.get("content", "") for meta in head.iter("meta") if meta.get("name", "").lower() in ("robots", "googlebot")]
    return canonicals, robots_words(", ".join(said))


def robots_words(said: str) -> frozenset[str]:
    """The rules that a robots line names; "none" says noindex too."""
    words = {word.strip().lower() for word in said.split(",")}
    return frozenset(words | ({"noindex"} if "none" in words else set()))


def _pictures(elements: Iterable[HtmlElement]) -> Iterator[str]:
    """The address of everything that a browser would load as a picture, or a network show as one."""
    for element in elements:
        tag, given = element.tag, element.attrib
        if not given:
            continue
        if tag in LOADED:
            yield from (given[name] for name in LOADED[tag] if given.get(name))
            yield from (piece.split()[0] for piece in given.get("srcset", "").split(", ") if piece.split())
        elif tag == "meta" and (given.get("property") or given.get("name", "")).lower() in _PICTURE_WORDS and given.get("content"):
            yield given["content"]
        if "style" in given:
            yield from _PICTURE_IN_STYLE.findall(given["style"])


class _Visible:
    """What of a document can be seen: its words with a mark between blocks, and its elements in order."""

    def __init__(self, root: HtmlElement) -> None:
        self.elements: list[HtmlElement] = []
        self._anchors: list[tuple[HtmlElement, int, int]] = []
        self.text = self._walk(root)

    def _walk(self, root: HtmlElement) -> str:
        sheet = Sheet(style.text or "" for style in root.iter("style"))
        parts: list[str] = []
        length = 0
        # Words wait here beside elements; a pair is an anchor with the place where it began.
        waiting: list[HtmlElement | str | tuple[HtmlElement, int]] = [root]
        while waiting:
            item = waiting.pop()
            if isinstance(item, str):
                parts.append(item)
                length += len(item)
            elif isinstance(item, tuple):
                self._anchors.append((*item, length))
            elif isinstance(item.tag, str) and not is_hidden(item, sheet):
                self.elements.append(item)
                waiting += _inside(item, length)
        return "".join(parts)

    def links(self) -> Iterator[Link]:
        """Those with something to see and somewhere to go."""
        for anchor, start, end in self._anchors:
            href = anchor.get("href", "").strip()
            pictured = [image.get("alt", "") for image in anchor.iter("img")]
            words = plain(" ".join([self.text[start:end], *pictured])).replace(_END, " ").strip()
            if href and words:
                yield Link(href, frozenset(anchor.get("rel", "").lower().split()), words, self._around(start, end))

    def _around(self, start: int, end: int) -> str:
        after = self.text.find(_END, end)
        return plain(self.text[self.text.rfind(_END, 0, start) + 1 : after if after >= 0 else None])


def _inside(element: HtmlElement, place: int) -> Iterator[HtmlElement | str | tuple[HtmlElement, int]]:
    """What an element holds, from its end to its beginning."""
    is_block = element.tag in BLOCKS
    if is_block:
        yield _END
    if element.tag == "a":
        yield element, place
    if element.tag == "details" and "open" not in element.attrib:
        yield from element.findall("summary")
        return
    for child in reversed(element):
        if child.tail:
            yield child.tail
        yield child
    if element.text:
        yield element.text
    if is_block:
        yield _END
