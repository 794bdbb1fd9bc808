from datetime import UTC, datetime, timedelta

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import SimpleTestCase, TestCase

from house.commercial import in_words
from house.models import House
from house.profile import record_profile, zone_of
from house.vocabulary import LegalForm, PartyClass, Signal

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)
LATER = NOON + timedelta(hours=1)

HARBOUR = {
    "name": "Harbour Record",
    "holder": "Stichting Harbour Record",
    "legal_form": LegalForm.ASSOCIATION.value,
    "classes": [PartyClass.COMMUNITY_SITE.value],
    "territory": "NL",
    "time_zone": "Europe/Amsterdam",
    "languages": ["en", "nl"],
    "default_language": "en",
    "commercial_signals": [Signal.ADVERTISING.value, Signal.COMPANY.value],
    "contact_permissions": "permissions@harbour.example",
    "contact_desk": "desk@harbour.example",
}


def record(at=NOON, **changes):
    return record_profile(by=None, at=at, **(changes if House.objects.exists() else {**HARBOUR, **changes}))


class RowInForceTests(TestCase):
    def test_the_zone_is_ours_and_utc_before_a_newsroom_is_set_up(self):
        self.assertEqual((zone_of(None).key, zone_of(record()).key), ("UTC", "Europe/Amsterdam"))

    def test_before_the_first_row_nobody_is_in_force(self):
        record()

        self.assertIsNone(House.objects.in_force(NOON - timedelta(microseconds=1)))

    def test_a_change_adds_a_row_and_keeps_what_was(self):
        record()
        record(LATER, carries_advertising=True, note="The board decided on 20 November.")

        then, now = House.objects.in_force(LATER - timedelta(microseconds=1)), House.objects.in_force(LATER)

        self.assertEqual((then.is_commercial, now.is_commercial), (False, True))
        self.assertEqual((now.name, now.languages), ("Harbour Record", ["en", "nl"]))
        self.assertEqual(House.objects.count(), 2)

    def test_of_two_rows_of_the_same_instant_the_later_one_holds(self):
        record()
        record(NOON, name="Harbour Record Weekly")

        self.assertEqual(House.objects.in_force(NOON).name, "Harbour Record Weekly")

    def test_a_note_belongs_to_one_row_only(self):
        record(note="First.")

        self.assertEqual(record(LATER, has_paywall=True).note, "")

    def test_a_naive_time_is_refused_when_reading_and_when_recording(self):
        naive = datetime(2026, 11, 22, 12)

        with self.assertRaises(ValueError):
            House.objects.in_force(naive)
        with self.assertRaises(ValueError):
            record(naive)

    def test_a_row_can_be_neither_edited_nor_deleted(self):
        row = record()
        row.name = "Someone else"

        for act in (row.save, row.delete, House.objects.all().delete, lambda: House.objects.update(name="Someone else")):
            with self.assertRaises(TypeError):
                act()
        self.assertEqual(House.objects.get().name, "Harbour Record")

    def test_a_change_on_top_of_a_row_that_is_no_longer_the_newest_is_refused(self):
        first = record()
        record(LATER, takes_donations=True)

        with self.assertRaisesMessage(ValidationError, "Somebody changed the profile in the meantime"):
            record(LATER + timedelta(minutes=1), based_on=first.pk, has_paywall=True)
        with self.assertRaisesMessage(ValidationError, "Somebody changed the profile in the meantime"):
            record(NOON, has_paywall=True)
        self.assertEqual(House.objects.count(), 2)

    def test_a_field_that_does_not_exist_is_a_mistake_of_the_caller(self):
        with self.assertRaises(TypeError):
            record(colour="blue")
        with self.assertRaises(TypeError):
            record(valid_from=LATER)


class ProperValuesTests(TestCase):
    WRONG = (
        ("classes", ["community"], "“community” is not a class we know"),
        ("classes", ["press", "press"], "Name each class once."),
        ("classes", "press", "Give a list, with one class each."),
        ("classes", ["community_site", "commercial_site"], "keep one of the two"),
        ("commercial_signals", ["ads"], "“ads” is not a signal we know"),
        ("territory", "nl", "write two capital letters, such as NL"),
        ("territory", "N1", "write two capital letters, such as NL"),
        ("territory", "", "cannot be blank"),
        ("time_zone", "Europe/Amsterdm", "write it as Europe/Amsterdam"),
        ("time_zone", "../../etc/passwd", "write it as Europe/Amsterdam"),
        ("languages", [], "cannot be blank"),
        ("languages", ["english"], "write it as en, nl or pt-BR"),
        ("languages", [7], "write it as en, nl or pt-BR"),
        ("default_language", "fr", "Choose the default from the languages that you named."),
        ("legal_form", "club", "is not a valid choice"),
        ("contact_permissions", "[email protected]", "valid email address"),
        ("name", "", "cannot be blank"),
    )

    def test_a_wrong_value_is_refused_at_its_field_with_what_to_type_instead(self):
        for field, value, sentence in self.WRONG:
            with self.subTest(field=field, value=value):
                with self.assertRaises(ValidationError) as refused:
                    record(**{field: value})
                self.assertIn(sentence, " ".join(refused.exception.message_dict[field]))
        self.assertEqual(House.objects.count(), 0)

    def test_the_database_itself_refuses_a_country_that_is_not_two_capitals(self):
        for territory in ("nl", "N"):
            with self.subTest(territory), self.assertRaises(IntegrityError), transaction.atomic():
                House.objects.create(**{**HARBOUR, "territory": territory}, valid_from=NOON)


class CommercialTests(TestCase):
    def test_a_fact_makes_us_commercial_only_if_our_reading_counts_it(self):
        donations, advertising = record(takes_donations=True), record(LATER, carries_advertising=True)

        self.assertEqual((donations.is_commercial, donations.counted_signals), (False, frozenset()))
        self.assertEqual((advertising.is_commercial, advertising.counted_signals), (True, frozenset({Signal.ADVERTISING})))

    def test_each_fact_is_a_signal(self):
        row = record(
            carries_advertising=True,
            takes_donations=True,
            sells_subscriptions=True,
            has_paywall=True,
            legal_form=LegalForm.COMPANY.value,
        )

        self.assertEqual(row.signals, frozenset(Signal))

    def test_a_recorded_commercial_site_is_commercial_whatever_the_reading_counts(self):
        row = record(classes=[PartyClass.COMMERCIAL_SITE.value], commercial_signals=[])

        self.assertEqual((row.is_commercial, row.is_community_site), (True, False))


class InWordsTests(SimpleTestCase):
    def test_the_sentence_names_what_counts(self):
        both = frozenset({Signal.ADVERTISING, Signal.COMPANY})

        self.assertEqual(
            in_words(both, counted=both, in_commercial_class=False),
            "We are commercial by our own reading, because the site carries advertising and the publisher is a company.",
        )

    def test_the_sentence_names_what_was_seen_and_not_counted(self):
        self.assertEqual(
            in_words(frozenset({Signal.DONATIONS}), counted=frozenset(), in_commercial_class=False),
            "We are not commercial by our own reading. It does not count that the site takes donations.",
        )

    def test_the_class_alone_is_a_reason(self):
        self.assertEqual(
            in_words(frozenset(), counted=frozenset(), in_commercial_class=True),
            "We are commercial by our own reading, because we are recorded as a commercial site.",
        )
