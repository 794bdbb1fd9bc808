from datetime import datetime, timedelta
from typing import Self

from django.db import models


class Beats(models.QuerySet["WorkerBeat"]):
    def alive_at(self, at: datetime, *, lease: timedelta) -> Self:
        """Workers that gave a sign of life within the lease."""
        return self.filter(seen_at__gt=at - lease)


class WorkerBeat(models.Model):
    """A worker's sign of life. What a worker without one had in hand is put back."""

    worker_id = models.CharField(max_length=64, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField(db_index=True)

    objects = Beats.as_manager()

    def __str__(self) -> str:
        return f"{self.worker_id}, seen {self.seen_at:%d %b %Y %H:%M:%S} UTC"


class PeriodicJob(models.Model):
    """The named lock of one periodic job: one worker runs it at a time, and no more often than it asked for."""

    name = models.CharField(max_length=100, primary_key=True)
    due_at = models.DateTimeField()
    locked_by = models.CharField(max_length=64, blank=True, help_text="The worker that runs it now; empty when none does.")
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    last_error = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
