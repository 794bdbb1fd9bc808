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


class WordFilter(admin.SimpleListFilter):
    """Narrows to one of the words that stand in the ledger under `parameter_name`, by its name for people."""

    parameter_name: str

    def named(self, word: str) -> str:
        return word.replace("_", " ").capitalize()

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        column = self.parameter_name
        words = LedgerEntry.objects.exclude(**{column: ""}).order_by(column).values_list(column, flat=True).distinct()
        return [(word, self.named(word)) for word in words]

    def queryset(self, request: HttpRequest, queryset: QuerySet[LedgerEntry]) -> QuerySet[LedgerEntry]:
        return queryset.filter(**{self.parameter_name: self.value()}) if self.value() else queryset


class ActFilter(WordFilter):
    title = parameter_name = "act"

    def named(self, word: str) -> str:
        return ledger_words.title(word)


class RoleFilter(WordFilter):
    """The roles in which somebody acted; the clock acts in none."""

    title = parameter_name = "role"


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
