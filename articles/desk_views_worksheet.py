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
from articles.desk_views import article_or_404, quotation_or_404
from articles.forms.reading import AskForm, ReadingForm, ReopenForm
from articles.forms.worksheet import QUESTIONS, SheetForm
from articles.models import FairUseWorksheet, SecondReading
from articles.overlap_sides import sides
from articles.quoting import ANCHOR
from articles.refusals import Refused
from articles.row_ids import row_id
from articles.sheet_words import Factor, Outcome, ReopenedBy, Weight
from articles.vocabulary import Act
from articles.worksheets import Subject, judged_by, outside, reopening
from articles.worksheets.known import known

SAID = {
    Outcome.APPROVED: "The worksheet is approved.",
    Outcome.REFUSED: "You said no: nothing is published on this worksheet.",
    Outcome.SENT_BACK: "It is back with its writer, with your reason.",
}


@require_http_methods(["GET", "HEAD", "POST"])
def write(request: HttpRequest, article_id: int, quotation_id: int | None = None) -> HttpResponse:
    subject = _subject(request, article_id, quotation_id)
    last = standing(subject)
    form = SheetForm(request.POST or None, subject=subject, last=last, house=desk.house_of(request), pictures=_their_pictures(subject))

    def act() -> str:
        worksheets.write(article_id, form.sheet(), by=request.user, at=timezone.now(), quotation_id=quotation_id)
        return "The worksheet is written. Another person reads and approves it."

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(subject)
    more = {"last": last, "known": _known_now(subject, form)}
    return _answer(request, "desk/worksheet.html", subject, form, refused, "Fair-use worksheet", **more)


@require_http_methods(["GET", "HEAD", "POST"])
def approve(request: HttpRequest, article_id: int, quotation_id: int | None = None) -> HttpResponse:
    subject = _subject(request, article_id, quotation_id)
    row = standing(subject)
    if row is None:
        raise Http404("There is no worksheet yet.")
    form = ReadingForm(worksheets.questions(row), request.POST or None)

    def act() -> str:
        said = form.reading(seen=request.POST.get("seen", ""))
        worksheets.read(_read(request, subject, row).pk, said, by=request.user, at=timezone.now())
        return SAID[said.outcome]

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(subject)
    more = {**about(row), "why_not": _why_not(request, row), "seen": revisions.content_hash(subject.article)}
    return _answer(request, "desk/approval.html", subject, form, refused, "Read a worksheet", **more)


@require_http_methods(["GET", "HEAD", "POST"])
def ask(request: HttpRequest, article_id: int, quotation_id: int | None = None) -> HttpResponse:
    """Name a second reader from outside, who gets a link by mail."""
    subject = _subject(request, article_id, quotation_id)
    row = standing(subject)
    if row is None:
        raise Http404("There is no worksheet yet.")
    form = AskForm(request.POST or None)

    def act() -> str:
        reading = outside.ask(row.pk, **form.cleaned_data, by=request.user, at=timezone.now())
        return f"A letter to {reading.name} is on its way. The link in it is good until {reading.ends_at:%d %B}."

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(subject)
    more = {"row": row, "open_reading": row.readings.filter(closed_at__isnull=True).first(), "why_not": _may_not_ask(request, row)}
    return _answer(request, "desk/ask_reader.html", subject, form, refused, "Ask a reader from outside", **more)


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
    return _to_the_worksheet(judged_by(found.worksheet))


@require_http_methods(["GET", "HEAD", "POST"])
def open_again(request: HttpRequest, article_id: int, quotation_id: int | None = None) -> HttpResponse:
    """Somebody asks, offers or objects: an approved use is to be judged again."""
    subject = _subject(request, article_id, quotation_id)
    row = subject.sheets.approved().first()
    if row is None:
        raise Http404("There is no approved worksheet.")
    form = ReopenForm(request.POST or None)

    def act() -> str:
        code, note = ReopenedBy(form.cleaned_data["code"]), form.cleaned_data["note"]
        reopening.reopen(row.pk, code, note=note, by=request.user, at=timezone.now())
        return "The worksheet is open again: somebody must read it anew."

    done, refused = _try(request, form, act)
    if done:
        return _to_the_worksheet(subject)
    return _answer(request, "desk/reopen.html", subject, form, refused, "Judge it again", row=row)


def standing(subject: Subject) -> FairUseWorksheet | None:
    """The newest sheet: the one that waits, else the one that holds."""
    found = subject.sheets.standing()
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


def _read(request: HttpRequest, subject: Subject, row: FairUseWorksheet) -> FairUseWorksheet:
    """The sheet that the page showed, which another may have replaced since; the one that stands where the page did not say."""
    number = request.POST.get("sheet", "")
    return subject.sheets.filter(pk=row_id(number)).first() or row


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


def _subject(request: HttpRequest, article_id: int, quotation_id: int | None) -> Subject:
    """The article's text or, where one is named, a quotation in it; 404 for one of another article."""
    article = article_or_404(request, article_id)
    return Subject(article, quotation_or_404(article, quotation_id) if quotation_id is not None else None)


def _their_pictures(subject: Subject) -> int:
    source = subject.work.source_id
    if subject.quotation or source is None:
        return 0
    return subject.article.placements.filter(asset__work__source=source).count()


def _known_now(subject: Subject, form: SheetForm) -> list[tuple[str, str]]:
    if subject.kept_copy is None and subject.quotation is None:
        return []
    blank = worksheets.Sheet("", "", "", "", "", allows_mail=bool(form["allows_mail"].value()))
    return desk_sheet_words.known(known(subject, subject.kept_copy, blank, at=timezone.now()))


def _try(request: HttpRequest, form: forms.Form, act: Callable[[], str]) -> tuple[bool, Refused | None]:
    """Do what a valid form asks and say what `act` says; whether it was done, and what refused it."""
    if request.method != "POST" or not form.is_valid():
        return False, None
    try:
        messages.success(request, act())
    except Refused as refused:
        return False, placed(form, refused)
    return True, None


def _to_the_worksheet(subject: Subject) -> HttpResponse:
    return redirect(f"{addresses.desk_article(subject.article.pk)}#{ANCHOR if subject.quotation else 'worksheet'}")


def placed(form: forms.Form, refused: Refused) -> Refused:
    """Each obstacle at its field; those without one stay above the form."""
    for obstacle in refused.obstacles:
        if obstacle.field in form.fields:
            form.add_error(obstacle.field, str(obstacle))
    rest = [obstacle for obstacle in refused.obstacles if obstacle.field not in form.fields]
    return type(refused)(*rest) if rest else refused


def _answer(
    request: HttpRequest, template: str, subject: Subject, form: forms.Form, refused: Refused | None, title: str, **more: Any
) -> HttpResponse:
    row = more.get("row")
    shown = sides(subject, row.kept_copy if row else subject.kept_copy, row.excerpt if row else "")
    context = {
        **admin.site.each_context(request),
        "title": title,
        "article": subject.article,
        "quotation": subject.quotation,
        "form": form,
        "obstacles": [obstacle for obstacle in refused.obstacles if obstacle.field not in form.fields] if refused else [],
        "measures": desk_sheet_words.measures(shown["found"].as_dict()) if shown["found"] else [],
        **shown,
        **more,
    }
    is_role = refused is not None and refused.code in ("wrong_role", "own_worksheet")
    status = 403 if is_role else 422 if form.is_bound and (form.errors or refused) else 200
    return render(request, template, context, status=status)
