"""The page that the story begins with: the project's own seed where it lies beside the repository, else a page of the same kind."""

from pathlib import Path

from wire.example import EXAMPLE

FOLDER = Path(__file__).resolve().parents[3] / "shared" / "seed"


def text() -> str:
    found = sorted(FOLDER.glob("*.txt")) if FOLDER.is_dir() else []
    return found[0].read_text("utf-8") if found else EXAMPLE


def headline() -> str:
    return text().strip().splitlines()[0].strip()


def author() -> str:
    """Whom the page names, an institution."""
    return next(line.partition(":")[2].strip() for line in text().splitlines() if line.strip().startswith("Articles by:"))
