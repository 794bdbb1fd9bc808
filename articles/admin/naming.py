"""Names that stories are filed under: authors, sections, tags."""

from collections.abc import Sequence

from django.contrib import admin
from django.http import HttpRequest
from taggit import admin as taggit_admin
from taggit.models import Tag

from articles import roles
from articles.models import Author, Section
from articles.vocabulary import Role
from rights.admin.rows import DeskRows


class NamedRows(DeskRows):
    prepopulated_fields = {"slug": ("name",)}

    def get_prepopulated_fields(self, request: HttpRequest, obj: object | None = None) -> dict[str, Sequence[str]]:
        # An address that is in use does not follow the name.
        return {} if obj else super().get_prepopulated_fields(request, obj)


@admin.register(Author)
class AuthorAdmin(NamedRows):
    list_display = ("name", "kind", "home_url")
    list_filter = ("kind",)
    search_fields = ("name",)
    fields = ("kind", "name", "slug", "biography", "home_url", "user")

    def get_readonly_fields(self, request: HttpRequest, obj: Author | None = None) -> tuple[str, ...]:
        # Whose account it is says whose drafts it opens: for those who may read all drafts anyway.
        return () if Role.CHIEF in roles.roles_of(request.user) else ("user",)


@admin.register(Section)
class SectionAdmin(NamedRows):
    list_display = ("name", "slug", "position")
    search_fields = ("name",)


# Imported above so that taggit's own registration comes first and can give way.
admin.site.unregister(taggit_admin.Tag)


@admin.register(Tag)
class TagAdmin(NamedRows):
    list_display = ("name", "slug")
    search_fields = ("name",)
    ordering = ("name",)
