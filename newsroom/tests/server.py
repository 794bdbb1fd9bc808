"""A real newsroom for journeys: gunicorn on a free loopback port, over a folder of its own.

Not Django's live server: static files, the policy header, SQLite's locks and
the asgi worker are then the ones that readers meet. A journey talks to it by
HTTP and by `manage`; it never touches the ORM.
"""

import contextlib
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


class Newsroom:
    """One running server. `data` must have been prepared, see `prepare`; with `refresh` it is again, for the addresses in demo.json."""

    def __init__(
        self,
        data: Path,
        *,
        host: str = "127.0.0.1",
        workers: int = 1,
        worker_command: bool = False,
        refresh: bool = False,
        **environment: str,
    ) -> None:
        self.data = data
        self.port = free_port()
        self.url = f"http://{host}:{self.port}"
        self.workers = workers
        self.worker_command = worker_command
        self.refresh = refresh
        self.environment = clean_environment(data) | {"PORT": str(self.port), "NEWSROOM_URL": self.url} | environment
        self.log = data / "server.log"
        self.processes: list[subprocess.Popen[bytes]] = []

    def __enter__(self) -> "Newsroom":
        self.start()
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def start(self) -> None:
        prepared = [] if self.refresh else ["--prepared"]
        self._run("manage.py", "serve", *prepared, "--bind", f"127.0.0.1:{self.port}", "--workers", str(self.workers))
        if self.worker_command:
            self._run("manage.py", "worker")
        try:
            self._wait()
        except AssertionError:
            self.kill()  # nobody else would
            raise

    def _run(self, *arguments: str) -> None:
        with self.log.open("ab") as log:
            self.processes.append(
                subprocess.Popen(
                    [sys.executable, *arguments], cwd=ROOT, env=self.environment, stdout=log, stderr=log, start_new_session=True
                )
            )

    def _wait(self, seconds: float = 90) -> None:
        until = time.monotonic() + seconds
        while time.monotonic() < until and self.processes[0].poll() is None:
            try:
                urllib.request.urlopen(self.url + "/healthz", timeout=10).close()
                return
            except urllib.error.HTTPError:
                return  # it answers; what it says is for a test to judge
            except OSError:
                time.sleep(0.1)
        raise AssertionError(f"The server did not open:\n{self.log.read_text()[-3000:]}")

    def tell_to_stop(self) -> None:
        for process in self.processes:
            process.terminate()

    def stop(self) -> None:
        self.tell_to_stop()
        for process in self.processes:
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
        self.processes.clear()

    def kill(self) -> None:
        """End everything at once, as a power cut does."""
        for process in self.processes:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(process.pid, 9)
            process.wait()
        self.processes.clear()

    def manage(self, *arguments: str, typed: str | None = None, **environment: str) -> str:
        """Run a command beside the server, as an operator does; return what it printed. Fails when the command does."""
        done = subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env=self.environment | environment,
            input=typed,
            capture_output=True,
            text=True,
        )
        assert done.returncode == 0, f"manage.py {' '.join(arguments)} failed:\n{done.stdout}\n{done.stderr}"
        return done.stdout


def clean_environment(data: Path) -> dict[str, str]:
    """The environment of a newsroom that nobody configured, whatever the person who runs the tests has set."""
    ours = ("DATABASE_URL", "DJANGO_", "NEWSROOM_", "SECRET_KEY", "DEBUG", "EMAIL_", "PORT", "BIND", "DEMO", "LOG_LEVEL")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return kept | {"NEWSROOM_DATA": str(data), "PYTHONPATH": str(ROOT)}


def prepare(data: Path, *, demo: bool) -> None:
    """Fill a new folder with what `make run` would: database, static files and, if wanted, the demonstration."""
    data.mkdir(mode=0o700, parents=True)
    environment = clean_environment(data) | {"DEMO": "1" if demo else "0"}
    done = subprocess.run([sys.executable, "manage.py", "prepare"], cwd=ROOT, env=environment, capture_output=True, text=True)
    assert done.returncode == 0, f"prepare failed:\n{done.stdout}\n{done.stderr}"


def copy(prepared: Path, data: Path) -> Path:
    """Copy a prepared folder. Static files never change, so they are linked, not copied."""
    shutil.copytree(prepared, data, ignore=shutil.ignore_patterns("static"))
    shutil.copytree(prepared / "static", data / "static", copy_function=os.link)
    return data


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
