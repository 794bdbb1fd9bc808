from datetime import datetime

from django.db import models

from syndication.models.partners import Partner


class FeedToken(models.Model):
    """A secret address. Only its hash is kept; the token is shown once."""

    partner = models.ForeignKey(Partner, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80, default="main")
    token_hash = models.CharField(max_length=64, unique=True, editable=False)
    last_characters = models.CharField(max_length=4, editable=False)
    created_at = models.DateTimeField(editable=False)
    expires_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    last_used_at = models.DateTimeField(null=True, blank=True, editable=False, help_text="To about ten minutes.")

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.name} …{self.last_characters}"

    def is_good(self, at: datetime) -> bool:
        """Not revoked and not expired."""
        return (self.revoked_at is None or at < self.revoked_at) and (self.expires_at is None or at < self.expires_at)
