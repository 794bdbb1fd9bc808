"""Lists of stories: the front page, and the columns of a section, a tag, an author."""

from collections.abc import Iterable, Sequence

from django.utils.html import linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import addresses, attribution
from articles.published import AuthorCard, Page, Place, Shown
from pages import dates, feeds, pictures
from pages.showing import NO_MARKUP, FrontPage, Head, Link, ListPage, Strand, Teaser
from pages.surroundings import Surroundings

#: A lead, two rails of two, a row of four.
FRONT_STORIES = 9
STRAND_STORIES = 3
#: What the front page asks the door for; enough for a strand of each section.
HOME_STORIES = 48
LIST_STORIES = 30


def front(shown: Sequence[Shown], around: Surroundings) -> FrontPage:
    """The newest stories, and below them a strand for each section that has more."""
    head = Head(around.site_name, canonical_url=addresses.absolute("/"), feeds=feeds.newest(around.site_name))
    stories = led_by_a_picture([teaser(one, around) for one in shown[:FRONT_STORIES]])
    rails, row = _beside_and_below(stories[1:])
    return FrontPage(head, next(iter(stories), None), rails, row, tuple(_strands(shown[FRONT_STORIES:], around)))


def _beside_and_below(stories: Sequence[Teaser]) -> tuple[tuple[tuple[Teaser, ...], ...], tuple[Teaser, ...]]:
    """Up to three stories make one rail beside the lead; four and more make two of two, and the rest stands below."""
    if len(stories) <= 3:
        return ((tuple(stories),) if stories else ()), ()
    return (tuple(stories[:2]), tuple(stories[2:4])), tuple(stories[4:])


def led_by_a_picture(stories: Sequence[Teaser]) -> tuple[Teaser, ...]:
    """The newest story with a picture leads, the others follow as they came. Without any picture the newest leads."""
    lead = next((story for story in stories if story.picture), None)
    return (lead, *(story for story in stories if story is not lead)) if lead else tuple(stories)


def _strands(shown: Sequence[Shown], around: Surroundings) -> Iterable[Strand]:
    for name, slug in around.sections:
        those = [one for one in shown if one.section and one.section[1] == slug]
        if those:
            yield Strand(Link(name, addresses.section(slug)), led_by_a_picture([teaser(one, around) for one in those[:STRAND_STORIES]]))


def section(name: str, slug: str, found: Page, around: Surroundings) -> ListPage:
    return _list(_("Section"), name, addresses.section(slug), found, around, in_section=slug)


def tag(slug: str, found: Page, around: Surroundings) -> ListPage:
    """Its name is taken from what is shown: a tag that only stands on what may not be shown is nobody's business."""
    name = next(name for one in found.shown for name, tagged in one.tags if tagged == slug)
    return _list(_("Tag"), name, addresses.tag(slug), found, around)


def author(card: AuthorCard, slug: str, found: Page, around: Surroundings) -> ListPage:
    about = SafeString(linebreaks(card.biography, autoescape=True)) if card.biography else NO_MARKUP
    links = (Link(_("Home page"), card.home_url),) if card.home_url else ()
    return _list(_("Articles by:"), card.name, addresses.author(slug), found, around, about=about, links=links)


def _list(
    label: str,
    name: str,
    path: str,
    found: Page,
    around: Surroundings,
    *,
    in_section: str = "",
    about: SafeString = NO_MARKUP,
    links: tuple[Link, ...] = (),
) -> ListPage:
    offered = feeds.under(path, f"{name} – {around.site_name}")
    head = Head(f"{name} – {around.site_name}", canonical_url=addresses.absolute(path), feeds=offered)
    teasers = tuple(teaser(one, around, in_section=in_section) for one in found.shown)
    newer, older = _turn(_("Newer stories"), path, "after", found.newer), _turn(_("Older stories"), path, "before", found.older)
    return ListPage(head, label, name, teasers, about_html=about, links=links, feeds=offered, newer=newer, older=older)


def _turn(label: str, path: str, direction: str, place: Place | None) -> Link | None:
    return Link(label, f"{path}?{direction}={place}") if place else None


def teaser(shown: Shown, around: Surroundings, *, in_section: str = "") -> Teaser:
    """`in_section` is the section that the list itself names, so that no story repeats it."""
    section = Link(shown.section[0], addresses.section(shown.section[1])) if shown.section and shown.section[1] != in_section else None
    return Teaser(
        headline=shown.headline,
        url=shown.url,
        language=shown.language,
        direction=shown.direction,
        published=dates.brief(shown.first_published_at, around.zone, around.language, now=around.at),
        dek=shown.dek,
        byline=attribution.byline_text(shown.frozen, around.language),
        section=section,
        picture=next(iter(pictures.of(shown).values()), None),
        origin_label=attribution.origin_label(shown.frozen, around.language),
        is_excerpt=shown.is_excerpt,
        is_corrected=bool(shown.corrections),
    )
