"""Do the rows agree with each other and with the ledger? For each live version: clearance, words, credits, pictures, works, holds.

What a row says can be changed by whoever has the database; what was recorded beside it when the act was done tells.
"""

from collections.abc import Iterator
from typing import Any

from articles import revisions
from articles.models import PublishedVersion
from newsroom.audit.faults import RECORD, Fault
from newsroom.audit.live import Portion

#: Places of a work's facts in a revision's snapshot (`articles.revisions`), and what a version calls them.
KEPT_FACTS = {1: "basis", 2: "whose", 4: "holder", 5: "copyright_line", 9: "changes"}
KEPT_ORIGINAL = {6: "author", 7: "title", 8: "url"}


def faults_of(version: PublishedVersion, portion: Portion) -> Iterator[Fault]:
    """What is wrong with this version's own records; its works are looked at in `works`."""
    if version.clearance is None or version.revision is None:
        yield _fault("no_clearance", version, "It is live and no clearance is recorded.", "Withdraw it and clear it anew.")
        return
    yield from _clearance(version, portion)
    yield from _words(version)
    yield from _credits(version, portion)


def _clearance(version: PublishedVersion, portion: Portion) -> Iterator[Fault]:
    clearance, revision = version.clearance, version.revision
    assert clearance is not None
    assert revision is not None
    is_its_own = clearance.article_id == version.article_id and clearance.revision_id == revision.pk == version.revision_id
    fresh = revisions.hash_of(revision.headline, revision.dek, revision.body, revision.snapshot)
    if not is_its_own or clearance.content_hash != revision.content_hash:
        yield _fault("clearance_of_another", version, "Its clearance names another text than the one shown.", CLEAR_ANEW)
    if fresh != revision.content_hash:
        yield _fault("revision_altered", version, "The text that was cleared was altered after the clearance.", CLEAR_ANEW)
    entries = portion.ledger[version.work_id]
    if not any(entry.details.get("content_hash") == clearance.content_hash for entry in entries):
        yield _fault("clearance_not_in_ledger", version, "The ledger knows nothing of its clearance.", CLEAR_ANEW)
    if not any(entry.details.get("version") == version.pk for entry in entries):
        yield _fault(
            "publication_not_in_ledger", version, "The ledger knows nothing of its publication.", "Withdraw it and publish it anew."
        )


CLEAR_ANEW = "Read it again, clear it as it stands and publish a correction, or withdraw it."


def _words(version: PublishedVersion) -> Iterator[Fault]:
    """Is what is shown what was cleared?"""
    revision = version.revision
    assert revision is not None
    if (version.headline, version.dek, version.body) != (revision.headline, revision.dek, revision.body):
        yield _fault("words_not_cleared", version, "The words that are shown are not those that were cleared.", CLEAR_ANEW)
    shown = [[one["asset"], one["caption"], one["alt"], one["credit"]] for one in version.frozen.get("pictures", ())]
    if shown != revision.snapshot["pictures"]:
        yield _fault("pictures_not_cleared", version, "The pictures that are shown are not those that were cleared.", CLEAR_ANEW)
    quoted = [[one["quotation"], one["words"], one["is_needed"]] for one in version.frozen.get("quotations", ())]
    if quoted != revision.snapshot.get("quotations", []):
        yield _fault("quotations_not_cleared", version, "The words of others in it are not those that were cleared.", CLEAR_ANEW)
    if _record_shown(version.frozen) != _record_kept(revision.snapshot["works"][0]):
        yield _fault("record_not_cleared", version, "Source, holder or basis as shown are not as they were cleared.", CLEAR_ANEW)


def _record_shown(frozen: dict[str, Any]) -> list[Any]:
    original = frozen.get("original") or {}
    return [*(frozen.get(name) for name in KEPT_FACTS.values()), *(original.get(name) for name in KEPT_ORIGINAL.values())]


def _record_kept(work: list[Any]) -> list[Any]:
    return [work[place] for place in (*KEPT_FACTS, *KEPT_ORIGINAL)]


def _credits(version: PublishedVersion, portion: Portion) -> Iterator[Fault]:
    revision, newest = version.revision, portion.newest.get(version.article_id)
    assert revision is not None
    shown = [[credit["name"], credit["role"]] for credit in version.frozen.get("credits", ())]
    if not shown:
        yield _fault("no_credit", version, "Nobody is credited.", "Credit who made it in a correction.")
    if shown != [[name, role] for _author, name, role in revision.snapshot["credits"]]:
        yield _fault("credit_not_cleared", version, "Its byline is not the one that was cleared.", CLEAR_ANEW)
    at_the_desk = [[credit.author_id, credit.role] for credit in portion.credits[version.article_id]]
    if newest and at_the_desk != [[author, role] for author, _name, role in newest.snapshot["credits"]]:
        yield _fault(
            "credit_not_saved",
            version,
            "The byline at the desk was changed past the desk.",
            "Open the article, set the byline and save it.",
        )


def _fault(code: str, version: PublishedVersion, what: str, remedy: str) -> Fault:
    return Fault(code, version.article_id, RECORD, what, remedy)
