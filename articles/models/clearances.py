from typing import Self

from django.conf import settings
from django.db import models


class ClearanceQuerySet(models.QuerySet["Clearance"]):
    def standing(self) -> Self:
        return self.filter(voided_at__isnull=True)


class Clearance(models.Model):
    """The rights desk's yes to one revision: it names the hash of body, works, credits and basis."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="clearances")
    revision = models.ForeignKey("articles.Revision", on_delete=models.PROTECT, related_name="clearances")
    content_hash = models.CharField(max_length=64)
    note = models.TextField(blank=True)
    cleared_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    cleared_at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)

    objects = ClearanceQuerySet.as_manager()

    class Meta:
        ordering = ["-cleared_at", "-id"]

    def __str__(self) -> str:
        return f"Clearance of {self.revision}"
