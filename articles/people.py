"""The account in whose name a command acts."""

from typing import Any

from django.contrib.auth import get_user_model
from django.core.management.base import CommandError

from articles.vocabulary import Role


def acting(username: str | None, *, role: Role = Role.CHIEF) -> Any:
    """The named account, or the first that holds `role`. Raises CommandError with the remedy where there is none."""
    users = get_user_model().objects.filter(is_active=True)
    found = users.filter(username=username).first() if username else users.filter(groups__name=role).order_by("pk").first()
    if found is None:
        nobody = f"There is no {role.replace('_', ' ')} yet. Run `manage.py setup_newsroom` or `manage.py demo` first."
        raise CommandError(f"There is no account {username}." if username else nobody)
    return found
