"""What readers are told where nothing is shown: not found (404), withdrawn (410), removed on a legal demand (451).

Says no more than the desk wrote for the public, and never whose demand it was.
"""

from django.utils.translation import gettext as _

from articles import addresses
from articles.published import Gone
from pages.showing import GonePage, Head, Link
from pages.surroundings import Surroundings

#: A takedown and a legal hold follow a claim; the other ends are the newsroom's own.
LEGAL_ENDS = frozenset({"taken_down", "legal_hold"})
#: What the law or the owner keeps from being shown here is blocked by us: 451. https://www.rfc-editor.org/rfc/rfc7725
BLOCKED = LEGAL_ENDS | {"territory"}


def withdrawn(gone: Gone, around: Surroundings) -> GonePage:
    heading = _heading(gone)
    return GonePage(
        head=_head(heading, around),
        status=451 if gone.ended_as in BLOCKED else 410,
        heading=heading,
        sentences=tuple(sentence for sentence in (gone.public_reason, _standing_sentence(gone, around)) if sentence),
        original=Link(_("Read the original where it first appeared"), gone.original_url) if gone.original_url else None,
        ways_on=_ways_on(around),
    )


def _heading(gone: Gone) -> str:
    if gone.ended_as in LEGAL_ENDS:
        return _("We had to take this article down")
    if gone.ended_as == "territory":
        return _("We may not show this article here")
    return _("Our permission for this article has ended") if gone.ended_as == "permission_ended" else _("This article is no longer here")


def _standing_sentence(gone: Gone, around: Surroundings) -> str:
    if gone.ended_as in LEGAL_ENDS:
        return _("It was removed after a legal claim. %(site)s itself blocks the page, nobody else does.") % {"site": around.site_name}
    if gone.ended_as == "territory":
        return _("Its owner permits it in some countries only. %(site)s itself blocks the page, nobody else does.") % {
            "site": around.site_name
        }
    if gone.ended_as == "on_hold":
        return _("It is on hold until a question about it is settled.")
    if gone.ended_as == "permission_ended":
        return _("Its owner let us show it for a time, and that time is over.")
    if gone.ended_as == "expired":
        return _("At this moment we have no right to show it.")
    return "" if gone.public_reason else _("The newsroom has withdrawn it.")


def not_found(around: Surroundings) -> GonePage:
    heading = _("There is no page at this address")
    sentence = _("It may be mistyped, or the link that led here may be wrong.")
    return GonePage(_head(heading, around), 404, heading, (sentence,), ways_on=_ways_on(around))


def _head(heading: str, around: Surroundings) -> Head:
    return Head(f"{heading} – {around.site_name}", robots="noindex")


def _ways_on(around: Surroundings) -> tuple[Link, ...]:
    sections = tuple(Link(name, addresses.section(slug)) for name, slug in around.sections[:4])
    return (Link(_("The newest stories"), "/"), *sections)
