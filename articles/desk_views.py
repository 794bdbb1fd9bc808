"""The page of one article and the page of a new one. A view parses, calls the act and answers; a GET changes nothing."""

from typing import Any

from csp.context_processors import nonce
from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods
from js_asset import Media

from articles import addresses, desk, desk_acts, roles
from articles.desk_page import Page
from articles.desk_reading import articles_for
from articles.desk_sheet import Sheet
from articles.forms.deeds import CorrectionForm, MomentForm
from articles.models import Article, Author, MediaAsset, Quotation
from articles.refusals import Refused
from articles.vocabulary import Act

NAMES_OFFERED = 200


def article_or_404(request: HttpRequest, article_id: int) -> Article:
    """The article, if this person may see it; another's draft does not exist for a contributor."""
    found = articles_for(request.user).select_related("work__source", "work__licence", "origin__kept_copy", "origin__source")
    article = found.filter(pk=article_id).first()
    if article is None:
        raise Http404("There is no such article, or it is not yours to see.")
    return article


def quotation_or_404(article: Article, quotation_id: int) -> Quotation:
    """One that is marked in this article now."""
    found = article.quotations.standing().select_related("work__source", "work__licence", "kept_copy").filter(pk=quotation_id).first()
    if found is None:
        raise Http404("There is no such quotation in this article any more.")
    return found


@require_http_methods(["GET", "HEAD", "POST"])
def add_article(request: HttpRequest) -> HttpResponse:
    if not roles.may(request.user, Act.CREATE_DRAFT):
        raise PermissionDenied
    data = request.POST if request.method == "POST" else None
    sheet = Sheet(None, request.user, at=timezone.now(), house=desk.house_of(request), data=data)
    article = sheet.create() if data is not None else None
    if article is None:
        return _answer(request, sheet, status=422 if data is not None else 200)
    messages.success(request, "The draft is made.")
    return redirect(addresses.desk_article(article.pk))


@require_http_methods(["GET", "HEAD", "POST"])
def change_article(request: HttpRequest, article_id: int) -> HttpResponse:
    """GET shows the article. POST saves what was typed and then does what the pressed button says."""
    article = article_or_404(request, article_id)
    sheet = Sheet(article, request.user, at=timezone.now(), house=desk.house_of(request))
    if request.method != "POST":
        return _answer(request, sheet)
    sheet = Sheet(article, request.user, at=sheet.at, house=sheet.house, data=request.POST, files=request.FILES)
    act = request.POST.get("act", "")
    if not sheet.save(confirm_rest=act == "confirm_all"):
        return _answer(request, sheet, status=_refused_as(sheet))
    return _go_on(request, article_id, act, sheet.read)


def _go_on(request: HttpRequest, article_id: int, act: str, seen: str) -> HttpResponse:
    """After saving: the act, or the page that it needs. What is refused is said on the page, which shows what was saved."""
    if act in desk_acts.PAGES:
        name, *more = desk_acts.PAGES[act]
        return redirect(reverse(f"admin:articles_article_{name}", args=[article_id, *more]))
    try:
        told = SAVED.get(act) or desk_acts.do(act, desk_acts.Deed(article_id, request.user, timezone.now(), request.POST, seen))
    except Refused as refused:
        return _refused(request, article_id, refused)
    messages.success(request, told)
    return redirect(addresses.desk_article(article_id))


SAVED = {"": "Saved.", "save": "Saved.", "confirm_all": "Saved, and every proposed term that was open is confirmed."}


def _refused_as(sheet: Sheet) -> int:
    """Someone was faster, a role is wanting, or something typed can't be taken."""
    if sheet.theirs or any(obstacle.code == "stale" for obstacle in sheet.refusals):
        return 409
    return 403 if any(obstacle.code == "wrong_role" for obstacle in sheet.refusals) else 422


def _refused(request: HttpRequest, article_id: int, refused: Refused) -> HttpResponse:
    sheet = Sheet(article_or_404(request, article_id), request.user, at=timezone.now(), house=desk.house_of(request))
    sheet.refusals = list(refused.obstacles)
    return _answer(request, sheet, status=_refused_as(sheet))


def _answer(request: HttpRequest, sheet: Sheet, *, status: int = 200) -> HttpResponse:
    """The page, with what was typed for an act still in its fields."""
    typed = request.POST if request.method == "POST" else QueryDict()
    media = Media.from_media(sheet.text.media).with_nonce(str(nonce(request)["CSP_NONCE"])) if sheet.may_write else ""
    context: dict[str, Any] = {
        **admin.site.each_context(request),
        "title": sheet.article.headline if sheet.article else "New article",
        "sheet": sheet,
        "page": Page(sheet, sheet.article, sheet.rights) if sheet.article and sheet.rights else None,
        "article": sheet.article,
        "media": media,
        "moment": MomentForm(initial={"visible_from": typed.get("visible_from")}),
        "correction": CorrectionForm(initial={name: typed.get(name) or None for name in ("kind", "note")}),
        "author_names": Author.objects.order_by("name").values_list("name", flat=True)[:NAMES_OFFERED],
        "picture_names": MediaAsset.objects.values_list("pk", "title")[:NAMES_OFFERED],
        "opts": Article._meta,
    }
    return render(request, "desk/article.html", context, status=status)
