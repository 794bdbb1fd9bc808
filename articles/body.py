"""An article's text: the one allow-list, and what is read from the text without changing it.

Pure. What is not on the list is taken out on the way in, whoever wrote it: editor, paste, feed or script.
"""

import html as entities
import re
from collections.abc import Collection, Sequence
from html.parser import HTMLParser
from urllib.parse import urljoin

import nh3
from lxml import html as markup

MAX_BYTES = 2_000_000
MAX_DEPTH = 100
MAX_ATTRIBUTES = 40
WORDS_A_MINUTE = 230

TAGS = {
    "p", "h2", "h3", "h4", "blockquote", "ul", "ol", "li", "a", "strong", "em", "b", "i", "sub", "sup", "code", "hr", "br",
    "figure", "figcaption", "table", "thead", "tbody", "tr", "th", "td", "caption", "span", "q", "cite",
}  # fmt: skip
# Never svg, math or style: the sanitiser's known holes all need one of them.
ATTRIBUTES = {
    "a": {"href", "title", "hreflang", "rel"},
    "figure": {"data-picture"},
    "span": {"role", "lang", "dir"},
    "p": {"lang", "dir"},
    "blockquote": {"cite", "lang", "dir"},
    "q": {"cite"},
    "th": {"colspan", "rowspan", "scope"},
    "td": {"colspan", "rowspan"},
    "ol": {"start"},
}
SCHEMES = {"http", "https", "mailto"}
CLASSES = {"span": {"fn"}, "blockquote": {"pull"}}
VOID = {"br", "hr", "img", "input", "meta", "link", "col", "area", "base", "embed", "source", "track", "wbr"}

_SURROGATES = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_SPACES = re.compile(r"\s+")


class BodyRefused(ValueError):
    """A text that can't be cleaned safely. `code` is stable, the message is for the person who typed it."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code


def clean(html: str) -> str:
    """The same text with only what the list allows. Raises BodyRefused where it is too long or nested too deep."""
    text = _CONTROLS.sub("", _SURROGATES.sub("", html))
    _refuse_unsafe(text)
    return nh3.clean(
        text,
        tags=TAGS,
        attributes={tag: set(names) for tag, names in ATTRIBUTES.items()},
        allowed_classes={tag: set(names) for tag, names in CLASSES.items()},
        attribute_filter=_filter,
        url_schemes=SCHEMES,
        link_rel=None,
        strip_comments=True,
    ).strip()


def _filter(tag: str, name: str, value: str) -> str | None:
    # The sanitiser checks the scheme of href, but not of cite.
    if name == "cite" and not value.lower().startswith(("http://", "https://")):
        return None
    if name == "data-picture" and not value.isdecimal():
        return None
    return value


class _Scanner(HTMLParser):
    """Counts depth and attributes, cheaply, before anything expensive sees the text."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=False)
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len(attrs) > MAX_ATTRIBUTES:
            raise BodyRefused("too_many_attributes", "The text has a tag with far too many attributes to be an article.")
        if tag not in VOID:
            self.depth += 1
        if self.depth > MAX_DEPTH:
            raise BodyRefused("too_deep", "The text is nested too deep to be an article.")

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            self.depth = max(0, self.depth - 1)


def _refuse_unsafe(text: str) -> None:
    if len(text.encode()) > MAX_BYTES:
        raise BodyRefused("too_long", f"The text is longer than {MAX_BYTES // 1_000_000} MB.")
    if text.count("<") > MAX_DEPTH:
        _Scanner().feed(_unclosed_paragraphs(text))


def _unclosed_paragraphs(text: str) -> str:
    # Old pages leave <p> and <li> open; they do not nest, so they must not count as depth.
    return re.sub(r"<(p|li|td|tr|th|option)\b[^>]*>", r"", text, flags=re.IGNORECASE)


def to_text(html: str) -> str:
    """The words, a blank line between blocks, without marks."""
    broken = re.sub(r"</(p|h2|h3|h4|li|blockquote|figcaption|tr|table|ul|ol)>|<br\s*/?>|<hr\s*/?>", "\n\n", html)
    blocks = re.split(r"\n\s*\n", entities.unescape(re.sub(r"<[^>]+>", "", broken)))
    return "\n\n".join(words for block in blocks if (words := _SPACES.sub(" ", block).strip()))


def word_count(html: str) -> int:
    return len(to_text(html).split())


def reading_minutes(html: str) -> int:
    return max(1, round(word_count(html) / WORDS_A_MINUTE))


def paragraphs_to_html(paragraphs: Sequence[str]) -> str:
    return "\n".join(f"<p>{entities.escape(paragraph, quote=False)}</p>" for paragraph in paragraphs if paragraph.strip())


def first_characters(text: str, limit: int) -> str:
    """At most `limit` characters, cut between words, with an ellipsis where something is left out."""
    if len(text) <= limit:
        return text
    return f"{text[: max(0, limit - 1)].rsplit(' ', 1)[0].rstrip(' ,;:')}…"


def without_pictures(html: str, *, keep: Collection[int]) -> str:
    """The text without the figures of pictures that are not in `keep`, captions included."""
    if "data-picture" not in html:
        return html
    root = markup.fragment_fromstring(html, create_parent="div")
    for figure in root.xpath(".//figure[@data-picture]"):
        if int(figure.get("data-picture")) not in keep:
            figure.drop_tree()
    return _inner(root)


def absolute(html: str, base: str) -> str:
    """The same text with every link absolute: what leaves the house must not point into nothing."""
    if "<a " not in html:
        return html
    root = markup.fragment_fromstring(html, create_parent="div")
    for link in root.xpath(".//a[@href]"):
        link.set("href", urljoin(base, link.get("href")))
    return _inner(root)


def _inner(root: markup.HtmlElement) -> str:
    whole = markup.tostring(root, encoding="unicode")
    return str(whole[len("<div>") : -len("</div>")])
