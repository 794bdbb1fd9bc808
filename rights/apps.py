from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules

from rights import catalogue_rows


class RightsConfig(AppConfig):
    name = "rights"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(catalogue_rows.fill, sender=self, dispatch_uid="rights.catalogue")
        # Every room's `exits` registers, when it is imported, by which ways a work leaves through it.
        autodiscover_modules("exits")
