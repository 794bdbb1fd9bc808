"""The form "check my copy" and its answer. The check itself is `pages/copies.py`."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponseBase
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from articles import addresses
from house import limits
from house.vocabulary import PartyClass
from pages import copies, copy_words, surroundings
from pages.answering import answer
from pages.copy_forms import CopyForm
from pages.copy_words import ReportShown
from pages.showing import Head
from pages.surroundings import Surroundings

#: So that nobody uses us to knock at somebody's door: by site that is asked, and in all.
CHECKS_OF_A_SITE_AN_HOUR = 30
CHECKS_AN_HOUR = 600


@dataclass(frozen=True)
class FieldShown:
    name: str
    label: str
    hint: str
    value: str
    errors: str = ""
    choices: Sequence[tuple[str, str]] = ()

    @property
    def id(self) -> str:
        return f"copy-{self.name}"

    @property
    def described(self) -> str:
        return " ".join(f"{self.id}-{kind}" for kind, text in (("hint", self.hint), ("error", self.errors)) if text)


@dataclass(frozen=True)
class CopyPage:
    head: Head
    fields: tuple[FieldShown, ...]
    sentence: str = ""
    report: ReportShown | None = None


# No cookie stands behind this form, so there is nothing that a forged post could borrow.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
def check_copy(request: HttpRequest) -> HttpResponseBase:
    around = surroundings.load(timezone.now())
    with translation.override(around.language):
        if request.method != "POST":
            form = CopyForm(initial={"ours": request.GET.get("article", "")[:2000]})
            return answer(request, "pages/check_copy.html", frame=surroundings.frame(around), page=_page(form, around))
        return _answered(request, CopyForm(request.POST), around)


def _answered(request: HttpRequest, form: CopyForm, around: Surroundings) -> HttpResponseBase:
    report, sentence, status = None, "", 400
    if form.is_valid() and not (sentence := _too_often(form.cleaned_data["copy"], around.at)):
        asked = form.cleaned_data
        try:
            report = copy_words.shown(copies.check(asked["copy"], asked["ours"], PartyClass(asked["site"]), at=around.at))
            status = 200
        except copies.NotChecked as refusal:
            form.add_error(refusal.field, refusal.message)
    page = _page(form, around, sentence=sentence, report=report)
    return answer(request, "pages/check_copy.html", frame=surroundings.frame(around), page=page, status=429 if sentence else status)


def _too_often(copy_address: str, at: datetime) -> str:
    try:
        site = urlsplit(copy_address).hostname or ""
    except ValueError:
        site = ""
    tries = [
        limits.hit("check-copy", "all", limit=CHECKS_AN_HOUR, window_seconds=3600, at=at),
        limits.hit("check-copy", site, limit=CHECKS_OF_A_SITE_AN_HOUR, window_seconds=3600, at=at),
    ]
    if not any(left.is_over for left in tries):
        return ""
    return _("Too many pages were checked in the last hour. Try again a little later.")


def _page(form: CopyForm, around: Surroundings, *, sentence: str = "", report: ReportShown | None = None) -> CopyPage:
    head = Head(f"{_('Check my copy')} – {around.site_name}", canonical_url=addresses.absolute(addresses.CHECK_COPY), robots="noindex")
    words = (
        ("copy", _("Address of your page"), ""),
        ("ours", _("Address of our article"), _("May stay empty where your page links to it.")),
        ("site", _("What is your site?"), ""),
    )
    return CopyPage(head, tuple(_field(form, name, label, hint) for name, label, hint in words), sentence, report)


def _field(form: CopyForm, name: str, label: str, hint: str) -> FieldShown:
    bound = form[name]
    choices = [(str(value), str(label)) for value, label in getattr(bound.field, "choices", ())]
    return FieldShown(name, label, hint, str(bound.value() or ""), " ".join(map(str, bound.errors)), choices)
