"""The rights desk's codes as words that people read: a sentence for each reason, its remedy, a label for each code.

Pure: it says what was decided and decides nothing. The sentences are for editors and partners, so they name
what would have to change. Labels are plain phrases in lower case that fit into a sentence.
"""

from collections.abc import Iterable
from datetime import UTC, datetime

from .vocabulary import (
    Basis,
    Channel,
    Commercial,
    Condition,
    EndAction,
    Grantee,
    HoldKind,
    Obligation,
    Onward,
    Part,
    PartyClass,
    Purpose,
    Reason,
    RecipientKind,
    TermKind,
    Use,
    Verdict,
    Whose,
    WorkKind,
)

_MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"]

#: For these one asks the owner, so a contact, or the lack of one, belongs to the sentence.
ASKABLE = frozenset(
    {
        Reason.RECIPIENT_NOT_COVERED,
        Reason.USE_NOT_COVERED,
        Reason.COMMERCIAL_NEEDS_PERMISSION,
        Reason.NO_DERIVATIVES,
        Reason.FAIR_USE_NOT_TRANSFERABLE,
    }
)

_SAID = {
    Reason.OK: "This may be used in this way.",
    Reason.EMBARGOED: "This may not be shown yet.",
    Reason.EXPIRED: "The time for which this may be used has ended.",
    Reason.WITHDRAWN: "This was withdrawn from publication.",
    Reason.NOTICE_HOLD: "This is on hold until a question about it is settled.",
    Reason.NO_BASIS: "Nothing on record lets us use this.",
    Reason.BASIS_UNVERIFIED: "What this use would rest on is proposed, but nobody has confirmed it.",
    Reason.RECIPIENT_NOT_COVERED: "The permission on record does not reach this recipient.",
    Reason.USE_NOT_COVERED: "The permission on record does not name this use.",
    Reason.COMMERCIAL_NEEDS_PERMISSION: "The terms leave out commercial use: it needs the owner's permission.",
    Reason.TERRITORY: "The permission holds in some countries only, and this would go beyond them.",
    Reason.EXCERPT_ONLY: "Only an excerpt and the link may be shown.",
    Reason.NO_DERIVATIVES: "This may be used unchanged only, so it can be neither adapted nor translated.",
    Reason.FAIR_USE_NOT_TRANSFERABLE: "Fair use is a judgement about our own page: it cannot be passed on.",
    Reason.FAIR_USE_REVIEW_DUE: "The fair-use worksheet is due for review.",
    Reason.OBLIGATION_UNMET: "Something that the terms oblige us to show is missing.",
    Reason.ASSET_BLOCKED: "Part of this page may not be shown and is left out.",
    Reason.PARTNER_SUSPENDED: "Deliveries to this partner are suspended.",
}

_SAID_WHEN = {
    Reason.EMBARGOED: "This may not be shown before {}.",
    Reason.EXPIRED: "The time for which this may be used ended on {}.",
    Reason.FAIR_USE_REVIEW_DUE: "The fair-use worksheet has been due for review since {}.",
}

_REMEDIES = {
    Reason.OK: "Nothing needs to be done.",
    Reason.EMBARGOED: "Wait until the embargo ends, or set an earlier time if the source agrees.",
    Reason.EXPIRED: "Ask for a longer permission and record it, or publish a new version on another basis.",
    Reason.WITHDRAWN: "Publish a new version if it was unpublished; a kill or takedown is final.",
    Reason.NOTICE_HOLD: "Settle the question, then lift the hold.",
    Reason.NO_BASIS: "Say whose work this is, choose a basis and attach what proves it.",
    Reason.BASIS_UNVERIFIED: "Say whose work this is and have the rights desk confirm the proposed basis.",
    Reason.RECIPIENT_NOT_COVERED: "Ask the owner for a permission that names this recipient, and record it.",
    Reason.USE_NOT_COVERED: "Ask the owner for a permission that names this use, and record it.",
    Reason.COMMERCIAL_NEEDS_PERMISSION: "Ask the owner for permission and record the answer as a grant.",
    Reason.TERRITORY: "Ask the owner for a wider territory, or offer this only where the permission holds.",
    Reason.EXCERPT_ONLY: "Show the excerpt and the link, or ask the owner for the whole.",
    Reason.NO_DERIVATIVES: "Use it as it is, or ask the owner for permission to change it.",
    Reason.FAIR_USE_NOT_TRANSFERABLE: "Ask the owner for a permission that may be passed on.",
    Reason.FAIR_USE_REVIEW_DUE: "Review the worksheet and have a second person approve it.",
    Reason.OBLIGATION_UNMET: "Add what is missing: a credit, a copyright line, a link or a notice.",
    Reason.ASSET_BLOCKED: "Clear the part that is left out, or replace it.",
    Reason.PARTNER_SUSPENDED: "Make the partner active again on its page.",
}

#: Where a string of the grant is not met, it says more than the reason: what holds this up, and what would loosen it.
_SAID_OF = {
    Condition.DELAY: "The permission begins some hours after the original appeared, or after we first published it.",
    Condition.COUNT: "The permission is for a number of uses, and none that we know of is left.",
    Condition.EXCLUSIVE: "Somebody else has this exclusively for a time.",
    Condition.FEE: "A fee is agreed for this, and no payment is recorded.",
    Condition.NO_SYSTEMATIC: "The permission is for single pieces, not for feeds, archives or machines.",
    Condition.NO_RESALE: "The permission leaves out selling this on, behind a paywall or to somebody who pays.",
    Condition.NO_ADS_ADJACENT: "The permission leaves out any place beside advertising.",
    Condition.CHANNEL: "The permission is for another channel than this.",
    Condition.PURPOSE: "The permission is for a purpose that this recipient is not known to have.",
    Condition.PROHIBITED: "The owner forbids this use.",
}

_REMEDIES_OF = {
    Condition.DELAY: "Record when the original appeared, or wait until the delay has passed.",
    Condition.COUNT: "Ask the owner for more uses and record them, or take it off a page that still shows it.",
    Condition.EXCLUSIVE: "Wait until the exclusive time has ended.",
    Condition.FEE: "Pay the fee, then record the day of the payment with the permission.",
    Condition.NO_SYSTEMATIC: "Offer this piece by itself, or ask the owner for a permission that names feeds.",
    Condition.NO_RESALE: "Record that the recipient pays nothing for it, or ask the owner for permission to sell it.",
    Condition.NO_ADS_ADJACENT: "Record that no advertising stands beside it, or ask the owner for permission.",
    Condition.CHANNEL: "Use the channel that was granted, or ask the owner for this one and record the answer.",
    Condition.PURPOSE: "Record the recipient's purpose with its evidence, or ask the owner for a wider permission.",
    Condition.PROHIBITED: "Leave it, or ask the owner to lift the ban and record the answer.",
}

CONDITIONS = {
    Condition.DELAY: "a delay",
    Condition.COUNT: "a number of uses",
    Condition.EXCLUSIVE: "somebody's exclusive time",
    Condition.FEE: "a fee",
    Condition.NO_SYSTEMATIC: "single pieces only",
    Condition.NO_RESALE: "not to be sold on",
    Condition.NO_ADS_ADJACENT: "not beside advertising",
    Condition.CHANNEL: "one channel only",
    Condition.PURPOSE: "one purpose only",
    Condition.PROHIBITED: "a ban by the owner",
}

#: Which reasons a string can stand behind: where several reasons are given, each is told with its own.
_BEHIND = {
    Reason.EMBARGOED: (Condition.EXCLUSIVE, Condition.DELAY),
    Reason.USE_NOT_COVERED: (Condition.PROHIBITED, Condition.FEE, Condition.COUNT, Condition.NO_SYSTEMATIC, Condition.CHANNEL),
    Reason.COMMERCIAL_NEEDS_PERMISSION: (Condition.NO_RESALE, Condition.NO_ADS_ADJACENT),
    Reason.RECIPIENT_NOT_COVERED: (Condition.PURPOSE,),
}

VERDICTS = {
    Verdict.ALLOW: "Yes",
    Verdict.ALLOW_PART: "Part",
    Verdict.NEEDS_PERMISSION: "Ask first",
    Verdict.DENY: "No",
}

BASES = {
    Basis.OWN_STAFF: "our own staff's work",
    Basis.OWN_CONTRIBUTOR: "our contributor's work under an agreement",
    Basis.CC: "a Creative Commons licence",
    Basis.PUBLIC_DOMAIN: "the public domain",
    Basis.WRITTEN_PERMISSION: "a written permission",
    Basis.CONTRACT: "a contract",
    Basis.SOURCE_TERMS: "the source's own terms",
    Basis.AGENCY: "an agency's subscription",
    Basis.PRESS_RELEASE: "a press release",
    Basis.FAIR_USE: "fair use",
    Basis.FAIR_DEALING: "fair dealing",
    Basis.QUOTATION: "the right to quote",
    Basis.UNKNOWN: "no known basis",
}

WHOSE = {
    Whose.OURS: "ours",
    Whose.SOURCES_OWN: "the source's own",
    Whose.THIRD_PARTY: "someone else's",
    Whose.NOT_KNOWN: "not known",
}

WORK_KINDS = {
    WorkKind.TEXT: "text",
    WorkKind.IMAGE: "picture",
    WorkKind.CHART: "chart",
    WorkKind.QUOTATION: "quotation",
}

USES = {
    Use.READ: "read in full",
    Use.LIST: "list with title and link",
    Use.EXCERPT: "show an excerpt",
    Use.EMAIL: "send by mail",
    Use.SYNDICATE: "send to partners",
    Use.REPUBLISH: "republish elsewhere",
    Use.PRINT: "print",
    Use.ADAPT: "adapt",
    Use.TRANSLATE: "translate",
    Use.AUDIO: "read aloud",
    Use.ARCHIVE: "keep in an archive",
    Use.INDEX: "index for search",
    Use.AI_TRAIN: "train an AI",
    Use.AI_INPUT: "give to an AI as input",
    Use.AI_INDEX: "index for an AI",
    Use.MEDIA_RENDITION: "show in our picture sizes",
}

RECIPIENTS = {
    RecipientKind.PUBLIC: "everyone",
    RecipientKind.REGISTERED_READER: "registered readers",
    RecipientKind.PARTNER: "partners",
    RecipientKind.CRAWLER_SEARCH: "search engines",
    RecipientKind.CRAWLER_AI: "AI crawlers",
    RecipientKind.STAFF: "our own desk",
}

CLASSES = {
    PartyClass.COMMUNITY_SITE: "community internet sites",
    PartyClass.NONPROFIT_SITE: "non-profit sites",
    PartyClass.NEWS_PUBLISHER: "news publishers",
    PartyClass.COMMERCIAL_SITE: "commercial sites",
    PartyClass.PRINT_PUBLISHER: "print publishers",
    PartyClass.BROADCASTER: "broadcasters",
    PartyClass.EDUCATOR: "educators",
    PartyClass.RESEARCHER: "researchers",
    PartyClass.PRESS: "the press",
}

GRANTEES = {
    Grantee.HOUSE: "us",
    Grantee.PARTNER: "one partner",
    Grantee.CLASS: "everyone of a class",
    Grantee.ANYONE: "anyone",
}

ONWARD = {
    Onward.NONE: "not to be passed on",
    Onward.SAME_OFFER: "open to recipients under the same offer",
    Onward.SUBLICENSABLE: "ours to pass on",
}

COMMERCIAL = {
    Commercial.ANY: "commercial or not",
    Commercial.NO: "not commercial",
    Commercial.WITH_CONSENT: "commercial with consent only",
}

CHANNELS = {
    Channel.WEB: "on the web",
    Channel.MAIL: "by mail",
    Channel.PRINT: "in print",
    Channel.APP: "in an app",
    Channel.AUDIO: "as audio",
    Channel.SOCIAL: "on social media",
}

PURPOSES = {
    Purpose.RESEARCH: "research",
    Purpose.EDUCATION: "education",
    Purpose.COMMENT: "comment",
    Purpose.NEWS: "news reporting",
}

PARTS = {
    Part.FULL: "the whole",
    Part.EXCERPT: "an excerpt",
    Part.HEADLINE: "the headline",
}

END_ACTIONS = {
    EndAction.EXCERPT: "cut to an excerpt",
    EndAction.NOTICE_PAGE: "replace with a notice",
    EndAction.WITHDRAW: "withdraw",
}

HOLD_KINDS = {
    HoldKind.LEGAL: "legal hold",
    HoldKind.NOTICE: "hold after a notice",
    HoldKind.RIGHTS: "rights hold",
}

OBLIGATIONS = {
    Obligation.CREDIT_AUTHOR: "name the author",
    Obligation.CREDIT_SOURCE: "name the source",
    Obligation.COPYRIGHT_LINE: "show the copyright line",
    Obligation.LINK_ORIGINAL: "link to the original",
    Obligation.LICENCE_LINK: "link to the licence",
    Obligation.KEEP_NOTICE: "keep the notice word for word",
    Obligation.MARK_CHANGES: "say what was changed",
    Obligation.SHARE_ALIKE: "share under the same licence",
    Obligation.AUTHOR_RESPONSIBILITY: "show the author's disclaimer",
    Obligation.CONTACT_LINE: "show whom to ask",
    Obligation.CANONICAL_TO_ORIGINAL: "point search engines to the original",
    Obligation.NOINDEX: "keep it out of search engines",
    Obligation.COUNTER: "include the source's counter",
    Obligation.REPORT_USE: "report the use",
    Obligation.REMOVE_WITHIN: "remove it in time when asked or when the permission ends",
    Obligation.CARRY_CORRECTIONS: "pass on corrections",
    Obligation.DROP_IMAGES: "leave out the pictures",
}

TERM_KINDS = {
    TermKind.RESPONSIBILITY: "who answers for the content",
    TermKind.PERMISSION: "what is permitted",
    TermKind.CONDITION: "on which condition",
    TermKind.CONTACT: "whom to ask for more",
    TermKind.FAIR_USE: "a fair-use statement",
    TermKind.PRESS: "a press contact",
    TermKind.PROHIBITION: "what is forbidden",
}


def say(
    reason: Reason,
    *,
    contact: str = "",
    when: datetime | None = None,
    obligation: Obligation | None = None,
    asset: WorkKind | None = None,
    conditions: Iterable[Condition] = (),
) -> str:
    """The reason as one or two whole sentences.

    `contact` is whom to ask, "" where none could be read; `when` is the instant at which an embargo or a review
    falls or an end came; `obligation` is what is unmet; `asset` is what is left out; `conditions` are what the
    decision names as not met, of which the one behind this reason is told.
    """
    if reason == Reason.OBLIGATION_UNMET and obligation is not None:
        return f"The terms oblige us to {OBLIGATIONS[obligation]}, and this does not."
    if reason == Reason.ASSET_BLOCKED and asset is not None:
        return f"A {WORK_KINDS[asset]} of this page may not be shown and is left out."
    if when is not None and reason in _SAID_WHEN:
        return _SAID_WHEN[reason].format(_moment(when))
    behind = _behind(reason, conditions)
    said = _SAID_OF[behind] if behind else _SAID[reason]
    if reason in ASKABLE:
        return f"{said} {f'Ask {contact}.' if contact else 'No contact could be read.'}"
    return said


def remedy(reason: Reason, *, conditions: Iterable[Condition] = ()) -> str:
    """What a person can do so that the answer changes."""
    behind = _behind(reason, conditions)
    return _REMEDIES_OF[behind] if behind else _REMEDIES[reason]


def _behind(reason: Reason, conditions: Iterable[Condition]) -> Condition | None:
    found = set(conditions)
    return next((condition for condition in _BEHIND.get(reason, ()) if condition in found), None)


def recipient(name: str) -> str:
    """Words for a recipient as a grant names it: a kind, `partner:<key>` or `class:<class>`. What is not known stays as it is."""
    kind, _, key = name.partition(":")
    if kind == "class" and key in CLASSES:
        return CLASSES[PartyClass(key)]
    if kind == RecipientKind.PARTNER and key:
        return f"the partner {key}"
    return RECIPIENTS[RecipientKind(name)] if name in RECIPIENTS else name


def _moment(when: datetime) -> str:
    """Day and time in UTC, without the platform's month names."""
    utc = when.astimezone(UTC)
    return f"{utc.day} {_MONTHS[utc.month - 1]} {utc.year}, {utc:%H:%M} UTC"
