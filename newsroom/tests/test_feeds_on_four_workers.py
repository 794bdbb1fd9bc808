"""A withdrawal on four server processes: gone in every format, for every partner, within a second, whatever validator is shown.

The polls ask four processes that each remember what they said last, and answer "unchanged" without asking Django.
"""

import http.client
import json
import os
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from urllib.parse import urlsplit

import pytest

from newsroom.tests.server import Newsroom

ROUNDS = 100 if os.environ.get("HYPOTHESIS_PROFILE") == "prove" else 3
FORMATS = ("rss", "atom", "json")
#: More than processes, so that each of them is asked in every round.
CONNECTIONS = 12


@dataclass
class Poller:
    """A partner's machine on a connection of its own, and with it on one of the server processes."""

    connection: http.client.HTTPConnection
    path: str
    etag: str = ""

    def poll(self) -> tuple[int, bytes, dict[str, str]]:
        headers = {"If-None-Match": self.etag} if self.etag else {}
        self.connection.close()  # the server ends those that were quiet for long
        self.connection.request("GET", self.path, headers=headers)
        answer = self.connection.getresponse()
        body, held = answer.read(), dict(answer.getheaders())
        self.etag = {name.lower(): value for name, value in held.items()}.get("etag", self.etag)
        return answer.status, body, held


@pytest.fixture(scope="module")
def newsroom(new_server) -> Newsroom:
    newsroom = new_server(demo=True, workers=4)
    if ROUNDS > 10:
        newsroom.manage("bench_fill", "--articles", str(2 * ROUNDS))
    return newsroom


@pytest.fixture(scope="module")
def partners(newsroom: Newsroom) -> list[str]:
    told = json.loads((newsroom.data / "demo.json").read_text())
    return [partner["feed"] for partner in told["partners"] if partner["state"] == "active"]


@pytest.fixture
def pollers(newsroom: Newsroom, partners: list[str]) -> Iterator[list[Poller]]:
    paths = [feed.replace(".rss", f".{extension}") for feed in partners for extension in FORMATS]
    made = [Poller(http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=30), path) for path in paths * CONNECTIONS]
    yield made
    for poller in made:
        poller.connection.close()


def test_unchanged_is_said_without_django_and_everything_else_is_not(newsroom, pollers):
    poller = pollers[0]
    first = poller.poll()
    again = [poller.poll() for _ in range(40)]
    # Only Django's own answers carry its headers. Each of the four processes thinks about it once.
    thought_about = [headers for _status, _body, headers in (first, *again) if "x-content-type-options" in lower(headers)]

    assert (first[0], {status for status, _body, _headers in again}) == (200, {304})
    assert 1 <= len(thought_about) <= 12
    assert {lower(headers)["cache-control"] for _status, _body, headers in again} == {"private, no-cache"}


def test_a_withdrawn_story_is_gone_from_every_process_format_and_partner_within_a_second(newsroom, pollers, record_property):
    slowest = 0.0
    for _round in range(ROUNDS):
        path = newest_story(pollers)
        for _twice in range(2):
            before = [poller.poll() for poller in pollers]
        assert {status for status, _body, _headers in before} == {304}
        newsroom.manage("withdraw", path, "--reason", "A drill.")
        done = time.monotonic()
        after = [poller.poll() for poller in pollers]
        slowest = max(slowest, time.monotonic() - done)
        held = [body for status, body, _headers in after if status == 200]
        assert held, "nobody noticed"
        assert not any(path.encode() in body for body in held)
        assert {poller.poll()[0] for poller in pollers} == {304}
        assert status_of(newsroom, path) == 410
    record_property("figures", f"withdrawals on four processes: {ROUNDS} rounds, {len(pollers)} pollers, all answered in {slowest:.2f} s")


def newest_story(pollers: list[Poller]) -> str:
    """The path of what stands first in a partner's feed now."""
    poller = next(poller for poller in pollers if poller.path.endswith(".json"))
    poller.etag = ""
    _status, body, _headers = poller.poll()
    return urlsplit(next(item["url"] for item in json.loads(body)["items"] if item.get("url"))).path


def status_of(newsroom: Newsroom, path: str) -> int:
    with closing(http.client.HTTPConnection("127.0.0.1", newsroom.port, timeout=30)) as connection:
        connection.request("GET", path)
        return connection.getresponse().status


def lower(headers: dict[str, str]) -> dict[str, str]:
    return {name.lower(): value for name, value in headers.items()}
