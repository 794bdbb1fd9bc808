"""What screens show that the demonstration does not have: made by acts, by clicks and typing, in a real newsroom.

Each scene returns where its screen is. A scene may be made once in a newsroom: it knows nothing of its neighbours.
"""

import re
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from zipfile import ZipFile

from playwright.sync_api import Page

from newsroom.tests import elsewhere
from newsroom.tests.browser import log_in
from newsroom.tests.server import ROOT, Newsroom
from newsroom.tests.walking import Walk, card

PASSWORD = "a long and dull one"
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
#: What is known of a text of `elsewhere.FORBIDDEN`.
RECORD = {
    "Copyright holder": "The Quayside Weekly",
    "Copyright line": "© The Quayside Weekly",
    "Address of the original": "https://quayside.example/pier",
}
#: A source whose terms are in the demonstration, and what its page says now.
SOURCE = "Loughmoyle Open Page"
NEW_TERMS = (
    "The writers named above their articles are alone responsible for what they say. "
    "Permission is granted to cross-post our articles on community internet sites as long as the source and copyright are acknowledged "
    "together with a hyperlink to the original article. For print and commercial use contact rights@openpage.example."
)


def paste(walk: Walk, text: str) -> str:
    """Republish a page; return where its draft is edited."""
    walk.page.goto("/admin/republish/")
    walk.type("Paste the page", text)
    walk.press("Make a draft")
    return walk.page.url.removeprefix(walk.newsroom.url)


def confirm_all(walk: Walk) -> None:
    button = walk.page.get_by_role("button", name=re.compile("^Confirm (all|the open one)"))
    if button.count():
        walk.press(button.inner_text())


def mailed_link(newsroom: Newsroom) -> str:
    """The way to this newsroom in the newest letter."""
    with closing(sqlite3.connect(f"file:{newsroom.data / 'newsroom.sqlite3'}?mode=ro", uri=True)) as rows:
        letter = rows.execute("SELECT text FROM house_outgoingmail ORDER BY id DESC LIMIT 1").fetchone()[0]
    found = re.search(rf"{re.escape(newsroom.url)}/\S+", letter)
    assert found, letter
    return found.group()


def begin(newsroom: Newsroom, page: Page, who: str = "desk") -> Walk:
    walk = Walk(page, newsroom, "")
    walk.log_in(who)
    return walk


# Articles ---------------------------------------------------------------


def judged(walk: Walk) -> str:
    """Somebody else's text on a worksheet that its writer handed on and nobody has approved."""
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


def asked_outside(walk: Walk, draft: str) -> str:
    """The link that somebody outside got by mail to read the worksheet of this draft."""
    walk.page.goto(draft.replace("change/", "ask-reader/"))
    walk.type("Their name", "Nuala Shee")
    walk.type("Their e-mail address", "nuala@quayside.example")
    walk.press("Send the letter")
    return mailed_link(walk.newsroom)


def forbidden(walk: Walk) -> tuple[str, str]:
    """A draft whose owner forbids something: its page, and the page on which that is lifted."""
    draft = paste(walk, elsewhere.FORBIDDEN)
    confirm_all(walk)
    walk.choose("The source's own")
    for label, text in RECORD.items():
        walk.type(label, text)
    walk.choose("The source's own terms")
    walk.press("Save")
    return draft, walk.page.get_by_role("link", name=re.compile("^Lift it")).first.get_attribute("href") or ""


def written_meanwhile(walk: Walk, other: Walk) -> None:
    """Two people write the same draft; `walk` sees both texts."""
    walk.page.goto("/admin/articles/article/add/")
    walk.type("Headline", "The quay is closed")
    walk.press("Save")
    other.page.goto(walk.page.url)
    for one, headline in ((other, "The quay is closed until Monday"), (walk, "The quay is closed for a week")):
        one.type("Headline", headline)
        one.press("Save")


def withdraw(walk: Walk, article: str, move: str, button: str, *, told: str = "") -> None:
    walk.page.goto(article.replace("change/", f"withdraw/{move}/"))
    walk.type("Reason", "Its subject asked for it, and is right.")
    walk.type("What readers are told", told)
    walk.press(button)


def bundle(walk: Walk, article: str, folder: Path) -> Path:
    """The folder into which an article's evidence was unpacked."""
    walk.page.goto(article)
    with walk.page.expect_download() as saved:
        walk.page.get_by_role("link", name="Save the evidence as one file").click()
    saved.value.save_as(folder / "evidence.zip")
    ZipFile(folder / "evidence.zip").extractall(folder / "evidence")
    return folder / "evidence"


# Rights -----------------------------------------------------------------


def terms_read_again(walk: Walk) -> str:
    """Where the new terms of a source stand, before anybody answered what they mean."""
    walk.page.goto("/admin/rights/source/")
    walk.press(SOURCE)
    walk.press("Read its page again")
    walk.type("Paste its terms", NEW_TERMS)
    walk.press("Read it")
    return walk.page.url.removeprefix(walk.newsroom.url)


# Partners ---------------------------------------------------------------


def new_feed_address(walk: Walk) -> None:
    """Leaves the page on which it is shown once."""
    walk.page.goto("/admin/syndication/partner/1/change/")
    walk.type("What is it for?", "their new server")
    walk.press("New feed address")


# The public -------------------------------------------------------------


def copy_checked(newsroom: Newsroom, page: Page, path: str) -> None:
    """Leaves the page that says what a republisher's copy of this article lacks."""
    words = [sys.executable, "-m", "newsroom.tests.copy_answer", newsroom.url + path, "Aoife Brannick"]
    environment = newsroom.environment | {"DJANGO_SETTINGS_MODULE": "newsroom.settings"}
    done = subprocess.run(words, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    page.route("**/check-a-copy/", lambda route: route.fulfill(body=done.stdout, content_type="text/html; charset=utf-8"))
    page.goto("/check-a-copy/")


def operator(newsroom: Newsroom, page: Page) -> None:
    """Somebody who runs the newsroom and has no role in it, at the desk."""
    newsroom.manage(
        "createsuperuser", "--noinput", "--username", "olga", "--email", "olga@news.example", DJANGO_SUPERUSER_PASSWORD=PASSWORD
    )
    log_in(page, "olga", PASSWORD)


def article(newsroom: Newsroom, slug: str) -> dict[str, str]:
    """What the demonstration's card says of the article whose slug begins so."""
    return next(one for one in card(newsroom)["articles"] if one["slug"].startswith(slug))
