"""The article's page under a person's hands: the editor, the rows, the bases, the slider; and what is left of it without a script."""

import pytest
from playwright.sync_api import expect

from newsroom.tests.browser import log_in

PASSWORD = "a long and dull one"
MAKE = """
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from articles import crediting
user = get_user_model().objects.create_user("mara", password="{password}", is_staff=True)
user.groups.set(Group.objects.all())
crediting.add_author("Ada Quill"), crediting.add_author("Ben Rivet")
"""
SLIDER = "#matrix-moment"


@pytest.fixture(scope="module")
def newsroom(new_server):
    newsroom = new_server()
    newsroom.manage("shell", "-c", MAKE.format(password=PASSWORD))
    return newsroom


@pytest.fixture
def desk(new_page, newsroom):
    """A page of somebody who holds every role, at a new article."""
    return begin(new_page(newsroom))


def begin(page):
    log_in(page, "mara", PASSWORD)
    expect(page.get_by_role("heading", name="Your desk")).to_be_visible()
    page.goto("/admin/articles/article/add/")
    return page


def save(page, name="Save"):
    with page.expect_navigation():
        page.get_by_role("button", name=name, exact=True).last.click()


def write(page, headline="The ferry runs again"):
    page.get_by_label("Headline").fill(headline)
    page.get_by_label("Name 1").fill("Ada Quill")


def test_what_is_typed_and_marked_in_the_editor_is_what_is_saved(desk):
    write(desk)
    text = desk.get_by_role("textbox", name="Text", exact=True)
    text.click()
    desk.keyboard.type("The ferry left ")
    desk.keyboard.press("Control+b")
    desk.keyboard.type("at nine")
    desk.keyboard.press("Control+b")
    desk.keyboard.type(".")
    desk.keyboard.press("Enter")
    desk.keyboard.type("It came back.")
    save(desk)

    expect(desk.locator("#id_body")).to_have_value("<p>The ferry left <strong>at nine</strong>.</p><p>It came back.</p>")
    expect(desk.get_by_label("Headline")).to_have_value("The ferry runs again")


def test_a_second_name_gets_a_row_and_can_be_moved_up(desk):
    write(desk)
    rows = desk.locator("#credits [data-row]")
    expect(rows).to_have_count(2)
    rows.nth(1).locator("input").first.fill("Ben Rivet")
    expect(rows).to_have_count(3)
    rows.nth(1).get_by_role("button", name="Move up").click()
    save(desk)

    expect(desk.get_by_label("Name 1")).to_have_value("Ben Rivet")
    expect(desk.get_by_label("Name 2")).to_have_value("Ada Quill")


def test_unsaved_words_are_said_and_asked_about_before_the_page_is_left(desk):
    expect(desk.get_by_text("Not saved yet")).to_be_hidden()
    write(desk)
    expect(desk.get_by_text("Not saved yet")).to_be_visible()
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    desk.get_by_role("link", name="Pictures").first.click()
    desk.wait_for_url("**/mediaasset/")

    assert asked == ["beforeunload"]


def test_saving_asks_nothing(desk):
    asked = []
    desk.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.accept()))

    write(desk)
    save(desk)

    assert asked == []


def test_the_slider_shows_the_rights_at_each_coming_moment(desk):
    write(desk)
    desk.get_by_role("textbox", name="Text", exact=True).fill("Words.")
    desk.get_by_label("Embargo", exact=True).fill("2098-01-02T10:00")
    save(desk)
    save(desk, "Save and clear")
    matrix = desk.locator("#matrix")
    expect(matrix.get_by_role("row", name="Article page")).to_contain_text("No")
    expect(matrix.locator("th[data-moment='1']")).to_be_hidden()

    desk.locator(SLIDER).fill("1")

    expect(matrix.get_by_role("row", name="Article page")).to_contain_text("Yes")
    expect(matrix.locator("output")).to_have_text("2 Jan 2098, 10:00")


def test_what_a_basis_needs_is_shown_when_it_is_chosen(desk):
    write(desk)
    save(desk)
    expect(desk.get_by_label("Licence")).to_be_hidden()

    desk.get_by_label("Creative Commons", exact=True).check()
    expect(desk.get_by_label("Licence")).to_be_visible()

    desk.get_by_label("Written permission", exact=True).check()
    expect(desk.get_by_label("Licence")).to_be_hidden()
    expect(desk.get_by_label("Letter, mail or contract")).to_be_visible()


def test_without_a_script_all_of_it_is_there_and_saves(new_page, newsroom):
    page = begin(new_page(newsroom, java_script_enabled=False))
    write(page, "Written without a script")
    page.locator("#id_body").fill("<p>Plain.</p>")
    page.get_by_label("Expiry", exact=True).fill("2099-01-02T10:00")
    save(page)

    expect(page.locator("#id_body")).to_have_value("<p>Plain.</p>")
    expect(page.locator("#matrix th[data-moment]")).to_have_count(1)
    save(page, "Save and clear")
    expect(page.locator("#matrix th[data-moment='1']")).to_be_visible()
    expect(page.locator(SLIDER)).to_be_hidden()
    expect(page.get_by_label("Letter, mail or contract")).to_be_visible()
