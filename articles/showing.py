"""What the door hands out: one version as one recipient may have it, or why it is gone. Others reach it through `published`.

Nothing here asks the database beyond the version's own relations, and nothing decides: the decision is given.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from articles import addresses, body, quoted
from articles.models import Correction, PublishedVersion
from articles.paging import Place
from articles.quoted import Quoted
from articles.renditions import Picture
from rights.facts import Duty, Limits, PageDecision
from rights.vocabulary import EndAction, HoldKind, Reason, Use, Verdict

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur", "ps", "yi", "dv", "ckb", "sd", "ug"})
#: Uses that never show a text.
TITLES_ONLY = (Use.LIST, Use.INDEX)


@dataclass(frozen=True)
class Gone:
    """An article that was public and is not any more. `ended_as` is the state that ended it or, where a right stands against it,
    "legal_hold", "on_hold", "territory", "permission_ended" (where a notice was agreed for its end) or "expired".
    """

    urn: str
    ended_as: str
    public_reason: str
    original_url: str = ""


@dataclass(frozen=True)
class CorrectionNote:
    kind: str
    note: str
    at: datetime


@dataclass(frozen=True)
class Shown:
    """One version as one recipient may have it.

    `body` is HTML: the whole text, or only the permitted excerpt where `is_excerpt` is true, or "" for a list.
    `pictures` and `quotations` are only those whose own rights allow this use. `frozen` is the record for `attribution`.
    """

    version_id: int
    article_id: int
    work_id: int
    urn: str
    path: str
    url: str
    language: str
    direction: str
    headline: str
    dek: str
    body: str
    is_excerpt: bool
    dateline: str
    section: tuple[str, str] | None
    tags: tuple[tuple[str, str], ...]
    frozen: dict[str, Any]
    pictures: tuple[Picture, ...]
    decision: PageDecision
    first_published_at: datetime
    visible_from: datetime
    number: int
    corrections: tuple[CorrectionNote, ...] = field(default=())
    quotations: tuple[Quoted, ...] = field(default=())

    @property
    def place(self) -> Place:
        """Where it stands in a list."""
        return Place(self.visible_from, self.version_id)

    @property
    def text_duties(self) -> tuple[Duty, ...]:
        """What is owed for the words, ours and quoted: for an exit that sends no pictures along."""
        own = next(decision.duties for decision in self.decision.decisions if decision.work_id == self.work_id)
        if not self.quotations:
            return own
        return tuple(dict.fromkeys((*own, *(duty for quotation in self.quotations for duty in quotation.duties))))

    @property
    def fingerprint(self) -> str:
        """Changes whenever what this recipient gets changes: for validators."""
        duties = ";".join(f"{duty.obligation}={duty.value}" for duty in self.decision.duties)
        dropped = ",".join(map(str, sorted(self.decision.dropped)))
        return f"{self.urn}/{self.number}/{self.decision.verdict}/{self.decision.reason}/{dropped}/{duties}"


def gone(version: PublishedVersion, decision: PageDecision) -> Gone:
    """What is said of a version that is withheld. A legal hold leads nobody to the original either."""
    if decision.hold is HoldKind.LEGAL:
        return Gone(version.article.urn, "legal_hold", "")
    ended_as = "expired"
    if decision.hold:
        ended_as = "on_hold"
    elif decision.reason is Reason.TERRITORY:
        ended_as = "territory"
    elif decision.end_action is EndAction.NOTICE_PAGE:
        ended_as = "permission_ended"
    return Gone(version.article.urn, ended_as, "", _original_url(version))


def admitted_assets(version: PublishedVersion, decision: PageDecision) -> list[int]:
    return [picture["asset"] for picture in version.frozen.get("pictures", ()) if picture["work"] not in decision.dropped]


def show(version: PublishedVersion, decision: PageDecision, use: Use, pictures: dict[int, Picture]) -> Shown:
    admitted = admitted_assets(version, decision)
    is_excerpt = decision.verdict is Verdict.ALLOW_PART
    article = version.article
    text = "" if use in TITLES_ONLY else _text(version, decision, admitted)
    return Shown(
        version_id=version.pk,
        work_id=version.work_id,
        article_id=article.pk,
        urn=article.urn,
        path=version.path,
        url=addresses.article(version.path),
        language=version.language,
        direction="rtl" if version.language.split("-")[0] in RIGHT_TO_LEFT else "ltr",
        headline=version.headline,
        dek=version.dek,
        body=text,
        is_excerpt=is_excerpt,
        dateline=version.dateline,
        section=(version.section.name, version.section.slug) if version.section else None,
        tags=tuple((tag["name"], tag["slug"]) for tag in version.frozen.get("tags", ())),
        frozen=quoted.record_alone(version),
        pictures=tuple(
            _placed(picture, pictures[picture["asset"]])
            for picture in version.frozen.get("pictures", ())
            if picture["asset"] in pictures and picture["asset"] in admitted
        ),
        decision=decision,
        first_published_at=article.first_published_at or version.visible_from,
        visible_from=version.visible_from,
        number=version.number,
        corrections=tuple(_notes(article.corrections.all(), version)),
        quotations=quoted.shown_in(body.to_text(text), version, decision) if text and quoted.frozen_in(version) else (),
    )


def _text(version: PublishedVersion, decision: PageDecision, admitted: list[int]) -> str:
    if decision.verdict is Verdict.ALLOW:
        return quoted.without_withheld(body.without_pictures(version.body, keep=admitted), version, decision)
    # A caption belongs to its picture, which an excerpt doesn't bring along and which may itself be withheld.
    whole = body.to_text(quoted.without_withheld(body.without_pictures(version.body, keep=()), version, decision))
    excerpt = quoted.words_without_withheld(version.excerpt, version, decision)
    limit, text = _characters(decision.limits, whole), excerpt or whole
    # No characters at all: the title and the link. An excerpt without a limit: none that we cut ourselves.
    if limit == 0 or (limit is None and not version.excerpt):
        return ""
    return body.paragraphs_to_html([body.first_characters(text, limit) if limit else text])


def _characters(limits: Limits, whole: str) -> int | None:
    """The narrower of a length and a share of the whole text; None where neither is set."""
    share = None if limits.max_share is None else int(limits.max_share * len(whole))
    return min((length for length in (limits.max_chars, share) if length is not None), default=None)


def _placed(frozen: dict[str, Any], picture: Picture) -> Picture:
    return picture.placed(caption=frozen["caption"], alt=frozen["alt"], credit=frozen["credit"])


def _notes(corrections: Iterable[Correction], version: PublishedVersion) -> Iterable[CorrectionNote]:
    return (CorrectionNote(note.kind, note.note, note.at) for note in corrections if note.version.number <= version.number)


def _original_url(version: PublishedVersion) -> str:
    return (version.frozen.get("original") or {}).get("url", "")
