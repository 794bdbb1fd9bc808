"""The last audit of rights on the desk's first page, for the operator and for those who answer for rights."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from articles import addresses, roles
from articles.desk_cards import SHOWN, Card, Line, register
from articles.vocabulary import Role
from newsroom.audit import memory


def lines(user: Any, at: datetime) -> Sequence[Line] | None:
    """The faults of the last audit, or that there are none. Nothing while there is nothing to look over."""
    if not (user.is_superuser or roles.roles_of(user) & {Role.RIGHTS_DESK, Role.CHIEF}):
        return None
    last = memory.last()
    if not last or not last["articles"]:
        return None
    when = datetime.fromisoformat(last["at"])
    if not last["faults"]:
        counted = f"{last['articles']} articles at {len(last['exits'])} exits"
        return [Line("Everything holds", LEDGER, "sound", counted, when)]
    return [_line(fault, when) for fault in last["faults"][:SHOWN]]


LEDGER = "/admin/rights/ledgerentry/"


def _line(fault: dict[str, Any], when: datetime) -> Line:
    url = addresses.desk_article(fault["article"]) if fault["article"] else LEDGER
    return Line(fault["what"], url, "fault", fault["remedy"], when)


register(Card("audit", "Rights, looked over", "Not looked over yet.", lines, rank=90))
