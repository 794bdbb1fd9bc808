from typing import Any

from django.utils import timezone

from articles import publishing
from house.commands import NewsroomCommand


class Command(NewsroomCommand):
    help = "Book what has become public by the clock: state and event, once. Pages and feeds do not wait for it."

    def handle(self, **_: Any) -> None:
        booked = publishing.publish_due(at=timezone.now())
        for version in booked:
            self.stdout.write(f"published {version.path}")
        self.stdout.write(f"{len(booked)} booked")
