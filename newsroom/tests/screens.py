"""Every kind of page and every screen of the desk, as a list to walk through: for pictures (`make screens`) and for axe.

    python -m newsroom.tests.screens screens            # or only some: … screens desk source- door

It judges nothing: a person looks at the pictures. What a screen needs besides the demonstration is made in `scenes.py`.
"""

import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser, Page, sync_playwright

from newsroom.tests import scenes, seed
from newsroom.tests.browser import DESKTOP, FLAGS, INSTALL, PHONE, chromium
from newsroom.tests.server import Newsroom, prepare
from newsroom.tests.walking import Walk, card

LOOKS = {
    f"{size['width']}-{scheme}": (scheme, size)
    for scheme in ("light", "dark")
    for size in (DESKTOP, PHONE)
}  # fmt: skip


@dataclass(frozen=True)
class Screen:
    """One thing to look at: an address, and what is opened, chosen, typed and pressed there first."""

    name: str
    address: str
    press: str = ""
    typed: tuple[tuple[str, str], ...] = ()
    chosen: tuple[str, ...] = ()
    opened: tuple[str, ...] = ()
    picked: tuple[tuple[str, str], ...] = ()
    #: Shown once or made by hand: `show` leaves the page as it is.
    is_there: bool = False

    def show(self, page: Page) -> None:
        if not self.is_there:
            page.set_viewport_size(DESKTOP)  # type: ignore[arg-type]
            page.goto(self.address)
        for label in self.chosen:
            page.get_by_label(label, exact=True).first.check()
        for label, choice in self.picked:
            page.get_by_label(label).first.select_option(label=choice)
        for summary in self.opened:
            page.locator("summary", has_text=summary).filter(visible=True).first.click()
        for label, text in self.typed:
            page.get_by_label(label, exact=True).fill(text)
        if self.press:
            with page.expect_navigation():
                page.get_by_role("button", name=self.press, exact=True).first.click()
        page.evaluate("document.fonts.ready")


DOOR = (
    Screen("door", "/accounts/login/"),
    Screen("door-refused", "/accounts/login/", "Log in", (("Username", "desk"), ("Password", "wrong"))),
    Screen("door-no-sign-up", "/accounts/signup/"),
    Screen("door-reset", "/accounts/password/reset/"),
    Screen("door-inactive", "/accounts/inactive/"),
)
#: An act for several articles at once answers for each.
BULK = Screen(
    "articles-in-bulk",
    "/admin/articles/article/?state=draft",
    "Go",
    chosen=("Select all objects on this page for an action",),
    picked=(("Action:", "Publish"),),
)
DESK = (
    Screen("desk", "/admin/"),
    Screen("desk-more", "/admin/", opened=("More",)),
    Screen("articles", "/admin/articles/article/"),
    Screen("articles-found-none", "/admin/articles/article/?q=zeppelin"),
    BULK,
    Screen("new-article", "/admin/articles/article/add/"),
    Screen("new-article-refused", "/admin/articles/article/add/", "Save"),
    Screen("republish", "/admin/republish/"),
    Screen("republish-refused", "/admin/republish/", "Make a draft"),
    Screen("pictures", "/admin/articles/mediaasset/"),
    Screen("new-picture", "/admin/articles/mediaasset/add/"),
    Screen("new-picture-refused", "/admin/articles/mediaasset/add/", "Put it into the library"),
    Screen("picture", "/admin/articles/mediaasset/1/change/"),
    Screen("nothing-here", "/admin/articles/article/999999/change/"),
    Screen("authors", "/admin/articles/author/"),
    Screen("author-at-the-desk", "/admin/articles/author/1/change/"),
    Screen("author-history", "/admin/articles/author/1/history/"),
    Screen("sections", "/admin/articles/section/"),
    Screen("section-at-the-desk", "/admin/articles/section/1/change/"),
    Screen("tags", "/admin/taggit/tag/"),
)
RIGHTS = (
    Screen("sources", "/admin/rights/source/"),
    Screen("source", "/admin/rights/source/5/change/", opened=("Add a contact",)),
    Screen("new-source", "/admin/rights/source/add/"),
    Screen("new-source-refused", "/admin/rights/source/add/", "Record the source"),
    Screen("source-terms-new", "/admin/rights/source/5/terms/new/"),
    Screen("source-terms-new-refused", "/admin/rights/source/5/terms/new/", "Read it"),
    Screen("source-terms-in-force", "/admin/rights/source/5/terms/1/"),
    Screen("agreements", "/admin/rights/contributoragreement/"),
    Screen("agreement", "/admin/rights/contributoragreement/1/change/"),
    Screen("new-agreement", "/admin/rights/contributoragreement/add/"),
    Screen("new-agreement-refused", "/admin/rights/contributoragreement/add/", "Record the agreement"),
    Screen("worksheets", "/admin/articles/fairuseworksheet/"),
    Screen("worksheet-row", "/admin/articles/fairuseworksheet/1/change/"),
    Screen("thresholds", "/admin/articles/sheetthresholds/"),
    Screen("new-thresholds", "/admin/articles/sheetthresholds/add/"),
    Screen("works", "/admin/rights/work/"),
    Screen("work", "/admin/rights/work/1/change/"),
    Screen("grants", "/admin/rights/grant/"),
    Screen("grant", "/admin/rights/grant/1/change/"),
    Screen("holds", "/admin/rights/hold/"),
    Screen("evidence-list", "/admin/rights/evidence/"),
    Screen("evidence", "/admin/rights/evidence/1/change/"),
    Screen("licences", "/admin/rights/licence/"),
    Screen("licence", "/admin/rights/licence/1/change/"),
    Screen("ledger", "/admin/rights/ledgerentry/"),
    Screen("ledger-entry", "/admin/rights/ledgerentry/1/change/"),
    Screen("ledger-chain", "/admin/rights/ledgerentry/chain/"),
)
SUPPLY = (
    Screen("partners", "/admin/syndication/partner/"),
    Screen("partner", "/admin/syndication/partner/1/change/"),
    Screen("partner-suspended", "/admin/syndication/partner/3/change/"),
    Screen("new-partner", "/admin/syndication/partner/add/"),
    Screen("new-partner-refused", "/admin/syndication/partner/add/", "Save"),
    Screen("partner-agreement", "/admin/syndication/partner/1/agreements/1/"),
    Screen("partner-agreement-new", "/admin/syndication/partner/1/agreements/new/"),
    Screen(
        "partner-agreement-judged",
        "/admin/syndication/partner/1/agreements/1/",
        "See what they would get",
        chosen=("An excerpt", "Own staff"),
    ),
    Screen(
        "partner-agreement-refused",
        "/admin/syndication/partner/1/agreements/new/",
        "See what they would get",
        (("To", "2026-01-01T00:00:00"), ("Tags", "Zeppelins"), ("New stories a month", "0")),
    ),
)
HOUSE = (
    Screen("house", "/admin/house/house/add/"),
    Screen("password", "/accounts/password/change/"),
    Screen("second-factor", "/accounts/2fa/"),
    Screen("second-factor-app", "/accounts/2fa/totp/activate/"),
    Screen("e-mail", "/accounts/email/"),
    Screen("door-again", "/accounts/reauthenticate/"),
    Screen("log-out", "/accounts/logout/"),
)
#: Lists, rows and forms that look like another of these screens: axe is asked about them in the long suite only.
ALIKE = frozenset(
    {
        *("articles-found-none", "authors", "author-at-the-desk", "author-history", "section-at-the-desk", "sections"),
        *("tags", "new-source", "source-terms-new", "agreements", "new-agreement", "worksheets", "worksheet-row"),
        *("thresholds", "works", "grants", "grant", "holds", "evidence-list", "evidence", "licences", "licence"),
        *("ledger-entry", "new-partner", "partner-suspended", "killing", "worksheet-next", "ask-reader"),
        *("door-no-sign-up", "door-inactive", "password", "log-out", "e-mail"),
        *("new-source-refused", "new-agreement-refused", "scheduled", "forbidden", "lifting-a-ban-refused", "worksheet-again"),
        *("worksheet-approved", "second-factor", "second-factor-app", "door-again", "killed-at-the-desk", "agreement"),
    }
)
#: For the person who runs the newsroom.
OPERATOR = (
    Screen("operator", "/admin/"),
    Screen("people", "/admin/auth/user/"),
    Screen("person", "/admin/auth/user/2/change/"),
    Screen("new-person", "/admin/auth/user/add/"),
    Screen("new-person-refused", "/admin/auth/user/add/", "Save"),
    Screen("person-delete", "/admin/auth/user/2/delete/"),
    Screen("roles", "/admin/auth/group/"),
    Screen("role", "/admin/auth/group/1/change/"),
    Screen("letters", "/admin/house/outgoingmail/"),
    Screen("queued-work", "/admin/django_tasks_database/dbtaskresult/"),
)
#: Every condition that a permission may carry, open.
PERMISSION = Screen("permission", "", chosen=("The source's own", "Written permission"), opened=("Conditions",))
#: Screens of one article; the first word is which article of `articles_of`.
OF_ARTICLES = {
    "draft": (Screen("draft", ""), Screen("draft-refused", "", "Save and clear"), PERMISSION),
    "judged": (
        Screen("fair-use", ""),
        Screen("worksheet", "worksheet/"),
        Screen("worksheet-refused", "worksheet/", "Hand it to a second reader", (("Purpose", ""),)),
        Screen("approval", "approve/"),
        Screen("approval-refused", "approve/", "Record your answer"),
        Screen("ask-reader", "ask-reader/"),
        Screen("ask-reader-refused", "ask-reader/", "Send the letter"),
    ),
    "approved": (Screen("worksheet-approved", ""), Screen("worksheet-again", "judge-again/"), Screen("worksheet-next", "worksheet/")),
    "forbidden": (Screen("forbidden", ""),),
    "live": (
        Screen("live", ""),
        Screen("withdrawing", "withdraw/unpublish/"),
        Screen("withdrawing-refused", "withdraw/unpublish/", "Unpublish"),
        Screen("killing", "withdraw/kill/"),
        Screen("hold", "hold/"),
    ),
    "killed": (Screen("killed-at-the-desk", ""),),
    "scheduled": (Screen("scheduled", ""),),
}
NewPage = Callable[[], Page]


def desk_screens(newsroom: Newsroom, new_page: NewPage) -> list[Screen]:
    """The screens of the desk for the person who holds every role. Makes the drafts that some of them show."""
    pages, lift = articles_of(newsroom, new_page)
    rest = [
        replace(screen, address=pages[which].replace("change/", screen.address or "change/"))
        for which, screens in OF_ARTICLES.items()
        for screen in screens
    ]
    bans = [Screen("lifting-a-ban", lift), Screen("lifting-a-ban-refused", lift, "Lift the ban")]
    return [*DESK, *rest, *RIGHTS, *bans, *SUPPLY, *HOUSE]


def articles_of(newsroom: Newsroom, new_page: NewPage) -> tuple[dict[str, str], str]:
    """Where each article of `OF_ARTICLES` is edited; where a ban is lifted."""

    def of_demonstration(state: str, basis: str) -> str:
        return next(one["admin_path"] for one in card(newsroom)["articles"] if (one["state"], one["basis"]) == (state, basis))

    desk, editor = scenes.begin(newsroom, new_page()), scenes.begin(newsroom, new_page(), "editor")
    forbidden, lift = scenes.forbidden(desk)
    return {
        "draft": scenes.paste(desk, seed.text()),
        "judged": scenes.judged(editor),
        "approved": of_demonstration("published", "fair_use"),
        "forbidden": forbidden,
        "live": of_demonstration("published", "source_terms"),
        "killed": of_demonstration("killed", "own_staff"),
        "scheduled": of_demonstration("scheduled", "own_staff"),
    }, lift


def public_screens(newsroom: Newsroom) -> list[Screen]:
    """One page of each kind: lists, and an article of each basis, one that is gone, one in each script."""
    articles = card(newsroom)["articles"]
    shown = [a for a in articles if a["state"] in ("published", "killed")]
    first = {f"article-{a['basis']}" if a["state"] == "published" else a["state"]: a["path"] for a in reversed(shown)}
    named = ("al-maktaba", "la-bibliotheque", "ice-plant", "the-budget", "how-to-read")
    first |= {f"article-{name}": a["path"] for name in named for a in articles if a["slug"].startswith(name)}
    lists = {
        "front": "/",
        "section": "/sections/council/",
        "section-world": "/sections/world/",
        "author": "/authors/orla-feerick/",
        "tag": "/tags/ferries/",
        "feeds": "/feeds/",
        "policy": "/policies/republishing/",
        "check-copy": "/check-a-copy/",
        "not-found": "/nowhere/",
    }
    refused = Screen("check-copy-refused", "/check-a-copy/", "Check it", (("Address of your page", "not an address"),))
    return [*(Screen(name, path) for name, path in {**lists, **first}.items()), refused]


def after_acts(newsroom: Newsroom, new_page: NewPage, judged: str, scratch: Path) -> Iterator[tuple[Page, Screen]]:
    """What is seen on the way through an act, or after it: each changes the newsroom. `judged` is a draft with a worksheet."""
    yield from at_the_desk(newsroom, new_page, scratch)
    reader = new_page()
    scenes.copy_checked(newsroom, reader, scenes.article(newsroom, "ice-plant")["path"])
    yield reader, Screen("check-copy-answered", "", is_there=True)
    yield from by_mail(newsroom, new_page, judged)
    yield from gone(newsroom, new_page)
    operator = new_page()
    scenes.operator(newsroom, operator)
    yield from ((operator, screen) for screen in OPERATOR)
    newsroom.manage("bench_fill", "--articles", "300")
    yield new_page(), Screen("section-full", "/sections/council/")
    page = new_page()
    page.goto("/sections/council/")
    page.get_by_role("navigation", name="More of these").get_by_role("link").last.click()
    yield page, Screen("section-older", "", is_there=True)


def at_the_desk(newsroom: Newsroom, new_page: NewPage, scratch: Path) -> Iterator[tuple[Page, Screen]]:
    desk, chief = scenes.begin(newsroom, new_page()), scenes.begin(newsroom, new_page(), "chief")
    terms = scenes.terms_read_again(desk)
    yield desk.page, Screen("source-terms-read", terms)
    desk.page.goto(terms)
    scenes.confirm_all(desk)
    yield desk.page, Screen("source-terms-ahead", "", is_there=True)
    yield desk.page, Screen("source-terms-refused", terms, "Put these terms in force", (("The old terms end at", "2020-01-01T00:00"),))
    desk.page.goto(terms)
    desk.press("Put these terms in force")
    yield desk.page, Screen("source-terms-rebased", "", is_there=True)
    yield desk.page, Screen("source-after", "/admin/rights/source/5/change/")
    scenes.new_feed_address(desk)
    yield desk.page, Screen("partner-address", "", is_there=True)
    scenes.written_meanwhile(desk, chief)
    yield desk.page, Screen("written-meanwhile", "", is_there=True)
    contributor = scenes.begin(newsroom, new_page(), "contributor")
    yield contributor.page, Screen("desk-contributor", "/admin/")
    unpacked = scenes.bundle(chief, scenes.article(newsroom, "how-to-read")["admin_path"], scratch)
    yield chief.page, Screen("bundle", (unpacked / "index.html").as_uri())
    yield chief.page, Screen("bundle-version", (unpacked / "versions" / "version-1.html").as_uri())


def by_mail(newsroom: Newsroom, new_page: NewPage, judged: str) -> Iterator[tuple[Page, Screen]]:
    """The link that a second reader from outside gets."""
    desk, reader = scenes.begin(newsroom, new_page()), new_page()
    link = scenes.asked_outside(desk, judged)
    yield desk.page, Screen("ask-reader-asked", "", is_there=True)
    yield reader, Screen("reader", link)
    yield reader, Screen("reader-refused", link, "Record your answer")
    for question in reader.locator("form textarea").all():
        question.fill("Looked at: the sentence is quoted because it is what we discuss.")
    reader.get_by_label("Yes, I find this use fair").check()
    reader.get_by_role("button", name="Record your answer").click()
    yield reader, Screen("reader-thanked", "", is_there=True)
    yield reader, Screen("reader-used", link)


def gone(newsroom: Newsroom, new_page: NewPage) -> Iterator[tuple[Page, Screen]]:
    """What readers find where an article was withdrawn: without and with a word for them, and after a claim."""
    desk, reader = scenes.begin(newsroom, new_page()), new_page()
    for name, slug, move, button, told in (
        ("unpublished", "apples-without-names", "unpublish", "Unpublish", ""),
        ("killed-told", "what-a-saturday", "kill", "Kill", "Two of its figures were wrong, and it can't be mended."),
        ("taken-down", "nine-lamps", "take_down", "Take down", ""),
    ):
        article = scenes.article(newsroom, slug)
        scenes.withdraw(desk, article["admin_path"], move, button, told=told)
        yield reader, Screen(name, article["path"])


def dress(page: Page, look: str) -> None:
    """Show the page in one of `LOOKS`."""
    scheme, size = LOOKS[look]
    page.emulate_media(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page.set_viewport_size(size)  # type: ignore[arg-type]


def take(page: Page, folder: Path, screens: Iterable[Screen]) -> Iterator[Path]:
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


def take_all(newsroom: Newsroom, browser: Browser, folder: Path, only: tuple[str, ...] = ()) -> Iterator[Path]:
    """Every screen, or those whose name begins with one of `only`."""

    def new_page() -> Page:
        return browser.new_context(base_url=newsroom.url, viewport=DESKTOP, locale="en-GB").new_page()  # type: ignore[arg-type]

    def wanted(screens: Iterable[Screen]) -> Iterator[Screen]:
        return (screen for screen in screens if screen.name.startswith(only or ("",)))

    stranger, person = new_page(), new_page()
    yield from take(stranger, folder, wanted([*public_screens(newsroom), *DOOR]))
    screens = desk_screens(newsroom, new_page)
    Walk(person, newsroom, "").log_in("desk")
    yield from take(person, folder, wanted(screens))
    judged = next(screen.address for screen in screens if screen.name == "fair-use")
    for page, screen in after_acts(newsroom, new_page, judged, newsroom.data):
        yield from take(page, folder, wanted([screen]))


def main(folder: Path, only: tuple[str, ...] = ()) -> int:
    path = chromium()
    if path is None:
        sys.stderr.write(INSTALL + "\n")
        return 1
    folder.mkdir(parents=True, exist_ok=True)
    pictures = []
    with demonstration() as newsroom, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=FLAGS)
        for picture in take_all(newsroom, browser, folder, only):
            pictures.append(picture)
            sys.stdout.write(f"{picture}\n")
        browser.close()
    sys.stdout.write(f"{len(pictures)} pictures\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1] if len(sys.argv) > 1 else "screens"), tuple(sys.argv[2:])))
