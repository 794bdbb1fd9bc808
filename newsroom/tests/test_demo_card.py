"""`demo.json`: the card that says where to click and as whom, made at the first start and made fresh at each later one."""

import json
import re
import urllib.error
import urllib.request

import pytest

from articles.vocabulary import Role, State
from newsroom.tests.server import Newsroom, clean_environment, copy, free_port
from rights.vocabulary import Basis, PartyClass


@pytest.fixture
def newsroom(prepared, tmp_path):
    """The demonstration on a folder of its own, for commands. No server runs."""
    return Newsroom(copy(prepared(True), tmp_path / "data"))


def card(newsroom):
    return json.loads((newsroom.data / "demo.json").read_text())


def status(address):
    try:
        with urllib.request.urlopen(address, timeout=20) as answer:
            return answer.status
    except urllib.error.HTTPError as error:
        return error.code


def test_it_has_exactly_the_keys_and_kinds_that_are_promised(newsroom):
    said = card(newsroom)

    assert list(said) == ["base_url", "accounts", "partners", "articles"]
    assert {tuple(account) for account in said["accounts"]} == {("role", "username", "password")}
    assert {tuple(partner) for partner in said["partners"]} == {("name", "class", "state", "feed")}
    assert {tuple(article) for article in said["articles"]} == {("id", "slug", "state", "basis", "path", "admin_path")}
    assert [account["role"] for account in said["accounts"]] == list(Role)
    assert {partner["class"] for partner in said["partners"]} <= set(PartyClass)
    assert {article["basis"] for article in said["articles"]} <= set(Basis)
    assert {article["state"] for article in said["articles"]} <= set(State)


def test_its_addresses_are_paths_and_a_feed_ends_in_rss(newsroom):
    said = card(newsroom)

    for partner in said["partners"]:
        assert re.fullmatch(r"/partners/feeds/[\w-]{20,}/latest\.rss", partner["feed"])
    for article in said["articles"]:
        assert re.fullmatch(rf"/\d{{4}}/\d\d/{article['slug']}/", article["path"])
        assert article["admin_path"] == f"/admin/articles/article/{article['id']}/change/"


def test_it_shows_each_kind_of_partner_and_of_ending(newsroom):
    said = card(newsroom)

    partners = {(partner["class"], partner["state"]) for partner in said["partners"]}
    assert {("community_site", "active"), ("commercial_site", "active")} < partners
    assert "suspended" in {partner["state"] for partner in said["partners"]}
    states = [article["state"] for article in said["articles"]]
    assert (states.count("killed"), states.count("scheduled") >= 2) == (1, True)
    public = {article["basis"] for article in said["articles"] if article["state"] == "published"}
    assert public >= {"own_staff", "own_contributor", "cc", "source_terms", "written_permission", "fair_use"}


def test_only_its_owner_may_read_it(newsroom):
    modes = {name: oct((newsroom.data / name).stat().st_mode & 0o777) for name in ("demo.json", "desk.json")}

    assert modes == {"demo.json": "0o600", "desk.json": "0o600"}


def test_a_later_start_elsewhere_carries_secrets_over_and_makes_the_address_and_states_fresh(newsroom):
    before = card(newsroom)
    own = next(article for article in before["articles"] if article["state"] == "published" and article["basis"] == "own_staff")
    newsroom.manage("withdraw", own["path"], "--reason", "To see it in the card.")
    port = free_port()

    newsroom.manage("demo", PORT=str(port), NEWSROOM_URL="")
    after = card(newsroom)

    assert (after["base_url"], before["base_url"] != after["base_url"]) == (f"http://127.0.0.1:{port}", True)
    assert (after["accounts"], after["partners"]) == (before["accounts"], before["partners"])
    changed = [(new["slug"], new["state"]) for old, new in zip(before["articles"], after["articles"], strict=True) if old != new]
    assert changed == [(own["slug"], "unpublished")]


def test_made_fresh_beside_a_server_by_a_command_that_knows_only_the_data_the_address_stays(newsroom):
    newsroom.manage("demo")
    newsroom.environment = clean_environment(newsroom.data)

    said = newsroom.manage("demo")

    assert card(newsroom)["base_url"] == newsroom.url
    assert said.splitlines() == ["This newsroom has content already: nothing was added.", "demo.json is fresh.", "0 articles added"]


def test_what_it_says_is_what_the_server_answers(demo_server):
    said = card(demo_server)

    answers = {article["state"]: status(demo_server.url + article["path"]) for article in reversed(said["articles"])}
    feeds = {partner["state"]: status(demo_server.url + partner["feed"]) for partner in said["partners"]}

    assert said["base_url"] == demo_server.url
    assert answers == {"published": 200, "killed": 410, "scheduled": 404, "draft": 404, "in_edit": 404}
    assert feeds == {"active": 200, "suspended": 200}


def test_a_later_start_lists_the_demonstrations_own_articles_alone(newsroom):
    before = card(newsroom)["articles"]
    newsroom.manage("bench_fill", "--articles", "1")

    newsroom.manage("demo")

    assert [article["id"] for article in card(newsroom)["articles"]] == [article["id"] for article in before]
