from django.db import models


class Fingerprint(models.Model):
    """One hash by which a text of ours is known again (`articles.overlap.fingerprints`); an article keeps each hash once.

    `version` is the first that held it, None where it was only taken in. Written by the publishing act and by the intake.
    """

    # No index of their own: rows are only ever looked for by their value.
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="fingerprints", db_index=False)
    version = models.ForeignKey(
        "articles.PublishedVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="fingerprints", db_index=False
    )
    value = models.BigIntegerField()

    class Meta:
        # Which articles hold one of these hashes: the look-up of `articles/recognising.py`.
        constraints = [models.UniqueConstraint(fields=["value", "article"], name="fingerprint_kept_once")]

    def __str__(self) -> str:
        return f"{self.value:x}"
