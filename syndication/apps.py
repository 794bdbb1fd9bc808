from django.apps import AppConfig

from syndication import masking


class SyndicationConfig(AppConfig):
    name = "syndication"
    verbose_name = "Partners"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        masking.install()
