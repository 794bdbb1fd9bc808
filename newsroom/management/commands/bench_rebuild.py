from typing import Any

from django.contrib.auth import get_user_model

from articles.vocabulary import Role
from house.commands import CommandError, NewsroomCommand
from newsroom.bench import rebuilding
from newsroom.demonstration.filling import card
from syndication.models import Partner

ROUNDS = 15


class Command(NewsroomCommand):
    help = "Update stories of the demonstration newsroom and print what a partner's feed costs after each."

    def handle(self, **_: Any) -> None:
        clears, publishes = _one_with(Role.RIGHTS_DESK), _one_with(Role.CHIEF)
        partner = Partner.objects.active().filter(slug__startswith="bench-site").first()
        if not card.path().exists() or partner is None or clears is None or publishes is None:
            raise CommandError("There is nothing to measure with: run bench_partners in a demonstration newsroom first.")
        found = rebuilding.measure(partner, clears=clears, publishes=publishes, rounds=ROUNDS)
        self.stdout.write(
            f"feed of {found.items} items after a publish, medians of {found.rounds} in ms of processor time: "
            f"{found.looked:.1f} to see what changed and write it down, {found.joined:.1f} to make the document"
        )


def _one_with(role: Role) -> Any:
    return get_user_model().objects.filter(groups__name=role).first()
