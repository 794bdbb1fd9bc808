"""The partners' own page and its buttons. GET shows, only POST acts; who is not signed in finds the door and nothing behind it."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.middleware.csrf import rotate_token
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from articles import addresses
from articles.refusals import Refused
from house import limits
from syndication import receipts, trials
from syndication.formats import FORMATS
from syndication.models import PartnerContact, Receipt
from syndication.own_page import invitations, sessions, showing, tokens
from syndication.own_page.answers import shown

#: Letters asked for one address, and questions from one client, before either has to wait.
LETTERS, QUESTIONS, WINDOW_SECONDS = 5, 30, 600
#: What one contact may change in ten minutes.
DEEDS = 60
ASKED = "If we know this address, a letter with a link is on its way. The link is good for 30 minutes."
NO_ADDRESS = "Enter your e-mail address, such as name@example.org."
TOO_OFTEN = "That was asked too often. Wait ten minutes, then try again."
NOT_GOOD = "This link is not complete, was used already, or is more than 30 minutes old. Ask for a new one below."
SIGNED_OUT = "You were signed out. Ask for a new link below, then do it again."
LONGEST_NOTE = 2000
STEPS = {"send": trials.send, "correct": trials.correct, "withdraw": trials.withdraw}
Deed = Callable[..., HttpResponse]


@require_http_methods(["GET", "HEAD", "POST"])
def own_page(request: HttpRequest) -> HttpResponse:
    """The page itself for who is signed in, the door for everybody else. POST asks for a link."""
    at = timezone.now()
    if request.method == "POST":
        return _asked(request, at)
    contact = sessions.contact_of(request)
    return _page(request, contact, at) if contact else _door(request, at)


def _asked(request: HttpRequest, at: datetime) -> HttpResponse:
    address = request.POST.get("address", "").strip()
    try:
        validate_email(address)
    except ValidationError:
        return _door(request, at, error=NO_ADDRESS, typed=address[:254], status=400)
    client = get_adapter(request).get_client_ip(request)
    left = [
        limits.hit("partner-letter", address.lower(), limit=LETTERS, window_seconds=WINDOW_SECONDS, at=at),
        limits.hit("partner-question", client, limit=QUESTIONS, window_seconds=WINDOW_SECONDS, at=at),
    ]
    waits = [one.retry_after_seconds for one in left if one.retry_after_seconds is not None]
    if waits:
        response = _door(request, at, error=TOO_OFTEN, typed=address, status=429)
        response["Retry-After"] = str(max(waits))
        return response
    invitations.ask(address, at=at)
    return _door(request, at, said=ASKED)


@require_http_methods(["GET", "HEAD", "POST"])
def sign_in(request: HttpRequest, token: str) -> HttpResponse:
    """Behind the mailed link: who would be signed in, and a button. Mail programs that open links press no buttons."""
    at = timezone.now()
    if request.method == "POST":
        contact = invitations.accept(token, at=at)
        if contact is None:
            return _door(request, at, error=NOT_GOOD, status=404)
        response: HttpResponse = HttpResponseRedirect(addresses.PARTNERS)
        sessions.begin(request, response, contact)
        rotate_token(request)
        return response
    contact = invitations.invited(token, at=at)
    if contact is None:
        return _door(request, at, error=NOT_GOOD, status=404)
    return shown(request, "syndication/enter.html", {"contact": contact, "title": "Sign in"}, at=at)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    response = HttpResponseRedirect(addresses.PARTNERS)
    sessions.end(request, response)
    return response


def deed(act: Deed) -> Deed:
    """A button of the page: POST alone, for who is signed in, and not endlessly. The act gets the contact and the time."""

    @require_POST
    @wraps(act)
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        at, contact = timezone.now(), sessions.contact_of(request)
        if contact is None:
            return _door(request, at, error=SIGNED_OUT, status=403)
        if limits.hit("partner-deed", str(contact.pk), limit=DEEDS, window_seconds=WINDOW_SECONDS, at=at).is_over:
            return _page(request, contact, at, error=TOO_OFTEN, status=429)
        try:
            return act(request, contact, *args, at=at, **kwargs)
        except Refused as refused:
            return _page(request, contact, at, error=str(refused), typed=request.POST.get("name", ""), status=422)

    return answered


@deed
def new_token(request: HttpRequest, contact: PartnerContact, *, at: datetime) -> HttpResponse:
    """The answer to the POST itself shows the address: nothing has to keep it until a next page."""
    row, token = tokens.make(contact, request.POST.get("name", ""), at=at)
    made = [(one.name, addresses.absolute(addresses.partner_feed(token, extension=one.extension))) for one in FORMATS.values()]
    context = {"partner": contact.partner, "row": row, "token": token, "made": made, "title": "Your new feed address",
               "by_credentials": addresses.absolute(addresses.partner_feed())}  # fmt: skip
    return shown(request, "syndication/new_token.html", context, at=at)


@deed
def end_token(request: HttpRequest, contact: PartnerContact, token_id: int, *, at: datetime) -> HttpResponse:
    if tokens.end(contact, token_id, at=at) is None:
        raise Http404
    return HttpResponseRedirect(f"{addresses.PARTNERS}#feeds")


@deed
def try_out(request: HttpRequest, contact: PartnerContact, step: str, *, at: datetime) -> HttpResponse:
    """One step of the test item."""
    if step not in STEPS:
        raise Http404
    STEPS[step](contact.partner_id, at=at)
    return HttpResponseRedirect(f"{addresses.PARTNERS}#test")


@deed
def confirm(request: HttpRequest, contact: PartnerContact, receipt_id: int, *, at: datetime) -> HttpResponse:
    """That a story was corrected or removed there, in the name of who is signed in."""
    if not Receipt.objects.filter(pk=receipt_id, partner=contact.partner_id).exists():
        raise Http404
    # PostgreSQL keeps no NUL in a text.
    note = request.POST.get("note", "").replace("\0", "")[:LONGEST_NOTE]
    receipts.confirm(receipt_id, name=contact.name, address=contact.email, note=note, at=at)
    return HttpResponseRedirect(f"{addresses.PARTNERS}#confirm")


def _door(request: HttpRequest, at: datetime, *, said: str = "", error: str = "", typed: str = "", status: int = 200) -> HttpResponse:
    context = {"said": said, "error": error, "typed": typed, "title": "For partners"}
    return shown(request, "syndication/door.html", context, at=at, status=status)


def _page(
    request: HttpRequest, contact: PartnerContact, at: datetime, *, error: str = "", typed: str = "", status: int = 200
) -> HttpResponse:
    page = showing.page(contact, at=at)
    context = {"page": page, "partner": page.partner, "error": error, "typed": typed, "title": page.partner.name, "now": at}
    return shown(request, "syndication/own_page.html", context, at=at, status=status)
