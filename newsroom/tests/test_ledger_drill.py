"""A process that appends to the ledger is killed at any moment: nothing acknowledged is lost, and what stands outside claims no more."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DRILLS = 12
APPEND = """
import sys
from django.utils import timezone
from django.db import transaction
from rights import ledger
while True:
    with transaction.atomic():
        entry = ledger.append(None, "cleared", by=None, role="chief", at=timezone.now())
    sys.stdout.write(f"{entry.number}\\n")
    sys.stdout.flush()
"""


def manage(data, *arguments, **options):
    environment = os.environ | {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    command = [sys.executable, str(ROOT / "manage.py"), *arguments]
    return subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, **options)


def appended_until_killed(data, seconds):
    """The numbers that were acknowledged before the process was killed."""
    environment = os.environ | {"NEWSROOM_DATA": str(data), "DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    command = [sys.executable, str(ROOT / "manage.py"), "shell", "--no-imports", "-c", APPEND]
    with subprocess.Popen(command, env=environment, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        first = process.stdout.readline()
        time.sleep(seconds)
        process.kill()
        return [int(line) for line in [first, *process.stdout.read().splitlines()] if line.strip()]


@pytest.mark.prove
@pytest.mark.skipif("DATABASE_URL" in os.environ, reason="The drill is on the file that make run starts with.")
def test_a_killed_appender_leaves_a_whole_chain_and_loses_nothing_acknowledged(tmp_path):
    data = tmp_path / "data"
    assert manage(data, "migrate", "--verbosity=0").returncode == 0
    acknowledged = []
    for _ in range(DRILLS):
        acknowledged += appended_until_killed(data, random.uniform(0.05, 0.6))
        checked = manage(data, "verify_ledger")
        assert checked.returncode == 0, checked.stdout + checked.stderr
        noted = {int(line.split()[0]) for line in (data / "ledger.head").read_text().splitlines()}
        entries = int(checked.stdout.splitlines()[-1].split()[0])
        assert max(noted) <= entries, "the file claims what the database has not"
        assert set(acknowledged) <= noted, "acknowledged and not noted"
        # At most the one entry that was committed when the process died.
        assert entries - len(noted) <= DRILLS
    assert acknowledged == sorted(set(acknowledged))
    assert len(acknowledged) > 10 * DRILLS
