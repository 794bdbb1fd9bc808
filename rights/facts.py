"""The facts that a rights decision rests on, as plain frozen objects.

Pure: `rights/records.py` fills them from rows; tests fill them by hand. Instants are aware.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime

from house.vocabulary import PartyClass

from .vocabulary import (
    Basis,
    Channel,
    Commercial,
    Condition,
    EndAction,
    Grantee,
    HoldKind,
    Obligation,
    Onward,
    Part,
    Purpose,
    Reason,
    RecipientKind,
    Use,
    Verdict,
    Whose,
    WorkKind,
)


@dataclass(frozen=True)
class House:
    """We ourselves, as recorded and in force at the moment that is decided.

    `coming` are the changes on record that have not begun yet, in the order in which they will.
    """

    classes: frozenset[PartyClass] = frozenset()
    is_commercial: bool = False
    territory: str = ""
    site_name: str = ""
    carries_advertising: bool = False
    has_paywall: bool = False
    coming: tuple[tuple[datetime, "House"], ...] = ()

    def in_force(self, at: datetime) -> "House":
        """We at `at`, with what is still to come after it; self where nothing has changed until then."""
        for place in reversed(range(len(self.coming))):
            begins_at, house = self.coming[place]
            if begins_at <= at:
                return replace(house, coming=self.coming[place + 1 :])
        return self


@dataclass(frozen=True)
class Recipient:
    """Who would receive. A partner's `classes` are recorded facts with evidence.

    `is_commercial` is true for a partner that is in a commercial class or is recorded as commercial.
    None for `pays` (for what we supply) or `carries_advertising` means that nobody has recorded it.
    """

    kind: RecipientKind
    key: str = ""
    classes: frozenset[PartyClass] = frozenset()
    is_commercial: bool = False
    is_suspended: bool = False
    purposes: frozenset[Purpose] = frozenset()
    pays: bool | None = None
    carries_advertising: bool | None = None

    @property
    def name(self) -> str:
        return f"{self.kind}:{self.key}" if self.key else str(self.kind)


PUBLIC = Recipient(RecipientKind.PUBLIC)
STAFF = Recipient(RecipientKind.STAFF)


@dataclass(frozen=True)
class Context:
    """How it would be used: where, through which channel. `territory` "" means not known: worldwide.

    `also_in` are further countries in which it would be used, too: it must be allowed in each of them.
    `is_systematic` says that a machine takes whatever comes, piece after piece, as no person would choose it.
    """

    channel: Channel = Channel.WEB
    territory: str = ""
    is_systematic: bool = False
    also_in: frozenset[str] = frozenset()

    @property
    def countries(self) -> frozenset[str]:
        return self.also_in | {self.territory}


#: On the web, to who knows where.
ANYWHERE = Context()


@dataclass(frozen=True)
class Duty:
    """One obligation with what it needs: a name, a line, an address, a verbatim notice."""

    obligation: Obligation
    value: str = ""


@dataclass(frozen=True)
class Grant:
    """Who may do what with a work, from whom (`rights.md` §1.1). Only confirmed grants are passed in as `is_confirmed`.

    `recipients` are RecipientKind values or `class:<PartyClass>`; empty means the public.
    `territories` empty means worldwide; `channels` and `purposes` empty mean any.
    `max_chars` and `max_share` (0..1) limit an excerpt. `delay_hours` run from when the original appeared or,
    where nobody knows when, from when we first published it. A `fee` that is not paid leaves nothing permitted.
    """

    id: int
    basis: Basis
    grantee: Grantee
    uses: frozenset[Use]
    recipients: frozenset[str] = frozenset()
    grantee_class: PartyClass | None = None
    grantee_key: str = ""
    onward: Onward = Onward.NONE
    channels: frozenset[Channel] = frozenset()
    territories: frozenset[str] = frozenset()
    territories_denied: frozenset[str] = frozenset()
    commercial: Commercial = Commercial.ANY
    purposes: frozenset[Purpose] = frozenset()
    part: Part = Part.FULL
    max_chars: int | None = None
    max_share: float | None = None
    unaltered: bool = False
    no_systematic: bool = False
    no_resale: bool = False
    no_ads_adjacent: bool = False
    fee: str = ""
    fee_paid_at: datetime | None = None
    max_uses: int | None = None
    delay_hours: int | None = None
    not_before: datetime | None = None
    valid_from: datetime | None = None
    valid_to: datetime | None = None
    end_action: EndAction = EndAction.WITHDRAW
    review_due_at: datetime | None = None
    duties: tuple[Duty, ...] = ()
    contact: str = ""
    is_confirmed: bool = True
    revoked_at: datetime | None = None


@dataclass(frozen=True)
class Hold:
    kind: HoldKind
    placed_at: datetime
    lifted_at: datetime | None = None


@dataclass(frozen=True)
class Prohibition:
    """What the owner forbids, whatever any grant says. An empty set means any use, anybody, or any channel.

    `spared` is the one whom it leaves out: a recipient by its name, or "house" for what we ourselves do with the work.
    What somebody has exclusively is a prohibition for everybody else that ends.
    """

    uses: frozenset[Use] = frozenset()
    classes: frozenset[PartyClass] = frozenset()
    spared: str = ""
    begins_at: datetime | None = None
    ends_at: datetime | None = None
    channels: frozenset[Channel] = frozenset()


@dataclass(frozen=True)
class Work:
    """One thing that rights hang on, with everything recorded about it.

    `embargoed_until`, `expires_at`, `withdrawn_at`, `first_published_at` and `uses_before` come from the desk's publication:
    the last is how often we had used the work before the use that is asked about, None where nobody has counted.
    """

    id: int
    kind: WorkKind
    basis: Basis
    whose: Whose = Whose.NOT_KNOWN
    is_verified: bool = False
    grants: tuple[Grant, ...] = ()
    holds: tuple[Hold, ...] = ()
    embargoed_until: datetime | None = None
    expires_at: datetime | None = None
    withdrawn_at: datetime | None = None
    contact: str = ""
    prohibitions: tuple[Prohibition, ...] = ()
    original_published_at: datetime | None = None
    first_published_at: datetime | None = None
    uses_before: int | None = None


@dataclass(frozen=True)
class Limits:
    """How much may be shown, until when, where. None or empty means no limit; `max_chars` 0 means title and link only."""

    max_chars: int | None = None
    max_share: float | None = None
    until: datetime | None = None
    territories: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Decision:
    """The answer for one work. `reasons` is never empty; `grant_id` is the grant it rests on, if any.

    `next_change_at` is the next instant at which the verdict differs, None if it never does by time alone.
    `conditions` say which strings of the grant are not met; `end_action` what was agreed for its end, once that has come;
    `hold` is the strictest hold that stands.
    """

    verdict: Verdict
    reasons: tuple[Reason, ...]
    work_id: int
    grant_id: int | None = None
    duties: tuple[Duty, ...] = ()
    limits: Limits = field(default_factory=Limits)
    contact: str = ""
    next_change_at: datetime | None = None
    policy_version: str = ""
    conditions: tuple[Condition, ...] = ()
    end_action: EndAction | None = None
    hold: HoldKind | None = None

    @property
    def reason(self) -> Reason:
        return self.reasons[0]


@dataclass(frozen=True)
class PageDecision:
    """The answer for a whole page or feed item: the text's verdict, and which replaceable works are dropped."""

    verdict: Verdict
    reasons: tuple[Reason, ...]
    decisions: tuple[Decision, ...]
    dropped: dict[int, Reason] = field(default_factory=dict)
    duties: tuple[Duty, ...] = ()
    limits: Limits = field(default_factory=Limits)
    contact: str = ""
    next_change_at: datetime | None = None
    conditions: tuple[Condition, ...] = ()
    end_action: EndAction | None = None
    hold: HoldKind | None = None

    @property
    def reason(self) -> Reason:
        return self.reasons[0]
