import ast
from pathlib import Path

from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = ("house", "rights", "articles", "wire", "syndication", "pages", "readers", "newsroom")
OPENS_CONNECTIONS = (
    "aiohttp", "asyncore", "ftplib", "http.client", "httpx", "imaplib", "nntplib", "poplib", "pycurl", "requests",
    "socket", "socketserver", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc",
)  # fmt: skip
# The same by a call, whatever the module was imported as.
CONNECTING_CALLS = {"create_connection", "getaddrinfo", "open_connection", "urlopen"}
DOORS = {"house/outgoing.py", "house/judging.py"}


def imported(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in {"__import__", "import_module"}:
            yield from (argument.value for argument in node.args if isinstance(argument, ast.Constant))


def called(tree):
    return {getattr(node.func, "id", getattr(node.func, "attr", "")) for node in ast.walk(tree) if isinstance(node, ast.Call)}


def opens_connections(source):
    """The names by which this source could open a connection of its own."""
    tree = ast.parse(source)
    names = {name for name in imported(tree) if any(name == opener or name.startswith(f"{opener}.") for opener in OPENS_CONNECTIONS)}
    return names | (called(tree) & CONNECTING_CALLS)


class OneDoorTests(SimpleTestCase):
    def test_only_the_guarded_client_can_open_a_connection(self):
        found = {}
        for room in ROOMS:
            for path in (ROOT / room).rglob("*.py"):
                name = path.relative_to(ROOT).as_posix()
                if "/tests/" not in name and name not in DOORS and (names := opens_connections(path.read_text())):
                    found[name] = names

        self.assertEqual(found, {}, "Fetch with house.outgoing.fetch instead: it judges every address.")

    def test_each_way_of_opening_one_would_be_found(self):
        for source in (
            "import socket",
            "import http.client as h",
            "from http import client",
            "from urllib.request import urlopen",
            "from urllib import request",
            "def f():\n    import requests.sessions",
            "importlib.import_module('httpx')",
            "__import__('socket')",
            "asyncio.open_connection('a', 80)",
        ):
            with self.subTest(source):
                self.assertNotEqual(opens_connections(source), set())

    def test_the_doors_themselves_are_where_the_rule_says(self):
        self.assertNotEqual(opens_connections((ROOT / "house/outgoing.py").read_text()), set())
