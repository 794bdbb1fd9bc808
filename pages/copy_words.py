"""What the check of a copy says to the republisher: each duty in a sentence, with its remedy."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop as _noop

from pages.copies import Report
from rights.obligations import Finding
from rights.vocabulary import Obligation, Reason

#: What is asked, and what to do where it is missing.
DUTIES: Mapping[Obligation, tuple[str, str]] = {
    Obligation.CREDIT_AUTHOR: (_noop("The author is named"), _noop("Name the author in the visible text:")),
    Obligation.CREDIT_SOURCE: (_noop("The source is named"), _noop("Name the source in the visible text:")),
    Obligation.COPYRIGHT_LINE: (_noop("The copyright line is shown"), _noop("Show this line exactly so:")),
    Obligation.LINK_ORIGINAL: (_noop("The original is linked"), _noop("Link to it, without nofollow:")),
    Obligation.LICENCE_LINK: (_noop("The licence is linked"), _noop("Link to it with rel=license:")),
    Obligation.KEEP_NOTICE: (_noop("The notice is kept word for word"), _noop("Show this notice unchanged:")),
    Obligation.MARK_CHANGES: (_noop("Changes are stated"), _noop("Say what you changed:")),
    Obligation.SHARE_ALIKE: (_noop("It is shared under the same licence"), _noop("Put it under a licence that carries this one on:")),
    Obligation.AUTHOR_RESPONSIBILITY: (_noop("The author's disclaimer is shown"), _noop("Show this sentence unchanged:")),
    Obligation.CONTACT_LINE: (_noop("It says whom to ask"), _noop("Show this contact:")),
    Obligation.CANONICAL_TO_ORIGINAL: (
        _noop("Search engines are pointed to the original"),
        _noop("Set the canonical link to:"),
    ),
    Obligation.NOINDEX: (_noop("Search engines are told to leave it out"), _noop("Put a robots tag with noindex into the page's head.")),
    Obligation.COUNTER: (_noop("The counter is included"), _noop("Keep the counter that comes with the text:")),
    Obligation.CARRY_CORRECTIONS: (_noop("Corrections are carried"), _noop("Add the correction:")),
}
REFUSALS: Mapping[Reason, str] = {
    Reason.COMMERCIAL_NEEDS_PERMISSION: _noop("The terms don't cover sites that earn money. Ask for permission before you use it."),
    Reason.RECIPIENT_NOT_COVERED: _noop("The terms don't cover sites of this kind. Ask for permission before you use it."),
    Reason.FAIR_USE_NOT_TRANSFERABLE: _noop("We quote another's work here. Nobody can take that over from us: ask its owner."),
}

NOBODY = _noop("At this moment nobody may take it over from us. Please take your copy down.")


@dataclass(frozen=True)
class LineShown:
    what: str
    is_met: bool
    seen: str = ""
    remedy: str = ""


@dataclass(frozen=True)
class ReportShown:
    heading: str
    article: str
    article_url: str
    article_language: str
    copy_url: str
    copy_host: str
    sentences: tuple[str, ...]
    lines: tuple[LineShown, ...]


def shown(report: Report) -> ReportShown:
    article = report.article
    return ReportShown(
        heading=_heading(report),
        article=article.headline,
        article_url=article.url,
        article_language=article.language,
        copy_url=report.copy_url,
        copy_host=urlsplit(report.copy_url).hostname or report.copy_url,
        sentences=tuple(_sentences(report)),
        lines=tuple(_line(finding) for finding in report.findings),
    )


def _heading(report: Report) -> str:
    if report.refused is not None:
        return _("Your site may not carry this article")
    missing = sum(not finding.is_met for finding in report.findings)
    if missing == 0:
        return _("Everything is there")
    return _("One thing is missing") if missing == 1 else _("%(number)s things are missing") % {"number": missing}


def _sentences(report: Report) -> list[str]:
    said = []
    if report.refused is not None:
        said.append(_(REFUSALS.get(report.refused.reason, NOBODY)))
        if report.refused.contact:
            said.append(_("Ask: %(contact)s") % {"contact": report.refused.contact})
    if report.is_another_text:
        said.append(_("We found little of our text on your page. Is it the right address?"))
    return said


def _line(finding: Finding) -> LineShown:
    what, remedy = DUTIES[finding.duty.obligation]
    if finding.is_met:
        return LineShown(_(what), True, finding.seen)
    return LineShown(_(what), False, remedy=f"{_(remedy)} {finding.duty.value}".strip())
