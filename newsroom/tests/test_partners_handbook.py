"""What the handbook tells a partner to type works when pasted, against a real server, and what it names is what the program says."""

import json
import re
import subprocess
from pathlib import Path

import feedparser
import pytest

from newsroom.tests.server import ROOT, clean_environment
from newsroom.tests.walking import card
from syndication import cursors, survey
from syndication.credentials import WINDOW_SECONDS, WRONG_ONES
from syndication.json_feed import fragment
from syndication.own_page import tokens, views
from syndication.tests.made import FULL

TEXT = (ROOT / "docs" / "partners.md").read_text()
SCRIPT = "\n".join(re.findall(r"```sh\n(.*?)```", TEXT, re.DOTALL))


@pytest.fixture(scope="module")
def newsroom(new_server):
    return new_server(demo=True)


def test_its_examples_work_when_pasted(newsroom, tmp_path):
    partner = next(one for one in card(newsroom)["partners"] if (one["class"], one["state"]) == ("community_site", "active"))
    given = {
        "SITE": newsroom.url,
        "FEED": newsroom.url + partner["feed"],
        "TOKEN": partner["feed"].split("/")[3],
        "NAME": "portsallagh-noticeboard",
    }

    done = subprocess.run(
        ["bash", "-e"], input=SCRIPT, cwd=tmp_path, env=clean_environment(newsroom.data) | given, capture_output=True, text=True, timeout=60
    )

    assert (done.returncode, done.stderr, done.stdout.split()) == (0, "", ["200", "304", "200", "200", "200", "400"])
    assert len(feedparser.parse(Path(tmp_path, "feed.xml").read_bytes()).entries) > 3
    assert feedparser.parse(Path(tmp_path, "again.xml").read_bytes()).entries == []
    fault = json.loads(Path(tmp_path, "fault.json").read_text())
    assert (fault["error"], fault["restart"]) == ("cursor_malformed", given["FEED"] + "?since=start")
    assert {item["_rights"]["verdict"] for item in json.loads(Path(tmp_path, "feed.json").read_text())["items"]} <= {"allow", "allow_part"}


def test_it_names_every_fault_of_a_mark_and_the_limits_that_hold():
    assert [fault for fault in cursors.Fault if f"`{fault}`" not in TEXT] == []
    assert f"good for {cursors.LIFETIME.days} days" in TEXT
    rows = dict(re.findall(r"^\| ([a-z][^|]+) \| (\d+)[^|]*\|$", TEXT, re.MULTILINE))
    assert list(map(int, rows.values())) == [survey.PAGE, tokens.MOST, WRONG_ONES, views.LETTERS]
    assert (WINDOW_SECONDS, views.WINDOW_SECONDS) == (600, 600)


def test_every_field_of_rights_is_explained():
    item = json.loads(fragment(FULL))
    fields = {*item["_rights"], *item["attachments"][0]["_rights"]} - {"about", "caption", "alt"}

    assert {name for name in fields if not re.search(rf"`(_rights\.)?{name}`", TEXT)} == set()
