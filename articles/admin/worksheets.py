"""Fair-use worksheets to look up. They are written and approved from their article's page."""

from django.contrib import admin
from django.http import HttpRequest
from django.utils.html import format_html

from articles import addresses
from articles.desk_reading import articles_for
from articles.models import FairUseWorksheet
from rights.admin.rows import ReadOnlyRows, moment


@admin.register(FairUseWorksheet)
class WorksheetAdmin(ReadOnlyRows):
    list_display = (
        "article",
        "legal_basis",
        "written_by",
        moment("written_at"),
        "approved_by",
        moment("approved_at"),
        moment("superseded_at"),
    )
    list_filter = ("legal_basis",)
    list_select_related = ("article", "written_by", "approved_by")
    search_fields = ("article__headline",)
    readonly_fields = ("its_article",)

    def get_queryset(self, request: HttpRequest):
        return super().get_queryset(request).filter(article__in=articles_for(request.user))

    @admin.display(description="article's page")
    def its_article(self, row: FairUseWorksheet) -> str:
        return format_html('<a href="{}#worksheet">{}</a>', addresses.desk_article(row.article_id), row.article)
