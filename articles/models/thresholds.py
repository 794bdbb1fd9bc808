from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from rights.models.works import NoRowsLost


def _bounded(low: int, high: int) -> list[MinValueValidator | MaxValueValidator]:
    return [MinValueValidator(low), MaxValueValidator(high)]


class SheetThresholds(models.Model):
    """From which figures on the second reader is asked, from `valid_from` on. The newest row holds; rows are never edited."""

    max_share_of_source = models.FloatField("share of the original", default=0.10, validators=_bounded(0, 1), help_text="Between 0 and 1.")
    max_run_words = models.PositiveSmallIntegerField("longest run, in words", default=60)
    max_unmarked_share = models.FloatField("share not marked as quotation", default=0, validators=_bounded(0, 1))
    whole_share = models.FloatField("from which share on it is the whole", default=0.9, validators=_bounded(0, 1))
    max_items_90d = models.PositiveSmallIntegerField("items of one source in 90 days", default=5)
    quotation_words = models.PositiveSmallIntegerField(
        "unattributed quotation, in words",
        default=6,
        validators=_bounded(3, 100),
        help_text="From how many words on it needs a name.",
    )
    link_days = models.PositiveSmallIntegerField("how many days a mailed link is good", default=14, validators=_bounded(1, 90))
    reason = models.TextField("why these")
    valid_from = models.DateTimeField(editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")

    objects = NoRowsLost.as_manager()

    class Meta:
        ordering = ["-valid_from", "-id"]
        verbose_name = "fair-use thresholds"
        verbose_name_plural = "fair-use thresholds"
        constraints = [
            models.CheckConstraint(
                name="threshold_shares_are_shares",
                condition=Q(max_share_of_source__range=(0, 1)) & Q(max_unmarked_share__range=(0, 1)) & Q(whole_share__range=(0, 1)),
            ),
            models.CheckConstraint(name="thresholds_have_a_reason", condition=~Q(reason="")),
        ]

    def __str__(self) -> str:
        return f"Thresholds since {self.valid_from:%d %b %Y}" if self.valid_from else "Fair-use thresholds"
