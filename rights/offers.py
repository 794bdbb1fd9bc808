"""Whom a grant reaches: us, and the one who would receive from us.

Pure. A source's public offer covers us only while our own record falls into the class it names, and our
recipient only if it falls there too. Each function returns the reason why not, or None.
"""

from dataclasses import replace

from .facts import Grant, House, Recipient
from .question import AMONG_THE_PUBLIC, READERS, READING, TAKERS, WORDS, Question
from .vocabulary import JUDGED, OWN, Commercial, Grantee, Onward, PartyClass, Reason, RecipientKind

BARS_COMMERCE = frozenset({Commercial.NO, Commercial.WITH_CONSENT})


def reach(grant: Grant, question: Question) -> Reason | None:
    """Does the grant reach us, and through us the recipient?"""
    if grant.basis in JUDGED and question.leaves_the_house:
        return Reason.FAIR_USE_NOT_TRANSFERABLE
    if grant.grantee == Grantee.PARTNER:
        return _named_partner(grant, question.recipient)
    if question.is_passed_on:
        return _us(grant, question) or _passed_on(grant, question.recipient)
    return _party(grant, question.house) or (None if covers(grant, question.recipient) else Reason.RECIPIENT_NOT_COVERED)


def covers(grant: Grant, recipient: Recipient) -> bool:
    """Is the recipient among those to whom the grantee may show the work? No recipients named means the public."""
    named = grant.recipients
    if recipient.kind in AMONG_THE_PUBLIC and (not named or RecipientKind.PUBLIC in named):
        # A worksheet that names the public has settled the purpose, which is ours; nobody asks a passer-by for theirs.
        return grant.basis in JUDGED or _shares_purpose(grant, recipient)
    return recipient.kind == RecipientKind.STAFF or (_is_named(grant, recipient) and _shares_purpose(grant, recipient))


def fails_purpose_alone(grant: Grant, question: Question) -> bool:
    """Would the grant reach the recipient, if its purpose were among those that are named?"""
    return bool(grant.purposes) and reach(grant, question) is not None and reach(replace(grant, purposes=frozenset()), question) is None


def is_offered_the_excerpt(grant: Grant, question: Question) -> bool:
    """A judged use kept for those who asked for it leaves everyone else the excerpt and the link (rights.md §1.7, 4)."""
    return (
        grant.basis in JUDGED
        and grant.grantee == Grantee.HOUSE
        and question.use in READING
        and question.recipient.kind in READERS
        and question.work.kind in WORDS
    )


def _us(grant: Grant, question: Question) -> Reason | None:
    # What we offer to others of our own work binds them, not us.
    is_our_offer = grant.basis in OWN and grant.grantee != Grantee.HOUSE
    return None if is_our_offer else _party(grant, question.house)


def _party(grant: Grant, party: House | Recipient) -> Reason | None:
    """Does a party fall under the offer? The commercial condition speaks first: it is the one with a contact."""
    if grant.commercial in BARS_COMMERCE and _is_commercial(party):
        return Reason.COMMERCIAL_NEEDS_PERMISSION
    if grant.grantee == Grantee.CLASS and grant.grantee_class not in party.classes:
        return Reason.RECIPIENT_NOT_COVERED
    return None


def _passed_on(grant: Grant, recipient: Recipient) -> Reason | None:
    if grant.onward == Onward.NONE or recipient.kind not in TAKERS or not _shares_purpose(grant, recipient):
        return Reason.RECIPIENT_NOT_COVERED
    if grant.onward == Onward.SUBLICENSABLE:
        return _sublicensed(grant, recipient)
    # What was granted to us alone is no offer that others could share.
    return Reason.RECIPIENT_NOT_COVERED if grant.grantee == Grantee.HOUSE else _party(grant, recipient)


def _sublicensed(grant: Grant, recipient: Recipient) -> Reason | None:
    if grant.commercial in BARS_COMMERCE and _is_commercial(recipient):
        return Reason.COMMERCIAL_NEEDS_PERMISSION
    return None if not grant.recipients or _is_named(grant, recipient) else Reason.RECIPIENT_NOT_COVERED


def _named_partner(grant: Grant, recipient: Recipient) -> Reason | None:
    is_the_one = recipient.kind == RecipientKind.PARTNER and recipient.key == grant.grantee_key
    return _party(grant, recipient) if is_the_one and _shares_purpose(grant, recipient) else Reason.RECIPIENT_NOT_COVERED


def _is_commercial(party: House | Recipient) -> bool:
    return party.is_commercial or PartyClass.COMMERCIAL_SITE in party.classes


def _is_named(grant: Grant, recipient: Recipient) -> bool:
    named = grant.recipients
    if recipient.kind in named or (recipient.key and recipient.name in named):
        return True
    return bool(recipient.classes) and any(f"class:{one}" in named for one in recipient.classes)


def _shares_purpose(grant: Grant, recipient: Recipient) -> bool:
    return not grant.purposes or not grant.purposes.isdisjoint(recipient.purposes)
