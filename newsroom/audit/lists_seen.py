"""Finished lists: does each lead only to what may be listed?"""

import re
from collections.abc import Iterator
from urllib.parse import unquote

from articles import addresses, published
from newsroom.audit.asking import Asker
from newsroom.audit.faults import Fault

EXIT = "lists"
_ARTICLE = re.compile(r'href="/([0-9]{4}/[0-9]{2}/[^"/]+)/"')


def look(asker: Asker, listable: dict[str, tuple[int, bool]]) -> Iterator[Fault]:
    """`listable`: path → article and whether the public may have it in a list."""
    for path in ("/", *(addresses.section(slug) for _name, slug in published.sections())):
        answer = asker.get(path)
        if answer.status != 200:
            yield Fault("list_fails", 0, EXIT, f"{path} answers {answer.status}.", "Look at the log.")
        for found in sorted({unquote(one) for one in _ARTICLE.findall(answer.text)}):
            article, may = listable.get(found, (0, False))
            if not may:
                yield Fault("listed", article, EXIT, f"{path} leads to /{found}/, which may not be listed.", "Look at the page.")
