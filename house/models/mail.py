from enum import StrEnum

from django.db import models
from django.db.models import Q


class MailStatus(StrEnum):
    """`claimed` is being handed over; `not_known` was interrupted while it was, and is never sent again."""

    WAITING = "waiting"
    CLAIMED = "claimed"
    SENT = "sent"
    REFUSED = "refused"
    NOT_KNOWN = "not_known"


MAIL_STATUS_LABELS = [
    (MailStatus.WAITING.value, "Waiting"),
    (MailStatus.CLAIMED.value, "Being handed over"),
    (MailStatus.SENT.value, "Sent"),
    (MailStatus.REFUSED.value, "Refused by the mail server"),
    (MailStatus.NOT_KNOWN.value, "Not known whether it went out"),
]


class OutgoingMail(models.Model):
    """One letter to one person, written in the same transaction as what it is about. Its key makes it unique."""

    key = models.CharField(max_length=200, unique=True)
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    text = models.TextField()
    status = models.CharField(max_length=20, choices=MAIL_STATUS_LABELS, default=MailStatus.WAITING.value)
    queued_at = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True)
    settled_at = models.DateTimeField(null=True, help_text="When the mail server took it, refused it, or we gave up knowing.")

    class Meta:
        verbose_name = "outgoing mail"
        verbose_name_plural = "outgoing mail"
        ordering = ["-queued_at", "-pk"]
        # send_waiting(): the oldest that wait, and the claims that were left behind.
        indexes = [models.Index(fields=["status", "queued_at"], name="mail_to_send")]
        constraints = [
            models.CheckConstraint(name="mail_status_is_known", condition=Q(status__in=[status.value for status in MailStatus])),
            models.CheckConstraint(
                name="mail_is_claimed_unless_it_waits",
                condition=Q(status=MailStatus.WAITING.value, claimed_at__isnull=True)
                | ~Q(status=MailStatus.WAITING.value) & Q(claimed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject} ({self.get_status_display()})"
