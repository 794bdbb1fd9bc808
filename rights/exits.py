"""The registry of exits: every way by which a work can leave the house, with the use it asks for.

Upper rooms register in a module `exits` of their own, found when the newsroom starts. The desk's matrix, the audit
and the tests all walk this list, so an exit that is not here is a fault: `newsroom/exit_walk.py` looks for one.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime

from rights.facts import ANYWHERE, PUBLIC, Context, Recipient
from rights.obligations import Form
from rights.vocabulary import Use


@dataclass(frozen=True)
class Receiver:
    """One recipient of an exit, with the name that the desk reads."""

    label: str
    recipient: Recipient
    context: Context = ANYWHERE


def the_public(at: datetime) -> Iterable[Receiver]:
    return [Receiver("Everyone", PUBLIC)]


@dataclass(frozen=True)
class Exit:
    """One way out. `receivers(at)` lists who would receive; `test` names the test that proves that the exit asks.

    `addresses` are the names of the URL patterns by which it goes, `commands` those of the commands that print
    it, `mails` the modules that write it into a letter; an exit without any of them has no way out yet.
    `form` is that of a whole story, which has to show what is owed; None where only names or files go.
    One that is `within` another asks the same for the same receivers: the desk shows one line for both.
    """

    name: str
    label: str
    use: Use
    test: str
    receivers: Callable[[datetime], Iterable[Receiver]] = the_public
    addresses: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()
    mails: tuple[str, ...] = ()
    within: str = ""
    form: Form | None = None


_exits: dict[str, Exit] = {}


def register(door: Exit) -> None:
    if door.name in _exits and _exits[door.name] != door:
        raise ValueError(f"Two exits are called {door.name}.")
    _exits[door.name] = door


def every() -> list[Exit]:
    return list(_exits.values())


def asking_apart() -> list[Exit]:
    """Those that ask something of their own: each other exit is within one of these."""
    return [door for door in _exits.values() if not door.within]
