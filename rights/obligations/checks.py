"""One checker for each obligation: reads the finished output, says what meets the duty. Pure.

A checker answers with the words or the address that it saw, "" where the duty asks for nothing visible in this form,
None where the duty is not met.
"""

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import timedelta

from rights.facts import Duty
from rights.vocabulary import Obligation

from .forms import Finding, Form, Owed
from .letters import holds, plain
from .licences import carries_on
from .places import same
from .reading import Link, Seen, read, robots_words

#: Where a page of somebody's is made, so that search engines read its head.
PAGES = frozenset({Form.PAGE, Form.SNIPPET})
NOTHING = Owed()
#: Outputs whose answer is kept.
REMEMBERED = 4096

_answered: dict[tuple[bytes, tuple[Duty, ...], Form, Owed, bool], tuple[Duty, ...]] = {}
_DAYS = re.compile(r"\d{1,5}")


def findings(finished: str, duties: Iterable[Duty], form: Form, *, context: Owed = NOTHING, is_plain: bool = False) -> tuple[Finding, ...]:
    """For each duty whether the output meets it, and by what; in the order given."""
    wanted, seen = tuple(duties), read(finished, is_plain=is_plain)
    counters = frozenset(duty.value for duty in wanted if duty.obligation is Obligation.COUNTER)
    owed = replace(context, pictures=context.pictures | counters) if counters else context
    return tuple(_finding(duty, seen, form, owed) for duty in wanted)


def unmet(finished: str, duties: Iterable[Duty], form: Form, *, context: Owed = NOTHING, is_plain: bool = False) -> tuple[Duty, ...]:
    """The duties that the output does not meet. The same bytes under the same duties are read once."""
    wanted = tuple(duties)
    if not wanted:
        return ()
    digest = hashlib.blake2b(finished.encode("utf-8", "surrogatepass"), digest_size=20).digest()
    # All that the answer depends on, so no answer outlives a decision.
    question = (digest, wanted, form, context, is_plain)
    answer = _answered.get(question)
    if answer is None:
        found = findings(finished, wanted, form, context=context, is_plain=is_plain)
        answer = tuple(one.duty for one in found if not one.is_met)
        if len(_answered) >= REMEMBERED:
            _answered.clear()
        _answered[question] = answer
    return answer


def _finding(duty: Duty, seen: Seen, form: Form, owed: Owed) -> Finding:
    found = CHECKS[duty.obligation](duty.value.strip(), seen, form, owed)
    return Finding(duty, found is not None, found or "")


def _author(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    """The form that was asked for, word for word. Nobody can name an author whom nobody knows."""
    return _named(value or owed.author, seen) if value or owed.author else ""


def _source(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    return _named(value or owed.source, seen)


def _named(name: str, seen: Seen) -> str | None:
    return name if holds(seen.text, plain(name)) else None


def _copyright_line(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    """Exactly this line: the letters' case counts too."""
    line = plain(value or owed.copyright_line)
    return line if line and line in seen.text and holds(seen.text, line) else None


def _link_original(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    link = _link_to(value or owed.original_url, seen, owed)
    return link.href if link and link.is_followed else None


def _licence_link(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    wanted = value or owed.licence_url
    found = [link for link in _links_to(wanted, seen, owed) if "license" in link.rel or seen.is_plain]
    return found[0].href if found else None


def _link_to(address: str, seen: Seen, owed: Owed) -> Link | None:
    found = _links_to(address, seen, owed)
    return next((link for link in found if link.is_followed), found[0] if found else None)


def _links_to(address: str, seen: Seen, owed: Owed) -> list[Link]:
    return [link for link in seen.links if same(link.href, address, owed.base_url)]


def _notice(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    """The whole notice, word for word, by itself."""
    words = plain(value)
    return words if seen.has_block(words) else None


def _changes(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    said = plain(value or owed.changes)
    if not said:
        return None if owed.is_altered else ""
    return said if holds(seen.text, said.rstrip(".")) else None


def _share_alike(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    """What goes out names a licence that carries this one on."""
    wanted = value or owed.licence_url
    licences = [link.href for link in seen.links if "license" in link.rel or seen.is_plain]
    return next((address for address in licences if carries_on(address, wanted)), None)


def _contact(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    wanted = value or owed.contact
    linked = [link.href for link in seen.links if link.href.lower() == f"mailto:{wanted.lower()}" or same(link.href, wanted, owed.base_url)]
    return _named(wanted, seen) or next(iter(linked), None)


def _canonical(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    """In a page's head, and nothing else beside it. What is sent on says so to whoever will make the page."""
    original = value or owed.original_url
    if form is Form.MAIL:
        return ""
    if form is Form.FEED_ITEM or (form is Form.SNIPPET and seen.is_plain):
        told = (link for link in seen.links if same(link.href, original, owed.base_url) and holds(link.around, "canonical"))
        return next((link.href for link in told), None)
    is_so = seen.canonicals and all(same(address, original, owed.base_url) for address in seen.canonicals)
    return seen.canonicals[0] if is_so else None


def _noindex(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    if form is Form.MAIL:
        return ""
    if "noindex" in seen.robots or "noindex" in robots_words(owed.robots):
        return "noindex"
    is_told = form is not Form.PAGE and (form is Form.FEED_ITEM or seen.is_plain) and holds(seen.text, "noindex")
    return "noindex" if is_told else None


def _counter(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    return next((address for address in seen.shown_pictures if same(address, value, owed.base_url)), None)


def _report(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    return None if owed.is_report_overdue else ""


def _remove_within(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    """Gone from the output once the days are over. Days that can't be read are none."""
    if owed.ended_at is None or owed.at is None or not seen.text:
        return ""
    days = _DAYS.search(value)
    return "" if owed.at < owed.ended_at + timedelta(days=int(days[0]) if days else 0) else None


def _corrections(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    missing = [note for note in owed.corrections if not holds(seen.text, plain(note))]
    return None if missing else " ".join(owed.corrections)


def _drop_images(value: str, seen: Seen, form: Form, owed: Owed) -> str | None:
    """No picture but cleared ones, seen or not."""
    strange = [address for address in seen.pictures if not any(same(address, known, owed.base_url) for known in owed.pictures)]
    return None if strange else ""


Check = Callable[[str, Seen, Form, Owed], str | None]
CHECKS: dict[Obligation, Check] = {
    Obligation.CREDIT_AUTHOR: _author,
    Obligation.CREDIT_SOURCE: _source,
    Obligation.COPYRIGHT_LINE: _copyright_line,
    Obligation.LINK_ORIGINAL: _link_original,
    Obligation.LICENCE_LINK: _licence_link,
    Obligation.KEEP_NOTICE: _notice,
    Obligation.MARK_CHANGES: _changes,
    Obligation.SHARE_ALIKE: _share_alike,
    Obligation.AUTHOR_RESPONSIBILITY: _notice,
    Obligation.CONTACT_LINE: _contact,
    Obligation.CANONICAL_TO_ORIGINAL: _canonical,
    Obligation.NOINDEX: _noindex,
    Obligation.COUNTER: _counter,
    Obligation.REPORT_USE: _report,
    Obligation.REMOVE_WITHIN: _remove_within,
    Obligation.CARRY_CORRECTIONS: _corrections,
    Obligation.DROP_IMAGES: _drop_images,
}
