"""One article as this reader may see it, from what the door gave.

The door has decided and cut; here it is only set: words, dates, pictures, credit. The body never carries
the credit, so editing it can't take the credit away.
"""

from collections.abc import Iterable
from datetime import datetime

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import addresses, attribution
from articles.published import CorrectionNote, Shown
from pages import dates, machines, pictures
from pages.showing import ArticlePage, Correction, Link, Moment, Notice, Original, Picture
from pages.surroundings import Surroundings
from pages.typesetting import typeset
from rights.facts import Duty
from rights.vocabulary import Obligation


def page(shown: Shown, around: Surroundings, language: str) -> ArticlePage:
    """`language` is that of the furniture; dates are in the article's own where Django can."""
    frozen, duties = shown.frozen, shown.decision.duties
    allowed = pictures.of(shown)
    text = typeset(shown.body, allowed)
    unplaced = [picture for asset, picture in allowed.items() if asset not in text.placed]
    credit, byline = attribution.credit_html(frozen), byline_html(frozen)
    notices = tuple(Notice(kind, words) for kind, words in attribution.notices(duties, frozen, around.house))
    return ArticlePage(
        head=machines.head(shown, around, unplaced[0] if unplaced else None),
        headline=shown.headline,
        url=addresses.absolute(shown.url),
        language=shown.language,
        direction=shown.direction,
        body_html=text.html,
        byline_html=byline,
        published=dates.minute(shown.first_published_at, around.zone, language),
        why=attribution.why_shown(frozen, around.site_name),
        credit_html=credit,
        owed=owed(duties, [credit, byline, *(notice.text for notice in notices)], allowed.values()),
        dek=shown.dek,
        dateline=shown.dateline,
        updated=dates.minute(shown.visible_from, around.zone, language) if shown.number > 1 else None,
        section=Link(shown.section[0], addresses.section(shown.section[1])) if shown.section else None,
        picture=unplaced[0] if unplaced else None,
        more_pictures=tuple(unplaced[1:]),
        origin_label=attribution.origin_label(frozen),
        original=_original(shown, around, language),
        is_excerpt=shown.is_excerpt,
        excerpt_reason=_excerpt_reason(shown) if shown.is_excerpt else "",
        notices=notices,
        corrections=tuple(_correction(note, around, language) for note in shown.corrections),
        tags=tuple(Link(name, addresses.tag(slug)) for name, slug in shown.tags),
        footnotes=text.notes,
    )


def byline_html(frozen: dict) -> SafeString:
    """The byline of `attribution`, each name leading to its page."""
    return format_html_join(" · ", "{} {}", ((part.label, _names(part.names)) for part in attribution.byline(frozen)))


def _names(names: tuple[attribution.Name, ...]) -> SafeString:
    linked = [format_html('<a rel="author" href="{}"><bdi>{}</bdi></a>', addresses.author(name.slug), name.name) for name in names]
    if len(linked) == 1:
        return linked[0]
    return format_html("{} and {}", format_html_join(", ", "{}", ((link,) for link in linked[:-1])), linked[-1])


def owed(duties: Iterable[Duty], said: list[str], shown_pictures: Iterable[Picture]) -> tuple[SafeString, ...]:
    """What the terms ask to be shown and nothing else on the page shows yet, a line each."""
    visible = " ".join(format_html("{}", words) for words in [*said, *(picture.credit_html for picture in shown_pictures)])
    return tuple(dict.fromkeys(_line(duty) for duty in attribution.unmet(duties, visible)))


def _line(duty: Duty) -> SafeString:
    if duty.obligation is Obligation.LINK_ORIGINAL:
        return format_html('<a href="{}">{}</a>', duty.value, _("The original"))
    if duty.obligation is Obligation.LICENCE_LINK:
        return format_html('<a rel="license" href="{}">{}</a>', duty.value, _("The licence"))
    return format_html("{}", duty.value)


def _original(shown: Shown, around: Surroundings, language: str) -> Original | None:
    if not attribution.is_republished(shown.frozen):
        return None
    original = shown.frozen["original"]
    date = _day(original["published_at"], around, language) if original["published_at"] else None
    return Original(shown.frozen["source"]["name"], original["url"], date.text if date else _("Original date not known"), date)


def _day(iso: str, around: Surroundings, language: str) -> Moment:
    return dates.day(datetime.fromisoformat(iso), around.zone, language)


def _excerpt_reason(shown: Shown) -> str:
    source = (shown.frozen.get("source") or {}).get("name", "")
    owner = shown.frozen.get("holder") or source
    if not owner:
        return _("Only this part may stand here.")
    return _("Only this part may stand here. The rest belongs to %(owner)s.") % {"owner": owner}


def _correction(note: CorrectionNote, around: Surroundings, language: str) -> Correction:
    labels = {
        "correction": _("Correction"),
        "clarification": _("Clarification"),
        "update": _("Update"),
        "apology": _("Apology"),
        "retraction": _("Retraction"),
    }
    return Correction(labels[note.kind], note.note, dates.minute(note.at, around.zone, language))
