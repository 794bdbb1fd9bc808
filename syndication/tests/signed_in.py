"""A partner's contact who comes in as they would: by the letter's link and its button."""

import re
from datetime import datetime
from typing import Any

from django.test import Client

from house.models import OutgoingMail
from house.work import TaskRow
from syndication.models import Partner, PartnerContact
from syndication.own_page import invitations

MAILED = re.compile(r"https?://[^/\s]+(/partners/sign-in/\S+)")


def contact(partner: Partner, email: str = "ada@quay.example", **fields: Any) -> PartnerContact:
    return PartnerContact.objects.create(partner=partner, name="Ada Reed", email=email, **fields)


def ask(client: Client, address: str) -> Any:
    return client.post("/partners/", {"address": address})


def work_off() -> None:
    """What the worker does with the questions that wait."""
    for row in TaskRow.objects.filter(task_path="syndication.own_page.invitations.write_letter").order_by("enqueued_at"):
        invitations.write_letter.func(*row.args_kwargs["args"])


def letters() -> list[OutgoingMail]:
    return list(OutgoingMail.objects.order_by("pk"))


def links() -> list[str]:
    return [path for letter in letters() for path in MAILED.findall(letter.text)]


def sign_in(client: Client, who: PartnerContact, at: datetime) -> Any:
    return client.post(f"/partners/sign-in/{invitations.invite(who, at=at)}/")
