from django.db import models


class Licence(models.Model):
    """A public licence in the catalogue. What it does not permit is not allowed: the world is closed."""

    spdx_id = models.CharField("SPDX id", max_length=64, unique=True)
    name = models.CharField(max_length=200)
    url = models.URLField("address", max_length=500, blank=True)
    permits_adaptation = models.BooleanField(default=False)
    permits_commercial = models.BooleanField("permits commercial use", default=False)
    requires_share_alike = models.BooleanField(default=False)
    requires_attribution = models.BooleanField(default=True)

    class Meta:
        ordering = ["spdx_id"]

    def __str__(self) -> str:
        return self.name
