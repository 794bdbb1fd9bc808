"""From which figures on a second reader is asked. A change is a new row with its reason; the rows before stay to be read."""

from typing import Any

from django.contrib import admin
from django.db.models import Field
from django.forms import ModelForm
from django.http import HttpRequest
from django.utils import timezone

from articles.models import SheetThresholds
from articles.worksheets import thresholds
from rights.admin.rows import DeskRows, moment


@admin.register(SheetThresholds)
class ThresholdsAdmin(DeskRows):
    list_display = (moment("valid_from", "since"), "max_share_of_source", "max_run_words", "max_items_90d", "reason", "recorded_by")
    list_display_links = (list_display[0],)
    list_select_related = ("recorded_by",)
    fields = (*thresholds.FIGURES, "reason")

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False  # a row is never edited; a change is a new row

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def formfield_for_dbfield(self, db_field: Field, request: HttpRequest, **options: Any) -> Any:
        if db_field.name == "reason":
            options["error_messages"] = {"required": "The change has no reason. Say in a sentence why these figures."}
        return super().formfield_for_dbfield(db_field, request, **options)

    def get_changeform_initial_data(self, request: HttpRequest) -> dict[str, Any]:
        held = thresholds.in_force(timezone.now())
        return {name: getattr(held, name) for name in thresholds.FIGURES}

    def save_model(self, request: HttpRequest, obj: SheetThresholds, form: ModelForm, change: bool) -> None:
        figures = {name: form.cleaned_data[name] for name in thresholds.FIGURES}
        recorded = thresholds.record(figures, reason=form.cleaned_data["reason"], by=request.user, at=timezone.now())
        obj.__dict__.update(recorded.__dict__)
