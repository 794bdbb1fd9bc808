"""Works, their grants and holds, to look up. Acts write them: from an article's own page or a picture's."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rights.admin.rows import ReadOnlyRows, moment
from rights.models import Grant, Hold, Work


class GrantLines(admin.TabularInline):
    admin_site: Any
    model = Grant
    extra = 0
    can_delete = False
    fields = ("basis", "grantee", "grantee_class", "uses", "valid_from", "valid_to", "confirmed_at", "revoked_at")
    readonly_fields = fields
    verbose_name_plural = "grants"

    def has_view_permission(self, request: HttpRequest, obj: Work | None = None) -> bool:
        return self.admin_site.grants(request.user, "view", Grant)

    def has_add_permission(self, request: HttpRequest, obj: Work | None = None) -> bool:
        return False

    has_change_permission = has_delete_permission = has_add_permission


@admin.register(Work)
class WorkAdmin(ReadOnlyRows):
    list_display = ("__str__", "kind", "whose", "basis", "is_confirmed", "source")
    list_filter = ("kind", "basis", "whose")
    list_select_related = ("source",)
    search_fields = ("title", "holder", "original_url")
    inlines = (GrantLines,)

    @admin.display(boolean=True, description="confirmed", ordering="basis_confirmed_at")
    def is_confirmed(self, row: Work) -> bool:
        return row.is_verified


@admin.register(Grant)
class GrantAdmin(ReadOnlyRows):
    list_display = (
        "__str__",
        "work",
        moment("valid_from"),
        moment("valid_to"),
        moment("review_due_at"),
        moment("confirmed_at"),
        moment("revoked_at"),
    )
    list_filter = ("basis", "grantee", "onward")
    list_select_related = ("work",)
    search_fields = ("work__title", "granted_by")


@admin.register(Hold)
class HoldAdmin(ReadOnlyRows):
    list_display = ("work", "kind", "reason", "placed_by", moment("placed_at"), moment("lifted_at"))
    list_filter = ("kind",)
    list_select_related = ("work", "placed_by")
