"""`make run` as a person runs it: opens, says where to click, ends at once, and never leaves half of itself behind."""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from newsroom.tests.server import ROOT, clean_environment, copy, free_port

#: Seconds, beside the three that are promised.
MOMENT = 0.5


@contextmanager
def started(data: Path, port: int, **environment: str) -> Iterator["subprocess.Popen[str]"]:
    """The launcher, when it has said that the newsroom is open."""
    command = [sys.executable, "deploy/start.py"]
    environment = clean_environment(data) | {"PORT": str(port), "DEMO": "0"} | environment
    launcher = subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    try:
        yield launcher
    finally:
        with contextlib.suppress(ProcessLookupError):
            launcher.kill()
        launcher.communicate()


def read_until(launcher: "subprocess.Popen[str]", words: str) -> str:
    said = ""
    while words not in said:
        line = launcher.stdout.readline()
        assert line, f"it ended without saying {words!r}:\n{said}"
        said += line
    return said


def children(pid: int) -> list[int]:
    return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def alive(pids: list[int]) -> list[int]:
    return [pid for pid in pids if Path(f"/proc/{pid}").exists() and Path(f"/proc/{pid}/stat").read_text().split()[2] != "Z"]


def all_end_within(pids: list[int], seconds: float) -> bool:
    """Whoever was told to end has a moment to be gone: what is killed is seen by others until the kernel is done with it."""
    until = time.monotonic() + seconds
    while alive(pids) and time.monotonic() < until:
        time.sleep(0.05)
    return alive(pids) == []


@pytest.fixture
def data(prepared, tmp_path) -> Path:
    return copy(prepared(False), tmp_path / "var")


def test_it_opens_says_where_and_ends_on_term_within_three_seconds(data):
    port = free_port()
    with started(data, port) as launcher:
        said = read_until(launcher, "Ctrl-C closes it")
        both = children(launcher.pid)
        began = time.monotonic()
        launcher.send_signal(signal.SIGTERM)
        code = launcher.wait(10)
        took = time.monotonic() - began

    assert f"The newsroom is open at http://127.0.0.1:{port}" in said
    assert (code, took < 3, len(both), all_end_within(both, MOMENT)) == (0, True, 2, True)


def test_it_ends_within_three_seconds_with_a_reader_connected(data):
    port = free_port()
    with started(data, port) as launcher:
        read_until(launcher, "Ctrl-C closes it")
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/") as kept_alive:
            kept_alive.read(10)
            began = time.monotonic()
            launcher.send_signal(signal.SIGINT)
            launcher.wait(10)
            took = time.monotonic() - began

    assert took < 3


@pytest.mark.parametrize("which", [0, 1], ids=["server", "worker"])
def test_when_one_of_the_two_dies_the_other_is_ended_and_it_says_which(data, which):
    with started(data, free_port()) as launcher:
        read_until(launcher, "Ctrl-C closes it")
        both = children(launcher.pid)
        os.kill(both[which], signal.SIGKILL)
        said, _ = launcher.communicate(timeout=15)

    assert f"The {['server', 'worker'][which]} ended by itself" in said
    assert (launcher.returncode, all_end_within(both, MOMENT)) == (1, True)


def test_killed_outright_it_takes_both_with_it(data):
    with started(data, free_port()) as launcher:
        read_until(launcher, "Ctrl-C closes it")
        both = children(launcher.pid)
        launcher.kill()

        assert all_end_within(both, 10)


def test_a_taken_port_is_said_before_anything_else_is_done(tmp_path, server):
    command = [sys.executable, "deploy/start.py"]
    environment = clean_environment(tmp_path / "var") | {"PORT": str(server.port)}

    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=10)

    assert done.returncode == 1
    assert re.search(rf"Can't open 127.0.0.1:{server.port}: .*\n.*make run PORT=8001", done.stderr)
    assert not (tmp_path / "var").exists()


def test_data_is_for_its_owner_only(prepared):
    folder = prepared(False)

    assert oct(folder.stat().st_mode & 0o777) == "0o700"
    assert oct((folder / "secret.key").stat().st_mode & 0o777) == "0o600"
    assert sorted(path.name for path in folder.glob("*.sqlite3")) == ["newsroom.sqlite3"]
