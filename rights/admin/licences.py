"""The licences that we know. What the catalogue says is not typed over; terms of our own are added beside it."""

from django.contrib import admin
from django.http import HttpRequest

from rights.admin.rows import DeskRows
from rights.catalogue import ENTRIES
from rights.models import Licence
from rights.models.licences import OWN_TERMS


@admin.register(Licence)
class LicenceAdmin(DeskRows):
    list_display = ("name", "spdx_id", "may_be_adapted", "may_be_sold", "must_be_shared_alike")
    list_filter = ("version", "permits_adaptation", "permits_commercial")
    search_fields = ("name", "spdx_id", "url")
    fields = (
        "spdx_id",
        "name",
        "url",
        "version",
        "jurisdiction",
        "permits_sharing",
        "permits_adaptation",
        "permits_commercial",
        "requires_attribution",
        "requires_title",
        "requires_share_alike",
    )

    def get_readonly_fields(self, request: HttpRequest, obj: Licence | None = None) -> tuple[str, ...]:
        return self.fields if obj and obj.spdx_id in ENTRIES else ()

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, str | list[str]]:
        return {"spdx_id": OWN_TERMS}

    @admin.display(boolean=True, description="adapt", ordering="permits_adaptation")
    def may_be_adapted(self, row: Licence) -> bool:
        return row.permits_adaptation

    @admin.display(boolean=True, description="commercial", ordering="permits_commercial")
    def may_be_sold(self, row: Licence) -> bool:
        return row.permits_commercial

    @admin.display(boolean=True, description="share alike", ordering="requires_share_alike")
    def must_be_shared_alike(self, row: Licence) -> bool:
        return row.requires_share_alike
