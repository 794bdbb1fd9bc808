"""One article as this reader may see it, from what the door gave.

The door has decided and cut; here it is only set: words, dates, pictures, credit. The body never carries
the credit, so editing it can't take the credit away.
"""

from datetime import datetime

from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from articles import addresses, attribution
from articles.published import CorrectionNote, Shown
from pages import dates, machines, pictures
from pages.showing import ArticlePage, Correction, Link, Moment, Notice, Original
from pages.surroundings import Surroundings
from pages.typesetting import typeset
from rights.obligations import Form


def page(shown: Shown, around: Surroundings, language: str) -> ArticlePage:
    """`language` is that of the furniture; dates are in the article's own where Django can."""
    frozen, spoken = shown.frozen, attribution.spoken(shown.language)
    allowed = pictures.of(shown)
    text = typeset(shown.body, allowed)
    unplaced = [picture for asset, picture in allowed.items() if asset not in text.placed]
    credit, byline = attribution.credit_html(frozen, spoken.language, around.zone), attribution.byline_html(frozen, spoken.language)
    quoted = attribution.quotations_html(shown.quotations, spoken.language, around.zone)
    notices = tuple(_notice(kind, words, around) for kind, words in attribution.notices(shown.text_duties, frozen, around.house))
    return ArticlePage(
        head=machines.head(shown, around, unplaced[0] if unplaced else None),
        headline=shown.headline,
        url=addresses.absolute(shown.url),
        language=shown.language,
        direction=shown.direction,
        body_html=text.html,
        byline_html=byline,
        published=dates.minute(shown.first_published_at, around.zone, language),
        why=attribution.why_shown(frozen, around.site_name, spoken.language),
        why_language=spoken.language,
        credit_html=credit,
        quoted=quoted,
        owed=_owed(shown, [credit, byline, *quoted, *(notice.text for notice in notices)]),
        dek=shown.dek,
        dateline=shown.dateline,
        updated=dates.minute(shown.visible_from, around.zone, language) if shown.number > 1 else None,
        section=Link(shown.section[0], addresses.section(shown.section[1])) if shown.section else None,
        picture=unplaced[0] if unplaced else None,
        more_pictures=tuple(unplaced[1:]),
        origin_label=attribution.origin_label(frozen, spoken.language),
        record_language=spoken.language,
        record_direction=spoken.direction,
        original=_original(shown, around, language),
        is_excerpt=shown.is_excerpt,
        excerpt_reason=_excerpt_reason(shown) if shown.is_excerpt else "",
        notices=notices,
        corrections=tuple(_correction(note, around, language) for note in shown.corrections),
        tags=tuple(Link(name, addresses.tag(slug)) for name, slug in shown.tags),
        footnotes=text.notes,
    )


def _notice(kind: str, words: str, around: Surroundings) -> Notice:
    """The house's are in its own language; in which the source's are, nobody has told us."""
    return Notice(kind, words, "" if kind in attribution.OF_THE_SOURCE else around.language)


def _owed(shown: Shown, said: list[str]) -> tuple[SafeString, ...]:
    """What the terms ask to be shown and the credit does not show yet, a line each."""
    visible = format_html_join("", "<p>{}</p>", ((words,) for words in said))
    known = attribution.outgoing.record_of(shown)
    return attribution.owed_html(shown.text_duties, visible, Form.PAGE, known, shown.language)


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
