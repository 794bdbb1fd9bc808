"""The House profile and the outbox at the desk. Saving the profile records a new row; the outbox can only be read."""

from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from typing import Any

from django.contrib import admin, messages
from django.contrib.auth import get_permission_codename
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils import timezone

from .commercial import in_words
from .forms import CLASS_LABELS, SIGNAL_LABELS, ProfileForm
from .models import House, OutgoingMail
from .profile import CHANGEABLE, differences, record_profile
from .vocabulary import PartyClass, Signal

HISTORY_SHOWN = 50
#: What a row of the history shows instead of a list of codes.
IN_WORDS = {"classes": "classes_in_words", "languages": "languages_in_words", "commercial_signals": "signals_in_words"}


@dataclass(frozen=True)
class Entry:
    """One line of the profile's history."""

    row: House
    changed: str
    url: str
    is_in_force: bool


def history(at: datetime) -> list[Entry]:
    """The newest rows first, each with what it changed."""
    rows = list(House.objects.select_related("recorded_by").newest_first()[: HISTORY_SHOWN + 1])
    in_force = next((row.pk for row in rows if row.valid_from <= at), None)
    return [
        Entry(
            row=row,
            changed=", ".join(differences(earlier, row)) or ("nothing" if earlier else "the first record"),
            url=reverse("admin:house_house_change", args=[row.pk]),
            is_in_force=row.pk == in_force,
        )
        for row, earlier in list(pairwise([*rows, None]))[:HISTORY_SHOWN]
        if row
    ]


def commercial_sentence(row: House) -> str:
    return in_words(row.signals, counted=row.counted_signals, in_commercial_class=PartyClass.COMMERCIAL_SITE in row.classes)


@admin.register(House)
class HouseAdmin(admin.ModelAdmin):
    form = ProfileForm
    add_form_template = change_form_template = "house/profile.html"
    radio_fields = {"legal_form": admin.VERTICAL}
    fieldsets = [
        ("Who we are", {"fields": ["based_on", "name", "holder", "legal_form", "territory", "time_zone", "languages", "default_language"]}),
        ("Whom offers reach", {"fields": ["classes", "community_reason"]}),
        (
            "Are we commercial?",
            {
                "fields": [
                    *("carries_advertising", "takes_donations", "sells_subscriptions", "has_paywall"),
                    *("commercial_signals", "commercial_reason"),
                ],
                "description": "The facts, and our own reading of them. A licence that says “not commercial” holds us to both.",
            },
        ),
        ("Contacts", {"fields": ["contact_permissions", "contact_press", "contact_desk"]}),
        (
            "Standing notices",
            {
                "fields": [
                    *("author_responsibility_notice", "cross_posting_notice", "commercial_contact_notice"),
                    *("fair_use_notice", "press_notice"),
                ],
                "description": "Plain text. A page shows the notices that its own basis calls for, and no others.",
            },
        ),
        ("This change", {"fields": ["note"]}),
    ]

    def _may(self, request: HttpRequest, verb: str) -> bool:
        # The desk's own table of roles, where there is one: an operator has every permission and no say in this.
        grants = getattr(self.admin_site, "grants", None)
        if grants is not None:
            return bool(grants(request.user, verb, House))
        return request.user.has_perm(f"house.{get_permission_codename(verb, House._meta)}")

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "view") or self._may(request, "add")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self._may(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # a row is never edited; a change is a new row

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        """The profile is one page: the form for those who may change it, the row in force for those who may read it."""
        if self.has_add_permission(request):
            return HttpResponseRedirect(reverse("admin:house_house_add"))
        row = House.objects.in_force(timezone.now())
        if row is None or not self.has_view_permission(request):
            return super().changelist_view(request, extra_context)
        return HttpResponseRedirect(reverse("admin:house_house_change", args=[row.pk]))

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        at = timezone.now()
        shown = options.get("obj") or House.objects.in_force(at)
        context |= {
            "title": "House profile",
            "subtitle": None,
            "shown": shown,
            "sentence": commercial_sentence(shown) if shown else "",
            "entries": history(at),
            "show_save_and_add_another": False,
            "show_save_and_continue": False,
        }
        return super().render_change_form(request, context, *args, **options)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        row = House.objects.newest_first().first()
        return {**{name: getattr(row, name) for name in CHANGEABLE - {"note"}}, "based_on": row.pk} if row else {}

    def save_model(self, request: HttpRequest, obj: House, form: ModelForm, change: bool) -> None:
        changes = {name: form.cleaned_data[name] for name in CHANGEABLE}
        recorded = record_profile(by=request.user, at=timezone.now(), based_on=form.cleaned_data["based_on"], **changes)
        obj.__dict__.update(recorded.__dict__)

    def response_add(self, request: HttpRequest, obj: House, post_url_continue: str | None = None) -> HttpResponse:
        self.message_user(request, f"Recorded. {commercial_sentence(obj)} Every page and feed goes by it from now on.", messages.SUCCESS)
        return HttpResponseRedirect(reverse("admin:house_house_add"))

    def get_fieldsets(self, request: HttpRequest, obj: House | None = None) -> Any:
        if obj is None:
            return self.fieldsets
        return [
            (name, {**options, "fields": [IN_WORDS.get(str(field), field) for field in options["fields"] if field != "based_on"]})
            for name, options in self.fieldsets
        ]

    @admin.display(description="What kind of site we are")
    def classes_in_words(self, row: House) -> str:
        return ", ".join(CLASS_LABELS[PartyClass(code)] for code in row.classes)

    @admin.display(description="Languages")
    def languages_in_words(self, row: House) -> str:
        return ", ".join(row.languages)

    @admin.display(description="What we count as commercial")
    def signals_in_words(self, row: House) -> str:
        return ", ".join(SIGNAL_LABELS[Signal(code)] for code in row.commercial_signals)


@admin.register(OutgoingMail)
class OutgoingMailAdmin(admin.ModelAdmin):
    """For looking up what became of a letter. Its text is not shown: it may carry a link that is for one person."""

    list_display = ["subject", "to", "status", "queued_at", "settled_at"]
    list_filter = ["status"]
    search_fields = ["subject", "to", "key"]
    date_hierarchy = "queued_at"
    fields = ["subject", "to", "status", "key", "queued_at", "claimed_at", "settled_at"]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
