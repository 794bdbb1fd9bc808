from typing import Any

from django.utils import timezone

from house import mail
from house.commands import CommandError, NewsroomCommand
from syndication import rounds


class Command(NewsroomCommand):
    help = "One round for all partners: what their feeds have to say, what they are asked to confirm, and the letters about it."

    def handle(self, **_: Any) -> None:
        at = timezone.now()
        told = list(self._each(at))
        sent = mail.send_waiting(timezone.now())
        failed = sum(bool(one.fault) for one in told)
        offered, asked = sum(one.offers.total() for one in told), sum(one.asked for one in told)
        figure = f"{len(told)} partners, {offered} offers, {asked} to confirm, {sent} letters"
        if failed:
            raise CommandError(f"{figure}; {failed} failed")
        self.stdout.write(figure)

    def _each(self, at: Any) -> Any:
        for one in rounds.of_everybody(at):
            if one.fault:
                self.stderr.write(one.line)
            elif one.offers:
                self.stdout.write(one.line)
            yield one
