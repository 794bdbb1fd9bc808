"""Evidence to look at. The bytes themselves go to the rights desk only, and only as a file to save."""

from typing import Any
from urllib.parse import quote

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html
from django.views.decorators.http import require_safe

from rights.admin.rows import ReadOnlyRows, moment
from rights.models import Evidence

SUFFIXES = {"text/plain": "txt", "text/html": "html", "application/pdf": "pdf", "message/rfc822": "eml", "image/jpeg": "jpg"}


@admin.register(Evidence)
class EvidenceAdmin(ReadOnlyRows):
    list_display = ("title", "kind", "source", moment("obtained_at"), "size")
    list_filter = ("kind",)
    list_select_related = ("source",)
    search_fields = ("title", "url", "sha256")
    fields = ("title", "kind", "url", "source", "content_type", "size", "sha256", "obtained_at", "obtained_by", "download")
    readonly_fields = fields

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        return Evidence.objects.without_content()

    def get_urls(self) -> list[Any]:
        own = path("<int:pk>/file/", self.admin_site.admin_view(require_safe(self.file_view)), name="rights_evidence_file")
        return [own, *super().get_urls()]

    @admin.display(ordering="size_bytes")
    def size(self, row: Evidence) -> str:
        return f"{row.size_bytes / 1000:,.1f} kB"

    @admin.display(description="the bytes")
    def download(self, row: Evidence) -> str:
        return format_html('<a href="{}">Save the file</a>', reverse("admin:rights_evidence_file", args=[row.pk]))

    def file_view(self, request: HttpRequest, pk: int) -> HttpResponse:
        """The very bytes, never shown in the browser: whoever sent them may have meant harm."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        row = Evidence.objects.filter(pk=pk).first()
        if row is None:
            raise Http404("There is no such evidence.")
        response = HttpResponse(bytes(row.content), content_type="application/octet-stream")
        response["Content-Disposition"] = f"attachment; filename=\"evidence-{row.pk}\"; filename*=UTF-8''{quote(_file_name(row))}"
        response["X-Content-Type-Options"] = "nosniff"
        response["Cache-Control"] = "private, no-store"
        return response


def _file_name(row: Evidence) -> str:
    suffix = SUFFIXES.get(row.content_type.partition(";")[0].strip(), "bin")
    return f"evidence-{row.pk}-{row.sha256[:8]}.{suffix}"
