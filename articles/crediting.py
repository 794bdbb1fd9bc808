"""Finding whom a typed name means, and recording a name that is new. A name may be shared: `#12` after it tells which."""

import re

from articles.drafting import slug_for
from articles.models import Author
from articles.row_ids import row_id
from articles.vocabulary import AuthorKind

_NUMBERED = re.compile(r"^(?P<name>.*?)\s*#(?P<pk>\d+)$")


def called(typed: str) -> list[Author]:
    """Everybody whom the typed name can mean, in letters of either case."""
    numbered = _NUMBERED.match(typed.strip())
    if numbered:
        return list(Author.objects.filter(pk=row_id(numbered["pk"])))
    return list(Author.objects.filter(name__iexact=typed.strip()).order_by("pk"))


def add_author(name: str, kind: AuthorKind = AuthorKind.PERSON) -> Author:
    """Record a new name under a slug that is free."""
    base = slug_for(name)[:70]
    taken = set(Author.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    candidates = (f"{base}-{number}" if number > 1 else base for number in range(1, len(taken) + 2))
    return Author.objects.create(name=name.strip()[:200], kind=kind, slug=next(slug for slug in candidates if slug not in taken))
