"""What partners' programs get out of feeds: feedsmith and rss-parser under Node, and SimplePie, by which WordPress reads.

`deploy/readers.py` fetches them. Where one is missing its tests are left out, and fail on CI.
"""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any
from unittest import SkipTest

HERE = Path(__file__).parent / "readers"
SIMPLEPIE = next(
    (folder for folder in (HERE / "wordpress", Path("/usr/share/wordpress")) if (folder / "wp-includes/class-simplepie.php").exists()), None
)
APT = "apt-get -o DPkg::Lock::Timeout=300 install -y --no-install-recommends"


def by_node(documents: list[tuple[str, bytes]]) -> list[dict[str, Any]]:
    """For each (format, content) what `rssParser` and `feedsmith` read."""
    _need(
        shutil.which("node") and (HERE / "node_modules").exists(),
        f"Node or its readers are missing:\n  {APT} nodejs npm && python3 deploy/readers.py",
    )
    given = [{"format": extension, "content": content.decode()} for extension, content in documents]
    return _ask(["node", str(HERE / "read.mjs")], given)


def by_simplepie(contents: list[bytes]) -> list[dict[str, Any]]:
    """For each document what WordPress would show."""
    modules = f"{APT} php-cli php-xml php-mbstring && python3 deploy/readers.py"
    _need(shutil.which("php") and SIMPLEPIE, f"PHP or WordPress's reader is missing:\n  {modules}")
    return _ask(["php", "-d", "memory_limit=1G", str(HERE / "simplepie.php"), str(SIMPLEPIE)], [content.decode() for content in contents])


def _need(there: Any, otherwise: str) -> None:
    if not there:
        if os.environ.get("CI"):
            raise AssertionError(otherwise)
        raise SkipTest(otherwise)


def _ask(command: list[str], given: Any) -> Any:
    done = subprocess.run(command, input=json.dumps(given).encode(), capture_output=True, timeout=100)
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    return json.loads(done.stdout)
