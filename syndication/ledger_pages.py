"""At the desk: what partners took, who owes us word, how often what went. Pages of the partners' admin; one of them acts."""

from datetime import date, datetime
from typing import Any

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.decorators import method_decorator
from django.views.decorators.http import require_POST, require_safe

from articles import roles
from articles.refusals import Refused
from articles.vocabulary import Act
from syndication import receipts, took, usage
from syndication.models import Partner, Receipt

ROWS, BESIDE = 50, 5
FOLDER = "admin/syndication/partner"


class LedgerPages(admin.ModelAdmin):
    """The part of the partners' admin that shows the records of what went out."""

    def get_urls(self) -> list[URLPattern]:
        site, name = self.admin_site.admin_view, "syndication_partner_{}".format
        own = [
            path("receipts/", site(self.receipts), name=name("receipts")),
            path("receipts/<int:receipt_id>/told/", site(self.told), name=name("told")),
            path("usage/", site(self.usage), name=name("usage")),
            path("usage.csv", site(self.usage_file), name=name("usage_file")),
            path("<int:partner_id>/usage/", site(self.usage), name=name("usage_of")),
            path("<int:partner_id>/usage.csv", site(self.usage_file), name=name("usage_file_of")),
            path("<int:partner_id>/taken/", site(self.taken), name=name("taken")),
        ]
        return [*own, *super().get_urls()]

    @method_decorator(require_safe)
    def taken(self, request: HttpRequest, partner_id: int) -> HttpResponse:
        self._seen(request)
        partner = get_object_or_404(Partner, pk=partner_id)
        page = Paginator(took.by(partner), ROWS).get_page(request.GET.get("page"))
        rows = [(row, took.format_name(row)) for row in page]
        return self._ledger_page(request, "taken", f"What {partner} took", partner=partner, page=page, rows=rows)

    @method_decorator(require_safe)
    def receipts(self, request: HttpRequest) -> HttpResponse:
        """Everything that is open, what is due first on top."""
        self._seen(request)
        page = Paginator(took.still_open(), ROWS).get_page(request.GET.get("page"))
        return self._ledger_page(request, "receipts", "Waiting for their word", page=page, asked=took.waiting(page, timezone.now()))

    @method_decorator(require_POST)
    def told(self, request: HttpRequest, receipt_id: int) -> HttpResponse:
        """They told us. Leads back to where the button was."""
        self._seen(request)
        row = get_object_or_404(Receipt.objects.select_related("partner"), pk=receipt_id)
        try:
            receipts.take_word(row.pk, by=request.user, note=request.POST.get("note", ""), at=timezone.now())
        except Refused as refused:
            self.message_user(request, str(refused), messages.ERROR)
        else:
            self.log_change(request, row.partner, "Recorded that the partner told us of a correction or removal.")
            self.message_user(request, f"Recorded that {row.partner} told us.", messages.SUCCESS)
        back = reverse("admin:syndication_partner_change", args=[row.partner_id])
        return HttpResponseRedirect(back if request.POST.get("from") == "partner" else reverse("admin:syndication_partner_receipts"))

    @method_decorator(require_safe)
    def usage(self, request: HttpRequest, partner_id: int | None = None) -> HttpResponse:
        partner = self._seen(request, partner_id)
        months = usage.months(partner)
        month = _month(request) or (months[0][0] if months else None)
        by_month = [(f"{one:%b %y}", raw, filtered) for one, raw, filtered in reversed(months)]
        charts = [usage.chart("By month", by_month)]
        if partner is None and month:
            charts.append(usage.chart(f"By partner, {month:%B %Y}", usage.partners(month)))
        found = usage.rows(partner, month) if month else usage.rows().none()
        page = Paginator(found, ROWS).get_page(request.GET.get("page"))
        title = f"What went to {partner}" if partner else "What went to partners"
        return self._ledger_page(
            request,
            "usage",
            title,
            partner=partner,
            months=months,
            month=month,
            charts=charts,
            page=page,
            sentences=[usage.RAW, usage.FILTERED],
        )

    @method_decorator(require_safe)
    def usage_file(self, request: HttpRequest, partner_id: int | None = None) -> HttpResponse:
        partner = self._seen(request, partner_id)
        name = f"usage-{partner.slug if partner else 'all'}-{timezone.localdate():%Y-%m-%d}.csv"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"}
        return HttpResponse(usage.as_csv(usage.rows(partner, _month(request))), content_type="text/csv; charset=utf-8", headers=headers)

    def ledger_of(self, request: HttpRequest, partner: Partner, at: datetime) -> dict[str, Any]:
        """What stands of it beside the partner's form."""
        return {
            "taken": [(row, took.format_name(row)) for row in took.by(partner)[:BESIDE]],
            "asked": took.waiting(took.still_open().filter(partner=partner)[:ROWS], at),
            "may_record": roles.may(request.user, Act.RECORD_RECEIPT),
        }

    def _ledger_page(self, request: HttpRequest, template: str, title: str, **context: Any) -> HttpResponse:
        known = {"title": title, "may_record": roles.may(request.user, Act.RECORD_RECEIPT)}
        return TemplateResponse(request, f"{FOLDER}/{template}.html", {**self.admin_site.each_context(request), **known, **context})

    def _seen(self, request: HttpRequest, partner_id: int | None = None) -> Partner | None:
        """The partner, if one is named, for a person who may read partners."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        return None if partner_id is None else get_object_or_404(Partner, pk=partner_id)


def _month(request: HttpRequest) -> date | None:
    """The month that is asked for; None for none, and for what is no month."""
    try:
        return date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        return None
