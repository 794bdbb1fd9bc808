"""Start a newsroom: `make run`, or `python3 deploy/start.py` where there is no make.

Environment, database, static files, demonstration (unless DEMO=0), then the
server and the worker side by side, in the foreground. INT, TERM or HUP ends
both within three seconds; when one of them dies the other is ended too.
Standard library only.
"""

import contextlib
import ctypes
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterable
from pathlib import Path

import environment
from welcome import welcome

ROOT = environment.ROOT
DATA = Path(os.environ.get("NEWSROOM_DATA") or ROOT / "var").resolve()
PORT = os.environ.get("PORT") or "8000"
BIND = os.environ.get("BIND") or f"127.0.0.1:{PORT}"
URL = (os.environ.get("NEWSROOM_URL") or f"http://127.0.0.1:{PORT}").rstrip("/")
STOP_SECONDS = 2.6
START_SECONDS = 60


class Stop(Exception):
    """Somebody asked us to end."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        check_port()
        python = str(environment.ensure())
        environment.run(python, "manage.py", "prepare")
        running["server"] = start(python, *server_arguments())
        if (ROOT / "house/management/commands/worker.py").exists():
            running["worker"] = start(python, "manage.py", "worker")
        wait_until_open(running)
        print(welcome(URL, DATA / "demo.json"), flush=True)
        name = wait_until_one_ends(running)
        print(
            f"The {name} ended by itself (exit {running[name].returncode}); the lines above say why. Closing.", file=sys.stderr, flush=True
        )
        return 1
    except Stop:
        print("Closing ...", flush=True)
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_IGN)
        end(running.values())


def stop(*_: object) -> None:
    raise Stop


def server_arguments() -> list[str]:
    return [
        *("-m", "gunicorn", "newsroom.asgi:application"),
        *("--worker-class", "asgi", "--asgi-loop", "uvloop", "--asgi-lifespan", "on"),
        *("--workers", os.environ.get("WEB_WORKERS") or "2", "--bind", BIND),
        # On by default since gunicorn 25: noise where HOME can't be written, a collision where two newsrooms share one.
        "--no-control-socket",
        # An idle kept-alive connection counts as busy, so every ordinary stop lasts as long as this.
        *("--graceful-timeout", "2", "--keep-alive", "5", "--log-level", "warning"),
    ]


def check_port() -> None:
    """Say at once, not after a minute of installing, that the port is taken."""
    host, _, port = BIND.rpartition(":")
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host.strip("[]"), int(port)))
        except (OSError, ValueError) as error:
            sys.exit(f"Can't open {BIND}: {error}.\nPerhaps another program listens there. Choose another port: make run PORT=8001")


def start(*command: str) -> "subprocess.Popen[bytes]":
    # Their own session: Ctrl-C comes to us alone, and we end them in our own way.
    return subprocess.Popen(command, cwd=ROOT, start_new_session=True, preexec_fn=end_with_parent)


def end_with_parent() -> None:
    """Linux: have the child told to end even when we are killed outright."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def wait_until_open(running: "dict[str, subprocess.Popen[bytes]]") -> None:
    until = time.monotonic() + START_SECONDS
    host, _, port = BIND.rpartition(":")
    every = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104 -- asks there, does not listen
    address = f"http://{every.get(host, host)}:{port}/healthz"
    while time.monotonic() < until and all(process.poll() is None for process in running.values()):
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return
        except urllib.error.HTTPError:
            print("The server runs, but its front page fails; the lines above say why.", file=sys.stderr, flush=True)
            return
        except OSError:
            time.sleep(0.1)


def wait_until_one_ends(running: "dict[str, subprocess.Popen[bytes]]") -> str:
    while True:
        for name, process in running.items():
            if process.poll() is not None:
                return name
        time.sleep(0.2)


def end(processes: Iterable["subprocess.Popen[bytes]"]) -> None:
    for process in processes:
        if process.poll() is None:
            process.terminate()
    until = time.monotonic() + STOP_SECONDS
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.0, until - time.monotonic()))
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)  # the whole session: nothing it started stays behind


if __name__ == "__main__":
    sys.exit(main())
