"""Finished pages: does each show what it may, no more, and what it owes?"""

import re
from collections.abc import Iterator
from datetime import datetime
from html import unescape

from django.conf import settings
from django.utils import timezone

from articles import addresses, attribution, body, leaving_out, published, quoted
from articles.models import PublishedVersion
from newsroom.audit.asking import Answer, Asker
from newsroom.audit.faults import Fault
from newsroom.audit.live import standing
from rights.facts import PUBLIC, Duty, PageDecision
from rights.obligations import Form, Owed, unmet
from rights.vocabulary import SHOWABLE, Use, Verdict

PAGE = "page"
LOOK = "Look at the page, hold it if it shows too much, and tell whoever keeps this program."
GONE = (404, 410, 451)
#: Enough of a text's end to know it by.
END_CHARS = 60
_TAGS = re.compile(r"<[^>]+>")


def look(version: PublishedVersion, decision: PageDecision, asker: Asker) -> list[Fault]:
    """Ask for the page and compare. What differs is decided and asked once more: an instant may have passed in between."""
    if not _faults(version, decision, asker):
        return []
    again = _decided_now(version, timezone.now())
    return _faults(version, again, asker) if again else []


def look_gone(version: PublishedVersion, asker: Asker) -> list[Fault]:
    """A withdrawn article's page says that it is gone."""
    answer = asker.get(addresses.article(version.path))
    if answer.status in GONE:
        return []
    what = f"It is withdrawn and its page answers {answer.status}."
    return [Fault("shown", version.article_id, PAGE, what, LOOK)]


def _decided_now(version: PublishedVersion, at: datetime) -> PageDecision | None:
    row = standing(at).filter(pk=version.pk, visible_from__lte=at).select_related("article").first()
    return published.decide_all([row], Use.READ, PUBLIC, at=at)[0][1] if row else None


def _faults(version: PublishedVersion, decision: PageDecision, asker: Asker) -> list[Fault]:
    answer = asker.get(addresses.article(version.path))
    found = _shown(version, decision, answer) if decision.verdict in SHOWABLE else _withheld(version, answer)
    return [Fault(code, version.article_id, PAGE, what, remedy) for code, what, remedy in found]


def _withheld(version: PublishedVersion, answer: Answer) -> Iterator[tuple[str, str, str]]:
    if answer.status == 200:
        yield "shown", "It may not be shown and its page answers.", LOOK
    if _end_of(version) in _words(answer.text):
        yield "leak", "Words of it stand in the answer, which may not show it.", LOOK


def _shown(version: PublishedVersion, decision: PageDecision, answer: Answer) -> Iterator[tuple[str, str, str]]:
    if answer.status != 200:
        yield "not_shown", f"It may be shown and its page answers {answer.status}.", "Look at the page and at the log."
        return
    if decision.verdict is Verdict.ALLOW_PART and _end_of(version) in _words(answer.text):
        yield "leak", "Only a part may be shown, and the end of the text stands there.", LOOK
    for picture in version.frozen.get("pictures", ()):
        if picture["work"] in decision.dropped and f"/pictures/{picture['asset']}/" in answer.text:
            yield "picture_shown", f"Picture {picture['asset']} may not be shown and stands there.", LOOK
    for one in quoted.frozen_in(version):
        if one["work"] in decision.dropped and leaving_out.holds(_words(answer.text), one["words"]):
            yield "quotation_shown", f"The quotation of work {one['work']} may not be shown and stands there.", LOOK
    for duty in unmet(answer.text, _owed(version, decision, answer), Form.PAGE, context=_known(version, answer)):
        said = f" “{duty.value}”" if duty.value else ""
        yield (
            f"obligation_unmet:{duty.obligation}",
            f"It owes {str(duty.obligation).replace('_', ' ')}{said}, which the page does not show.",
            "Mend the record under Rights and publish a correction.",
        )


def _owed(version: PublishedVersion, decision: PageDecision, answer: Answer) -> list[Duty]:
    """What is owed for the text, and for each picture and quotation that stands on the page."""
    shown = {picture["work"] for picture in version.frozen.get("pictures", ()) if f"/pictures/{picture['asset']}/" in answer.text}
    owed = [duty for one in decision.decisions if one.work_id in {version.work_id, *shown} for duty in one.duties]
    return owed + [duty for one in quoted.shown_in(_words(answer.text), version, decision) for duty in one.duties]


def _known(version: PublishedVersion, answer: Answer) -> Owed:
    return attribution.known(version.frozen, base_url=settings.SITE_URL, robots=answer.robots)


def _end_of(version: PublishedVersion) -> str:
    """The last words of the whole text, unless everyone may read them in the excerpt. A text that short proves nothing."""
    whole = " ".join(body.to_text(version.body).split())
    end = whole[-END_CHARS:]
    open_words = " ".join(f"{version.headline} {version.dek} {version.excerpt}".split())
    return end if len(whole) > 2 * END_CHARS and end not in open_words else "\0"


def _words(html: str) -> str:
    return " ".join(unescape(_TAGS.sub(" ", html)).split())
