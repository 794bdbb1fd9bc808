"""What may be shown to whom, answered from plain words as rights.md §1 says it. Imports nothing from `rights`.

A second opinion for the leak test: written from the design, in another manner than the code that it judges, and held
to `rights/tests/oracle.py` row by row. Knows the uses that exits ask for and no others.
"""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

GRACE = timedelta(days=14)
EXCERPT = 300
JUDGED = {"fair_use", "fair_dealing", "quotation"}
OWN = {"own_staff", "own_contributor"}
READING = {"read", "list", "excerpt", "index", "media_rendition"}
ONWARD = {"syndicate", "republish"}
READERS = {"public", "registered_reader", "crawler:search"}
WORDS = {"text", "quotation"}
ALLOW, PART, ASK, DENY = "allow", "allow_part", "needs_permission", "deny"
#: From most to least.
ORDER = [ALLOW, PART, ASK, DENY]
#: For every other reason one can ask.
FINAL = {"withdrawn", "notice_hold", "partner_suspended", "expired", "embargoed", "no_basis", "basis_unverified", "territory"}
#: Which of two equal refusals an editor hears first.
TOLD = [
    *("ok", "excerpt_only", "embargoed", "basis_unverified", "territory", "commercial_needs_permission", "fair_use_review_due"),
    *("no_derivatives", "recipient_not_covered", "use_not_covered", "fair_use_not_transferable", "no_basis", "expired"),
]


@dataclass
class Grant:
    basis: str
    grantee: str = "house"
    uses: set[str] = field(default_factory=lambda: {"read"})
    recipients: set[str] = field(default_factory=set)
    grantee_class: str = ""
    grantee_key: str = ""
    onward: str = "none"
    channels: set[str] = field(default_factory=set)
    territories: set[str] = field(default_factory=set)
    territories_denied: set[str] = field(default_factory=set)
    commercial: str = "any"
    purposes: set[str] = field(default_factory=set)
    part: str = "full"
    max_chars: int | None = None
    max_share: float | None = None
    delay_hours: int | None = None
    not_before: datetime | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    end_action: str = "withdraw"
    review_due_at: datetime | None = None
    is_confirmed: bool = True
    revoked_at: datetime | None = None
    obligations: list[dict[str, str]] = field(default_factory=list)


@dataclass
class Work:
    """`holds` are pairs of instants, the second None while it stands. `appeared_at` is what a delay runs from."""

    kind: str
    basis: str
    whose: str
    is_verified: bool
    grants: list[Grant]
    holds: list[tuple[datetime, datetime | None]] = field(default_factory=list)
    embargoed_until: datetime | None = None
    expires_at: datetime | None = None
    withdrawn_at: datetime | None = None
    appeared_at: datetime | None = None


@dataclass
class Party:
    """We, or who receives."""

    kind: str = "public"
    key: str = ""
    classes: set[str] = field(default_factory=set)
    is_commercial: bool = False
    is_suspended: bool = False
    purposes: set[str] = field(default_factory=set)
    territory: str = ""
    channel: str = "web"


@dataclass
class Answer:
    """`chars` and `share` limit a part; no limit is None."""

    verdict: str
    reason: str
    chars: int | None = None
    share: float | None = None

    @property
    def is_shown(self) -> bool:
        return self.verdict in (ALLOW, PART)


def answer(work: Work, use: str, to: Party, house: Party, at: datetime) -> Answer:
    if to.kind == "staff" and use in READING:
        return Answer(ALLOW, "ok")
    found = sorted((_of_grant(grant, work, use, to, house, at) for grant in work.grants), key=_rank)
    stop = _stop(work, to, at)
    if stop:
        return Answer(DENY, stop)
    return found[0]


def _rank(one: Answer) -> tuple:
    most = float("inf")
    length = (most if one.chars is None else one.chars, most if one.share is None else one.share)
    return (ORDER.index(one.verdict), -length[0], -length[1], one.reason == "expired", TOLD.index(one.reason))


def _stop(work: Work, to: Party, at: datetime) -> str:
    """A hold, an embargo, a withdrawal, an end: nothing outweighs them (§1.1)."""
    if work.withdrawn_at and work.withdrawn_at <= at:
        return "withdrawn"
    if any(begins <= at and not (lifted and lifted <= at) for begins, lifted in work.holds):
        return "notice_hold"
    if to.is_suspended:
        return "partner_suspended"
    if work.expires_at and work.expires_at <= at:
        return "expired"
    if work.embargoed_until and at < work.embargoed_until:
        return "embargoed"
    if work.basis == "unknown" or not work.grants:
        return "no_basis"
    return "" if work.is_verified else "basis_unverified"


def _of_grant(grant: Grant, work: Work, use: str, to: Party, house: Party, at: datetime) -> Answer:
    lasting, timed = _lasting(grant, work, use, to, house), _timed(grant, work, use, to, at)
    is_stranger_to_a_judgement = (
        lasting == ["recipient_not_covered"]
        and grant.basis in JUDGED
        and (grant.grantee, to.kind in READERS, use in READING, work.kind in WORDS) == ("house", True, True, True)
    )
    refused = timed + ([] if is_stranger_to_a_judgement else lasting)
    if refused:
        final = [reason for reason in refused if reason in FINAL]
        return Answer(DENY if final else ASK, (final or refused)[0])
    part = _how_much(grant, work, use, is_stranger_to_a_judgement, has_ended=bool(grant.valid_to and grant.valid_to <= at))
    if part == "full" or (use in ("list", "index") and work.kind == "text"):
        return Answer(ALLOW, "ok")
    if part == "headline":
        return Answer(PART, "excerpt_only", 0, grant.max_share)
    has_length = grant.max_chars is not None or grant.max_share is not None
    return Answer(PART, "excerpt_only", grant.max_chars if has_length else EXCERPT, grant.max_share)


def _how_much(grant: Grant, work: Work, use: str, is_stranger: bool, *, has_ended: bool) -> str:
    has_length = grant.max_chars is not None or grant.max_share is not None
    if is_stranger:
        # The excerpt and the link; a length that nobody set is none.
        return "excerpt" if has_length and grant.part != "headline" else "headline"
    if grant.part != "full":
        return grant.part
    return "excerpt" if has_ended or _is_only_for_excerpts(grant, work, use) else "full"


def _is_only_for_excerpts(grant: Grant, work: Work, use: str) -> bool:
    named = "excerpt" in grant.uses and "read" not in grant.uses and (use == "excerpt" or use not in grant.uses)
    return named and work.kind in WORDS


def _timed(grant: Grant, work: Work, use: str, to: Party, at: datetime) -> list[str]:
    found = []
    leaves_words = grant.end_action == "excerpt" and work.kind in WORDS and use in {"read", "list", "excerpt", "index", "email", *ONWARD}
    if (grant.revoked_at and grant.revoked_at <= at) or (grant.valid_to and grant.valid_to <= at and not leaves_words):
        found.append("expired")
    waits = [grant.not_before, grant.valid_from]
    if grant.delay_hours is not None:
        waits.append(work.appeared_at + timedelta(hours=grant.delay_hours) if work.appeared_at else datetime.max.replace(tzinfo=at.tzinfo))
    if any(begins and at < begins for begins in waits):
        found.append("embargoed")
    if grant.basis in JUDGED and grant.review_due_at and grant.review_due_at <= at:
        is_page = use in {"read", "media_rendition"} and to.kind in READERS
        if not is_page or grant.review_due_at + GRACE <= at:
            found.append("fair_use_review_due")
    return found


def _lasting(grant: Grant, work: Work, use: str, to: Party, house: Party) -> list[str]:
    reasons = [_basis(grant, work), _where(grant, to), _who(grant, use, to, house), _what(grant, work, use), _which_way(grant, use, to)]
    if work.kind not in WORDS and grant.part != "full":
        reasons.append("excerpt_only")
    return [reason for reason in reasons if reason]


def _basis(grant: Grant, work: Work) -> str:
    if not grant.is_confirmed:
        return "basis_unverified"
    if grant.basis == "unknown":
        return "no_basis"
    return {"third_party": "no_basis", "not_known": "basis_unverified"}.get(work.whose, "") if grant.basis == "source_terms" else ""


def _where(grant: Grant, to: Party) -> str:
    if not grant.territories and not grant.territories_denied:
        return ""
    # A union of countries is no country (ISO 3166-1): what it means for one of them, nobody has said.
    if "EU" in grant.territories | grant.territories_denied | {to.territory}:
        return "territory"
    is_inside = to.territory and to.territory not in grant.territories_denied
    return "" if is_inside and (not grant.territories or to.territory in grant.territories) else "territory"


def _who(grant: Grant, use: str, to: Party, house: Party) -> str:
    """Does it reach us, and through us whoever receives?"""
    is_onward = use in ONWARD or (use not in READING and to.kind == "partner")
    if grant.basis in JUDGED and (use in ONWARD or to.kind in ("partner", "crawler:ai")):
        return "fair_use_not_transferable"
    if grant.grantee == "partner":
        is_named = to.kind == "partner" and to.key == grant.grantee_key and _has_purpose(grant, to)
        return _falls_under(grant, to) if is_named else "recipient_not_covered"
    is_our_offer = is_onward and grant.basis in OWN and grant.grantee != "house"
    ours = "" if is_our_offer else _falls_under(grant, house)
    if ours:
        return ours
    return _onward(grant, to) if is_onward else ("" if _may_see(grant, to) else "recipient_not_covered")


def _onward(grant: Grant, to: Party) -> str:
    if grant.onward == "none" or to.kind not in {"public", "registered_reader", "partner"} or not _has_purpose(grant, to):
        return "recipient_not_covered"
    if grant.onward == "same_offer":
        return "recipient_not_covered" if grant.grantee == "house" else _falls_under(grant, to)
    if grant.commercial != "any" and _sells(to):
        return "commercial_needs_permission"
    return "" if not grant.recipients or _is_listed(grant, to) else "recipient_not_covered"


def _falls_under(grant: Grant, party: Party) -> str:
    if grant.commercial != "any" and _sells(party):
        return "commercial_needs_permission"
    return "recipient_not_covered" if grant.grantee == "class" and grant.grantee_class not in party.classes else ""


def _may_see(grant: Grant, to: Party) -> bool:
    if to.kind in READERS | {"partner"} and (not grant.recipients or "public" in grant.recipients):
        return grant.basis in JUDGED or _has_purpose(grant, to)
    return to.kind == "staff" or (_is_listed(grant, to) and _has_purpose(grant, to))


def _is_listed(grant: Grant, to: Party) -> bool:
    return bool(grant.recipients & {to.kind, f"{to.kind}:{to.key}", *(f"class:{one}" for one in to.classes)})


def _has_purpose(grant: Grant, to: Party) -> bool:
    return not grant.purposes or bool(grant.purposes & to.purposes)


def _sells(party: Party) -> bool:
    return party.is_commercial or "commercial_site" in party.classes


def _what(grant: Grant, work: Work, use: str) -> str:
    if use in grant.uses:
        return ""
    comes_with_reading = use in READING or (use in ONWARD and (grant.onward == "same_offer" or grant.grantee == "partner"))
    reads = "read" in grant.uses or _is_only_for_excerpts(grant, work, use)
    return "" if comes_with_reading and reads else "use_not_covered"


def _which_way(grant: Grant, use: str, to: Party) -> str:
    way = {"email": "mail", "print": "print", "audio": "audio"}.get(use, to.channel)
    return "" if not grant.channels or way in grant.channels else "use_not_covered"
