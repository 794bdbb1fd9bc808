"""The ledger to read, newest first. Nobody writes in it but the acts."""

from django.contrib import admin

from rights.admin.rows import ReadOnlyRows, moment
from rights.models import LedgerEntry


@admin.register(LedgerEntry)
class LedgerAdmin(ReadOnlyRows):
    list_display = ("number", moment("at", "when"), "act", "work", "role", "actor")
    list_filter = ("act",)
    list_select_related = ("work", "actor")
    search_fields = ("work__title", "hash")
    ordering = ("-number",)
    fields = ("number", "at", "act", "work", "role", "actor", "details", "previous_hash", "hash")
