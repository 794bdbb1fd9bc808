"""Fair-use worksheets to look up. They are written and approved from their article's page."""

from typing import Any

from django.contrib import admin
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from django.utils.html import format_html

from articles import addresses
from articles.desk_reading import articles_for
from articles.models import FairUseWorksheet
from rights.admin.rows import ReadOnlyRows, moment


class ReviewFilter(admin.SimpleListFilter):
    title = "second reading"
    parameter_name = "review"

    def lookups(self, request: HttpRequest, model_admin: Any) -> list[tuple[str, str]]:
        return [("due", "To be judged again"), ("waiting", "Waits for a reader"), ("holds", "Holds")]

    def queryset(self, request: HttpRequest, queryset: Any) -> QuerySet[FairUseWorksheet] | None:
        if self.value() == "due":
            return queryset.to_judge_again(timezone.now())
        if self.value() == "waiting":
            return queryset.waiting()
        return queryset.approved() if self.value() == "holds" else None


@admin.register(FairUseWorksheet)
class WorksheetAdmin(ReadOnlyRows):
    list_display = (
        "article",
        "number",
        "written_by",
        moment("written_at"),
        "approver",
        moment("approved_at"),
        moment("review_due_at", "review"),
        moment("superseded_at"),
    )
    list_filter = (ReviewFilter, "legal_basis")
    list_select_related = ("article", "written_by", "approved_by", "approved_reading")
    search_fields = ("article__headline",)
    readonly_fields = ("its_article",)

    def get_queryset(self, request: HttpRequest):
        return super().get_queryset(request).filter(article__in=articles_for(request.user))

    @admin.display(description="approved by")
    def approver(self, row: FairUseWorksheet) -> str:
        return row.second_reader

    @admin.display(description="article's page")
    def its_article(self, row: FairUseWorksheet) -> str:
        return format_html('<a href="{}#worksheet">{}</a>', addresses.desk_article(row.article_id), row.article)
