"""What a person reads when the newsroom has started: where to click, and what to try there."""

import json
from pathlib import Path
from typing import Any


def welcome(url: str, demo_file: Path, log_file: Path) -> str:
    """Return the lines to print. Without a demonstration they say how to make a newsroom of one's own."""
    demo = json.loads(demo_file.read_text()) if demo_file.exists() else None
    lines = demonstration(url, demo) if demo else empty(url)
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


def demonstration(url: str, demo: dict[str, Any]) -> list[str]:
    article = min(demo["articles"], key=lambda a: (a["state"] != "published", a["basis"] != "source_terms"))
    partner = min(demo["partners"], key=lambda p: (p["state"] != "active", p["class"] != "community_site"))
    accounts = demo["accounts"]
    width = max(len(account["username"]) for account in accounts)
    return [
        f"  Desk  {url}/admin/",
        "        Log in with an account below, choose Republish, paste a page from elsewhere: see what stands between it and the public.",
        f"  Page  {url}{article['path']}",
        "        Read a republished story, and under it where it comes from and why it may be shown.",
        f"  Feed  {url}{partner['feed']}",
        f"        See what {partner['name']} may pull; withdraw that story at the desk and load this again.",
        "",
        "Accounts of the demonstration (for trying out only; change them before anybody else can reach this machine):",
        *[f"  {account['username']:<{width}}  {account['password']}   {account['role']}" for account in accounts],
    ]


def empty(url: str) -> list[str]:
    return [
        "It is empty. Make it yours, in a second terminal:",
        "  .venv/bin/python manage.py setup_newsroom",
        f"Then log in at {url}/admin/",
    ]
