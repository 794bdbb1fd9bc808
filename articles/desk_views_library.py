"""The pages of a new picture and of one in the library, and its small size for the desk. GET changes nothing."""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from articles import library, picture_rights, picture_sizes, roles
from articles.forms.library import WORDS, PictureForm, WordsForm
from articles.forms.rights import PictureRightsForm
from articles.models import MediaAsset
from articles.refusals import Refused
from articles.vocabulary import Act, Role
from rights.models import Work
from rights.vocabulary import Basis, Whose, WorkKind

#: Who may open the library at all.
READERS = frozenset(roles.ADMIN["articles.mediaasset"])
EDITORS = frozenset(role for role, verbs in roles.ADMIN["articles.mediaasset"].items() if "change" in verbs)


@require_http_methods(["GET", "HEAD", "POST"])
def add_picture(request: HttpRequest) -> HttpResponse:
    if not roles.may(request.user, Act.UPLOAD_PICTURE):
        raise PermissionDenied
    work = Work(kind=WorkKind.IMAGE, whose=Whose.NOT_KNOWN, basis=Basis.UNKNOWN)
    typed = request.method == "POST"
    words = PictureForm(request.POST, request.FILES) if typed else PictureForm()
    rights = PictureRightsForm(work, request.POST, request.FILES) if typed else PictureRightsForm(work)
    if typed and all([words.is_valid(), rights.is_valid()]):
        asset = _tried(lambda: _keep(request, words, rights, work), rights)
        if asset is not None:
            picture_sizes.make_soon(asset.pk, at=timezone.now())
            return _told(request, asset, "The picture is in the library.")
    return _answer(request, None, words, rights, may_write=True, may_record=True)


@require_http_methods(["GET", "HEAD", "POST"])
def change_picture(request: HttpRequest, asset_id: int) -> HttpResponse:
    asset = MediaAsset.objects.select_related("work").filter(pk=asset_id).first()
    if asset is None or not roles.roles_of(request.user) & READERS:
        raise Http404("There is no such picture.")
    may_write, may_record = _may(request, asset)
    typed = request.method == "POST"
    if typed and not may_write:
        raise PermissionDenied
    initial = {name: getattr(asset, name) for name in WORDS}
    words = WordsForm(request.POST if typed else None, initial=initial)
    bound = typed and may_record
    rights = PictureRightsForm(asset.work, request.POST, request.FILES) if bound else PictureRightsForm(asset.work)
    if typed and all([words.is_valid(), not bound or rights.is_valid()]):
        saved = _tried(lambda: _save(request, asset, words, rights if bound else None), rights)
        if saved is not None:
            return _told(request, asset, "Saved.")
    return _answer(request, asset, words, rights, may_write=may_write, may_record=may_record)


@require_safe
def small_picture(request: HttpRequest, asset_id: int) -> FileResponse:
    """The smallest size, for the desk only; readers get pictures by a decision of their own."""
    asset = MediaAsset.objects.filter(pk=asset_id).first() if roles.roles_of(request.user) & READERS else None
    size = asset.renditions.filter(extension="jpg").order_by("width").first() if asset else None
    if size is None:
        raise Http404("There is no such picture, or its sizes are not made yet.")
    return FileResponse(size.file.open("rb"), content_type="image/jpeg", headers={"Cache-Control": "private, max-age=600"})


def _may(request: HttpRequest, asset: MediaAsset) -> tuple[bool, bool]:
    held = roles.roles_of(request.user)
    may_write = bool(held & EDITORS) or (asset.uploaded_by_id == request.user.pk and Role.CONTRIBUTOR in held)
    return may_write, may_write and (not asset.work.is_verified or roles.may(request.user, Act.SET_PICTURE_RIGHTS))


def _keep(request: HttpRequest, words: PictureForm, rights: PictureRightsForm, work: Work) -> MediaAsset:
    given = {name: words.cleaned_data[name] for name in WORDS}
    work.title = given["title"]
    asset = library.keep(words.cleaned_data["file"], library.Words(**given), work, by=request.user, at=timezone.now())
    _record(request, asset, rights)
    return asset


def _save(request: HttpRequest, asset: MediaAsset, words: WordsForm, rights: PictureRightsForm | None) -> MediaAsset:
    for name in WORDS:
        setattr(asset, name, words.cleaned_data[name])
    asset.save(update_fields=WORDS)
    if rights is not None and (rights.has_changed() or not asset.work.is_verified):
        _record(request, asset, rights)
    return asset


def _record(request: HttpRequest, asset: MediaAsset, rights: PictureRightsForm) -> None:
    at = timezone.now()
    permission = rights.permission(by=request.user, at=at)
    picture_rights.record(asset.pk, rights.facts(), basis=rights.basis_chosen, by=request.user, at=at, permission=permission)


def _tried(deed: Any, rights: PictureRightsForm) -> MediaAsset | None:
    try:
        with transaction.atomic():
            return deed()
    except Refused as refused:
        for obstacle in refused.obstacles:
            rights.add_error(obstacle.field if obstacle.field in rights.fields else None, str(obstacle))
    return None


def _told(request: HttpRequest, asset: MediaAsset, sentence: str) -> HttpResponse:
    asset.work.refresh_from_db()
    rest = "" if asset.work.is_verified else " Its rights are not confirmed: until then no reader sees it."
    messages.success(request, sentence + rest)
    return redirect(reverse("admin:articles_mediaasset_change", args=[asset.pk]))


def _answer(
    request: HttpRequest, asset: MediaAsset | None, words: WordsForm, rights: PictureRightsForm, *, may_write: bool, may_record: bool
) -> HttpResponse:
    has_errors = bool(words.is_bound and (words.errors or (rights.is_bound and rights.errors)))
    context = {
        **admin.site.each_context(request),
        "title": asset.title if asset else "New picture",
        "asset": asset,
        "words": words,
        "rights": rights,
        "may_write": may_write,
        "may_record": may_record,
        "has_errors": has_errors,
    }
    return render(request, "desk/picture.html", context, status=422 if has_errors else 200)
