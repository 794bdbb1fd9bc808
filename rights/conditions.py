"""The conditions of one grant, all of which must hold, and how much of the work it then gives.

Pure: no database, no settings, no clock. A condition returns the reason why it fails, or None.
`rights.md` §1.4 lists them. What is not said is not allowed: nothing here looks for a prohibition.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta

from .facts import Grant, Work
from .offers import fails_purpose_alone, reach
from .question import ADAPTING, PASSING_ON, QUOTABLE, READERS, READING, WORDS, Question
from .strings import LASTING, delay, fee, forbidden, strings_turn
from .territories import COUNTRIES
from .vocabulary import JUDGED, Basis, Condition, EndAction, Grantee, Onward, Part, Reason, Use, Whose

#: How long the page outlives a review that is overdue; every other exit stops at once. The house's choice: rights.md §2 sets no length.
REVIEW_GRACE = timedelta(days=14)
#: How much an excerpt may be where the grant sets no limit. The house's choice, and never "no limit".
EXCERPT_CHARS = 300
#: A picture counts as part of the page that shows it.
PAGE_USES = frozenset({Use.READ, Use.MEDIA_RENDITION})

#: Bases that need a second look: nothing is known, or the terms may not be the owner's.
_DOUBTED = frozenset({Basis.UNKNOWN, Basis.SOURCE_TERMS})
_LAST_REVIEW = datetime.max.replace(tzinfo=UTC) - REVIEW_GRACE


def lasting_failures(grant: Grant, question: Question) -> tuple[Reason, ...]:
    """Why the grant does not answer the question whatever the time; empty if it does."""
    failed: list[Reason] = []
    for condition in CONDITIONS:
        reason = condition(grant, question)
        if reason is not None and reason not in failed:
            failed.append(reason)
    return tuple(failed)


def clock_failures(grant: Grant, question: Question, at: datetime) -> tuple[Reason, ...]:
    """Why the grant does not answer now: it has ended, has not begun, is not paid, its worksheet is overdue, or the owner forbids it."""
    ended, early, due = _ended(grant, question, at), _not_begun(grant, question.work, at), _review(grant, question, at)
    unpaid = fee(grant, at)
    barred = forbidden(question, at) if question.work.prohibitions else None
    if ended is None and early is None and due is None and unpaid is None and barred is None:
        return ()
    reasons = (ended, early, due, unpaid, barred[1] if barred else None)
    return tuple(dict.fromkeys(reason for reason in reasons if reason is not None))


def unmet(grant: Grant, question: Question, at: datetime) -> tuple[Condition, ...]:
    """The strings of the grant that are not met now, by name: what a reason alone does not tell."""
    barred = forbidden(question, at)
    found = [barred[0]] if barred else []
    if delay(grant, question.work, at):
        found.append(Condition.DELAY)
    if fee(grant, at):
        found.append(Condition.FEE)
    if _channel(grant, question):
        found.append(Condition.CHANNEL)
    if fails_purpose_alone(grant, question):
        found.append(Condition.PURPOSE)
    found += [name for name, fails in LASTING.items() if fails(grant, question)]
    return tuple(found)


def is_over(grant: Grant, at: datetime) -> bool:
    return grant.valid_to is not None and at >= grant.valid_to


def names_only_the_excerpt(grant: Grant, question: Question) -> bool:
    """The grant allows an excerpt but not the whole, and no other word of it names what is asked."""
    if Use.EXCERPT not in grant.uses or Use.READ in grant.uses:
        return False
    return (question.use == Use.EXCERPT or question.use not in grant.uses) and question.work.kind in WORDS


def turning_points(work: Work) -> Iterator[datetime | None]:
    """Every instant at which time alone may change an answer about this work."""
    yield work.embargoed_until
    yield work.expires_at
    yield work.withdrawn_at
    for hold in work.holds:
        yield hold.placed_at
        yield hold.lifted_at
    for prohibition in work.prohibitions:
        yield prohibition.begins_at
        yield prohibition.ends_at
    for grant in work.grants:
        yield from strings_turn(grant, work)
        yield grant.not_before
        yield grant.valid_from
        yield grant.valid_to
        yield grant.revoked_at
        if grant.review_due_at is not None:
            yield grant.review_due_at
            yield grant.review_due_at + REVIEW_GRACE if grant.review_due_at <= _LAST_REVIEW else None


def _basis(grant: Grant, question: Question) -> Reason | None:
    if not grant.is_confirmed:
        return Reason.BASIS_UNVERIFIED
    if grant.basis not in _DOUBTED:
        return None
    # A site's terms speak for the site's own work. Such pages warn of third-party material themselves.
    whose = question.work.whose
    if grant.basis == Basis.UNKNOWN or whose == Whose.THIRD_PARTY:
        return Reason.NO_BASIS
    return Reason.BASIS_UNVERIFIED if whose == Whose.NOT_KNOWN else None


def _ended(grant: Grant, question: Question, at: datetime) -> Reason | None:
    if grant.revoked_at is not None and at >= grant.revoked_at:
        return Reason.EXPIRED
    if not is_over(grant, at):
        return None
    leaves_excerpt = grant.end_action == EndAction.EXCERPT and question.use in QUOTABLE and question.work.kind in WORDS
    return None if leaves_excerpt else Reason.EXPIRED


def _not_begun(grant: Grant, work: Work, at: datetime) -> Reason | None:
    is_early = (grant.not_before is not None and at < grant.not_before) or (grant.valid_from is not None and at < grant.valid_from)
    return Reason.EMBARGOED if is_early else delay(grant, work, at)


def _territory(grant: Grant, question: Question) -> Reason | None:
    if not grant.territories and not grant.territories_denied:
        return None
    where = question.context.countries
    # A code that is no country leaves out we do not know what: then nowhere is sure to be inside.
    is_clear = where <= COUNTRIES and grant.territories_denied <= COUNTRIES
    is_inside = where.isdisjoint(grant.territories_denied) and (not grant.territories or where <= grant.territories)
    return None if is_clear and is_inside else Reason.TERRITORY


def _review(grant: Grant, question: Question, at: datetime) -> Reason | None:
    due = grant.review_due_at
    if due is None or at < due or grant.basis not in JUDGED:
        return None
    is_our_page = question.use in PAGE_USES and question.recipient.kind in READERS
    return None if is_our_page and at - REVIEW_GRACE < due else Reason.FAIR_USE_REVIEW_DUE


def _use(grant: Grant, question: Question) -> Reason | None:
    use = question.use
    if grant.unaltered and use in ADAPTING:
        return Reason.NO_DERIVATIVES
    if use in grant.uses:
        return None
    is_answered = _follows_reading(grant, question) and (Use.READ in grant.uses or names_only_the_excerpt(grant, question))
    return None if is_answered else Reason.USE_NOT_COVERED


def _follows_reading(grant: Grant, question: Question) -> bool:
    """An offer that reaches the recipient directly says by `uses` what the recipient may do, so our passing it on needs no name."""
    if question.use in READING:
        return True
    return question.use in PASSING_ON and (grant.onward == Onward.SAME_OFFER or grant.grantee == Grantee.PARTNER)


def _channel(grant: Grant, question: Question) -> Reason | None:
    if not grant.channels:
        return None
    return None if question.channel in grant.channels else Reason.USE_NOT_COVERED


def _whole_picture(grant: Grant, question: Question) -> Reason | None:
    if question.work.kind in WORDS:
        return None
    return None if grant.part == Part.FULL else Reason.EXCERPT_ONLY


#: All but the clock's, in the order in which their reasons are told.
CONDITIONS: tuple[Callable[[Grant, Question], Reason | None], ...] = (
    *(_basis, _territory, reach, _use, _channel, _whole_picture),
    *LASTING.values(),
)
