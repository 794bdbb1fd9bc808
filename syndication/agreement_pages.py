"""An agreement at the desk: its form, what the partner would get under it, its contract, its rest and its end. GET changes nothing.

Saving takes two steps: what was typed is judged and shown first, and what was shown is what is kept.
"""

from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_http_methods, require_POST

from articles.refusals import FormRefused, Refused
from house.models import House
from rights.models import Evidence
from syndication import contradictions, partnership, previewing
from syndication.agreement_forms import AgreementForm, ContractForm
from syndication.models import Agreement, Partner
from syndication.previewing import Preview

TEMPLATE = "admin/syndication/partner/agreement.html"


class AgreementPages(admin.ModelAdmin):
    """The part of the partners' admin that deals in agreements."""

    def get_urls(self) -> list[URLPattern]:
        site, one = self.admin_site.admin_view, "<int:partner_id>/agreements/<int:agreement_id>/"
        own = [
            path("<int:partner_id>/agreements/new/", site(self.new_agreement), name="syndication_partner_new_agreement"),
            path(one, site(self.agreement), name="syndication_partner_agreement"),
            path(f"{one}contract/", site(self.attach_contract), name="syndication_partner_contract"),
            path(f"{one}suspend/", site(self.suspend_agreement), name="syndication_partner_suspend_agreement"),
            path(f"{one}resume/", site(self.resume_agreement), name="syndication_partner_resume_agreement"),
            path(f"{one}end/", site(self.end_agreement), name="syndication_partner_end_agreement"),
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def new_agreement(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        partner = self._kept_partner(request, partner_id)
        return self._form(request, partner, Agreement(partner=partner, starts_at=timezone.now().replace(microsecond=0)))

    @method_decorator(require_http_methods(["GET", "HEAD", "POST"]))
    def agreement(self, request: HttpRequest, partner_id: int, agreement_id: int) -> HttpResponse:
        partner = get_object_or_404(Partner, pk=partner_id)
        if not self.has_view_permission(request, partner) or (
            request.method == "POST" and not self.has_change_permission(request, partner)
        ):
            raise PermissionDenied
        return self._form(request, partner, _of(partner, agreement_id))

    @method_decorator(require_POST)
    def attach_contract(self, request: HttpRequest, partner_id: int, agreement_id: int) -> HttpResponse:
        partner = self._kept_partner(request, partner_id)
        agreement, form = _of(partner, agreement_id), ContractForm(request.POST, request.FILES)
        if not form.is_valid():
            return self._show(request, partner, agreement, contract=form, status=422)
        upload = form.cleaned_data["file"]
        content_type = upload.content_type or "application/octet-stream"
        partnership.attach_contract(agreement.pk, upload.read(), content_type=content_type, by=request.user, at=timezone.now())
        return self._told(request, agreement, "The contract is kept.")

    @method_decorator(require_POST)
    def suspend_agreement(self, request: HttpRequest, partner_id: int, agreement_id: int) -> HttpResponse:
        agreement = _of(self._kept_partner(request, partner_id), agreement_id)
        partnership.suspend_agreement(agreement.pk, by=request.user, at=timezone.now())
        return self._told(request, agreement, "The agreement is suspended: nothing new goes out under it.")

    @method_decorator(require_POST)
    def resume_agreement(self, request: HttpRequest, partner_id: int, agreement_id: int) -> HttpResponse:
        agreement = _of(self._kept_partner(request, partner_id), agreement_id)
        partnership.resume_agreement(agreement.pk, by=request.user)
        return self._told(request, agreement, "The agreement holds again.")

    @method_decorator(require_POST)
    def end_agreement(self, request: HttpRequest, partner_id: int, agreement_id: int) -> HttpResponse:
        partner = self._kept_partner(request, partner_id)
        agreement = _of(partner, agreement_id)
        try:
            partnership.end_agreement(agreement.pk, by=request.user, at=timezone.now())
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
            return HttpResponseRedirect(page_of(agreement))
        return self._told(request, agreement, "The agreement has ended.")

    def _form(self, request: HttpRequest, partner: Partner, agreement: Agreement) -> HttpResponse:
        form = AgreementForm(request.POST or None, agreement=agreement, house=House.objects.in_force(timezone.now()))
        step = request.POST.get("step", "look")
        if request.method != "POST" or (step == "edit" and form.is_valid()):
            return self._show(request, partner, agreement, form)
        try:
            return self._judged(request, partner, form, step)
        except Refused as refused:
            form.show(refused)
        return self._show(request, partner, agreement, form, status=422)

    def _judged(self, request: HttpRequest, partner: Partner, form: AgreementForm, step: str) -> HttpResponse:
        if not form.is_valid():
            return self._show(request, partner, form.agreement, form, status=422)
        at, row, chosen = timezone.now(), form.row(), form.chosen()
        if step == "save":
            partnership.record_agreement(row, chosen, by=request.user, at=at)
            return self._told(request, row, "The agreement is recorded.")
        if obstacles := contradictions.of(row, partner, chosen, at=at):
            raise FormRefused(*obstacles)
        return self._show(request, partner, row, form, preview=previewing.of(row, chosen, partner, at=at))

    def _show(
        self,
        request: HttpRequest,
        partner: Partner,
        agreement: Agreement,
        form: AgreementForm | None = None,
        *,
        contract: ContractForm | None = None,
        preview: Preview | None = None,
        status: int = 200,
    ) -> HttpResponse:
        at = timezone.now()
        form = form or AgreementForm(agreement=agreement, house=House.objects.in_force(at))
        may_keep = self.has_change_permission(request, partner)
        if not may_keep:
            for field in form.fields.values():
                field.disabled = True
        context = {
            **self.admin_site.each_context(request),
            "title": f"Agreement with {partner}" if agreement.pk else f"New agreement with {partner}",
            "partner": partner,
            "partner_url": reverse("admin:syndication_partner_change", args=[partner.pk]),
            "agreement": agreement,
            "standing": agreement.standing(at) if agreement.pk else "",
            "form": form,
            "contract": contract or ContractForm(),
            "preview": preview,
            "typed": _typed(request) if preview else [],
            "may_keep": may_keep,
            "may_open": self.admin_site.grants(request.user, "view", Evidence),  # type: ignore[attr-defined]
        }
        return TemplateResponse(request, TEMPLATE, context, status=status)

    def _told(self, request: HttpRequest, agreement: Agreement, sentence: str) -> HttpResponse:
        self.log_change(request, agreement.partner, f"Agreement {agreement.pk}: {sentence}")
        self.message_user(request, sentence, messages.SUCCESS)
        return HttpResponseRedirect(page_of(agreement))

    def _kept_partner(self, request: HttpRequest, partner_id: int) -> Partner:
        """The partner, for a person who keeps partners."""
        partner = get_object_or_404(Partner, pk=partner_id)
        if not self.has_change_permission(request, partner):
            raise PermissionDenied
        return partner


def page_of(agreement: Agreement) -> str:
    return reverse("admin:syndication_partner_agreement", args=[agreement.partner_id, agreement.pk])


def _of(partner: Partner, agreement_id: int) -> Agreement:
    return get_object_or_404(Agreement.objects.select_related("contract"), pk=agreement_id, partner=partner)


def _typed(request: HttpRequest) -> list[tuple[str, Any]]:
    """What was sent, to be sent again unchanged."""
    left_out = ("csrfmiddlewaretoken", "step")
    return [(name, value) for name, values in request.POST.lists() if name not in left_out for value in values]
