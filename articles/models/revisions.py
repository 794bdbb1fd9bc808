from django.conf import settings
from django.db import models


class Revision(models.Model):
    """What the desk saved, whole: text, credits, tags, pictures, basis. `content_hash` is what a clearance names."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120, blank=True)
    headline = models.CharField(max_length=200)
    dek = models.CharField(max_length=400, blank=True)
    body = models.TextField(blank=True)
    snapshot = models.JSONField(default=dict)
    content_hash = models.CharField(max_length=64)
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["article", "number"], name="revision_numbered_once")]

    def __str__(self) -> str:
        return f"Revision {self.number}"
