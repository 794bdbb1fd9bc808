"""The picture library's list, and the way to each picture's page."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import path, reverse
from django.utils.html import format_html

from articles import desk_views_library, desk_words
from articles.models import MediaAsset
from articles.row_ids import row_id
from rights.admin.rows import DeskRows, moment


@admin.register(MediaAsset)
class LibraryAdmin(DeskRows):
    desk_menu = 20
    list_display = ("small", "title", "credit_line", "basis", "alt", moment("uploaded_at"))
    list_display_links = ("title",)
    list_select_related = ("work",)
    search_fields = ("title", "caption", "credit_line")
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[MediaAsset]:
        return super().get_queryset(request).prefetch_related("renditions")

    def get_urls(self) -> list[Any]:
        small = self.admin_site.admin_view(desk_views_library.small_picture, cacheable=True)
        return [path("<int:asset_id>/small/", small, name="articles_mediaasset_small"), *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return desk_views_library.add_picture(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return desk_views_library.change_picture(request, row_id(object_id))

    @admin.display(description="picture")
    def small(self, row: MediaAsset) -> str:
        if not row.renditions.all():
            return format_html('<span class="{}"></span>', "sheet-thumb")
        return format_html(
            '<img class="sheet-thumb" src="{}" alt="" loading="lazy">', reverse("admin:articles_mediaasset_small", args=[row.pk])
        )

    @admin.display(ordering="work__basis")
    def basis(self, row: MediaAsset) -> str:
        mark = "yes" if row.work.is_verified else "waiting"
        return format_html('<span class="desk-chip is-{}">{}</span>', mark, desk_words.basis(row.work.basis))

    @admin.display(boolean=True, description="alternative text")
    def alt(self, row: MediaAsset) -> bool:
        return bool(row.alt_text)
