"""How tests read a page: as a visitor, at a moment that the test names."""

from datetime import datetime
from html.parser import HTMLParser
from typing import Any

import time_machine
from django.test import Client

VOID = {"br", "hr", "img", "link", "meta", "source"}


def get(path: str, at: datetime, **headers: str) -> Any:
    """The answer that a visitor without cookies gets at `at`."""
    with time_machine.travel(at, tick=False):
        return Client().get(path, headers=headers)


def read(path: str, at: datetime) -> str:
    return get(path, at).content.decode()


class _Words(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.is_silent = False

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.is_silent = tag == "script"

    def handle_data(self, data: str) -> None:
        if not self.is_silent:
            self.words.append(data)


def words(html: str) -> str:
    """What can be read on the page, without marks, each gap one space."""
    parser = _Words()
    parser.feed(html)
    return " ".join(" ".join(parser.words).split())
