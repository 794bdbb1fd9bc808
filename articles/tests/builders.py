"""Rows for tests, made by the same acts as at the desk wherever there is one."""

import hashlib
import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from PIL import Image

from articles import basing, clearing, drafting, library, publishing, quoting, worksheets
from articles.models import Article, Author, FairUseWorksheet, MediaAsset, Origin, PublishedVersion, Quotation, Section
from articles.vocabulary import AuthorKind, CreditRole, Role
from house.models import House
from house.profile import record_profile
from house.vocabulary import LegalForm, PartyClass, Signal
from rights.basing import Permission
from rights.models import Evidence, Licence, Source, TermProposal, Work
from rights.vocabulary import Basis, TermKind, Whose, WorkKind

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ORIGINAL_URL = "https://lantern.example/2026/11/dredging/"
_numbers = count(1)


def user_with(*roles: Role, username: str = "") -> Any:
    user = get_user_model().objects.create_user(username or f"person{next(_numbers)}", password="a long enough password", is_staff=True)
    user.groups.set(Group.objects.filter(name__in=roles))
    return user


def everyone() -> Any:
    """One person who holds every role, as in a small newsroom."""
    return user_with(*Role)


def house(*, at: datetime = NOON - timedelta(days=365), **changes: Any) -> House:
    """A community site that is not commercial and counts advertising as commercial."""
    profile = {
        "name": "The Test Courier",
        "holder": "The Test Courier and the named authors",
        "legal_form": LegalForm.ASSOCIATION,
        "classes": [PartyClass.COMMUNITY_SITE, PartyClass.NONPROFIT_SITE],
        "territory": "NL",
        "time_zone": "Europe/Amsterdam",
        "languages": ["en"],
        "default_language": "en",
        "commercial_signals": [Signal.ADVERTISING],
        "commercial_reason": "Advertising sells the attention of our readers.",
        "community_reason": "We write for one town and live from its members.",
        "contact_permissions": "permissions@courier.example",
        "contact_desk": "desk@courier.example",
        "author_responsibility_notice": "The authors answer for what they write.",
        "cross_posting_notice": "Community sites may republish our own articles with credit and a link.",
        "commercial_contact_notice": "For print and commercial use write to permissions@courier.example.",
        "fair_use_notice": "We show this excerpt for comment and education.",
    }
    return record_profile(by=None, at=at, **{**profile, **changes})


def author(name: str = "Ada Quill", kind: AuthorKind = AuthorKind.PERSON) -> Author:
    return Author.objects.get_or_create(name=name, defaults={"kind": kind, "slug": drafting.slug_for(name)})[0]


def section(name: str = "Harbour") -> Section:
    return Section.objects.get_or_create(name=name, defaults={"slug": name.lower()})[0]


def own_article(
    by: Any, headline: str = "The ferry runs again", *, at: datetime = NOON, body: str = "<p>The ferry left at nine.</p>", **text: Any
) -> Article:
    """A draft of our own with one credit. Its basis is proposed, not confirmed."""
    article = drafting.create_draft(drafting.Text(headline, body=body, dek="A line under it.", section=section(), **text), by=by, at=at)
    drafting.set_credits(article, [(author(), CreditRole.BY)])
    drafting.after_save(article, by=by, at=at)
    return article


def published(article: Article, by: Any, *, at: datetime = NOON) -> PublishedVersion:
    """Clear it and publish it, by the acts."""
    clearing.clear(article.pk, by=by, at=at)
    return publishing.publish(article.pk, by=by, at=at)


def published_article(by: Any, headline: str = "The ferry runs again", *, at: datetime = NOON, **text: Any) -> PublishedVersion:
    return published(own_article(by, headline, at=at, **text), by, at=at)


def source(name: str = "The Lantern") -> Source:
    return Source.objects.get_or_create(slug=drafting.slug_for(name), defaults={"name": name, "home_url": "https://lantern.example/"})[0]


def kept_copy(text: str, *, at: datetime = NOON) -> Evidence:
    content = text.encode()
    return Evidence.objects.create(
        kind="pasted_copy",
        title="Copy",
        content=content,
        sha256=hashlib.sha256(content).hexdigest(),
        size_bytes=len(content),
        obtained_at=at,
        source=source(),
    )


def taken_article(by: Any, headline: str = "Dredging starts in the north basin", *, at: datetime = NOON, body: str = "") -> Article:
    """A draft taken from another outlet, with the terms that a community source would state, nothing answered yet."""
    text = body or "<p>Work in the north basin begins on Monday, the port said.</p>"
    work = Work.objects.create(kind=WorkKind.TEXT, title=headline, source=source(), original_title=headline, original_author="Ivo Ballast")
    article = drafting.create_draft(drafting.Text(headline, body=text, section=section()), by=by, at=at, work=work)
    drafting.set_credits(article, [(author("Ivo Ballast"), CreditRole.BY)])
    kept = kept_copy(f"{headline}\n\nCommunity sites may repost our own articles with credit, our copyright line and a link.", at=at)
    Origin.objects.create(article=article, source=source(), kept_copy=kept, taken_at=at)
    codes = {"grantee_class": "community_site", "uses": ["read"], "onward": "same_offer", "commercial": "no", "channels": ["web"],
             "obligations": ["credit_source", "copyright_line", "link_original"]}  # fmt: skip
    quote = "Community sites may repost our own articles with credit, our copyright line and a link."
    start = kept.text.index(quote)
    TermProposal.objects.create(
        work=work, evidence=kept, kind=TermKind.PERMISSION, rule="test", codes=codes, quote=quote, start=start, end=start + len(quote)
    )
    drafting.after_save(article, by=by, at=at)
    return article


def confirm_terms(article: Article, by: Any, *, at: datetime = NOON) -> None:
    basing.answer_terms(article.pk, dict.fromkeys(article.work.proposals.values_list("pk", flat=True), True), by=by, at=at)


RECORD = {
    "whose": Whose.SOURCES_OWN,
    "holder": "The Lantern",
    "copyright_line": "© 2026 The Lantern",
    "original_url": ORIGINAL_URL,
}


def source_terms_article(
    by: Any, headline: str = "Dredging starts in the north basin", *, at: datetime = NOON, **text: Any
) -> PublishedVersion:
    """A published article that rests on its source's terms for community sites."""
    article = taken_article(by, headline, at=at, **text)
    confirm_terms(article, by, at=at)
    basing.record(article.pk, {**RECORD, "original_url": f"{ORIGINAL_URL}{article.pk}"}, basis=Basis.SOURCE_TERMS, by=by, at=at)
    return published(article, by, at=at)


def cc_article(by: Any, headline: str = "A map of every bench", *, spdx: str = "CC-BY-NC-4.0", at: datetime = NOON) -> PublishedVersion:
    article = taken_article(by, headline, at=at)
    confirm_terms(article, by, at=at)
    facts = {**RECORD, "original_url": f"{ORIGINAL_URL}{article.pk}", "licence": Licence.objects.get(spdx_id=spdx)}
    basing.record(article.pk, facts, basis=Basis.CC, by=by, at=at)
    return published(article, by, at=at)


SHEET = worksheets.Sheet(
    purpose_reason="We comment on how the report was written, sentence by sentence.",
    nature_reason="A factual news report that was published a year ago.",
    amount_reason="Each sentence that we quote is one that we discuss.",
    effect_reason="Nobody would skip the original for our comment on it.",
    excerpt="An excerpt that everyone may read.",
    purposes=["research", "education"],
    situation="discussion",
    obtained="open",
    publication="published",
    copy_kind="plain",
    aims=["criticism", "comment"],
    would_run_alone=False,
    character="factual",
    is_heart=False,
    alternatives=["link", "paraphrase"],
    source_paywall="none",
    cmi_kept=True,
    weights={"purpose": "for", "nature": "for", "amount": "neither", "effect": "for"},
)


def typed_sheet(**changes: Any) -> dict[str, Any]:
    """The worksheet as its form sends it."""
    given = {name: value for name, value in vars(SHEET).items() if value not in (None, "") and name != "weights"}
    given |= {name: "yes" if given[name] else "no" for name in ("would_run_alone", "is_heart", "cmi_kept")}
    given |= {"legal_basis": str(SHEET.legal_basis), **{f"weight_{factor}": weight for factor, weight in SHEET.weights.items()}}
    return {name: value for name, value in {**given, **changes}.items() if value is not False}


def fair_use_article(
    by: Any, second: Any, headline: str = "How the report was written", *, at: datetime = NOON, body: str = ""
) -> PublishedVersion:
    """A published article on an approved worksheet: the public gets the excerpt."""
    article = taken_article(by, headline, at=at, body=body or "<p>Secret canary sentence for registered readers only.</p>")
    confirm_terms(article, by, at=at)
    basing.record(article.pk, {**RECORD, "whose": Whose.THIRD_PARTY}, basis=Basis.FAIR_USE, by=by, at=at)
    sheet = worksheets.write(article.pk, SHEET, by=by, at=at)
    answers = {str(question.code): "Looked at and found right." for question in worksheets.questions(sheet)}
    worksheets.approve(sheet.pk, by=second, at=at, conclusion="Fair, for the reasons given.", answers=answers)
    return published(article, by, at=at)


def picture(by: Any, title: str = "Boats", *, basis: Basis = Basis.OWN_STAFF, at: datetime = NOON) -> MediaAsset:
    """A small picture with its own work; the basis is proposed, not confirmed."""
    out = io.BytesIO()
    Image.new("RGB", (640, 400), (30, 90, 120)).save(out, "JPEG")
    work = Work(kind=WorkKind.IMAGE, title=title, whose=Whose.OURS, basis=basis, copyright_line="© The Test Courier")
    words = library.Words(title=title, alt_text="Three boats at a quay", credit_line="Ada Quill")
    return library.keep(out.getvalue(), words, work, by=by, at=at)


QUOTED = "Nobody who has seen the north basin in January will call it a harbour"


def quotation(
    article: Article, by: Any, *, words: str = QUOTED, basis: Basis = Basis.FAIR_USE, original: str = "", at: datetime = NOON, **more: Any
) -> Quotation:
    """Words of another's work in this article, marked. A basis that needs a letter gets one."""
    needed = more.pop("is_needed", False)
    facts = {"holder": "The Lantern", "source": source(), "original_author": "Ivo Ballast", "original_title": "Winter in the basin",
             "original_url": "https://lantern.example/winter/", **more}  # fmt: skip
    permission = Permission(kept_copy("You may quote it.", at=at)) if basis in quoting.NEEDS_EVIDENCE else None
    record = quoting.Record(facts, basis, permission, original)
    return quoting.mark(article.pk, words, record, is_needed=needed, by=by, at=at)


def judge(row: Quotation, by: Any, second: Any, *, at: datetime = NOON, **changes: Any) -> FairUseWorksheet:
    """Write the sheet of a quotation that everyone may read, and have it approved."""
    sheet = worksheets.write(row.article_id, replace(SHEET, **{"is_public_in_full": True, **changes}), by=by, at=at, quotation_id=row.pk)
    answers = {str(question.code): "Looked at and found right." for question in worksheets.questions(sheet)}
    return worksheets.approve(sheet.pk, by=second, at=at, conclusion="Fair, for the reasons given.", answers=answers)
