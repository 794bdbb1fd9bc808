"""The desk is open to everybody: axe finds nothing on any of its screens, those that refuse something included.

One newsroom, one log-in and one walk for all. Each screen in one look in the ordinary suite, turn about; in every look with `make prove`.
"""

from itertools import cycle

import pytest

from newsroom.tests import screens
from newsroom.tests.browser import AxeReader


@pytest.fixture(scope="module")
def newsroom(new_server):
    return new_server(demo=True)


@pytest.fixture(scope="module")
def desk(newsroom, browser):
    """The screens of the desk, and the cookies of the person who holds every role."""
    contexts = []

    def new_page():
        contexts.append(browser.new_context(base_url=newsroom.url, locale="en-GB"))
        return contexts[-1].new_page()

    made = screens.desk_screens(newsroom, new_page)
    cookies = contexts[0].storage_state()
    for context in contexts:
        context.close()
    return made, cookies


def test_no_screen_of_the_desk_has_a_barrier_scrolls_sideways_on_a_phone_or_calls_two_things_by_one_name(axe, newsroom, new_page, desk):
    made, cookies = desk
    stranger, person = new_page(newsroom), new_page(newsroom, storage_state=cookies)
    looks = cycle(screens.LOOKS)
    found = {screen.name: barriers(axe, stranger, screen, [next(looks)]) for screen in screens.DOOR}
    for screen in made:
        if screen.name not in screens.ALIKE:
            found[screen.name] = barriers(axe, person, screen, [next(looks)]) + too_wide(person) + called_alike(person)

    assert {name: lines for name, lines in found.items() if lines} == {}


@pytest.mark.prove
def test_no_screen_of_the_desk_has_a_barrier_in_any_look(axe, newsroom, new_page, desk):
    made, cookies = desk
    stranger, person = new_page(newsroom), new_page(newsroom, storage_state=cookies)
    found = {screen.name: barriers(axe, stranger, screen, screens.LOOKS) for screen in screens.DOOR}
    found |= {screen.name: barriers(axe, person, screen, screens.LOOKS) + too_wide(person) + called_alike(person) for screen in made}

    assert {name: lines for name, lines in found.items() if lines} == {}


def barriers(axe: AxeReader, page, screen, looks) -> list[str]:
    """What axe finds on one screen, each line with its look."""
    screen.show(page)
    lines = []
    for look in looks:
        screens.dress(page, look)
        lines += [f"{look}: {line}" for line in axe(page)]
    return lines


def too_wide(page) -> list[str]:
    screens.dress(page, "390-light")
    is_wider = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
    return ["It scrolls sideways."] if is_wider else []


def called_alike(page) -> list[str]:
    """A label leads to the first thing with its id: typed words would land in another field."""
    ids = page.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
    return [f"Called alike: {name}" for name in sorted({name for name in ids if ids.count(name) > 1})]
