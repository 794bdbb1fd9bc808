"""Partners that poll at random while the desk publishes, corrects, withdraws, back-dates, schedules and changes what was agreed.

What each ought to hold is worked out here from a handful of plain facts; nothing of the product is asked.
"""

import json
import os
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import time_machine
from django.db import transaction
from django.test import Client, TestCase
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, precondition, rule, run_state_machine_as_test

from articles import clearing, publishing, withdrawing
from articles.models import Article
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import CorrectionKind, Move
from house.vocabulary import PartyClass
from syndication import cursors, memory, partnership
from syndication.tests.builders import community_partner, feed_path, partner

IS_LONG = os.environ.get("HYPOTHESIS_PROFILE") == "prove"
RUNS, STEPS = (200, 30) if IS_LONG else (20, 10)
SECONDS = st.sampled_from([1, 60, 3600, 86400])
WHICH = st.integers(min_value=0, max_value=99)


@dataclass
class Story:
    """`needs_class`: only a community site may have it. `changed_at` is when its newest version begins to show."""

    pk: int
    urn: str
    needs_class: bool
    changed_at: datetime
    embargoed_until: datetime | None = None
    is_gone: bool = False


@dataclass
class Site:
    """A partner's machine, and what the newsroom has recorded about it. `held` by urn: when what it shows was changed last."""

    row: Any
    path: str
    is_community: bool = True
    is_supplied: bool = True
    etag: str = ""
    mark: str = cursors.START
    held: dict[str, str] = field(default_factory=dict)
    received: set[tuple[str, str]] = field(default_factory=set)

    def may_hold(self, story: Story, at: datetime) -> bool:
        is_open = story.changed_at <= at and (story.embargoed_until is None or story.embargoed_until <= at)
        return is_open and not story.is_gone and (self.is_community or not story.needs_class)


class Newsroom(RuleBasedStateMachine):
    def __init__(self) -> None:
        super().__init__()
        self.undone = transaction.atomic()
        # As Django's own test cases mark theirs: deliveries insist on a transaction that is really committed.
        self.undone._from_testcase = True
        self.undone.__enter__()
        memory.forget_all()
        self.clock = time_machine.travel(NOON, tick=False)
        self.traveller = self.clock.start()
        self.client, self.chief = Client(), desk.everyone()
        desk.house()
        rows = [community_partner(self.chief), partner(self.chief)]
        self.sites = [Site(row, feed_path(row, self.chief).replace(".rss", ".json")) for row in rows]
        self.stories: list[Story] = []

    def teardown(self) -> None:
        for site in self.sites:
            self.follow(site)
            self.look(site)
        self.clock.stop()
        transaction.set_rollback(True)
        self.undone.__exit__(None, None, None)

    @property
    def now(self) -> datetime:
        return datetime.now(tz=UTC)

    def tick(self, seconds: int = 1) -> datetime:
        self.traveller.shift(timedelta(seconds=seconds))
        return self.now

    # What the desk does

    @rule(needs_class=st.booleans(), days_ago=st.sampled_from([0, 0, 0, 300]))
    def publish(self, needs_class: bool, days_ago: int) -> None:
        make = desk.source_terms_article if needs_class else desk.published_article
        at = self.tick() - timedelta(days=days_ago)
        version = make(self.chief, f"Story {len(self.stories)}", at=at)
        self.stories.append(Story(version.article_id, version.article.urn, needs_class, at))

    @rule(seconds=SECONDS)
    def schedule(self, seconds: int) -> None:
        at = self.tick()
        article = desk.own_article(self.chief, f"Story {len(self.stories)}", at=at)
        clearing.clear(article.pk, by=self.chief, at=at)
        version = publishing.schedule(article.pk, by=self.chief, at=at, visible_from=at + timedelta(seconds=seconds))
        self.stories.append(Story(article.pk, version.article.urn, False, version.visible_from))

    @precondition(lambda self: self.living())
    @rule(which=WHICH, seconds=SECONDS)
    def embargo(self, which: int, seconds: int) -> None:
        story = self.pick(which)
        story.embargoed_until = self.tick() + timedelta(seconds=seconds)
        Article.objects.filter(pk=story.pk).update(embargoed_until=story.embargoed_until)

    @precondition(lambda self: self.living())
    @rule(which=WHICH)
    def correct(self, which: int) -> None:
        story, at = self.pick(which), self.tick()
        publishing.publish_due(at=at)
        clearing.clear(story.pk, by=self.chief, at=at)
        publishing.correct(story.pk, by=self.chief, at=at, kind=CorrectionKind.CORRECTION, note="At ten, not at nine.")
        story.changed_at = at

    @precondition(lambda self: self.living())
    @rule(which=WHICH)
    def withdraw(self, which: int) -> None:
        story = self.pick(which)
        publishing.publish_due(at=self.tick())
        withdrawing.withdraw(story.pk, Move.KILL, by=self.chief, at=self.tick(), reason="Wrong from the first word.")
        story.is_gone = True

    @rule(which=WHICH)
    def join_or_leave_the_class(self, which: int) -> None:
        site = self.sites[which % 2]
        if site.is_community:
            partnership.leave_class(site.row.memberships.get(ended_at=None).pk, by=self.chief, at=self.tick())
        else:
            partnership.join_class(site.row.pk, PartyClass.COMMUNITY_SITE, evidence_note="Their statutes.", by=self.chief, at=self.tick())
        site.is_community = not site.is_community
        site.received.clear()

    @rule(which=WHICH)
    def suspend_or_resume(self, which: int) -> None:
        site = self.sites[which % 2]
        agreement = site.row.agreements.get()
        if site.is_supplied:
            partnership.suspend_agreement(agreement.pk, by=self.chief, at=self.tick())
        else:
            partnership.resume_agreement(agreement.pk, by=self.chief)
        site.is_supplied = not site.is_supplied
        site.received.clear()

    @rule(seconds=SECONDS)
    def wait(self, seconds: int) -> None:
        self.tick(seconds)

    # What partners do

    @rule(which=WHICH)
    def poll(self, which: int) -> None:
        self.look(self.sites[which % 2])

    @rule(which=WHICH, pages=st.integers(min_value=1, max_value=3))
    def page(self, which: int, pages: int) -> None:
        for _page in range(pages):
            if not self.next_page(self.sites[which % 2]):
                return

    def look(self, site: Site) -> None:
        """The newest page holds just what the partner may have now, whatever validator it shows; 304 only if that is what it had."""
        answer = self.client.get(site.path, headers={"If-None-Match": site.etag} if site.etag else {})
        whole = json.loads(self.client.get(site.path).content)
        shown = {item["id"]: item["date_modified"] for item in whole["items"] if item["title"] != "Withdrawn"}
        assert shown == (self.expected(site) if site.is_supplied else {}), (shown, self.expected(site))
        assert answer.status_code == 200 or answer["ETag"] == site.etag
        site.etag = answer["ETag"]

    def next_page(self, site: Site) -> bool:
        page = json.loads(self.client.get(f"{site.path}?since={site.mark}").content)
        for item in page["items"]:
            if item["title"] == "Withdrawn":
                assert "content_html" not in item
                site.held.pop(item["id"], None)
            else:
                self.receive(site, item["id"], item["date_modified"])
        if "next_url" not in page:
            return False
        site.mark = page["next_url"].partition("?since=")[2]
        return True

    def receive(self, site: Site, urn: str, changed: str) -> None:
        story = next(story for story in self.stories if story.urn == urn)
        assert site.may_hold(story, self.now) and site.is_supplied, "content that it may not have"
        if site.held.get(urn) == changed and (urn, changed) in site.received and story.embargoed_until is None:
            raise AssertionError(f"{urn} came twice in the same version")
        site.held[urn] = changed
        site.received.add((urn, changed))

    def follow(self, site: Site) -> None:
        """At the end of all pages: nothing is lost, and nothing is held that had to go."""
        while self.next_page(site):
            pass
        expected = self.expected(site)
        if site.is_supplied:
            assert site.held == expected, (site.held, expected)
        else:
            assert site.held.items() <= expected.items(), (site.held, expected)

    def expected(self, site: Site) -> dict[str, str]:
        """By urn, when it was changed last, of all that this partner may hold now."""
        stories = (story for story in self.stories if site.may_hold(story, self.now))
        return {story.urn: story.changed_at.isoformat() for story in stories}

    def living(self) -> list[Story]:
        return [story for story in self.stories if not story.is_gone and story.changed_at <= self.now]

    def pick(self, which: int) -> Story:
        living = self.living()
        return living[which % len(living)]


class PartnersThatPollTests(TestCase):
    def test_nothing_is_lost_nothing_comes_twice_and_nothing_stays_after_its_withdrawal(self):
        checks = list(HealthCheck)
        how = settings(max_examples=RUNS, stateful_step_count=STEPS, deadline=None, suppress_health_check=checks, print_blob=True)
        run_state_machine_as_test(Newsroom, settings=how)
