from datetime import datetime
from typing import Any, NoReturn, Self

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Length, Upper
from django.db.models.lookups import Exact

from house.commercial import counted_as_commercial, signals_of
from house.instants import aware
from house.proper_values import list_of_classes, list_of_languages, list_of_signals, territory_code, time_zone_name
from house.vocabulary import LegalForm, PartyClass, Signal


class KeptRows(models.QuerySet["House"]):
    """Dated rows: what we said about ourselves stays readable, so nothing here changes or goes."""

    def in_force(self, at: datetime) -> "House | None":
        """The row that holds at `at`; None before the first. Raises ValueError if `at` is naive."""
        return self.filter(valid_from__lte=aware(at)).newest_first().first()

    def newest_first(self) -> Self:
        return self.order_by("-valid_from", "-pk")

    def update(self, **_: Any) -> NoReturn:
        raise TypeError("A row of the profile is never edited: record a new one with house.profile.record_profile.")

    def delete(self) -> NoReturn:
        raise TypeError("Rows of the profile are kept: record a new one with house.profile.record_profile.")


class House(models.Model):
    """Who we are from `valid_from` on. The newest row in force decides which offers reach us."""

    name = models.CharField("name of the newsroom", max_length=200)
    holder = models.CharField("copyright holder", max_length=200, help_text="As it stands in our copyright line.")
    legal_form = models.CharField(max_length=20, choices=[(form.value, form.value.replace("_", " ").capitalize()) for form in LegalForm])
    classes = models.JSONField("what kind of site we are", default=list, blank=True, validators=[list_of_classes])
    territory = models.CharField("country", max_length=2, validators=[territory_code], help_text="Two capital letters, such as NL.")
    time_zone = models.CharField(max_length=64, validators=[time_zone_name], help_text="Such as Europe/Amsterdam.")
    languages = models.JSONField(validators=[list_of_languages])
    default_language = models.CharField(max_length=35)

    carries_advertising = models.BooleanField(default=False)
    takes_donations = models.BooleanField(default=False)
    sells_subscriptions = models.BooleanField(default=False)
    has_paywall = models.BooleanField("has a paywall", default=False)
    commercial_signals = models.JSONField("what we count as commercial", default=list, blank=True, validators=[list_of_signals])
    commercial_reason = models.TextField("why we read “commercial” so", blank=True)
    community_reason = models.TextField("why we are a community internet site", blank=True)

    contact_permissions = models.EmailField("contact for permissions")
    contact_press = models.EmailField("contact for media inquiries", blank=True)
    contact_desk = models.EmailField("contact of the desk")

    author_responsibility_notice = models.TextField("notice: authors' responsibility", blank=True)
    cross_posting_notice = models.TextField("notice: cross-posting", blank=True)
    commercial_contact_notice = models.TextField("notice: print and commercial use", blank=True)
    fair_use_notice = models.TextField("notice: fair use", blank=True)
    press_notice = models.TextField("notice: media inquiries", blank=True)

    valid_from = models.DateTimeField(editable=False)
    recorded_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, editable=False, on_delete=models.PROTECT, related_name="+")
    recorded_at = models.DateTimeField(auto_now_add=True)
    note = models.CharField("note on this change", max_length=300, blank=True)

    objects = KeptRows.as_manager()

    class Meta:
        verbose_name = "House profile"
        verbose_name_plural = "House profile"
        # in_force(): the newest row up to an instant.
        indexes = [models.Index(F("valid_from").desc(), F("id").desc(), name="house_in_force")]
        constraints = [
            models.CheckConstraint(
                name="house_territory_is_two_capitals",
                condition=Q(Exact(Length("territory"), 2)) & Q(territory=Upper("territory")),
                violation_error_message="The country is two capital letters, such as NL.",
            ),
            models.CheckConstraint(
                name="house_legal_form_is_known",
                condition=Q(legal_form__in=[form.value for form in LegalForm]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, since {self.valid_from:%d %b %Y %H:%M} UTC" if self.valid_from else self.name

    def clean(self) -> None:
        if isinstance(self.languages, list) and self.default_language not in self.languages:
            raise ValidationError({"default_language": "Choose the default from the languages that you named."})
        if {PartyClass.COMMUNITY_SITE, PartyClass.COMMERCIAL_SITE} <= set(map(str, self.classes)):
            raise ValidationError({"classes": "We cannot be a community site and a commercial site at once: keep one of the two."})

    def save(self, *args: Any, **options: Any) -> None:
        if self.pk is not None and not self._state.adding:
            raise TypeError("A row of the profile is never edited: record a new one with house.profile.record_profile.")
        super().save(*args, **options)

    def delete(self, *args: Any, **options: Any) -> NoReturn:
        raise TypeError("Rows of the profile are kept: record a new one with house.profile.record_profile.")

    @property
    def signals(self) -> frozenset[Signal]:
        """The facts about our site that somebody may count as commercial."""
        return signals_of(
            legal_form=LegalForm(self.legal_form),
            carries_advertising=self.carries_advertising,
            takes_donations=self.takes_donations,
            sells_subscriptions=self.sells_subscriptions,
            has_paywall=self.has_paywall,
        )

    @property
    def counted_signals(self) -> frozenset[Signal]:
        """Those of our signals that our own reading counts as commercial."""
        return counted_as_commercial(self.signals, reading=frozenset(Signal(code) for code in self.commercial_signals))

    @property
    def is_commercial(self) -> bool:
        return bool(self.counted_signals) or PartyClass.COMMERCIAL_SITE in self.classes

    @property
    def is_community_site(self) -> bool:
        return PartyClass.COMMUNITY_SITE in self.classes
