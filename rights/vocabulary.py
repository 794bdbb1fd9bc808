"""The words of the rights desk: bases, uses, recipients, verdicts, reasons, obligations.

Pure: no Django, no rows. `rights.md` §1 is the source of every value; rows store these strings.
"""

from enum import StrEnum

from house.vocabulary import PartyClass

__all__ = [
    "Basis", "Channel", "Commercial", "Condition", "EndAction", "Grantee", "HoldKind", "Obligation", "Onward", "Part", "PartyClass",
    "Purpose", "Reason", "RecipientKind", "TermKind", "Use", "Verdict", "Whose", "WorkKind",
]  # fmt: skip


class WorkKind(StrEnum):
    TEXT = "text"
    IMAGE = "image"
    CHART = "chart"
    QUOTATION = "quotation"


class Basis(StrEnum):
    """On what a use rests."""

    OWN_STAFF = "own_staff"
    OWN_CONTRIBUTOR = "own_contributor"
    CC = "cc"
    PUBLIC_DOMAIN = "public_domain"
    WRITTEN_PERMISSION = "written_permission"
    CONTRACT = "contract"
    SOURCE_TERMS = "source_terms"
    AGENCY = "agency"
    PRESS_RELEASE = "press_release"
    FAIR_USE = "fair_use"
    FAIR_DEALING = "fair_dealing"
    QUOTATION = "quotation"
    UNKNOWN = "unknown"


#: Judgements about our own use for our own purpose: they never travel onward.
JUDGED = frozenset({Basis.FAIR_USE, Basis.FAIR_DEALING, Basis.QUOTATION})
#: Bases that make the work our own.
OWN = frozenset({Basis.OWN_STAFF, Basis.OWN_CONTRIBUTOR})


#: Who is in one of these sells what it publishes.
COMMERCIAL_CLASSES = frozenset({PartyClass.COMMERCIAL_SITE, PartyClass.PRINT_PUBLISHER, PartyClass.BROADCASTER})


class Whose(StrEnum):
    """Whose work is it? "Not known" can never rest on the source's terms."""

    OURS = "ours"
    SOURCES_OWN = "sources_own"
    THIRD_PARTY = "third_party"
    NOT_KNOWN = "not_known"


class Use(StrEnum):
    READ = "read"
    LIST = "list"
    EXCERPT = "excerpt"
    EMAIL = "email"
    SYNDICATE = "syndicate"
    REPUBLISH = "republish"
    PRINT = "print"
    ADAPT = "adapt"
    TRANSLATE = "translate"
    AUDIO = "audio"
    ARCHIVE = "archive"
    INDEX = "index"
    AI_TRAIN = "ai_train"
    AI_INPUT = "ai_input"
    AI_INDEX = "ai_index"
    MEDIA_RENDITION = "media_rendition"


class RecipientKind(StrEnum):
    PUBLIC = "public"
    REGISTERED_READER = "registered_reader"
    PARTNER = "partner"
    CRAWLER_SEARCH = "crawler:search"
    CRAWLER_AI = "crawler:ai"
    STAFF = "staff"


class Grantee(StrEnum):
    """Who is permitted by a grant."""

    HOUSE = "house"
    PARTNER = "partner"
    CLASS = "class"
    ANYONE = "anyone"


class Onward(StrEnum):
    """May a recipient of ours use it in turn? `rights.md` §1.1."""

    NONE = "none"
    SAME_OFFER = "same_offer"
    SUBLICENSABLE = "sublicensable"


class Commercial(StrEnum):
    ANY = "any"
    NO = "no"
    WITH_CONSENT = "with_consent"


class Channel(StrEnum):
    WEB = "web"
    MAIL = "mail"
    PRINT = "print"
    APP = "app"
    AUDIO = "audio"
    SOCIAL = "social"


class Purpose(StrEnum):
    RESEARCH = "research"
    EDUCATION = "education"
    COMMENT = "comment"
    NEWS = "news"


class Part(StrEnum):
    FULL = "full"
    EXCERPT = "excerpt"
    HEADLINE = "headline"


class Condition(StrEnum):
    """Which string of a grant holds, where the reason alone does not say it: for words and remedies, never for a verdict."""

    DELAY = "delay"
    COUNT = "count"
    EXCLUSIVE = "exclusive_until"
    FEE = "fee"
    NO_SYSTEMATIC = "no_systematic"
    NO_RESALE = "no_resale"
    NO_ADS_ADJACENT = "no_ads_adjacent"
    CHANNEL = "channel"
    PURPOSE = "purpose"
    PROHIBITED = "prohibited"


class EndAction(StrEnum):
    EXCERPT = "excerpt"
    NOTICE_PAGE = "notice_page"
    WITHDRAW = "withdraw"


class HoldKind(StrEnum):
    """From the strictest to the mildest."""

    LEGAL = "legal"
    NOTICE = "notice"
    RIGHTS = "rights"


class Verdict(StrEnum):
    """From most to least that may be shown; `STRICTNESS` orders them."""

    ALLOW = "allow"
    ALLOW_PART = "allow_part"
    NEEDS_PERMISSION = "needs_permission"
    DENY = "deny"


#: Whoever gets one of these is shown something.
SHOWABLE = frozenset({Verdict.ALLOW, Verdict.ALLOW_PART})
STRICTNESS: dict[Verdict, int] = {Verdict.ALLOW: 0, Verdict.ALLOW_PART: 1, Verdict.NEEDS_PERMISSION: 2, Verdict.DENY: 3}


class Reason(StrEnum):
    """Stable codes shown to editors and partners; `rights/wording.py` makes the sentences."""

    OK = "ok"
    EMBARGOED = "embargoed"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    NOTICE_HOLD = "notice_hold"
    NO_BASIS = "no_basis"
    BASIS_UNVERIFIED = "basis_unverified"
    RECIPIENT_NOT_COVERED = "recipient_not_covered"
    USE_NOT_COVERED = "use_not_covered"
    COMMERCIAL_NEEDS_PERMISSION = "commercial_needs_permission"
    TERRITORY = "territory"
    EXCERPT_ONLY = "excerpt_only"
    NO_DERIVATIVES = "no_derivatives"
    FAIR_USE_NOT_TRANSFERABLE = "fair_use_not_transferable"
    FAIR_USE_REVIEW_DUE = "fair_use_review_due"
    OBLIGATION_UNMET = "obligation_unmet"
    ASSET_BLOCKED = "asset_blocked"
    PARTNER_SUSPENDED = "partner_suspended"


class Obligation(StrEnum):
    CREDIT_AUTHOR = "credit_author"
    CREDIT_SOURCE = "credit_source"
    COPYRIGHT_LINE = "copyright_line"
    LINK_ORIGINAL = "link_original"
    LICENCE_LINK = "licence_link"
    KEEP_NOTICE = "keep_notice"
    MARK_CHANGES = "mark_changes"
    SHARE_ALIKE = "share_alike"
    AUTHOR_RESPONSIBILITY = "author_responsibility"
    CONTACT_LINE = "contact_line"
    CANONICAL_TO_ORIGINAL = "canonical_to_original"
    NOINDEX = "noindex"
    COUNTER = "counter"
    REPORT_USE = "report_use"
    REMOVE_WITHIN = "remove_within"
    CARRY_CORRECTIONS = "carry_corrections"
    DROP_IMAGES = "drop_images"


class TermKind(StrEnum):
    """What a sentence of a page's small print does; the colours of the pasted text."""

    RESPONSIBILITY = "responsibility"
    PERMISSION = "permission"
    CONDITION = "condition"
    CONTACT = "contact"
    FAIR_USE = "fair_use"
    PRESS = "press"
    PROHIBITION = "prohibition"
