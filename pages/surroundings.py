"""What surrounds every page: who we are at this moment, the sections, the addresses of the house.

Loads once per request; the pages are then made from it without asking again.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from articles import addresses, published
from house.models import House
from house.profile import zone_of
from pages import dates
from pages.showing import Contact, Frame, Link

#: Under this slug stand the house's own notices on using what it publishes.
STANDING_NOTICES = "republishing"


@dataclass(frozen=True)
class Surroundings:
    """`house` is our profile row in force; None before a newsroom is set up."""

    at: datetime
    house: House | None
    sections: tuple[tuple[str, str], ...]

    @property
    def site_name(self) -> str:
        return self.house.name if self.house else "Newsroom"

    @property
    def zone(self) -> ZoneInfo:
        return zone_of(self.house)

    @property
    def language(self) -> str:
        """The language of lists, forms and everything that is not an article."""
        return furniture_language(self.house.default_language if self.house else "", settings.LANGUAGE_CODE)


def load(at: datetime) -> Surroundings:
    return Surroundings(at, House.objects.in_force(at), tuple(published.sections()))


def furniture_language(wanted: str, otherwise: str) -> str:
    """`wanted` where we have the furniture in it, else `otherwise`. Accept-Language is never read."""
    base = wanted.split("-")[0].lower()
    return base if base in dict(settings.LANGUAGES) else otherwise


def frame(around: Surroundings, *, language: str = "", section_slug: str = "") -> Frame:
    """`section_slug` marks where the reader is."""
    spoken = language or around.language
    house = around.house
    return Frame(
        site_name=around.site_name,
        tagline="",
        language=spoken,
        house_language=around.language,
        direction="rtl" if translation.get_language_info(spoken)["bidi"] else "ltr",
        today=dates.today(around.at, around.zone, spoken),
        sections=tuple(Link(name, addresses.section(slug), slug == section_slug) for name, slug in around.sections),
        policies=(Link(_("Using what we publish"), addresses.policy(STANDING_NOTICES)),) if has_notices(house) else (),
        contacts=_contacts(house),
        footer_lines=_imprint(around),
        feeds_url=addresses.FEEDS,
    )


def has_notices(house: House | None) -> bool:
    return house is not None and any((house.cross_posting_notice, house.commercial_contact_notice, house.fair_use_notice))


def _imprint(around: Surroundings) -> tuple[str, ...]:
    if around.house is None:
        return ()
    year = around.at.astimezone(around.zone).year
    return (_("© %(year)s %(holder)s, unless a page says otherwise.") % {"year": year, "holder": around.house.holder},)


def _contacts(house: House | None) -> tuple[Contact, ...]:
    if house is None:
        return ()
    listed = (
        (_("Permissions:"), house.contact_permissions),
        (_("Media inquiries:"), house.contact_press),
        (_("The desk:"), house.contact_desk),
    )
    return tuple(Contact(label, address) for label, address in listed if address)
