"""All that an article's page shows besides its forms: what is missing, the buttons, the small print, the matrix, what happened.

Reads only. Everything is found when the template asks for it, each thing once.
"""

from dataclasses import dataclass
from functools import cached_property
from typing import Any

from articles import desk_asides, desk_buttons, desk_quotations, desk_words, matrix, obstacles, reporting, revisions, roles
from articles.desk_judgement import Check, Judgement, checks
from articles.desk_sheet import FIELDS_OF_RIGHTS, Sheet
from articles.forms import rights, terms
from articles.models import Article, Clearance
from articles.refusals import Obstacle
from articles.vocabulary import Act, Move, State
from articles.worksheets import Subject
from rights import banning, ledger_words
from rights.models import Evidence
from rights.models.grants import Prohibition

#: Where on the page a thing is mended, when it is no field of the same name.
PLACES = {
    "body": "text",
    "headline": "id_headline",
    "credits": "credits",
    "alt_text": "pictures",
    "terms": "terms",
    "whose": "whose",
    "basis": "basis",
    "worksheet": "worksheet",
    "clearance": "moves",
    "state": "moves",
    "visible_from": "id_visible_from",
    "note": "id_note",
}
#: What a contact that the page names is for.
CONTACTS = {"permissions": "permissions", "press": "media inquiries"}
HISTORY_ROWS = 30


@dataclass(frozen=True)
class Missing:
    """One line of the list, with the place on the page where it is mended."""

    obstacle: Obstacle
    place: str


def missing(obstacle: Obstacle) -> Missing:
    if obstacle.field in FIELDS_OF_RIGHTS and obstacle.field not in PLACES:
        return Missing(obstacle, f"id_rights-{obstacle.field}")
    return Missing(obstacle, PLACES.get(obstacle.field) or obstacle.anchor or "moves")


class Page:
    """What stands around the forms of one article."""

    def __init__(self, sheet: Sheet, article: Article, record: rights.RightsForm) -> None:
        self.sheet, self.article, self.record, self.at = sheet, article, record, sheet.at

    @cached_property
    def obstacles(self) -> list[Obstacle]:
        return obstacles.find(self.article, at=self.at)

    @cached_property
    def missing(self) -> list[Missing]:
        return [missing(obstacle) for obstacle in self.obstacles]

    @property
    def has_changes_to_accept(self) -> bool:
        """Is this text sealed, and changed? Then the rights desk may accept what is only time, place or house style."""
        return any(obstacle.code == "altered" for obstacle in self.obstacles) and roles.may(self.sheet.user, Act.CONFIRM_TERMS)

    @property
    def refusals(self) -> list[Missing]:
        return [missing(obstacle) for obstacle in self.sheet.refusals]

    @property
    def is_working(self) -> bool:
        """Is anything still to be mended here: not ended, not spiked, and not what is live already as it stands?"""
        return self.article.state not in (State.KILLED, State.TAKEN_DOWN, State.SPIKED)

    @cached_property
    def clearance(self) -> Clearance | None:
        return revisions.standing_clearance(self.article)

    @cached_property
    def buttons(self) -> desk_buttons.Buttons:
        return desk_buttons.of(
            self.article,
            self.sheet.user,
            is_own=self.sheet.is_own,
            missing=self.obstacles,
            is_cleared=self.clearance is not None,
        )

    @property
    def clear_button(self) -> desk_buttons.Button | None:
        return self.buttons.opened(Move.CLEAR)

    @property
    def publish_button(self) -> desk_buttons.Button | None:
        return self.buttons.opened(Move.PUBLISH, Move.REVIVE)

    # The rights record ----------------------------------------------------

    @cached_property
    def whose(self) -> list[tuple[str, str, str]]:
        return [(str(code), *words) for code, words in desk_words.WHOSE.items()]

    @property
    def whose_chosen(self) -> str:
        return self.record["whose"].value() or ""

    @cached_property
    def offers(self) -> list[rights.Offer]:
        chosen = self.record["basis"].value() or ""
        return rights.offers(self.article, chosen, self.whose_chosen, at=self.at)

    @property
    def basis_label(self) -> str:
        return desk_words.basis(self.article.work.basis)

    @cached_property
    def bans(self) -> list[tuple[Prohibition, str]]:
        """What the owner forbids now, each with what it says in our words."""
        return [(ban, desk_words.ban(ban)) for ban in banning.standing(self.article.work, self.at)]

    @property
    def may_lift_bans(self) -> bool:
        return roles.may(self.sheet.user, Act.LIFT_BAN)

    @cached_property
    def report(self) -> reporting.Report | None:
        """Of this use, where the terms want to be told."""
        return reporting.of(self.article)

    @property
    def may_report(self) -> bool:
        return self.article.state == State.PUBLISHED and roles.may(self.sheet.user, Act.CONFIRM_TERMS)

    @cached_property
    def evidence(self) -> list[Evidence]:
        """What is attached to the permission that holds now."""
        grants = self.article.work.grants.filter(revoked_at__isnull=True)
        return list(Evidence.objects.without_content().filter(grants__in=grants).distinct())

    @cached_property
    def asides(self) -> list[desk_asides.FilledAside]:
        return desk_asides.filled(self.article, self.sheet.user, self.at)

    # The small print ------------------------------------------------------

    @cached_property
    def kept_copy(self) -> Evidence | None:
        origin = getattr(self.article, "origin", None)
        return origin.kept_copy if origin else None

    @cached_property
    def pieces(self) -> list[terms.Piece]:
        return terms.coloured(self.kept_copy, self.sheet.proposals) if self.kept_copy else []

    @property
    def open_terms(self) -> int:
        return len([proposal for proposal in self.sheet.proposals if proposal.row.is_confirmed is None])

    @cached_property
    def unreadable(self) -> list[str]:
        """For which questions the page names somebody to ask, but hid the address."""
        hidden = [proposal.row.codes for proposal in self.sheet.proposals if proposal.row.codes.get("contact_state") == "unreadable"]
        return sorted({CONTACTS.get(codes.get("contact_kind", ""), "more") for codes in hidden})

    # The worksheet --------------------------------------------------------

    @cached_property
    def judgement(self) -> Judgement:
        return Judgement(Subject(self.article), self.at)

    @cached_property
    def quotations(self) -> list[desk_quotations.Marked]:
        return desk_quotations.marked_in(self.article, at=self.at)

    @cached_property
    def checks(self) -> list[Check]:
        return checks(self.article, self.article.body, at=self.at)

    # Who may have it, and what happened ------------------------------------

    @cached_property
    def matrix(self) -> matrix.Matrix:
        return matrix.of(self.article, at=self.at, missing=self.obstacles)

    @cached_property
    def transitions(self) -> list[Any]:
        rows = list(self.article.transitions.select_related("by")[:HISTORY_ROWS])
        return [(row, desk_words.MOVES.get(row.move, row.move), row.role.replace("_", " ")) for row in rows]

    @cached_property
    def revisions(self) -> list[Any]:
        return list(self.article.revisions.select_related("made_by").defer("body", "snapshot")[:HISTORY_ROWS])

    @cached_property
    def versions(self) -> list[Any]:
        return list(self.article.versions.select_related("created_by").defer("body", "frozen").order_by("-number")[:HISTORY_ROWS])

    @property
    def may_take_evidence(self) -> bool:
        return roles.may(self.sheet.user, Act.TAKE_EVIDENCE)

    @cached_property
    def ledger(self) -> list[Any]:
        rows = self.article.work.ledger.select_related("actor").order_by("-number")[:HISTORY_ROWS]
        return [(row, ledger_words.sentence(row.act, row.details)) for row in rows]

    @cached_property
    def holds(self) -> list[Any]:
        return list(self.article.work.holds.standing().select_related("placed_by"))
