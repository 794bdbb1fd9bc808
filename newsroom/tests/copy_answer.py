"""What "check my copy" answers about a republisher's page, as HTML: in a process of its own, where a page elsewhere can be a server here.

    python -m newsroom.tests.copy_answer ADDRESS-OF-OUR-ARTICLE

The newsroom itself dials no address of this machine, so its own server can't be shown a copy by a journey.
"""

import sys
from unittest import mock

import django
from django.test import Client

from house.tests.loopback import answer, gateway_to, serving

#: A copy that keeps the names and forgets the rest.
COPY = "<!doctype html><html><head><title>Taken over</title></head><body><h1>Taken over</h1><p>By {names}, The Leadline.</p></body></html>"


def main(article: str, names: str) -> str:
    django.setup()
    html = COPY.format(names=names).encode()
    page = answer(body=html, content_type="text/html; charset=utf-8")
    # The gateway by its name: the room that has it can be imported only now.
    with serving(page) as server, mock.patch("pages.copies.GATEWAY", gateway_to(server)):
        asked = {"copy": "http://copycat.example/taken-over/", "ours": article, "site": "community_site"}
        return Client(HTTP_HOST="127.0.0.1").post("/check-a-copy/", asked).content.decode()


if __name__ == "__main__":
    sys.stdout.write(main(*sys.argv[1:]))
