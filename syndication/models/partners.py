from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from house.proper_values import territory_code
from rights.vocabulary import PartyClass

#: How long a withdrawal is told, and how long a stopped partner still hears of removals.
KEPT = timedelta(days=30)


#: A fact about a partner that somebody has to find out first: until then it counts against us.
RECORDED = [(None, "Not recorded"), (True, "Yes"), (False, "No")]


class PartnerState(models.TextChoices):
    ACTIVE = "active", "Active"
    SUSPENDED = "suspended", "Suspended"
    ENDED = "ended", "Ended"


class PartnerQuerySet(models.QuerySet["Partner"]):
    def active(self) -> Self:
        return self.filter(state=PartnerState.ACTIVE)

    def with_memberships(self) -> Self:
        return self.prefetch_related("memberships")


class Partner(models.Model):
    """An outlet that we supply. Its slug is the key that grants name it by, so it never changes."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60, unique=True)
    home_url = models.URLField("home page", max_length=500, blank=True)
    contact = models.EmailField(blank=True)
    territory = models.CharField(max_length=2, blank=True, help_text="Two capital letters, for example DE.", validators=[territory_code])
    is_commercial = models.BooleanField(
        "commercial", default=False, help_text="Also for a community or news site that lives from advertising or sales."
    )
    pays_us = models.BooleanField(
        "pays us for what we supply",
        null=True,
        blank=True,
        choices=RECORDED,
        help_text="Some owners forbid that their work is sold on. Until it is recorded, such work is kept back.",
    )
    carries_advertising = models.BooleanField(
        null=True,
        blank=True,
        choices=RECORDED,
        help_text="Some owners want no advertising beside their work. Until it is recorded, such work is kept back.",
    )
    state = models.CharField(max_length=20, choices=PartnerState, default=PartnerState.ACTIVE)
    state_changed_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects = PartnerQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            # The thirty days in which a suspended or ended partner still hears of removals run from it.
            models.CheckConstraint(
                name="partner_stopped_has_a_date", condition=Q(state=PartnerState.ACTIVE) | Q(state_changed_at__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def is_stopped(self) -> bool:
        """Suspended or ended: no articles, and after thirty days no feed."""
        return self.state != PartnerState.ACTIVE

    def has_lapsed(self, at: datetime) -> bool:
        """Stopped for so long that nothing is told any more."""
        return self.is_stopped and self.state_changed_at is not None and self.state_changed_at + KEPT <= at


class ClassMembership(models.Model):
    """That a partner belongs to a class is a recorded fact with evidence, not a box the partner ticks."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="memberships")
    party_class = models.CharField("class", max_length=30, choices=[(c.value, c.value.replace("_", " ").capitalize()) for c in PartyClass])
    evidence_note = models.TextField("evidence", help_text="How we know: their statutes, their site, a letter, with its date.")
    evidence = models.ForeignKey("rights.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    recorded_at = models.DateTimeField(editable=False)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["partner", "party_class"], condition=Q(ended_at__isnull=True), name="partner_in_a_class_once"),
            models.CheckConstraint(
                name="membership_has_evidence",
                condition=~Q(evidence_note=""),
                violation_error_message="Say how we know that the partner belongs to this class.",
            ),
        ]

    def __str__(self) -> str:
        return self.get_party_class_display()


class ContactQuerySet(models.QuerySet["PartnerContact"]):
    def present(self) -> Self:
        return self.filter(ended_at__isnull=True)


class PartnerContact(models.Model):
    """A person at the partner's. They sign in to the partner's own page by a link mailed to this address."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="contacts")
    name = models.CharField(max_length=120)
    email = models.EmailField()
    duty = models.CharField(max_length=120, blank=True, help_text="What they do there: editor on duty, technician, contracts.")
    hears_corrections = models.BooleanField("gets corrections and withdrawals by mail", default=True)
    ended_at = models.DateTimeField("no longer there since", null=True, blank=True)

    objects = ContactQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["partner", "email"],
                condition=Q(ended_at__isnull=True),
                name="one_present_contact_per_address",
                violation_error_message="This address stands here already. End the other row first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>"
