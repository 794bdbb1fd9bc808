"""What one request costs on this machine: `make bench`.

A newsroom with the demonstration, loaded by wrk over the loopback for a few seconds a page.
The figures are worth comparing only with others from the same machine on the same day.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from deploy import bench_feeds
from newsroom.tests.server import Newsroom, prepare

SECONDS, CONNECTIONS = 5, 32
ASKED = re.compile(r"99%\s+(\S+).*?Requests/sec:\s+(\S+)", re.DOTALL)


def main() -> int:
    if not shutil.which("wrk"):
        sys.exit("This needs wrk. On Debian, as root:\n  apt-get install -y wrk")
    with tempfile.TemporaryDirectory(prefix="newsroom-bench-") as folder:
        data = Path(folder) / "var"
        prepare(data, demo=True)
        with Newsroom(data, workers=2) as newsroom:
            addresses = what_to_ask(newsroom)
            print(f"{'':<12}{'requests/s':>12}{'p99':>10}   {CONNECTIONS} connections, 2 server processes")
            failed = [name for name, address in addresses.items() if not measured(name, newsroom.url + address)]
            bench_feeds.main(newsroom)
    if failed:
        print(f"Not measured, since they did not answer 200: {', '.join(failed)}", file=sys.stderr)
    return 1 if failed else 0


def what_to_ask(newsroom: Newsroom) -> dict[str, str]:
    newsroom.manage("demo")  # for fresh states in demo.json
    demo = json.loads((newsroom.data / "demo.json").read_text())
    article = next(article["path"] for article in demo["articles"] if article["state"] == "published")
    feed = next(partner["feed"] for partner in demo["partners"] if partner["state"] == "active")
    return {"front page": "/", "article": article, "feed": feed, "log-in": "/accounts/login/", "health": "/healthz"}


def measured(name: str, url: str) -> bool:
    """Print one line; False when the answers were not all 2xx."""
    command = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{SECONDS}s", "--latency", url]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = ASKED.search(said)
    if not found or "Non-2xx" in said:
        return False
    print(f"{name:<12}{float(found[2]):>12,.0f}{found[1]:>10}", flush=True)
    return True


if __name__ == "__main__":
    sys.exit(main())
