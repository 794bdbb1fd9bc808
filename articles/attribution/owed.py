"""What the terms ask to be shown and nothing else in an output shows yet: a line for each duty, in each form.

The credit as we set it meets most duties. Whatever it does not, the licensor's own wording for example, is added here
as it was asked for. A duty without a line is met elsewhere (the head of a page, a correction, a dropped picture) or not at all.
"""

from collections.abc import Callable, Iterable

from django.utils.html import format_html
from django.utils.safestring import SafeString

from rights.facts import Duty
from rights.obligations import Form, Owed, unmet
from rights.vocabulary import Obligation

from .directions import isolated, isolated_html
from .furniture import FALLBACK, Furniture, spoken

Line = Callable[[str, Furniture], SafeString]


def _as_it_is(value: str, words: Furniture) -> SafeString:
    return isolated_html(value, words.direction)


def _original(value: str, words: Furniture) -> SafeString:
    return format_html('<a href="{}">{}</a>', value, words.original)


def _licence(value: str, words: Furniture) -> SafeString:
    return format_html(words.licence, format_html('<a rel="license" href="{0}">{0}</a>', value))


def _alike(value: str, words: Furniture) -> SafeString:
    return format_html(words.alike, format_html('<a rel="license" href="{0}">{0}</a>', value))


def _changes(value: str, words: Furniture) -> SafeString:
    return format_html(words.changes, isolated_html(value.rstrip("."), words.direction))


def _ask(value: str, words: Furniture) -> SafeString:
    return format_html(words.ask, isolated_html(value, words.direction))


def _canonical(value: str, words: Furniture) -> SafeString:
    return format_html(words.canonical, format_html('<a href="{0}">{0}</a>', value))


def _noindex(value: str, words: Furniture) -> SafeString:
    return format_html("{}", words.noindex)


def _counter(value: str, words: Furniture) -> SafeString:
    return format_html('<img src="{}" width="1" height="1" alt="">', value)


LINES: dict[Obligation, Line] = {
    Obligation.CREDIT_AUTHOR: _as_it_is,
    Obligation.CREDIT_SOURCE: _as_it_is,
    Obligation.COPYRIGHT_LINE: _as_it_is,
    Obligation.LINK_ORIGINAL: _original,
    Obligation.LICENCE_LINK: _licence,
    Obligation.KEEP_NOTICE: _as_it_is,
    Obligation.MARK_CHANGES: _changes,
    Obligation.SHARE_ALIKE: _alike,
    Obligation.AUTHOR_RESPONSIBILITY: _as_it_is,
    Obligation.CONTACT_LINE: _ask,
    Obligation.CANONICAL_TO_ORIGINAL: _canonical,
    Obligation.NOINDEX: _noindex,
    Obligation.COUNTER: _counter,
}
#: Our own pages and mails load nothing from others; and their heads speak to search engines for them.
NOT_IN = {
    Form.PAGE: frozenset({Obligation.CANONICAL_TO_ORIGINAL, Obligation.NOINDEX, Obligation.COUNTER}),
    Form.MAIL: frozenset({Obligation.COUNTER}),
    Form.FEED_ITEM: frozenset(),
    Form.SNIPPET: frozenset(),
}


def owed_html(duties: Iterable[Duty], said: str, form: Form, known: Owed, language: str = FALLBACK) -> tuple[SafeString, ...]:
    """A line for each duty that `said` does not meet and that a line can meet; none twice."""
    words = spoken(language)
    missing = [duty for duty in unmet(said, duties, form, context=known) if duty.obligation in LINES.keys() - NOT_IN[form]]
    return tuple(dict.fromkeys(LINES[duty.obligation](value, words) for duty in missing if (value := _value(duty, known))))


def owed_text(duties: Iterable[Duty], said: str, form: Form, known: Owed, language: str = FALLBACK) -> tuple[str, ...]:
    """The same for a text without markup."""
    words = spoken(language)
    missing = [duty for duty in unmet(said, duties, form, context=known, is_plain=True) if duty.obligation in LINES]
    return tuple(dict.fromkeys(_in_text(duty, value, words) for duty in missing if (value := _value(duty, known))))


def _value(duty: Duty, known: Owed) -> str:
    """What the line says: the duty's own wording, else what the record has. A flag has none and needs none."""
    from_record = {
        Obligation.CREDIT_AUTHOR: known.author,
        Obligation.CREDIT_SOURCE: known.source,
        Obligation.COPYRIGHT_LINE: known.copyright_line,
        Obligation.LINK_ORIGINAL: known.original_url,
        Obligation.CANONICAL_TO_ORIGINAL: known.original_url,
        Obligation.LICENCE_LINK: known.licence_url,
        Obligation.SHARE_ALIKE: known.licence_url,
        Obligation.MARK_CHANGES: known.changes,
        Obligation.CONTACT_LINE: known.contact,
        Obligation.NOINDEX: "noindex",
    }
    return duty.value or from_record.get(duty.obligation, "")


def _in_text(duty: Duty, value: str, words: Furniture) -> str:
    phrases = {
        Obligation.LICENCE_LINK: words.licence,
        Obligation.SHARE_ALIKE: words.alike,
        Obligation.CANONICAL_TO_ORIGINAL: words.canonical,
        Obligation.MARK_CHANGES: words.changes,
        Obligation.CONTACT_LINE: words.ask,
        Obligation.NOINDEX: words.noindex,
    }
    is_address = value.startswith(("http://", "https://"))
    phrase = phrases.get(duty.obligation, "{}")
    return phrase.format(value if is_address else isolated(value.rstrip(".") if phrase == words.changes else value, words.direction))
