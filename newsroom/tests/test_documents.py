"""What the documents tell a person to type is true: every command in the README's story runs, and every name they give exists."""

import json
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import get_commands

from newsroom.tests.server import ROOT, clean_environment

DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
STORY = "The story in commands"
#: A path in backquotes: one of our folders, then a file or folder in it.
PATH = re.compile(r"`((?:house|rights|articles|wire|syndication|pages|newsroom|docs|deploy|templates|static|\.ci)/[\w./-]*)`")


def blocks(section):
    """The shell blocks of one section of the README, as one script."""
    text = (ROOT / "README.md").read_text().split(f"\n## {section}\n")[1].split("\n## ")[0]
    return "\n".join(re.findall(r"```sh\n(.*?)```", text, re.DOTALL)).replace(".venv/bin/python", sys.executable)


def paste(newsroom, script):
    """Run the lines in a shell that knows only the data folder, as a person beside the server does. The first failure ends it."""
    return subprocess.run(
        ["bash", "-e"], input=script, cwd=ROOT, env=clean_environment(newsroom.data), capture_output=True, text=True, timeout=120
    )


def objects(text):
    """The JSON objects that stand in a text, each from the line `{`."""
    decoder = json.JSONDecoder()
    return [decoder.raw_decode(text, place.start())[0] for place in re.finditer(r"^\{", text, re.MULTILINE)]


@pytest.fixture(scope="module")
def newsroom(new_server):
    return new_server(demo=True)


@pytest.mark.parametrize(("time", "made", "withdrawn"), [("first", "1 draft", 1), ("again", "0 drafts made", 0)])
def test_the_readme_s_story_works_when_pasted_and_when_pasted_again(newsroom, time, made, withdrawn):
    done = paste(newsroom, blocks(STORY))

    assert done.returncode == 0, f"{time}:\n{done.stdout}\n{done.stderr}"
    lines = done.stdout.splitlines()
    terms, overlap = objects(done.stdout)
    assert {proposal["kind"] for proposal in terms["proposals"]} >= {"permission", "contact"}
    assert (overlap["longest_run"], overlap["unmarked_share"]) == (12, 0.0)
    assert made in lines
    assert f"{withdrawn} withdrawn" in lines
    codes = [line for line in lines if re.fullmatch(r"\d{1,3}", line)]
    assert codes == (["200", "304", "200", "1", "410"] if withdrawn else ["200", "304", "304", "1", "410"])
    assert [line for line in lines if line.endswith(" noted outside, 0 faults")] != []


def test_a_newsroom_of_one_s_own_is_set_up_by_the_readme_s_line(new_server):
    empty = new_server()
    script = blocks("A newsroom of your own").replace('"$HOME/harbour"', f'"{empty.data}"')

    done = paste(empty, script)

    assert done.returncode == 0, done.stderr
    assert "Recorded Harbour Record, not commercial by its own reading." in done.stdout
    assert "Its password, shown only now: " in done.stdout


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: str(path.relative_to(ROOT)))
def test_every_command_target_link_and_file_that_a_document_names_exists(document):
    text = document.read_text()

    commands = set(re.findall(r"manage\.py ([a-z_]+)(?![\w/])", text))
    targets = set(re.findall(r"`make ([a-z]+)", text)) | set(re.findall(r"^make ([a-z]+)", text, re.MULTILINE))
    links = {link for link in re.findall(r"\]\(([^)#]+)", text) if "://" not in link}
    known = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))

    assert commands - set(get_commands()) == set()
    assert targets - known == set()
    assert [link for link in links if not Path(document.parent, link).exists()] == []
    assert [path for path in PATH.findall(text) if not (ROOT / path).exists()] == []


def test_every_setting_in_the_readme_s_table_is_read_somewhere():
    rows = (ROOT / "README.md").read_text().split("## Settings")[1].split("\n## ")[0]
    names = set(re.findall(r"`([A-Z][A-Z_]+)`", "\n".join(line.split("|")[1] for line in rows.splitlines() if line.startswith("|"))))
    code = "".join(
        path.read_text()
        for folder in ("newsroom", "deploy", "house")
        for path in (ROOT / folder).rglob("*.py")
        if "tests" not in path.parts
    )

    assert len(names) > 8
    assert {name for name in names if f'"{name}"' not in code} == set()
