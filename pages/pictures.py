"""Pictures as a page shows them: sizes for the browser, and beside each the credit that its own rights ask for.

Whether a picture may be shown is decided before it comes here.
"""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import attribution
from articles.published import Shown
from pages.showing import Picture, PictureSource
from rights.facts import Duty
from rights.obligations import Form, Owed, unmet
from rights.vocabulary import Obligation

#: The size for browsers that choose none themselves.
ORDINARY_WIDTH = 960
NOTHING_KNOWN = Owed()
NEW_LINE = SafeString("<br>")


def of(shown: Shown) -> dict[int, Picture]:
    """The pictures that may be shown, by id, in the desk's order: the first is the lead picture.

    One whose caption can't show what its own rights oblige stays out, as if they did not allow it.
    """
    owed = {decision.work_id: decision.duties for decision in shown.decision.decisions}
    duties = {picture["asset"]: attribution.owed_by_a_caption(owed[picture["work"]]) for picture in shown.frozen.get("pictures", ())}
    made = {found.asset_id: _picture(found, duties[found.asset_id], shown.language) for found in shown.pictures}
    return {asset: picture for asset, picture in made.items() if not unmet(picture.credit_html, duties[asset], Form.PAGE)}


def _picture(found, duties: tuple[Duty, ...], language: str) -> Picture:
    ordinary = found.of("jpg") or found.sizes
    src = next((size for size in reversed(ordinary) if size.width <= ORDINARY_WIDTH), ordinary[0])
    modern = found.of("avif") if found.of("jpg") else ()
    words = attribution.caption_words(found.credit, duties)
    return Picture(
        src=src.url,
        width=src.width,
        height=src.height,
        alt=found.alt,
        caption=found.caption,
        credit=words,
        credit_html=credit_html(words, duties, language),
        srcset=_srcset(ordinary),
        sources=(PictureSource("image/avif", _srcset(modern)),) if modern else (),
    )


def _srcset(sizes) -> str:
    return ", ".join(f"{size.url} {size.width}w" for size in sizes)


def credit_html(words: str, duties: tuple[Duty, ...], language: str) -> SafeString:
    """The same with its links, to the original and to the licence, and a line for whatever else is owed."""
    credit = _linked(words, duties)
    lines = attribution.owed_html(duties, credit, Form.PAGE, NOTHING_KNOWN, language)
    return format_html_join(NEW_LINE, "{}", ((line,) for line in (credit, *lines) if line))


def _linked(words: str, duties: Iterable[Duty]) -> SafeString:
    links = {duty.obligation: duty.value for duty in duties if duty.value}
    original, licence = links.get(Obligation.LINK_ORIGINAL), links.get(Obligation.LICENCE_LINK)
    parts = [format_html('<a href="{}">{}</a>', original, words or _("The original")) if original else format_html("{}", words)]
    if licence:
        parts.append(format_html('<a rel="license" href="{}">{}</a>', licence, _("licence")))
    return format_html_join(", ", "{}", ((part,) for part in parts if part))
