"""What the desk calls the parts of a worksheet: choices, measures, what the system knows. Words only, no rule."""

from collections.abc import Iterator, Mapping
from typing import Any

from articles.sheet_words import (
    Aim,
    Alternative,
    Character,
    CopyKind,
    Factor,
    Obtained,
    Paywall,
    Publication,
    ReopenedBy,
    Situation,
    SourceKind,
    Weight,
)
from house.forms import SIGNAL_LABELS
from house.vocabulary import Signal

SITUATIONS = {
    Situation.INCIDENTAL: "Caught by chance while reporting something else",
    Situation.PROOF: "As proof of what we report",
    Situation.CULTURAL: "In reporting on culture, or a review",
    Situation.ILLUSTRATION: "To illustrate news",
    Situation.HISTORICAL: "As a reference to history",
    Situation.DISCUSSION: "To open or further a public discussion",
    Situation.ADVANCING: "To take the story further",
    Situation.NONE: "None of these",
}
OBTAINED = {
    Obtained.OPEN: "It stands open on the web or in print",
    Obtained.PAID: "We paid for it",
    Obtained.SENT: "It was sent to us",
    Obtained.EMBARGOED: "It was sent to us under embargo",
    Obtained.AROUND_PAYWALL: "Around a paywall",
}
PUBLICATION = {Publication.PUBLISHED: "Published", Publication.UNPUBLISHED: "Not published"}
COPY_KINDS = {
    CopyKind.PLAIN: "An ordinary text",
    CopyKind.REGISTERED: "Its copyright is registered",
    CopyKind.AGENCY: "Wire or agency copy",
}
AIMS = {
    Aim.CRITICISM: "Criticism", Aim.COMMENT: "Comment", Aim.NEWS: "News reporting", Aim.TEACHING: "Teaching",
    Aim.SCHOLARSHIP: "Scholarship", Aim.RESEARCH: "Research", Aim.OTHER: "Something else",
}  # fmt: skip
CHARACTERS = {Character.FACTUAL: "Factual", Character.CREATIVE: "Creative", Character.BOTH: "Both"}
SOURCE_KINDS = {SourceKind.PHOTO: "a photograph", SourceKind.CHART: "a chart", SourceKind.POEM: "a poem or song"}
ALTERNATIVES = {Alternative.LINK: "a link alone", Alternative.PARAPHRASE: "our own words", Alternative.ASKING: "asking the owner"}
PAYWALLS = {Paywall.NONE: "No paywall", Paywall.SOME: "Behind a paywall", Paywall.NOT_KNOWN: "Not known"}
WEIGHTS = {Weight.FOR: "For us", Weight.NEITHER: "Neither", Weight.AGAINST: "Against us"}
FACTORS = {Factor.PURPOSE: "Purpose", Factor.NATURE: "Nature", Factor.AMOUNT: "Amount", Factor.EFFECT: "Effect"}
REOPENED = {
    ReopenedBy.PARTNER_ASKS: "A partner asks for it",
    ReopenedBy.NEW_EXIT: "Another exit asks for it",
    ReopenedBy.OBJECTION: "Somebody objects",
    ReopenedBy.LICENCE_OFFERED: "The source offers a licence",
    ReopenedBy.SOURCE_WITHDREW: "The source withdrew the piece",
}
#: Measure → what it is called, and in which unit.
MEASURES = {
    "share_of_source": ("Of the original", "share"),
    "share_of_ours": ("Of our text", "share"),
    "longest_run": ("Longest run", "words"),
    "unmarked_share": ("Not marked as quotation", "share"),
    "n_quotes": ("Quotations", ""),
    "own_words": ("Our own words", "words"),
    "lede_copied": ("Opening copied", ""),
    "headline_copied": ("Headline copied", ""),
    "images_used": ("Their pictures shown", ""),
    "images_of_source": ("Pictures in the original", ""),
    "pixel_ratio": ("Of their picture's size", "share"),
    "source_items_30d": ("From this source, 30 days", ""),
    "source_items_90d": ("From this source, 90 days", ""),
    "flagged_words": ("Doubtful words", "list"),
}


def measures(values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """Each measure that is known, as (name, value) for people."""
    return [(label, said(values[name], unit)) for name, (label, unit) in MEASURES.items() if values.get(name) not in (None, [])]


def said(value: Any, unit: str) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if unit == "list":
        return ", ".join(map(str, value))
    return f"{value:.0%}" if unit == "share" else f"{value} {unit}".strip()


def known(facts: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What the desk knew by itself, as (name, value); what it does not know is left out."""
    original = facts.get("original", {})
    days = facts.get("days_since_publication")
    told = [
        ("The original", " · ".join(filter(None, (original.get("title"), original.get("author"), original.get("publisher"))))),
        ("Its holder", original.get("holder", "")),
        ("Its address", original.get("url", "")),
        ("Published", f"{original['published_at'][:10]}, {days} days before" if original.get("published_at") else ""),
        ("Kept copy", f"of {original['kept_at'][:10]}, {original['kept_copy'][:12]}…" if original.get("kept_copy") else ""),
        ("Credit", _credit(facts)),
        ("Offers", "; ".join(facts.get("offers", ())) or "none that we know of"),
        ("We earn with", ", ".join(SIGNAL_LABELS[Signal(code)] for code in facts.get("signals", ())) or "nothing"),
        ("Earlier objections", "; ".join(facts.get("objections", ())) or "none"),
        ("Exits asked for", ", ".join(facts.get("exits", ()))),
    ]
    return [(name, value) for name, value in told if value]


def _credit(facts: Mapping[str, Any]) -> str:
    given = [("the author", "is_author_credited"), ("the source", "is_source_credited"), ("a link to the original", "has_link")]
    missing = [name for name, key in given if not facts.get(key)]
    return f"{', '.join(missing)} missing" if missing else "author, source and link are shown"


def chosen(row: Any) -> Iterator[tuple[str, str]]:
    """What the writer chose from lists, as (name, words)."""
    one: list[tuple[str, Mapping[Any, str], str]] = [
        ("Like", SITUATIONS, row.situation),
        ("Our copy", OBTAINED, row.obtained),
        ("Original", PUBLICATION, row.publication),
        ("Kind", CHARACTERS, row.character),
        ("Whose wares", COPY_KINDS, row.copy_kind),
        ("Paywall", PAYWALLS, row.source_paywall),
    ]
    yield from ((name, labels[code]) for name, labels, code in one if code)
    some: list[tuple[str, Mapping[Any, str], list[str]]] = [
        ("For", AIMS, row.aims),
        ("It is", SOURCE_KINDS, row.source_kinds),
        ("Tried before", ALTERNATIVES, row.alternatives),
    ]
    yield from ((name, ", ".join(labels[code] for code in codes)) for name, labels, codes in some if codes)
    told = [("Without our text", row.would_run_alone), ("Its heart", row.is_heart), ("Their marks kept", row.cmi_kept)]
    yield from ((name, "yes" if value else "no") for name, value in told if value is not None)
    if row.price_known:
        yield "A licence would cost", row.price_known
    if row.situation == Situation.NONE:
        yield "Beware", "It is like none of the situations that journalists agreed on."
