"""What happened: moves, events that others hear of, corrections. Rows are only added."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from articles.vocabulary import CorrectionKind, EventKind


class Transition(models.Model):
    """One move of an article: who, in which role, from where to where."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="transitions")
    move = models.CharField(max_length=20)
    from_state = models.CharField(max_length=20)
    to_state = models.CharField(max_length=20)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    role = models.CharField(max_length=30)
    at = models.DateTimeField()
    note = models.TextField(blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.move}: {self.from_state} → {self.to_state}"


class Event(models.Model):
    """What changed for those outside. `id` is the sequence; a version makes each kind of event once, whoever notices first."""

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="events")
    version = models.ForeignKey("articles.PublishedVersion", on_delete=models.PROTECT, related_name="events")
    kind = models.CharField(max_length=20, choices=[(k.value, k.value.replace("_", " ").capitalize()) for k in EventKind])
    at = models.DateTimeField()

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["version", "kind"], name="event_happens_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.version_id}"


class Correction(models.Model):
    """The published story was wrong: what, and when. Public."""

    version = models.OneToOneField("articles.PublishedVersion", on_delete=models.PROTECT, related_name="correction")
    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="corrections")
    kind = models.CharField(
        max_length=20, default=CorrectionKind.CORRECTION, choices=[(k.value, k.value.capitalize()) for k in CorrectionKind]
    )
    note = models.TextField(help_text="What was wrong and what is right. Readers see this.")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at"]
        constraints = [models.CheckConstraint(name="correction_says_what", condition=~Q(note=""))]

    def __str__(self) -> str:
        return f"{self.kind}: {self.note[:60]}"
