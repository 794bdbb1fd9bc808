"""Who receives our material: partners, what was agreed, their tokens, and what each feed was offered."""

from datetime import datetime, timedelta
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from house.proper_values import territory_code
from rights.code_lists import CodeListField
from rights.vocabulary import Channel, Part, PartyClass

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


class AgreementQuerySet(models.QuerySet["Agreement"]):
    def in_force(self, at: datetime) -> Self:
        return self.filter(Q(ends_at__isnull=True) | Q(ends_at__gt=at), starts_at__lte=at)


class Agreement(models.Model):
    """What a partner may pull, how much of it, from when to when. Rights still decide each item."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="agreements")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    part = models.CharField(max_length=20, choices=[(p.value, p.value.capitalize()) for p in Part], default=Part.FULL)
    channels = CodeListField(Channel, help_text="None chosen means every channel. Feeds go to the web.")
    sections = models.ManyToManyField("articles.Section", blank=True, help_text="None chosen means every section.")
    contract = models.ForeignKey("rights.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField(blank=True)

    objects = AgreementQuerySet.as_manager()

    class Meta:
        ordering = ["-starts_at"]
        constraints = [
            models.CheckConstraint(
                name="agreement_ends_after_it_starts",
                condition=Q(ends_at__isnull=True) | Q(ends_at__gt=F("starts_at")),
                violation_error_message="The agreement must end after it starts. Correct one of the two dates.",
            ),
        ]

    def __str__(self) -> str:
        return f"Agreement with {self.partner}"


class FeedToken(models.Model):
    """A secret address. Only its hash is kept; the token is shown once."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80, default="main")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    last_characters = models.CharField(max_length=4, editable=False)
    created_at = models.DateTimeField(editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} …{self.last_characters}"

    def is_good(self, at: datetime) -> bool:
        """Not revoked and not expired."""
        return (self.revoked_at is None or at < self.revoked_at) and (self.expires_at is None or at < self.expires_at)


class OfferKind(models.TextChoices):
    OFFERED = "offered", "Offered"
    CHANGED = "changed", "Changed"
    WITHDRAWN = "withdrawn", "Withdrawn"


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
