"""The ledger on PostgreSQL: its triggers and every drill hold there as on the file that `make run` starts with.

The cluster is made for this test, in a folder of its own, on a port that was free, and goes with it.
"""

import contextlib
import os
import pwd
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
#: Where Debian puts them; a server of the database refuses to run as root.
PROGRAMS = sorted(Path("/usr/lib/postgresql").glob("*/bin"))
USER = "postgres"
#: What writes the ledger, what reads it, and what must be found in it.
ON_BOTH = ("rights/tests/test_ledger.py", "rights/tests/test_commands.py", "rights/tests/test_banning.py", "newsroom/tests/test_audit.py")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """The address of a new, empty server."""
    if not PROGRAMS:
        if os.environ.get("CI"):
            pytest.fail("PostgreSQL is not installed: apt-get install postgresql")
        pytest.skip("PostgreSQL is not installed: apt-get install postgresql")
    folder = Path(tempfile.mkdtemp(prefix="newsroom-postgresql-"))
    if os.geteuid() == 0:
        shutil.chown(folder, USER)
    try:
        with _running(folder) as port:
            yield f"postgres://{USER}@127.0.0.1:{port}/postgres"
    finally:
        shutil.rmtree(folder)


@contextlib.contextmanager
def _running(folder: Path) -> Iterator[int]:
    cluster, port = folder / "cluster", _free_port()
    _as_its_user("initdb", "-D", cluster, "-U", USER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C.UTF-8")
    settings = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off"
    _as_its_user("pg_ctl", "-D", cluster, "-w", "-l", folder / "log", "-o", settings, "start")
    try:
        yield port
    finally:
        _as_its_user("pg_ctl", "-D", cluster, "-w", "-m", "immediate", "stop")


def _as_its_user(program: str, *arguments: str | Path) -> None:
    user = pwd.getpwnam(USER).pw_uid if os.geteuid() == 0 else None
    command = [PROGRAMS[-1] / program, *arguments]
    subprocess.run(command, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


@pytest.mark.prove
@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="The whole suite runs on that database already.")
def test_the_ledger_and_its_drills_hold_on_postgresql(address):
    environment = {name: value for name, value in os.environ.items() if not name.startswith("PYTEST_")} | {"DATABASE_URL": address}
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *ON_BOTH]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True)

    assert done.returncode == 0, done.stdout[-6000:] + done.stderr[-2000:]
    assert " passed" in done.stdout, done.stdout
