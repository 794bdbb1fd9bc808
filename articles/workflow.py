"""The table of moves: who may move what where.

Pure. Acts ask `check` first and record the role it returns. Rights are asked elsewhere: a move
that this table allows may still be refused for want of a basis or a clearance.
"""

from collections.abc import Collection
from dataclasses import dataclass, field

from articles.refusals import MoveRefused, Obstacle
from articles.vocabulary import WORKING, Move, Role, State

CONTRIBUTOR, EDITOR, RIGHTS_DESK, CHIEF = Role.CONTRIBUTOR, Role.EDITOR, Role.RIGHTS_DESK, Role.CHIEF


@dataclass(frozen=True)
class Rule:
    """From which states, to which, by whom. `own` roles may do it only with articles of their own."""

    sources: tuple[State, ...]
    target: State | None
    roles: tuple[Role, ...]
    own: tuple[Role, ...] = field(default=())


MOVES: dict[Move, Rule] = {
    Move.SUBMIT: Rule((State.DRAFT,), State.SUBMITTED, (EDITOR, CHIEF), own=(CONTRIBUTOR,)),
    Move.TAKE: Rule((State.DRAFT, State.SUBMITTED), State.IN_EDIT, (EDITOR, CHIEF)),
    Move.SEND_BACK: Rule((State.SUBMITTED, State.IN_EDIT, State.RIGHTS, State.READY), State.DRAFT, (EDITOR, CHIEF)),
    Move.TO_RIGHTS: Rule((State.DRAFT, State.SUBMITTED, State.IN_EDIT), State.RIGHTS, (EDITOR, CHIEF)),
    Move.TO_READY: Rule((State.IN_EDIT, State.RIGHTS), State.READY, (EDITOR, CHIEF)),
    Move.SPIKE: Rule(WORKING, State.SPIKED, (EDITOR, CHIEF), own=(CONTRIBUTOR,)),
    Move.RESTORE: Rule((State.SPIKED,), State.DRAFT, (EDITOR, CHIEF), own=(CONTRIBUTOR,)),
    # A clearance moves nothing by itself, but an article that waited for it is ready then.
    Move.CLEAR: Rule((*WORKING, State.SCHEDULED, State.PUBLISHED, State.UNPUBLISHED), None, (RIGHTS_DESK,)),
    Move.PUBLISH: Rule(WORKING, State.PUBLISHED, (CHIEF,)),
    Move.SCHEDULE: Rule(WORKING, State.SCHEDULED, (CHIEF,)),
    Move.UNSCHEDULE: Rule((State.SCHEDULED,), State.READY, (CHIEF,)),
    Move.CORRECT: Rule((State.PUBLISHED,), State.PUBLISHED, (EDITOR, CHIEF)),
    Move.UNPUBLISH: Rule((State.PUBLISHED,), State.UNPUBLISHED, (CHIEF,)),
    Move.KILL: Rule((State.PUBLISHED, State.UNPUBLISHED), State.KILLED, (CHIEF,)),
    Move.TAKE_DOWN: Rule((State.PUBLISHED, State.UNPUBLISHED), State.TAKEN_DOWN, (RIGHTS_DESK, CHIEF)),
    # The rights desk's part in bringing something back is the new clearance that it needs.
    Move.REVIVE: Rule((State.UNPUBLISHED,), State.PUBLISHED, (CHIEF,)),
}

#: The order in which a person's roles are tried, so that the role recorded is the one that the act needs most.
SENIORITY = (CHIEF, RIGHTS_DESK, EDITOR, CONTRIBUTOR, Role.PARTNER_MANAGER)


def role_for(move: Move, roles: Collection[Role], *, is_own: bool) -> Role | None:
    """The role in which this move would be made, or None if no role of theirs allows it."""
    rule = MOVES[move]
    allowed = (*rule.roles, *(rule.own if is_own else ()))
    return next((role for role in SENIORITY if role in roles and role in allowed), None)


def check(state: State, move: Move, roles: Collection[Role], *, is_own: bool = False) -> Role:
    """The role in which the move is made. Raises MoveRefused for a wrong state or want of a role."""
    rule = MOVES[move]
    if state not in rule.sources:
        raise MoveRefused(
            Obstacle(
                "wrong_state",
                "state",
                f"An article that is {words(state)} can't be moved by “{words(move)}”.",
                f"It would have to be {' or '.join(words(source) for source in rule.sources)}.",
            )
        )
    role = role_for(move, roles, is_own=is_own)
    if role is None:
        who = " or ".join(dict.fromkeys(words(role) for role in (*rule.roles, *rule.own)))
        raise MoveRefused(
            Obstacle("wrong_role", "state", f"“{words(move).capitalize()}” needs another role.", f"Ask a person who is {who}.")
        )
    return role


def moves_from(state: State, roles: Collection[Role], *, is_own: bool = False) -> list[Move]:
    return [move for move, rule in MOVES.items() if state in rule.sources and role_for(move, roles, is_own=is_own)]


def words(code: str) -> str:
    return str(code).replace("_", " ")
