from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RightsConfig(AppConfig):
    name = "rights"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(fill_catalogue, sender=self, dispatch_uid="rights.catalogue")


def fill_catalogue(**_: object) -> None:
    from rights import catalogue  # noqa: PLC0415 -- models are not loaded yet when this module is

    catalogue.fill()
