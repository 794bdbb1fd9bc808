from typing import Any

from articles import fingerprinting
from articles.models import Fingerprint
from house.commands import NewsroomCommand


class Command(NewsroomCommand):
    help = "Keep the fingerprints of texts that have none yet, so that they are recognised when they come back."

    def handle(self, **_: Any) -> None:
        before = Fingerprint.objects.count()
        count = fingerprinting.fill()
        self.stdout.write(f"{count} texts looked at, {Fingerprint.objects.count() - before} hashes added")
