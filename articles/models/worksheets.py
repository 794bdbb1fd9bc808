from datetime import datetime
from typing import Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q, Value

from articles import sheet_words as words
from articles.vocabulary import LegalBasis
from rights.code_lists import CodeListField
from rights.models.works import NoRowsLost
from rights.vocabulary import Purpose

#: What the database writes where code from before this column names none.
NO_CODES, NO_ENTRIES = Value([], models.JSONField()), Value({}, models.JSONField())


class Worksheets(NoRowsLost["FairUseWorksheet"]):
    def standing(self) -> Self:
        return self.filter(superseded_at__isnull=True)

    def waiting(self) -> Self:
        """For a second reader's answer."""
        return self.standing().filter(outcome="", approved_at__isnull=True)

    def to_judge_again(self, at: datetime) -> Self:
        """Approved and due by now, or answered with no or back: the first to fall due is the first."""
        is_due = Q(approved_at__isnull=False, review_due_at__lte=at)
        return self.standing().filter(is_due | Q(outcome__in=[words.Outcome.REFUSED, words.Outcome.SENT_BACK])).order_by("review_due_at")

    def approved(self) -> Self:
        return self.standing().filter(approved_at__isnull=False)


class FairUseWorksheet(models.Model):
    """Why we think this use is fair, in words, with what was measured. A second person approves it.

    An approved sheet writes grants (`articles/worksheets/`); it never says that a use is lawful. A sheet is never
    edited: to judge again is to write the next `number`. `facts` is what the desk knew by itself when it was written.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="worksheets")
    work = models.ForeignKey("rights.Work", on_delete=models.PROTECT, related_name="worksheets")
    number = models.PositiveSmallIntegerField("version", default=1, db_default=1)
    revision = models.ForeignKey("articles.Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kept_copy = models.ForeignKey("rights.Evidence", null=True, blank=True, on_delete=models.PROTECT, related_name="worksheets")
    content_hash = models.CharField(max_length=64, help_text="Of the text that was measured.")
    facts = models.JSONField("what the desk knew", default=dict, db_default=NO_ENTRIES, blank=True)
    thresholds = models.ForeignKey("articles.SheetThresholds", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    legal_basis = models.CharField(
        max_length=20,
        default=LegalBasis.FAIR_USE,
        choices=[(LegalBasis.FAIR_USE, "Fair use"), (LegalBasis.FAIR_DEALING, "Fair dealing"), (LegalBasis.QUOTATION, "Quotation")],
    )
    jurisdiction = models.CharField(max_length=2, help_text="Two letters, for example US.")
    situation = models.CharField(max_length=20, blank=True, db_default="")
    obtained = models.CharField("how we came by the copy", max_length=20, blank=True, db_default="")
    publication = models.CharField(max_length=20, blank=True, db_default="")
    copy_kind = models.CharField("whose wares it is", max_length=20, blank=True, db_default="")

    aims = CodeListField(words.Aim, db_default=NO_CODES)
    purpose_reason = models.TextField("purpose: what ours adds that the original does not")
    would_run_alone = models.BooleanField("would we run it without a text of ours?", null=True, blank=True)
    nature_reason = models.TextField("nature: factual or creative, published or not")
    character = models.CharField("factual or creative", max_length=20, blank=True, db_default="")
    source_kinds = CodeListField(words.SourceKind, db_default=NO_CODES)
    amount_reason = models.TextField("amount: why this much is needed")
    is_heart = models.BooleanField("is it the heart of the original?", null=True, blank=True)
    alternatives = CodeListField(words.Alternative, db_default=NO_CODES)
    source_images = models.PositiveSmallIntegerField("pictures in the original", null=True, blank=True)
    original_width = models.PositiveIntegerField("width of their picture", null=True, blank=True)
    original_height = models.PositiveIntegerField("height of their picture", null=True, blank=True)
    effect_reason = models.TextField("effect: could a reader skip the original?")
    source_paywall = models.CharField("the source's paywall", max_length=20, blank=True, db_default="")
    price_known = models.CharField("what a licence would cost", max_length=200, blank=True, db_default="")
    cmi_kept = models.BooleanField("no credit, notice or mark of theirs was removed", null=True, blank=True)
    weights = models.JSONField("to which side each factor leans", default=dict, db_default=NO_ENTRIES, blank=True)

    purposes = CodeListField(Purpose)
    excerpt = models.TextField("excerpt for the public", help_text="What everyone may read; the rest stays with registered readers.")
    is_public_in_full = models.BooleanField("the public may read all of it", default=False)
    allows_mail = models.BooleanField("may also go out by mail", default=False)
    measures = models.JSONField(default=dict)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    outcome = models.CharField(max_length=12, blank=True, db_default="")
    outcome_reason = models.TextField(blank=True, db_default="")
    answers = models.JSONField("the second reader's answers", default=dict, blank=True)
    approved_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_reading = models.ForeignKey("articles.SecondReading", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    counsel_consulted = models.BooleanField(null=True, blank=True)
    conclusion = models.TextField(blank=True)
    review_due_at = models.DateTimeField(null=True, blank=True)
    reopened_at = models.DateTimeField(null=True, blank=True)
    superseded_at = models.DateTimeField(null=True, blank=True)

    objects = Worksheets.as_manager()

    class Meta:
        ordering = ["-written_at", "-id"]
        # The desk's card of reviews: approved sheets by the day on which they are due.
        indexes = [models.Index(fields=["review_due_at"], condition=Q(superseded_at__isnull=True), name="worksheet_reviews_due")]
        constraints = [
            models.CheckConstraint(
                name="worksheet_needs_a_second_person",
                condition=Q(approved_by__isnull=True) | ~Q(approved_by=F("written_by")),
                violation_error_message="A worksheet is approved by another person, never by the one who wrote it.",
            ),
            models.CheckConstraint(
                name="worksheet_approval_names_one_reader",
                condition=Q(approved_at__isnull=True, approved_by__isnull=True, approved_reading__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=False, approved_reading__isnull=True)
                | Q(approved_at__isnull=False, approved_by__isnull=True, approved_reading__isnull=False),
            ),
            models.CheckConstraint(
                name="worksheet_refused_is_not_approved",
                condition=Q(approved_at__isnull=True) | Q(outcome__in=["", str(words.Outcome.APPROVED)]),
            ),
            models.UniqueConstraint(
                fields=["article", "work"],
                condition=Q(superseded_at__isnull=True, approved_at__isnull=True),
                name="one_worksheet_in_work_for_a_work",
            ),
            models.UniqueConstraint(
                fields=["article", "work"],
                condition=Q(superseded_at__isnull=True, approved_at__isnull=False),
                name="one_approved_worksheet_for_a_work",
            ),
        ]

    def __str__(self) -> str:
        return f"Fair-use worksheet for {self.article}"

    @property
    def is_approved(self) -> bool:
        return self.approved_at is not None and self.superseded_at is None

    @property
    def second_reader(self) -> str:
        """Who approved it, by name."""
        return str(self.approved_reading.name if self.approved_reading else self.approved_by or "")
