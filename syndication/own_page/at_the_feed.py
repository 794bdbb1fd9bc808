"""What a browser sees at a feed's address: what this is, what the feed holds by headline, how to set it up. The token is not said."""

from datetime import datetime

from django.http import HttpRequest, HttpResponse

from syndication.access import Asker
from syndication.feeds import Feed
from syndication.own_page import showing
from syndication.own_page.answers import shown
from syndication.survey import PAGE


def readable(request: HttpRequest, asker: Asker, feed: Feed, *, vary: str, at: datetime) -> HttpResponse:
    """No form stands in it, so it names its address to nobody, not even to us."""
    partner, name = feed.partner, feed.house.name if feed.house else "Newsroom"
    context = {
        "title": f"{name} for {partner.name}",
        "partner": partner,
        "items": list(showing.listed(feed, most=PAGE)),
        "masked": asker.token.last_characters,
        "is_secret": "Authorization" not in request.headers,
    }
    response = shown(request, "syndication/reading.html", context, at=at, referrer="no-referrer")
    response["Vary"] = vary
    return response
