"""The small print of a page that is given as HTML: what a reader sees is read, what nobody sees is reported and never used.

Pure: lxml, but no rows, network or clock.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree
from lxml.html import HtmlElement, document_fromstring

from .languages.tables import READ
from .letters import plain
from .reader import HIDDEN_HERE, read_terms
from .reading import Reading

MAX_CHARS = 1_000_000
MAX_DEPTH = 200
HIDDEN = "The page holds terms that nobody sees. They were not read."
EMPTY_LINK = "A link to terms has no words that can be seen. It was not used."
_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "td",
        "th",
        "tr",
        "ul",
    ]
)
_NEVER_SHOWN = frozenset(
    ["script", "style", "template", "noscript", "head", "title", "meta", "link", "iframe", "object", "svg", "textarea", "select", "option"]
)
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0(?:\.0+)?\s*(?:[;!]|$)|font-size\s*:\s*0(?:\.0+)?(?:px|em|rem|pt|%)?\s*(?:[;!]|$)"
    r"|color\s*:\s*transparent|text-indent\s*:\s*-\d{3,}|(?:left|top)\s*:\s*-\d{3,}|clip\s*:\s*rect\(\s*[01]|(?:max-)?(?:height|width)\s*:\s*0(?:px)?\s*(?:[;!]|$)",
    re.IGNORECASE,
)
_UNSEEN_CLASS = re.compile(r"(?:^|\s)(?:sr-only|visually-?hidden|screen-reader-text|d-none|is-hidden|hidden)(?:\s|$)", re.IGNORECASE)
_STYLED = re.compile(r"([.#][\w-]{1,80})\s*\{([^{}]{0,500})\}")
_LINKS_TERMS = re.compile(r"creativecommons|licen[cs]e|copyright|rights|permission|terms|republish|^mailto:", re.IGNORECASE)


@dataclass(frozen=True)
class PageReading:
    """`text` is what a reader of the page sees; the reading's proposals count its characters."""

    text: str
    reading: Reading


def read_page_terms(html: str) -> PageReading:
    """Read the terms of a page. Markup that can't be understood gives an empty text, and is said."""
    try:
        root = document_fromstring(html[:MAX_CHARS] or "<p></p>")
    except (etree.ParserError, ValueError):
        return PageReading("", Reading(notes=("The page's markup can't be understood.",)))
    unseen = drop_unseen(root)
    text = visible(root)
    reading = read_terms(text)
    if len(html) > MAX_CHARS:
        unseen["too_long"] = "The page is too long: its end was not read."
    return PageReading(text, replace(reading, notes=(*reading.notes, *unseen.values()), flags=reading.flags | unseen.keys()))


def drop_unseen(root: HtmlElement) -> dict[str, str]:
    """Take out of the tree what no reader of the page sees. Returned: the flag and the sentence for what speaks of terms.

    Where it stood, a mark that nobody sees stays behind: no permission is read from a sentence that something was hidden in.
    """
    found: dict[str, str] = {}
    styles = _unseen_selectors(root)
    for node in list(root.iter()):
        if isinstance(node, etree._Comment):
            found |= {"hidden_text": HIDDEN} if _speaks_of_terms(node.text or "") else {}
        elif isinstance(node.tag, str) and node.getparent() is not None and _is_unseen(node, styles):
            said = " ".join(str(node.text_content()).split())
            found |= {"hidden_text": HIDDEN} if node.tag not in _NEVER_SHOWN and _matters(node, said) else {}
            _cut(node)
        elif node.tag == "a" and _LINKS_TERMS.search(f"{node.get('href') or ''} {node.get('rel') or ''}") and not _has_words(node):
            found["empty_link"] = EMPTY_LINK
    return found


def only_seen(reading: Reading, shown: str, unseen: Mapping[str, str]) -> Reading:
    """The reading of a text that was taken from the markup without regard to what is hidden: only what stands in `shown`, too."""
    words = " ".join(shown.split())
    seen = tuple(proposal for proposal in reading.proposals if " ".join(proposal.quote.split()) in words)
    return replace(reading, proposals=seen, notes=(*reading.notes, *unseen.values()), flags=reading.flags | unseen.keys())


def _cut(node: HtmlElement) -> None:
    mark = HIDDEN_HERE if node.tag not in _NEVER_SHOWN and _has_words(node) else ""
    node.tail = mark + (node.tail or "")
    node.drop_tree()


def _has_words(node: HtmlElement) -> bool:
    return any(char.isalnum() for char in node.text_content())


def _is_unseen(node: HtmlElement, selectors: frozenset[str]) -> bool:
    if node.tag in _NEVER_SHOWN or node.get("hidden") is not None:
        return True
    classes = str(node.get("class") or "")
    names = {f".{name}" for name in classes.split()} | {f"#{node.get('id')}"}
    return bool(_UNSEEN_STYLE.search(str(node.get("style") or "")[:2000]) or _UNSEEN_CLASS.search(classes) or names & selectors)


def _unseen_selectors(root: HtmlElement) -> frozenset[str]:
    """Classes and ids that a style in the page itself hides."""
    sheets = "\n".join(str(node.text or "") for node in root.iter("style"))[:100_000]
    return frozenset(selector for selector, rules in _STYLED.findall(sheets) if _UNSEEN_STYLE.search(rules))


def _matters(node: HtmlElement, said: str) -> bool:
    """Hidden menus are everywhere; hidden terms, and a word hidden inside of a sentence, are reported."""
    is_inside = len(said.split()) <= 3 and bool((node.tail or "").strip())
    return any(char.isalnum() for char in said) and (is_inside or _speaks_of_terms(said))


def _speaks_of_terms(said: str) -> bool:
    shown = said[:5_000]
    return any(language.own_words.search(plain(shown, is_cyrillic=language.is_cyrillic).text) for language in READ.values())


def visible(root: HtmlElement) -> str:
    """Every sentence of the tree, block by block, blocks apart by an empty line."""
    blocks = re.split(r"\n\s*\n", "".join(_pieces(root)))
    return "\n\n".join(shown for block in blocks if (shown := " ".join(block.split())))


def _pieces(root: HtmlElement) -> Iterator[str]:
    for event, node in etree.iterwalk(root, events=("start", "end")):
        is_element = isinstance(node.tag, str)
        if is_element and node.tag in _BLOCKS:
            yield "\n\n"
        if event == "start":
            yield (node.text or "") if is_element else ""
        else:
            yield node.tail or ""
