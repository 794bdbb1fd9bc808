from django.core.validators import RegexValidator
from django.db import models

from rights.catalogue import ClosedWorld

OWN_TERMS = "LicenseRef-"
is_spdx = RegexValidator(
    r"^[A-Za-z0-9][A-Za-z0-9.+-]*$", "An SPDX id has letters, digits, dots and hyphens only. Terms of your own are called LicenseRef-…"
)


class Licence(ClosedWorld, models.Model):
    """A public licence of the catalogue, or own terms as `LicenseRef-…`. What it does not permit is not allowed."""

    spdx_id = models.CharField("SPDX id", max_length=64, unique=True, validators=[is_spdx])
    name = models.CharField(max_length=200)
    url = models.URLField("address", max_length=500, blank=True)
    version = models.CharField(max_length=10, blank=True, default="", db_default="")
    jurisdiction = models.CharField(max_length=10, blank=True, default="", db_default="", help_text="Empty means everywhere.")
    permits_sharing = models.BooleanField("permits copying and passing on", default=False, db_default=False)
    permits_adaptation = models.BooleanField(default=False)
    permits_commercial = models.BooleanField("permits commercial use", default=False)
    requires_share_alike = models.BooleanField(default=False)
    requires_attribution = models.BooleanField(default=True)
    requires_title = models.BooleanField(default=False, db_default=False, help_text="The title of the work must be named.")

    class Meta:
        ordering = ["spdx_id"]

    def __str__(self) -> str:
        return self.name

    @property
    def is_own_terms(self) -> bool:
        return self.spdx_id.startswith(OWN_TERMS)
