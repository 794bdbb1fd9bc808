"""What a worksheet judges: the text of an article, or words of others that stand in it. Each is one work, with sheets of its own."""

from dataclasses import dataclass

from articles.models import Article, FairUseWorksheet, Quotation
from articles.models.worksheets import Worksheets
from rights.models import Evidence, Work


@dataclass(frozen=True)
class Subject:
    """`quotation` None is the article's own text."""

    article: Article
    quotation: Quotation | None = None

    @property
    def work(self) -> Work:
        return self.quotation.work if self.quotation else self.article.work

    @property
    def kept_copy(self) -> Evidence | None:
        """The original that it is measured against, where we have one."""
        if self.quotation:
            return self.quotation.kept_copy
        origin = getattr(self.article, "origin", None)
        return origin.kept_copy if origin else None

    @property
    def sheets(self) -> Worksheets:
        return self.article.worksheets.filter(work=self.work)


def judged_by(row: FairUseWorksheet, article: Article | None = None) -> Subject:
    """What this sheet is about. `article` where the caller holds it locked."""
    held = article or row.article
    return Subject(held, None if row.work_id == held.work_id else Quotation.objects.select_related("work").get(work=row.work_id))
