"""The test item: sent, corrected and withdrawn like a story, and nowhere but in the feed of the partner who asked for it."""

import json
from datetime import timedelta
from unittest import mock

from articles import addresses, withdrawing
from articles.refusals import MoveRefused
from articles.tests import builders as desk
from articles.vocabulary import Move
from house.models import House
from syndication import memory, partnership, survey, trials
from syndication.formats import FORMATS
from syndication.models import Delivery, Offer, PartnerState, TrialItem, Usage
from syndication.tests.builders import community_partner, entries, feed_path
from syndication.tests.case import FeedCase

SENT, CORRECTED = "Test item: please don't publish", "Test item, corrected: please don't publish"


class TrialTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief)
        self.path = feed_path(self.partner, self.chief)

    def in_every_format(self):
        """Ids and titles, as they stand in RSS and Atom by feedparser, in JSON by itself."""
        found = {}
        for extension in FORMATS:
            content = self.pull(self.path.replace(".rss", f".{extension}")).content
            if extension == "json":
                found[extension] = [(one["id"], one["title"]) for one in json.loads(content)["items"]]
            else:
                found[extension] = [(one.id, one.title) for one in entries(content)]
        return found

    def test_it_comes_changes_and_goes_in_every_format(self):
        urn = trials.send(self.partner.pk, at=self.now).public_id.urn
        seen = [self.in_every_format()]
        trials.correct(self.partner.pk, at=self.later(minutes=1))
        seen.append(self.in_every_format())
        trials.withdraw(self.partner.pk, at=self.later(minutes=1))
        seen.append(self.in_every_format())

        expected = [[(urn, title)] for title in (SENT, CORRECTED, "Withdrawn")]
        self.assertEqual(seen, [dict.fromkeys(FORMATS, one) for one in expected])
        self.assertNotIn(b"Two and two", self.pull(self.path).content)

    def test_each_step_is_another_state_to_who_holds_the_one_before(self):
        tags = [self.pull(self.path)["ETag"]]
        for step in (trials.send, trials.correct, trials.correct, trials.withdraw):
            step(self.partner.pk, at=self.later(minutes=1))
            answer = self.pull(self.path, if_none_match=tags[-1])
            self.assertEqual(answer.status_code, 200)
            tags.append(answer["ETag"])

        self.assertEqual(len({*tags}), 5)
        self.assertEqual(self.pull(self.path, if_none_match=tags[-1]).status_code, 304)

    def test_marks_pass_it_by_as_they_do_a_story_and_no_number_is_used_twice(self):
        desk.published_article(self.chief, "First")
        self.assertEqual(self.since(f"{self.path}?since=start")[0], ["First"])
        mark = self.since(f"{self.path}?since=start")[1]
        trials.send(self.partner.pk, at=self.later(minutes=1))
        self.pull(self.path)
        version = desk.published_article(self.chief, "Second", at=self.now)
        titles, mark = self.since(mark)
        self.assertEqual(titles, ["Second", SENT])
        trials.correct(self.partner.pk, at=self.later(minutes=1))
        withdrawing.withdraw(version.article_id, Move.KILL, by=self.chief, at=self.now, reason="Wrong.")
        titles, mark = self.since(mark)
        self.assertEqual(titles, ["Withdrawn", CORRECTED])
        trials.withdraw(self.partner.pk, at=self.later(minutes=1))
        titles, mark = self.since(mark)

        self.assertEqual((titles, self.since(mark)[0]), (["Withdrawn"], []))
        numbers = [*Offer.objects.values_list("number", flat=True), TrialItem.objects.get().number]
        self.assertEqual(len({*numbers}), len(numbers))

    def since(self, address):
        answer = self.pull(address.removeprefix(addresses.absolute("")))
        found = [one.title for one in entries(answer.content)]
        following = [part.split(">")[0].strip(" <") for part in answer["Link"].split(",") if 'rel="next"' in part]
        return found, following[0] if following else address

    def test_a_page_that_is_full_leaves_it_to_the_next(self):
        for number in range(3):
            desk.published_article(self.chief, f"Story {number}", at=self.later(minutes=1))
        self.pull(self.path)
        trials.send(self.partner.pk, at=self.later(minutes=1))
        with mock.patch.object(survey, "PAGE", 2):
            first, mark = self.since(f"{self.path}?since=start")
            second, mark = self.since(mark)
            third, _ = self.since(mark)

        self.assertEqual((first, second, third), (["Story 0", "Story 1"], ["Story 2", SENT], []))

    def test_it_is_withdrawn_by_itself_after_a_day_and_forgotten_after_thirty_more(self):
        trials.send(self.partner.pk, at=self.now)
        titles = [self.titles(self.path)]
        self.later(hours=24, seconds=-1)
        titles.append(self.titles(self.path))
        self.later(seconds=1)
        titles.append(self.titles(self.path))
        self.later(days=30, seconds=-1)
        titles.append(self.titles(self.path))
        self.later(seconds=1)
        titles.append(self.titles(self.path))

        self.assertEqual(titles, [[SENT], [SENT], ["Withdrawn"], ["Withdrawn"], []])

    def test_a_process_that_knows_nothing_says_the_same(self):
        trials.send(self.partner.pk, at=self.now)
        known = self.pull(self.path).content
        memory.forget_all()

        self.assertEqual(self.pull(self.path).content, known)

    def test_another_one_has_an_id_of_its_own(self):
        first = trials.send(self.partner.pk, at=self.now).public_id
        trials.withdraw(self.partner.pk, at=self.later(minutes=1))
        second = trials.send(self.partner.pk, at=self.later(minutes=1)).public_id

        self.assertNotEqual(first, second)
        self.assertEqual(self.titles(self.path), [SENT])

    def test_what_makes_no_sense_is_refused_and_changes_nothing(self):
        codes = []
        for step in (trials.correct, trials.withdraw, trials.send, trials.send):
            try:
                step(self.partner.pk, at=self.now)
            except MoveRefused as refused:
                codes.append(refused.code)
        partnership.change_state(self.partner.pk, PartnerState.SUSPENDED, by=self.chief, at=self.later(minutes=1))
        self.assertEqual(self.titles(self.path), ["Withdrawn"])
        with self.assertRaises(MoveRefused) as refused:
            trials.send(self.partner.pk, at=self.now)

        self.assertEqual([*codes, refused.exception.code], ["trial_missing", "trial_missing", "trial_stands", "partner_stopped"])

    def test_it_is_in_nobody_else_s_feed_on_no_page_and_in_no_count(self):
        other = feed_path(community_partner(self.chief), self.chief)
        trials.send(self.partner.pk, at=self.now)
        self.assertEqual(self.titles(self.path), [SENT])
        pages = ["/", "/feeds/latest.rss", "/feeds/latest.atom", "/feeds/latest.json"]

        self.assertEqual(self.titles(other), [])
        self.assertEqual([path for path in pages if b"Test item" in self.pull(path).content], [])
        self.assertEqual((Offer.objects.count(), Delivery.objects.count(), Usage.objects.count()), (0, 0, 0))

    def test_the_name_of_the_house_is_text_in_it(self):
        desk.house(at=self.now - timedelta(minutes=1), name='<b>Tide & "Co"')
        row = trials.send(self.partner.pk, at=self.now)
        self.assertIn("&lt;b&gt;Tide &amp; &quot;Co&quot;", trials.item(row, House.objects.in_force(self.now)).html)
