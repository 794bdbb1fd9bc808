"""Check my copy: does somebody's page that carries one of our articles show what it owes?

Reads the page through the house's one guarded client and holds its bytes against the duties of the use, one by one.
It judges nothing else and keeps nothing: neither the address nor what was found.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from articles import attribution, published
from articles.published import Gone, Shown
from house import outgoing
from house.models import House
from house.vocabulary import PartyClass
from pages.copy_refusals import SENTENCES
from rights import obligations
from rights.facts import PageDecision, Recipient
from rights.obligations import Finding, Form
from rights.vocabulary import COMMERCIAL_CLASSES, RecipientKind, Use

MAX_BYTES = 3_000_000
TIMEOUT_SECONDS = 12.0
#: A test puts its own resolver and dialler here, below the judge of addresses.
GATEWAY = outgoing.DEFAULT
#: Less than this of our words on their page, and it is most likely another page.
SAME_TEXT_SHARE = 0.2
#: Shorter paragraphs may stand on any page; they count where there are no longer ones.
SHORTEST = 40
_PARAGRAPH = re.compile(r"<(?:p|h2|h3|li)\b.*?</(?:p|h2|h3|li)>", re.DOTALL)
_PATH = re.compile(r"^/?(\d{4}/\d{2}/[-\w]+)/?$")


class NotChecked(Exception):
    """The check could not be made. `field` is where the remedy, a sentence, belongs."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True)
class Report:
    """What was found. `article` is what the copy was held against; `refused` is set where this site may not carry it at all."""

    article: Shown
    copy_url: str
    findings: tuple[Finding, ...]
    share: float
    refused: PageDecision | None = None

    @property
    def is_another_text(self) -> bool:
        return self.share < SAME_TEXT_SHARE


def check(copy_address: str, our_address: str, site: PartyClass, *, at: datetime) -> Report:
    """Fetch the copy and hold it against what its kind of site owes for our article. Raises NotChecked with field and remedy.

    Without `our_address` the article is the first one of ours that the copy links to.
    """
    copy = _fetched(copy_address)
    article = _article(our_address, at=at) if our_address else _linked_from(copy.text, at=at)
    taker = Recipient(RecipientKind.PUBLIC, classes=frozenset({site}), is_commercial=site in COMMERCIAL_CLASSES)
    taken = published.by_ids([article.version_id], Use.REPUBLISH, taker, at=at)
    share = _share(article, copy.text)
    if not taken:
        refused = published.decision_for(article.version_id, Use.REPUBLISH, taker, at=at)
        return Report(article, copy.final_url, (), share, refused)
    duties, known = attribution.owed_by_a_copy(taken[0], House.objects.in_force(at))
    context = replace(known, base_url=copy.final_url, robots=copy.headers.get("x-robots-tag", ""), at=at)
    return Report(article, copy.final_url, obligations.findings(copy.text, duties, Form.PAGE, context=context), share)


def _fetched(address: str) -> outgoing.Fetched:
    try:
        copy = outgoing.fetch(address, max_bytes=MAX_BYTES, timeout_seconds=TIMEOUT_SECONDS, gateway=GATEWAY)
    except outgoing.FetchRefused as refusal:
        raise NotChecked("copy", _(SENTENCES[refusal.code])) from refusal
    if not copy.is_ok:
        raise NotChecked(
            "copy", _("The site answered %(status)s instead of the page. Check the address, then try again.") % {"status": copy.status}
        )
    if copy.content_type not in ("", "text/html", "application/xhtml+xml"):
        raise NotChecked("copy", _("There is no page at this address. Give the address of the page itself."))
    return copy


def _article(address: str, *, at: datetime) -> Shown:
    path = path_of(address)
    if path is None:
        raise NotChecked("ours", _("This is no address of an article of ours. Copy it from the address bar of the article."))
    found = _at(path, at)
    if isinstance(found, Gone):
        raise NotChecked("ours", _("We have withdrawn this article: please take your copy down."))
    if found is None:
        raise NotChecked("ours", _("No article of ours is at this address. Copy it from the address bar of the article."))
    return found


def _at(path: str, at: datetime) -> Shown | Gone | None:
    """What stands there now, also where the article has moved on."""
    return published.at_path(published.moved_to(path) or path, at=at)


def path_of(address: str) -> str | None:
    """`<yyyy>/<mm>/<slug>` of an address of ours, with or without the site in front; None for anything else."""
    parts = urlsplit(address.strip())
    if parts.netloc and parts.netloc.lower() != urlsplit(settings.SITE_URL).netloc.lower():
        return None
    found = _PATH.match(unquote(parts.path))
    return found.group(1) if found else None


def _linked_from(page: str, *, at: datetime) -> Shown:
    paths = dict.fromkeys(path for link in obligations.read(page).links if urlsplit(link.href).netloc and (path := path_of(link.href)))
    for path in list(paths)[:5]:
        found = _at(path, at)
        if isinstance(found, Shown):
            return found
    raise NotChecked("ours", _("Your page links to no article of ours, so we can't tell which one it is. Give the address of our article."))


def _share(article: Shown, page: str) -> float:
    """How much of what we show stands on their page as it is, by paragraphs, from 0 to 1."""
    text = obligations.read(page).text
    every = [words for block in _PARAGRAPH.findall(article.body) if (words := obligations.read(block).text)]
    paragraphs = [words for words in every if len(words) >= SHORTEST] or every
    return sum(words in text for words in paragraphs) / len(paragraphs) if paragraphs else 1.0
