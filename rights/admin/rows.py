"""What all of the newsroom's rows have in common at the desk: the table of roles answers, and nothing is ever deleted."""

from collections.abc import Callable
from typing import Any, NoReturn

from django.contrib import admin
from django.db import models
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.formats import date_format


def moment(name: str, label: str = "") -> Callable[[Any], str]:
    """A column with a time in the zone of the page, on a clock of 24 hours."""

    @admin.display(description=label or name.removesuffix("_at").replace("_", " "), ordering=name)
    def shown(row: Any) -> str:
        at = getattr(row, name)
        return date_format(timezone.localtime(at), "j M Y, H:i") if at else "–"

    return shown


class DeskRows(admin.ModelAdmin):
    """A number as `desk_menu` puts the list into the head of every page, in that order."""

    #: The desk's own site, which asks the table of roles: `articles.desk.DeskSite`, one room up.
    admin_site: Any
    desk_menu: int | None = None
    show_full_result_count = False
    list_per_page = 50
    formfield_overrides = {models.URLField: {"assume_scheme": "https"}}

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return any(self.admin_site.grants(request.user, verb, self.model) for verb in ("view", "change"))

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.admin_site.grants(request.user, "add", self.model)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return self.admin_site.grants(request.user, "change", self.model)

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_module_permission(self, request: HttpRequest) -> bool:
        return self.has_view_permission(request)

    def log_deletions(self, request: HttpRequest, queryset: QuerySet[Any]) -> NoReturn:
        raise TypeError("Rows of the desk are kept.")


class ReadOnlyRows(DeskRows):
    """Rows that only acts write."""

    actions = None

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
