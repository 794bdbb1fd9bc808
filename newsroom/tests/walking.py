"""Walk through the desk as a person does: by clicks and typing, counted, with a picture of each step."""

import json
import os
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

import feedparser
from playwright.sync_api import Locator, Page, expect

from newsroom.tests.server import Newsroom

#: Where pictures of journeys go. Git does not keep them.
PICTURES = Path(os.environ.get("JOURNEY_PICTURES") or Path(__file__).resolve().parents[2] / "screens" / "journeys")


class Walk:
    """One person's way. `clicks` counts what their hand does; typing is not counted."""

    def __init__(self, page: Page, newsroom: Newsroom, name: str) -> None:
        self.page, self.newsroom, self.name = page, newsroom, name
        self.clicks = 0
        self.steps = 0

    def log_in(self, who: str) -> None:
        name, password = account(self.newsroom, who)
        self.page.goto("/admin/")
        self.type("Username", name)
        self.type("Password", password)
        self.press("Log in")

    def press(self, name: str, *, inside: Locator | None = None) -> None:
        """Press a button or link and wait for the page that follows."""
        target = (inside or self.page).get_by_role("button", name=name, exact=True)
        if not target.count():
            target = (inside or self.page).get_by_role("link", name=name, exact=True)
        self.clicks += 1
        with self.page.expect_navigation():
            target.first.click()

    def choose(self, label: str, *, inside: Locator | None = None) -> None:
        self.clicks += 1
        (inside or self.page).get_by_label(label, exact=True).first.check()

    def type(self, label: str, text: str) -> None:
        """Into a field, reached with the Tab key or a click that is not counted among those of the story."""
        field = self.page.get_by_label(label, exact=True).first
        field.focus()
        field.press("Control+a")
        self.page.keyboard.insert_text(text)

    def sees(self, text: str) -> None:
        expect(self.page.get_by_text(text).first).to_be_visible()

    def misses(self, text: str) -> None:
        expect(self.page.get_by_text(text)).to_have_count(0)

    def picture(self, what: str) -> None:
        self.steps += 1
        PICTURES.mkdir(parents=True, exist_ok=True)
        self.page.screenshot(path=PICTURES / f"{self.name}-{self.steps:02}-{what}.png", full_page=True)


def card(newsroom: Newsroom) -> dict[str, Any]:
    """What `demo.json` says."""
    return json.loads((newsroom.data / "demo.json").read_text())


def account(newsroom: Newsroom, who: str) -> tuple[str, str]:
    """Username and password of a role, or of the person who holds them all."""
    every = json.loads((newsroom.data / "desk.json").read_text())
    known = {entry["role"]: entry for entry in [*card(newsroom)["accounts"], every]}
    return known[who]["username"], known[who]["password"]


def get(newsroom: Newsroom, path: str, **headers: str) -> tuple[int, Any, bytes]:
    """(status, headers, body) of an address, as a machine asks it."""
    request = urllib.request.Request(newsroom.url + path, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return answer.status, answer.headers, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, error.headers, error.read()


def feeds(newsroom: Newsroom) -> dict[str, str]:
    """Class of each active partner → the path of its feed."""
    return {partner["class"]: partner["feed"] for partner in card(newsroom)["partners"] if partner["state"] == "active"}


def titles(newsroom: Newsroom, path: str) -> list[str]:
    return [entry.title for entry in feedparser.parse(get(newsroom, path)[2]).entries]
