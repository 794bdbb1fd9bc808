from typing import NoReturn, TypeVar

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from rights.vocabulary import Basis, Whose, WorkKind

Row = TypeVar("Row", bound=models.Model)

WHOSE_LABELS = [
    (Whose.OURS, "Ours"),
    (Whose.SOURCES_OWN, "The source's own"),
    (Whose.THIRD_PARTY, "Someone else's"),
    (Whose.NOT_KNOWN, "Not known"),
]


class Work(models.Model):
    """One thing that rights hang on: a text, a picture, a chart, a quotation.

    `original_published_at` stays empty when nobody knows it. A basis counts only once it is confirmed.
    """

    kind = models.CharField(max_length=20, choices=[(k.value, k.value) for k in WorkKind], default=WorkKind.TEXT)
    title = models.CharField(max_length=300, blank=True)
    whose = models.CharField("whose is it?", max_length=20, choices=WHOSE_LABELS, default=Whose.NOT_KNOWN)
    basis = models.CharField(max_length=30, choices=[(b.value, b.value) for b in Basis], default=Basis.UNKNOWN)
    basis_confirmed_at = models.DateTimeField(null=True, blank=True)
    basis_confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    source = models.ForeignKey("rights.Source", null=True, blank=True, on_delete=models.PROTECT, related_name="works")
    licence = models.ForeignKey("rights.Licence", null=True, blank=True, on_delete=models.PROTECT, related_name="works")
    terms = models.ForeignKey("rights.SourceTerms", null=True, blank=True, on_delete=models.PROTECT, related_name="works")
    agreement = models.ForeignKey("rights.ContributorAgreement", null=True, blank=True, on_delete=models.PROTECT, related_name="works")
    holder = models.CharField("copyright holder", max_length=200, blank=True)
    copyright_line = models.CharField(max_length=300, blank=True, help_text="Shown exactly so, for example: © 2026 Harbour Record.")
    original_author = models.CharField(max_length=300, blank=True)
    original_title = models.CharField(max_length=300, blank=True)
    original_url = models.URLField("address of the original", max_length=1000, blank=True)
    original_published_at = models.DateTimeField(null=True, blank=True)
    changes_note = models.CharField("what we changed", max_length=300, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="work_unknown_owner_has_no_source_terms",
                condition=~Q(basis=Basis.SOURCE_TERMS) | Q(whose=Whose.SOURCES_OWN),
                violation_error_message="The source's terms cover only the source's own work. Say whose text this is.",
            ),
            models.CheckConstraint(
                name="work_cc_names_its_licence",
                condition=~Q(basis=Basis.CC) | Q(licence__isnull=False),
                violation_error_message="Choose the licence that the work is under.",
            ),
            models.CheckConstraint(
                name="work_unknown_basis_is_never_confirmed",
                condition=~Q(basis=Basis.UNKNOWN) | Q(basis_confirmed_at__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return self.title or f"{self.kind} {self.pk}"

    @property
    def is_verified(self) -> bool:
        return self.basis_confirmed_at is not None


class NoRowsLost(models.QuerySet[Row]):
    """Rows that may be proved from later: no bulk delete."""

    def delete(self) -> NoReturn:
        raise TypeError("Rights records are kept: end or revoke them instead of deleting.")


def ends_after_it_starts(start: str, end: str) -> Q:
    return Q(**{f"{start}__isnull": True}) | Q(**{f"{end}__isnull": True}) | Q(**{f"{end}__gt": F(start)})
