"""How the partners' pages are answered: in the house's zone, kept by nobody, in no index, telling no other site where we are."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from house.models import House
from house.profile import zone_of

PRIVATE = {"Cache-Control": "private, no-store", "X-Robots-Tag": "noindex, nofollow"}


def shown(
    request: HttpRequest, template: str, context: dict[str, Any], *, at: datetime, status: int = 200, referrer: str = "same-origin"
) -> HttpResponse:
    """`referrer`: a page with forms has to name itself to us, or their answers look forged."""
    house = House.objects.in_force(at)
    named = {"newsroom_name": house.name if house else "Newsroom", "desk": house.contact_desk if house else "",
             "origin": settings.SITE_URL}  # fmt: skip
    with timezone.override(zone_of(house)):
        response = render(request, template, {**named, **context}, status=status)
    for name, value in PRIVATE.items():
        response[name] = value
    response["Referrer-Policy"] = referrer
    return response
