"""Words of others, each on its own page at the desk: mark them, say whose they are, let them go. GET changes nothing."""

from collections.abc import Callable
from typing import Any

from django.contrib import admin, messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import addresses, desk_quotations, drafting, quoting, roles
from articles.desk_judgement import Judgement
from articles.desk_views import article_or_404, quotation_or_404
from articles.forms.quotations import QuotationForm
from articles.models import Article, Quotation
from articles.refusals import Refused
from articles.row_ids import row_id
from articles.vocabulary import Act, State
from articles.worksheets import Subject
from rights.models import Work
from rights.vocabulary import JUDGED, Basis, Whose, WorkKind

ENDED = (State.KILLED, State.TAKEN_DOWN)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest, article_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    work = Work(kind=WorkKind.QUOTATION, whose=Whose.THIRD_PARTY, basis=Basis.UNKNOWN)
    found = desk_quotations.found_in(article, at=timezone.now())
    chosen = next((each for each in found if each.start == row_id(request.GET.get("at", ""))), None) if "at" in request.GET else None
    form = QuotationForm(work, *_sent(request), words=chosen.words if chosen else "")

    def act() -> Quotation:
        at = timezone.now()
        given = form.cleaned_data
        record = form.record(by=request.user, at=at)
        return quoting.mark(article.pk, given["words"], record, is_needed=given["is_needed"], by=request.user, at=at)

    done = _done(request, form, act)
    return _next(request, done) if done else _answer(request, article, None, form, found=found)


@require_http_methods(["GET", "HEAD", "POST"])
def change(request: HttpRequest, article_id: int, quotation_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    row = quotation_or_404(article, quotation_id)
    form = QuotationForm(row.work, *_sent(request), row=row, may_write=_may_write(article, request.user))

    def act() -> Quotation:
        at = timezone.now()
        given = form.cleaned_data
        record = form.record(by=request.user, at=at)
        return quoting.change(row.pk, given["words"], record, is_needed=given["is_needed"], by=request.user, at=at)

    done = _done(request, form, act)
    return _next(request, done) if done else _answer(request, article, row, form)


@require_POST
def remove(request: HttpRequest, article_id: int, quotation_id: int) -> HttpResponse:
    article = article_or_404(request, article_id)
    row = quotation_or_404(article, quotation_id)
    try:
        quoting.remove(row.pk, by=request.user, at=timezone.now())
    except Refused as refused:
        messages.error(request, str(refused))
    else:
        messages.success(request, "The mark is taken away. What was published keeps it.")
    return _to_the_card(article.pk)


def _sent(request: HttpRequest) -> tuple[Any, Any]:
    return (request.POST, request.FILES) if request.method == "POST" else (None, None)


def _done(request: HttpRequest, form: QuotationForm, act: Callable[[], Quotation]) -> Quotation | None:
    """What the act made; None where something is wrong, which the form then says at its field."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        with transaction.atomic():
            return act()
    except Refused as refused:
        for obstacle in refused.obstacles:
            form.add_error(obstacle.field if obstacle.field in form.fields else None, str(obstacle))
    return None


def _next(request: HttpRequest, row: Quotation) -> HttpResponse:
    """On to the worksheet, where the basis is a judgement that nobody has written; else back to the article."""
    row.work.refresh_from_db()
    if row.work.basis in JUDGED and not Judgement(Subject(row.article, row), timezone.now()).sheet:
        messages.success(request, "The words are marked. Fair use needs a worksheet of its own for them.")
        return redirect("admin:articles_article_quotation_worksheet", row.article_id, row.pk)
    rest = "" if row.work.is_verified else " Their rights are not confirmed: until then they leave by no exit."
    messages.success(request, f"The words are marked.{rest}")
    return _to_the_card(row.article_id)


def _to_the_card(article_id: int) -> HttpResponse:
    return redirect(f"{addresses.desk_article(article_id)}#{quoting.ANCHOR}")


def _answer(request: HttpRequest, article: Article, row: Quotation | None, form: QuotationForm, **more: Any) -> HttpResponse:
    context = {
        **admin.site.each_context(request),
        "title": "Words of others",
        "article": article,
        "quotation": row,
        "form": form,
        "may_write": _may_write(article, request.user),
        "may_record": roles.may(request.user, Act.PROPOSE_TERMS) and article.state not in ENDED,
        "judgement": Judgement(Subject(article, row), timezone.now()) if row else None,
        **more,
    }
    return render(request, "desk/quotation.html", context, status=422 if form.is_bound else 200)


def _may_write(article: Article, user: Any) -> bool:
    try:
        drafting.check_may_edit(article, user)
    except Refused:
        return False
    return True
