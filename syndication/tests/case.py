"""A newsroom with a clock that stands still, and a partner's machine that pulls."""

from datetime import datetime, timedelta
from typing import Any

import time_machine
from django.test import TestCase

from articles.tests import builders as desk
from articles.tests.builders import NOON
from syndication.tests.builders import entries


class FeedCase(TestCase):
    """A community site that is not commercial, an hour after noon. `self.chief` holds every role."""

    def setUp(self) -> None:
        self.clock = time_machine.travel(NOON + timedelta(hours=1), tick=False)
        self.traveller = self.clock.start()
        self.addCleanup(self.clock.stop)
        self.chief = desk.everyone()
        desk.house()

    @property
    def now(self) -> datetime:
        return datetime.now(tz=NOON.tzinfo)

    def later(self, **how: float) -> datetime:
        """Let time pass, and say what time it is then."""
        self.traveller.shift(timedelta(**how))
        return self.now

    def pull(self, path: str, **headers: str) -> Any:
        return self.client.get(path, headers=headers)

    def titles(self, path: str) -> list[str]:
        answer = self.pull(path)
        self.assertEqual(answer.status_code, 200)
        return sorted(entry.title for entry in entries(answer.content))
