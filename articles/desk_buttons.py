"""The buttons of an article's page: what may be done next, and on each that may not, the reason why.

The reasons are the acts' own. A button that is shown open may still be refused: the act asks again.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from zlib import crc32

from articles import desk_words, roles, workflow
from articles.models import Article
from articles.refusals import MoveRefused, Obstacle
from articles.vocabulary import Act, Move, State
from rights.models import Hold

#: Moves that end something: each has a page of its own, which asks for the reason.
ON_THEIR_OWN_PAGE = (Move.UNPUBLISH, Move.KILL, Move.TAKE_DOWN)
GRAVE = (*ON_THEIR_OWN_PAGE, Move.SPIKE)
#: In which order the page shows them: steps within the desk, steps to the public, ways back.
STEPS = (Move.SUBMIT, Move.TAKE, Move.TO_RIGHTS, Move.TO_READY, Move.RESTORE, Move.UNSCHEDULE)
TO_THE_PUBLIC = (Move.PUBLISH, Move.REVIVE, Move.CORRECT, Move.SCHEDULE)
RELEASE = (Move.CLEAR, *TO_THE_PUBLIC)
BACK = (Move.SEND_BACK, Move.SPIKE, Move.UNPUBLISH, Move.TAKE_DOWN, Move.KILL)


@dataclass(frozen=True)
class Button:
    """`act` is what the form sends. `why_not` is empty where the button is open; `note` says what pressing it does or meets."""

    act: str
    label: str
    why_not: str = ""
    note: str = ""
    is_grave: bool = False

    @property
    def reason_id(self) -> str:
        """Where on the page the reason stands; buttons with the same reason share it."""
        return f"why-{crc32(self.why_not.encode()):08x}"


@dataclass(frozen=True)
class Buttons:
    steps: tuple[Button, ...]
    release: tuple[Button, ...]
    back: tuple[Button, ...]

    def opened(self, *moves: Move) -> Button | None:
        """The first of these that may be pressed."""
        found = [button for button in (*self.steps, *self.release) if not button.why_not]
        return next((button for button in found if button.act in moves), None)

    @property
    def closed_steps(self) -> list[tuple[str, str, list[str]]]:
        return _reasons(self.steps)

    @property
    def closed_back(self) -> list[tuple[str, str, list[str]]]:
        return _reasons(self.back)

    @property
    def first(self) -> Button | None:
        """The one to press next: out to the public, or the clearance once nothing but it is missing."""
        clear = self.opened(Move.CLEAR)
        return self.opened(Move.PUBLISH, Move.REVIVE) or (clear if clear and not clear.note else None)


def _reasons(buttons: Sequence[Button]) -> list[tuple[str, str, list[str]]]:
    """Each reason once, with its place on the page and the labels of the buttons that it closes."""
    closed = [button for button in buttons if button.why_not]
    reasons = dict.fromkeys((button.why_not, button.reason_id) for button in closed)
    return [(why, place, [button.label for button in closed if button.why_not == why]) for why, place in reasons]


def of(article: Article, user: Any, *, is_own: bool, missing: Sequence[Obstacle], is_cleared: bool) -> Buttons:
    """`missing` is everything that stands between the article and publishing now."""

    def shown(moves: tuple[Move, ...]) -> tuple[Button, ...]:
        here = [move for move in moves if article.state in workflow.MOVES[move].sources and not (move is Move.CLEAR and is_cleared)]
        return tuple(_button(article, move, user, is_own, missing) for move in here)

    return Buttons(shown(STEPS), shown(RELEASE), (*shown(BACK), *_holds(article, user)))


def _button(article: Article, move: Move, user: Any, is_own: bool, missing: Sequence[Obstacle]) -> Button:
    why_not = _refusal(article, move, user, is_own) or _not_yet(move, missing)
    note = _met(missing) if move is Move.CLEAR and not why_not else ""
    return Button(str(move), desk_words.MOVES[move], why_not, note, move in GRAVE)


def _met(missing: Sequence[Obstacle]) -> str:
    """What a clearance would meet now. It stays open all the same: what is typed in the form may mend it."""
    count = len([obstacle for obstacle in missing if obstacle.code != "no_clearance"])
    return f"{count} still missing." if count else ""


def _refusal(article: Article, move: Move, user: Any, is_own: bool) -> str:
    try:
        workflow.check(State(article.state), move, roles.roles_of(user), is_own=is_own)
    except MoveRefused as refused:
        return str(refused.obstacles[0].remedy)
    return ""


def _not_yet(move: Move, missing: Sequence[Obstacle]) -> str:
    if move not in TO_THE_PUBLIC or not missing:
        return ""
    more = f" ({len(missing) - 1} more)" if len(missing) > 1 else ""
    return f"{missing[0].message}{more}"


def _holds(article: Article, user: Any) -> tuple[Button, ...]:
    if article.state in (State.KILLED, State.TAKEN_DOWN):
        return ()
    standing = Hold.objects.standing().filter(work=article.work_id)
    lifts = [Button(f"lift:{hold.pk}", f"Lift the {hold.kind} hold", _wanting(user, Act.LIFT_HOLD)) for hold in standing]
    return (Button("hold", "Hold", _wanting(user, Act.PLACE_HOLD), is_grave=True), *lifts)


def _wanting(user: Any, act: Act) -> str:
    try:
        roles.check(user, act)
    except MoveRefused as refused:
        return str(refused.obstacles[0].remedy)
    return ""
