"""Is the newsroom open (`/healthz`), and is all of it in order (`/readyz`)?

For monitors, so the answers are short, never cached, and say nothing that a
stranger could use. `/healthz` renders the front page: it can't say yes while
readers get errors.
"""

import logging
import sqlite3
import tempfile
from collections.abc import Callable
from datetime import timedelta
from functools import cache
from pathlib import Path

from django.conf import settings
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.urls import resolve
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from house.models import WorkerBeat

logger = logging.getLogger(__name__)

MENDED_SQLITE = (3, 51, 3)
WORKER_SILENT = timedelta(minutes=2)


@never_cache
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    try:
        view, args, kwargs = resolve("/")
        page = view(request, *args, **kwargs)
        if hasattr(page, "render"):
            page.render()
        works = page.status_code == 200
    except Exception:
        logger.exception("the front page fails")
        works = False
    return HttpResponse("ok\n" if works else "The front page fails.\n", content_type="text/plain", status=200 if works else 503)


@never_cache
@require_safe
def readyz(request: HttpRequest) -> JsonResponse:
    checks = {name: _outcome(check) for name, check in CHECKS.items()}
    ready = all(outcome == "ok" for outcome in checks.values())
    return JsonResponse({"ready": ready, "checks": checks, "notes": notes()}, status=200 if ready else 503)


def notes() -> list[str]:
    """Return what an operator should know, though nothing is broken."""
    if connection.vendor == "sqlite" and sqlite3.sqlite_version_info < MENDED_SQLITE:
        return [
            f"SQLite {sqlite3.sqlite_version} can, very rarely, damage a database when two connections checkpoint at once. "
            "Keep backups; SQLite 3.51.3 or PostgreSQL ends this."
        ]
    return []


class NotReady(Exception):
    """One part is not in order; the text says which and what to do."""


def _outcome(check: Callable[[], None]) -> str:
    try:
        check()
    except NotReady as reason:
        return str(reason)
    except Exception:
        logger.exception("readiness check failed")
        return "fails; the log says why"
    return "ok"


def _database() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


@cache  # a refusal is not remembered, a yes is: applied migrations stay applied while the process lives
def _migrations() -> None:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise NotReady("not all applied; run manage.py migrate")


def _storage() -> None:
    Path(settings.MEDIA_ROOT).mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=settings.MEDIA_ROOT) as file:
        file.write(b"newsroom")


def _worker() -> None:
    if not WorkerBeat.objects.alive_at(timezone.now(), lease=WORKER_SILENT).exists():
        raise NotReady("no sign of life for two minutes; letters and queued work wait. Run manage.py worker")


CHECKS: dict[str, Callable[[], None]] = {"database": _database, "migrations": _migrations, "storage": _storage, "worker": _worker}
