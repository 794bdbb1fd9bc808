"""Every hash that rests on an article's words, ids or times, made anew for a copy: of evidence, revisions, grants, the ledger."""

import hashlib
import json
from datetime import datetime
from typing import Any

from articles import revisions
from articles.models import FairUseWorksheet, PublishedVersion, Quotation, Revision
from newsroom.bench.plan import NUMBER_TOLD, PREVIOUS, Plan
from newsroom.bench.recipe import Values
from newsroom.bench.words import Text, mark, mark_of_number
from rights import grant_terms, ledger
from rights.models import Evidence, Grant, Hold, LedgerEntry, TermProposal, Work

#: What a ledger entry says by id → the rows that it names.
NAMED = {"version": PublishedVersion, "revision": Revision, "worksheet": FairUseWorksheet, "hold": Hold}


def of_evidence(plan: Plan, row: Evidence) -> None:
    content = content_of(plan, row)
    plan.hashes[row.sha256] = plan.recipe.made(row.sha256, lambda values: hashlib.sha256(values[content]).hexdigest())


def content_of(plan: Plan, row: Evidence) -> int:
    text = plan.recipe.text(bytes(row.content).decode())
    return plan.recipe.made(("bytes", text), lambda values: values[text].encode())


def of_revision(plan: Plan, row: Revision) -> None:
    spelled = plan.recipe.text(revisions.spelled(row.headline, row.dek, row.body, _kept(plan, row)))
    plan.hashes[row.content_hash] = plan.recipe.made(row.content_hash, lambda values: sha256(values[spelled]))


def snapshot_of(plan: Plan, row: Revision) -> int:
    return plan.recipe.text(json.dumps(_kept(plan, row)))


def _kept(plan: Plan, row: Revision) -> dict[str, Any]:
    """What a revision keeps besides the text. Works that are not the article's own are the pictures' and stay."""
    works = [_work_told(plan, *said) for said in row.snapshot["works"]]
    # In order also in a copy: those of pictures are older, and a copy's ids follow each other as the prototype's do.
    grants = [plan.key_told(Grant, pk) for pk in sorted(row.snapshot["grants"])]
    quoted = {"quotations": [[plan.key_told(Quotation, pk), *said] for pk, *said in row.snapshot.get("quotations", ())]}
    return {**row.snapshot, "works": works, "grants": grants, **(quoted if quoted["quotations"] else {})}


def _work_told(plan: Plan, pk: int, *said: Any) -> list[Any]:
    return [plan.key_told(Work, pk), *map(plan.told, said)] if plan.is_own(Work, pk) else [pk, *said]


def of_grant(plan: Plan, row: Grant) -> None:
    """What the grant says, hashed as the ledger keeps it."""
    words = grant_terms.words_of(row)
    words |= {name: plan.moment_told(value) for name in words if isinstance(value := getattr(row, name), datetime)}
    words["work"] = plan.key_told(Work, row.work_id)
    if "worksheet_ref" in words:
        words["worksheet_ref"] = mark(plan.key_text(FairUseWorksheet, int(row.worksheet_ref)))
    spelled = plan.recipe.text(grant_terms.spelled(words))
    plan.grants[row.pk] = plan.recipe.made(("grant", row.pk), lambda values: sha256(values[spelled])[: grant_terms.LENGTH])


def details_of(plan: Plan, row: LedgerEntry) -> int:
    """What an entry tells, spelled as the ledger spells it."""
    return plan.recipe.text(ledger.spelled({name: _detail(plan, name, value) for name, value in row.details.items()}))


def _detail(plan: Plan, name: str, value: Any) -> Any:
    if name in NAMED:
        return plan.key_told(NAMED[name], value)
    if name == "terms":
        return _by_id(plan, Grant, {pk: plan.grants[int(pk)] for pk in value})
    if name == "answers":
        return _by_id(plan, TermProposal, {pk: plan.recipe.constant(answer) for pk, answer in value.items()})
    if isinstance(value, str) and value in plan.hashes:
        return mark(plan.hashes[value])
    return plan.told(value)


def _by_id(plan: Plan, model: Any, said: dict[str, int]) -> Any:
    """Ids as keys: as text their order is another one when they have another number of digits."""
    pairs = tuple((plan.key_text(model, int(pk)), place) for pk, place in said.items())

    def spelled(values: Values) -> str:
        return ledger.spelled({values[key]: values[place] for key, place in pairs})

    return mark_of_number(plan.recipe.made((model, pairs), spelled))


def entry_of(plan: Plan, row: LedgerEntry) -> Text:
    """The words that the entry's hash is made over."""
    changing = {
        "at": plan.moment_told(row.at),
        "details": mark_of_number(details_of(plan, row)),
        "number": mark_of_number(NUMBER_TOLD),
        "previous_hash": mark(PREVIOUS),
        "work": plan.key_told(Work, row.work_id),
    }
    return Text(ledger.spelled(ledger.words_of(row) | changing))


def sha256(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
