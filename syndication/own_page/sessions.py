"""Who is signed in at the partners' own page: a cookie of its own, beside and without the desk's. The row is asked each time."""

from datetime import timedelta

from django.conf import settings
from django.contrib.sessions.backends.db import SessionStore
from django.http import HttpRequest, HttpResponse

from articles import addresses
from syndication.models import PartnerContact
from syndication.own_page import invitations

COOKIE = "partner"
CONTACT = "partner_contact"
LIFETIME = timedelta(hours=12)


def contact_of(request: HttpRequest) -> PartnerContact | None:
    """Who asks; None without a session, and at once for a contact who has left and for a partner that has ended."""
    key = request.COOKIES.get(COOKIE)
    number = SessionStore(key).get(CONTACT) if key else None
    return invitations.present().filter(pk=number).first() if number else None


def begin(request: HttpRequest, response: HttpResponse, contact: PartnerContact) -> None:
    """A new session under a new key; whichever was there before ends."""
    end(request, response)
    session = SessionStore()
    session[CONTACT] = contact.pk
    session.set_expiry(LIFETIME)
    session.create()
    response.set_cookie(
        COOKIE,
        session.session_key or "",
        max_age=LIFETIME,
        path=addresses.PARTNERS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def end(request: HttpRequest, response: HttpResponse) -> None:
    key = request.COOKIES.get(COOKIE)
    # Only one of ours: a cookie may carry the key of a session of the desk.
    if key and CONTACT in SessionStore(key):
        SessionStore().delete(key)
    response.delete_cookie(COOKIE, path=addresses.PARTNERS, samesite="Lax")
