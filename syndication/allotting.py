"""Under which agreement each version goes to a partner, how much of it, and if it does not go, what is missing.

Rights are asked for the countries of each agreement: what may be published in Germany alone goes under the agreement
for Germany and not under the one for everywhere. Writes nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cached_property

from articles import published, standing
from articles.standing import Version
from rights.facts import ANYWHERE, Context, Decision, PageDecision
from rights.vocabulary import SHOWABLE, Part, Use
from syndication.models import Offer, OfferKind
from syndication.supply import Agreed, Supply, opens_at
from syndication.terms import Terms


class Lack(StrEnum):
    """Why the agreements supply nothing of a version that rights would allow, the farthest from a yes first."""

    NO_AGREEMENT = "agreement"
    COUNTRY = "agreement_country"
    SELECTION = "agreement_selection"
    DELAY = "agreement_delay"
    QUOTA = "agreement_quota"


@dataclass(frozen=True)
class Standing:
    """One version as one partner may have it now. `part` is how much its agreements supply, None for nothing; then `lack` says why.

    `opens_at`: when an agreed delay is over. `context` is where the partner may publish it.
    """

    version: Version
    decision: PageDecision
    part: Part | None
    is_deliverable: bool = True
    agreement_id: int | None = None
    context: Context = ANYWHERE
    lack: Lack | None = None
    opens_at: datetime | None = None

    @property
    def may_be_held(self) -> bool:
        """Rights allow it. That an agreement ended takes away nothing that was given before."""
        return self.decision.verdict in SHOWABLE and self.is_deliverable

    @property
    def is_supplied(self) -> bool:
        return self.may_be_held and self.part is not None

    @cached_property
    def fingerprint(self) -> str:
        """Another version, extent, limit, duty or dropped picture is another thing to have."""
        whole, dropped = self.decision, sorted(self.decision.dropped)
        single = [[one.work_id, _said(one)] for one in whole.decisions if one.work_id not in whole.dropped]
        words = [self.version.pk, self.part, whole.verdict, dropped, _said(whole), single]
        return hashlib.sha256(json.dumps(words).encode()).hexdigest()


def _said(decision: Decision | PageDecision) -> list[object]:
    """What of a decision stands in an item."""
    limits = decision.limits
    until = limits.until.isoformat() if limits.until else None
    duties = [[str(duty.obligation), duty.value] for duty in decision.duties]
    return [limits.max_chars, limits.max_share, until, sorted(limits.territories), duties]


Judged = Mapping[Context, Mapping[int, PageDecision]]


def allot(versions: Sequence[Version], offers: Mapping[int, Offer], terms: Terms, supply: Supply, at: datetime) -> dict[int, Standing]:
    """Each version's standing by article. The newest come first where a month's quota is not enough for all."""
    if supply.reads_names:
        standing.load_names(versions)
    judged = {context: _decisions(versions, terms, context, at) for context in _contexts(supply, offers.values(), at)}
    left, found = supply.left(at), {}
    for version in sorted(versions, key=lambda one: (one.visible_from, one.pk), reverse=True):
        one = _stand(version, offers.get(version.article_id), supply, judged, left, at)
        if one.is_supplied and one.agreement_id in left and version.article_id not in offers:
            left[one.agreement_id] -= 1
        found[version.article_id] = one
    return found


def _decisions(versions: Sequence[Version], terms: Terms, context: Context, at: datetime) -> dict[int, PageDecision]:
    decided = published.decide_all(versions, Use.SYNDICATE, terms.recipient, at=at, context=context, house=terms.house)
    return {version.pk: decision for version, decision in decided}


def _contexts(supply: Supply, offers: Iterable[Offer], at: datetime) -> set[Context]:
    """Where anything may be published now, or was when the partner got it. Mostly that is one and the same."""
    held = {_held_in(offer, supply) for offer in offers if _is_held(offer)}
    return {one.context for one in supply.open(at) if one.context} | held or {supply.base}


def _is_held(offer: Offer | None) -> bool:
    return offer is not None and offer.kind != OfferKind.WITHDRAWN


def _held_in(offer: Offer, supply: Supply) -> Context:
    agreed = supply.by_id(offer.agreement_id)
    return agreed.context if agreed and agreed.context else supply.base


def _stand(version: Version, offer: Offer | None, supply: Supply, judged: Judged, left: Mapping[int, int], at: datetime) -> Standing:
    covering = [one for one in supply.open(at) if one.covers(version)]
    # Neither a delay nor a quota holds back what the partner has: its corrections follow at once.
    waited = [one for one in covering if _is_held(offer) or opens_at(one, version) <= at]
    within = [one for one in waited if offer is not None or left.get(one.id, 1) > 0]
    for one in within:
        decision = judged[_of(one)][version.pk]
        if decision.verdict in SHOWABLE:
            return Standing(version, decision, one.part, agreement_id=one.id, context=_of(one))
    context = _where_refused(offer, within or covering, supply, judged)
    lack = _lack(supply, at, bool(covering), bool(waited), bool(within))
    opens = min((opens_at(one, version) for one in covering), default=None) if lack is Lack.DELAY else None
    return Standing(version, judged[context][version.pk], None, context=context, lack=lack, opens_at=opens)


def _of(agreed: Agreed) -> Context:
    return agreed.context or ANYWHERE


def _where_refused(offer: Offer | None, agreements: Sequence[Agreed], supply: Supply, judged: Judged) -> Context:
    """For which country rights are quoted where nothing is supplied: what is held is judged where it may be held."""
    if offer is not None and _is_held(offer):
        return _held_in(offer, supply)
    wanted = _of(agreements[0]) if agreements else supply.base
    return wanted if wanted in judged else next(iter(judged))


def _lack(supply: Supply, at: datetime, is_covered: bool, has_waited: bool, is_within: bool) -> Lack | None:
    if not supply.in_force(at):
        return Lack.NO_AGREEMENT
    if not supply.open(at):
        return Lack.COUNTRY
    if not is_covered:
        return Lack.SELECTION
    if not has_waited:
        return Lack.DELAY
    return None if is_within else Lack.QUOTA
