"""The words of a fair-use worksheet: what its writer chooses from, how a reading ends, why a sheet is opened again.

Pure. `rights.md` §2 lists what is asked; the seven situations are those of the Principles in Fair Use for Journalism
of the Center for Media & Social Impact (2013). Rows store these strings.
"""

from enum import StrEnum


class Situation(StrEnum):
    """Which of the seven situations this use is like; the last one says that it is like none."""

    INCIDENTAL = "incidental"
    PROOF = "proof"
    CULTURAL = "cultural"
    ILLUSTRATION = "illustration"
    HISTORICAL = "historical"
    DISCUSSION = "discussion"
    ADVANCING = "advancing"
    NONE = "none"


class Aim(StrEnum):
    CRITICISM = "criticism"
    COMMENT = "comment"
    NEWS = "news_reporting"
    TEACHING = "teaching"
    SCHOLARSHIP = "scholarship"
    RESEARCH = "research"
    OTHER = "other"


class Character(StrEnum):
    FACTUAL = "factual"
    CREATIVE = "creative"
    BOTH = "both"


class Publication(StrEnum):
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"


class SourceKind(StrEnum):
    """What needs a second thought by its kind alone: each of these is mostly used whole."""

    PHOTO = "photo"
    CHART = "chart"
    POEM = "poem"


class CopyKind(StrEnum):
    """Whose wares the source is. What an agency lives by is licensed, not judged."""

    PLAIN = "plain"
    REGISTERED = "registered"
    AGENCY = "agency"


class Obtained(StrEnum):
    """How we came by our copy."""

    OPEN = "open"
    PAID = "paid"
    SENT = "sent"
    EMBARGOED = "embargoed"
    AROUND_PAYWALL = "around_paywall"


class Paywall(StrEnum):
    NONE = "none"
    SOME = "some"
    NOT_KNOWN = "not_known"


class Alternative(StrEnum):
    """What was tried before taking the words themselves."""

    LINK = "link"
    PARAPHRASE = "paraphrase"
    ASKING = "asking"


class Weight(StrEnum):
    """To which side a factor leans, as the writer sees it."""

    FOR = "for"
    NEITHER = "neither"
    AGAINST = "against"


class Factor(StrEnum):
    PURPOSE = "purpose"
    NATURE = "nature"
    AMOUNT = "amount"
    EFFECT = "effect"


class Outcome(StrEnum):
    """How a second reading ends. A sheet that was refused or sent back is written anew."""

    APPROVED = "approved"
    REFUSED = "refused"
    SENT_BACK = "sent_back"


class ReopenedBy(StrEnum):
    """What makes an approved sheet need another reading before its time (`rights.md` §2)."""

    NEW_EXIT = "new_exit"
    PARTNER_ASKS = "partner_asks"
    OBJECTION = "objection"
    LICENCE_OFFERED = "licence_offered"
    SOURCE_WITHDREW = "source_withdrew"
    ADVERTISING = "advertising"
