from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import Q

from house.charsets import decode
from rights.models.works import NoRowsLost, Work
from rights.vocabulary import TermKind


class EvidenceKind(models.TextChoices):
    PASTED_COPY = "pasted_copy", "Pasted copy of a page"
    FETCHED_PAGE = "fetched_page", "Fetched page"
    UPLOADED_FILE = "uploaded_file", "Uploaded file"
    LETTER = "letter", "Letter or mail"
    CONTRACT = "contract", "Contract"


class EvidenceQuerySet(NoRowsLost["Evidence"]):
    def without_content(self) -> Self:
        return self.defer("content")


class Evidence(models.Model):
    """What we hold to prove a right: the very bytes, their hash, when and how we got them. Never shown to the public."""

    kind = models.CharField(max_length=20, choices=EvidenceKind)
    title = models.CharField(max_length=300)
    url = models.CharField("address", max_length=1000, blank=True)
    content = models.BinaryField()
    content_type = models.CharField(max_length=100, default="text/plain; charset=utf-8")
    plain_text = models.TextField(blank=True, help_text="The text as it was read; proposals count its characters.")
    sha256 = models.CharField(max_length=64)
    size_bytes = models.PositiveIntegerField()
    obtained_at = models.DateTimeField()
    obtained_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey("rights.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="evidence")

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["-obtained_at"]
        verbose_name_plural = "evidence"
        constraints = [models.CheckConstraint(name="evidence_has_a_hash", condition=~Q(sha256=""))]

    def __str__(self) -> str:
        return self.title

    @property
    def text(self) -> str:
        """What can be read of it: as its reader understood it, else its bytes as text."""
        return self.plain_text or decode(bytes(self.content), self.content_type)


class TermProposal(models.Model):
    """What the terms reader proposes, with the words it rests on. It holds nothing until a person confirms it.

    Read in the small print of one work, or in a source's own terms page.
    """

    work = models.ForeignKey(Work, null=True, blank=True, on_delete=models.PROTECT, related_name="proposals")
    terms = models.ForeignKey("rights.SourceTerms", null=True, blank=True, on_delete=models.PROTECT, related_name="proposals")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="proposals")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value.replace("_", " ").capitalize()) for k in TermKind])
    rule = models.CharField(max_length=60)
    codes = models.JSONField(default=dict, blank=True)
    quote = models.TextField()
    start = models.PositiveIntegerField(help_text="In characters, in the kept copy.")
    end = models.PositiveIntegerField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    is_confirmed = models.BooleanField(null=True, blank=True)

    objects = NoRowsLost.as_manager()

    class Meta:
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                name="proposal_of_a_work_or_of_terms",
                condition=Q(work__isnull=False, terms__isnull=True) | Q(work__isnull=True, terms__isnull=False),
            ),
            models.CheckConstraint(name="proposal_quotes_something", condition=Q(end__gt=models.F("start"))),
            models.CheckConstraint(
                name="proposal_answer_names_its_time",
                condition=Q(is_confirmed__isnull=True, decided_at__isnull=True) | Q(is_confirmed__isnull=False, decided_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.quote[:60]}"
