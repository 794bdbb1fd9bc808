from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.vocabulary import LegalBasis
from rights.code_lists import CodeListField
from rights.vocabulary import Purpose


class FairUseWorksheet(models.Model):
    """Why we think this use is fair, in words, with what was measured. A second person approves it.

    An approved sheet writes grants (`articles/worksheets.py`); it never says that a use is lawful.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="worksheets")
    work = models.ForeignKey("rights.Work", on_delete=models.PROTECT, related_name="worksheets")
    kept_copy = models.ForeignKey("rights.Evidence", on_delete=models.PROTECT, related_name="worksheets")
    content_hash = models.CharField(max_length=64, help_text="Of the text that was measured.")
    legal_basis = models.CharField(
        max_length=20,
        default=LegalBasis.FAIR_USE,
        choices=[(LegalBasis.FAIR_USE, "Fair use"), (LegalBasis.FAIR_DEALING, "Fair dealing"), (LegalBasis.QUOTATION, "Quotation")],
    )
    jurisdiction = models.CharField(max_length=2, help_text="Two letters, for example US.")
    purpose_reason = models.TextField("purpose: what ours adds that the original does not")
    nature_reason = models.TextField("nature: factual or creative, published or not")
    amount_reason = models.TextField("amount: why this much is needed")
    effect_reason = models.TextField("effect: could a reader skip the original?")
    purposes = CodeListField(Purpose)
    excerpt = models.TextField("excerpt for the public", help_text="What everyone may read; the rest stays with registered readers.")
    is_public_in_full = models.BooleanField("the public may read all of it", default=False)
    allows_mail = models.BooleanField("may also go out by mail", default=False)
    measures = models.JSONField(default=dict)
    answers = models.JSONField("the second reader's answers", default=dict, blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    conclusion = models.TextField(blank=True)
    review_due_at = models.DateTimeField(null=True, blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-written_at", "-id"]
        constraints = [
            models.CheckConstraint(
                name="worksheet_needs_a_second_person",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("written_by")),
                violation_error_message="A worksheet is approved by another person, never by the one who wrote it.",
            ),
            models.CheckConstraint(
                name="worksheet_approval_names_person_and_time",
                condition=Q(approved_by__isnull=True, approved_at__isnull=True) | Q(approved_by__isnull=False, approved_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"Fair-use worksheet for {self.article}"

    @property
    def is_approved(self) -> bool:
        return self.approved_at is not None and self.superseded_at is None
