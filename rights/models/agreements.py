from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from rights.models.works import NoRowsLost, ends_after_it_starts


class AgreementQuerySet(NoRowsLost["ContributorAgreement"]):
    def in_force(self, at: datetime) -> Self:
        return self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)


class ContributorAgreement(models.Model):
    """What somebody who writes or draws for us agreed to: the proof, from when to when, and what we may do with their work.

    `contributor_key` is the slug of the author at the desk. `keeps_what_was_delivered`: what was based on it while it ran
    stays ours to use after its end; otherwise its end takes the right along.
    """

    contributor = models.CharField(max_length=200)
    contributor_key = models.CharField(max_length=80, db_index=True)
    reference = models.CharField(max_length=80, unique=True, help_text="As the contract is filed, for example 2026-014.")
    evidence = models.ForeignKey("rights.Evidence", on_delete=models.PROTECT, related_name="agreements")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    is_onward = models.BooleanField("may be passed on to partners", default=False)
    is_exclusive = models.BooleanField("for us alone", default=False)
    keeps_what_was_delivered = models.BooleanField(default=True)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["contributor", "-starts_at"]
        constraints = [
            models.CheckConstraint(
                name="contributor_agreement_ends_after_it_starts",
                condition=ends_after_it_starts("starts_at", "ends_at"),
                violation_error_message="The agreement must end after it begins. Correct one of the two dates.",
            ),
            models.CheckConstraint(
                name="contributor_agreement_names_its_contributor", condition=~Q(contributor="") & ~Q(contributor_key="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contributor}, {self.reference}"

    def is_in_force(self, at: datetime) -> bool:
        return self.starts_at <= at and (self.ends_at is None or at < self.ends_at)
