"""A partner from the agreement to a withdrawal: by clicks and typing, each with a picture, its machine pulling in between."""

import time

import feedparser
import pytest
from playwright.sync_api import expect

from newsroom.tests import scenes
from newsroom.tests.walking import Walk, get

NAME, CONTACT = "Mole Lane Post", "ines@molelane.example"
#: Long enough for a worker beside other tests.
PATIENCE_SECONDS = 60


@pytest.fixture(scope="module")
def newsroom(new_server):
    # What is asked is due at once, so that it is overdue.
    return new_server(demo=True, worker_command=True, RECEIPT_HOURS_CORRECTION="0", RECEIPT_HOURS_REMOVAL="0")


def letter_to(newsroom, words):
    """The way in the newest letter, once the worker has written one that leads where `words` say."""
    until = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < until:
        try:
            link = scenes.mailed_link(newsroom)
        except (AssertionError, TypeError):
            link = ""
        if words in link:
            return link
        time.sleep(0.5)
    raise AssertionError(f"No letter with {words}.")


def signs_partner(walk):
    """A partner with a class, a contact and an agreement for everything."""
    walk.page.goto("/admin/syndication/partner/add/")
    walk.page.locator("#id_name").fill(NAME)
    walk.page.locator("#id_slug").fill(NAME.lower().replace(" ", "-"))
    walk.press("Save and continue editing")
    walk.picture("partner")
    page = walk.page
    for inline in ("Class membership", "Partner contact"):
        page.get_by_role("button", name=f"Add another {inline}").click()
    page.locator("[id^=id_memberships-0-party_class]").select_option(label="Community site")
    page.locator("#id_memberships-0-evidence_note").fill("Their statutes of 2019, read today.")
    page.locator("#id_contacts-0-name").fill("Inês Moll")
    page.locator("#id_contacts-0-email").fill(CONTACT)
    walk.press("Save and continue editing")
    walk.press("New agreement")
    walk.type("From", "2026-01-01T00:00:00")
    walk.press("See what they would get")
    walk.picture("what-they-would-get")
    walk.press("Save")


def test_a_partner_comes_in_pulls_corrects_confirms_and_removes(newsroom, new_page, axe):
    desk = Walk(new_page(newsroom), newsroom, "partner-desk")
    desk.log_in("desk")
    article = scenes.article(newsroom, "apples-without-names")

    # 1. The agreement, looked at before it is saved.
    signs_partner(desk)
    desk.picture("agreement")

    # 2. The partner signs in by mail, makes its own address and copies it.
    partner = Walk(new_page(newsroom), newsroom, "partner-own")
    partner.page.goto("/partners/")
    partner.type("Your e-mail address", CONTACT)
    partner.press("Mail me a link")
    partner.sees("If we know this address")
    partner.page.goto(letter_to(newsroom, "/sign-in/"))
    partner.picture("link")
    partner.press("Sign in")
    partner.picture("own-page")
    assert axe.everywhere(partner.page) == {}
    partner.type("A new address, for", "website")
    partner.press("New token")
    partner.page.get_by_role("button", name="Copy", exact=True).first.click()
    expect(partner.page.locator("#copied-1")).not_to_be_empty()
    partner.picture("address-once")
    address = partner.page.get_by_label("RSS").input_value()
    path = address.removeprefix(newsroom.url)
    partner.page.goto(address)
    partner.sees("You opened the address of a feed")
    assert path.split("/")[3] not in partner.page.content()
    partner.picture("feed-in-a-browser")

    # 3. Its machine polls: the story is there, and then nothing is new.
    status, headers, body = get(newsroom, path)
    held = next(entry for entry in feedparser.parse(body).entries if entry.link.endswith(article["path"]))
    assert (status, get(newsroom, path, **{"If-None-Match": headers["ETag"]})[0]) == (200, 304)

    # 4. The desk corrects; the machine gets the correction; the partner is asked and says yes.
    desk.page.goto(article["admin_path"])
    desk.type("What was wrong, and what is right", "The orchard has forty trees, not four.")
    desk.press("Publish the correction")
    desk.picture("corrected")
    status, _headers, body = get(newsroom, path, **{"If-None-Match": headers["ETag"]})
    changed = next(entry for entry in feedparser.parse(body).entries if entry.id == held.id)
    assert (status, "forty trees, not four" in changed.content[0].value) == (200, True)
    confirmed(desk, partner, held.title, "Yes, it is corrected", axe)

    # 5. The desk withdraws; the machine gets "Withdrawn" without a word of the text; the partner removes and says so.
    scenes.withdraw(desk, article["admin_path"], "unpublish", "Unpublish")
    gone = next(entry for entry in feedparser.parse(get(newsroom, path)[2]).entries if entry.id == held.id)
    assert (gone.title, gone.get("content"), gone.get("summary", "")) == ("Withdrawn", None, "")
    confirmed(desk, partner, held.title, "Yes, it is removed", axe)

    # 6. A test item, on demand.
    for button, said in (("Send a test item", "Test item"), ("Correct it", "Test item, corrected"), ("Withdraw it", "Withdrawn")):
        partner.press(button)
        assert said in "|".join(entry.title for entry in feedparser.parse(get(newsroom, path)[2]).entries)
    partner.picture("tried-out")
    partner.press("Sign out")
    partner.misses(NAME)


def confirmed(desk, partner, headline, button, axe):
    """What is asked is overdue on the desk's first page and in its list until the partner has said yes on a page of its own."""
    desk.page.goto("/admin/")
    overdue = desk.page.get_by_role("region", name="Partners with overdue receipts")
    expect(overdue).to_contain_text(headline)
    overdue.get_by_role("link", name="All").click()
    desk.sees(NAME)
    desk.picture("overdue")
    partner.page.goto("/partners/")
    partner.sees(headline)
    partner.sees("overdue")
    partner.picture("asked")
    assert axe.everywhere(partner.page) == {}
    partner.press(f"{button}: {headline}")
    partner.sees("Nothing waits for your word.")
    desk.page.reload()
    expect(overdue).to_have_count(0)
    desk.page.goto("/admin/syndication/partner/receipts/")
    desk.sees("Nobody owes us word.")
    desk.picture("nobody-owes-us-word")
