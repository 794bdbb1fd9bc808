from django.apps import AppConfig


class NewsroomConfig(AppConfig):
    """The wiring. No models: an app only so that its commands, templates and tests are found."""

    name = "newsroom"
