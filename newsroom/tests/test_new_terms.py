"""A source's terms change: read again, looked ahead, in force for what moves along, ended for what does not.

By clicks and typing only, from the desk's first page on.
"""

import pytest
from playwright.sync_api import expect

from newsroom.tests.walking import Walk, card, get

SOURCE = "Loughmoyle Open Page"
NEW_TERMS = (
    "The writers named above their articles are alone responsible for what they say. "
    "Permission is granted to cross-post our articles on community internet sites as long as the source and copyright are acknowledged "
    "together with a hyperlink to the original article. For print and commercial use contact rights@openpage.example."
)
KEPT, LEFT = "Loughmoyle swimmers get their jetty back", "A repair café counts what it saved"


@pytest.fixture(scope="module")
def newsroom(new_server):
    return new_server(demo=True)


def address(newsroom, start: str) -> str:
    slug = start.lower().replace("é", "e").replace(" ", "-")
    return next(article["path"] for article in card(newsroom)["articles"] if article["slug"].startswith(slug))


def test_a_sources_terms_change_is_rebased_in_bulk(new_page, newsroom, axe):
    page = new_page(newsroom)
    page.emulate_media(reduced_motion="reduce")
    walk = Walk(page, newsroom, "terms")
    walk.log_in("desk")
    kept, left = address(newsroom, KEPT), address(newsroom, LEFT)
    assert [get(newsroom, path)[0] for path in (kept, left)] == [200, 200]

    # 1. The list and the source: what its terms are, how much we use it.
    walk.press("Sources")
    walk.picture("sources")
    assert axe.everywhere(page) == {}
    walk.press(SOURCE)
    walk.sees("2 works rest on them")
    walk.picture("source")
    assert axe.everywhere(page) == {}

    # 2. Its page is read again: refused without a word, then kept and laid beside the old one.
    walk.press("Read its page again")
    walk.press("Read it")
    walk.sees("There is nothing here yet")
    walk.picture("nothing-pasted")
    walk.type("Paste its terms", NEW_TERMS)
    walk.press("Read it")
    walk.sees("What changed")
    walk.picture("read")
    assert [get(newsroom, path)[0] for path in (kept, left)] == [200, 200]

    # 3. A person answers; the look ahead names each exit that would change, and nothing has changed yet.
    walk.press("Confirm all 4")
    walk.sees("2 works rest on older terms")
    walk.picture("ahead")
    assert axe.everywhere(page) == {}
    page.get_by_role("checkbox", name=LEFT).uncheck()

    # 4. An end in the past is refused and the ticks are kept.
    page.get_by_label("The old terms end at").fill("2020-01-01T00:00")
    walk.press("Put these terms in force")
    walk.sees("can't end in the past")
    expect(page.get_by_role("checkbox", name=LEFT)).not_to_be_checked()
    expect(page.get_by_role("checkbox", name=KEPT)).to_be_checked()

    # 5. In force: what was ticked goes on, the rest ends with the old terms.
    page.get_by_label("The old terms end at").fill("")
    walk.press("Put these terms in force")
    walk.sees("In force. 1 work was re-based.")
    walk.picture("done")
    assert axe.everywhere(page) == {}
    assert [get(newsroom, path)[0] for path in (kept, left)] == [200, 410]

    # 6. The source's page tells it.
    walk.press(SOURCE)
    walk.sees("1 work rests on them")
    walk.picture("after")
