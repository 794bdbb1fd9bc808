from datetime import datetime, timedelta

from django.db import models
from django.db.models import F, Q

from house.proper_values import list_of_language_codes, list_of_territories
from rights.code_lists import CodeListField
from rights.vocabulary import Basis, Channel, Part
from syndication.models.partners import Partner


class Agreement(models.Model):
    """What a partner may pull, how much of it, from when to when. Rights still decide each item.

    An empty selection (sections, tags, authors, languages, bases) leaves nothing out; several narrow one another.
    """

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="agreements")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    part = models.CharField(max_length=20, choices=[(p.value, p.value.capitalize()) for p in Part], default=Part.FULL)
    channels = CodeListField(Channel, help_text="None chosen means every channel. Feeds go to the web.")
    territories = models.JSONField(
        "countries",
        default=list,
        db_default=models.Value([], models.JSONField()),
        blank=True,
        validators=[list_of_territories],
        help_text="Where the partner may publish it: two capital letters each, for example DE AT. Empty means anywhere.",
    )
    sections = models.ManyToManyField("articles.Section", blank=True, help_text="None chosen means every section.")
    tags = models.ManyToManyField("taggit.Tag", blank=True, related_name="+", help_text="None chosen means every tag, and none.")
    authors = models.ManyToManyField("articles.Author", blank=True, related_name="+", help_text="None chosen means everybody.")
    languages = models.JSONField(
        default=list,
        db_default=models.Value([], models.JSONField()),
        blank=True,
        validators=[list_of_language_codes],
        help_text="Codes such as en or de. Empty means every language.",
    )
    bases = CodeListField(Basis, db_default=models.Value([], models.JSONField()), help_text="None chosen means every basis.")
    delay_minutes = models.PositiveIntegerField(
        "delay in minutes", default=0, db_default=0, help_text="How long after our own publication the partner gets it."
    )
    quota = models.PositiveIntegerField(
        "stories a month", null=True, blank=True, help_text="Once as many were supplied, no new ones follow until the month ends."
    )
    suspended_at = models.DateTimeField(null=True, blank=True, editable=False)
    contract = models.ForeignKey("rights.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                violation_error_message="The agreement must end after it starts. Correct one of the two dates.",
            ),
            models.CheckConstraint(
                name="agreement_quota_is_of_something",
                condition=Q(quota__isnull=True) | Q(quota__gt=0),
                violation_error_message="A quota of 0 supplies nothing. Give a number, or suspend the agreement.",
            ),
        ]

    def __str__(self) -> str:
        return f"Agreement with {self.partner}"

    def is_in_force(self, at: datetime) -> bool:
        """Begun, not ended, not suspended."""
        return self.suspended_at is None and self.starts_at <= at and (self.ends_at is None or at < self.ends_at)

    def standing(self, at: datetime) -> str:
        """In two words, for people."""
        if self.ends_at is not None and self.ends_at <= at:
            return "ended"
        if self.suspended_at is not None:
            return "suspended"
        return "in force" if self.starts_at <= at else "not begun"

    @property
    def delay(self) -> timedelta:
        return timedelta(minutes=self.delay_minutes)
