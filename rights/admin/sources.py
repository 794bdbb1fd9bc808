"""Sources with whom to ask there, and the licences that we know."""

from collections.abc import Sequence
from typing import Any

from django.contrib import admin
from django.http import HttpRequest

from rights.admin.rows import DeskRows
from rights.models import Licence, Source, SourceContact


class ContactRows(admin.TabularInline):
    admin_site: Any
    model = SourceContact
    extra = 0
    fields = ("kind", "address", "is_readable", "quote")
    verbose_name_plural = "whom to ask"

    def has_view_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        return self.admin_site.grants(request.user, "view", Source)

    def has_add_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        return self.admin_site.grants(request.user, "change", Source)

    has_change_permission = has_add_permission

    def has_delete_permission(self, request: HttpRequest, obj: Source | None = None) -> bool:
        return False


@admin.register(Source)
class SourceAdmin(DeskRows):
    desk_menu = 40
    list_display = ("name", "home_url", "copyright_holder", "default_basis")
    search_fields = ("name", "home_url")
    fields = ("name", "slug", "home_url", "copyright_holder", "default_basis", "note")
    prepopulated_fields = {"slug": ("name",)}
    inlines = (ContactRows,)

    def get_prepopulated_fields(self, request: HttpRequest, obj: Source | None = None) -> dict[str, Sequence[str]]:
        # An address that is in use does not follow the name.
        return {} if obj else super().get_prepopulated_fields(request, obj)


@admin.register(Licence)
class LicenceAdmin(DeskRows):
    list_display = ("name", "spdx_id", "permits_adaptation", "permits_commercial", "requires_share_alike")
    search_fields = ("name", "spdx_id")
