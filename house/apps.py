from django.apps import AppConfig
from django.utils.module_loading import autodiscover_modules


class HouseConfig(AppConfig):
    name = "house"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        # Every room's `watched` names, when it is imported, the tables whose changes are told.
        autodiscover_modules("watched")
        # Every room's `periodic` registers, when it is imported, what comes round there.
        autodiscover_modules("periodic")
