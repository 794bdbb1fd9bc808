from enum import StrEnum

from django.conf import settings
from django.db import models
from django.db.models import Q

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
    not_before = models.DateTimeField(null=True, blank=True)
    valid_from = models.DateTimeField(null=True, blank=True)
    valid_to = models.DateTimeField(null=True, blank=True)
    end_action = models.CharField("at the end", max_length=20, choices=_choices(EndAction), default=EndAction.WITHDRAW)
    review_due_at = models.DateTimeField(null=True, blank=True)
    obligations = models.JSONField(default=list, blank=True, help_text='A list of {"name": …, "value": …}.')
    contact = models.CharField("whom to ask for more", max_length=300, blank=True)
    house_reading = models.TextField(blank=True, help_text="How we read what the terms leave open, and why.")
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
        ]

    def __str__(self) -> str:
        return f"{self.get_basis_display()} for {self.get_grantee_display().lower()}"
