"""Who receives our material: partners, what was agreed, their tokens, and what each feed was offered."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from rights.code_lists import CodeListField
from rights.vocabulary import Channel, Part, PartyClass


class PartnerState(models.TextChoices):
    ACTIVE = "active", "Active"
    SUSPENDED = "suspended", "Suspended"
    ENDED = "ended", "Ended"


class Partner(models.Model):
    """An outlet that we supply."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=60, unique=True)
    home_url = models.URLField("home page", max_length=500, blank=True)
    contact = models.EmailField(blank=True)
    territory = models.CharField(max_length=2, blank=True, help_text="Two letters, for example DE.")
    state = models.CharField(max_length=20, choices=PartnerState, default=PartnerState.ACTIVE)
    state_changed_at = models.DateTimeField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


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
        return self.party_class


class Agreement(models.Model):
    """What a partner may pull, how much of it, from when to when. Rights still decide each item."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="agreements")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True, blank=True)
    part = models.CharField(max_length=20, choices=[(p.value, p.value.capitalize()) for p in Part], default=Part.FULL)
    channels = CodeListField(Channel)
    sections = models.ManyToManyField("articles.Section", blank=True, help_text="None chosen means every section.")
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


class OfferKind(models.TextChoices):
    OFFERED = "offered", "Offered"
    CHANGED = "changed", "Changed"
    WITHDRAWN = "withdrawn", "Withdrawn"


class Offer(models.Model):
    """One thing that a partner's feed said: this version is here, or it is gone. Rows are only added; `number` orders them."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="offers")
    number = models.PositiveBigIntegerField()
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="+")
    version = models.ForeignKey("articles.PublishedVersion", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20, choices=OfferKind)
    at = models.DateTimeField()
    superseded = models.BooleanField(default=False, help_text="A later offer of the same article stands.")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["partner", "number"], name="offer_numbered_once"),
            models.UniqueConstraint(fields=["partner", "article"], condition=Q(superseded=False), name="one_standing_offer_of_an_article"),
        ]
        indexes = [models.Index(fields=["partner", "superseded", "-number"], name="offers_that_stand")]

    def __str__(self) -> str:
        return f"{self.partner_id}:{self.number} {self.kind}"
