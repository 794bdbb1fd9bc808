"""The desk's words: states, moves, roles, credits, versions, events.

Pure. `design.md` §2 settles what each state means; rows store these strings.
"""

from enum import StrEnum


class Role(StrEnum):
    """Roles are Django groups of the same name; one person may hold several."""

    CONTRIBUTOR = "contributor"
    EDITOR = "editor"
    RIGHTS_DESK = "rights_desk"
    CHIEF = "chief"
    PARTNER_MANAGER = "partner_manager"


class State(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    IN_EDIT = "in_edit"
    RIGHTS = "rights"
    READY = "ready"
    SCHEDULED = "scheduled"
    PUBLISHED = "published"
    UNPUBLISHED = "unpublished"
    KILLED = "killed"
    TAKEN_DOWN = "taken_down"
    SPIKED = "spiked"


#: States in which the text is still being worked on and has never been public.
WORKING = (State.DRAFT, State.SUBMITTED, State.IN_EDIT, State.RIGHTS, State.READY)
#: *Withdrawn* is the word for the three that end publication.
WITHDRAWN = (State.UNPUBLISHED, State.KILLED, State.TAKEN_DOWN)


class Move(StrEnum):
    SUBMIT = "submit"
    TAKE = "take"
    SEND_BACK = "send_back"
    TO_RIGHTS = "to_rights"
    TO_READY = "to_ready"
    SPIKE = "spike"
    RESTORE = "restore"
    CLEAR = "clear"
    PUBLISH = "publish"
    SCHEDULE = "schedule"
    UNSCHEDULE = "unschedule"
    CORRECT = "correct"
    UNPUBLISH = "unpublish"
    KILL = "kill"
    TAKE_DOWN = "take_down"
    REVIVE = "revive"


class Act(StrEnum):
    """What a person does at the desk besides moving an article; `articles/roles.py` says who may."""

    READ_DRAFTS = "read_drafts"
    CREATE_DRAFT = "create_draft"
    EDIT_DRAFT = "edit_draft"
    PROPOSE_TERMS = "propose_terms"
    CONFIRM_TERMS = "confirm_terms"
    WRITE_WORKSHEET = "write_worksheet"
    APPROVE_WORKSHEET = "approve_worksheet"
    NAME_SECOND_READER = "name_second_reader"
    SET_THRESHOLDS = "set_thresholds"
    REBASE_LIVE = "rebase_live"
    PLACE_HOLD = "place_hold"
    LIFT_HOLD = "lift_hold"
    LIFT_BAN = "lift_ban"
    UPLOAD_PICTURE = "upload_picture"
    SET_PICTURE_RIGHTS = "set_picture_rights"
    TAKE_EVIDENCE = "take_evidence"
    TAKE_IN_AGAIN = "take_in_again"
    KEEP_SOURCES = "keep_sources"
    KEEP_PARTNERS = "keep_partners"
    READ_PARTNERS = "read_partners"
    RECORD_RECEIPT = "record_receipt"
    KEEP_HOUSE = "keep_house"
    KEEP_SECTIONS = "keep_sections"
    KEEP_TAGS = "keep_tags"


class CreditRole(StrEnum):
    BY = "by"
    REPORTED = "reported"
    PHOTOGRAPHS = "photographs"
    TRANSLATED = "translated"
    EDITED = "edited"
    ADDITIONAL = "additional"


class AuthorKind(StrEnum):
    PERSON = "person"
    INSTITUTION = "institution"
    GUEST = "guest"


class PubStatus(StrEnum):
    USABLE = "usable"
    WITHHELD = "withheld"
    CANCELED = "canceled"


class VersionKind(StrEnum):
    FIRST = "first"
    UPDATE = "update"
    CORRECTION = "correction"
    WITHDRAWAL = "withdrawal"


class CorrectionKind(StrEnum):
    CORRECTION = "correction"
    CLARIFICATION = "clarification"
    UPDATE = "update"
    APOLOGY = "apology"
    RETRACTION = "retraction"


class EventKind(StrEnum):
    PUBLISHED = "published"
    UPDATED = "updated"
    CORRECTED = "corrected"
    UNPUBLISHED = "unpublished"
    KILLED = "killed"
    TAKEN_DOWN = "taken_down"


class LegalBasis(StrEnum):
    """The law that a worksheet rests on; the jurisdiction is named beside it."""

    FAIR_USE = "fair_use"
    FAIR_DEALING = "fair_dealing"
    QUOTATION = "quotation"


class Told(StrEnum):
    """What the database tells of changes that the public may notice: in one article, or in what stands on many pages."""

    ARTICLE = "article"
    EVERYWHERE = "everywhere"
