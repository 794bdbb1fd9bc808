"""Which outlet is meant: a source by its name, made where nobody has named it before."""

from django.utils.text import slugify

from rights.models import Source

#: A page that names no outlet is kept under this until a person says whose it is.
UNNAMED = "unknown-source"


def is_named(source: Source | None) -> bool:
    return source is not None and source.slug != UNNAMED


def called(name: str) -> Source:
    """The source of that name, whatever its letters' case. A new one is only named: its terms are read and confirmed elsewhere."""
    clean = " ".join(name.split())[:200]
    known = Source.objects.filter(name__iexact=clean).exclude(slug=UNNAMED).order_by("pk").first()
    return known or Source.objects.create(name=clean, slug=free_slug(clean))


def free_slug(name: str) -> str:
    slug = slugify(name)[:70] or "source"
    taken = set(Source.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(found for number in range(len(taken) + 1) if (found := f"{slug}-{number + 1}" if number else slug) not in taken)
