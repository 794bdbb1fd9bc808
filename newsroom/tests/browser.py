"""Debian's Chromium for journeys: finding it, watching what a page must not do, and asking axe.

Playwright's loop makes Django refuse the ORM in the same thread, so a module
with a browser test has no test that touches the database.
"""

import os
import shutil
import zlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import urlsplit

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import ConsoleMessage, Page, Request

FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
INSTALL = "No Chromium found. On Debian, as root:\n  apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends chromium"
PHONE, DESKTOP = {"width": 390, "height": 844}, {"width": 1360, "height": 900}
#: Preloading style sheets serves one experimental rule, and where Django's import another, axe breaks the policy by it.
AXE = {"preload": False, "resultTypes": ["violations"]}
#: Theme and size.
LOOKS = [("light", DESKTOP), ("dark", PHONE), ("light", PHONE), ("dark", DESKTOP)]


def chromium() -> str | None:
    """Return the path of a Chromium on this machine, or None. $CHROMIUM comes first."""
    names = (os.environ.get("CHROMIUM"), "chromium", "chromium-browser", "google-chrome")
    return next((path for name in names if name and (path := shutil.which(name))), None)


def watch(page: Page, own_url: str) -> list[str]:
    """Return a list that fills with what no page of ours may do: break the policy, raise in a script, load from elsewhere."""
    complaints: list[str] = []

    def console(message: ConsoleMessage) -> None:
        if "Content Security Policy" in message.text:
            complaints.append(f"policy broken on {page.url}: {message.text}")

    def request(asked: Request) -> None:
        if not asked.url.startswith((own_url, "data:", "blob:", "about:")):
            complaints.append(f"{page.url} loads from elsewhere: {asked.url}")

    page.on("console", console)
    page.on("pageerror", lambda error: complaints.append(f"script error on {page.url}: {error}"))
    page.on("request", request)
    return complaints


def log_in(page: Page, username: str, password: str) -> None:
    """Come to the desk as a person does: by its address, sent to the log-in page, typing both."""
    page.goto("/admin/")
    page.get_by_label("Username").fill(username)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Log in", exact=True).click()


class AxeReader:
    """Accessibility violations of a page, one line each, `[]` when there are none.

    With `every_look` a page is asked in each theme at each size, else in one of these four pairs, by its address: the same each time.
    """

    def __init__(self, *, every_look: bool = False) -> None:
        self.script: str = Axe().axe_script
        self.every_look = every_look

    def __call__(self, page: Page) -> list[str]:
        # Evaluated through the debugger, which the page's policy does not govern; axe itself needs neither eval nor inline style.
        if not page.evaluate("'axe' in window"):
            page.evaluate(self.script)
        found: Iterable[dict[str, Any]] = page.evaluate("options => axe.run(options).then(results => results.violations)", AXE)
        return [f"{rule['id']}: {rule['help']} | {' | '.join(str(node['target']) for node in rule['nodes'])}" for rule in found]

    def everywhere(self, page: Page) -> dict[str, list[str]]:
        """Ask in the looks that are due; return only where something was found."""
        turn = zlib.crc32(urlsplit(page.url).path.encode()) % len(LOOKS)
        found = {}
        for scheme, size in LOOKS if self.every_look else [LOOKS[turn]]:
            page.emulate_media(color_scheme=scheme)
            page.set_viewport_size(size)
            found[f"{scheme}, {size['width']} wide"] = self(page)
        return {where: lines for where, lines in found.items() if lines}
