from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.models.worksheets import FairUseWorksheet
from articles.sheet_words import Outcome, ReopenedBy
from rights.models.works import NoRowsLost


class SecondReading(models.Model):
    """An outside person asked by mail to read a worksheet. Their link is good once, until `ends_at`, for this text.

    Name and address stand here, beside the chain; the ledger holds only `reader_mark`.
    """

    worksheet = models.ForeignKey(FairUseWorksheet, on_delete=models.PROTECT, related_name="readings")
    name = models.CharField(max_length=120)
    address = models.EmailField("e-mail address")
    reader_mark = models.CharField(max_length=64, editable=False)
    content_hash = models.CharField(max_length=64, help_text="Of the text that is to be read.")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    outcome = models.CharField(max_length=12, blank=True)
    reason = models.TextField(blank=True)
    answers = models.JSONField(default=dict, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    objects = NoRowsLost.as_manager()

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.CheckConstraint(name="reading_ends_after_it_is_asked_for", condition=Q(ends_at__gt=F("asked_at"))),
            models.CheckConstraint(
                name="reading_with_an_outcome_is_closed",
                condition=Q(outcome="") | (Q(closed_at__isnull=False) & Q(outcome__in=[str(o) for o in Outcome])),
            ),
            models.UniqueConstraint(fields=["worksheet"], condition=Q(closed_at__isnull=True), name="one_open_reading_of_a_worksheet"),
        ]

    def __str__(self) -> str:
        return f"{self.name} reads {self.worksheet}"


class Reopening(models.Model):
    """Why an approved sheet needs another reading before its time."""

    worksheet = models.ForeignKey(FairUseWorksheet, on_delete=models.PROTECT, related_name="reopenings")
    code = models.CharField(max_length=20, choices=[(r.value, r.value.replace("_", " ").capitalize()) for r in ReopenedBy])
    note = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    objects = NoRowsLost.as_manager()

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["worksheet", "code"], name="worksheet_reopened_once_for_a_reason")]

    def __str__(self) -> str:
        return f"{self.get_code_display()}: {self.worksheet}"
