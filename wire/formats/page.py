"""An HTML page of an article: what its markup declares first (JSON-LD, OpenGraph), what it shows else."""

import re
from urllib.parse import urlsplit

from lxml import etree
from lxml.html import HtmlElement, document_fromstring
from readability import Document

from articles import body
from house.charsets import decode
from rights.terms import PageReading, read_terms, split_terms
from rights.terms.languages import language_of
from rights.terms.markup import drop_unseen, only_seen, visible
from wire.formats.declared import read_declared
from wire.formats.found import Found, Unreadable

MAX_BYTES = 2_000_000
MIN_WORDS = 12
#: Below this a reader's view may have kept the wrong block.
SUSPICIOUS_WORDS = 100
NO_ARTICLE = "No article was found on this page. Paste its headline and text instead."
#: Shells of a page that hold no sentence of the article nor of its terms.
_FURNITURE = ("script", "style", "noscript", "template", "svg", "nav", "form", "button", "select", "iframe")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")


def read_page(content: bytes, *, content_type: str = "text/html", url: str = "") -> Found:
    """What a page says of itself. Raises Unreadable with a sentence for an editor."""
    source = _source(content, content_type)
    root = _tree(source)
    declared = read_declared(root, url)
    for node in list(root.iter(*_FURNITURE)):
        node.drop_tree()
    article = _without_headline(_article(root), declared.headline)
    if not declared.headline or body.word_count(article) < MIN_WORDS:
        raise Unreadable("no_article", "text", NO_ARTICLE)
    # The small print stands outside what a reader's view keeps, mostly in the footer.
    split = split_terms(body.to_text(article))
    unseen = drop_unseen(root)
    shown = visible(root)
    small_print = split_terms(shown).terms
    text = f"{split.article}\n\n{small_print}".strip()
    reading = only_seen(read_terms(text), shown, unseen) if unseen else read_terms(text)
    return Found(
        headline=_shown(declared.headline)[:200],
        body_html=_without_terms(article, split.terms),
        text=text,
        reading=reading,
        authors=declared.authors,
        source_name=declared.site_name,
        site_url=_home(declared.address or url),
        original_url=declared.address,
        language=(root.get("lang") or language_of(split.article) or "")[:12],
        published_claim=declared.published,
        licence_url=declared.licence_url,
        terms=small_print,
    )


def read_small_print(content: bytes, *, content_type: str = "text/html") -> PageReading:
    """A page that is small print from its first line: what its reader sees, and what is hidden from them said. Raises Unreadable."""
    root = _tree(_source(content, content_type))
    for node in list(root.iter(*_FURNITURE)):
        node.drop_tree()
    unseen = drop_unseen(root)
    text: str = visible(root)
    if not text:
        raise Unreadable("empty", "text", "There is nothing to read on this page. Paste its terms instead.")
    return PageReading(text, only_seen(read_terms(text), text, unseen))


def _article(root: HtmlElement) -> str:
    """The article's text, cleaned. Where a reader's view keeps next to nothing, the page's own mark of an article is believed."""
    try:
        kept = body.clean(str(Document(_markup(root)).summary(html_partial=True)))
        if body.word_count(kept) < SUSPICIOUS_WORDS and (marked := _marked_article(root)) is not None:
            whole = body.clean(_markup(marked))
            return whole if body.word_count(whole) > 2 * body.word_count(kept) else kept
    except body.BodyRefused as refusal:
        raise Unreadable(refusal.code, "text", refusal.message) from refusal
    except Exception as error:  # readability wraps whatever went wrong in its own and lxml's unrelated types
        raise Unreadable("no_article", "text", NO_ARTICLE) from error
    return kept


def _markup(element: HtmlElement) -> str:
    return str(etree.tostring(element, method="html", encoding="unicode", with_tail=False))


def _marked_article(root: HtmlElement) -> HtmlElement | None:
    marked = [
        node for node in root.iter() if node.get("itemprop") == "articleBody" or "entry-content" in str(node.get("class", "")).split()
    ]
    return next(iter([*marked, *root.iter("article")]), None)


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
        root = document_fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", body.bounded(source)))
        body.refuse_unbounded(root)
    except body.BodyRefused as refusal:
        raise Unreadable(refusal.code, "text", refusal.message) from refusal
    except (etree.ParserError, ValueError) as error:
        raise Unreadable("no_article", "text", NO_ARTICLE) from error
    return root


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


def _shown(line: str) -> str:
    return " ".join(_INVISIBLE.sub("", line).split())


def _home(address: str) -> str:
    parts = urlsplit(address)
    return f"{parts.scheme}://{parts.netloc}/" if parts.netloc else ""
