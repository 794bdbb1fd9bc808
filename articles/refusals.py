"""Refusals of the desk's acts: each names the fact, the field and the remedy, so that a person can act on it."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Obstacle:
    """One thing that stands between an article and publishing. `anchor` is where on the form it is mended.

    `forms`: in which finished forms (`rights.obligations.Form`) it was seen; empty where it is none of theirs.
    """

    code: str
    field: str
    message: str
    remedy: str
    anchor: str = ""
    forms: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.message} {self.remedy}".strip()


class Refused(Exception):
    """An act that can't be done now. `obstacles` says why, each with its remedy; nothing was changed."""

    def __init__(self, *obstacles: Obstacle) -> None:
        super().__init__(" ".join(str(obstacle) for obstacle in obstacles))
        self.obstacles = obstacles

    @property
    def code(self) -> str:
        return self.obstacles[0].code


class MoveRefused(Refused):
    """This state, or this person's roles, do not allow the move."""


class NotCleared(Refused):
    """Rights are missing: basis, clearance, or a decision that does not allow it."""


class StaleSave(Refused):
    """Someone else saved in between. `theirs` is what stands now."""

    def __init__(self, obstacle: Obstacle, theirs: object) -> None:
        super().__init__(obstacle)
        self.theirs = theirs


class ObligationUnmet(Refused):
    """What would go out does not show what its terms oblige. Each obstacle is one duty: `obligation_unmet:<name>`."""


class FormRefused(Refused):
    """Something typed can't be taken as it is."""
