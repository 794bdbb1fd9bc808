"""The list of articles, its bulk acts, and the way to each article's page. The page itself is `articles/desk_views.py`."""

from typing import Any

from django.conf.locale import LANG_INFO
from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import path
from django.utils.html import format_html
from django.utils.translation import get_language_info

from articles import (
    addresses,
    attribution,
    desk_views,
    desk_views_bundle,
    desk_views_checks,
    desk_views_ends,
    desk_views_quotations,
    desk_views_worksheet,
    desk_words,
    drafting,
    roles,
)
from articles.admin import bulk
from articles.desk import house_of
from articles.desk_reading import articles_for
from articles.models import Article
from articles.row_ids import row_id
from articles.vocabulary import Act
from rights.admin.rows import DeskRows, moment
from rights.vocabulary import Basis


class BasisFilter(admin.SimpleListFilter):
    title = "basis"
    parameter_name = "basis"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [(str(code), label) for code, (label, _hint) in desk_words.BASES.items()]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return queryset.filter(work__basis=self.value()) if self.value() else queryset


class LanguageFilter(admin.SimpleListFilter):
    """The languages that the newsroom writes in, by name."""

    title = "language"
    parameter_name = "language"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        house = house_of(request)
        return [(code, get_language_info(code)["name"] if code in LANG_INFO else code) for code in (house.languages if house else [])]

    def queryset(self, request: HttpRequest, queryset: QuerySet[Article]) -> QuerySet[Article]:
        return queryset.filter(language=self.value()) if self.value() else queryset


def _quotations(desk: Any) -> list[Any]:
    """Words of others: each has its page, and the pages of a worksheet of its own."""
    one = "<int:article_id>/quotations/<int:quotation_id>/"
    return [
        path("<int:article_id>/quotations/add/", desk(desk_views_quotations.add), name="articles_article_quotation_add"),
        path(one, desk(desk_views_quotations.change), name="articles_article_quotation"),
        path(f"{one}remove/", desk(desk_views_quotations.remove), name="articles_article_quotation_remove"),
        path(f"{one}worksheet/", desk(desk_views_worksheet.write), name="articles_article_quotation_worksheet"),
        path(f"{one}approve/", desk(desk_views_worksheet.approve), name="articles_article_quotation_approve"),
        path(f"{one}ask-reader/", desk(desk_views_worksheet.ask), name="articles_article_quotation_ask_reader"),
        path(f"{one}judge-again/", desk(desk_views_worksheet.open_again), name="articles_article_quotation_open_again"),
    ]


@admin.register(Article)
class ArticleAdmin(DeskRows):
    desk_menu = 10
    list_display = ("headline", "standing", "section", "byline", "basis", moment("updated_at"))
    list_filter = ("state", "section", BasisFilter, LanguageFilter)
    list_select_related = ("section", "work")
    search_fields = ("headline", "slugline")
    ordering = ("-updated_at",)
    actions = (bulk.submit, bulk.spike, bulk.clear, bulk.publish)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Article]:
        own = articles_for(request.user).defer("body", "ed_note").prefetch_related("credits__author")
        return own.order_by("-updated_at")

    def has_view_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        return roles.may(request.user, Act.READ_DRAFTS, is_own=obj is None or drafting.is_own(obj, request.user))

    def has_change_permission(self, request: HttpRequest, obj: Article | None = None) -> bool:
        # The list's bulk acts ask for this; each act then asks for itself, item by item.
        return self.has_view_permission(request, obj)

    def get_urls(self) -> list[Any]:
        desk = self.admin_site.admin_view
        own = [
            path("<int:article_id>/worksheet/", desk(desk_views_worksheet.write), name="articles_article_worksheet"),
            path("<int:article_id>/approve/", desk(desk_views_worksheet.approve), name="articles_article_approve"),
            path("<int:article_id>/ask-reader/", desk(desk_views_worksheet.ask), name="articles_article_ask_reader"),
            path(
                "<int:article_id>/readings/<int:reading_id>/withdraw/",
                desk(desk_views_worksheet.withdraw_reading),
                name="articles_article_withdraw_reading",
            ),
            *_quotations(desk),
            path("<int:article_id>/checks/", desk(desk_views_checks.look), name="articles_article_checks"),
            path("<int:article_id>/judge-again/", desk(desk_views_worksheet.open_again), name="articles_article_open_again"),
            path("<int:article_id>/evidence/", desk(desk_views_bundle.download), name="articles_article_evidence"),
            path("<int:article_id>/hold/", desk(desk_views_ends.hold), name="articles_article_hold"),
            path("<int:article_id>/bans/<int:ban_id>/lift/", desk(desk_views_ends.lift_ban), name="articles_article_lift_ban"),
            path("<int:article_id>/accept-changes/", desk(desk_views_ends.accept_changes), name="articles_article_accept_changes"),
            path("<int:article_id>/withdraw/<slug:move>/", desk(desk_views_ends.withdraw), name="articles_article_withdraw"),
        ]
        return [*own, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return desk_views.add_article(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return desk_views.change_article(request, row_id(object_id))

    def history_view(self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return redirect(f"{addresses.desk_article(row_id(object_id))}#history")

    @admin.display(description="state", ordering="state")
    def standing(self, row: Article) -> str:
        return format_html('<span class="desk-chip is-{}">{}</span>', row.state, row.get_state_display())

    @admin.display
    def byline(self, row: Article) -> str:
        names = [credit.author.name for credit in row.credits.all()]
        return attribution.join_names(names) if names else "–"

    @admin.display(ordering="work__basis")
    def basis(self, row: Article) -> str:
        mark, words = ("yes", "confirmed") if row.work.is_verified else ("waiting", "not confirmed")
        if row.work.basis == Basis.UNKNOWN:
            mark, words = "no", ""
        return format_html(
            '<span class="desk-chip is-{}">{}</span><span class="visually-hidden"> {}</span>', mark, desk_words.basis(row.work.basis), words
        )
