"""The door to the desk: who may make an account (nobody but the operator, in the admin), and whose door it says it is."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.forms import LoginForm
from django.http import HttpRequest
from django.utils import timezone
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext_lazy as _

from house.models import House


class DeskAccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False


class LogInForm(LoginForm):
    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["login"].widget.attrs["autofocus"] = True
        self.fields["remember"].label = _("Keep me logged in on this device")


def newsroom_name(request: HttpRequest) -> dict[str, object]:
    """Context processor. Asks the database only where a template says the name."""
    return {"newsroom_name": SimpleLazyObject(name_in_force)}


def name_in_force() -> str:
    house = House.objects.in_force(timezone.now())
    return house.name if house else "Newsroom"
