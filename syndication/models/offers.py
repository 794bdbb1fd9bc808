import uuid
from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from syndication.models.agreements import Agreement
from syndication.models.partners import Partner


class OfferKind(models.TextChoices):
    OFFERED = "offered", "Offered"
    CHANGED = "changed", "Changed"
    WITHDRAWN = "withdrawn", "Withdrawn"
    # Rights allow it still, the agreements no longer supply it: the partner keeps what it holds and hears no more of it.
    LAPSED = "lapsed", "No longer supplied"


class OfferQuerySet(models.QuerySet["Offer"]):
    def standing(self) -> Self:
        """The last word on each article."""
        return self.filter(superseded=False)

    def held(self) -> Self:
        """What the partner was given and was not asked to remove."""
        return self.standing().exclude(kind=OfferKind.WITHDRAWN)

    def removals_since(self, since: datetime) -> Self:
        return self.standing().filter(kind=OfferKind.WITHDRAWN, at__gt=since)


class Offer(models.Model):
    """One thing that a partner's feed said: this version is here, or it is gone. Rows are only added; `number` orders them.

    `fingerprint` says under which terms it was offered: another extent or another duty is a change, too.
    """

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="offers")
    number = models.PositiveBigIntegerField()
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("articles.PublishedVersion", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=OfferKind)
    fingerprint = models.CharField(max_length=64, blank=True)
    agreement = models.ForeignKey(
        Agreement, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="Under which it was offered, for its quota."
    )
    at = models.DateTimeField()
    superseded = models.BooleanField(default=False, help_text="A later offer of the same article stands.")

    objects = OfferQuerySet.as_manager()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "number"], name="offer_numbered_once"),
            models.UniqueConstraint(fields=["partner", "article"], condition=Q(superseded=False), name="one_standing_offer_of_an_article"),
        ]
        indexes = [
            # The feed's page: the newest numbers that stand.
            models.Index(fields=["partner", "superseded", "-number"], name="offers_that_stand"),
            # What the partner is still told to remove.
            models.Index(fields=["partner", "-at"], condition=Q(superseded=False, kind=OfferKind.WITHDRAWN), name="removals_that_stand"),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id}:{self.number} {self.kind}"


class FeedState(models.Model):
    """What a partner's feed said last, as a hash, and when we found that it says something else.

    `changed_at` is never twice within one second, so that `Last-Modified` tells any two states apart.
    """

    partner = models.OneToOneField(Partner, on_delete=models.PROTECT, related_name="feed_state")
    signature = models.CharField(max_length=64)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.partner_id}: {self.signature[:8]}"


class TrialState(models.TextChoices):
    SENT = "sent", "Sent"
    CORRECTED = "corrected", "Corrected"
    WITHDRAWN = "withdrawn", "Withdrawn"


class TrialItem(models.Model):
    """An item that is no story, for a partner's technician to try a correction and a withdrawal on. `number` stands among the offers'."""

    partner = models.OneToOneField(Partner, on_delete=models.PROTECT, related_name="trial_item")
    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.PositiveBigIntegerField()
    state = models.CharField(max_length=20, choices=TrialState, default=TrialState.SENT)
    sent_at = models.DateTimeField()
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"Trial item for {self.partner}: {self.get_state_display().lower()}"
