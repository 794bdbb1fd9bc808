"""Deliveries, offers, receipts and letters over a real file: races of two connections, and `kill -9` in the midst of each step."""

import json
import subprocess
import sys

import pytest

from newsroom.tests.server import ROOT, clean_environment, copy

#: Points at which each step is cut off.
POINTS = 10


class Newsroom:
    """A folder of its own, in which steps run as processes of their own."""

    def __init__(self, data):
        self.environment = clean_environment(data) | {"DJANGO_SETTINGS_MODULE": "newsroom.settings", "LOG_LEVEL": "ERROR"}

    def run(self, *step, cut_at=0):
        """What the step said; None for one that was cut off."""
        command = [sys.executable, "-m", "newsroom.tests.partner_steps", *step]
        done = subprocess.run(command, cwd=ROOT, env=self.environment | {"CUT_AT": str(cut_at)}, capture_output=True, text=True, timeout=60)
        assert done.returncode in (0, -9), done.stderr[-3000:]
        return json.loads(done.stdout.splitlines()[-1]) if done.returncode == 0 else None


@pytest.fixture
def arranged(prepared, tmp_path):
    """A newsroom with one story and one partner, and the address of the partner's feed."""
    newsroom = Newsroom(copy(prepared(False), tmp_path / "var"))
    return newsroom, newsroom.run("arrange")["path"]


def test_a_withdrawal_that_races_an_answer_wins(arranged):
    newsroom, path = arranged
    newsroom.run("take", path)
    said = newsroom.run("race", path)

    assert (said["left"], said["gone"]) == (False, True)
    assert (said["kinds"], said["receipts"], said["letters"]) == (["offered", "withdrawn"], 1, 1)


def test_what_was_never_taken_is_withdrawn_from_under_the_answer_without_a_trace_of_a_delivery(arranged):
    newsroom, path = arranged
    said = newsroom.run("race", path)

    assert (said["left"], said["deliveries"], said["usage"], said["receipts"]) == (False, 0, [], 0)


def test_nothing_that_looked_before_a_withdrawal_brings_the_story_back(arranged):
    newsroom, path = arranged
    newsroom.run("take", path)

    assert newsroom.run("publish_race")["kinds"] == ["offered", "withdrawn"]


def points(queries):
    """Evenly through a step, its first and its last query among them."""
    return sorted({1 + round(place * (queries - 1) / (POINTS - 1)) for place in range(POINTS)})


@pytest.mark.prove
def test_cut_off_at_any_query_all_or_nothing_is_there(prepared, tmp_path):
    origin = copy(prepared(False), tmp_path / "origin")
    first = Newsroom(origin)
    path = first.run("arrange")["path"]
    queries = Newsroom(copy(origin, tmp_path / "measured")).run("take", path)["queries"]
    for number, at in enumerate(points(queries)):
        newsroom = Newsroom(copy(origin, tmp_path / f"take{number}"))
        said = newsroom.run("take", path, cut_at=at)
        found = newsroom.run("count")
        # All of it, counted, or nothing; and nothing left of which there is no row.
        assert (found["deliveries"], found["usage"]) in ((0, []), (1, [[1, 1]])), (at, found)
        assert said is None or not said["left"] or found["deliveries"] == 1, (at, found)
        newsroom.run("take", path)
        assert newsroom.run("count")["deliveries"] == 1, at
    first.run("take", path)
    first.run("end")
    queries = Newsroom(copy(origin, tmp_path / "told")).run("tell")["queries"]
    for number, at in enumerate(points(queries)):
        newsroom = Newsroom(copy(origin, tmp_path / f"tell{number}"))
        newsroom.run("tell", cut_at=at)
        found = newsroom.run("count")
        assert (found["withdrawn"], found["receipts"], found["letters"]) in ((0, 0, 0), (1, 1, 1)), (at, found)
        newsroom.run("tell")
        found = newsroom.run("count")
        assert (found["withdrawn"], found["receipts"], found["letters"]) == (1, 1, 1), (at, found)
