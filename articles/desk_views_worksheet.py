"""The worksheet's pages at the desk: one to write it, one for the second reader, one to ask somebody outside, one to open it again.

GET changes nothing.
"""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import addresses, desk, desk_sheet_words, revisions, roles, worksheets
from articles.desk_views import article_or_404
from articles.forms.reading import AskForm, ReadingForm, ReopenForm
from articles.forms.worksheet import QUESTIONS, SheetForm
from articles.models import Article, FairUseWorksheet, SecondReading
from articles.overlap_sides import sides
from articles.refusals import Refused
from articles.row_ids import row_id
from articles.sheet_words import Factor, Outcome, ReopenedBy, Weight
from articles.vocabulary import Act
from articles.worksheets import outside, reopening
from articles.worksheets.known import known
from rights.models import Evidence

SAID = {
    Outcome.APPROVED: "The worksheet is approved.",
    Outcome.REFUSED: "You said no: nothing is published on this worksheet.",
    Outcome.SENT_BACK: "It is back with its writer, with your reason.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    source = article.work.source_id
    pictures = article.placements.filter(asset__work__source=source).count() if source else 0
    last = standing(article)
    form = SheetForm(request.POST or None, article=article, last=last, house=desk.house_of(request), pictures=pictures)

    def act() -> str:
        worksheets.write(article.pk, form.sheet(), by=request.user, at=timezone.now())
        return "The worksheet is written. Another person reads and approves it."

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(article)
    more = {"last": last, "known": _known_now(article, form)}
    return _answer(request, "desk/worksheet.html", article, form, refused, "Fair-use worksheet", **more)


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    row = standing(article)
    if row is None:
        raise Http404("There is no worksheet yet.")
    form = ReadingForm(worksheets.questions(row), request.POST or None)

    def act() -> str:
        said = form.reading(seen=request.POST.get("seen", ""))
        worksheets.read(_read(request, article, row).pk, said, by=request.user, at=timezone.now())
        return SAID[said.outcome]

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(article)
    more = {**about(row), "why_not": _why_not(request, row), "seen": revisions.content_hash(article)}
    return _answer(request, "desk/approval.html", article, form, refused, "Read a worksheet", **more)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, article_id: int) -> HttpResponse:
    """Name a second reader from outside, who gets a link by mail."""
    article = article_or_404(request, article_id)
    row = standing(article)
    if row is None:
        raise Http404("There is no worksheet yet.")
    form = AskForm(request.POST or None)

    def act() -> str:
        reading = outside.ask(row.pk, **form.cleaned_data, by=request.user, at=timezone.now())
        return f"A letter to {reading.name} is on its way. The link in it is good until {reading.ends_at:%d %B}."

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(article)
    more = {"row": row, "open_reading": row.readings.filter(closed_at__isnull=True).first(), "why_not": _may_not_ask(request, row)}
    return _answer(request, "desk/ask_reader.html", article, form, refused, "Ask a reader from outside", **more)


@require_POST
def withdraw_reading(request: HttpRequest, article_id: int, reading_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    found = SecondReading.objects.filter(pk=reading_id, worksheet__article=article).first()
    if found is None:
        raise Http404("There is no such reading.")
    try:
        outside.withdraw(found.pk, by=request.user, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The link opens nothing any more.")
    return _to_the_worksheet(article)


@require_http_methods(["GET", "HEAD", "POST"])
def open_again(request: HttpRequest, article_id: int) -> HttpResponse:
    """Somebody asks, offers or objects: an approved use is to be judged again."""
    article = article_or_404(request, article_id)
    row = article.worksheets.approved().first()
    if row is None:
        raise Http404("There is no approved worksheet.")
    form = ReopenForm(request.POST or None)

    def act() -> str:
        code, note = ReopenedBy(form.cleaned_data["code"]), form.cleaned_data["note"]
        reopening.reopen(row.pk, code, note=note, by=request.user, at=timezone.now())
        return "The worksheet is open again: somebody must read it anew."

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(article)
    return _answer(request, "desk/reopen.html", article, form, refused, "Judge it again", row=row)


def standing(article: Article) -> FairUseWorksheet | None:
    """The newest sheet: the one that waits, else the one that holds."""
    found = article.worksheets.standing().filter(work=article.work)
    return found.select_related("written_by", "approved_by", "approved_reading", "thresholds", "kept_copy").first()


def about(row: FairUseWorksheet) -> dict[str, Any]:
    """A sheet as its second reader sees it: what was said, what the desk knew, what was measured when it was written."""
    leans = {f"{factor}_reason": desk_sheet_words.WEIGHTS.get(Weight(said)) for factor in Factor if (said := row.weights.get(factor))}
    return {
        "row": row,
        "reasons": [(*QUESTIONS[name], getattr(row, name), leans.get(name, "")) for name in QUESTIONS],
        "choices": list(desk_sheet_words.chosen(row)),
        "known": desk_sheet_words.known(row.facts),
        "measures": desk_sheet_words.measures(row.measures),
    }


def _read(request: HttpRequest, article: Article, row: FairUseWorksheet) -> FairUseWorksheet:
    """The sheet that the page showed, which another may have replaced since; the one that stands where the page did not say."""
    number = request.POST.get("sheet", "")
    return article.worksheets.filter(pk=row_id(number)).first() or row


def _why_not(request: HttpRequest, row: FairUseWorksheet) -> str:
    """Why this person can't answer it, known before they write anything."""
    if row.is_approved:
        return "It is approved already."
    if row.outcome:
        return f"A second reader has answered: {row.outcome_reason}"
    if row.written_by_id == request.user.pk:
        return "You wrote it: another person from the rights desk, or a chief, approves it."
    return "" if roles.may(request.user, Act.APPROVE_WORKSHEET) else "The rights desk or a chief approves it."


def _may_not_ask(request: HttpRequest, row: FairUseWorksheet) -> str:
    if not roles.may(request.user, Act.NAME_SECOND_READER):
        return "The rights desk names a reader from outside."
    closed = worksheets.why_closed(row)
    return str(closed) if closed else ""


def _known_now(article: Article, form: SheetForm) -> list[tuple[str, str]]:
    kept = _kept_copy(article)
    if kept is None:
        return []
    blank = worksheets.Sheet("", "", "", "", "", allows_mail=bool(form["allows_mail"].value()))
    return desk_sheet_words.known(known(article, kept, blank, at=timezone.now()))


def _kept_copy(article: Article) -> Evidence | None:
    origin = getattr(article, "origin", None)
    return origin.kept_copy if origin else None


def _try(request: HttpRequest, form: forms.Form, act: Callable[[], str]) -> tuple[bool, Refused | None]:
    """Do what a valid form asks and say what `act` says; whether it was done, and what refused it."""
    if request.method != "POST" or not form.is_valid():
        return False, None
    try:
        messages.success(request, act())
    except Refused as refused:
        return False, placed(form, refused)
    return True, None


def _to_the_worksheet(article: Article) -> HttpResponse:
    return redirect(f"{addresses.desk_article(article.pk)}#worksheet")


def placed(form: forms.Form, refused: Refused) -> Refused:
    """Each obstacle at its field; those without one stay above the form."""
    for obstacle in refused.obstacles:
        if obstacle.field in form.fields:
            form.add_error(obstacle.field, str(obstacle))
    rest = [obstacle for obstacle in refused.obstacles if obstacle.field not in form.fields]
    return type(refused)(*rest) if rest else refused


def _answer(
    request: HttpRequest, template: str, article: Article, form: forms.Form, refused: Refused | None, title: str, **more: Any
) -> HttpResponse:
    row = more.get("row")
    shown = sides(article, row.kept_copy if row else _kept_copy(article), row.excerpt if row else "")
    context = {
        **admin.site.each_context(request),
        "title": title,
        "article": article,
        "form": form,
        "obstacles": [obstacle for obstacle in refused.obstacles if obstacle.field not in form.fields] if refused else [],
        "measures": desk_sheet_words.measures(shown["found"].as_dict()) if shown["found"] else [],
        **shown,
        **more,
    }
    is_role = refused is not None and refused.code in ("wrong_role", "own_worksheet")
    status = 403 if is_role else 422 if form.is_bound and (form.errors or refused) else 200
    return render(request, template, context, status=status)
