"""Fixtures for journeys through a real server and a real browser. Tests of one room need none of them.

def test_a_reader_sees_the_front_page(server, page):
    page.goto(server.url + "/")
"""

import fcntl
import os
import shutil
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, expect, sync_playwright

from house import ready
from newsroom.tests.browser import DESKTOP, FLAGS, INSTALL, AxeReader, chromium, watch
from newsroom.tests.server import Newsroom, copy, prepare
from syndication import memory

# No deadline: two cores are shared with a browser and servers, so a slow example says nothing about the code.
hypothesis.settings.register_profile("ordinary", deadline=None, max_examples=100)
hypothesis.settings.register_profile("prove", deadline=None, max_examples=5000)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ordinary"))

# For the same reason: how soon a page must show what it should is not what a journey tests.
expect.set_options(timeout=20_000)

# As `make` does: the programs that tests start are compiled once, not each time.
if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
    os.environ.setdefault("PYTHONPYCACHEPREFIX", str(Path(sys.prefix) / "pycache"))

NewsroomMaker = Callable[..., Newsroom]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with a server of their own come first: they take longest, and whatever begins last should be short."""
    long = {item.path for item in items if "prepared" in getattr(item, "fixturenames", ())}
    items.sort(key=lambda item: item.path not in long)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """What tests count besides passing: `record_property("figures", "…")`."""
    reports = [report for outcome in ("passed", "failed") for report in terminalreporter.stats.get(outcome, [])]
    for report in reports:
        for name, value in getattr(report, "user_properties", ()):
            if name == "figures" and getattr(report, "when", "") == "call":
                terminalreporter.write_line(str(value))


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """A test's rows are rolled back, and with them the numbers of changes: what a process remembers must not outlive them."""
    memory.forget_all()
    ready.forget_all()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bool], Path]:
    """Give the folder that new servers are copied from, with the demonstration or empty. Made once for all xdist workers."""
    base = tmp_path_factory.getbasetemp()
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def give(demo: bool) -> Path:
        folder = shared / ("prepared-demo" if demo else "prepared")
        with (shared / "prepared.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not folder.exists():
                draft = folder.with_suffix(".draft")
                prepare(draft, demo=demo)
                draft.rename(folder)
        return folder

    return give


@pytest.fixture(scope="session")
def django_db_keepdb(request: pytest.FixtureRequest, django_db_keepdb: bool, django_db_modify_db_settings_parallel_suffix: None) -> bool:
    """Beside other workers: begin with the empty newsroom's database, which the same migrations made, instead of running them again.

    Whatever the copy lacks is still migrated.
    """
    database = settings.DATABASES["default"]
    if "PYTEST_XDIST_WORKER" not in os.environ or "sqlite3" not in database["ENGINE"]:
        return django_db_keepdb
    shutil.copy(request.getfixturevalue("prepared")(False) / "newsroom.sqlite3", database["TEST"]["NAME"])
    return True


@pytest.fixture(scope="session")
def new_server(prepared: Callable[[bool], Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[NewsroomMaker]:
    """Start a server on fresh data: `new_server(demo=True, workers=2, worker_command=True, NEWSROOM_URL=...)`. Ended with the session."""
    made: list[Newsroom] = []
    with ExitStack() as running:

        def make(*, demo: bool = False, **options: Any) -> Newsroom:
            folder = tmp_path_factory.getbasetemp() / f"newsroom-{uuid.uuid4().hex[:8]}"
            newsroom = Newsroom(copy(prepared(demo), folder), refresh=demo, **options)
            made.append(running.enter_context(newsroom))
            return newsroom

        yield make
        # All at once, and only then is each waited for.
        for newsroom in made:
            newsroom.tell_to_stop()


@pytest.fixture(scope="session")
def server(new_server: NewsroomMaker) -> Newsroom:
    """One empty newsroom for all tests that only add to it."""
    return new_server()


@pytest.fixture(scope="session")
def demo_server(new_server: NewsroomMaker) -> Newsroom:
    """One newsroom with the demonstration, for tests that don't change what others look at."""
    return new_server(demo=True)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Chromium, for one module: while it runs, Django refuses the ORM in this thread."""
    path = chromium()
    if path is None:
        if os.environ.get("CI"):
            pytest.fail(INSTALL)
        pytest.skip(INSTALL)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture
def new_page(browser: Browser, request: pytest.FixtureRequest) -> Iterator[Callable[..., Page]]:
    """Open a page as another person would, with cookies of its own: `new_page(server)`. What it did wrong fails the test."""
    complaints: list[list[str]] = []
    contexts = []

    def make(newsroom: Newsroom | None = None, **options: Any) -> Page:
        url = (newsroom or request.getfixturevalue("server")).url
        context = browser.new_context(**{"viewport": DESKTOP, "base_url": url, "locale": "en-GB"} | options)
        contexts.append(context)
        page = context.new_page()
        complaints.append(watch(page, url))
        return page

    yield make
    for context in contexts:
        context.close()
    assert [line for lines in complaints for line in lines] == []


@pytest.fixture
def page(new_page: Callable[..., Page]) -> Page:
    return new_page()


@pytest.fixture(scope="session")
def axe() -> AxeReader:
    return AxeReader(every_look=os.environ.get("HYPOTHESIS_PROFILE") == "prove")
