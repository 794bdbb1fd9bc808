"""What is told of changes in the building: our profile. And after each migration the triggers are made that tell."""

from django.apps import apps
from django.db.models.signals import post_migrate

from house.change_triggers import make_triggers
from house.changes import Watched, watch

watch(Watched("house_house", "house"))

post_migrate.connect(make_triggers, sender=apps.get_app_config("house"), dispatch_uid="house.change_triggers")
