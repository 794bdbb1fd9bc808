"""The door to the desk: who may make an account. Nobody but the operator, in the admin."""

from allauth.account.adapter import DefaultAccountAdapter
from django.http import HttpRequest


class DeskAccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False
