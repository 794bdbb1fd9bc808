from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from rights.models.works import NoRowsLost, ends_after_it_starts
from rights.vocabulary import Basis


class ContactKind(models.TextChoices):
    PERMISSIONS = "permissions", "Permissions"
    PRESS = "press", "Media inquiries"


class Source(models.Model):
    """A publisher whose work we use."""

    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True)
    home_url = models.URLField("home page", max_length=500, blank=True)
    copyright_holder = models.CharField(max_length=200, blank=True, help_text="Who holds the rights in this source's own work.")
    default_basis = models.CharField(max_length=30, choices=[(b.value, b.value) for b in Basis], default=Basis.UNKNOWN)
    default_licence = models.ForeignKey("rights.Licence", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    note = models.TextField("note for the desk", blank=True)
    ended_at = models.DateTimeField("end of the relationship", null=True, blank=True)
    end_reason = models.CharField("why it ended", max_length=300, blank=True, default="", db_default="")
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    def has_ended(self, at: datetime) -> bool:
        return self.ended_at is not None and self.ended_at <= at


class SourceContact(models.Model):
    """Whom to ask. An address that the site hid is recorded as not readable and never stored."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="contacts")
    kind = models.CharField(max_length=20, choices=ContactKind)
    address = models.CharField("mail or web address", max_length=300, blank=True)
    is_readable = models.BooleanField(default=True)
    quote = models.TextField("the words it was read from", blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="contact_readable_or_empty",
                condition=models.Q(is_readable=True) | models.Q(address=""),
                violation_error_message="An address that could not be read is left empty.",
            ),
        ]

    def __str__(self) -> str:
        return self.address if self.is_readable else "no contact could be read"


class SourceTermsQuerySet(NoRowsLost["SourceTerms"]):
    def in_force(self, at: datetime) -> Self:
        """Confirmed by a person, begun and not ended. The newest of a source comes first."""
        begun = self.filter(confirmed_at__isnull=False, valid_from__lte=at)
        return begun.filter(Q(valid_to__isnull=True) | Q(valid_to__gt=at)).order_by("-number")


class SourceTerms(models.Model):
    """What a source's page said about the use of its own work, as seen on one day: the kept copy is the proof.

    `valid_to` is the moment from which nothing may rest on these terms any more. `digest` is the same for the same words.
    """

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="terms")
    number = models.PositiveIntegerField()
    evidence = models.ForeignKey("rights.Evidence", on_delete=models.PROTECT, related_name="terms")
    digest = models.CharField(max_length=64)
    seen_at = models.DateTimeField()
    valid_from = models.DateTimeField()
    valid_to = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)

    objects = SourceTermsQuerySet.as_manager()

    class Meta:
        ordering = ["-number"]
        verbose_name_plural = "source terms"
        constraints = [
            models.UniqueConstraint(fields=["source", "number"], name="terms_numbered_once"),
            models.CheckConstraint(name="terms_end_after_they_start", condition=ends_after_it_starts("valid_from", "valid_to")),
        ]

    def __str__(self) -> str:
        return f"{self.source}: terms {self.number}"

    @property
    def spdx_id(self) -> str:
        """What these terms are called where a licence is named."""
        return f"LicenseRef-{self.source.slug}-{self.number}"

    def are_in_force(self, at: datetime) -> bool:
        return self.confirmed_at is not None and self.valid_from <= at and (self.valid_to is None or at < self.valid_to)
