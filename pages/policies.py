"""The house's own pages. For now one: its standing notices, as its profile has them, under plain headings."""

from django.utils.html import format_html, format_html_join, linebreaks
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import addresses
from house.models import House
from pages import dates
from pages.showing import Head, PolicyPage
from pages.surroundings import STANDING_NOTICES, Surroundings, has_notices


def page(slug: str, around: Surroundings) -> PolicyPage | None:
    """None where the house has said nothing under this name."""
    house = around.house
    if house is None or slug != STANDING_NOTICES or not has_notices(house):
        return None
    title = _("Using what we publish")
    return PolicyPage(
        head=Head(f"{title} – {around.site_name}", canonical_url=addresses.absolute(addresses.policy(slug))),
        title=title,
        body_html=_notices(house),
        updated=dates.day(house.valid_from, around.zone, around.language),
    )


def _notices(house: House) -> SafeString:
    parts = (
        (_("Cross-posting our articles"), house.cross_posting_notice),
        (_("Print and commercial use"), house.commercial_contact_notice),
        (_("Material that belongs to others"), house.fair_use_notice),
        (_("Who answers for an article"), house.author_responsibility_notice),
        (_("Media inquiries"), house.press_notice),
    )
    said = [(heading, SafeString(linebreaks(notice, autoescape=True))) for heading, notice in parts if notice]
    return format_html("{}", format_html_join("", "<h2>{}</h2>{}", said))
