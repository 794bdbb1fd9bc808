import json
from pathlib import Path
from typing import Any

from articles import body, overlap
from house.charsets import decode
from house.commands import CommandError, CommandParser, NewsroomCommand

MAX_BYTES = 2_000_000
#: What `rights.md` §2 measures besides, and only the desk knows: null here, never a figure that nobody measured.
OF_THE_DESK = (
    "images_used", "images_of_source", "pixel_ratio", "source_items_90d", "source_items_30d", "exits_requested", "recipient_widest",
    "commercial_signals",
)  # fmt: skip


class Command(NewsroomCommand):
    help = "Measure how much of a source stands in our text. Both are files of plain text, or of HTML for ours (.html)."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("source", type=Path)
        parser.add_argument("ours", type=Path)
        parser.add_argument("--json", action="store_true", dest="as_json", help="Print one JSON object and nothing else.")

    def handle(self, *, source: Path, ours: Path, as_json: bool, **_: Any) -> None:
        try:
            found = overlap.measure(self._read(source), self._read(ours), ours_is_html=ours.suffix.lower() in (".html", ".htm"))
        except body.BodyRefused as refusal:
            raise CommandError(f"{ours} can't be measured. {refusal}") from refusal
        measures = found.as_dict()
        if as_json:
            self.stdout.write(json.dumps(measures | dict.fromkeys(OF_THE_DESK), ensure_ascii=False))
            self.stderr.write(f"{found.shared_words} shared words")
            return
        for name, value in measures.items():
            self.stdout.write(f"{name:<16} {value}")
        for trigger in overlap.triggers(found):
            self.stdout.write(trigger.sentence)
        self.stdout.write(f"{found.shared_words} shared words")

    def _read(self, path: Path) -> str:
        try:
            content = path.read_bytes()
        except OSError as error:
            raise CommandError(f"{path} can't be read: {error.strerror}. Check the name and try again.") from error
        if len(content) > MAX_BYTES:
            raise CommandError(f"{path} is larger than 2 MB. Give the article alone.")
        text = decode(content)
        if "\x00" in text:
            raise CommandError(f"{path} is not a text. Save it as text or HTML.")
        return text
