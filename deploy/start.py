"""Start a newsroom: `make run`, or `python3 deploy/start.py` where there is no make.

Environment, database, static files, demonstration (unless DEMO=0), then the
server and the worker side by side, in the foreground. INT, TERM or HUP ends
both within three seconds; when one of them dies the other is ended too. What
they log goes to a file beside the data, so that the links stay in sight.
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
os.environ["PORT"] = PORT  # what is started needs not guess it
BIND = os.environ.get("BIND") or f"127.0.0.1:{PORT}"
URL = (os.environ.get("NEWSROOM_URL") or f"http://127.0.0.1:{PORT}").rstrip("/")
LOG = DATA / "newsroom.log"
LOG_KEPT_BYTES = 20_000_000
# Three seconds are promised, and a busy machine needs a part of them to notice.
STOP_SECONDS = 2.3


class Stop(Exception):
    """Somebody asked us to end."""


def main() -> int:
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, stop)
    running: dict[str, subprocess.Popen[bytes]] = {}
    try:
        check_port()
        environment.keep_bytecode()
        python = str(environment.ensure())
        make_log()
        running["server"] = start(python, "manage.py", "serve", "--bind", BIND, "--workers", os.environ.get("WEB_WORKERS") or "2")
        if is_open(running["server"]):
            running["worker"] = start(python, "manage.py", "worker")
            print(welcome(URL, DATA, LOG), flush=True)
        name = wait_until_one_ends(running)
        print(f"{last_lines()}\nThe {name} ended by itself (exit {running[name].returncode}). Closing.", file=sys.stderr, flush=True)
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


def make_log() -> None:
    DATA.mkdir(mode=0o700, parents=True, exist_ok=True)
    if LOG.exists() and LOG.stat().st_size > LOG_KEPT_BYTES:
        LOG.replace(LOG.with_suffix(".log.1"))
    LOG.touch(mode=0o600)


def last_lines(count: int = 20) -> str:
    return "\n".join(LOG.read_text(errors="replace").splitlines()[-count:])


def start(*command: str) -> "subprocess.Popen[bytes]":
    with LOG.open("ab") as log:
        # Their own session: Ctrl-C comes to us alone, and we end them in our own way.
        return subprocess.Popen(command, cwd=ROOT, stderr=log, start_new_session=True, preexec_fn=end_with_parent)


def end_with_parent() -> None:
    """Linux: have the child told to end even when we are killed outright."""
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def is_open(server: "subprocess.Popen[bytes]") -> bool:
    """Wait until it answers; False if it ended instead. The first time takes a while: the demonstration's pictures are drawn."""
    host, _, port = BIND.rpartition(":")
    every = {"": "127.0.0.1", "0.0.0.0": "127.0.0.1", "[::]": "[::1]"}  # noqa: S104 -- asks there, does not listen
    address = f"http://{every.get(host, host)}:{port}/healthz"
    while server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
            return True
        except urllib.error.HTTPError:
            print(f"The server runs, but its front page fails; {LOG} says why.", file=sys.stderr, flush=True)
            return True
        except OSError:
            time.sleep(0.1)
    return False


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
    for process in processes:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.3)  # a killed process takes a moment to be gone


if __name__ == "__main__":
    sys.exit(main())
