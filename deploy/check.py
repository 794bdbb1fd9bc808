"""Everything that can be known without running the tests. All steps run, so that one go shows all there is to mend."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = ROOT / ".venv" / "bin"
MANAGE = (str(BIN / "python"), "manage.py")
PRODUCTION = {"NEWSROOM_URL": "https://news.example"}

STEPS: list[tuple[str, tuple[str, ...], dict[str, str]]] = [
    ("style", (str(BIN / "ruff"), "check", "--quiet", "."), {}),
    ("format", (str(BIN / "ruff"), "format", "--check", "--quiet", "."), {}),
    # From nothing each time: with a cache the plugin for Django takes one model's relations for another's.
    ("types", (str(BIN / "mypy"), "--no-error-summary", "--no-incremental"), {}),
    ("rooms", (str(BIN / "lint-imports"), "--no-logo"), {}),
    ("migrations", (*MANAGE, "makemigrations", "--check", "--dry-run"), {}),
    ("settings", (*MANAGE, "check", "--deploy", "--fail-level", "WARNING"), PRODUCTION),
]


def main() -> int:
    failed = []
    with tempfile.TemporaryDirectory(prefix="newsroom-check-") as data:
        environment = {name: value for name, value in os.environ.items() if not name.startswith("NEWSROOM_")} | {"NEWSROOM_DATA": data}
        for name, command, extra in [*STEPS, ("templates", (str(BIN / "djade"), "--target-version", "5.2", "--check", *templates()), {})]:
            began = time.monotonic()
            done = subprocess.run(command, cwd=ROOT, env=environment | extra, capture_output=True, text=True)
            passed = done.returncode == 0
            print(f"{'passed' if passed else 'FAILED'}  {name:<11}{time.monotonic() - began:5.1f} s", flush=True)
            if not passed:
                print(f"{done.stdout}{done.stderr}", flush=True)
                failed.append(name)
    print(f"{len(STEPS) + 1 - len(failed)} of {len(STEPS) + 1} checks passed." + (f" To mend: {', '.join(failed)}." if failed else ""))
    return 1 if failed else 0


def templates() -> list[str]:
    return [str(path) for path in sorted((ROOT / "templates").rglob("*.html"))]


if __name__ == "__main__":
    sys.exit(main())
