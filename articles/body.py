"""The body of an article as HTML: the one list of what may stand in it, and what can be read from it.

Pure: no Django, rows, network or clock. Whatever comes from outside (paste, page, feed, command) passes `clean` before
it is stored; the editor's widget cleans by the same list. Nothing else in the house may call nh3.
"""

import re
from collections.abc import Callable, Collection, Iterable
from enum import StrEnum
from html import escape
from typing import Literal
from urllib.parse import urlsplit

import nh3
from lxml import etree
from lxml.html import HtmlElement, fragment_fromstring

MAX_BYTES = 2_000_000
MAX_DEPTH = 100
MAX_ATTRIBUTES = 100
MAX_ELEMENTS = 50_000
#: Two settle nearly everything; of 60,000 broken texts none took more than three.
MAX_READINGS = 4
WORDS_PER_MINUTE = 220

BLOCKS = frozenset({
    "p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "hr", "figure", "figcaption",
    "table", "caption", "thead", "tbody", "tr", "th", "td",
})  # fmt: skip
INLINE = frozenset({"a", "strong", "b", "em", "i", "sub", "sup", "code", "br", "span", "q", "cite"})
#: Their content is no text of the article. svg, math and style stay out for good: every hole in nh3 so far went through them.
DROPPED = frozenset({
    "script", "style", "svg", "math", "noscript", "template", "textarea", "select", "button", "iframe", "object",
    "audio", "video", "canvas", "title",
})  # fmt: skip
ATTRIBUTES = {
    "*": {"lang", "dir"},
    "a": {"href", "title", "hreflang", "rel"},
    "blockquote": {"cite", "class"},
    "q": {"cite"},
    "ol": {"start"},
    "figure": {"data-picture"},
    "span": {"class", "role"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan", "scope"},
}
REL = frozenset({"license", "nofollow", "noopener", "noreferrer", "sponsored", "ugc", "external", "author", "tag", "bookmark", "via"})
#: Headings outside h2 to h4, and blocks that are not on the list, become the nearest that is.
RENAMED = {"h1": "h2", "h5": "h4", "h6": "h4", "dt": "p", "dd": "p", "pre": "p", "address": "p", "tfoot": "tbody"}
WRAPPERS = frozenset({"div", "section", "article", "main", "center", "header", "footer", "aside"})

_WHOLE_NUMBER = re.compile(r"[1-9][0-9]{0,8}")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,4}")
# libxml2 needs 2 s for 20,000 attributes on one tag, so they are counted before it. Possessive, so linear.
_ATTRIBUTE = r"""[\s/]*+(?:=[^\s/>=]*+|[^\s/>=]++)(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"'][^\s>]*+)?+)?+"""
_TAG = re.compile(rf"<[a-zA-Z][^\s/>]*+(?:{_ATTRIBUTE}){{0,{MAX_ATTRIBUTES}}}+({_ATTRIBUTE})?+")
_SPACE = re.compile(r"[ \t\n\r\f]+")
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NO_SPACES = r"\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_WORD = re.compile(rf"[{_NO_SPACES}]|[^\W_{_NO_SPACES}]+(?:['’\u00ad\u200b-\u200d-]?[^\W_{_NO_SPACES}]+)*")


class Refusal(StrEnum):
    """Why a body is not taken in at all."""

    TOO_LARGE = "too_large"
    TOO_DEEP = "too_deep"
    TOO_MANY_ATTRIBUTES = "too_many_attributes"


class BodyRefused(ValueError):
    """The text cannot be made safe at a reasonable cost. `str()` is a sentence for the person who sent it."""

    def __init__(self, code: Refusal, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class TooLarge(BodyRefused):
    pass


class TooDeep(BodyRefused):
    pass


def clean(html: str) -> str:
    """The text with nothing in it but what the list allows; cleaning twice changes nothing.

    A picture stands only as `<figure data-picture="id">`; a figure that is left with nothing but a caption goes with
    its picture. Raises TooLarge, TooDeep or BodyRefused.
    """
    if "<" not in html and "&" not in html:
        return _CLEANER.clean(printable(bounded(html)))
    # A box that became a paragraph, or went, may leave behind what no parser reads so, such as a paragraph in a heading.
    for _ in range(MAX_READINGS):
        before, html = html, _cleaned_once(html)
        if html == before:
            break
    return html


def _cleaned_once(html: str) -> str:
    root = _tree(html)
    for element in list(root.iterdescendants()):
        _tidy(element)
    return _CLEANER.clean(_inner(root)).strip()


def absolute(html: str, base: str) -> str:
    """The cleaned text with its relative links resolved against `base`, as feeds need them."""
    return _cleaner(("rewrite_with_base", base)).clean(html) if "href=" in html else html


def printable(text: str) -> str:
    """The text without lone surrogates and control characters, which neither nh3 nor the database can hold."""
    return _UNPRINTABLE.sub("", text)


def paragraphs_to_html(paragraphs: Iterable[str]) -> str:
    """One `<p>` for each piece of plain text; line breaks inside it stay, empty ones go."""
    kept = (printable(text).strip() for text in paragraphs)
    return "\n".join(f"<p>{escape(text, quote=False).replace(chr(10), '<br>')}</p>" for text in kept if text)


def to_text(html: str) -> str:
    """The words alone, blocks apart by an empty line."""
    return marked_text(html)[0]


def marked_text(html: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The words, and the spans of them that stand in `<blockquote>` or `<q>`, outermost only."""
    writer = _Plain()
    writer.read(_tree(html))
    return "".join(writer.pieces), tuple(writer.quoted)


def link_places(html: str) -> tuple[int, ...]:
    """Where in the words of `to_text` each link begins, in order."""
    writer = _Plain()
    writer.read(_tree(html))
    return tuple(writer.links)


def word_count(html: str) -> int:
    """Words as a reader counts them; where a script has no spaces, characters."""
    return len(_WORD.findall(to_text(html)))


def reading_minutes(html: str) -> int:
    """Whole minutes at 220 words each, at least one."""
    return max(1, round(word_count(html) / WORDS_PER_MINUTE))


def first_characters(text: str, limit: int) -> str:
    """At most `limit` characters of plain text, cut between words, with "…" where something is left out."""
    if len(text) <= limit:
        return text
    kept = text[: max(0, limit - 1)]
    between = kept if not text[len(kept)].isalnum() else kept.rpartition(" ")[0] or kept
    return f"{between.rstrip(' ,;:')}…" if limit > 0 else ""


def first_words(html: str, count: int) -> str:
    """The first `count` words as one line of plain text, with "…" where it was cut."""
    text = " ".join(to_text(html).split())
    words = list(_WORD.finditer(text))
    if len(words) <= count:
        return text
    return text[: words[count - 1].end()] + "…" if count > 0 else ""


def picture_ids(html: str) -> tuple[int, ...]:
    """The pictures placed in a cleaned text, in its order."""
    return tuple(int(figure.get("data-picture", "0")) for figure in _tree(html).iter("figure") if _is_picture(figure))


def without_pictures(html: str, *, keep: Collection[int]) -> str:
    """The cleaned text without the figures of pictures that are not in `keep`, captions included."""
    if "data-picture" not in html:
        return html

    def drop(root: HtmlElement) -> None:
        for figure in list(root.iter("figure")):
            if _is_picture(figure) and int(figure.get("data-picture")) not in keep:
                figure.drop_tree()

    return rewritten(html, drop)


def rewritten(html: str, change: Callable[[HtmlElement], None]) -> str:
    """The text as a tree, changed in place by `change`, and cleaned again."""
    root = _tree(html)
    change(root)
    return _CLEANER.clean(_inner(root)).strip()


def _cleaner(relative_links: tuple[Literal["rewrite_with_base"], str] | None = None) -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=BLOCKS | INLINE,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto"},
        link_rel=None,
        url_relative=relative_links,
    )


def bounded(html: str) -> str:
    """The same text, if a parser can take it at a reasonable cost. Raises TooLarge or BodyRefused."""
    # A character may take four bytes: only a text that could be too large is encoded to be counted.
    if len(html) * 4 > MAX_BYTES and len(html.encode("utf-8", "replace")) > MAX_BYTES:
        message = f"This text is larger than {MAX_BYTES // 1_000_000} MB. Paste the article alone, without the rest of the page."
        raise TooLarge(Refusal.TOO_LARGE, message)
    if any(match[1] for match in _TAG.finditer(html)):
        message = f"An element of this text has more than {MAX_ATTRIBUTES} attributes. Paste it as plain text."
        raise BodyRefused(Refusal.TOO_MANY_ATTRIBUTES, message)
    return html


def refuse_unbounded(root: HtmlElement) -> None:
    """Raises TooLarge or TooDeep for a tree with more or deeper elements than an article has."""
    depth = elements = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        elements += event == "start"
        if elements > MAX_ELEMENTS:
            raise TooLarge(Refusal.TOO_LARGE, f"This text has more than {MAX_ELEMENTS:,} elements. Paste it as plain text.")
        if depth > MAX_DEPTH + 1:
            raise TooDeep(Refusal.TOO_DEEP, f"Elements of this text nest more than {MAX_DEPTH} deep. Paste it as plain text.")


def _tree(html: str) -> HtmlElement:
    """The text as a tree whose size, depth and attributes are within bounds.

    nh3 takes 8 s for 50,000 nested elements, and a short text of unclosed formatting makes it build millions: it is
    given only what libxml2, which stops at depth 255, has closed in order.
    """
    root = fragment_fromstring(printable(bounded(html)).replace("\r\n", "\n"), create_parent="div")
    refuse_unbounded(root)
    return root


def _inner(root: HtmlElement) -> str:
    return escape(root.text or "", quote=False) + "".join(etree.tostring(child, method="html", encoding="unicode") for child in root)


def _tidy(element: HtmlElement) -> None:
    if not isinstance(element.tag, str):
        return
    if element.tag in DROPPED or (
        element.tag == "figure" and not _is_picture(element) and element.find(".//blockquote") is None and element.find(".//table") is None
    ):
        element.drop_tree()
    elif element.tag in WRAPPERS and not any(child.tag in BLOCKS | WRAPPERS | set(RENAMED) for child in element):
        element.tag = "p"
    elif element.tag in RENAMED:
        element.tag = RENAMED[element.tag]


def _is_picture(figure: HtmlElement) -> bool:
    return bool(_WHOLE_NUMBER.fullmatch(figure.get("data-picture", "")))


class _Plain:
    """Writes a tree as plain text: white space as a browser shows it, one empty line between blocks."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.quoted: list[tuple[int, int]] = []
        self.links: list[int] = []
        self._length = 0
        self._gap = ""
        self._depth = 0
        self._opened_at: int | None = None

    def read(self, element: HtmlElement) -> None:
        if not isinstance(element.tag, str) or element.tag in DROPPED:
            return
        if element.tag == "br":
            self._gap = "\n\n" if "\n" in self._gap else "\n"
        is_quotation = element.tag in ("blockquote", "q")
        self._break_at(element)
        if element.tag == "a" and element.get("href"):
            self.links.append(self._length + len(self._gap))
        self._depth += is_quotation
        self._write(element.text or "")
        for child in element:
            self.read(child)
            self._write(child.tail or "")
        self._depth -= is_quotation
        if self._depth == 0:
            self._close_quotation()
        self._break_at(element)

    def _break_at(self, element: HtmlElement) -> None:
        if element.tag in BLOCKS:
            self._gap = "\n\n"

    def _write(self, text: str) -> None:
        words = _SPACE.sub(" ", text)
        if words.startswith(" ") and not self._gap:
            self._gap = " "
        if not (core := words.strip(" ")):
            return
        if self.pieces:
            self._put(self._gap)
        if self._depth and self._opened_at is None:
            self._opened_at = self._length
        self._put(core)
        self._gap = " " if words.endswith(" ") else ""

    def _put(self, piece: str) -> None:
        self.pieces.append(piece)
        self._length += len(piece)

    def _close_quotation(self) -> None:
        if self._opened_at is not None:
            self.quoted.append((self._opened_at, self._length))
        self._opened_at = None


def _attribute(element: str, name: str, value: str) -> str | None:
    """The value that may stand; None drops the attribute. nh3 looks at no scheme in `cite`."""
    if name == "rel":
        return " ".join(word for word in value.lower().split() if word in REL) or None
    if name == "cite":
        return value if _is_web_address(value) else None
    if (allowed := _PATTERNS.get((element, name)) or _PATTERNS.get(("*", name))) is not None:
        return value if allowed.fullmatch(value) else None
    return value


def _is_web_address(value: str) -> bool:
    try:
        parts = urlsplit(value)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and bool(parts.netloc)


_PARTS = BLOCKS | WRAPPERS | set(RENAMED)
_SPAN = re.compile(r"[1-9][0-9]?")
_PATTERNS = {
    ("*", "lang"): _LANGUAGE,
    ("*", "dir"): re.compile("ltr|rtl|auto"),
    ("*", "colspan"): _SPAN,
    ("*", "rowspan"): _SPAN,
    ("a", "hreflang"): _LANGUAGE,
    ("ol", "start"): _WHOLE_NUMBER,
    ("th", "scope"): re.compile("col|row|colgroup|rowgroup"),
    ("figure", "data-picture"): _WHOLE_NUMBER,
    ("blockquote", "class"): re.compile("pull"),
    ("span", "class"): re.compile("fn"),
    ("span", "role"): re.compile("note"),
}
_CLEANER = _cleaner()
