"""May this be used, this way, by this recipient, now? The rights desk's answer as pure functions.

No database, no settings, no clock: the caller passes the facts and `at`. The world is closed: what no grant
allows is not allowed. Any one grant that holds is enough; within a grant every condition must hold; a
withdrawal, a hold, an end or an embargo overrides all. A refusal always carries a reason that an editor can act on.

Nobody at the desk is kept from reading: for staff a work is always shown, with what follows reading.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import UTC, datetime

from .answers import Answer, Position, position, says
from .conditions import is_over, turning_points, unmet
from .facts import Context, Decision, Duty, Grant, House, Limits, PageDecision, Recipient, Work
from .question import READING, Question
from .vocabulary import SHOWABLE, STRICTNESS, Basis, EndAction, HoldKind, Reason, RecipientKind, Use, Verdict, Whose, WorkKind

#: Raise it whenever the same facts could get another answer; every `Decision` carries it into the ledger.
POLICY_VERSION = "2"

ON_THE_WEB = Context()
#: Of two grants that refuse equally, an editor hears first of the one that fails for what stands further up here: it is nearer to a yes.
TELLING = {
    reason: place
    for place, reason in enumerate(
        (
            Reason.OK,
            Reason.EXCERPT_ONLY,
            Reason.EMBARGOED,
            Reason.BASIS_UNVERIFIED,
            Reason.TERRITORY,
            Reason.COMMERCIAL_NEEDS_PERMISSION,
            Reason.FAIR_USE_REVIEW_DUE,
            Reason.NO_DERIVATIVES,
            Reason.RECIPIENT_NOT_COVERED,
            Reason.USE_NOT_COVERED,
            Reason.FAIR_USE_NOT_TRANSFERABLE,
            Reason.NO_BASIS,
            Reason.EXPIRED,
        )
    )
}

_NO_LIMITS = Limits()
_WITHOUT_LIMIT = float("inf")


def decide(work: Work, use: Use, recipient: Recipient, *, at: datetime, house: House, context: Context = ON_THE_WEB) -> Decision:
    """Decide one use of one work for one recipient at one moment, given the facts as they are recorded.

    ALLOW never comes with a length, ALLOW_PART always does; the caller keeps to `limits` and renders `duties`.
    `next_change_at` is the next instant at which time alone, or a change of the House that is on record, gives
    another verdict, None if none will. `house` may be the one in force at an earlier moment.
    Raises ValueError if `at` is naive.
    """
    moment = _in_utc(at)
    question = Question(work, use, recipient, house.in_force(moment) if house.coming else house, context)
    positions = [position(grant, question) for grant in work.grants]
    answer = _answer(question, positions, moment)
    is_shown = answer.verdict in SHOWABLE
    grant = answer.grant
    return Decision(
        verdict=answer.verdict,
        reasons=answer.reasons,
        work_id=work.id,
        grant_id=grant.id if is_shown and grant else None,
        duties=grant.duties if is_shown and grant else (),
        limits=_limits(answer, work, moment) if is_shown else _NO_LIMITS,
        contact="" if answer.verdict == Verdict.ALLOW else _contact(work, grant),
        next_change_at=_next_change(question, positions, moment, answer.verdict),
        policy_version=POLICY_VERSION,
        conditions=() if answer.verdict == Verdict.ALLOW or grant is None else unmet(grant, question, moment),
        end_action=None if answer.verdict == Verdict.ALLOW else _end_action(answer, moment),
        hold=None if answer.verdict == Verdict.ALLOW else _hold(work, moment),
    )


def decide_page(
    works: Sequence[Work], use: Use, recipient: Recipient, *, at: datetime, house: House, context: Context = ON_THE_WEB
) -> PageDecision:
    """Decide one use of everything that a page or feed item is made of.

    Pictures, charts and quotations are replaced first: what may not be shown whole is dropped and the text goes
    out without it. Only the texts (without any, the first work) make the whole strict. All refusals are
    returned, not the first, so that the desk can clear them in one go; `next_change_at` is the first instant
    at which any work's verdict differs. A page of no works has no basis. Raises ValueError if `at` is naive.
    """
    moment = _in_utc(at)
    decisions = tuple(decide(work, use, recipient, at=moment, house=house, context=context) for work in works)
    if not decisions:
        return PageDecision(Verdict.DENY, (Reason.NO_BASIS,), ())
    essential = {place for place, work in enumerate(works) if work.kind == WorkKind.TEXT} or {0}
    texts = [decisions[place] for place in sorted(essential)]
    dropped = {one.work_id: one.reason for place, one in enumerate(decisions) if place not in essential and one.verdict != Verdict.ALLOW}
    strictest = max(texts, key=lambda one: STRICTNESS[one.verdict])
    is_shown = strictest.verdict in SHOWABLE
    return PageDecision(
        verdict=strictest.verdict,
        reasons=_page_reasons(strictest, texts, dropped),
        decisions=decisions,
        dropped=dropped,
        duties=_page_duties(one for one in decisions if one.work_id not in dropped) if is_shown else (),
        limits=_page_limits(texts) if is_shown else _NO_LIMITS,
        contact=strictest.contact,
        next_change_at=min((one.next_change_at for one in decisions if one.next_change_at is not None), default=None),
        conditions=tuple(dict.fromkeys(condition for one in texts for condition in one.conditions)),
        end_action=strictest.end_action,
        hold=_strictest_hold(one.hold for one in texts),
    )


def _in_utc(at: datetime) -> datetime:
    if at.utcoffset() is None:
        raise ValueError(f"The moment of a rights decision needs a time zone: {at!r} is naive. Pass an aware datetime.")
    return at.astimezone(UTC)


def _answer(question: Question, positions: list[Position], at: datetime) -> Answer:
    found = _best_answer(question, positions, at)
    if _is_at_the_desk(question):
        return Answer(Verdict.ALLOW, (Reason.OK,), found.grant if found.verdict in SHOWABLE else None)
    stops = tuple(_stops(question, at))
    if not stops:
        return found
    refusals = () if found.verdict in SHOWABLE else found.reasons
    return Answer(Verdict.DENY, tuple(dict.fromkeys(stops + refusals)), found.grant)


def _verdict(question: Question, positions: list[Position], at: datetime) -> Verdict:
    """The verdict of `_answer` without its reasons."""
    if _is_at_the_desk(question):
        return Verdict.ALLOW
    if next(_stops(question, at), None):
        return Verdict.DENY
    return min([says(one, question, at).verdict for one in positions], key=STRICTNESS.__getitem__)


def _is_at_the_desk(question: Question) -> bool:
    return question.recipient.kind == RecipientKind.STAFF and question.use in READING


def _stops(question: Question, at: datetime) -> Iterator[Reason]:
    """What no grant can outweigh, the strictest first. Without a grant there is always one."""
    work = question.work
    if work.withdrawn_at is not None and at >= work.withdrawn_at:
        yield Reason.WITHDRAWN
    if work.holds and _hold(work, at):
        yield Reason.NOTICE_HOLD
    if question.recipient.is_suspended:
        yield Reason.PARTNER_SUSPENDED
    if work.expires_at is not None and at >= work.expires_at:
        yield Reason.EXPIRED
    if work.embargoed_until is not None and at < work.embargoed_until:
        yield Reason.EMBARGOED
    if work.basis == Basis.UNKNOWN or not work.grants:
        yield Reason.NO_BASIS
    elif not work.is_verified:
        yield Reason.BASIS_UNVERIFIED


def _hold(work: Work, at: datetime) -> HoldKind | None:
    return _strictest_hold(hold.kind for hold in work.holds if hold.placed_at <= at and (hold.lifted_at is None or at < hold.lifted_at))


def _strictest_hold(kinds: Iterable[HoldKind | None]) -> HoldKind | None:
    standing = {kind for kind in kinds if kind is not None}
    return next((kind for kind in HoldKind if kind in standing), None)


def _end_action(answer: Answer, at: datetime) -> EndAction | None:
    """What was agreed for the end of the grant, where it is this end that has come."""
    grant = answer.grant
    if grant is None or Reason.EXPIRED not in answer.reasons:
        return None
    is_revoked = grant.revoked_at is not None and at >= grant.revoked_at
    return grant.end_action if is_revoked or is_over(grant, at) else None


def _best_answer(question: Question, positions: list[Position], at: datetime) -> Answer:
    """The grant that gives most. Anything less than yes also names why the other grants fail."""
    answers = []
    for one in positions:
        answer = says(one, question, at)
        if answer.verdict == Verdict.ALLOW:
            return answer
        answers.append(answer)
    if not answers:
        return Answer(Verdict.DENY, (Reason.NO_BASIS,))
    if len(answers) == 1:
        return answers[0]
    answers.sort(key=_preference)
    best = answers[0]
    # What has ended was usually replaced by another grant: nobody can clear it, so it is told only where nothing else is left.
    told = [answer for answer in answers if not _has_ended(answer)] or answers
    reasons = tuple(dict.fromkeys(reason for answer in told for reason in answer.reasons))
    return Answer(best.verdict, reasons, best.grant, best.max_chars, best.max_share)


def _preference(answer: Answer) -> tuple[int, float, float, bool, int, int]:
    """Least strict first, then the longer excerpt; of two refusals the one nearest to a yes."""
    chars = _WITHOUT_LIMIT if answer.max_chars is None else answer.max_chars
    share = _WITHOUT_LIMIT if answer.max_share is None else answer.max_share
    return STRICTNESS[answer.verdict], -chars, -share, _has_ended(answer), len(answer.reasons), TELLING[answer.reasons[0]]


def _has_ended(answer: Answer) -> bool:
    return answer.reasons[0] == Reason.EXPIRED


def _limits(answer: Answer, work: Work, at: datetime) -> Limits:
    grant = answer.grant
    if grant is None:
        return _NO_LIMITS
    ends = [end for end in (grant.valid_to, grant.revoked_at, work.expires_at) if end is not None and end > at]
    if not ends and not grant.territories and answer.max_chars is None and answer.max_share is None:
        return _NO_LIMITS
    return Limits(answer.max_chars, answer.max_share, min(ends, default=None), grant.territories)


def _contact(work: Work, grant: Grant | None) -> str:
    """Whom to ask: the owner. The site that carried a third party's work cannot give what it does not have."""
    if work.whose == Whose.THIRD_PARTY and grant is not None and grant.basis == Basis.SOURCE_TERMS:
        return work.contact
    return (grant.contact if grant else "") or work.contact


def _next_change(question: Question, positions: list[Position], at: datetime, verdict: Verdict) -> datetime | None:
    # Between two turning points every comparison with the clock comes out the same, so the first of them that differs is exact.
    moments = [instant.astimezone(UTC) for instant in turning_points(question.work) if instant is not None and instant > at]
    moments += [begins_at.astimezone(UTC) for begins_at, _house in question.house.coming]
    asked = at
    for instant in sorted(moments):
        if instant == asked:
            continue
        asked, house = instant, question.house.in_force(instant)
        if house is not question.house:
            question = question._replace(house=house)
            positions = [position(grant, question) for grant in question.work.grants]
        if _verdict(question, positions, instant) != verdict:
            return instant
    return None


def _page_reasons(strictest: Decision, texts: Sequence[Decision], dropped: dict[int, Reason]) -> tuple[Reason, ...]:
    reasons = dict.fromkeys(strictest.reasons)
    reasons.update(dict.fromkeys(reason for one in texts if one.verdict != Verdict.ALLOW for reason in one.reasons))
    return (*reasons, Reason.ASSET_BLOCKED) if dropped else tuple(reasons)


def _page_duties(decisions: Iterator[Decision]) -> tuple[Duty, ...]:
    return tuple(dict.fromkeys(duty for one in decisions for duty in one.duties))


def _page_limits(texts: Sequence[Decision]) -> Limits:
    """The narrowest of the texts' limits; a territory must be open for all of them."""
    limits = [one.limits for one in texts]
    named = [one.territories for one in limits if one.territories]
    return Limits(
        max_chars=min((one.max_chars for one in limits if one.max_chars is not None), default=None),
        max_share=min((one.max_share for one in limits if one.max_share is not None), default=None),
        until=min((one.until for one in limits if one.until is not None), default=None),
        territories=frozenset.intersection(*named) if named else frozenset(),
    )
