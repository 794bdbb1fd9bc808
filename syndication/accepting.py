"""Does whoever asks want a page to read, or the feed? Read from the Accept header alone. Pure.

Browsers ask for `text/html` first and name no kind of feed. Whoever names one, or takes anything, gets the feed: a
machine that were given a page would fall silent, a person who is given a feed sees at least that it is one.
"""

PAGE = "text/html"
FEEDS = frozenset(
    {
        "application/rss+xml",
        "application/atom+xml",
        "application/rdf+xml",
        "application/feed+json",
        "application/json",
        "application/x-rss+xml",
        "text/rss+xml",
    }
)
#: What a feed could be sent as without being named.
OTHERS = ("application/xml", "text/xml", "application/*", "text/*", "*/*")
#: No browser's is longer. What is longer is not read.
LONGEST = 2000


def wants_page(accept: str) -> bool:
    """Only where a page is named, no feed is, and anything else is wanted less."""
    found = _qualities(accept) if len(accept) <= LONGEST else {}
    page = found.get(PAGE, 0.0)
    return page > 0 and not FEEDS & found.keys() and all(found.get(other, 0.0) < page for other in OTHERS)


def _qualities(accept: str) -> dict[str, float]:
    """How much each kind is wanted, from 0 to 1. What can't be read is not wanted."""
    found = {}
    for part in accept.lower().split(","):
        kind, *parameters = (piece.strip() for piece in part.split(";"))
        found[kind] = next((_quality(one) for one in parameters if one.startswith("q=")), 1.0)
    return found


def _quality(parameter: str) -> float:
    try:
        number = float(parameter.removeprefix("q="))
    except ValueError:
        return 0.0
    return number if 0 <= number <= 1 else 0.0
