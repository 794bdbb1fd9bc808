"""A page as an editor would copy it: headline, paragraphs, byline, and the small print at the end.

The date stays unknown unless the paste says one plainly; an address is never made up.
"""

import re
from datetime import UTC, datetime

from articles import body
from house.charsets import decode
from rights.terms import Reading, Split, read_terms, split_terms
from rights.terms.languages import language_of
from wire.formats import names, page
from wire.formats.found import Found, Named, Unreadable

MAX_BYTES = 2_000_000
MAX_HEADLINE = 200
MAX_DATE_LINE = 100
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffd]")
# Halves of a character, which some programs hand over as if each were one.
_HALVES = re.compile(rb"\xed[\xa0-\xbf][\x80-\xbf]")
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
# Written as an address, or else all in small letters: "statement.The" is a missing space.
_HOST = re.compile(
    r"(?<![@\w.-])(?:https?://(?P<linked>[\w.-]+)|(?P<plain>www\.(?:[\w-]+\.)+[a-z]{2,24}|(?:[a-z0-9-]{3,}\.)+[a-z]{2,12}))(?![\w@])"
)
_ELSEWHERE = ("creativecommons.org", "facebook.com", "twitter.com", "x.com", "youtube.com", "instagram.com", "t.me", "linkedin.com")
_ORIGINAL = re.compile(
    r"(?:original(?:ly)?[^\n]{0,80}?(?:source|published|appeared|article)[^\n]{0,60}?|read the original[^\n]{0,40}?)(https?://[^\s<>\"')\]]+)",
    re.IGNORECASE,
)
_NAMED_ARTICLES = re.compile(r"\boriginal ((?:[A-Z][\w'’&.-]+ ){1,5})(?:article|story|text|post)\b")
_DATE_LINE = re.compile(
    r"^\W*(?:published|posted|updated)?\W*(?:on\s+)?(?:\w+day,?\s+)?(?:(?P<iso>\d{4}-\d{2}-\d{2})|(?P<d1>\d{1,2})\.?\s+(?P<m1>[A-Z][a-z]+)\s+(?P<y1>\d{4})"
    r"|(?P<m2>[A-Z][a-z]+)\s+(?P<d2>\d{1,2}),?\s+(?P<y2>\d{4}))\W*$",
    re.IGNORECASE,
)
_MONTHS = dict(zip(("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), range(1, 13), strict=True))


def read_pasted(content: bytes, *, content_type: str = "text/plain; charset=utf-8") -> Found:
    """What a pasted or uploaded text says. HTML is read as a page. Raises Unreadable with a sentence for an editor."""
    text = readable(content, content_type)
    if looks_like_html(text):
        return page.read_page(content, content_type=content_type, url="")
    split = split_terms(text)
    blocks = [block for block in split.article.split("\n\n") if _shown(block)]
    if not blocks:
        raise Unreadable("no_article", "text", "There is small print here, but no article. Paste the headline and the text too.")
    reading = read_terms(text)
    headline, rest = _headline(blocks)
    authors, rest = _bylines(rest, split)
    claim, rest = _date(rest)
    return Found(
        headline=headline,
        body_html=_as_html(rest),
        text=text,
        reading=reading,
        authors=authors,
        source_name=_source_name(split.terms, reading),
        site_url=_site(split.terms),
        original_url=_original(text),
        language=language_of(split.article) or "",
        published_claim=claim,
        terms=split.terms,
    )


def _as_html(blocks: list[str]) -> str:
    try:
        return body.clean(body.paragraphs_to_html([_shown(block) for block in blocks]))
    except body.BodyRefused as refusal:
        raise Unreadable(refusal.code, "text", refusal.message) from refusal


def readable(content: bytes, content_type: str) -> str:
    """The text of the bytes. Raises Unreadable for nothing, too much, or what is no text."""
    if len(content) > MAX_BYTES:
        raise Unreadable("too_large", "text", "This is larger than 2 MB. Paste the article's page alone.")
    # A paste is UTF-8 by its form; one broken character must not make the rest be read as another charset.
    text = _HALVES.sub(b"", content).decode("utf-8", "replace") if "utf-8" in content_type.lower() else decode(content, content_type)
    if not _shown(text):
        raise Unreadable("empty", "text", "There is nothing to read here. Paste the page, choose a file or give its address.")
    if (
        content[:8].startswith((b"%PDF", b"\x89PNG", b"PK\x03\x04", b"\xff\xd8\xff", b"GIF8"))
        or len(_CONTROL.findall(text)) > len(text) // 50 + 2
    ):
        raise Unreadable("binary", "text", "This is not a text. Save the page as text or HTML, or paste it.")
    return text


def looks_like_html(text: str) -> bool:
    start = text.lstrip("\ufeff \t\r\n")[:2000].lower()
    return start.startswith(("<!doctype", "<html", "<head", "<body", "<article", "<div", "<p>", "<h1", "<section", "<main"))


def _shown(block: str) -> str:
    return " ".join(_INVISIBLE.sub("", body.printable(block)).replace("\ufffd", "").split())


def _headline(blocks: list[str]) -> tuple[str, list[str]]:
    """The first line, where it is short enough to be a headline; else its first words, and the text keeps them."""
    lines = blocks[0].strip().split("\n")
    # A line of nothing but control characters is no headline.
    place = next(place for place, line in enumerate(lines) if _shown(line))
    first = _shown(lines[place])
    if len(first) <= MAX_HEADLINE:
        rest = "\n".join(lines[place + 1 :])
        return first, [*([rest] if rest.strip() else []), *blocks[1:]]
    return body.first_characters(first, MAX_HEADLINE), blocks


def _bylines(blocks: list[str], split: Split) -> tuple[tuple[Named, ...], list[str]]:
    """Names from a byline near the top, or from one in the small print. Its line leaves the text."""
    for place, block in enumerate(blocks[:4]):
        found = names.byline_in(_shown(block))
        if found:
            return found, blocks[:place] + blocks[place + 1 :]
    for line in split.terms.splitlines():
        found = names.byline_in(_shown(line))
        if found:
            return found, blocks
    return (), blocks


def _date(blocks: list[str]) -> tuple[datetime | None, list[str]]:
    """A line near the top that is nothing but a date: a claim, kept as one."""
    for place, block in enumerate(blocks[:3]):
        # A date is short; on a long line of marks the pattern would try every way to share them out.
        match = _DATE_LINE.match(_shown(block)) if len(block) <= MAX_DATE_LINE else None
        if match and (day := _day(match)):
            return day, blocks[:place] + blocks[place + 1 :]
    return None, blocks


def _day(match: "re.Match[str]") -> datetime | None:
    try:
        if match["iso"]:
            return datetime.fromisoformat(match["iso"]).replace(tzinfo=UTC)
        month = _MONTHS.get((match["m1"] or match["m2"])[:3].lower())
        return datetime(int(match["y1"] or match["y2"]), month, int(match["d1"] or match["d2"]), tzinfo=UTC) if month else None
    except ValueError:
        return None


def _site(terms: str) -> str:
    """The first site that the small print names and that is not a licence's or a network's."""
    hosts = [(match["linked"] or match["plain"]).lower().strip(".") for match in _HOST.finditer(terms)]
    return next((f"https://{host}/" for host in hosts if "." in host and host.removeprefix("www.") not in _ELSEWHERE), "")


def _original(text: str) -> str:
    match = _ORIGINAL.search(text)
    return match.group(1).rstrip(".,;") if match else ""


def _source_name(terms: str, reading: Reading) -> str:
    match = _NAMED_ARTICLES.search(terms)
    return match.group(1).strip() if match else reading.holder
