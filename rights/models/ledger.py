from django.conf import settings
from django.db import models

from rights.models.works import NoRowsLost, Work


class LedgerEntry(models.Model):
    """One rights decision in an append-only, hash-chained record. `rights/ledger.py` appends; triggers refuse the rest.

    Who acted stands beside the chain; the chain itself holds only `actor_mark`, a salted hash.
    """

    number = models.PositiveBigIntegerField(unique=True)
    at = models.DateTimeField()
    act = models.CharField(max_length=40)
    work = models.ForeignKey(Work, null=True, on_delete=models.PROTECT, related_name="ledger")
    role = models.CharField(max_length=30, blank=True)
    details = models.JSONField(default=dict)
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    actor_mark = models.CharField(max_length=64, blank=True)
    previous_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64, unique=True)

    objects = NoRowsLost.as_manager()

    class Meta:
        ordering = ["number"]
        verbose_name_plural = "ledger"

    def __str__(self) -> str:
        return f"{self.number} {self.act}"
