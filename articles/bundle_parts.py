"""What the desk's own rows put into a bundle: versions, works, grants, evidence, clearances, worksheets, moves, events, ledger."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.db.models import Model

from articles import desk_words
from articles.bundle.parts import Part, Row, register
from articles.models import Article, MediaAsset
from rights import ledger, ledger_heads, ledger_words
from rights.models import Evidence, Grant, Hold, LedgerEntry, Work

SUFFIXES = {"text/plain": "txt", "application/pdf": "pdf", "image/jpeg": "jpg", "image/png": "png"}
#: Too long for a line, or in a file of their own.
IN_FILES = frozenset({"content", "plain_text"})


def facts_of(row: Model, *, without: frozenset[str] = IN_FILES) -> dict[str, Any]:
    """All columns of a row, as they are."""
    return {column.attname: getattr(row, column.attname) for column in row._meta.concrete_fields if column.name not in without}


def works_of(article: Article) -> list[Work]:
    """The text's, those of every picture that it ever showed or shows at the desk, and of all words of others that were marked in it."""
    shown = MediaAsset.objects.filter(versions__article=article) | MediaAsset.objects.filter(placements__article=article)
    pictures = Work.objects.filter(picture__in=shown.values("pk")).order_by("pk")
    quotations = Work.objects.filter(quotation__article=article).order_by("pk")
    return [article.work, *pictures, *quotations]


def evidence_of(article: Article) -> list[int]:
    """The ids of every copy, letter and contract that something about this article rests on."""
    works = works_of(article)
    found = set(Grant.evidence.through.objects.filter(grant__work__in=works).values_list("evidence", flat=True))
    found |= set(article.work.proposals.values_list("evidence", flat=True)) | set(article.worksheets.values_list("kept_copy", flat=True))
    found |= set(article.quotations.values_list("kept_copy", flat=True))
    origin = getattr(article, "origin", None)
    return sorted((found - {None}) | ({origin.kept_copy_id} if origin else set()))


def evidence_path(row: Evidence) -> str:
    """A name that no system opens as a page or a program: whoever sent the bytes may have meant harm."""
    return f"evidence/{row.pk}-{row.sha256[:8]}.{SUFFIXES.get(row.content_type.partition(';')[0].strip(), 'bin')}"


def version_path(number: int) -> str:
    return f"versions/version-{number}.html"


def _versions(article: Article) -> Iterator[Row]:
    for version in article.versions.order_by("number").select_related("created_by"):
        lines = (("Kind", version.get_kind_display()), ("Shown from", version.visible_from), ("Until", version.superseded_from),
                 ("Called back", version.voided_at), ("Headline", version.headline), ("Address", f"/{version.path}/"),
                 ("Published by", version.created_by), ("Reason told to readers", version.public_reason))  # fmt: skip
        yield Row(f"Version {version.number}", facts_of(version), lines, version_path(version.number) if version.body else "")


def _works(article: Article) -> Iterator[Row]:
    for work in works_of(article):
        lines = (("Kind", work.kind), ("Basis", desk_words.basis(work.basis)), ("Confirmed", work.basis_confirmed_at),
                 ("Confirmed by", work.basis_confirmed_by), ("Whose", work.get_whose_display()), ("Holder", work.holder),
                 ("Copyright line", work.copyright_line), ("Source", work.source), ("Licence", work.licence),
                 ("Original", work.original_title), ("Its author", work.original_author), ("Its address", work.original_url),
                 ("Its date", work.original_published_at or "not known"), ("Changes", work.changes_note))  # fmt: skip
        yield Row(f"Work {work.pk}: {work}", facts_of(work), lines)


def _grants(article: Article) -> Iterator[Row]:
    for grant in Grant.objects.filter(work__in=works_of(article)).select_related("confirmed_by").prefetch_related("evidence"):
        owed = "; ".join(" ".join(filter(None, (duty["name"].replace("_", " "), duty.get("value")))) for duty in grant.obligations)
        lines = (("For work", grant.work_id), ("Basis", desk_words.basis(grant.basis)), ("Permits", grant.get_grantee_display()),
                 ("Uses", ", ".join(grant.uses)), ("Passed on", grant.get_onward_display()), ("From", grant.valid_from),
                 ("Until", grant.valid_to), ("We owe", owed), ("Confirmed", grant.confirmed_at), ("By", grant.confirmed_by),
                 ("Revoked", grant.revoked_at))  # fmt: skip
        yield Row(f"Grant {grant.pk}", facts_of(grant) | {"evidence": [row.pk for row in grant.evidence.all()]}, lines)


def _evidence(article: Article) -> Iterator[Row]:
    for pk in evidence_of(article):
        row = Evidence.objects.get(pk=pk)
        now = hashlib.sha256(bytes(row.content)).hexdigest()
        same = "the same" if now == row.sha256 else f"ANOTHER: {now}"
        lines = (("Kind", row.get_kind_display()), ("Address", row.url), ("Obtained", row.obtained_at), ("Bytes", row.size_bytes),
                 ("SHA-256 when it was kept", row.sha256), ("SHA-256 now", same))  # fmt: skip
        yield Row(f"Evidence {row.pk}: {row.title}", facts_of(row) | {"sha256_now": now}, lines, evidence_path(row))


def _clearances(article: Article) -> Iterator[Row]:
    for row in article.clearances.order_by("pk").select_related("cleared_by", "revision"):
        lines = (("Of", row.revision), ("By", row.cleared_by), ("As", row.role.replace("_", " ")), ("When", row.cleared_at),
                 ("Hash of what was read", row.content_hash), ("Voided", row.voided_at), ("Note", row.note))  # fmt: skip
        yield Row(f"Clearance {row.pk}", facts_of(row), lines)


def _worksheets(article: Article) -> Iterator[Row]:
    for row in article.worksheets.order_by("pk").select_related("written_by", "approved_by"):
        measured = ", ".join(f"{name.replace('_', ' ')} {value}" for name, value in row.measures.items() if isinstance(value, int | float))
        law = f"{row.get_legal_basis_display()}, {row.jurisdiction}"
        lines = (("Law", law), ("Purpose", row.purpose_reason), ("Nature", row.nature_reason),
                 ("Amount", row.amount_reason), ("Effect", row.effect_reason), ("Measured", measured), ("Written by", row.written_by),
                 ("Written", row.written_at), ("Approved by", row.approved_by), ("Approved", row.approved_at),
                 ("Conclusion", row.conclusion),
                 ("To be looked at again", row.review_due_at), ("Superseded", row.superseded_at))  # fmt: skip
        yield Row(f"Worksheet {row.pk}", facts_of(row), lines)


def _quotations(article: Article) -> Iterator[Row]:
    for row in article.quotations.order_by("pk").select_related("work", "marked_by"):
        lines = (("Words", row.words), ("Work", row.work_id), ("Marked by", row.marked_by), ("Marked", row.marked_at),
                 ("The article stands without them", "no" if row.is_needed else "yes"), ("Kept copy", row.kept_copy_id),
                 ("Mark taken away", row.removed_at))  # fmt: skip
        yield Row(f"Quotation {row.pk}", facts_of(row), lines)


def _holds(article: Article) -> Iterator[Row]:
    for row in Hold.objects.filter(work__in=works_of(article)).order_by("pk").select_related("placed_by", "lifted_by"):
        lines = (
            ("Why", row.reason),
            ("Placed", row.placed_at),
            ("By", row.placed_by),
            ("Lifted", row.lifted_at),
            ("Lifted by", row.lifted_by),
        )
        yield Row(str(row), facts_of(row), lines)


def _transitions(article: Article) -> Iterator[Row]:
    for row in article.transitions.order_by("at", "pk").select_related("by"):
        lines = (("When", row.at), ("By", row.by or "the clock"), ("As", row.role.replace("_", " ")),
                 ("From", row.from_state), ("To", row.to_state), ("Note", row.note))  # fmt: skip
        yield Row(desk_words.MOVES.get(row.move, row.move), facts_of(row), lines)


def _events(article: Article) -> Iterator[Row]:
    for row in article.events.order_by("pk").select_related("version"):
        yield Row(row.get_kind_display(), facts_of(row), (("When", row.at), ("Version", row.version.number)))


def _ledger(article: Article) -> Iterator[Row]:
    """Each entry with the very words that were hashed, and its neighbours in the chain."""
    entries = list(LedgerEntry.objects.filter(work__in=works_of(article)).order_by("number").select_related("actor"))
    after = {row.number: row for row in LedgerEntry.objects.filter(number__in=[entry.number + 1 for entry in entries])}
    for entry in entries:
        follower = after.get(entry.number + 1)
        facts = facts_of(entry) | {
            "canonical": ledger.canonical(entry),
            "hash_now": ledger.hash_of(entry),
            "next_number": follower.number if follower else None,
            "next_previous_hash": follower.previous_hash if follower else None,
            "next_hash": follower.hash if follower else None,
        }
        lines = (("What", ledger_words.sentence(entry.act, entry.details)), ("When", entry.at), ("By", entry.actor),
                 ("Hash before it", entry.previous_hash), ("Its hash", entry.hash),
                 ("Hashed again now", "the same" if facts["hash_now"] == entry.hash else f"ANOTHER: {facts['hash_now']}"),
                 ("The next entry follows it", _follows(entry, follower)))  # fmt: skip
        yield Row(f"Entry {entry.number}", facts, lines)
    yield _head()


def _follows(entry: LedgerEntry, follower: LedgerEntry | None) -> str:
    if follower is None:
        return "it is the newest"
    return "yes" if follower.previous_hash == entry.hash else "NO"


def _head() -> Row:
    last = LedgerEntry.objects.order_by("-number").first()
    noted = ledger_heads.noted().hashes
    if last is None:
        return Row("Head of the ledger", {}, (("Entries", 0),))
    outside = sorted(noted.get(last.number, ()))
    lines = (("Newest entry", last.number), ("Its hash", last.hash), ("Noted outside the database", ", ".join(outside) or "not yet"))
    return Row("Head of the ledger", {"number": last.number, "hash": last.hash, "noted_outside": outside}, lines)


register(Part("versions", "What the public saw", "Nothing was ever public.", _versions, 10))
register(Part("works", "Works and on what their use rests", "", _works, 20))
register(Part("grants", "What was granted", "Nothing is granted.", _grants, 30))
register(Part("evidence", "Evidence", "No evidence is kept.", _evidence, 40))
register(Part("clearances", "Clearances", "It was never cleared.", _clearances, 50))
register(Part("worksheets", "Fair-use worksheets", "None was written.", _worksheets, 60))
register(Part("quotations", "Words of others", "None were marked.", _quotations, 65))
register(Part("holds", "Holds", "Nothing was held.", _holds, 70))
register(Part("transitions", "Moves at the desk", "None yet.", _transitions, 80))
register(Part("events", "What others were told", "Nothing was told.", _events, 90))
register(Part("ledger", "Ledger, with the proof of its chain", "No entries.", _ledger, 200))
