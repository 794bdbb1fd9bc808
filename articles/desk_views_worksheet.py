"""The worksheet's two pages: one to write it, beside what was measured; one for the second reader. GET changes nothing."""

from dataclasses import dataclass
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from articles import addresses, body, desk, revisions, roles, worksheets
from articles.desk_views import article_or_404
from articles.forms.worksheet import QUESTIONS, ApprovalForm, SheetForm
from articles.models import Article, FairUseWorksheet
from articles.refusals import Refused
from articles.row_ids import row_id
from articles.vocabulary import Act
from rights.models import Evidence
from rights.terms import split_terms

#: Measure → what it is called, and in which unit.
MEASURES = {
    "share_of_source": ("Of the original", "share"),
    "share_of_ours": ("Of our text", "share"),
    "longest_run": ("Longest run", "words"),
    "unmarked_share": ("Not marked as quotation", "share"),
    "n_quotes": ("Quotations", ""),
    "own_words": ("Our own words", "words"),
    "lede_copied": ("Opening copied", ""),
    "headline_copied": ("Headline copied", ""),
}


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    form = SheetForm(request.POST or None, last=_standing(article), house=desk.house_of(request))
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        try:
            worksheets.write(article.pk, form.sheet(), by=request.user, at=timezone.now())
        except Refused as caught:
            refused = _placed(form, caught)
        else:
            messages.success(request, "The worksheet is written. Another person reads and approves it.")
            return redirect(f"{addresses.desk_article(article.pk)}#worksheet")
    return _answer(request, "desk/worksheet.html", article, form, refused, "Fair-use worksheet")


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    row = _standing(article)
    if row is None:
        raise Http404("There is no worksheet yet.")
    form = ApprovalForm(worksheets.questions(row), request.POST or None)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        try:
            worksheets.approve(
                _read(request, article, row).pk,
                by=request.user,
                at=timezone.now(),
                conclusion=form.cleaned_data["conclusion"],
                answers=form.answers(),
                seen=request.POST.get("seen", ""),
            )
        except Refused as caught:
            refused = _placed(form, caught)
        else:
            messages.success(request, "The worksheet is approved.")
            return redirect(f"{addresses.desk_article(article.pk)}#worksheet")
    reasons = [(*QUESTIONS[name], getattr(row, name)) for name in QUESTIONS]
    more = {
        "row": row,
        "reasons": reasons,
        "measures": _named(row.measures),
        "why_not": _why_not(request, row),
        "seen": revisions.content_hash(article),
    }
    return _answer(request, "desk/approval.html", article, form, refused, "Read a worksheet", **more)


def _read(request: HttpRequest, article: Article, standing: FairUseWorksheet) -> FairUseWorksheet:
    """The sheet that the page showed, which another may have replaced since; the one that stands where the page did not say."""
    number = request.POST.get("sheet", "")
    return article.worksheets.filter(pk=row_id(number)).first() or standing


def _standing(article: Article) -> FairUseWorksheet | None:
    return article.worksheets.filter(superseded_at__isnull=True).select_related("written_by", "approved_by").first()


def _why_not(request: HttpRequest, row: FairUseWorksheet) -> str:
    """Why this person can't approve it, known before they write anything."""
    if row.is_approved:
        return "It is approved already."
    if row.written_by_id == request.user.pk:
        return "You wrote it: another person from the rights desk, or a chief, approves it."
    return "" if roles.may(request.user, Act.APPROVE_WORKSHEET) else "The rights desk or a chief approves it."


@dataclass(frozen=True)
class Stretch:
    """A piece of one text. `is_shared` where it stands in the other one too, `is_marked` where ours shows it as a quotation."""

    text: str
    is_shared: bool = False
    is_marked: bool = False


def _sides(article: Article) -> dict[str, Any]:
    """Both texts with what they share, measured now, and the figures. Without a kept copy there is nothing to measure against."""
    kept = _kept_copy(article)
    if kept is None:
        return {"theirs": [], "ours": [Stretch(body.to_text(article.body))], "measures": []}
    found = worksheets.measure(article, kept)
    # What is measured is the article in the kept copy, without its small print.
    theirs = _stretches(split_terms(kept.text).article, [(span.source_start, span.source_end, span.is_marked) for span in found.spans])
    ours = _stretches(found.ours_text, [(span.ours_start, span.ours_end, span.is_marked) for span in found.spans])
    return {"theirs": theirs, "ours": ours, "measures": _named(found.as_dict())}


def _stretches(text: str, shared: list[tuple[int, int, bool]]) -> list[Stretch]:
    pieces, done = [], 0
    for start, end, is_marked in sorted(shared):
        if end <= done:
            continue
        begin = max(start, done)
        pieces += [Stretch(text[done:begin]), Stretch(text[begin:end], True, is_marked)]
        done = end
    return [piece for piece in (*pieces, Stretch(text[done:])) if piece.text]


def _named(measures: dict[str, Any]) -> list[tuple[str, str]]:
    return [(label, _said(measures[name], unit)) for name, (label, unit) in MEASURES.items() if name in measures]


def _said(value: Any, unit: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:.0%}" if unit == "share" else f"{value} {unit}".strip()


def _kept_copy(article: Article) -> Evidence | None:
    origin = getattr(article, "origin", None)
    return origin.kept_copy if origin else None


def _placed(form: forms.Form, refused: Refused) -> Refused:
    """Each obstacle at its field; those without one stay above the form."""
    for obstacle in refused.obstacles:
        if obstacle.field in form.fields:
            form.add_error(obstacle.field, str(obstacle))
    rest = [obstacle for obstacle in refused.obstacles if obstacle.field not in form.fields]
    return type(refused)(*rest) if rest else refused


def _answer(
    request: HttpRequest, template: str, article: Article, form: forms.Form, refused: Refused | None, title: str, **more: Any
) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": title,
        "article": article,
        "form": form,
        "obstacles": [obstacle for obstacle in refused.obstacles if obstacle.field not in form.fields] if refused else [],
        **_sides(article),
        **more,
    }
    is_role = refused is not None and refused.code in ("wrong_role", "own_worksheet")
    status = 403 if is_role else 422 if form.is_bound and (form.errors or refused) else 200
    return render(request, template, context, status=status)
