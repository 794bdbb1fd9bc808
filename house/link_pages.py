"""Pages behind mailed links: whoever holds the link needs no account, and the address is a key that travels no further."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from .models import House


def show(request: HttpRequest, template: str, context: dict[str, Any], status: int) -> HttpResponse:
    """The page, with the newsroom's name and whom to ask."""
    house = House.objects.in_force(timezone.now())
    named = {"newsroom_name": house.name if house else "Newsroom", "contact": house.contact_desk if house else ""}
    response = render(request, template, {**named, **context}, status=status)
    # The address is the key: no other site is told it, and no index keeps it. Ours must be told, or the form's answer looks forged.
    response["Referrer-Policy"] = "same-origin"
    response["X-Robots-Tag"] = "noindex"
    return response
