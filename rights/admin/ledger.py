"""The ledger to read, newest first, in words. Nobody writes in it but the acts."""

from typing import Any

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from rights import ledger_check, ledger_heads, ledger_words
from rights.admin.rows import ReadOnlyRows, moment
from rights.models import LedgerEntry


class ActFilter(admin.SimpleListFilter):
    """The acts that there are entries of, by their names."""

    title = "act"
    parameter_name = "act"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        acts = LedgerEntry.objects.order_by("act").values_list("act", flat=True).distinct()
        return [(act, ledger_words.title(act)) for act in acts]

    def queryset(self, request: HttpRequest, queryset: QuerySet[LedgerEntry]) -> QuerySet[LedgerEntry]:
        return queryset.filter(act=self.value()) if self.value() else queryset


class RoleFilter(admin.SimpleListFilter):
    """The roles in which somebody acted; the clock acts in none."""

    title = "role"
    parameter_name = "role"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        roles = LedgerEntry.objects.exclude(role="").order_by("role").values_list("role", flat=True).distinct()
        return [(role, role.replace("_", " ").capitalize()) for role in roles]

    def queryset(self, request: HttpRequest, queryset: QuerySet[LedgerEntry]) -> QuerySet[LedgerEntry]:
        return queryset.filter(role=self.value()) if self.value() else queryset


@admin.register(LedgerEntry)
class LedgerAdmin(ReadOnlyRows):
    """One article's entries: `?work__id__exact=…`, where its page leads; or its title in the search."""

    change_list_template = "admin/rights/ledgerentry/change_list.html"
    list_display = ("number", moment("at", "when"), "what", "work", "in_role", "actor")
    list_filter = (ActFilter, RoleFilter)
    list_select_related = ("work", "actor")
    search_fields = ("work__title", "hash")
    ordering = ("-number",)
    fields = ("number", "at", "what", "work", "in_role", "actor", "details", "previous_hash", "hash")
    readonly_fields = ("what", "in_role")

    @admin.display(description="what", ordering="act")
    def what(self, row: LedgerEntry) -> str:
        return ledger_words.sentence(row.act, row.details)

    @admin.display(description="as", ordering="role")
    def in_role(self, row: LedgerEntry) -> str:
        return row.role.replace("_", " ") or "–"

    def lookup_allowed(self, lookup: str, value: str, request: HttpRequest) -> bool:
        return lookup == "work__id__exact" or super().lookup_allowed(lookup, value, request)

    def get_urls(self) -> list[Any]:
        own = path("chain/", self.admin_site.admin_view(require_safe(self.chain_view)), name="rights_ledgerentry_chain")
        return [own, *super().get_urls()]

    def chain_view(self, request: HttpRequest) -> HttpResponse:
        """Reads the whole chain and says what holds. Nothing is written."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        report = ledger_check.check()
        context = {**self.admin_site.each_context(request), "title": "State of the ledger", "report": report, "file": ledger_heads.NAME}
        return render(request, "desk/chain.html", context)
