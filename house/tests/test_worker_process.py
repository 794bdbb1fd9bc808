"""Real workers in processes of their own, on a database file: killed, locked out and told to stop."""

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent.parent


def eventually(holds, *, seconds=20.0):
    """The first true value of `holds`, looked for again and again; an assertion error when the time is over."""
    ends = time.monotonic() + seconds
    while time.monotonic() < ends:
        if value := holds():
            return value
        time.sleep(0.02)
    raise AssertionError("It did not happen in time.")


class WorkerProcessTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.template = Path(tempfile.mkdtemp(prefix="newsroom-worker-"), "template.sqlite3")
        cls.addClassCleanup(shutil.rmtree, cls.template.parent, ignore_errors=True)
        subprocess.run(
            [sys.executable, "-m", "django", "migrate", "--verbosity", "0"], env=cls.environment(cls.template), cwd=ROOT, check=True
        )

    @staticmethod
    def environment(database, **more):
        mine = {"DJANGO_SETTINGS_MODULE": "house.tests.worker_settings", "PYTHONPATH": str(ROOT), "WORKER_DATABASE": str(database)}
        return {**os.environ, **mine, **more}

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(dir=self.template.parent))
        self.database = self.folder / "db.sqlite3"
        self.trace, self.sign = self.folder / "trace", self.folder / "sign"
        shutil.copy(self.template, self.database)

    def start(self, *, lease_seconds=1.0, **environment):
        worker = subprocess.Popen(
            [
                *(sys.executable, "-m", "django", "worker", "--poll-seconds", "0.05", "--beat-seconds", "0.2"),
                *("--retry-seconds", "0.1", "--lease-seconds", str(lease_seconds)),
            ],
            env=self.environment(self.database, **environment),
            cwd=ROOT,
            stderr=(self.folder / "log").open("ab"),
        )
        self.addCleanup(self.end, worker)
        return worker

    def end(self, worker):
        worker.kill()
        worker.wait()

    def enqueue(self, name, *arguments):
        """As the backend writes it; starting Django for each row would take longer than the tests."""
        called_with = json.dumps({"args": [str(argument) for argument in arguments], "kwargs": {}})
        row = {
            "id": uuid4().hex, "status": "READY", "enqueued_at": "2026-11-22 12:00:00", "run_after": "9999-01-01 00:00:00", "priority": 0,
            "task_path": f"house.tests.tasks_for_worker.{name}", "args_kwargs": called_with,
            "worker_ids": "[]", "queue_name": "default", "backend_name": "default", "exception_class_path": "", "traceback": "",
        }  # fmt: skip
        with closing(sqlite3.connect(self.database)) as connection, connection:
            places = ", ".join(f":{column}" for column in row)
            connection.execute(f"INSERT INTO django_tasks_database_dbtaskresult ({', '.join(row)}) VALUES ({places})", row)

    def task(self):
        """Status and number of attempts of the only task, read from outside."""
        with closing(sqlite3.connect(self.database)) as connection:
            status, worker_ids = connection.execute("SELECT status, worker_ids FROM django_tasks_database_dbtaskresult").fetchone()
        return status, len(json.loads(worker_ids))

    def has_ended(self):
        return self.task()[0] == "SUCCESSFUL"

    def begun(self):
        return self.trace.exists()

    def log(self):
        return (self.folder / "log").read_text()

    @contextmanager
    def locked_out(self):
        holder = sqlite3.connect(self.database, isolation_level=None)
        holder.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            holder.execute("ROLLBACK")
            holder.close()

    def assert_ends_in_time(self, worker):
        told = time.monotonic()
        worker.send_signal(signal.SIGTERM)
        self.assertEqual(worker.wait(timeout=5), 0)
        self.assertLess(time.monotonic() - told, 3)

    def test_a_task_whose_worker_was_killed_is_run_by_the_next_one(self):
        self.enqueue("hang_the_first_time", self.trace)
        first = self.start()
        eventually(self.begun)
        first.kill()
        first.wait()
        self.assertEqual(self.task(), ("RUNNING", 1))

        self.start()
        eventually(self.has_ended)
        self.assertEqual((self.task(), self.trace.read_text()), (("SUCCESSFUL", 2), "begun\nbegun\nended\n"))

    def test_a_worker_outlives_a_locked_database_goes_on_and_ends_at_once_when_told(self):
        worker = self.start()
        self.enqueue("wait_for", self.trace, self.sign)
        eventually(self.begun)
        with self.locked_out():
            self.sign.touch()  # the task ends now, and its end can't be written
            eventually(lambda: self.log().count("The database is busy") >= 2)
        eventually(self.has_ended)

        self.assertEqual((worker.poll(), self.task(), self.trace.read_text()), (None, ("SUCCESSFUL", 1), "begun\nended\n"))
        self.assert_ends_in_time(worker)

    def test_told_to_stop_a_worker_lets_go_of_a_long_task_and_the_next_one_takes_it_without_waiting(self):
        self.enqueue("hang_the_first_time", self.trace)
        worker = self.start(lease_seconds=600)
        eventually(self.begun)
        self.assert_ends_in_time(worker)

        self.start(lease_seconds=600)
        eventually(self.has_ended)
        self.assertEqual(self.task(), ("SUCCESSFUL", 2))

    def test_told_to_stop_a_worker_ends_although_the_database_is_locked(self):
        worker = self.start(WORKER_PATIENCE="30")
        self.enqueue("wait_for", self.trace, self.sign)
        eventually(self.begun)

        with self.locked_out():
            self.sign.touch()
            time.sleep(0.3)
            self.assert_ends_in_time(worker)
