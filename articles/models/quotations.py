from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from rights.models.works import NoRowsLost


class QuotationQuerySet(NoRowsLost["Quotation"]):
    def standing(self) -> Self:
        return self.filter(removed_at__isnull=True)


class Quotation(models.Model):
    """Words of somebody else's published work that stand in an article, with rights of their own.

    Who wrote them and where is on the work. Where they may not be shown they are cut, and shown as cut; if
    `is_needed`, the article does not stand without them and stays in. Rows are kept: `removed_at` ends one.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="quotations")
    work = models.OneToOneField("rights.Work", on_delete=models.PROTECT, related_name="quotation")
    words = models.TextField(help_text="The quoted words, letter for letter, as they stand in the text.")
    is_needed = models.BooleanField("the article does not stand without them", default=False, db_default=False)
    kept_copy = models.ForeignKey("rights.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="quotations")
    position = models.PositiveSmallIntegerField(default=0, db_default=0)
    marked_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    marked_at = models.DateTimeField(editable=False)
    removed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = QuotationQuerySet.as_manager()

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.CheckConstraint(name="quotation_has_words", condition=~Q(words=""))]

    def __str__(self) -> str:
        return f"“{self.words if len(self.words) <= 60 else self.words[:59].rstrip() + '…'}”"
