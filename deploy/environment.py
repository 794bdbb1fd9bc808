"""Make the project's own Python environment in `.venv/`, from the locks with their hashes.

Standard library only, since this runs before anything is installed.
`python3 deploy/environment.py` makes what the newsroom runs on,
`python3 deploy/environment.py dev` adds what its checks and tests need.
"""

import hashlib
import json
import os
import re
import subprocess
import sys
import zipfile
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FOLDER = (ROOT / ".venv").resolve()
PYTHON = FOLDER / "bin" / "python"
STAMP = FOLDER / "newsroom.json"
OLDEST = (3, 11)
LOCKS = {"run": ROOT / "requirements.txt", "dev": ROOT / "requirements-dev.txt"}


def ensure(kind: str = "run") -> Path:
    """Return the environment's Python, installing only what changed since the last time. Exits with a sentence if it can't."""
    check_machine()
    place = {"path": str(FOLDER), "python": sys.version.split()[0]}
    stamp = json.loads(STAMP.read_text()) if STAMP.exists() else {}
    if not works() or (stamp and {key: stamp.get(key) for key in place} != place):
        say("Making a Python environment in .venv ...")
        make()
        stamp = {}
    lock = LOCKS[kind]
    digest = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.get(kind) != digest:
        say(f"Installing {sum(1 for line in lock.open() if line[0].isalnum())} packages from {lock.name}, by hash (a minute at most) ...")
        install(lock)
        stamp |= place | {kind: digest}
        if kind == "dev":  # it holds every pin of the other
            stamp["run"] = hashlib.sha256(LOCKS["run"].read_bytes()).hexdigest()
        STAMP.write_text(json.dumps(stamp))
    return PYTHON


def install(lock: Path) -> None:
    """Two at once, each half of the packages: what takes pip long is to read the lists of all their releases, on one core."""
    pins = sorted(re.split(r"^(?=[A-Za-z0-9])", lock.read_text(), flags=re.MULTILINE)[1:], key=len)  # as many files, as many releases
    halves = [FOLDER / f"{lock.stem}-{number}.txt" for number in (1, 2)]
    for number, half in enumerate(halves):
        half.write_text("".join(pins[number::2]))
    # Not compiled beforehand: that takes as long as the installing, and Python compiles what it uses anyway.
    pip = (str(PYTHON), "-m", "pip", "install", "-qq", "--disable-pip-version-check", "--no-compile", "--no-deps", "--require-hashes", "-r")
    run_together(*[(*pip, str(half)) for half in halves])


def make() -> None:
    """An environment with the pip that Python brings along. Unpacking it is what installing it does, in a tenth of the time."""
    wheel = bundled_pip()
    run(sys.executable, "-m", "venv", "--clear", *(["--without-pip"] if wheel else []), str(FOLDER))
    if wheel:
        packages = next(FOLDER.glob("lib/python*/site-packages"))
        with zipfile.ZipFile(wheel) as archive:
            archive.extractall(packages)


def bundled_pip() -> Path | None:
    """Where Python or Debian keep the wheel of pip; None where it is kept elsewhere."""
    ensurepip = find_spec("ensurepip")
    beside = Path(ensurepip.origin).parent / "_bundled" if ensurepip and ensurepip.origin else Path("_bundled")
    return next((wheel for folder in (beside, Path("/usr/share/python-wheels")) for wheel in folder.glob("pip-*.whl")), None)


def keep_bytecode() -> None:
    """Have what we start compiled once, not at every start, where Python was told to leave no bytecode beside the sources."""
    if os.environ.pop("PYTHONDONTWRITEBYTECODE", None):
        os.environ.setdefault("PYTHONPYCACHEPREFIX", str(FOLDER / "pycache"))


def check_machine() -> None:
    if sys.version_info < OLDEST:
        sys.exit(
            f"Newsroom needs Python {OLDEST[0]}.{OLDEST[1]} or newer; this is {sys.version.split()[0]} ({sys.executable}).\n"
            "Name a newer one: make run PYTHON=python3.11"
        )
    if not PYTHON.exists() and not (find_spec("venv") and find_spec("ensurepip")):
        sys.exit("This Python can't make environments yet. On Debian or Ubuntu, as root:\n  apt-get install -y python3-venv")


def works() -> bool:
    try:
        return subprocess.run([PYTHON, "-c", "from importlib.metadata import version; version('pip')"], capture_output=True).returncode == 0
    except OSError:
        return False


def run(*command: str) -> None:
    run_together(command)


def run_together(*commands: Sequence[str]) -> None:
    """Wait for all of them, and leave none behind where we are told to stop."""
    running = [subprocess.Popen(command, cwd=ROOT) for command in commands]
    try:
        failed = [process for process in running if process.wait() != 0]
    finally:
        for process in running:
            process.kill()
    if failed:
        sys.exit("That did not work; the lines above say why. Nothing was started. Run the same command again when it is mended.")


def say(sentence: str) -> None:
    print(sentence, flush=True)


if __name__ == "__main__":
    ensure(*sys.argv[1:])
