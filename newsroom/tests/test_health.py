"""What monitors are told: open only when readers can read, ready only when everything is in order."""

from datetime import timedelta
from unittest.mock import patch

from django.db import connection
from django.http import Http404, HttpRequest, HttpResponse
from django.test import TestCase, override_settings
from django.urls import path
from django.utils import timezone

from house.models import WorkerBeat
from newsroom import health


def front_page(request: HttpRequest) -> HttpResponse:
    """A front page that does what the test asks for in the query."""
    match request.GET.get("it"):
        case "raises":
            raise RuntimeError("meant")
        case "is missing":
            raise Http404
        case "is closed":
            return HttpResponse("closed", status=503)
    return HttpResponse("news")


urlpatterns = [path("", front_page), path("healthz", health.healthz), path("readyz", health.readyz)]


@override_settings(ROOT_URLCONF=__name__)
class OpenTests(TestCase):
    def test_it_is_open_when_the_front_page_works(self):
        response = self.client.get("/healthz")

        self.assertEqual((response.status_code, response.content), (200, b"ok\n"))
        self.assertIn("no-store", response["Cache-Control"])

    def test_it_is_not_open_when_the_front_page_fails_in_any_way(self):
        for how in ("raises", "is missing", "is closed"):
            with self.subTest(how), self.assertLogs("newsroom.health") if how != "is closed" else self.assertNoLogs("newsroom.health"):
                response = self.client.get("/healthz", {"it": how})

                self.assertEqual((response.status_code, response.content), (503, b"The front page fails.\n"))

    def test_it_is_not_open_where_there_is_no_front_page(self):
        with override_settings(ROOT_URLCONF=(path("healthz", health.healthz),)), self.assertLogs("newsroom.health"):
            self.assertEqual(self.client.get("/healthz").status_code, 503)


@override_settings(ROOT_URLCONF=__name__)
class ReadyTests(TestCase):
    def setUp(self):
        at = timezone.now()
        self.beat = WorkerBeat.objects.create(worker_id="one", started_at=at, seen_at=at)

    def test_it_is_ready_when_everything_is_in_order(self):
        response = self.client.get("/readyz")

        self.assertEqual(response.json()["checks"], {"database": "ok", "migrations": "ok", "storage": "ok", "worker": "ok"})
        self.assertEqual((response.status_code, response.json()["ready"]), (200, True))

    def test_it_is_not_ready_when_the_worker_is_silent(self):
        self.beat.seen_at -= timedelta(minutes=3)
        self.beat.save()

        response = self.client.get("/readyz")

        self.assertEqual((response.status_code, response.json()["ready"]), (503, False))
        self.assertIn("Run manage.py worker", response.json()["checks"]["worker"])

    def test_it_is_not_ready_while_a_migration_waits(self):
        with connection.cursor() as cursor:
            cursor.execute("DELETE FROM django_migrations WHERE app = 'house'")
        health._migrations.cache_clear()
        self.addCleanup(health._migrations.cache_clear)

        response = self.client.get("/readyz")

        self.assertEqual(response.status_code, 503)
        self.assertIn("run manage.py migrate", response.json()["checks"]["migrations"])

    def test_it_is_not_ready_when_nothing_can_be_stored(self):
        with override_settings(MEDIA_ROOT="/proc/newsroom"), self.assertLogs("newsroom.health"):
            response = self.client.get("/readyz")

        self.assertEqual((response.status_code, response.json()["checks"]["storage"]), (503, "fails; the log says why"))

    def test_an_old_sqlite_is_mentioned_and_does_not_make_it_unready(self):
        with patch("newsroom.health.sqlite3.sqlite_version_info", (3, 40, 1)), patch("newsroom.health.sqlite3.sqlite_version", "3.40.1"):
            response = self.client.get("/readyz")

        self.assertEqual(len(response.json()["notes"]), 1 if connection.vendor == "sqlite" else 0)
        self.assertEqual(response.status_code, 200)
