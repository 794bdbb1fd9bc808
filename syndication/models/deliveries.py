from datetime import datetime
from typing import Self

from django.db import models
from django.db.models import Q

from rights.vocabulary import Basis
from syndication.models.offers import Offer
from syndication.models.partners import Partner
from syndication.models.tokens import FeedToken


class Delivery(models.Model):
    """That one token was given one offer, for the first time, and in which format. Committed before the answer leaves."""

    token = models.ForeignKey(FeedToken, on_delete=models.PROTECT, related_name="deliveries")
    offer = models.ForeignKey(Offer, on_delete=models.PROTECT, related_name="deliveries")
    format = models.CharField(max_length=10)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "deliveries"
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["token", "offer"], name="delivery_of_an_offer_to_a_token_once")]

    def __str__(self) -> str:
        return f"{self.offer} by {self.token}"


class Lapse(models.TextChoices):
    """Why nobody has to confirm any more."""

    OVERTAKEN = "overtaken", "A later change is asked about instead"
    OFFERED_AGAIN = "offered_again", "Offered again"


class ReceiptQuerySet(models.QuerySet["Receipt"]):
    def open(self) -> Self:
        return self.filter(confirmed_at__isnull=True, lapsed_at__isnull=True)

    def overdue(self, at: datetime) -> Self:
        return self.open().filter(due_at__lte=at)


class Receipt(models.Model):
    """Asked of a partner that holds an article which was corrected or withdrawn: that they did the same. `offer` says which.

    Of one article a partner is asked once at a time: what comes later takes the place of what is open, and is due when that was.
    """

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="receipts")
    offer = models.OneToOneField(Offer, on_delete=models.PROTECT, related_name="receipt")
    asked_at = models.DateTimeField()
    due_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.CharField(max_length=254, blank=True, help_text="The address that the link was mailed to, or who told us.")
    note = models.TextField(blank=True, help_text="What the partner told us.")
    lapsed_at = models.DateTimeField(null=True, blank=True)
    lapsed_because = models.CharField(max_length=20, blank=True, default="", db_default="", choices=Lapse)

    objects = ReceiptQuerySet.as_manager()

    class Meta:
        ordering = ["due_at"]
        constraints = [
            models.CheckConstraint(name="receipt_confirmed_by_somebody", condition=Q(confirmed_at__isnull=True) | ~Q(confirmed_by="")),
            models.CheckConstraint(
                name="receipt_confirmed_or_lapsed_or_open", condition=Q(confirmed_at__isnull=True) | Q(lapsed_at__isnull=True)
            ),
            models.CheckConstraint(name="receipt_lapsed_for_a_reason", condition=Q(lapsed_at__isnull=True) | ~Q(lapsed_because="")),
        ]
        indexes = [models.Index(fields=["due_at"], condition=Q(confirmed_at__isnull=True), name="receipts_that_wait")]

    def __str__(self) -> str:
        return f"Receipt for {self.offer}"

    @property
    def is_open(self) -> bool:
        return self.confirmed_at is None and self.lapsed_at is None

    def is_overdue(self, at: datetime) -> bool:
        """As `overdue` asks of rows."""
        return self.is_open and self.due_at <= at


class Usage(models.Model):
    """How often an article went to a partner in a month. `raw` counts every answer that held it, `filtered` each version once."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="usage")
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    basis = models.CharField(max_length=30, choices=[(str(basis), str(basis).replace("_", " ").capitalize()) for basis in Basis])
    month = models.DateField(help_text="Its first day, in the house's zone.")
    raw = models.PositiveIntegerField(default=0)
    filtered = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "usage"
        ordering = ["-month", "-raw"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "article", "basis", "month"], name="usage_counted_in_one_place"),
            models.CheckConstraint(name="usage_filtered_is_a_part", condition=Q(filtered__lte=models.F("raw"))),
        ]

    def __str__(self) -> str:
        return f"{self.partner_id}, {self.month:%Y-%m}: {self.raw}"

    @property
    def basis_name(self) -> str:
        return "Creative Commons" if self.basis == Basis.CC else self.get_basis_display()
