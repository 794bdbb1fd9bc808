"""Partners at the desk: who they are, what was agreed, their feed addresses, what they get now and why not the rest.

Shows and asks; the deeds are acts of `partnership` and `access`. Who may do what is the table of roles.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.db import models
from django.db.models import Model, QuerySet
from django.forms import BaseModelFormSet, ModelForm
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from syndication import partnership, withheld
from syndication.agreement_pages import AgreementPages, page_of
from syndication.forms import ContactForm, MembershipForm, OnceInAClass, OncePresentContact, PartnerForm, TokenForm, moment_widget
from syndication.ledger_pages import LedgerPages
from syndication.models import ClassMembership, Partner, PartnerContact, PartnerState
from syndication.recipients import recipient_of
from syndication.supply import CHOSEN
from syndication.token_pages import TokenPages

#: Django's own pair of fields for day and time has one label for two.
MOMENTS: dict[Any, Any] = {models.DateTimeField: {"form_class": forms.DateTimeField, "widget": moment_widget()}}


class ByTheTable:
    """The table of roles answers, not Django's permissions: the operator has all of those and no say in this. Nothing is deleted."""

    admin_site: Any
    model: type[Model]

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "view") or self._may(request, "change")

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "add")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self._may(request, "change")

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def _may(self, request: HttpRequest, verb: str) -> bool:
        return bool(self.admin_site.grants(request.user, verb, self.model))


class MembershipInline(ByTheTable, admin.StackedInline):
    model = ClassMembership
    form = MembershipForm
    formset = OnceInAClass
    extra = 0
    can_delete = False
    formfield_overrides = MOMENTS
    verbose_name_plural = "classes, each with its evidence"


class ContactInline(ByTheTable, admin.StackedInline):
    model = PartnerContact
    form = ContactForm
    formset = OncePresentContact
    extra = 0
    can_delete = False
    formfield_overrides = MOMENTS
    verbose_name_plural = "contacts"


@admin.register(Partner)
class PartnerAdmin(ByTheTable, AgreementPages, LedgerPages, TokenPages, admin.ModelAdmin):
    form = PartnerForm
    inlines = [MembershipInline, ContactInline]
    list_display = ["name", "state", "classes", "sells", "agreed_until", "contact"]
    list_filter = ["state"]
    search_fields = ["name", "slug", "contact"]
    prepopulated_fields = {"slug": ["name"]}
    change_form_template = "admin/syndication/partner/change_form.html"
    desk_menu = 60

    def get_queryset(self, request: HttpRequest) -> QuerySet[Partner]:
        return super().get_queryset(request).prefetch_related("memberships", "agreements")

    def get_readonly_fields(self, request: HttpRequest, obj: Partner | None = None) -> list[str]:
        return ["slug"] if obj else []

    def get_prepopulated_fields(self, request: HttpRequest, obj: Partner | None = None) -> dict[str, Any]:
        return {} if obj or not self.has_change_permission(request) else super().get_prepopulated_fields(request, obj)

    @admin.display(description="classes")
    def classes(self, row: Partner) -> str:
        return ", ".join(one.get_party_class_display() for one in row.memberships.all() if one.ended_at is None)

    @admin.display(description="commercial")
    def sells(self, row: Partner) -> str:
        return "yes" if recipient_of(row, timezone.now()).is_commercial else "no"

    @admin.display(description="agreed until")
    def agreed_until(self, row: Partner) -> str:
        now = timezone.now()
        standing = [one for one in row.agreements.all() if one.is_in_force(now)]
        ends = [one.ends_at for one in standing if one.ends_at]
        if len(ends) < len(standing):
            return "no end"
        return f"{timezone.localtime(max(ends)):%d %b %Y}" if ends else "none in force"

    def save_model(self, request: HttpRequest, obj: Partner, form: ModelForm, change: bool) -> None:
        """The fields as typed; the state by its act, which dates it."""
        wanted = PartnerState(obj.state)
        obj.state = form.initial["state"] if change else PartnerState.ACTIVE
        super().save_model(request, obj, form, change)
        kept = partnership.change_state(obj.pk, wanted, by=request.user, at=timezone.now())
        obj.state, obj.state_changed_at = kept.state, kept.state_changed_at

    def save_formset(self, request: HttpRequest, form: ModelForm, formset: BaseModelFormSet, change: bool) -> None:
        for row in formset.save(commit=False):
            if isinstance(row, ClassMembership) and row.pk is None:
                row.recorded_by, row.recorded_at = request.user, timezone.now()
            row.save()
        formset.save_m2m()

    def render_change_form(self, request: HttpRequest, context: Any, *args: Any, **options: Any) -> HttpResponse:
        partner = options.get("obj")
        if partner is not None:
            context |= self._about(request, partner)
        return super().render_change_form(request, context, *args, **options)

    def _about(self, request: HttpRequest, partner: Partner) -> dict[str, Any]:
        at = timezone.now()
        return {
            "overview": withheld.of(partner, at=at),
            "agreements": [(page_of(row), row, row.standing(at)) for row in partner.agreements.prefetch_related(*CHOSEN)],
            "tokens": [(row, row.is_good(at)) for row in partner.tokens.all()],
            # Ids of its own: the partner's form on the same page has a field `name`, too.
            "token_form": getattr(request, "typed_token", None) or TokenForm(auto_id="token_%s"),
            "may_keep": self.has_change_permission(request, partner),
            **self.ledger_of(request, partner, at),
        }
