"""The query that narrows lists never leaves out what the decision shows, and a walk through a list meets all of it once."""

from datetime import timedelta
from itertools import count
from random import Random
from unittest.mock import patch

from hypothesis import given, settings
from hypothesis import strategies as some
from hypothesis.extra.django import TestCase

from articles import published
from articles.models import Article, PublishedVersion
from articles.tests import builders
from house.vocabulary import PartyClass
from rights import records
from rights.decision import decide
from rights.facts import PUBLIC, Recipient
from rights.models import Grant, Hold, Licence, Work
from rights.permitted import permitted
from rights.tests.some_facts import contexts, recipients, uses
from rights.tests.some_facts import houses as some_houses
from rights.vocabulary import (
    JUDGED,
    SHOWABLE,
    Basis,
    Channel,
    Commercial,
    EndAction,
    Grantee,
    Onward,
    Part,
    Purpose,
    RecipientKind,
    Use,
    Whose,
    WorkKind,
)

NOON = builders.NOON
HOUR = timedelta(hours=1)
WORKS = 500
ARTICLES = 150
instants = some.integers(-4, 4).map(lambda hours: NOON + hours * HOUR)
readers = some.just(PUBLIC) | recipients
common_uses = some.sampled_from([Use.LIST, Use.READ, Use.SYNDICATE]) | uses
questions = some.fixed_dictionaries({"use": common_uses, "recipient": readers, "at": instants, "context": contexts})


class Rows:
    """Works and grants by the hundred, drawn once from a fixed seed: the questions are what varies."""

    def __init__(self, seed: int) -> None:
        self.random = Random(seed)
        self.numbers = count(1)
        self.licence = Licence.objects.first() or Licence.objects.create(spdx_id="CC-BY-4.0", name="CC BY 4.0")

    def any(self, words, *, rarely=0.0, otherwise=""):
        """One of the words, or mostly what is otherwise."""
        return self.random.choice(list(words)) if not rarely or self.random.random() < rarely else otherwise

    def some(self, words, *, rarely=1.0):
        return [str(word) for word in words if self.random.random() < 0.4] if self.random.random() < rarely else []

    def moment(self, rarely=0.15):
        return NOON + self.random.randint(-4, 4) * HOUR if self.random.random() < rarely else None

    def work(self) -> Work:
        basis = self.any(Basis)
        owner = Whose.SOURCES_OWN if basis == Basis.SOURCE_TERMS else self.any(Whose)
        is_settled = basis != Basis.UNKNOWN and self.random.random() < 0.9
        return Work(
            title=f"Work {next(self.numbers)}",
            kind=self.any(WorkKind, rarely=0.1, otherwise=WorkKind.TEXT),
            basis=basis,
            whose=owner,
            basis_confirmed_at=NOON if is_settled else None,
            licence=self.licence if basis == Basis.CC else None,
            original_published_at=self.moment(),
        )

    def grant(self, work: Work) -> Grant:
        basis = self.any(Basis, rarely=0.15, otherwise=work.basis)
        grantee = self.any(Grantee)
        begins, fee = self.moment(), self.any(["80 EUR"], rarely=0.1)
        return Grant(
            work=work,
            basis=basis,
            grantee=grantee,
            grantee_class=self.any(PartyClass) if grantee == Grantee.CLASS else "",
            grantee_key="acme" if grantee == Grantee.PARTNER else "",
            uses=self.some(Use) or [str(Use.READ)],
            recipients=self.some(["public", "registered_reader", "partner", "partner:acme", "class:educator", "crawler:ai"], rarely=0.6),
            onward=Onward.NONE if basis in JUDGED else self.any(Onward),
            channels=self.some(Channel, rarely=0.3),
            territories=self.some(["AT", "DE", "FR"], rarely=0.2),
            territories_denied=self.some(["AT", "US"], rarely=0.1),
            commercial=self.any(Commercial),
            purposes=self.some(Purpose, rarely=0.2),
            part=self.any(Part, rarely=0.3, otherwise=Part.FULL),
            no_ads_adjacent=self.random.random() < 0.1,
            no_resale=self.random.random() < 0.1,
            fee=fee,
            fee_paid_at=self.moment(0.5) if fee else None,
            max_uses=self.any([0, 3], rarely=0.05, otherwise=None),
            delay_hours=self.any([1, 48], rarely=0.1, otherwise=None),
            not_before=self.moment(0.1),
            valid_from=begins,
            valid_to=self.moment() if begins is None else begins + 2 * HOUR,
            end_action=self.any(EndAction),
            review_due_at=self.moment(),
            exclusive_until=self.moment(0.1) if grantee in (Grantee.HOUSE, Grantee.PARTNER) else None,
            revoked_at=self.moment(0.1),
            recorded_at=NOON,
            confirmed_at=NOON if self.random.random() < 0.9 else None,
        )

    def write(self, number: int) -> list[Work]:
        works = Work.objects.bulk_create(self.work() for _ in range(number))
        Grant.objects.bulk_create(self.grant(work) for work in works for _ in range(self.random.randint(0, 3)))
        held = [Hold(work=work, reason="A notice.", placed_at=NOON, lifted_at=self.any([None, NOON + HOUR])) for work in works[::12]]
        Hold.objects.bulk_create(held)
        return works


class SupersetTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.works = records.work_facts(work.pk for work in Rows(7).write(WORKS))

    @given(questions, some_houses)
    def test_no_work_that_the_decision_shows_is_left_out(self, question, house):
        named = set(Work.objects.filter(permitted(**question, house=house)).values_list("pk", flat=True))
        shown = {pk for pk, work in self.works.items() if decide(work, **question, house=house).verdict in SHOWABLE}

        self.assertEqual(shown - named, set())

    def test_it_leaves_out_most_of_what_is_withheld(self):
        question = {"use": Use.LIST, "recipient": PUBLIC, "at": NOON, "house": records.house_facts(NOON)}
        named = Work.objects.filter(permitted(**question)).count()
        shown = sum(decide(work, **question).verdict in SHOWABLE for work in self.works.values())

        self.assertLess(shown, WORKS / 3)
        self.assertGreater(shown, 30)
        self.assertLess(named, shown * 1.5)

    def test_a_suspended_partner_is_named_nothing_and_the_desk_everything(self):
        suspended = Recipient(RecipientKind.PARTNER, "acme", is_suspended=True)
        house = records.house_facts(NOON)

        self.assertEqual(Work.objects.filter(permitted(Use.READ, suspended, at=NOON, house=house)).count(), 0)
        desk = permitted(Use.READ, Recipient(RecipientKind.STAFF), at=NOON, house=house)
        self.assertEqual(Work.objects.filter(desk).count(), WORKS)


class WalkTests(TestCase):
    """A hundred and fifty articles of every kind of right, many of them at the same instant."""

    @classmethod
    def setUpTestData(cls):
        builders.house()
        model = builders.published_article(builders.everyone(), at=NOON - 9 * HOUR)
        rows, random = Rows(11), Random(5)
        article = Article.objects.get(pk=model.article_id)
        articles = []
        for number, work in enumerate(rows.write(ARTICLES)):
            fields = {
                "headline": f"Story {number}",
                "state": "published",
                "path": f"2026/11/story-{number}",
                "created_at": NOON,
                "updated_at": NOON,
            }
            times = {"embargoed_until": rows.moment(0.1), "first_published_at": NOON - 8 * HOUR}
            articles.append(Article(work=work, section=article.section, **fields, **times))
        cleared = {"clearance": model.clearance, "revision": model.revision, "frozen": {}, "language": "en", "created_at": NOON}
        PublishedVersion.objects.bulk_create(
            PublishedVersion(
                article=article, work=article.work, number=1, path=article.path, headline=article.headline, section=article.section,
                visible_from=NOON - random.randint(4, 8) * HOUR, **cleared,
            )
            for article in Article.objects.bulk_create(articles)
        )  # fmt: skip

    def everything(self, use, recipient, at, context) -> list[int]:
        versions = PublishedVersion.objects.visible(at).usable().select_related("article").order_by("-visible_from", "-pk")
        decided = published.decide_all(list(versions), use, recipient, at=at, context=context)
        return [version.pk for version, decision in decided if decision.verdict in SHOWABLE]

    @settings(max_examples=10)
    @given(questions, some.integers(1, 9))
    def test_page_after_page_shows_what_deciding_everything_shows_and_so_does_the_way_back(self, question, limit):
        expected = self.everything(**question)
        pages = [published.page(**question, limit=limit)]
        while pages[-1].older:
            pages.append(published.page(**question, limit=limit, before=pages[-1].older))
        back = pages[-1:]
        while back[-1].newer:
            back.append(published.page(**question, limit=limit, after=back[-1].newer))

        self.assertEqual([one.version_id for page in pages for one in page.shown], expected)
        self.assertEqual([one.version_id for page in reversed(back) for one in page.shown], expected)
        self.assertEqual([one.version_id for one in published.newest(**question, limit=limit)], expected[:limit])

    def test_what_is_plainly_withheld_is_not_read(self):
        Hold.objects.bulk_create(
            Hold(work_id=pk, kind="legal", reason="A claim.", placed_at=NOON - HOUR)
            for pk in Article.objects.values_list("work", flat=True)
        )
        with patch.object(published, "decide_all", side_effect=published.decide_all) as asked:
            self.assertEqual(published.newest(at=NOON, limit=30), [])

        without_text = PublishedVersion.objects.exclude(work__kind=WorkKind.TEXT).count()
        self.assertLessEqual(sum(len(call.args[0]) for call in asked.call_args_list), without_text)


class CostTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        builders.house()
        person = builders.everyone()
        for number in range(4):
            builders.published_article(person, f"Story {number}", at=NOON - number * HOUR)

    def test_a_list_costs_the_same_for_one_and_three_stories(self):
        for limit in (1, 3):
            with self.subTest(limit=limit), self.assertNumQueries(6):
                self.assertEqual(len(published.page(Use.LIST, PUBLIC, at=NOON, limit=limit).shown), limit)
