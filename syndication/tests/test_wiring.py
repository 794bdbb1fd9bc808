"""What this room tells the others: its addresses, its exit, its rounds."""

from datetime import timedelta

from django.test import SimpleTestCase, TestCase
from django.urls import resolve

from articles import addresses
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import Role
from house import work
from house.vocabulary import PartyClass
from rights import exits
from rights.vocabulary import Use
from syndication import feeds, offers, partnership, views
from syndication.formats import FORMATS
from syndication.models import PartnerState
from syndication.recipients import recipient_of
from syndication.tests.builders import LONG_AGO, community_partner, partner


class WiringTests(SimpleTestCase):
    def test_the_address_of_a_feed_leads_to_the_feed_in_each_format(self):
        for extension in FORMATS:
            found = resolve(addresses.partner_feed("t0k-en_", extension=extension))

            self.assertEqual((found.func, found.kwargs), (views.latest, {"token": "t0k-en_", "extension": extension}))

    def test_the_worker_makes_both_rounds(self):
        rounds = {job.run: job.every for job in work.periodic_jobs() if job.name.startswith("syndication")}

        self.assertEqual(rounds, {feeds.keep_up: timedelta(minutes=1), offers.review_everything: timedelta(hours=1)})


class ExitTests(TestCase):
    def setUp(self):
        self.manager = desk.user_with(Role.PARTNER_MANAGER)
        self.exit = next(door for door in exits.every() if door.name == "partner feed")

    def test_the_partner_feed_is_a_registered_exit_for_every_active_partner(self):
        row = community_partner(self.manager, name="Quay News", territory="NL")
        partnership.change_state(partner(self.manager).pk, PartnerState.ENDED, by=self.manager, at=NOON)
        (receiver,) = self.exit.receivers(NOON)

        self.assertEqual((self.exit.use, receiver.label, receiver.context.territory), (Use.SYNDICATE, "Quay News", "NL"))
        self.assertEqual(receiver.recipient, recipient_of(row, NOON))

    def test_without_partners_the_desk_sees_two_that_it_could_have(self):
        labels = [(receiver.label, receiver.recipient.is_commercial) for receiver in self.exit.receivers(NOON)]

        self.assertEqual(labels, [("Any community site", False), ("Any commercial site", True)])


class RecipientTests(TestCase):
    def setUp(self):
        self.manager = desk.user_with(Role.PARTNER_MANAGER)

    def test_classes_count_from_when_they_are_recorded_to_when_they_end(self):
        row = community_partner(self.manager)
        partnership.leave_class(row.memberships.get().pk, by=self.manager, at=NOON)
        moments = [LONG_AGO - timedelta(seconds=1), LONG_AGO, NOON - timedelta(seconds=1), NOON]

        self.assertEqual([len(recipient_of(row, at).classes) for at in moments], [0, 1, 1, 0])

    def test_who_sells_is_commercial_whatever_else_it_is(self):
        expected = {PartyClass.COMMERCIAL_SITE, PartyClass.PRINT_PUBLISHER, PartyClass.BROADCASTER}
        found = {one for one in PartyClass if recipient_of(partner(self.manager, one), NOON).is_commercial}

        self.assertEqual(found, expected)

    def test_a_stopped_partner_is_suspended_for_the_decision_too(self):
        row = community_partner(self.manager)
        found = [
            recipient_of(partnership.change_state(row.pk, state, by=self.manager, at=NOON), NOON).is_suspended for state in PartnerState
        ]

        self.assertEqual(found, [False, True, True])
