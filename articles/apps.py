from typing import Any

from django.apps import AppConfig
from django.apps import apps as installed
from django.db.models.signals import post_migrate
from django.utils.module_loading import autodiscover_modules

from articles import roles


class ArticlesConfig(AppConfig):
    name = "articles"
    verbose_name = "The desk"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        post_migrate.connect(fill_groups_last, dispatch_uid="articles.roles")
        # Every room's `bundle_parts` registers, when it is imported, what it knows of an article's evidence.
        autodiscover_modules("bundle_parts")


def fill_groups_last(app_config: AppConfig, apps: Any = installed, **_: object) -> None:
    """Permissions are made app by app: groups can be filled only after the last of them."""
    # `apps` is the migrations' state, whose configs don't say which of them has models.
    last = [config for config in installed.get_app_configs() if config.models_module][-1]
    if app_config.label == last.label:
        roles.fill_groups(apps)
