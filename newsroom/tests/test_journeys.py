"""Ways through the desk besides the story: other bases, two people at once, three roles, an empty newsroom, a partner, a keyboard.

By clicks and typing only, each with a picture of every step.
"""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import expect

from newsroom.tests import elsewhere, scenes, seed
from newsroom.tests.test_story import LINE, ORIGINAL
from newsroom.tests.walking import Walk, account, card, feeds, get, titles
from wire.example import EXAMPLE

WALL, LOFTS = "https://carrow-lantern.example/2026/03/the-wall", "https://quayside-weekly.example/net-lofts"


@pytest.fixture(scope="module")
def newsroom(new_server):
    return new_server(demo=True, workers=2)


@pytest.fixture
def walk_as(new_page, newsroom):
    """Somebody of this role at the desk, in a browser of their own."""

    def begin(who, name):
        walk = Walk(new_page(newsroom), newsroom, name)
        walk.log_in(who)
        return walk

    return begin


def confirm_all(walk):
    """Say yes to every sentence that was read, if any was."""
    button = walk.page.get_by_role("button", name=re.compile("^Confirm (all|the open one)"))
    if button.count():
        walk.press(button.inner_text())


def mailed_link(newsroom):
    """The way to this newsroom in the newest letter."""
    with closing(sqlite3.connect(f"file:{newsroom.data / 'newsroom.sqlite3'}?mode=ro", uri=True)) as rows:
        letter = rows.execute("SELECT text FROM house_outgoingmail ORDER BY id DESC LIMIT 1").fetchone()[0]
    return re.search(rf"{re.escape(newsroom.url)}/\S+", letter).group()


def headline(text):
    return text.splitlines()[0]


def paragraphs(text):
    return [line for line in text.splitlines() if line.count(" ") > 8]


def test_fair_use_shows_an_excerpt_once_a_second_person_has_found_it_fair(walk_as, new_page, newsroom, axe):
    writer = walk_as("desk", "fair-use")
    draft = scenes.paste(writer, elsewhere.NOTHING_PERMITTED)
    writer.picture("draft")
    confirm_all(writer)

    # 1. Someone else's text: the source's terms are closed, and fair use needs its worksheet.
    writer.choose("Someone else's")
    expect(writer.page.get_by_label("The source's own terms")).to_be_disabled()
    writer.type("Outlet", "The Carrow Lantern")
    writer.type("Copyright holder", "The Carrow Lantern")
    writer.type("Address of the original", WALL)
    writer.choose("Fair use")
    writer.press("Save and clear")
    writer.picture("refused-without-worksheet")
    writer.sees("Fair use needs a worksheet")

    # 2. Written, with the measured amount beside it; its writer can't approve it, and nothing is published before.
    scenes.write_worksheet(writer)
    writer.picture("worksheet-written")
    writer.press("Read and approve")
    writer.picture("own-worksheet")
    writer.sees("You wrote it: another person")
    writer.sees("Of the original")
    writer.sees("100%")
    expect(writer.page.get_by_role("button", name="Record your answer", exact=True)).to_be_disabled()
    writer.page.goto(draft)
    writer.press("Save and clear")
    writer.picture("refused-without-approval")
    writer.sees("The worksheet is not approved.")
    expect(writer.page.get_by_role("button", name="Publish", exact=True)).to_be_disabled()

    # 3. Somebody outside is asked by mail. Their link opens both texts, wants each answer, and is good once.
    writer.press("Ask somebody outside…")
    writer.type("Their name", "Nuala Shee")
    writer.type("Their e-mail address", "nuala@quayside.example")
    writer.picture("ask-outside")
    writer.press("Send the letter")
    writer.sees("Nuala Shee was asked by mail")
    reader = Walk(new_page(newsroom), newsroom, "fair-use-reader")
    link = mailed_link(newsroom)
    reader.page.goto(link)
    reader.picture("letter-opened")
    reader.sees("Their pictures shown")
    assert axe.everywhere(reader.page) == {}
    reader.page.get_by_role("link", name=re.compile("^1: to the same words in the kept copy")).click()
    assert reader.page.url.endswith("#theirs-1")
    reader.choose("Yes, I find this use fair")
    reader.press("Record your answer")
    reader.picture("refused-unanswered")
    reader.sees("The conclusion is empty.")
    for question in reader.page.locator("form textarea").all():
        question.fill("Looked at: the sentence is quoted because it is what we discuss.")
    reader.press("Record your answer")
    reader.picture("thanks")
    reader.sees("You find this use fair.")
    reader.page.goto(link)
    reader.sees("This link has been used.")
    writer.page.goto(draft)
    writer.picture("approved")
    writer.sees("Approved by Nuala Shee")
    writer.press("Save and clear")
    writer.picture("cleared")
    writer.sees("Cleared as it stands")

    # 4. Published: the public reads the excerpt and the way to the original, no partner reads anything.
    writer.press("Publish")
    writer.press("See it on the site")
    address = writer.page.url
    public = Walk(new_page(newsroom), newsroom, "fair-use-public")
    public.page.goto(address)
    public.picture("page")
    public.sees(elsewhere.QUOTED)
    expect(public.page.locator(f'a[href="{WALL}"]').first).to_be_visible()
    page = get(newsroom, address.removeprefix(newsroom.url))[2].decode()
    hidden = [line.removeprefix(elsewhere.QUOTED).strip() for line in paragraphs(elsewhere.NOTHING_PERMITTED)]
    assert [line for line in hidden if line in page] == []
    assert [name for name, feed in feeds(newsroom).items() if headline(elsewhere.NOTHING_PERMITTED) in titles(newsroom, feed)] == []


def test_a_written_permission_is_kept_as_evidence_and_shows_the_text(walk_as, newsroom):
    walk = walk_as("desk", "permission")
    draft = scenes.paste(walk, elsewhere.ASKED_FOR)
    confirm_all(walk)
    walk.choose("The source's own")
    walk.type("Copyright holder", "The Quayside Weekly")
    walk.type("Copyright line", "© The Quayside Weekly")
    walk.type("Address of the original", LOFTS)

    # 1. A permission that nobody can show is none.
    walk.choose("Written permission")
    walk.press("Save and clear")
    walk.picture("refused-without-letter")
    walk.sees("No evidence of the permission is attached.")

    # 2. With its letter it is, and the letter is kept.
    walk.type("Who granted it", "Nuala Shee, editor")
    letter = {"name": "letter.txt", "mimeType": "text/plain", "buffer": b"You may print it in full. Nuala Shee"}
    walk.page.get_by_label("The letter, mail or contract").set_input_files([letter])
    walk.picture("letter-attached")
    walk.press("Save and clear")
    walk.picture("cleared")
    walk.sees("Cleared as it stands")
    walk.sees("We hold: letter.txt")

    # 3. The public reads it all; a partner does not, because the letter was to us.
    walk.press("Publish")
    walk.press("See it on the site")
    walk.picture("page")
    for paragraph in paragraphs(elsewhere.ASKED_FOR):
        walk.sees(paragraph)
    walk.sees("permission")
    assert b"You may print it in full" not in get(newsroom, walk.page.url.removeprefix(newsroom.url))[2]
    assert [name for name, feed in feeds(newsroom).items() if headline(elsewhere.ASKED_FOR) in titles(newsroom, feed)] == []
    walk.page.goto(draft)
    walk.picture("live-at-the-desk")


def test_two_editors_at_once_lose_no_word(walk_as):
    first, second = walk_as("editor", "collision-first"), walk_as("chief", "collision-second")
    first.press("New article")
    first.type("Headline", "The quay is closed")
    first.press("Save")
    draft = first.page.url
    second.page.goto(draft)

    # 1. Both write; one saves.
    first.type("Headline", "The quay is closed until Monday")
    write_text(first, "The port closed it at noon.")
    first.press("Save")
    second.type("Headline", "The quay is closed for a week")
    second.type("Dek", "Ships lie at anchor.")
    write_text(second, "A crane has sunk into it.")
    second.press("Save")

    # 2. The other sees both, and may put them together.
    second.picture("both-texts")
    second.sees("Someone else saved this article while you were writing.")
    second.sees("The quay is closed until Monday")
    second.sees("The port closed it at noon.")
    expect(second.page.get_by_label("Headline")).to_have_value("The quay is closed for a week")
    expect(second.page.get_by_label("Dek")).to_have_value("Ships lie at anchor.")
    assert "A crane has sunk into it." in second.page.locator("#id_body").input_value()
    write_text(second, "The port closed it at noon: a crane has sunk into it.")
    second.press("Save")
    second.picture("put-together")
    second.sees("Saved.")

    # 3. What the first one had saved is still in the history.
    second.page.goto(draft)
    expect(second.page.get_by_label("Headline")).to_have_value("The quay is closed for a week")
    assert second.page.locator("#history li, #history tr").count() >= 3


def write_text(walk, text):
    """Into the editor, in place of what stands there."""
    area = walk.page.get_by_role("textbox", name="Text", exact=True)
    area.click()
    walk.page.keyboard.press("Control+a")
    walk.page.keyboard.insert_text(text)


def test_editor_rights_desk_and_chief_each_do_their_part(walk_as, newsroom):
    # 1. The editor brings the page in and hands it on. Clearing and publishing are not theirs.
    editor = walk_as("editor", "roles-editor")
    draft = scenes.paste(editor, seed.text())
    editor.choose("The source's own")
    editor.type("Copyright holder", "Centre for Research on Globalization")
    editor.type("Copyright line", LINE)
    editor.type("Address of the original", ORIGINAL)
    editor.press("Save")
    editor.picture("record")
    expect(editor.page.get_by_role("button", name="Publish", exact=True)).to_be_disabled()
    expect(editor.page.get_by_role("button", name="Clear", exact=True)).to_be_disabled()
    expect(editor.page.get_by_role("button", name=re.compile("^Confirm all"))).to_have_count(0)
    editor.press("Send to the rights desk")
    editor.picture("handed-on")

    # 2. The rights desk finds it among what waits, confirms the terms and clears it. Publishing is not theirs.
    rights = walk_as("rights_desk", "roles-rights")
    rights.press(seed.headline())
    confirm_all(rights)
    rights.choose("The source's own terms")
    rights.press("Save and clear")
    rights.picture("cleared")
    rights.sees("Cleared as it stands")
    expect(rights.page.get_by_role("button", name="Publish", exact=True)).to_be_disabled()

    # 3. The chief finds it ready and publishes it.
    chief = walk_as("chief", "roles-chief")
    chief.picture("desk")
    chief.press(seed.headline())
    chief.press("Publish")
    chief.picture("published")
    chief.press("See it on the site")
    expect(chief.page.get_by_role("heading", level=1)).to_have_text(seed.headline())
    assert seed.headline() in titles(newsroom, feeds(newsroom)["community_site"])
    chief.page.goto(draft)
    for role in ("editor", "rights_desk", "chief"):
        expect(chief.page.locator("#history")).to_contain_text(account(newsroom, role)[0])


def test_an_empty_newsroom_says_where_to_begin(new_server, new_page):
    empty = new_server()
    empty.manage(
        "setup_newsroom", "--no-input", "--name=Harbour Record", "--holder=Stichting Harbour Record", "--legal-form=association",
        "--territory=NL", "--time-zone=Europe/Amsterdam", "--languages=en", "--contact-permissions=permissions@harbour.example",
        "--contact-desk=desk@harbour.example", "--classes=community_site", "--community-reason=Paid for by one town.",
        "--chief=mona", "--chief-password=a harbour at dawn", "--all-roles",
    )  # fmt: skip
    page = new_page(empty)
    walk = Walk(page, empty, "empty")
    page.goto("/")
    walk.picture("front")
    page.goto("/admin/")
    walk.type("Username", "mona")
    walk.type("Password", "a harbour at dawn")
    walk.press("Log in")
    walk.picture("desk")
    walk.sees("Nothing is on the desk yet.")

    walk.press("Try it: paste this page")
    walk.picture("example")
    expect(page.get_by_label("Paste the page")).to_have_value(EXAMPLE)
    walk.press("Make a draft")
    walk.picture("draft")

    expect(page.get_by_label("Headline")).to_have_value(headline(EXAMPLE.strip()))
    walk.sees("Between this and publishing")


def test_a_feed_address_is_shown_once_and_ends_when_it_is_revoked(walk_as, newsroom):
    partner = next(row["name"] for row in card(newsroom)["partners"] if row["class"] == "community_site")
    walk = walk_as("partner_manager", "token")
    walk.press("Partners")
    walk.press(partner)
    walk.picture("partner")
    walk.type("What is it for?", "their new server")
    walk.press("New feed address")
    walk.picture("address")
    address = walk.page.get_by_label("Feed address").input_value()
    assert address.startswith(newsroom.url + "/partners/feeds/")
    feed = address.removeprefix(newsroom.url)
    assert (get(newsroom, feed)[0], titles(newsroom, feed)) == (200, titles(newsroom, feeds(newsroom)["community_site"]))

    walk.press("Done")
    assert address.split("/")[-2] not in walk.page.content()
    with walk.page.expect_navigation():
        walk.page.get_by_role("button", name=re.compile("^Revoke their new server")).click()
    walk.picture("revoked")
    walk.sees("answers nobody any more")

    assert get(newsroom, feed)[0] == 404
    assert get(newsroom, feeds(newsroom)["community_site"])[0] == 200


def test_a_page_becomes_a_draft_by_keyboard_alone(new_page, newsroom):
    page = new_page(newsroom)
    walk = Walk(page, newsroom, "keyboard")
    page.goto("/admin/")
    name, password = account(newsroom, "editor")
    tab_to(page, page.get_by_label("Username"))
    page.keyboard.type(name)
    tab_to(page, page.get_by_label("Password"))
    page.keyboard.type(password)
    enter(page)

    tab_to(page, page.get_by_role("link", name="Republish a page", exact=True))
    walk.picture("desk")
    enter(page)
    tab_to(page, page.get_by_label("Paste the page"))
    page.keyboard.insert_text(EXAMPLE.replace("Night trains", "Late trains"))
    tab_to(page, page.get_by_role("button", name="Make a draft"))
    walk.picture("pasted")
    enter(page)

    walk.picture("draft")
    expect(page.get_by_label("Headline")).to_have_value(re.compile("^Late trains"))
    tab_to(page, page.get_by_label("Headline"))
    tab_to(page, page.get_by_label("Not known", exact=True))
    page.keyboard.press("ArrowUp")
    walk.picture("whose")
    enter(page)
    walk.picture("saved")
    expect(page.get_by_label("Someone else's")).to_be_checked()


def tab_to(page, target, most=120):
    """Press Tab until the target has the focus. What has it must be in sight on the way: nobody finds a focus that is hidden."""
    for _ in range(most):
        if target.evaluate("element => element === document.activeElement"):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"{target} is not reached by {most} presses of Tab on {page.url}")


def enter(page):
    with page.expect_navigation():
        page.keyboard.press("Enter")
