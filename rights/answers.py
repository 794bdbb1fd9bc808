"""What one grant answers to one question, at any moment.

Pure. `position` holds all conditions but the clock's against a grant, once; `says` asks the clock, as often
as one likes. So the next change is found without asking everything again.
"""

from datetime import datetime
from typing import NamedTuple

from .conditions import EXCERPT_CHARS, clock_failures, is_over, lasting_failures, names_only_the_excerpt
from .facts import Grant
from .offers import is_offered_the_excerpt
from .question import TITLES, Question
from .vocabulary import Part, Reason, Verdict, WorkKind

#: These refuse for good or for now; for every other reason one can ask for permission.
DENIES = frozenset(
    {
        Reason.WITHDRAWN,
        Reason.NOTICE_HOLD,
        Reason.PARTNER_SUSPENDED,
        Reason.EXPIRED,
        Reason.EMBARGOED,
        Reason.NO_BASIS,
        Reason.BASIS_UNVERIFIED,
        Reason.TERRITORY,
    }
)

_YES = (Reason.OK,)
_OTHERS_ONLY = (Reason.RECIPIENT_NOT_COVERED,)


class Answer(NamedTuple):
    """`grant` is None where nothing was granted. A length comes with ALLOW_PART only; None is no limit, 0 is title and link only."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    grant: Grant | None = None
    max_chars: int | None = None
    max_share: float | None = None


class Position(NamedTuple):
    """What a grant says while the clock is not against it, and what it refuses for whatever the time."""

    grant: Grant
    failures: tuple[Reason, ...]
    answer: Answer


def position(grant: Grant, question: Question) -> Position:
    failed = lasting_failures(grant, question)
    if failed == _OTHERS_ONLY and is_offered_the_excerpt(grant, question):
        # A default length here could outrun the one that the same worksheet grants to the public elsewhere.
        has_length = grant.max_chars is not None or grant.max_share is not None
        part = Part.EXCERPT if has_length and grant.part != Part.HEADLINE else Part.HEADLINE
        return Position(grant, (), _give(grant, question, part, failed))
    if failed:
        return Position(grant, failed, _refuse(grant, failed))
    part = Part.EXCERPT if grant.part == Part.FULL and names_only_the_excerpt(grant, question) else grant.part
    return Position(grant, (), _give(grant, question, part))


def says(position: Position, question: Question, at: datetime) -> Answer:
    """What the grant answers at this moment."""
    grant = position.grant
    late = clock_failures(grant, question, at)
    if late:
        return _refuse(grant, late + position.failures)
    if is_over(grant, at) and not position.failures:
        part = Part.HEADLINE if position.answer.max_chars == 0 or grant.part == Part.HEADLINE else Part.EXCERPT
        return _give(grant, question, part, (Reason.EXPIRED,))
    return position.answer


def _refuse(grant: Grant, failed: tuple[Reason, ...]) -> Answer:
    """The reason that denies is told before the one for which one can ask."""
    reasons = tuple(sorted(dict.fromkeys(failed), key=DENIES.__contains__, reverse=True))
    return Answer(Verdict.DENY if reasons[0] in DENIES else Verdict.NEEDS_PERMISSION, reasons, grant)


def _give(grant: Grant, question: Question, part: Part, why: tuple[Reason, ...] = ()) -> Answer:
    # Title and link need no words of a text; a picture or a quotation has no title of its own.
    if part == Part.FULL or (question.use in TITLES and question.work.kind == WorkKind.TEXT):
        return Answer(Verdict.ALLOW, _YES, grant)
    # A limited excerpt is never a plain yes, not even where an excerpt is all that was asked for:
    # a caller that looks at the verdict alone would show the whole.
    max_chars = 0 if part == Part.HEADLINE else _excerpt_chars(grant)
    return Answer(Verdict.ALLOW_PART, (Reason.EXCERPT_ONLY, *why), grant, max_chars, grant.max_share)


def _excerpt_chars(grant: Grant) -> int | None:
    return grant.max_chars if grant.max_chars is not None or grant.max_share is not None else EXCERPT_CHARS
