"""An HTML page of an article: what its markup declares first (JSON-LD, OpenGraph), what it shows else."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from readability import Document

from articles import body
from house.charsets import decode
from rights.terms import read_terms, split_terms
from rights.terms.languages import language_of
from wire.formats import names
from wire.formats.found import Found, Named, Unreadable

MAX_BYTES = 2_000_000
MIN_WORDS = 12
#: Shells of a page that hold no sentence of the article nor of its terms.
_FURNITURE = ("script", "style", "noscript", "template", "svg", "nav", "form", "button", "select", "iframe")
_BLOCKS = {"p", "div", "section", "article", "li", "h1", "h2", "h3", "h4", "blockquote", "footer", "header", "td", "br", "main", "aside"}
_ARTICLE_TYPES = ("Article", "NewsArticle", "ReportageNewsArticle", "OpinionNewsArticle", "AnalysisNewsArticle", "BlogPosting")
_TITLE_TAIL = re.compile(r"\s+[|–—-]\s+[^|–—]{2,60}$")


def read_page(content: bytes, *, content_type: str = "text/html", url: str = "") -> Found:
    """What a page says of itself. Raises Unreadable with a sentence for an editor."""
    source = _source(content, content_type)
    root = _tree(source)
    declared = _declared(root)
    article = body.clean(_main(source))
    headline = _headline(root, declared)
    article = _without_headline(article, headline)
    if not headline or body.word_count(article) < MIN_WORDS:
        raise Unreadable("no_article", "text", "No article was found on this page. Paste its headline and text instead.")
    # The small print stands outside what a reader's view keeps, mostly in the footer.
    split = split_terms(body.to_text(article))
    small_print = split_terms(_visible(root)).terms
    text = f"{split.article}\n\n{small_print}".strip()
    canonical = _canonical(root, declared, url)
    return Found(
        headline=headline[:200],
        body_html=_without_terms(article, split.terms),
        text=text,
        reading=read_terms(text),
        authors=_authors(root, declared),
        source_name=_site_name(root, declared),
        site_url=_home(canonical or url),
        original_url=canonical,
        language=(root.get("lang") or language_of(split.article) or "")[:12],
        published_claim=_published(root, declared),
    )


def _source(content: bytes, content_type: str) -> str:
    if len(content) > MAX_BYTES:
        raise Unreadable("too_large", "text", "This page is larger than 2 MB. Paste the article alone.")
    kind = content_type.partition(";")[0].strip().lower()
    if kind and not kind.startswith("text/") and "html" not in kind and "xml" not in kind and kind != "application/octet-stream":
        raise Unreadable("not_a_page", "text", f"This is no page but {kind}. Give the address of the article itself.")
    source = decode(content, content_type)
    if not source.strip() or "\x00" in source:
        raise Unreadable("binary", "text", "This is not a text. Save the page as text or HTML, or paste it.")
    return body.printable(source)


def _tree(source: str) -> HtmlElement:
    """The page as a tree, refused where it nests too deep to be a page."""
    try:
        root = document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", source))
    except (etree.ParserError, ValueError) as error:
        raise Unreadable("no_article", "text", "No article was found on this page. Paste its headline and text instead.") from error
    depth = 0
    for event, _element in etree.iterwalk(root, events=("start", "end")):
        depth += 1 if event == "start" else -1
        if depth > body.MAX_DEPTH:
            raise Unreadable("too_deep", "text", "This page is nested too deep to be read. Paste the article as plain text.")
    return root


def _main(source: str) -> str:
    try:
        return str(Document(source).summary(html_partial=True))
    except Exception as error:  # readability wraps whatever went wrong in its own and lxml's unrelated types
        raise Unreadable("no_article", "text", "No article was found on this page. Paste its headline and text instead.") from error


def _declared(root: HtmlElement) -> dict[str, Any]:
    """The article's JSON-LD, or nothing."""
    for node in root.iter("script"):
        if node.get("type") == "application/ld+json":
            for entry in _entries(node.text_content()):
                kind = entry.get("@type")
                if any(word in _ARTICLE_TYPES for word in (kind if isinstance(kind, list) else [kind])):
                    return entry
    return {}


def _entries(text: str) -> Iterator[dict[str, Any]]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return
    for entry in found if isinstance(found, list) else [found]:
        if isinstance(entry, dict):
            yield entry
            graph = entry.get("@graph")
            yield from (inner for inner in graph if isinstance(inner, dict)) if isinstance(graph, list) else ()


def _meta(root: HtmlElement, *keys: str) -> str:
    for key in keys:
        for node in root.iter("meta"):
            if key in (node.get("property"), node.get("name"), node.get("itemprop")) and (node.get("content") or "").strip():
                return " ".join(str(node.get("content")).split())
    return ""


def _headline(root: HtmlElement, declared: dict[str, Any]) -> str:
    said = declared.get("headline") or _meta(root, "og:title", "twitter:title")
    if not said:
        headings = [" ".join(node.text_content().split()) for node in root.iter("h1")]
        said = next((heading for heading in headings if heading), "") or _TITLE_TAIL.sub("", root.findtext(".//title") or "")
    return " ".join(str(said).split())


def _without_headline(article: str, headline: str) -> str:
    """The body without a heading that only says the headline again."""
    match = re.match(r"\s*(?:<p></p>\s*)*<h[234][^>]*>(.*?)</h[234]>", article, re.DOTALL)
    return article[match.end() :].strip() if match and " ".join(body.to_text(match.group(1)).split()) == headline else article


def _without_terms(article: str, terms: str) -> str:
    """The body without the paragraphs that are small print."""
    unwanted = {" ".join(block.split()) for block in terms.split("\n\n") if block.strip()}
    if not unwanted:
        return article
    return re.sub(
        r"<(p|li|h[234]|blockquote)\b[^>]*>.*?</\1>",
        lambda found: "" if " ".join(body.to_text(found.group()).split()) in unwanted else found.group(),
        article,
        flags=re.DOTALL,
    ).strip()


def _visible(root: HtmlElement) -> str:
    """Every sentence a reader of the page sees, block by block."""
    for node in list(root.iter(*_FURNITURE)):
        node.drop_tree()
    pieces: list[str] = []
    for event, node in etree.iterwalk(root, events=("start", "end")):
        if not isinstance(node.tag, str):
            continue
        if node.tag in _BLOCKS:
            pieces.append("\n\n")
        pieces.append((node.text if event == "start" else node.tail) or "")
    blocks = re.split(r"\n\s*\n", "".join(pieces))
    return "\n\n".join(words for block in blocks if (words := " ".join(block.split())))


def _authors(root: HtmlElement, declared: dict[str, Any]) -> tuple[Named, ...]:
    said = declared.get("author")
    found = [entry for entry in (said if isinstance(said, list) else [said]) if entry]
    named = [_author(entry) for entry in found]
    written = (
        [] if named else [names.named(name) for name in re.split(r"\s*(?:,|;|\band\b)\s*", _meta(root, "author", "article:author")) if name]
    )
    return tuple(name for name in (*named, *written) if name.name and not name.name.startswith("http"))


def _author(entry: Any) -> Named:
    if isinstance(entry, dict):
        name = names.named(str(entry.get("name") or ""))
        return Named(name.name, "institution") if entry.get("@type") == "Organization" else name
    return names.named(str(entry))


def _site_name(root: HtmlElement, declared: dict[str, Any]) -> str:
    publisher = declared.get("publisher")
    return str((publisher.get("name") if isinstance(publisher, dict) else "") or _meta(root, "og:site_name"))[:200]


def _canonical(root: HtmlElement, declared: dict[str, Any], url: str) -> str:
    links = [node.get("href") for node in root.iter("link") if node.get("rel") == "canonical"]
    said = [*links, _meta(root, "og:url"), declared.get("url"), url]
    return next((str(address) for address in said if isinstance(address, str) and address.startswith(("http://", "https://"))), "")[:1000]


def _home(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/" if parts.netloc else ""


def _published(root: HtmlElement, declared: dict[str, Any]) -> datetime | None:
    said = str(declared.get("datePublished") or _meta(root, "article:published_time", "datePublished", "date"))
    try:
        moment = datetime.fromisoformat(said.strip().replace("Z", "+00:00"))
    except ValueError:
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
