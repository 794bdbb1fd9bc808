"""`manage.py list_roles`: who may do what, from the tables that the acts ask. `docs/roles.md` is what it prints."""

from typing import Any

from articles import desk_words, roles, workflow
from articles.vocabulary import Act, Role
from house.commands import NewsroomCommand

WHAT = {
    Act.READ_DRAFTS: "Read drafts",
    Act.CREATE_DRAFT: "Create a draft, republish a page into a draft",
    Act.EDIT_DRAFT: "Edit a draft",
    Act.PROPOSE_TERMS: "Propose terms, basis and whose text it is",
    Act.CONFIRM_TERMS: "Confirm or dismiss what was read of a source's terms",
    Act.WRITE_WORKSHEET: "Write a fair-use worksheet",
    Act.APPROVE_WORKSHEET: "Approve a worksheet, never one's own",
    Act.NAME_SECOND_READER: "Ask a second reader from outside, by a mailed link",
    Act.SET_THRESHOLDS: "Set from which figures on a second reader is asked",
    Act.REBASE_LIVE: "Change basis, licence or attribution of a published article",
    Act.PLACE_HOLD: "Put on a hold",
    Act.LIFT_HOLD: "Lift a hold",
    Act.LIFT_BAN: "Lift an owner's ban, with the reason",
    Act.UPLOAD_PICTURE: "Upload a picture",
    Act.SET_PICTURE_RIGHTS: "Set a picture's rights",
    Act.TAKE_EVIDENCE: "Take an article's evidence out as one file",
    Act.TAKE_IN_AGAIN: "Take in what was recognised as ours or as withdrawn, with the reason",
    Act.KEEP_SOURCES: "Keep sources and licences",
    Act.KEEP_PARTNERS: "Keep partners, agreements and feed addresses",
    Act.READ_PARTNERS: "Read partners and agreements",
    Act.RECORD_RECEIPT: "Record that a partner told us of a correction or removal",
    Act.KEEP_HOUSE: "Keep the House profile",
    Act.KEEP_SECTIONS: "Keep sections",
    Act.KEEP_TAGS: "Keep tags",
}
OPENING = """# Who may do what

Written by `manage.py list_roles > docs/roles.md` from `articles/workflow.py` and `articles/roles.py`; a test compares.

One person may hold several roles; each act records the one that was used. *own*: only with articles that the person made or is credited on.
The operator manages accounts and settings, and gets no editorial right from that alone. No role deletes anything, and none publishes
without a basis and a clearance.
"""


class Command(NewsroomCommand):
    help = "Print who may do what, as a page in Markdown."

    def handle(self, **_: Any) -> None:
        moves = [(desk_words.MOVES[move], rule.roles, rule.own) for move, rule in workflow.MOVES.items()]
        acts = [(WHAT[act], allowed, roles.OWN_ONLY.get(act, ())) for act, allowed in roles.ACTS.items()]
        self.stdout.write(OPENING)
        self._table("Moves of an article", moves)
        self.stdout.write("")
        self._table("Everything else", acts)
        self.stderr.write(f"{len(moves) + len(acts)} acts")

    def _table(self, title: str, rows: list[tuple[str, Any, Any]]) -> None:
        self.stdout.write(f"## {title}\n")
        self.stdout.write(f"| | {' | '.join(role.replace('_', ' ') for role in Role)} |")
        self.stdout.write("|---" * (len(Role) + 1) + "|")
        for what, allowed, own in rows:
            cells = ["yes" if role in allowed else "own" if role in own else "" for role in Role]
            self.stdout.write(f"| {what} | {' | '.join(cells)} |")
