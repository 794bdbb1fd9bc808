"""What the demonstration's contributors agreed to, each on a sheet of its own."""

from datetime import datetime, timedelta

from articles import agreeing
from articles.models import Author
from newsroom.demonstration.filling.people import Account
from rights import keeping
from rights.models import ContributorAgreement
from rights.models.evidence import EvidenceKind

LETTER = """Agreement {reference} with {name}

{name} writes for The Leadline. It may show the work on its pages, send it by mail and pass it on to its partners, always
with the name beside it. What was delivered while this agreement ran stays with The Leadline when it ends.
"""


def of(author: Author, account: Account, *, now: datetime) -> ContributorAgreement:
    """The agreement under which this author works for us, recorded by the rights desk when it is first needed."""
    known = ContributorAgreement.objects.filter(contributor_key=author.slug).first()
    if known:
        return known
    signed = now - timedelta(days=400)
    reference = f"C-{signed.year}-{author.pk:03}"
    letter = LETTER.format(reference=reference, name=author.name).encode()
    kept = keeping.keep(
        letter,
        title=f"Agreement with {author.name}",
        by=account.user,
        at=signed,
        kind=EvidenceKind.CONTRACT,
        content_type="text/plain; charset=utf-8",
    )
    return agreeing.record(author, agreeing.Terms(reference, signed, is_onward=True), kept, by=account.user, at=signed)
