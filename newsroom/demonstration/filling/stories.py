"""The demonstration's stories: written, based, cleared and published by the acts, each at its own time."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from articles import basing, body, clearing, drafting, moving, publishing, withdrawing, worksheets
from articles.models import Article, Author, MediaAsset, Origin, Placement, Section
from articles.sheet_words import Alternative, CopyKind, Obtained, Paywall, Publication
from articles.vocabulary import CreditRole, Move, State
from newsroom.demonstration import notes
from newsroom.demonstration.filling import agreements
from newsroom.demonstration.filling.people import Account
from rights import basing as rights_basing
from rights.models import ContributorAgreement, Evidence, Licence, Source, TermProposal, Work
from rights.terms import read_terms
from rights.vocabulary import JUDGED, OWN, Basis, TermKind, Whose, WorkKind

ENDS = {State.KILLED: Move.KILL, State.TAKEN_DOWN: Move.TAKE_DOWN, State.UNPUBLISHED: Move.UNPUBLISH}


@dataclass(frozen=True)
class Shelf:
    """What the stories draw on."""

    accounts: dict[str, Account]
    sections: dict[str, Section]
    authors: dict[str, Author]
    sources: dict[str, Source]
    source_notes: dict[str, notes.Source]
    pictures: Mapping[str, MediaAsset]
    tags: dict[str, str]
    zone: str
    now: datetime

    def user(self, role: str) -> Any:
        return self.accounts[role].user


def tell(story: notes.Story, shelf: Shelf) -> Article:
    """Write one story and bring it to the state that it has in the demonstration."""
    moment = story.when.at(now=shelf.now, zone=shelf.zone) if story.when else shelf.now - timedelta(hours=3)
    written = min(moment, shelf.now) - timedelta(hours=2)
    article = _write(story, shelf, written)
    if story.source and story.basis not in OWN:
        _base(article, story, story.source, shelf, written)
    _move(article, story, shelf, moment, written)
    return Article.objects.get(pk=article.pk)


def _write(story: notes.Story, shelf: Shelf, at: datetime) -> Article:
    text = drafting.Text(
        story.headline,
        body=story.first_body,
        dek=story.dek,
        language=story.language,
        section=shelf.sections[story.section],
        slug=story.slug,
        tags=[shelf.tags[slug] for slug in story.tags],
    )
    by = shelf.user("editor")
    article = drafting.create_draft(text, by=by, at=at, work=_work(story, shelf))
    Article.objects.filter(pk=article.pk).update(slugline=story.slugline, dateline=story.dateline, ed_note=story.ed_note)
    article.refresh_from_db()
    credits = [(shelf.authors[slug], CreditRole.BY) for slug in story.authors]
    drafting.set_credits(article, credits + ([(shelf.authors[story.translator], CreditRole.TRANSLATED)] if story.translator else []))
    if story.picture:
        words = {"caption": story.picture_caption, "alt_text": story.picture_alt}
        Placement.objects.create(article=article, asset=shelf.pictures[story.picture], **words)
    drafting.after_save(article, by=by, at=at)
    return article


def _work(story: notes.Story, shelf: Shelf) -> Work:
    note = story.source
    if note is None:
        agreed = _agreement(story, shelf) if story.basis == Basis.OWN_CONTRIBUTOR else None
        return Work.objects.create(kind=WorkKind.TEXT, title=story.headline, whose=Whose.OURS, basis=story.basis, agreement=agreed)
    return Work.objects.create(
        kind=WorkKind.TEXT,
        title=story.headline,
        source=shelf.sources[note.source],
        original_title=note.original_title,
        original_author=note.original_author,
    )


def _agreement(story: notes.Story, shelf: Shelf) -> ContributorAgreement:
    return agreements.of(shelf.authors[story.authors[0]], shelf.accounts["rights_desk"], now=shelf.now)


def _base(article: Article, story: notes.Story, note: notes.SourceNote, shelf: Shelf, at: datetime) -> None:
    """Record where it comes from and on what it rests, as the rights desk would."""
    by = shelf.user("rights_desk")
    source = shelf.source_notes[note.source]
    # Where the notes keep no copy of their own, the page held the text as it stands here.
    page = note.kept_copy or f"{note.original_title}\n\n{body.to_text(story.body)}"
    terms = f"{page}\n\n{source.terms}"
    kept = keep(f"Copy of “{note.original_title}”", terms, source=shelf.sources[note.source], url=note.original_url, at=at, by=by)
    Origin.objects.create(article=article, source=shelf.sources[note.source], kept_copy=kept, taken_at=at)
    _answer(article, source, kept, by=by, at=at)
    facts = {
        "whose": Whose.THIRD_PARTY if story.basis in JUDGED else Whose.SOURCES_OWN,
        "holder": source.copyright_holder,
        "copyright_line": note.copyright_line,
        "original_url": note.original_url,
        "original_published_at": shelf.now - timedelta(days=note.original_days_ago),
        "licence": Licence.objects.filter(spdx_id=note.spdx_id).first() if note.spdx_id else None,
        "changes_note": note.changes_note,
    }
    permission = _permission(story.permission, shelf.sources[note.source], shelf.now)
    basing.record(article.pk, facts, basis=story.basis, by=by, at=at, permission=permission)
    if story.fair_use:
        _judge(article, story.fair_use, shelf, at)


def _answer(article: Article, source: notes.Source, kept: Evidence, *, by: Any, at: datetime) -> None:
    """Read the source's small print and confirm what was read."""
    reading = read_terms(kept.text)
    TermProposal.objects.bulk_create(
        TermProposal(work=article.work, evidence=kept, kind=p.kind, rule=p.rule, codes=p.codes, quote=p.quote, start=p.start, end=p.end)
        for p in reading.proposals
    )
    answers = {p.pk: p.kind != TermKind.FAIR_USE for p in article.work.proposals.all()}
    basing.answer_terms(article.pk, answers, by=by, at=at)


def _permission(note: notes.PermissionNote | None, source: Source, now: datetime) -> rights_basing.Permission | None:
    if note is None:
        return None
    asked = now - timedelta(days=note.days_ago)
    letter = keep(f"Letter from {note.granted_by}", note.letter, source=source, at=asked, by=None, kind="letter")
    until = asked + timedelta(days=note.valid_days) if note.valid_days else None
    return rights_basing.Permission(
        evidence=letter,
        uses=[str(use) for use in note.uses],
        onward=note.onward,
        valid_from=asked,
        valid_to=until,
        granted_by=note.granted_by,
    )


def _judge(article: Article, note: notes.FairUseNote, shelf: Shelf, at: datetime) -> None:
    sheet = worksheets.write(
        article.pk,
        worksheets.Sheet(
            purpose_reason=note.purpose_reason,
            nature_reason=note.nature_reason,
            amount_reason=note.amount_reason,
            effect_reason=note.effect_reason,
            excerpt=note.excerpt,
            jurisdiction=note.jurisdiction,
            legal_basis=note.legal_basis,
            **_choices(note),
            allows_mail=note.allows_mail,
        ),
        by=shelf.user("editor"),
        at=at,
    )
    plain = "Looked at in the kept copy and found right for this comment."
    answers = {str(question.code): note.answers.get(str(question.code), plain) for question in worksheets.questions(sheet)}
    worksheets.approve(sheet.pk, by=shelf.user("chief"), at=at, conclusion=note.conclusion, answers=answers)


def _choices(note: notes.FairUseNote) -> dict[str, Any]:
    """What a worksheet chooses from lists. Both sheets of the demonstration quote a published page, and not its heart."""
    return {
        "purposes": [str(purpose) for purpose in note.purposes],
        "situation": str(note.situation),
        "aims": [str(aim) for aim in note.aims],
        "character": str(note.character),
        "weights": note.weights,
        "obtained": str(Obtained.OPEN),
        "publication": str(Publication.PUBLISHED),
        "copy_kind": str(CopyKind.PLAIN),
        "source_paywall": str(Paywall.NOT_KNOWN),
        "alternatives": [str(Alternative.LINK), str(Alternative.PARAPHRASE)],
        "would_run_alone": False,
        "is_heart": False,
        "cmi_kept": True,
    }


def _move(article: Article, story: notes.Story, shelf: Shelf, moment: datetime, written: datetime) -> None:
    if story.state in (State.DRAFT, State.SUBMITTED, State.IN_EDIT, State.RIGHTS):
        _leave_in_work(article, story, shelf, written)
        return
    clearing.clear(article.pk, by=shelf.user("rights_desk"), at=written)
    chief = shelf.user("chief")
    if moment > shelf.now:
        if story.embargoed:
            Article.objects.filter(pk=article.pk).update(embargoed_until=moment)
        publishing.schedule(article.pk, by=chief, at=written, visible_from=moment)
        return
    publishing.publish(article.pk, by=chief, at=moment)
    if story.correction:
        _correct(article, story, story.correction, shelf)
    if story.withdrawal:
        when = story.withdrawal.when.at(now=shelf.now, zone=shelf.zone)
        words = {"reason": story.withdrawal.reason, "public_reason": story.withdrawal.public_reason}
        withdrawing.withdraw(article.pk, ENDS[story.state], by=chief, at=when, **words)


def _leave_in_work(article: Article, story: notes.Story, shelf: Shelf, at: datetime) -> None:
    steps = {State.SUBMITTED: [Move.SUBMIT], State.IN_EDIT: [Move.TAKE], State.RIGHTS: [Move.TAKE, Move.TO_RIGHTS]}
    for step in steps.get(story.state, []):
        moving.move(article.pk, step, by=shelf.user("editor"), at=at)


def _correct(article: Article, story: notes.Story, note: notes.CorrectionNote, shelf: Shelf) -> None:
    when = note.when.at(now=shelf.now, zone=shelf.zone)
    editor = shelf.user("editor")
    now = Article.objects.get(pk=article.pk)
    saved = drafting.save(article.pk, {"body": story.body}, edit_number=now.edit_number, by=editor, at=when)
    drafting.after_save(saved, by=editor, at=when)
    clearing.clear(article.pk, by=shelf.user("rights_desk"), at=when)
    publishing.correct(article.pk, by=editor, at=when, kind=note.kind, note=note.note)


def keep(title: str, text: str, *, source: Source | None, at: datetime, by: Any, url: str = "", kind: str = "pasted_copy") -> Evidence:
    content = text.encode()
    return Evidence.objects.create(
        kind=kind,
        title=title[:300],
        url=url,
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        obtained_at=at,
        obtained_by=by,
        source=source,
    )
