"""What a basis obliges: the duties that its grants carry, each with the value that the record has for it.

A duty without a value is owed all the same; the checkers (`rights/obligations/`) take the value from the record then.
"""

from rights.models import Licence, TermProposal, Work
from rights.vocabulary import Obligation, TermKind

#: Names that a proposal may carry; anything else was written by an older reader and is passed over.
KNOWN = frozenset(str(duty) for duty in Obligation)

Duties = list[dict[str, str]]


def of_credit(work: Work) -> Duties:
    """Whoever made it is named, as far as anybody knows."""
    values = [
        (Obligation.CREDIT_AUTHOR, work.original_author),
        (Obligation.CREDIT_SOURCE, work.source.name if work.source else ""),
        (Obligation.COPYRIGHT_LINE, work.copyright_line),
        (Obligation.LINK_ORIGINAL, work.original_url),
    ]
    return [_duty(name, value) for name, value in values if value]


def of_licence(work: Work, licence: Licence) -> Duties:
    """A public licence: the credit, the licence itself, the changes if there are any, and for some the same licence in turn."""
    if not licence.requires_attribution:
        return []
    alike = [_duty(Obligation.SHARE_ALIKE, licence.url)] if licence.requires_share_alike else []
    return [*of_credit(work), _duty(Obligation.LICENCE_LINK, licence.url), _duty(Obligation.MARK_CHANGES, work.changes_note), *alike]


def of_terms(work: Work, confirmed: list[TermProposal]) -> Duties:
    """What the source's terms oblige. A notice is kept word for word."""
    values = {
        Obligation.CREDIT_SOURCE: _form(confirmed) or (work.source.name if work.source else ""),
        Obligation.COPYRIGHT_LINE: work.copyright_line,
        Obligation.LINK_ORIGINAL: work.original_url,
        Obligation.CANONICAL_TO_ORIGINAL: work.original_url,
        Obligation.CREDIT_AUTHOR: work.original_author,
        Obligation.LICENCE_LINK: work.licence.url if work.licence else "",
        Obligation.MARK_CHANGES: work.changes_note,
        Obligation.KEEP_NOTICE: _verbatim(confirmed),
        Obligation.CONTACT_LINE: contact(confirmed),
    }
    duties: dict[str, str] = {}
    for proposal in confirmed:
        if proposal.kind == TermKind.RESPONSIBILITY:
            duties[str(Obligation.AUTHOR_RESPONSIBILITY)] = _verbatim(confirmed)
        for name in proposal.codes.get("obligations", []):
            if name in KNOWN and name != Obligation.AUTHOR_RESPONSIBILITY:
                duties[str(name)] = values.get(Obligation(name), "")
    return [{"name": name, "value": value} for name, value in duties.items()]


def contact(confirmed: list[TermProposal]) -> str:
    return next((p.codes.get("contact", "") for p in confirmed if p.kind == TermKind.CONTACT and p.codes.get("contact")), "")


def _duty(name: Obligation, value: str) -> dict[str, str]:
    return {"name": str(name), "value": value}


def _form(confirmed: list[TermProposal]) -> str:
    """The credit in the words that the source asks for."""
    return next((p.codes["credit_form"] for p in confirmed if p.codes.get("credit_form")), "")


def _verbatim(confirmed: list[TermProposal]) -> str:
    return " ".join(" ".join(p.quote.split()) for p in confirmed if p.kind == TermKind.RESPONSIBILITY)
