"""What a poll of a partner's feed costs: a part of `make bench`.

"Unchanged" beside a bare application on the same server, in turns; many partners that poll each second beside readers;
and the processor time that a rebuilt feed takes after a story was published.
"""

import asyncio
import json
import os
import re
import statistics
import subprocess
import sys
import time
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection
from pathlib import Path

from newsroom.tests.server import Newsroom, free_port

ROOT = Path(__file__).resolve().parent.parent
ROUNDS, SECONDS, CONNECTIONS = 5, 3, 32
PARTNERS, POLLED_FOR, READERS = 50, 30, 4
ASKED = re.compile(r"Requests/sec:\s+(\S+)")


def main(newsroom: Newsroom) -> None:
    feeds = newsroom.manage("bench_partners", "--partners", str(PARTNERS)).split()
    hot = ratio_to_a_bare_app(newsroom, feeds[0])
    print(f"feed, unchanged: {hot:.2f} of a bare application that says 304 (median of {ROUNDS} rounds in turns)")
    # Partners have been here before: each holds the tag of what stands now, from both server processes.
    tags = {feed: validator(newsroom.port, feed, times=8)[0] for feed in feeds}
    print(asyncio.run(poll(newsroom, tags)).told())
    print(newsroom.manage("bench_rebuild").strip())


def ratio_to_a_bare_app(newsroom: Newsroom, feed: str) -> float:
    etag, headers = validator(newsroom.port, feed)
    ours = (f"{newsroom.url}{feed}", etag)
    with bare(newsroom.workers, headers) as port:
        theirs = (f"http://127.0.0.1:{port}/", etag)
        rounds = [(rate(*ours), rate(*theirs)) for _ in range(ROUNDS)]
    for our, their in rounds:
        print(f"  {our:>10,.0f} of {their:>10,.0f} requests/s")
    return statistics.median(our / their for our, their in rounds)


def validator(port: int, path: str, *, times: int = 40) -> tuple[str, dict[str, str]]:
    """The tag of what stands now, and the headers of the 304. Asked often enough that every process knows it."""
    etag, headers = "", {}
    for _ in range(times):
        connection = HTTPConnection("127.0.0.1", port, timeout=30)
        connection.request("GET", path, headers={"Accept-Encoding": "gzip"} | ({"If-None-Match": etag} if etag else {}))
        answer = connection.getresponse()
        answer.read()
        headers = dict(answer.getheaders())
        etag = headers.get("ETag", headers.get("etag", etag))
        connection.close()
    return etag, headers


@contextmanager
def bare(workers: int, headers: dict[str, str]):
    port = free_port()
    told = {name: value for name, value in headers.items() if name.lower() not in ("date", "server", "connection")}
    environment = os.environ | {"BARE_HEADERS": repr(told), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "gunicorn", "deploy.bare_app:application", "-k", "asgi", "-w", str(workers), "-b", f"127.0.0.1:{port}"]
    server = subprocess.Popen([*command, "--no-control-socket", "--log-level", "error"], env=environment, cwd=ROOT)
    try:
        for _ in range(100):
            try:
                validator(port, "/")
                break
            except OSError:
                time.sleep(0.1)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def rate(url: str, etag: str) -> float:
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "-H", f"If-None-Match: {etag}", "-H", "Accept-Encoding: gzip", url]
    return float(ASKED.search(subprocess.run(command, capture_output=True, text=True, check=True).stdout)[1])


@dataclass
class Polled:
    """What fifty partners and a few readers saw."""

    statuses: dict[int, int] = field(default_factory=dict)
    polls: list[float] = field(default_factory=list)
    pages: list[float] = field(default_factory=list)

    def told(self) -> str:
        unchanged = self.statuses.get(304, 0) / max(1, len(self.polls))
        p95, readers = (statistics.quantiles(found, n=20)[-1] * 1000 for found in (self.polls, self.pages))
        return (
            f"{PARTNERS} partners, each a poll a second for {POLLED_FOR} s beside {READERS} readers and one withdrawal: "
            f"{unchanged:.1%} unchanged, p95 of a poll {p95:.0f} ms, of a page {readers:.0f} ms; {dict(sorted(self.statuses.items()))}"
        )


async def poll(newsroom: Newsroom, tags: dict[str, str]) -> Polled:
    """In the middle of it a story is withdrawn, so that everybody gets a new document once."""
    seen, until = Polled(), time.monotonic() + POLLED_FOR
    partners = [partner(newsroom.port, path, tag, number / len(tags), until, seen) for number, (path, tag) in enumerate(tags.items())]
    readers = [reader(newsroom.port, until, seen) for _ in range(READERS)]
    await asyncio.gather(*partners, *readers, withdraw(newsroom, POLLED_FOR / 3))
    return seen


async def withdraw(newsroom: Newsroom, after: float) -> None:
    await asyncio.sleep(after)
    demo = json.loads((newsroom.data / "demo.json").read_text())
    path = next(story["path"] for story in demo["articles"] if story["state"] == "published" and story["basis"] == "own_staff")
    await asyncio.to_thread(newsroom.manage, "withdraw", path, "--reason", "Measured.")


async def partner(port: int, path: str, etag: str, start_after: float, until: float, seen: Polled) -> None:
    """A machine that polls once a second, on a new connection each time, as most do."""
    await asyncio.sleep(start_after)
    while time.monotonic() < until:
        began = time.monotonic()
        status, etag = await get(port, path, etag)
        seen.polls.append(time.monotonic() - began)
        seen.statuses[status] = seen.statuses.get(status, 0) + 1
        await asyncio.sleep(max(0.0, began + 1 - time.monotonic()))


async def reader(port: int, until: float, seen: Polled) -> None:
    while time.monotonic() < until:
        began = time.monotonic()
        await get(port, "/", "")
        seen.pages.append(time.monotonic() - began)
        await asyncio.sleep(0.2)


async def get(port: int, path: str, etag: str) -> tuple[int, str]:
    stream, out = await asyncio.open_connection("127.0.0.1", port)
    condition = f"If-None-Match: {etag}\r\n" if etag else ""
    out.write(f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nAccept-Encoding: gzip\r\n{condition}Connection: close\r\n\r\n".encode())
    head = (await stream.read()).split(b"\r\n\r\n", 1)[0].decode("latin-1")
    out.close()
    found = re.search(r"(?mi)^etag: (.*?)\r?$", head)
    return int(head.split()[1]), found[1] if found else etag
