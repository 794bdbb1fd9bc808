"""Work for later: tasks that are queued with the change they follow, and jobs that come round.

The names are Django 6's; only this module knows that django-tasks stands in for them.
A task takes ids, may run twice, and is tried again when it fails. Work is run by `manage.py worker`.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db.models import Min, Q
from django_tasks import TaskContext, TaskResultStatus, task
from django_tasks.base import Task
from django_tasks.utils import normalize_json
from django_tasks_db.models import DBTaskResult as TaskRow
from django_tasks_db.models import get_date_max

from .instants import aware
from .models import WorkerBeat

__all__ = [
    "GiveUp", "Job", "TaskContext", "TaskResultStatus", "TaskRow", "enqueue", "forget_finished", "is_due", "normalize_json",
    "oldest_waiting_at", "periodic_jobs", "register_periodic", "task", "worker_seen_at",
]  # fmt: skip

KEEP_SUCCESSFUL = timedelta(days=7)
KEEP_FAILED = timedelta(days=30)


class GiveUp(Exception):
    """A task raises this when trying again would change nothing."""


@dataclass(frozen=True)
class Job:
    """Something that comes round. `run` gets the instant at which it started."""

    name: str
    every: timedelta
    run: Callable[[datetime], object]


_jobs: dict[str, Job] = {}


def register_periodic(name: str, every_seconds: float, func: Callable[[datetime], object]) -> None:
    """Have `func(at)` run by one worker every so often. Called when a room's module `periodic` is imported; names are unique."""
    job = Job(name, timedelta(seconds=every_seconds), func)
    if _jobs.setdefault(name, job) != job:
        raise ValueError(f"There is already another periodic job {name!r}.")


def periodic_jobs() -> list[Job]:
    return list(_jobs.values())


def enqueue(what: Task[Any, Any], *args: Any, run_after: datetime | None = None, **kwargs: Any) -> str:
    """Queue a task in the current transaction and return its id; it runs once that is committed.

    Arguments must be JSON: ids, not rows. `run_after` is aware.
    """
    deferred = what.using(run_after=aware(run_after)) if run_after else what
    return str(deferred.enqueue(*args, **kwargs).id)


def is_due(at: datetime) -> Q:
    """Tasks whose time has come; without a time they carry the last date there is."""
    return Q(run_after=get_date_max()) | Q(run_after__lte=at)


def worker_seen_at() -> datetime | None:
    """The last sign of life of any worker; None if none ever gave one."""
    newest = WorkerBeat.objects.order_by("-seen_at").first()
    return newest.seen_at if newest else None


def oldest_waiting_at(at: datetime) -> datetime | None:
    """Since when the task that waits longest could have been run; None if none waits that could."""
    ready = TaskRow.objects.filter(status=TaskResultStatus.READY)
    at_once = ready.filter(run_after=get_date_max()).aggregate(since=Min("enqueued_at"))["since"]
    deferred = ready.filter(run_after__lte=aware(at)).aggregate(since=Min("run_after"))["since"]
    return min((since for since in (at_once, deferred) if since), default=None)


def forget_finished(at: datetime) -> int:
    """Drop the rows of tasks that ended well over a week ago; those that failed stay a month to be looked at."""
    ended = TaskRow.objects.filter(finished_at__lte=at - KEEP_SUCCESSFUL, status=TaskResultStatus.SUCCESSFUL)
    failed = TaskRow.objects.filter(finished_at__lte=at - KEEP_FAILED, status=TaskResultStatus.FAILED)
    return ended.delete()[0] + failed.delete()[0]
