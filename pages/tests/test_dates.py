from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from django.test import SimpleTestCase

from pages import dates

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
LATE = datetime(2026, 11, 20, 23, 30, tzinfo=UTC)


class DateTests(SimpleTestCase):
    def test_times_are_those_of_the_house_and_carry_their_zone(self):
        moment = dates.minute(LATE, AMSTERDAM, "en")

        self.assertEqual((moment.iso, moment.text), ("2026-11-21T00:30:00+01:00", "21 November 2026, 00:30"))

    def test_dates_are_in_the_language_of_the_page(self):
        found = {language: dates.day(LATE, AMSTERDAM, language).text for language in ("de", "es", "fr", "ar")}

        self.assertEqual(
            found, {"de": "21. November 2026", "es": "21 de noviembre de 2026", "fr": "21 novembre 2026", "ar": "21 نوفمبر، 2026"}
        )

    def test_the_masthead_has_the_weekday(self):
        self.assertEqual(dates.today(LATE, AMSTERDAM, "en").text, "Saturday 21 November 2026")

    def test_a_list_names_the_year_only_where_it_is_another_one(self):
        later = datetime(2027, 1, 2, tzinfo=UTC)

        self.assertEqual(dates.brief(LATE, AMSTERDAM, "en", now=LATE).text, "21 November, 00:30")
        self.assertEqual(dates.brief(LATE, AMSTERDAM, "en", now=later).text, "21 November 2026")
