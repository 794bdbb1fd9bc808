import json
import sys
from pathlib import Path
from typing import Any

from house.charsets import decode
from house.commands import CommandError, CommandParser, NewsroomCommand
from rights.terms import RULES, Proposal, Reading, Rule, read_terms

MAX_BYTES = 1_000_000


class Command(NewsroomCommand):
    help = "Read what a page says about the use of its texts. Proposes only; nothing is recorded."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", metavar="FILE|-", help="A text file, or - for standard input.")
        parser.add_argument("--json", action="store_true", dest="as_json", help="Print one JSON object and nothing else.")
        parser.add_argument("--rules", action="store_true", help="Print the rules that the reader goes by, in their order.")

    def handle(self, *, file: str | None, as_json: bool, rules: bool, **_: Any) -> None:
        if rules:
            self._print_rules(as_json)
            return
        if file is None:
            raise CommandError("No file is given. Name a text file, or - for standard input.")
        reading = read_terms(_text(file))
        figure = f"{len(reading.proposals)} proposals" if len(reading.proposals) != 1 else "1 proposal"
        if as_json:
            self.stdout.write(json.dumps(_as_plain(reading), ensure_ascii=False, indent=1))
            self.stderr.write(figure)
            return
        self._print_reading(reading)
        self.stdout.write(figure)

    def _print_reading(self, reading: Reading) -> None:
        for proposal in reading.proposals:
            self.stdout.write(f"{proposal.kind} ({proposal.rule}): “{' '.join(proposal.quote.split())}”")
            for name, value in proposal.codes.items():
                self.stdout.write(f"    {name}: {', '.join(value) if isinstance(value, list) else value}")
        for note in reading.notes:
            self.stdout.write(note)
        if reading.unread_language:
            self.stdout.write(f"Part of the text is in a language that is not read ({reading.unread_language}). Read it yourself.")

    def _print_rules(self, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps([_rule(rule) for rule in RULES], ensure_ascii=False, indent=1))
            self.stderr.write(f"{len(RULES)} rules")
            return
        for rule in RULES:
            self.stdout.write(f"{rule.id} ({rule.kind}): {rule.says}\n    for example: {rule.example}\n    pattern: {rule.pattern.pattern}")
        self.stdout.write(f"{len(RULES)} rules")


def _text(file: str) -> str:
    """The whole text, refused where it is none. Raises CommandError with a sentence."""
    name = "Standard input" if file == "-" else file
    try:
        if file == "-":
            content = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with Path(file).open("rb") as opened:
                content = opened.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        raise CommandError(f"{name} can't be read: {getattr(error, 'strerror', None) or error}. Check the name and try again.") from error
    if len(content) > MAX_BYTES:
        raise CommandError(f"{name} is larger than 1 MB. Give the page's text alone.")
    text = decode(content)
    if "\x00" in text:
        raise CommandError(f"{name} is not a text. Save the page as plain text and try again.")
    return text


def _rule(rule: Rule) -> dict[str, Any]:
    patterns = {"pattern": rule.pattern.pattern, "needs": [needed.pattern for needed in rule.needs]}
    return {"id": rule.id, "kind": str(rule.kind), "says": rule.says, "example": rule.example, **patterns}


def _as_plain(reading: Reading) -> dict[str, Any]:
    return {
        "proposals": [_proposal(proposal) for proposal in reading.proposals],
        "unread_language": reading.unread_language,
        "notes": list(reading.notes),
    }


def _proposal(proposal: Proposal) -> dict[str, Any]:
    places = {"start": proposal.start, "end": proposal.end}
    return {"kind": str(proposal.kind), "rule": proposal.rule, "codes": dict(proposal.codes), "quote": proposal.quote, **places}
