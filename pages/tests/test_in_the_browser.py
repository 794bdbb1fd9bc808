"""The paper as readers meet it: in Chromium, light and dark, on a phone and a desktop, on the demonstration's pages."""

import json

import pytest

NARROWEST, WIDEST = 320, 1920
LISTS = ["/", "/sections/council/", "/authors/orla-feerick/", "/tags/ferries/", "/feeds/", "/policies/republishing/", "/nowhere/"]


@pytest.fixture(scope="module")
def addresses(demo_server):
    """Every list, and the first article of each state and basis."""
    articles = json.loads((demo_server.data / "demo.json").read_text())["articles"]
    first = {(article["state"], article["basis"]): article["path"] for article in reversed(articles)}
    return LISTS + sorted(first.values())


def test_no_page_has_a_barrier(demo_server, new_page, axe, addresses):
    page = new_page(demo_server)
    found = {}
    for address in addresses:
        page.goto(address)
        found |= {f"{address} {where}": lines for where, lines in axe.everywhere(page).items()}

    assert found == {}


def test_no_page_scrolls_sideways_however_narrow_or_wide(demo_server, new_page, addresses):
    page = new_page(demo_server)
    too_wide = []
    for width in (NARROWEST, WIDEST):
        page.set_viewport_size({"width": width, "height": 800})
        for address in addresses:
            page.goto(address)
            if page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
                too_wide.append((width, address))

    assert too_wide == []


def test_the_first_tab_leads_past_the_furniture_to_the_text(demo_server, new_page):
    page = new_page(demo_server)
    page.goto("/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.evaluate("document.activeElement.id") == "main"


def test_nothing_moves_while_a_page_loads(demo_server, new_page, addresses):
    page = new_page(demo_server)
    page.add_init_script(
        "window.moved = 0; new PerformanceObserver(list => list.getEntries().forEach(entry => { window.moved += entry.value }))"
        ".observe({type: 'layout-shift', buffered: true})"
    )
    moved = {}
    for address in addresses:
        page.goto(address)
        page.wait_for_load_state("networkidle")
        moved[address] = page.evaluate("window.moved")

    assert {address: shift for address, shift in moved.items() if shift > 0.01} == {}
