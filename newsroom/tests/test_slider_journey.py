"""What ends soon is on the desk's first page, and the slider shows each exit beyond that end, with its reason, by keyboard."""

from playwright.sync_api import expect

from newsroom.tests.walking import Walk

STORY = "The year our village kept two times"


def test_the_slider_goes_over_the_end_of_a_permission(demo_server, new_page, axe):
    walk = Walk(new_page(demo_server), demo_server, "slider")
    page = walk.page
    walk.log_in("desk")

    # 1. The desk says thirty days ahead what ends.
    soon = page.get_by_role("region", name="Ends within thirty days")
    expect(soon).to_contain_text(STORY)
    walk.press(STORY, inside=soon)

    # 2. Now, and one key further on at the end: the page's verdict flips and says why.
    matrix = page.locator("#matrix")
    row = matrix.get_by_role("row", name="Article page").first
    before = matrix.locator("tbody td:not([hidden]) .verdict").all_inner_texts()
    expect(row.locator("td:not([hidden]) .verdict")).to_have_text("Yes")
    page.locator("#matrix-moment").focus()
    page.keyboard.press("End")
    expect(row.locator("td:not([hidden]) .verdict")).to_have_text("No")
    reasons = matrix.locator("tbody td:not([hidden]) .why").all_inner_texts()
    after = matrix.locator("tbody td:not([hidden]) .verdict").all_inner_texts()
    assert "Yes" in before
    assert "Yes" not in after
    assert all(reasons), reasons
    expect(page.locator("#matrix-moment")).to_have_attribute("aria-valuetext", matrix.locator("output").inner_text())
    walk.picture("beyond-the-end")
    assert axe.everywhere(page) == {}
