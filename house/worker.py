"""One worker: runs queued tasks and the jobs that come round, and outlives a busy database.

django-tasks-db's own worker leaves a killed task RUNNING for ever, ends when the database is locked for long,
tries nothing twice and knows no periodic jobs (dependencies.md §4). This one shares its tables and nothing else.
Its sign of life is a `WorkerBeat`; whatever a worker without one had in hand is put back.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from traceback import format_exception
from typing import Any
from uuid import uuid4

from django.db import Error, OperationalError, close_old_connections, connection
from django.db.models import QuerySet
from django.utils import timezone

from .models import PeriodicJob, WorkerBeat
from .work import GiveUp, Job, TaskContext, TaskResultStatus, TaskRow, is_due, normalize_json, periodic_jobs

logger = logging.getLogger(__name__)

ATTEMPTS = 5
#: A beat older than this belongs to a worker that nobody waits for any more.
BEATS_KEPT = timedelta(days=1)


@dataclass
class Worker:
    """Polls until `stop` is set. A task is tried five times, after 10, 40, 160 and 640 seconds by default."""

    poll_seconds: float = 1.0
    beat_seconds: float = 5.0
    #: Longer than the database lets a writer wait, or a worker that merely waits would be taken for dead.
    lease_seconds: float = 60.0
    retry_seconds: float = 10.0
    clock: Callable[[], datetime] = timezone.now
    worker_id: str = field(default_factory=lambda: uuid4().hex)
    stop: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Work until told to stop. Nothing that a task or the database does ends it."""
        beating = threading.Thread(target=self._keep_beating, daemon=True)
        beating.start()
        next_look = self.clock()
        while not self.stop.is_set():
            busy = False
            try:
                close_old_connections()
                at = self.clock()
                if not WorkerBeat.objects.filter(pk=self.worker_id).exists():
                    self.beat()  # without one, what we take in hand would be taken from us
                if at >= next_look:
                    self.put_back_abandoned(at)
                    next_look = at + timedelta(seconds=self.lease_seconds / 4)
                busy = self.step(at)
            except OperationalError as error:
                logger.warning("The database is busy or away (%s); the worker tries again.", error)
            except Exception:
                logger.exception("The worker met an error of its own; it goes on.")
            if not busy:
                self.stop.wait(self.poll_seconds)
        beating.join(0.2)
        self.sign_off()

    def step(self, at: datetime) -> bool:
        """Run the jobs that are due and one task, if any is ready. Returns whether there was a task."""
        for job, lock in self._due_jobs(at):
            if self._lock(job, lock, at):
                self._run_job(job, at)
        task = self._claim_task(at)
        if task is not None:
            self._run_task(task)
        return task is not None

    def run_what_is_due(self) -> int:
        """Run everything that is due now, and nothing that comes later. Returns the number of tasks."""
        self.beat()
        self.put_back_abandoned(self.clock())
        count = 0
        while not self.stop.is_set() and self.step(self.clock()):
            count += 1
        self.sign_off()
        return count

    # Signs of life

    def beat(self) -> None:
        now = self.clock()
        WorkerBeat.objects.update_or_create(
            pk=self.worker_id, defaults={"seen_at": now}, create_defaults={"seen_at": now, "started_at": now}
        )

    def sign_off(self) -> None:
        """Take the sign of life away, so that the next worker takes over at once."""
        WorkerBeat.objects.filter(pk=self.worker_id).delete()

    def _keep_beating(self) -> None:
        while not self.stop.wait(self.beat_seconds):
            try:
                close_old_connections()
                self.beat()
            except Error as error:
                logger.warning("The worker could not give its sign of life (%s).", error)
        connection.close()

    def _alive(self, at: datetime) -> set[str]:
        alive = WorkerBeat.objects.alive_at(at, lease=timedelta(seconds=self.lease_seconds))
        return set(alive.values_list("worker_id", flat=True)) | {self.worker_id}

    # Tasks

    def put_back_abandoned(self, at: datetime) -> int:
        """Put back the tasks of workers that gave no sign of life within the lease; it counts as one attempt."""
        alive, count = self._alive(at), 0
        for task in TaskRow.objects.filter(status=TaskResultStatus.RUNNING):
            if not task.worker_ids or task.worker_ids[-1] not in alive:
                logger.warning("Task %s was left behind by a worker that is gone.", task.pk)
                count += self._in_hand(task).update(**self._after_failure(task, "house.worker.WorkerGone", "The worker was gone.", at))
        WorkerBeat.objects.filter(seen_at__lte=at - BEATS_KEPT).delete()
        return count

    def _claim_task(self, at: datetime) -> TaskRow[Any, Any] | None:
        ready = TaskRow.objects.filter(is_due(at), status=TaskResultStatus.READY)
        # A plain read first: an idle worker takes no write lock.
        task = ready.first()
        if task is None:
            return None
        claim = {"status": TaskResultStatus.RUNNING, "started_at": at, "worker_ids": [*task.worker_ids, self.worker_id]}
        if not ready.filter(pk=task.pk).update(**claim):
            return None  # another worker was faster
        for name, value in claim.items():
            setattr(task, name, value)
        return task

    def _run_task(self, task: TaskRow[Any, Any]) -> None:
        try:
            called = task.task
            # django-tasks-db's result has one type parameter more than django-tasks' own; Django 6 has one for both.
            context = (TaskContext(task_result=task.task_result),) if called.takes_context else ()  # type: ignore[arg-type]
            value = normalize_json(called.call(*context, *task.args_kwargs["args"], **task.args_kwargs["kwargs"]))
            outcome = {"status": TaskResultStatus.SUCCESSFUL, "return_value": value, "exception_class_path": "", "traceback": ""}
            outcome["finished_at"] = self.clock()
        except (Exception, SystemExit) as error:
            logger.exception("Task %s (%s) failed, attempt %d.", task.pk, task.task_path, len(task.worker_ids))
            kind = f"{type(error).__module__}.{type(error).__qualname__}"
            outcome = self._after_failure(task, kind, "".join(format_exception(error)), self.clock(), for_good=isinstance(error, GiveUp))
        self._until_written(lambda: self._in_hand(task).update(**outcome))

    def _in_hand(self, task: TaskRow[Any, Any]) -> QuerySet[TaskRow[Any, Any]]:
        """The row, if it is still as it was claimed: whoever lost the lease must not overwrite the next one's work."""
        return TaskRow.objects.filter(pk=task.pk, status=TaskResultStatus.RUNNING, started_at=task.started_at)

    def _after_failure(self, task: TaskRow[Any, Any], kind: str, trace: str, at: datetime, *, for_good: bool = False) -> dict[str, Any]:
        attempts = len(task.worker_ids)
        error = {"exception_class_path": kind, "traceback": trace}
        if for_good or attempts >= ATTEMPTS:
            return {"status": TaskResultStatus.FAILED, "finished_at": at, **error}
        wait = timedelta(seconds=self.retry_seconds * 4 ** max(0, attempts - 1))
        return {"status": TaskResultStatus.READY, "run_after": at + wait, **error}

    def _until_written(self, write: Callable[[], int]) -> None:
        """What was done must be on record before anything else is taken in hand, however long the database is locked."""
        while True:
            try:
                if not write():
                    logger.warning("Something that this worker had in hand was taken over meanwhile.")
                return
            except OperationalError as error:
                logger.warning("The database is busy or away (%s); the worker tries again.", error)
                if self.stop.wait(self.poll_seconds):
                    return

    # Jobs that come round

    def _due_jobs(self, at: datetime) -> list[tuple[Job, PeriodicJob]]:
        """The jobs whose time has come and that no living worker has in hand, each with its lock."""
        jobs = {job.name: job for job in periodic_jobs()}
        locks = list(PeriodicJob.objects.filter(name__in=jobs))
        if missing := jobs.keys() - {lock.name for lock in locks}:
            PeriodicJob.objects.bulk_create([PeriodicJob(name=name, due_at=at) for name in missing], ignore_conflicts=True)
            locks = list(PeriodicJob.objects.filter(name__in=jobs))
        due = [(jobs[lock.name], lock) for lock in locks if at >= _next_time(jobs[lock.name], lock)]
        others = self._alive(at) - {self.worker_id} if any(lock.locked_by for _, lock in due) else set()
        return [(job, lock) for job, lock in due if lock.locked_by not in others]

    def _lock(self, job: Job, lock: PeriodicJob, at: datetime) -> bool:
        as_seen = PeriodicJob.objects.filter(pk=lock.pk, due_at=lock.due_at, locked_by=lock.locked_by)
        return as_seen.update(locked_by=self.worker_id, started_at=at, due_at=at + job.every) == 1

    def _run_job(self, job: Job, at: datetime) -> None:
        error_name = ""
        try:
            job.run(at)
        except (Exception, SystemExit) as error:
            logger.exception("The periodic job %s failed; it comes round again.", job.name)
            error_name = f"{type(error).__name__}: {error}"[:300]
        mine = PeriodicJob.objects.filter(pk=job.name, locked_by=self.worker_id)
        self._until_written(lambda: mine.update(locked_by="", finished_at=self.clock(), last_error=error_name))


def _next_time(job: Job, lock: PeriodicJob) -> datetime:
    """When a job is due. An interval that was made shorter counts at once."""
    return min(lock.due_at, lock.started_at + job.every) if lock.started_at else lock.due_at
