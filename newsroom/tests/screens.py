"""Every kind of page and every screen of the desk, as a list to walk through: for pictures (`make screens`) and for axe.

    python -m newsroom.tests.screens screens

It judges nothing: a person looks at the pictures.
"""

import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from newsroom.tests import elsewhere, seed
from newsroom.tests.browser import DESKTOP, FLAGS, INSTALL, PHONE, chromium
from newsroom.tests.server import Newsroom, prepare
from newsroom.tests.walking import Walk, card

LOOKS = {
    f"{size['width']}-{scheme}": (scheme, size)
    for scheme in ("light", "dark")
    for size in (DESKTOP, PHONE)
}  # fmt: skip
EXCERPT = elsewhere.QUOTED
REASONS = {
    "Purpose": "We ask why four reports were filed, which the original only mentions.",
    "Nature": "A factual news report that was published this spring.",
    "Amount": "The one sentence that we quote is the one that we discuss.",
    "Effect": "Nobody would skip the original for a sentence of it.",
}
#: What a worksheet asks to choose, by the name of its group.
LISTS = {"How we came by our copy": "It stands open on the web or in print", "Which of these is it most like?": "To take the story further"}
CHOICES = {
    "Was it published?": "Published",
    "Whose wares it is": "An ordinary text",
    "Factual or creative?": "Factual",
    "What for": "Comment",
    "Would we run it without a text of our own?": "No",
    "Is it the heart of the original?": "No",
    "Are their credits, notices and marks all still there?": "Yes",
    **{f"Where the {factor} leans": "For us" for factor in ("purpose", "nature", "amount", "effect")},
}


@dataclass(frozen=True)
class Screen:
    """One thing to look at: an address, and what is typed and pressed there first, which leads to what is refused."""

    name: str
    address: str
    press: str = ""
    typed: tuple[tuple[str, str], ...] = ()

    def show(self, page: Page) -> None:
        page.goto(self.address)
        for label, text in self.typed:
            page.get_by_label(label, exact=True).fill(text)
        if self.press:
            with page.expect_navigation():
                page.get_by_role("button", name=self.press, exact=True).first.click()
        page.evaluate("document.fonts.ready")


DOOR = (
    Screen("door", "/accounts/login/"),
    Screen("door-refused", "/accounts/login/", "Log in", (("Username", "desk"), ("Password", "wrong"))),
)
DESK = (
    Screen("desk", "/admin/"),
    Screen("articles", "/admin/articles/article/"),
    Screen("new-article", "/admin/articles/article/add/"),
    Screen("new-article-refused", "/admin/articles/article/add/", "Save"),
    Screen("republish", "/admin/republish/"),
    Screen("republish-refused", "/admin/republish/", "Make a draft"),
    Screen("pictures", "/admin/articles/mediaasset/"),
    Screen("new-picture", "/admin/articles/mediaasset/add/"),
    Screen("new-picture-refused", "/admin/articles/mediaasset/add/", "Put it into the library"),
    Screen("picture", "/admin/articles/mediaasset/1/change/"),
    Screen("partners", "/admin/syndication/partner/"),
    Screen("partner", "/admin/syndication/partner/1/change/"),
    Screen("new-partner-refused", "/admin/syndication/partner/add/", "Save"),
    Screen("house", "/admin/house/house/add/"),
    Screen("ledger", "/admin/rights/ledgerentry/"),
    Screen("nothing-here", "/admin/articles/article/999999/change/"),
)
#: Screens of one article; the first word is which article of `Made`.
OF_ARTICLES = {
    "draft": (Screen("draft", ""), Screen("draft-refused", "", "Save and clear")),
    "judged": (
        Screen("fair-use", ""),
        Screen("worksheet", "worksheet/"),
        Screen("worksheet-refused", "worksheet/", "Hand it to a second reader", (("Purpose", ""),)),
        Screen("approval", "approve/"),
        Screen("approval-refused", "approve/", "Record your answer"),
    ),
    "live": (
        Screen("live", ""),
        Screen("withdrawing", "withdraw/unpublish/"),
        Screen("withdrawing-refused", "withdraw/unpublish/", "Unpublish"),
        Screen("hold", "hold/"),
    ),
}


def desk_screens(newsroom: Newsroom, new_page: Callable[[], Page]) -> list[Screen]:
    """The screens of the desk for the person who holds every role. Makes the drafts that some of them show."""
    live = next(a for a in card(newsroom)["articles"] if (a["state"], a["basis"]) == ("published", "source_terms"))
    pages = {"draft": a_draft(newsroom, new_page()), "judged": a_judged_one(newsroom, new_page()), "live": live["admin_path"]}
    rest = [
        replace(screen, address=pages[which].replace("change/", screen.address or "change/"))
        for which, screens in OF_ARTICLES.items()
        for screen in screens
    ]
    return [*DESK, *rest]


def paste(walk: Walk, text: str) -> str:
    """Republish a page; return where its draft is edited."""
    walk.page.goto("/admin/republish/")
    walk.type("Paste the page", text)
    walk.press("Make a draft")
    return walk.page.url.removeprefix(walk.newsroom.url)


def a_draft(newsroom: Newsroom, page: Page) -> str:
    walk = Walk(page, newsroom, "")
    walk.log_in("desk")
    return paste(walk, seed.text())


def a_judged_one(newsroom: Newsroom, page: Page) -> str:
    """Somebody else's text on a worksheet that an editor wrote and nobody has approved."""
    walk = Walk(page, newsroom, "")
    walk.log_in("editor")
    draft = paste(walk, elsewhere.NOTHING_PERMITTED)
    walk.choose("Someone else's")
    walk.choose("Fair use")
    write_worksheet(walk)
    return draft


def write_worksheet(walk: Walk) -> None:
    """From the article's page, its basis fair use, to the worksheet handed on."""
    walk.press("Save")
    walk.press("Write the worksheet")
    for label, choice in LISTS.items():
        walk.page.get_by_label(label, exact=True).select_option(label=choice)
    for group, choice in CHOICES.items():
        walk.choose(choice, inside=walk.page.get_by_role("group", name=group))
    for label, reason in REASONS.items():
        walk.type(label, reason)
    walk.type("Excerpt for everyone", EXCERPT)
    walk.press("Hand it to a second reader")


def public_screens(newsroom: Newsroom) -> list[Screen]:
    """One page of each kind: lists, and an article of each basis, one that is gone, one in each script."""
    articles = card(newsroom)["articles"]
    shown = [a for a in articles if a["state"] in ("published", "killed")]
    first = {f"article-{a['basis']}" if a["state"] == "published" else a["state"]: a["path"] for a in reversed(shown)}
    first |= {f"article-{name}": a["path"] for name in ("al-maktaba", "la-bibliotheque") for a in articles if a["slug"].startswith(name)}
    lists = {
        "front": "/",
        "section": "/sections/council/",
        "author": "/authors/orla-feerick/",
        "tag": "/tags/ferries/",
        "feeds": "/feeds/",
        "policy": "/policies/republishing/",
        "not-found": "/nowhere/",
    }
    return [Screen(name, path) for name, path in {**lists, **first}.items()]


def dress(page: Page, look: str) -> None:
    """Show the page in one of `LOOKS`."""
    scheme, size = LOOKS[look]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size(size)  # type: ignore[arg-type]


def take(page: Page, folder: Path, screens: list[Screen]) -> Iterator[Path]:
    """A picture of each screen in each look."""
    for screen in screens:
        screen.show(page)
        for look, (_scheme, size) in LOOKS.items():
            dress(page, look)
            # As tall as the page, so that bars stay at its foot and pictures far down are loaded.
            page.set_viewport_size({**size, "height": max(size["height"], page.evaluate("document.documentElement.scrollHeight"))})
            page.wait_for_load_state("networkidle")
            path = folder / f"{screen.name}-{look}.png"
            page.screenshot(path=path)
            yield path


@contextmanager
def demonstration() -> Iterator[Newsroom]:
    with tempfile.TemporaryDirectory() as scratch:
        data = Path(scratch) / "data"
        prepare(data, demo=True)
        with Newsroom(data, refresh=True) as newsroom:
            yield newsroom


def take_all(newsroom: Newsroom, browser: Browser, folder: Path) -> Iterator[Path]:
    def new_page() -> Page:
        return browser.new_context(base_url=newsroom.url, viewport=DESKTOP, locale="en-GB").new_page()  # type: ignore[arg-type]

    stranger = new_page()
    yield from take(stranger, folder, [*public_screens(newsroom), *DOOR])
    screens = desk_screens(newsroom, new_page)
    person = new_page()
    Walk(person, newsroom, "").log_in("desk")
    yield from take(person, folder, screens)


def main(folder: Path) -> int:
    path = chromium()
    if path is None:
        sys.stderr.write(INSTALL + "\n")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    with demonstration() as newsroom, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for picture in take_all(newsroom, browser, folder):
            pictures.append(picture)
            sys.stdout.write(f"{picture}\n")
        browser.close()
    sys.stdout.write(f"{len(pictures)} pictures\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "screens")))
