"""How many of our newest stories do not go to a partner, and why, in words for the partner. Counts only: no headline, no address."""

from collections import Counter
from dataclasses import dataclass

from house.models import House
from rights.facts import PageDecision
from rights.vocabulary import SHOWABLE, Condition, Reason
from syndication.allotting import Lack, Standing
from syndication.models import Partner
from syndication.survey import Survey

#: Why the agreements give nothing.
LACKS = {
    Lack.NO_AGREEMENT: "No agreement with you is in force for the web.",
    Lack.COUNTRY: "Your agreements are for other countries than the one that we have on record for you.",
    Lack.SELECTION: "Your agreements cover other stories.",
    Lack.DELAY: "The agreed delay is not over: they come by themselves.",
    Lack.QUOTA: "This month’s agreed number of new stories is used up: it begins again next month.",
}
#: Why their rights don't let them go.
RIGHTS = {
    Reason.RECIPIENT_NOT_COVERED: "Their owners let us publish them, and did not let us pass them on to you.",
    Reason.USE_NOT_COVERED: "Their owners let us publish them, and did not let us pass them on.",
    Reason.COMMERCIAL_NEEDS_PERMISSION: "Their owners want to be asked before any commercial use.",
    Reason.TERRITORY: "Their permission does not reach your country.",
    Reason.FAIR_USE_NOT_TRANSFERABLE: "They use another’s work fairly on our own page, which is a right that can’t be passed on.",
    Reason.NOTICE_HOLD: "They are on hold until a question about them is settled.",
    Reason.EXPIRED: "The time for which they may be used is over.",
    Reason.PARTNER_SUSPENDED: "Deliveries to you are suspended.",
}
#: Where one string of a permission stands behind the reason, and says more.
DELAYED = "Their owners want some time to pass first: they come by themselves."
STRINGS = {
    Reason.COMMERCIAL_NEEDS_PERMISSION: {
        Condition.NO_RESALE: "Their owners don’t want them sold on, and we have no record of whether you pay for them.",
        Condition.NO_ADS_ADJACENT: "Their owners want no advertising beside them.",
    },
    Reason.USE_NOT_COVERED: {Condition.NO_SYSTEMATIC: "Their owners want them in no feed."},
    Reason.EMBARGOED: {Condition.DELAY: DELAYED},
}
OTHERWISE = "What we have on record about their rights does not reach you."


@dataclass(frozen=True)
class KeptBack:
    """`count` stories, for one reason. `ask` is whom to write to about it, "" where time alone helps."""

    count: int
    sentence: str
    ask: str


def by_reason(seen: Survey, partner: Partner, house: House | None) -> tuple[KeptBack, ...]:
    """Of the newest stories that are published, the most frequent reason first. No query."""
    counts = Counter(_why(one, partner, house) for one in seen.standing.values() if not one.is_supplied)
    return tuple(KeptBack(count, *why) for why, count in sorted(counts.items(), key=lambda found: (-found[1], found[0])))


def _why(one: Standing, partner: Partner, house: House | None) -> tuple[str, str]:
    desk, permissions = (house.contact_desk, house.contact_permissions) if house else ("", "")
    # Rights speak first: what they refuse, no agreement could give.
    if one.decision.verdict not in SHOWABLE:
        sentence = _of_rights(one.decision)
        return sentence, "" if sentence == DELAYED else permissions
    if partner.is_stopped or not one.is_deliverable:
        return RIGHTS[Reason.PARTNER_SUSPENDED] if partner.is_stopped else OTHERWISE, desk
    lack = one.lack or Lack.NO_AGREEMENT
    return LACKS[lack], "" if lack in (Lack.DELAY, Lack.QUOTA) else desk


def _of_rights(decision: PageDecision) -> str:
    behind = STRINGS.get(decision.reason, {})
    return next((words for condition, words in behind.items() if condition in decision.conditions), RIGHTS.get(decision.reason, OTHERWISE))
