from django.conf import settings
from django.db import models


class MediaAsset(models.Model):
    """A picture in the library, with its own rights. The original is never served."""

    title = models.CharField(max_length=200)
    file = models.FileField(upload_to="originals/%Y/%m")
    width = models.PositiveIntegerField(editable=False)
    height = models.PositiveIntegerField(editable=False)
    sha256 = models.CharField(max_length=64, editable=False, db_index=True)
    alt_text = models.CharField("alternative text", max_length=400, blank=True)
    caption = models.CharField(max_length=400, blank=True)
    credit_line = models.CharField(max_length=200, blank=True, help_text="Who made or supplied it.")
    work = models.OneToOneField("rights.Work", on_delete=models.PROTECT, related_name="picture")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    uploaded_at = models.DateTimeField(editable=False)

    class Meta:
        ordering = ["-uploaded_at"]
        verbose_name = "picture"

    def __str__(self) -> str:
        return self.title


class Rendition(models.Model):
    """One size and format of a picture, made by us, carrying the rights data over."""

    asset = models.ForeignKey(MediaAsset, on_delete=models.CASCADE, related_name="renditions")
    width = models.PositiveIntegerField()
    height = models.PositiveIntegerField()
    extension = models.CharField(max_length=5)
    content_hash = models.CharField(max_length=16)
    file = models.FileField(upload_to="renditions/%Y/%m")
    size_bytes = models.PositiveIntegerField()

    class Meta:
        ordering = ["width"]
        constraints = [models.UniqueConstraint(fields=["asset", "width", "extension"], name="one_rendition_of_a_size")]

    def __str__(self) -> str:
        return f"{self.asset_id}/{self.content_hash}-{self.width}.{self.extension}"
