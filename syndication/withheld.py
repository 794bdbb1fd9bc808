"""What a partner gets now, and why not the rest: for the desk's page of that partner."""

from dataclasses import dataclass
from datetime import datetime

from django.utils import timezone

from articles import addresses
from rights.vocabulary import SHOWABLE, Part, Reason, Verdict
from rights.wording import remedy, say
from syndication import offers
from syndication.allotting import Lack, Standing
from syndication.models import Partner
from syndication.supply import Supply
from syndication.terms import Terms

#: Why the agreements give nothing, and what would change it.
WORDS: dict[Lack, tuple[str, str]] = {
    Lack.NO_AGREEMENT: ("No agreement with this partner is in force for the web.", "Record one, with its dates."),
    Lack.COUNTRY: (
        "The agreements in force are for other countries than the one recorded for this partner.",
        "Add its country to an agreement, or correct the country of the partner.",
    ),
    Lack.SELECTION: (
        "The agreements in force cover other sections, tags, authors, languages or bases only.",
        "Record an agreement that covers this story, or widen one.",
    ),
    Lack.DELAY: ("The agreed delay is not over.", "It goes by itself then; a shorter delay in the agreement lets it go sooner."),
    Lack.QUOTA: ("This month's agreed number of new stories is used up.", "Wait for next month, or raise the number in the agreement."),
}


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


def of(partner: Partner, *, at: datetime, terms: Terms | None = None) -> Overview:
    """The newest stories as this partner has them now, or would on other `terms`. A fixed number of queries; writes nothing."""
    seen = offers.look(partner, at=at, terms=terms)
    newest_first = sorted(seen.standing.values(), key=lambda one: (one.version.visible_from, one.version.pk), reverse=True)
    return Overview(
        gets=tuple(_supplied(one) for one in newest_first if one.is_supplied),
        withheld=tuple(_withheld(one, partner) for one in newest_first if not one.is_supplied),
        obstacle=_obstacle(partner, seen.terms.supply, at),
    )


def _supplied(one: Standing) -> Supplied:
    is_cut = one.decision.verdict is Verdict.ALLOW_PART
    return Supplied(one.version.headline, _desk(one), Part.EXCERPT if is_cut or one.part is None else one.part)


def _withheld(one: Standing, partner: Partner) -> Withheld:
    headline, url, decision = one.version.headline, _desk(one), one.decision
    # Rights speak first: what they refuse, no agreement could give.
    if decision.verdict not in SHOWABLE:
        sentence = say(decision.reason, contact=decision.contact, conditions=decision.conditions)
        return Withheld(headline, url, decision.verdict, decision.reason, sentence, remedy(decision.reason))
    if partner.is_stopped or not one.is_deliverable:
        reason = Reason.PARTNER_SUSPENDED if partner.is_stopped else Reason.OBLIGATION_UNMET
        return Withheld(headline, url, Verdict.DENY, reason, say(reason), remedy(reason))
    lack = one.lack or Lack.NO_AGREEMENT
    return Withheld(headline, url, Verdict.DENY, lack, *_words(lack, one))


def _words(lack: Lack, one: Standing) -> tuple[str, str]:
    sentence, remedy_for_it = WORDS[lack]
    if one.opens_at is not None:
        sentence = f"The agreed delay ends on {timezone.localtime(one.opens_at):%d %b %Y at %H:%M}."
    return sentence, remedy_for_it


def _desk(one: Standing) -> str:
    return addresses.desk_article(one.version.article_id)


def _obstacle(partner: Partner, supply: Supply, at: datetime) -> str:
    if partner.is_stopped:
        return f"This partner is {partner.get_state_display().lower()}: it gets no articles, only removals of what it holds."
    if not supply.in_force(at):
        return " ".join(WORDS[Lack.NO_AGREEMENT])
    return "" if supply.open(at) else " ".join(WORDS[Lack.COUNTRY])
