"""What a page shows: finished, already decided values for the templates.

Plain frozen objects. Nothing here decides, asks or loads; `pages/presenting.py` fills them from
what the desk's door gave. `SafeString` marks markup that our own code made; every other string is
escaped by the template. An empty string or tuple means "not shown".
"""

from dataclasses import dataclass

from django.utils.safestring import SafeString

NO_MARKUP = SafeString("")


@dataclass(frozen=True)
class Link:
    label: str
    url: str
    is_here: bool = False


@dataclass(frozen=True)
class Contact:
    label: str
    address: str

    @property
    def url(self) -> str:
        return f"mailto:{self.address}"


@dataclass(frozen=True)
class Moment:
    """An instant or a day: `iso` for machines, `text` as people read it, in the page's language and the house's zone."""

    iso: str
    text: str


@dataclass(frozen=True)
class PictureSource:
    """One `<source>` of a `<picture>`: a media type and its candidates."""

    media_type: str
    srcset: str


@dataclass(frozen=True)
class Picture:
    """A picture that may be shown here. `width` and `height` are those of `src`, in pixels, so that nothing jumps.

    `credit` is the credit line as plain text, for lists; `credit_html` the same with its links, for the article.
    """

    src: str
    width: int
    height: int
    alt: str
    credit: str
    credit_html: SafeString = NO_MARKUP
    caption: str = ""
    srcset: str = ""
    sources: tuple[PictureSource, ...] = ()


@dataclass(frozen=True)
class FeedLink:
    title: str
    url: str
    media_type: str
    name: str = "RSS"


@dataclass(frozen=True)
class Head:
    """What the page says to machines. `json_ld` is escaped for a script element (`pages/json_ld.py`)."""

    title: str
    description: str = ""
    canonical_url: str = ""
    robots: str = ""
    feeds: tuple[FeedLink, ...] = ()
    json_ld: SafeString = NO_MARKUP
    picture_url: str = ""
    is_article: bool = False


@dataclass(frozen=True)
class Frame:
    """What surrounds every page. `language` and `direction` are those of the furniture; `house_language` that of our names."""

    site_name: str
    tagline: str
    language: str
    direction: str
    today: Moment
    sections: tuple[Link, ...] = ()
    policies: tuple[Link, ...] = ()
    contacts: tuple[Contact, ...] = ()
    footer_lines: tuple[str, ...] = ()
    house_language: str = "en"
    home_url: str = "/"
    feeds_url: str = ""


@dataclass(frozen=True)
class Teaser:
    """An article in a list. `origin_label` names the source of what is not ours; `byline` is plain text."""

    headline: str
    url: str
    language: str
    direction: str
    published: Moment
    dek: str = ""
    byline: str = ""
    section: Link | None = None
    picture: Picture | None = None
    origin_label: str = ""
    is_excerpt: bool = False
    is_corrected: bool = False


@dataclass(frozen=True)
class Strand:
    """A row of the front page: one section and its newest stories."""

    section: Link
    teasers: tuple[Teaser, ...]


@dataclass(frozen=True)
class FrontPage:
    """The lead, the columns beside it, a row below, then a strand for each section."""

    head: Head
    lead: Teaser | None = None
    rails: tuple[tuple[Teaser, ...], ...] = ()
    row: tuple[Teaser, ...] = ()
    strands: tuple[Strand, ...] = ()


@dataclass(frozen=True)
class ListPage:
    """A section, a tag or an author. `label` stands before the name: "Section", "Tag", "Articles by:"."""

    head: Head
    label: str
    name: str
    teasers: tuple[Teaser, ...]
    about_html: SafeString = NO_MARKUP
    portrait: Picture | None = None
    links: tuple[Link, ...] = ()
    feeds: tuple[FeedLink, ...] = ()
    newer: Link | None = None
    older: Link | None = None


@dataclass(frozen=True)
class Notice:
    """A standing notice that this basis calls for, word for word. `language` is "" where nobody has told us."""

    kind: str
    text: str
    language: str = ""


@dataclass(frozen=True)
class Correction:
    """`label` is the kind in words: "Correction", "Clarification", "Update"."""

    label: str
    text: str
    at: Moment


@dataclass(frozen=True)
class Original:
    """Where a republished piece first appeared. `date_text` says so when the date is not known."""

    source_name: str
    url: str
    date_text: str
    date: Moment | None = None


@dataclass(frozen=True)
class ArticlePage:
    """One article as this reader may see it.

    `why` is the card "where this comes from and why we may show it", a sentence each.
    `origin_label` says on what terms it stands here, "" for our own work. `credit_html` ends with the
    copyright line; `quoted` has a credit for each quotation of others' words; `owed` is what the terms ask for beyond it.
    `body_html` is already cut when `is_excerpt`; `excerpt_reason` then says why there is no more. `record_language` and
    `record_direction` are those of byline and credit, `why_language` that of the card.
    """

    head: Head
    headline: str
    url: str
    language: str
    direction: str
    body_html: SafeString
    byline_html: SafeString
    published: Moment
    why: tuple[str, ...]
    credit_html: SafeString
    quoted: tuple[SafeString, ...] = ()
    owed: tuple[SafeString, ...] = ()
    dek: str = ""
    dateline: str = ""
    updated: Moment | None = None
    section: Link | None = None
    picture: Picture | None = None
    more_pictures: tuple[Picture, ...] = ()
    origin_label: str = ""
    original: Original | None = None
    is_excerpt: bool = False
    excerpt_reason: str = ""
    notices: tuple[Notice, ...] = ()
    corrections: tuple[Correction, ...] = ()
    tags: tuple[Link, ...] = ()
    footnotes: tuple[SafeString, ...] = ()
    record_language: str = "en"
    record_direction: str = "ltr"
    why_language: str = "en"


@dataclass(frozen=True)
class GonePage:
    """What is not, or no longer, here: 404, 410 or 451. `original` only where a link to it is allowed."""

    head: Head
    status: int
    heading: str
    sentences: tuple[str, ...]
    original: Link | None = None
    ways_on: tuple[Link, ...] = ()


@dataclass(frozen=True)
class FeedRow:
    """One subject and its formats."""

    name: str
    page_url: str
    formats: tuple[FeedLink, ...]


@dataclass(frozen=True)
class FeedGroup:
    name: str
    rows: tuple[FeedRow, ...]


@dataclass(frozen=True)
class FeedsPage:
    head: Head
    groups: tuple[FeedGroup, ...]


@dataclass(frozen=True)
class PolicyPage:
    head: Head
    title: str
    body_html: SafeString
    updated: Moment | None = None
