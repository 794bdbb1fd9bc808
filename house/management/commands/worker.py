"""`manage.py worker`: runs queued work until it is told to stop, and then stops within two seconds."""

import logging
import os
import signal
import threading
from typing import Any

from house.commands import CommandParser, NewsroomCommand
from house.worker import Worker

logger = logging.getLogger(__name__)

_TOLD_TO_STOP = {signal.SIGTERM, signal.SIGINT}
#: A task in hand gets this long to end; the rest of the two seconds is for signing off.
GRACE_SECONDS = 1.2
SIGN_OFF_SECONDS = 0.4


class Command(NewsroomCommand):
    help = "Runs queued tasks and the jobs that come round, until it gets TERM or Ctrl-C."

    def add_arguments(self, parser: CommandParser) -> None:
        usual = Worker()
        parser.add_argument("--once", action="store_true", help="do what is due now, say how much that was, and end")
        parser.add_argument("--poll-seconds", type=float, default=usual.poll_seconds, help="how often an idle worker looks (%(default)s)")
        parser.add_argument(
            "--beat-seconds", type=float, default=usual.beat_seconds, help="how often it gives a sign of life (%(default)s)"
        )
        parser.add_argument(
            "--lease-seconds", type=float, default=usual.lease_seconds, help="how long a worker without one is waited for (%(default)s)"
        )
        parser.add_argument(
            "--retry-seconds",
            type=float,
            default=usual.retry_seconds,
            help="the first pause after a task failed; then four times it (%(default)s)",
        )

    def handle(self, *, once: bool, **options: Any) -> None:
        worker = Worker(**{name: value for name, value in options.items() if name.endswith("_seconds")})
        if once:
            self.stdout.write(f"{worker.run_what_is_due()} tasks run.")
            return
        finished = threading.Event()
        # Waited for in a thread of its own: a handler would not run while the main thread waits for a locked database.
        signal.pthread_sigmask(signal.SIG_BLOCK, _TOLD_TO_STOP)
        threading.Thread(target=_end_when_told, args=(worker, finished), daemon=True).start()
        logger.info("Worker %s is at work.", worker.worker_id)
        worker.run()
        finished.set()


def _end_when_told(worker: Worker, finished: threading.Event) -> None:
    signal.sigwait(_TOLD_TO_STOP)
    worker.stop.set()
    if finished.wait(GRACE_SECONDS):
        return
    logger.warning("Worker %s ends with something in hand; it is put back.", worker.worker_id)
    signing_off = threading.Thread(target=worker.sign_off, daemon=True)
    signing_off.start()
    signing_off.join(SIGN_OFF_SECONDS)
    # As abrupt as kill -9, which everything here is made to survive: no task can hold the worker up.
    os._exit(0)
