"""What a partner gets now, and why not the rest: for the desk's page of that partner."""

from dataclasses import dataclass
from datetime import datetime

from articles import addresses
from rights.vocabulary import SHOWABLE, Part, Reason, Verdict
from rights.wording import remedy, say
from syndication import offers
from syndication.models import Partner
from syndication.supply import Supply, supply_of
from syndication.survey import Standing

NO_AGREEMENT = ("No agreement with this partner is in force for the web.", "Record one, with its dates.")
OTHER_SECTIONS = ("The agreements in force cover other sections only.", "Record an agreement that covers this section.")


@dataclass(frozen=True)
class Withheld:
    """One story that does not go to this partner. `reason` is the code, `sentence` says it in words, `remedy` what would change it."""

    headline: str
    url: str
    verdict: Verdict
    reason: str
    sentence: str
    remedy: str


@dataclass(frozen=True)
class Supplied:
    """One story that does. `part` is how much of it."""

    headline: str
    url: str
    part: Part


@dataclass(frozen=True)
class Overview:
    """The newest stories, parted by whether this partner gets them. `obstacle` stands before all of them, or is empty."""

    gets: tuple[Supplied, ...]
    withheld: tuple[Withheld, ...]
    obstacle: str = ""


def of(partner: Partner, *, at: datetime) -> Overview:
    """The newest stories as this partner has them now. A fixed number of queries; writes nothing."""
    seen, supply = offers.look(partner, at=at), supply_of(partner, at)
    newest_first = sorted(seen.standing.values(), key=lambda one: (one.version.visible_from, one.version.pk), reverse=True)
    return Overview(
        gets=tuple(_supplied(one) for one in newest_first if one.is_supplied),
        withheld=tuple(_withheld(one, partner, supply) for one in newest_first if not one.is_supplied),
        obstacle=_obstacle(partner, supply),
    )


def _supplied(one: Standing) -> Supplied:
    is_cut = one.decision.verdict is Verdict.ALLOW_PART
    return Supplied(one.version.headline, _desk(one), Part.EXCERPT if is_cut or one.part is None else one.part)


def _withheld(one: Standing, partner: Partner, supply: Supply) -> Withheld:
    headline, url, decision = one.version.headline, _desk(one), one.decision
    # Rights speak first: what they refuse, no agreement could give.
    if decision.verdict not in SHOWABLE:
        sentence = say(decision.reason, contact=decision.contact, conditions=decision.conditions)
        return Withheld(headline, url, decision.verdict, decision.reason, sentence, remedy(decision.reason))
    if partner.is_stopped or not one.is_deliverable:
        reason = Reason.PARTNER_SUSPENDED if partner.is_stopped else Reason.OBLIGATION_UNMET
        return Withheld(headline, url, Verdict.DENY, reason, say(reason), remedy(reason))
    return Withheld(headline, url, Verdict.DENY, "agreement", *(NO_AGREEMENT if supply.is_nothing else OTHER_SECTIONS))


def _desk(one: Standing) -> str:
    return addresses.desk_article(one.version.article_id)


def _obstacle(partner: Partner, supply: Supply) -> str:
    if partner.is_stopped:
        return f"This partner is {partner.get_state_display().lower()}: it gets no articles, only removals of what it holds."
    return " ".join(NO_AGREEMENT) if supply.is_nothing else ""
