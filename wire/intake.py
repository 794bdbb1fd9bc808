"""A page from elsewhere becomes a draft: the kept copy first, then what was understood, each claim still a claim.

Nothing here decides anything about rights. Terms become proposals; whose text it is, who holds it
and where the original stands are left for a person to say.
"""

import hashlib
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.db import transaction
from django.utils.text import slugify

from articles import body, drafting, fingerprinting, revisions, roles
from articles.models import Article, Author, Origin
from articles.recognising import Incoming, Recognised
from articles.vocabulary import Act, CreditRole
from house import outgoing
from house.charsets import decode
from rights import catalogue, ledger, naming, source_terms
from rights.models import Evidence, Licence, Source, SourceTerms, TermProposal, Work
from rights.models.evidence import EvidenceKind
from rights.vocabulary import Basis, Whose, WorkKind
from wire import loops
from wire.formats import page, pasted
from wire.formats.found import Found, Unreadable

MAX_BYTES = 2_000_000
TIMEOUT_SECONDS = 20.0
#: A test puts its own resolver and dialler here, below the judge of addresses.
GATEWAY = outgoing.DEFAULT


@dataclass(frozen=True)
class Material:
    """What arrived, byte for byte. `url` is where it was fetched, or "" for a paste or a file."""

    content: bytes
    kind: EvidenceKind = EvidenceKind.PASTED_COPY
    content_type: str = "text/plain; charset=utf-8"
    url: str = ""


@dataclass(frozen=True)
class Taken:
    """`notices`: what of ours it resembles, though not so much that nothing was made of it."""

    article: Article
    is_new: bool
    notices: list[loops.Line] = field(default_factory=list)


def fetched(address: str, *, by: Any, at: datetime) -> Material:
    """The page at an address, through the house's one guarded client.

    Raises `outgoing.FetchRefused`, `Unreadable` or, where the address is our own, `loops.ComesBack`.
    """
    loops.refuse_our_page(address, by=by, at=at)
    answer = outgoing.fetch(address, max_bytes=MAX_BYTES, timeout_seconds=TIMEOUT_SECONDS, gateway=GATEWAY)
    if not answer.is_ok:
        raise Unreadable(
            "not_there", "address", f"The site answered {answer.status} instead of the page. Check the address, or paste the page."
        )
    return Material(answer.body, EvidenceKind.FETCHED_PAGE, answer.headers.get("content-type", "text/html"), answer.final_url)


def understand(material: Material) -> Found:
    """What the material says. Raises `Unreadable` with the field and a sentence."""
    if material.kind == EvidenceKind.FETCHED_PAGE:
        return page.read_page(material.content, content_type=material.content_type, url=material.url)
    return pasted.read_pasted(material.content, content_type=material.content_type)


def republish(material: Material, *, by: Any, at: datetime, despite: loops.Despite | None = None) -> Taken:
    """Make a draft from the material. The same material again leads to the draft that it made.

    Raises ComesBack for our own story and for what was withdrawn, unless `despite` is a reason of somebody who may give one.
    """
    found = understand(material)
    with transaction.atomic():
        known = _made_before(material)
        if known:
            return Taken(known, is_new=False)
        notices, overridden = loops.check(_incoming(material, found), by=by, at=at, despite=despite)
        source = _source(found)
        kept = _keep(material, found, source, by=by, at=at)
        work = _work(found, source, at)
        article = drafting.create_draft(
            drafting.Text(found.headline, body=found.body_html, language=found.language or "en"), by=by, at=at, work=work
        )
        drafting.set_credits(article, [(_author(name.name, name.kind), CreditRole.BY) for name in found.authors])
        Origin.objects.create(article=article, source=source, kept_copy=kept, taken_at=at, claimed_published_at=found.published_claim)
        _propose(work, kept, found)
        revisions.keep(article, by=by, at=at)
        fingerprinting.keep(article)
        ledger.append(work, "taken_in", by=by, role="", at=at, evidence=kept.sha256, source=source.pk)
        if overridden and despite:
            _record_override(work, overridden, despite, by=by, at=at)
    return Taken(article, is_new=True, notices=notices)


def _incoming(material: Material, found: Found) -> Incoming:
    """What of the material can tell that it is ours. Markup declares an address; words only name one."""
    raw = decode(material.content, material.content_type)
    is_page = material.kind == EvidenceKind.FETCHED_PAGE or pasted.looks_like_html(raw)
    return Incoming(
        text=body.to_text(found.body_html),
        addresses=(material.url, found.original_url) if is_page else (),
        said="" if is_page else found.original_url,
        raw=raw,
    )


def _record_override(work: Work, overridden: list[Recognised], despite: loops.Despite, *, by: Any, at: datetime) -> None:
    """For years later: what it was recognised as, by what, who took it in all the same, and why."""
    known = [{"work": one.article.work_id, "state": one.article.state, "signs": sorted(one.signs)} for one in overridden]
    role = roles.check(by, Act.TAKE_IN_AGAIN)
    ledger.append(work, "taken_in_again", by=by, role=role, at=at, reason=despite.reason.strip(), known=known)


def _made_before(material: Material) -> Article | None:
    digest = hashlib.sha256(material.content).hexdigest()
    return Article.objects.filter(origin__kept_copy__sha256=digest).first()


def _keep(material: Material, found: Found, source: Source, *, by: Any, at: datetime) -> Evidence:
    return Evidence.objects.create(
        kind=material.kind,
        title=f"Copy of “{found.headline[:200]}”",
        url=material.url[:1000],
        content=material.content,
        content_type=material.content_type[:100],
        plain_text=found.text,
        sha256=hashlib.sha256(material.content).hexdigest(),
        size_bytes=len(material.content),
        obtained_at=at,
        obtained_by=by,
        source=source,
    )


def _work(found: Found, source: Source, at: datetime) -> Work:
    """What the page and the source's record suggest, nothing confirmed: the licence linked, the source's usual basis, its terms."""
    usual = Basis(source.default_basis) if not source.has_ended(at) else Basis.UNKNOWN
    linked = catalogue.find(found.licence_url).licence if found.licence_url else None
    licence = Licence.objects.filter(spdx_id=linked.spdx_id).first() if linked else None
    if usual is Basis.CC:
        licence = licence or source.default_licence
    return Work.objects.create(
        kind=WorkKind.TEXT,
        title=found.headline[:300],
        whose=Whose.NOT_KNOWN,
        # The source's terms cover only its own work, and a licence must be named: a person says both first.
        basis=Basis.UNKNOWN if usual is Basis.SOURCE_TERMS or (usual is Basis.CC and licence is None) else usual,
        licence=licence,
        terms=_terms_held(found, source, at),
        source=source,
        original_title=found.headline[:300],
        original_author=", ".join(name.name for name in found.authors)[:300],
        original_url=found.original_url,
    )


def _terms_held(found: Found, source: Source, at: datetime) -> SourceTerms | None:
    """The source's terms in force, where the page says the same or nothing. A page that says otherwise speaks for itself."""
    held = source_terms.current(source, at)
    said = source_terms.digest_of(found.reading.proposals)
    return held if held and said in ("", held.digest) else None


def _source(found: Found) -> Source:
    """The source by its host or name; a new one is only named, nothing about its terms is taken for granted."""
    host = urlsplit(found.site_url).hostname or ""
    name = (found.source_name or host or "Unknown source")[:200]
    slug = slugify(host.removeprefix("www.") or name)[:80] or naming.UNNAMED
    source, _is_new = Source.objects.get_or_create(slug=slug, defaults={"name": name, "home_url": found.site_url})
    return source


def _author(name: str, kind: str) -> Author:
    known = Author.objects.filter(name=name[:200], kind=kind).first()
    return known or Author.objects.create(name=name[:200], kind=kind, slug=_free_slug(name))


def _free_slug(name: str) -> str:
    slug = drafting.slug_for(name)[:70]
    taken = set(Author.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    return next(candidate for number in range(len(taken) + 1) if (candidate := f"{slug}-{number + 1}" if number else slug) not in taken)


def _propose(work: Work, kept: Evidence, found: Found) -> None:
    """Each sentence to answer. Where the same one is answered for the source already, that answer stands here too."""
    answered = {(p.kind, _plain(p.quote)): p for p in work.terms.proposals.all()} if work.terms else {}
    for read in found.reading.proposals:
        proposal = TermProposal(
            work=work, evidence=kept, kind=read.kind, rule=read.rule, codes=read.codes, quote=read.quote, start=read.start, end=read.end
        )
        known = answered.get((str(read.kind), _plain(read.quote)))
        if known:
            proposal.is_confirmed, proposal.decided_by, proposal.decided_at = known.is_confirmed, known.decided_by, known.decided_at
        proposal.save(force_insert=True)


def _plain(quote: str) -> str:
    return " ".join(quote.split()).casefold()
