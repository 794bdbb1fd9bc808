"""Each rule of time, a second before, at, and a second after: every exit in every format says what its rule says.

An old validator is sent along, so that a cache is told no less. Nothing runs between the instants: no worker, no save.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import time_machine
from django.test import Client, SimpleTestCase, TestCase
from django.utils import timezone

from articles import addresses, clearing, drafting, publishing, renditions, withdrawing
from articles.forms.words import MomentField
from articles.models import Article, MediaAsset, Placement, PublishedVersion
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import Move
from house.profile import record_profile
from rights.basing import settle
from rights.models import Grant, Hold, Work
from syndication.models import Agreement, ClassMembership, FeedToken
from syndication.tests.builders import community_partner, feed_path

#: The second at which each rule bites; everything was settled two days before.
T = NOON + timedelta(days=2)
SECOND = timedelta(seconds=1)
GRACE = timedelta(days=14)
HEADLINE, LATE = b"Lanterns over the sluice", b"zephyrine"
SHORT = "The sluice opened on Friday. "
BODY = f"<p>{SHORT * 20}At the end stands {LATE.decode()}.</p>"

PAGE, HOME, SECTION, TAG, AUTHOR, FEED, JPG, AVIF = "page", "home", "section", "tag", "author", "feed", "jpg", "avif"
LISTS, PICTURES = (HOME, SECTION, TAG, AUTHOR), (JPG, AVIF)
Said = dict[str, str]


def said(page: str, lists: str, feed: str, picture: str) -> Said:
    """What all exits say at one moment: nothing, part, whole; of lists and pictures whether it is there; a feed may say that it is gone."""
    return {PAGE: page, FEED: feed, **dict.fromkeys(LISTS, lists), **dict.fromkeys(PICTURES, picture)}


EVERYTHING = said("whole", "there", "whole", "there")
NOTHING = said("nothing", "nothing", "nothing", "nothing")
#: A partner that had it is told to remove it.
ENDED = said("nothing", "nothing", "gone", "nothing")


@dataclass(frozen=True)
class Story:
    """One published article with a picture, and everything that it rests on."""

    version: PublishedVersion
    asset: MediaAsset
    partner: Any
    feed: str
    chief: Any

    @property
    def addresses(self) -> Said:
        files = {row.extension: addresses.picture(row.asset_id, row.content_hash, row.width, row.extension) for row in self.sizes}
        path = f"/{self.version.path}/"
        return {
            PAGE: path,
            HOME: "/",
            SECTION: "/sections/harbour/",
            TAG: "/tags/sluice/",
            AUTHOR: "/authors/ada-quill/",
            FEED: self.feed,
            **files,
        }

    @property
    def sizes(self) -> Any:
        return self.asset.renditions.all()

    @property
    def grants(self) -> Any:
        return Grant.objects.filter(work=self.version.work_id)

    def change(self, **fields: Any) -> None:
        Article.objects.filter(pk=self.version.article_id).update(**fields)

    def judged(self, due: datetime) -> None:
        """As if it rested on a worksheet that gives the public all, until the review."""
        Work.objects.filter(pk=self.version.work_id).update(basis="fair_use")
        self.grants.update(basis="fair_use", onward="none", review_due_at=due)

    def offered(self) -> None:
        """As if it rested on an offer to community sites, with the partner among them."""
        Work.objects.filter(pk=self.version.work_id).update(basis="source_terms", whose="sources_own")
        self.grants.update(basis="source_terms", grantee="class", grantee_class="community_site", onward="same_offer", commercial="no")


class ClockCase(TestCase):
    """A story made two days before `T`; each test lets one rule bite at `T`."""

    @classmethod
    def setUpTestData(cls) -> None:
        cls.chief = desk.everyone()
        desk.house()
        cls.asset = desk.picture(cls.chief)
        settle(cls.asset.work, by=cls.chief, role="rights_desk", at=NOON)
        renditions.make(cls.asset)
        cls.partner = community_partner(cls.chief)
        cls.feed = feed_path(cls.partner, cls.chief)
        cls.version = desk.published(cls.article(), cls.chief)

    @classmethod
    def article(cls) -> Article:
        article = desk.own_article(cls.chief, HEADLINE.decode(), body=BODY, tags=["sluice"])
        Placement.objects.create(article=article, asset=cls.asset)
        drafting.after_save(article, by=cls.chief, at=NOON)
        return article

    def another(self) -> Article:
        """A draft of the same; the story that everybody had is over."""
        self.story().change(expires_at=NOON + SECOND)
        return self.article()

    def story(self, version: PublishedVersion | None = None) -> Story:
        return Story(version or self.version, self.asset, self.partner, self.feed, self.chief)

    def walk(self, story: Story, before: Said, after: Said, at: datetime = T) -> None:
        """Ask all exits at −1 s, 0 s and +1 s, each time with the validator of the time before."""
        kept: dict[str, tuple[str, str]] = {}
        for offset, wanted in ((-SECOND, before), (0 * SECOND, after), (SECOND, after)):
            with time_machine.travel(at + offset, tick=False):
                found = {name: self.ask(name, path, kept) for name, path in story.addresses.items()}
            self.assertEqual(found, wanted, f"at {offset.total_seconds():+.0f} s")

    def ask(self, name: str, path: str, kept: dict[str, tuple[str, str]]) -> str:
        etag, held = kept.get(name, ("", ""))
        answer = Client().get(path, headers={"If-None-Match": etag} if etag else {})
        if answer.status_code == 304:
            return held
        found = READ.get(name, in_a_list)(answer)
        kept[name] = (answer.headers.get("ETag", etag), found)
        return found


def on_the_page(answer: Any) -> str:
    if answer.status_code in (404, 410, 451):
        return "headline leaked" if HEADLINE in answer.content else "nothing"
    return "whole" if LATE in answer.content else "part"


def in_a_list(answer: Any) -> str:
    return "there" if HEADLINE in answer.content else "nothing"


def in_the_feed(answer: Any) -> str:
    if answer.status_code == 404:
        return "closed"
    if LATE in answer.content:
        return "whole"
    if HEADLINE in answer.content:
        return "part"
    return "gone" if b"<title>Withdrawn</title>" in answer.content else "nothing"


def as_a_file(answer: Any) -> str:
    return {200: "there", 404: "nothing"}[answer.status_code]


READ: dict[str, Callable[[Any], str]] = {PAGE: on_the_page, FEED: in_the_feed, JPG: as_a_file, AVIF: as_a_file}


class BeginningTests(ClockCase):
    def test_an_embargo_ends_at_its_second(self):
        article = self.another()
        article.embargoed_until = T
        article.save()

        self.walk(self.story(desk.published(article, self.chief)), NOTHING, EVERYTHING)

    def test_an_embargo_that_is_set_afterwards_holds_back_until_its_second(self):
        story = self.story()
        story.change(embargoed_until=T)

        self.walk(story, NOTHING, EVERYTHING)

    def test_a_scheduled_story_begins_at_its_second(self):
        article = self.another()
        clearing.clear(article.pk, by=self.chief, at=NOON)

        self.walk(self.story(publishing.schedule(article.pk, by=self.chief, at=NOON, visible_from=T)), NOTHING, EVERYTHING)

    def test_a_grant_begins_at_its_second(self):
        story = self.story()
        story.grants.update(valid_from=T)

        self.walk(story, NOTHING, EVERYTHING)

    def test_a_grant_s_own_embargo_ends_at_its_second(self):
        story = self.story()
        story.grants.update(not_before=T)

        self.walk(story, NOTHING, EVERYTHING)

    def test_a_delay_runs_out_at_its_second(self):
        story = self.story()
        Work.objects.filter(pk=story.version.work_id).update(original_published_at=T - timedelta(hours=60))
        story.grants.update(delay_hours=60)

        self.walk(story, NOTHING, EVERYTHING)

    def test_a_hold_that_is_lifted_is_over_at_its_second(self):
        story = self.story()
        Hold.objects.create(work=story.version.work, reason="A letter.", placed_at=NOON, lifted_at=T)

        self.walk(story, NOTHING, EVERYTHING)

    def test_an_agreement_begins_at_its_second(self):
        story = self.story()
        Agreement.objects.filter(partner=self.partner).update(starts_at=T)

        self.walk(story, {**EVERYTHING, FEED: "nothing"}, EVERYTHING)


class EndTests(ClockCase):
    def test_a_grant_that_ends_and_withdraws(self):
        story = self.story()
        story.grants.update(valid_to=T, end_action="withdraw")

        self.walk(story, EVERYTHING, ENDED)

    def test_a_grant_that_ends_and_leaves_a_notice(self):
        story = self.story()
        story.grants.update(valid_to=T, end_action="notice_page")

        self.walk(story, EVERYTHING, ENDED)
        with time_machine.travel(T, tick=False):
            self.assertEqual(Client().get(story.addresses[PAGE]).status_code, 410)

    def test_a_grant_that_ends_and_leaves_the_excerpt(self):
        story = self.story()
        story.grants.update(valid_to=T, end_action="excerpt")

        self.walk(story, EVERYTHING, said("part", "there", "part", "there"))

    def test_a_grant_that_is_revoked(self):
        story = self.story()
        story.grants.update(revoked_at=T)

        self.walk(story, EVERYTHING, ENDED)

    def test_a_story_that_expires(self):
        story = self.story()
        story.change(expires_at=T)

        self.walk(story, EVERYTHING, ENDED)

    def test_a_hold_begins_at_its_second(self):
        story = self.story()
        Hold.objects.create(work=story.version.work, reason="A letter.", placed_at=T)

        self.walk(story, EVERYTHING, ENDED)

    def test_a_withdrawal_holds_from_its_second(self):
        story = self.story()
        withdrawing.withdraw(story.version.article_id, Move.KILL, by=self.chief, at=T, reason="Wrong.")

        self.walk(story, EVERYTHING, ENDED)

    def test_a_picture_whose_grant_ends_goes_and_the_story_stays(self):
        story = self.story()
        Grant.objects.filter(work=self.asset.work).update(valid_to=T)

        self.walk(story, EVERYTHING, said("whole", "there", "whole", "nothing"))

    def test_an_agreement_ends_at_its_second_and_takes_nothing_back(self):
        story = self.story()
        Agreement.objects.filter(partner=self.partner).update(ends_at=T)

        self.walk(story, EVERYTHING, {**EVERYTHING, FEED: "nothing"})

    def test_a_feed_s_address_ends_at_its_second(self):
        story = self.story()
        FeedToken.objects.update(expires_at=T)

        self.walk(story, EVERYTHING, {**EVERYTHING, FEED: "closed"})

    def test_a_partner_leaves_the_class_that_an_offer_is_made_to(self):
        story = self.story()
        story.offered()
        ClassMembership.objects.update(ended_at=T)

        self.walk(story, EVERYTHING, {**EVERYTHING, FEED: "gone"})

    def test_we_take_advertising_and_an_offer_reaches_us_no_more(self):
        story = self.story()
        story.offered()
        record_profile(by=self.chief, at=T, carries_advertising=True)

        self.walk(story, EVERYTHING, ENDED)


class ReviewTests(ClockCase):
    """A worksheet's review falls due: every exit closes but the page, and the page after the grace."""

    def test_when_the_review_is_due_only_the_page_and_its_pictures_stand(self):
        story = self.story()
        story.judged(due=T)

        self.walk(story, said("whole", "there", "nothing", "there"), said("whole", "nothing", "nothing", "there"))

    def test_after_the_grace_the_page_closes_too(self):
        story = self.story()
        story.judged(due=T - GRACE)

        self.walk(story, said("whole", "nothing", "nothing", "there"), NOTHING)


class ZoneTests(ClockCase):
    def test_a_licence_that_ends_on_31_march_in_tokyo_ends_at_that_instant_everywhere(self):
        story = self.story()
        ends = datetime(2027, 4, 1, tzinfo=ZoneInfo("Asia/Tokyo"))
        story.grants.update(valid_to=ends)

        self.walk(story, EVERYTHING, ENDED, at=datetime(2027, 3, 31, 15, tzinfo=ZoneInfo("UTC")))

    def test_it_ends_at_the_right_one_of_two_hours_when_the_clocks_go_back(self):
        story = self.story()
        amsterdam = ZoneInfo("Europe/Amsterdam")
        second_half_past_two = datetime(2027, 10, 31, 2, 30, tzinfo=amsterdam, fold=1)
        story.grants.update(valid_to=second_half_past_two)

        self.walk(story, EVERYTHING, ENDED, at=datetime(2027, 10, 31, 1, 30, tzinfo=ZoneInfo("UTC")))


class TypedZoneTests(SimpleTestCase):
    def test_what_is_typed_at_a_desk_in_tokyo_is_meant_there(self):
        with timezone.override("Asia/Tokyo"):
            typed = MomentField().clean("2027-04-01T00:00")

        self.assertEqual(typed, datetime(2027, 3, 31, 15, tzinfo=ZoneInfo("UTC")))
