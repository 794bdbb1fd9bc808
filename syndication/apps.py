from importlib import import_module

from django.apps import AppConfig

from syndication import masking


class SyndicationConfig(AppConfig):
    name = "syndication"
    verbose_name = "Partners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        masking.install()
        # Its lists on the desk's pages need the models, which are there only now.
        import_module("syndication.received")
