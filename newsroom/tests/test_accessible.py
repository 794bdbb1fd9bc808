"""The desk is open to everybody: axe finds nothing on any of its screens, those that refuse something included.

One newsroom and one log-in for all. Light on a desktop and dark on a phone in the ordinary suite; every look with `make prove`.
"""

import pytest

from newsroom.tests import screens
from newsroom.tests.browser import AxeReader

ORDINARY = ("1360-light", "390-dark")


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


def found(axe: AxeReader, page, screens_to_show, looks) -> dict[str, list[str]]:
    """What axe finds, by screen and look; {} when that is nothing."""
    lines = {}
    for screen in screens_to_show:
        screen.show(page)
        for look in looks:
            screens.dress(page, look)
            lines[f"{screen.name} {look}"] = axe(page)
    return {where: complaints for where, complaints in lines.items() if complaints}


def everything_found(axe, newsroom, new_page, desk, looks) -> dict[str, list[str]]:
    made, cookies = desk
    stranger, person = new_page(newsroom), new_page(newsroom, storage_state=cookies)
    return found(axe, stranger, screens.DOOR, looks) | found(axe, person, made, looks)


def test_no_screen_of_the_desk_has_a_barrier(axe, newsroom, new_page, desk):
    assert everything_found(axe, newsroom, new_page, desk, ORDINARY) == {}


@pytest.mark.prove
def test_no_screen_of_the_desk_has_a_barrier_in_any_look(axe, newsroom, new_page, desk):
    assert everything_found(axe, newsroom, new_page, desk, screens.LOOKS) == {}


def test_no_screen_of_the_desk_scrolls_sideways_on_a_phone_or_calls_two_things_by_one_name(newsroom, new_page, desk):
    made, cookies = desk
    person = new_page(newsroom, storage_state=cookies)
    screens.dress(person, "390-light")
    too_wide, called_alike = [], {}
    for screen in made:
        screen.show(person)
        if person.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth"):
            too_wide.append(screen.name)
        # A label leads to the first thing with its id: typed words would land in another field.
        ids = person.evaluate("[...document.querySelectorAll('[id]')].map(element => element.id)")
        if alike := sorted({name for name in ids if ids.count(name) > 1}):
            called_alike[screen.name] = alike

    assert (too_wide, called_alike) == ([], {})
