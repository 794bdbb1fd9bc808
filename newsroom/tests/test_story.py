"""The story that the product is for: a page from elsewhere becomes an attributed, cleared, published article that a partner pulls.

By clicks and typing only, from the log-in page on, refusals first.
"""

import feedparser
import pytest
from playwright.sync_api import expect

from newsroom.tests import seed
from newsroom.tests.walking import Walk, feeds, get, titles

ORIGINAL = "https://www.globalresearch.ca/unified-air-defense/5320000"
LINE = "© Global Research, 2013"
#: What a fresh draft lacks, as the list above its buttons says it.
MISSING = (
    "Whose text is this?",
    "The copyright holder is not recorded",
    "copyright line, and it is missing",
    "its address is missing",
    "No basis is chosen",
    "has not cleared",
)


@pytest.fixture(scope="module")
def newsroom(new_server):
    return new_server(demo=True, workers=2)


def republish(walk):
    walk.press("Republish a page")
    walk.type("Paste the page", seed.text())
    walk.press("Make a draft")


def test_a_page_from_elsewhere_becomes_an_article_that_a_partner_pulls(new_page, newsroom):
    page = new_page(newsroom)
    walk = Walk(page, newsroom, "story")
    headline = seed.headline()
    walk.log_in("desk")
    walk.picture("desk")
    walk.clicks = 0

    # 1. The draft, with what was understood, nothing decided.
    republish(walk)
    walk.picture("draft")
    expect(page.get_by_label("Headline")).to_have_value(headline)
    draft = page.url
    text = page.locator("#id_body").input_value()
    for small_print in ("Disclaimer", "cross-post", "fair use", "media inquiries", "Articles by"):
        assert small_print not in text
    walk.sees("could not be read")
    for missing in MISSING:
        walk.sees(missing)
    expect(page.get_by_label("Original date")).to_have_value("")

    # 2. Refused, with everything that is missing, and nothing lost.
    walk.type("Copyright line", LINE)
    walk.press("Save and clear")
    walk.picture("refused")
    walk.sees("Whose text is this?")
    expect(page.get_by_label("Copyright line")).to_have_value(LINE)
    expect(page.get_by_role("button", name="Publish", exact=True)).to_be_disabled()
    expect(page.get_by_label("The source's own terms")).to_be_disabled()

    # 3. Confirmed by a person, based on the source's terms, cleared, published.
    walk.press("Confirm all 7")
    walk.choose("The source's own")
    walk.type("Copyright holder", "Centre for Research on Globalization")
    walk.type("Address of the original", ORIGINAL)
    walk.press("Save")
    walk.picture("record")
    walk.choose("The source's own terms")
    walk.press("Save and clear")
    walk.picture("cleared")
    walk.sees("Cleared as it stands")
    walk.press("Publish")
    walk.picture("published")
    assert walk.clicks <= 12, f"{walk.clicks} clicks from the paste to the public"

    # 4. What the reader sees.
    walk.press("See it on the site")
    address = page.url.removeprefix(newsroom.url)
    walk.picture("page")
    expect(page.get_by_role("heading", level=1)).to_have_text(headline)
    expect(page.locator(f'a[href="{ORIGINAL}"]').first).to_be_visible()
    walk.sees(LINE)
    walk.sees("Where this comes from")
    walk.sees("responsible for any inaccurate or incorrect statement")
    walk.misses("Fair use")

    # 5. What each partner pulls.
    community, commercial = feeds(newsroom)["community_site"], feeds(newsroom)["commercial_site"]
    entry = next(entry for entry in feedparser.parse(get(newsroom, community)[2]).entries if entry.title == headline)
    assert [author.name for author in entry.authors] == [seed.author()]
    assert ORIGINAL in entry.content[0].value and LINE in entry.content[0].value
    assert entry.id.startswith("urn:uuid:") and not entry.guidislink
    assert [link.href for link in entry.links if link.rel == "via"] == [ORIGINAL]
    assert LINE in entry.rights
    assert headline not in titles(newsroom, commercial)
    assert titles(newsroom, commercial) and set(titles(newsroom, commercial)) < set(titles(newsroom, community))

    # 6. Advertising takes it away within a second, at every exit.
    tag = get(newsroom, community)[1]["ETag"]
    advertise(walk, True)
    assert get(newsroom, address)[0] == 410
    assert headline not in titles(newsroom, community)
    assert get(newsroom, community, **{"If-None-Match": tag})[0] == 200
    advertise(walk, False)
    assert get(newsroom, address)[0] == 200
    assert headline in titles(newsroom, community)

    # 7. Withdrawn is withdrawn, with an old validator too.
    tag = get(newsroom, community)[1]["ETag"]
    page.goto(draft)
    walk.press("Unpublish")
    walk.type("Reason", "The source asked us to take it off.")
    walk.picture("withdrawing")
    walk.press("Unpublish")
    assert get(newsroom, address)[0] == 410
    status, _headers, body = get(newsroom, community, **{"If-None-Match": tag})
    assert (status, headline.encode() in body, b"Withdrawn" in body) == (200, False, True)


def advertise(walk, on):
    """A chief changes the House profile."""
    walk.page.goto("/admin/")
    walk.page.goto("/admin/house/house/")
    box = walk.page.get_by_label("Carries advertising")
    box.set_checked(on)
    walk.picture("house")
    walk.press("Save")
