from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from io import StringIO
from unittest import mock

from django.core.management import call_command
from django.test import TestCase

from house import work
from house.models import OutgoingMail, PeriodicJob, WorkerBeat
from house.tests import tasks_for_worker as tasks
from house.work import TaskResultStatus, TaskRow, enqueue, oldest_waiting_at, register_periodic, worker_seen_at
from house.worker import ATTEMPTS, Worker

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@contextmanager
def only_these_jobs():
    with mock.patch.dict(work._jobs, clear=True):
        yield


class WorkerTestCase(TestCase):
    def setUp(self):
        self.now = NOON
        self.enterContext(only_these_jobs())
        self.worker = self.another_worker()

    def another_worker(self):
        return Worker(clock=lambda: self.now, lease_seconds=60, retry_seconds=10)

    def step(self, worker=None):
        worker = worker or self.worker
        worker.beat()
        return worker.step(self.now)

    def only_task(self):
        return TaskRow.objects.get()


class TaskTests(WorkerTestCase):
    def test_a_task_is_run_once_and_its_result_is_on_record(self):
        enqueue(tasks.add, 2, second=3)

        self.assertEqual((self.step(), self.step()), (True, False))
        task = self.only_task()
        self.assertEqual((task.status, task.return_value, task.finished_at), (TaskResultStatus.SUCCESSFUL, 5, NOON))
        self.assertEqual(task.worker_ids, [self.worker.worker_id])

    def test_a_task_for_later_waits_for_its_time(self):
        enqueue(tasks.add, 2, 3, run_after=NOON + MINUTE)

        self.assertFalse(self.step())
        self.now += MINUTE
        self.assertTrue(self.step())

    def test_a_task_that_failed_is_tried_again_after_longer_and_longer_pauses(self):
        enqueue(tasks.fail, "the partner's server is down")

        pauses = []
        with self.assertLogs("house.worker", "ERROR"):
            for _ in range(ATTEMPTS - 1):
                self.assertTrue(self.step())
                pauses.append((self.only_task().run_after - self.now).total_seconds())
                self.assertFalse(self.step())
                self.now = self.only_task().run_after
            self.step()

        self.assertEqual(pauses, [10, 40, 160, 640])
        task = self.only_task()
        self.assertEqual(
            (task.status, task.exception_class_path, len(task.worker_ids)), (TaskResultStatus.FAILED, "builtins.RuntimeError", 5)
        )
        self.assertIn("the partner's server is down", task.traceback)

    def test_a_task_can_say_that_trying_again_is_of_no_use(self):
        enqueue(tasks.give_up)

        with self.assertLogs("house.worker", "ERROR"):
            self.step()
        self.assertEqual((self.only_task().status, self.only_task().finished_at), (TaskResultStatus.FAILED, NOON))

    def test_a_task_that_wants_to_end_the_process_only_fails(self):
        enqueue(tasks.exit_process)

        with self.assertLogs("house.worker", "ERROR"):
            self.assertTrue(self.step())
        self.assertEqual(self.only_task().exception_class_path, "builtins.SystemExit")

    def test_a_task_whose_code_is_gone_fails_and_the_next_one_runs(self):
        enqueue(tasks.add, 1, 1)
        TaskRow.objects.update(task_path="house.tests.tasks_for_worker.was_here_once")
        enqueue(tasks.count_attempts)

        with self.assertLogs("house.worker", "ERROR"):
            self.assertEqual((self.step(), self.step()), (True, True))
        self.assertEqual(TaskRow.objects.filter(status=TaskResultStatus.SUCCESSFUL, return_value=1).count(), 1)

    def test_a_naive_time_for_later_is_refused(self):
        with self.assertRaises(ValueError):
            enqueue(tasks.add, 1, 1, run_after=datetime(2026, 11, 22))


class AbandonedTests(WorkerTestCase):
    def take_in_hand(self, worker):
        enqueue(tasks.count_attempts)
        worker.beat()
        return worker._claim_task(self.now)

    def test_what_a_worker_without_a_sign_of_life_had_in_hand_is_put_back_and_run(self):
        self.take_in_hand(self.another_worker())
        self.now += timedelta(seconds=61)

        with self.assertLogs("house.worker", "WARNING"):
            self.assertEqual(self.worker.put_back_abandoned(self.now), 1)
        self.now += timedelta(seconds=10)
        self.step()

        self.assertEqual((self.only_task().status, self.only_task().return_value), (TaskResultStatus.SUCCESSFUL, 2))

    def test_a_slow_task_of_a_living_worker_is_left_alone_however_long_it_takes(self):
        other = self.another_worker()
        self.take_in_hand(other)
        for _ in range(10):
            self.now += timedelta(seconds=59)
            other.beat()
            self.assertEqual(self.worker.put_back_abandoned(self.now), 0)

        self.assertFalse(self.step())

    def test_a_task_that_kills_its_workers_is_not_tried_for_ever(self):
        self.take_in_hand(self.another_worker())
        TaskRow.objects.update(worker_ids=["gone"] * ATTEMPTS)
        self.now += timedelta(seconds=61)

        with self.assertLogs("house.worker", "WARNING"):
            self.worker.put_back_abandoned(self.now)
        self.assertEqual(self.only_task().status, TaskResultStatus.FAILED)

    def test_a_worker_that_was_taken_for_dead_does_not_overwrite_the_next_one_s_work(self):
        late = self.another_worker()
        task = self.take_in_hand(late)
        self.now += timedelta(seconds=61)
        with self.assertLogs("house.worker", "WARNING"):
            self.worker.put_back_abandoned(self.now)
        self.now += timedelta(seconds=10)
        self.step()

        with self.assertLogs("house.worker", "WARNING"):
            late._run_task(task)
        self.assertEqual(self.only_task().return_value, 2)

    def test_two_workers_never_have_the_same_task_in_hand(self):
        self.take_in_hand(self.worker)

        self.assertIsNone(self.another_worker()._claim_task(self.now))

    def test_old_signs_of_life_are_cleared_away(self):
        self.another_worker().beat()
        self.now += timedelta(days=2)
        self.worker.beat()
        self.worker.put_back_abandoned(self.now)

        self.assertEqual(WorkerBeat.objects.get().worker_id, self.worker.worker_id)


class PeriodicTests(WorkerTestCase):
    def setUp(self):
        super().setUp()
        self.ran = []
        register_periodic("poll", 60, self.ran.append)

    def test_a_job_comes_round_at_its_interval_and_is_told_the_time(self):
        for _ in range(4):
            self.step()
            self.now += timedelta(seconds=30)

        self.assertEqual(self.ran, [NOON, NOON + MINUTE])

    def test_two_workers_run_it_no_oftener_than_one(self):
        self.step()
        self.step(self.another_worker())

        self.assertEqual(self.ran, [NOON])

    def test_a_job_in_the_hands_of_a_living_worker_is_left_to_it(self):
        other = self.another_worker()
        other.beat()
        PeriodicJob.objects.create(name="poll", due_at=NOON, locked_by=other.worker_id)

        self.step()
        self.assertEqual(self.ran, [])
        other.sign_off()
        self.step()
        self.assertEqual(self.ran, [NOON])

    def test_a_job_that_fails_is_noted_and_comes_round_again(self):
        def break_down(at):
            self.ran.append(at)
            raise RuntimeError("no network")

        register_periodic("fetch", 60, break_down)
        with self.assertLogs("house.worker", "ERROR"):
            self.step()
        row = PeriodicJob.objects.get(name="fetch")

        self.assertEqual((row.last_error, row.locked_by, row.due_at), ("RuntimeError: no network", "", NOON + MINUTE))

    def test_an_interval_that_was_made_shorter_counts_at_once(self):
        self.step()
        PeriodicJob.objects.update(due_at=NOON + timedelta(days=1))
        self.now += MINUTE
        self.step()

        self.assertEqual(self.ran, [NOON, NOON + MINUTE])

    def test_one_name_belongs_to_one_job(self):
        with self.assertRaises(ValueError):
            register_periodic("poll", 61, print)

    def test_an_idle_worker_writes_nothing(self):
        self.step()

        with self.assertNumQueries(2):
            self.worker.step(self.now)


class SignsTests(WorkerTestCase):
    def test_the_last_sign_of_life_of_any_worker_is_known(self):
        self.assertIsNone(worker_seen_at())
        self.another_worker().beat()
        self.now += MINUTE
        self.worker.beat()

        self.assertEqual(worker_seen_at(), NOON + MINUTE)
        self.worker.sign_off()
        self.assertEqual(worker_seen_at(), NOON)

    def test_the_task_that_waits_longest_is_the_one_that_could_have_run(self):
        self.assertIsNone(oldest_waiting_at(NOON))
        enqueue(tasks.add, 1, 1, run_after=NOON + MINUTE)

        self.assertIsNone(oldest_waiting_at(NOON))
        self.assertEqual(oldest_waiting_at(NOON + 2 * MINUTE), NOON + MINUTE)

    def test_finished_tasks_are_forgotten_and_failed_ones_later(self):
        enqueue(tasks.add, 1, 1)
        enqueue(tasks.give_up)
        with self.assertLogs("house.worker", "ERROR"):
            self.step(), self.step()

        self.assertEqual([work.forget_finished(NOON + timedelta(days=days)) for days in (6, 7, 29, 30)], [0, 1, 0, 1])


class OnceTests(TestCase):
    def test_the_command_can_do_what_is_due_and_end(self):
        enqueue(tasks.add, 1, 1)
        out = StringIO()

        with only_these_jobs():
            call_command("worker", "--once", stdout=out)
        self.assertEqual((out.getvalue(), TaskRow.objects.get().return_value), ("1 tasks run.\n", 2))

    def test_letters_go_out_by_the_worker(self):
        OutgoingMail.objects.create(key="a", to="partner@example.org", subject="A", text="B", queued_at=NOON)

        call_command("worker", "--once", stdout=StringIO())
        self.assertEqual(OutgoingMail.objects.get().status, "sent")
