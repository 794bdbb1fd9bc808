"""The list of sources: how much we use each, its usual basis, how old its terms are. Each one's page is `desk_views_sources`."""

from datetime import datetime
from typing import Any

from django.contrib import admin
from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import path, reverse
from django.utils import timezone
from django.utils.html import format_html
from django.utils.timesince import timesince

from articles import desk_views_agreements, desk_views_sources, desk_views_terms, desk_words, source_use
from articles.row_ids import row_id
from rights.admin.rows import DeskRows, ReadOnlyRows, moment
from rights.models import ContributorAgreement, Source, SourceTerms
from rights.vocabulary import Basis


@admin.register(Source)
class SourceAdmin(DeskRows):
    desk_menu = 40
    list_display = ("name", "usual_basis", "used", "terms", "standing")
    search_fields = ("name", "home_url")
    actions = None

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        at = timezone.now()
        confirmed = SourceTerms.objects.in_force(at).filter(source=OuterRef("pk"))
        waiting = SourceTerms.objects.filter(source=OuterRef("pk"), confirmed_at__isnull=True, valid_to__isnull=True)
        counted = source_use.counted(super().get_queryset(request), at=at)
        return counted.annotate(terms_seen=Subquery(confirmed.values("seen_at")[:1]), has_open_terms=Exists(waiting))

    def get_urls(self) -> list[Any]:
        desk = self.admin_site.admin_view
        own = [
            path("<int:source_id>/contact/", desk(desk_views_sources.name_contact), name="rights_source_contact"),
            path("<int:source_id>/end/", desk(desk_views_sources.end), name="rights_source_end"),
            path("<int:source_id>/terms/<int:terms_id>/", desk(desk_views_terms.terms), name="rights_source_terms"),
        ]
        return [*own, *super().get_urls()]

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return desk_views_sources.add_source(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return desk_views_sources.change_source(request, row_id(object_id))

    @admin.display(description="usual basis", ordering="default_basis")
    def usual_basis(self, row: Source) -> str:
        return "–" if row.default_basis == Basis.UNKNOWN else desk_words.basis(row.default_basis)

    @admin.display(description="used", ordering="used_90")
    def used(self, row: Any) -> str:
        return f"{row.used_30} in 30 days, {row.used_90} in 90"

    @admin.display(description="terms seen", ordering="terms_seen")
    def terms(self, row: Any) -> str:
        seen: datetime | None = row.terms_seen
        return f"{timesince(seen, depth=1)} ago" if seen else "none yet"

    @admin.display(description="state", ordering="ended_at")
    def standing(self, row: Any) -> str:
        mark, words = (
            ("no", "Ended") if row.has_ended(timezone.now()) else ("waiting", "New terms to read") if row.has_open_terms else ("", "")
        )
        return format_html('<span class="desk-chip is-{}">{}</span>', mark, words) if words else ""


@admin.register(SourceTerms)
class SourceTermsAdmin(ReadOnlyRows):
    """Every source's terms in one list; each row's page is that of its source's terms."""

    list_display = ("__str__", moment("seen_at"), moment("confirmed_at"), moment("valid_to", "until"), "works")
    list_filter = ("source",)
    list_select_related = ("source",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[SourceTerms]:
        resting = Count("works", filter=Q(works__basis=Basis.SOURCE_TERMS, works__basis_confirmed_at__isnull=False))
        return super().get_queryset(request).annotate(resting=resting)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        row = get_object_or_404(SourceTerms, pk=row_id(object_id))
        return redirect(reverse("admin:rights_source_terms", args=[row.source_id, row.pk]))

    @admin.display(description="rest on them")
    def works(self, row: Any) -> int:
        return row.resting


@admin.register(ContributorAgreement)
class AgreementAdmin(DeskRows):
    list_display = ("contributor", "reference", moment("starts_at", "from"), moment("ends_at", "to"), "is_onward", "is_exclusive")
    search_fields = ("contributor", "reference")
    actions = None

    def add_view(self, request: HttpRequest, form_url: str = "", extra_context: dict[str, Any] | None = None) -> HttpResponse:
        return desk_views_agreements.add_agreement(request)

    def change_view(
        self, request: HttpRequest, object_id: str, form_url: str = "", extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        return desk_views_agreements.change_agreement(request, row_id(object_id))
