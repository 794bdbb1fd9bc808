"""`manage.py deliver`: one round for all partners, a line for each thing done, a figure at the end."""

from unittest import mock

from articles import withdrawing
from articles.tests import builders as desk
from articles.tests.test_commands import run
from articles.vocabulary import Move
from house.commands import CommandError
from syndication import offers
from syndication.models import PartnerState
from syndication.tests.builders import community_partner, feed_path
from syndication.tests.case import FeedCase


class DeliverTests(FeedCase):
    def test_it_says_what_it_did_and_the_second_time_that_there_was_nothing(self):
        partner = community_partner(self.chief, contact="desk@harbour.example")
        version = desk.published_article(self.chief)
        self.assertEqual(run("deliver")[0], f"{partner.slug}: 1 offered\n1 partners, 1 offers, 0 to confirm, 0 letters\n")

        self.pull(feed_path(partner, self.chief))
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.chief, at=self.later(minutes=1), reason="Wrong.")
        self.assertEqual(run("deliver")[0], f"{partner.slug}: 1 withdrawn, 1 to confirm\n1 partners, 1 offers, 1 to confirm, 1 letters\n")
        self.assertEqual(run("deliver")[0], "1 partners, 0 offers, 0 to confirm, 0 letters\n")

    def test_a_partner_that_fails_holds_up_no_other_and_fails_the_command(self):
        bad, good = community_partner(self.chief), community_partner(self.chief)
        desk.published_article(self.chief)
        real = offers.bring_up_to_date

        def some(partner, **how):
            if partner == bad:
                raise ValueError("broken")
            return real(partner, **how)

        with mock.patch("syndication.offers.bring_up_to_date", some), self.assertRaisesMessage(CommandError, "1 failed"):
            run("deliver")
        self.assertEqual((bad.offers.count(), good.offers.count()), (0, 1))

    def test_whoever_was_stopped_long_ago_is_left_alone(self):
        partner = community_partner(self.chief, state=PartnerState.ENDED, state_changed_at=self.now)
        self.later(days=31)

        self.assertEqual((run("deliver")[0], partner.offers.count()), ("0 partners, 0 offers, 0 to confirm, 0 letters\n", 0))
