"""What a person reads when the newsroom has started: where to click, and what to try there."""

import json
from pathlib import Path
from typing import Any


def welcome(url: str, data: Path, log_file: Path) -> str:
    """Return the lines to print. Without a demonstration in `data` they say how to make a newsroom of one's own."""
    card, desk = read(data / "demo.json"), read(data / "desk.json")
    lines = demonstration(url, card, desk) if card else own(url)
    return "\n".join(
        [
            "",
            f"The newsroom is open at {url}",
            "",
            *lines,
            "",
            f"What happens is logged in {log_file}",
            "Ctrl-C closes it. Everything is kept.",
            "",
        ]
    )


def read(file: Path) -> Any:
    return json.loads(file.read_text()) if file.exists() else None


def demonstration(url: str, card: dict[str, Any], desk: dict[str, str] | None) -> list[str]:
    article = min(card["articles"], key=lambda a: (a["state"] != "published", a["basis"] != "source_terms"))
    partner = min(card["partners"], key=lambda p: (p["state"] != "active", p["class"] != "community_site"))
    return [
        f"  Desk  {url}/admin/",
        "        Log in, choose “Republish a page”, paste a page from elsewhere: see what stands between it and the public.",
        f"  Page  {url}{article['path']}",
        "        Read a republished story, and under it where it comes from and why it may be shown.",
        f"  Feed  {url}{partner['feed']}",
        f"        See what {partner['name']} may pull; withdraw that story at the desk and load this again.",
        "",
        "Accounts of the demonstration (for trying out only; change them before anybody else can reach this machine):",
        *accounts(card["accounts"], desk),
    ]


def accounts(of_one_role: list[dict[str, str]], desk: dict[str, str] | None) -> list[str]:
    """One line each; first the one that can walk the whole way alone."""
    rows = [(account["username"], account["password"], account["role"]) for account in of_one_role]
    if desk:
        rows.insert(0, (desk["username"], desk["password"], "holds every role; start with this one"))
    width = max(len(username) for username, _, _ in rows)
    return [f"  {username:<{width}}  {password}   {role}" for username, password, role in rows]


def own(url: str) -> list[str]:
    # Said at every start: whether it was set up already, only the database knows.
    return [
        f"  Desk  {url}/admin/",
        "        Log in with the account that you made when you set the newsroom up.",
        "",
        "Not set up yet? In a second terminal, once:",
        "  .venv/bin/python manage.py setup_newsroom",
    ]
