from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from rights.models.works import NoRowsLost, Work, ends_after_it_starts
from rights.vocabulary import HoldKind


class HoldQuerySet(NoRowsLost["Hold"]):
    def standing(self) -> Self:
        return self.filter(lifted_at__isnull=True)


class Hold(models.Model):
    """Stops a work at every exit at once, until it is lifted."""

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="holds")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value.capitalize()) for k in HoldKind], default=HoldKind.RIGHTS)
    reason = models.TextField()
    placed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    placed_at = models.DateTimeField()
    lifted_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = HoldQuerySet.as_manager()

    class Meta:
        ordering = ["-placed_at"]
        constraints = [
            models.CheckConstraint(name="hold_is_lifted_after_it_is_placed", condition=ends_after_it_starts("placed_at", "lifted_at")),
            models.UniqueConstraint(fields=["work", "kind"], condition=Q(lifted_at__isnull=True), name="one_standing_hold_of_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()} hold"
