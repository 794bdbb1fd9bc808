from datetime import UTC, datetime, timedelta

from django.core.cache import cache
from django.test import TestCase

from house.limits import Left, hit

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


class HitTests(TestCase):
    def setUp(self):
        cache.clear()

    def hit(self, key="192.0.2.1", *, name="log-in", at=NOON):
        return hit(name, key, limit=2, window_seconds=60, at=at)

    def test_the_limit_is_counted_down_and_then_says_how_long_to_wait(self):
        ten_in = NOON + timedelta(seconds=10)

        self.assertEqual([self.hit(), self.hit(), self.hit(at=ten_in)], [Left(1), Left(0), Left(0, retry_after_seconds=50)])

    def test_the_next_window_begins_anew(self):
        for _ in range(3):
            last = self.hit()

        self.assertEqual((last.is_over, self.hit(at=NOON + timedelta(seconds=60))), (True, Left(1)))

    def test_another_person_and_another_act_are_counted_by_themselves(self):
        for _ in range(3):
            self.hit()

        self.assertEqual([self.hit("192.0.2.2"), self.hit(name="notice"), self.hit("\ud800 any key")], [Left(1), Left(1), Left(1)])

    def test_a_naive_time_is_refused(self):
        with self.assertRaises(ValueError):
            self.hit(at=datetime(2026, 11, 22))
