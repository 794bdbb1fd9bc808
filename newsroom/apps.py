from importlib import import_module

from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """The wiring. No models: an app only so that its commands, templates and tests are found."""

    name = "newsroom"

    def ready(self) -> None:
        import_module("newsroom.desk_audit")
