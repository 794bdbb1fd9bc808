from datetime import datetime, timedelta
from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.models import Q

from house.proper_values import time_zone_name
from rights import vocabulary
from rights.code_lists import CodeListField
from rights.models.works import NoRowsLost, Work, ends_after_it_starts
from rights.vocabulary import Basis, Channel, Commercial, EndAction, Grantee, Onward, Part, PartyClass, Purpose, Use


def _choices(words: type[StrEnum]) -> list[tuple[str, str]]:
    return [(str(word), str(word).replace("_", " ").capitalize()) for word in words]


class Grant(models.Model):
    """Who may do what with a work, from whom. It counts only once a person has confirmed it.

    An empty list means: recipients the public; channels and purposes any; territories worldwide.
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="grants")
    basis = models.CharField(max_length=30, choices=_choices(Basis))
    grantee = models.CharField("who is permitted", max_length=20, choices=_choices(Grantee), default=Grantee.HOUSE)
    grantee_class = models.CharField(max_length=30, blank=True, choices=_choices(PartyClass))
    grantee_key = models.CharField("partner", max_length=80, blank=True)
    uses = CodeListField(Use)
    recipients = models.JSONField("shown to", default=list, blank=True)
    onward = models.CharField(max_length=20, choices=_choices(Onward), default=Onward.NONE)
    channels = CodeListField(Channel)
    territories = models.JSONField(default=list, blank=True)
    territories_denied = models.JSONField("not in", default=list, blank=True)
    commercial = models.CharField("commercial use", max_length=20, choices=_choices(Commercial), default=Commercial.ANY)
    purposes = CodeListField(Purpose)
    part = models.CharField(max_length=20, choices=_choices(Part), default=Part.FULL)
    max_chars = models.PositiveIntegerField(null=True, blank=True)
    max_share = models.FloatField(null=True, blank=True)
    unaltered = models.BooleanField("unchanged only", default=False)
    no_systematic = models.BooleanField(
        "not as a stream", default=False, db_default=False, help_text="Single pieces only: no feeds, archives or machines."
    )
    no_resale = models.BooleanField("not to be sold on", default=False, db_default=False)
    no_ads_adjacent = models.BooleanField("not beside advertising", default=False, db_default=False)
    fee = models.CharField(
        max_length=120, blank=True, db_default="", help_text="As agreed, for example: 80 EUR. Nothing holds until it is paid."
    )
    fee_paid_at = models.DateTimeField(null=True, blank=True)
    max_uses = models.PositiveIntegerField("number of uses", null=True, blank=True)
    delay_hours = models.PositiveIntegerField(
        "delay in hours", null=True, blank=True, help_text="After the original appeared; where nobody knows when, after we first did."
    )
    exclusive_until = models.DateTimeField(null=True, blank=True, help_text="Until then nobody else may have it from us.")
    not_before = models.DateTimeField(null=True, blank=True)
    valid_from = models.DateTimeField(null=True, blank=True)
    valid_to = models.DateTimeField(null=True, blank=True)
    revocable = models.BooleanField(default=True, db_default=True)
    notice_days = models.PositiveIntegerField("notice in days", null=True, blank=True)
    end_action = models.CharField("at the end", max_length=20, choices=_choices(EndAction), default=EndAction.WITHDRAW)
    review_due_at = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(
        max_length=64, blank=True, db_default="", validators=[time_zone_name], help_text="Of the contract, where it is not ours."
    )
    end_warned_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="When the desk was told that it ends soon.")
    obligations = models.JSONField(default=list, blank=True, help_text='A list of {"name": …, "value": …}.')
    contact = models.CharField("whom to ask for more", max_length=300, blank=True)
    house_reading = models.TextField(blank=True, help_text="How we read what the terms leave open, and why.")
    note = models.TextField("note for the desk", blank=True, db_default="")
    granted_by = models.CharField(max_length=200, blank=True)
    licence = models.ForeignKey("rights.Licence", null=True, blank=True, on_delete=models.PROTECT, related_name="grants")
    evidence = models.ManyToManyField("rights.Evidence", blank=True, related_name="grants")
    worksheet_ref = models.CharField(max_length=40, blank=True)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)

    objects = NoRowsLost.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="grant_ends_after_it_starts",
                condition=ends_after_it_starts("valid_from", "valid_to"),
                violation_error_message="The end must come after the start. Correct one of the two dates.",
            ),
            models.CheckConstraint(
                name="grant_to_a_class_names_it",
                condition=~Q(grantee=Grantee.CLASS) | ~Q(grantee_class=""),
                violation_error_message="Choose the class that this is granted to.",
            ),
            models.CheckConstraint(
                name="judged_grant_never_travels",
                condition=~Q(basis__in=sorted(vocabulary.JUDGED)) | Q(onward=Onward.NONE),
                violation_error_message="Fair use is a judgement about our own use: it can't be passed on.",
            ),
            models.CheckConstraint(
                name="grant_share_is_a_share",
                condition=Q(max_share__isnull=True) | Q(max_share__gte=0, max_share__lte=1),
                violation_error_message="A share lies between 0 and 1.",
            ),
            models.CheckConstraint(
                name="grant_exclusive_to_one",
                condition=Q(exclusive_until__isnull=True) | Q(grantee__in=[str(Grantee.HOUSE), str(Grantee.PARTNER)]),
                violation_error_message="Only one party can have it exclusively: us, or one partner.",
            ),
            models.CheckConstraint(
                name="grant_payment_is_for_a_fee",
                condition=Q(fee_paid_at__isnull=True) | ~Q(fee=""),
                violation_error_message="A payment needs the fee that it is for. Type the fee.",
            ),
        ]

    @property
    def notice_by(self) -> datetime | None:
        """Until when notice has to be given of its end; None where the contract sets no time of notice."""
        return self.valid_to - timedelta(days=self.notice_days) if self.valid_to and self.notice_days else None

    def __str__(self) -> str:
        return f"{self.get_basis_display()} for {self.get_grantee_display().lower()}"


class Prohibition(models.Model):
    """What the owner forbids. No grant outweighs it while it stands. An empty list means any use, anybody, or any channel.

    One with a `proposal` comes from a source's terms: it narrows what rests on them, and counts only while the work does.
    `spared` is the one recipient to whom it does not apply, named as grants name recipients: "house", "partner:acme".
    """

    work = models.ForeignKey(Work, on_delete=models.PROTECT, related_name="prohibitions")
    uses = CodeListField(Use)
    classes = CodeListField(PartyClass)
    channels = CodeListField(Channel, db_default=models.Value([], models.JSONField()))
    spared = models.CharField(max_length=100, blank=True)
    begins_at = models.DateTimeField(null=True, blank=True)
    ends_at = models.DateTimeField(null=True, blank=True)
    words = models.TextField(blank=True, help_text="The owner's own words.")
    proposal = models.ForeignKey(
        "rights.TermProposal",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="The sentence of the terms that says it. Empty where the owner told us.",
    )
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField()
    lifted_at = models.DateTimeField(null=True, blank=True)
    lift_reason = models.TextField(blank=True, db_default="", help_text="Why a person lifted it. Empty where its sentence went away.")

    objects = NoRowsLost.as_manager()

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                name="prohibition_ends_after_it_begins",
                condition=ends_after_it_starts("begins_at", "ends_at"),
                violation_error_message="The end must come after the start. Correct one of the two dates.",
            ),
        ]

    def __str__(self) -> str:
        return f"What the owner of {self.work} forbids"
