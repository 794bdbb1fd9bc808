"""Fetch what partners read feeds with, for the tests: two readers from the npm registry by their lock, and WordPress's SimplePie.

Standard library only. Does nothing where everything is there; where a program is missing it says how to get it and goes on:
the tests that need it say so again, and fail on CI.
"""

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "syndication" / "tests" / "readers"
#: npm writes it when it has installed what the lock names.
STAMP = FOLDER / "node_modules" / ".package-lock.json"
SIMPLEPIE = FOLDER / "wordpress" / "wp-includes" / "class-simplepie.php"
INSTALL = "  apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends "


def main() -> None:
    if not STAMP.exists() or STAMP.stat().st_mtime < (FOLDER / "package-lock.json").stat().st_mtime:
        say("npm", "Installing two readers of feeds from the npm registry ...", from_npm, INSTALL + "nodejs npm")
    if not SIMPLEPIE.exists():
        say(
            "apt-get",
            "Unpacking WordPress's reader of feeds from Debian's package ...",
            from_debian,
            "  (SimplePie comes from Debian's wordpress)",
        )


def say(program: str, doing: str, fetch, otherwise: str) -> None:
    if shutil.which(program) is None:
        print(f"{program} is missing, so feeds are not read by all that partners use:\n{otherwise}", flush=True)
        return
    print(doing, flush=True)
    try:
        fetch()
    except subprocess.CalledProcessError as error:
        print(f"That did not work: {' '.join(map(str, error.cmd))}\n{(error.stderr or b'').decode()[-500:]}", file=sys.stderr, flush=True)


def from_npm() -> None:
    run("npm", "ci", "--silent", cwd=FOLDER)
    STAMP.touch()


def from_debian() -> None:
    """Only its reader: the package itself would bring a web server and a database along."""
    with tempfile.TemporaryDirectory() as folder:
        run("apt-get", "-qq", "download", "wordpress", cwd=Path(folder))
        package = next(Path(folder).glob("wordpress_*.deb"))
        run("dpkg-deb", "-x", str(package), folder, cwd=Path(folder))
        includes = Path(folder, "usr/share/wordpress/wp-includes")
        target = SIMPLEPIE.parent
        shutil.rmtree(target, ignore_errors=True)
        target.mkdir(parents=True)
        shutil.copytree(includes / "SimplePie", target / "SimplePie")
        shutil.copy(includes / "class-simplepie.php", target)


def run(*command: str, cwd: Path) -> None:
    subprocess.run(command, cwd=cwd, check=True, capture_output=True)


if __name__ == "__main__":
    main()
