"""One page of five works that rest on five things: what each recipient gets at each exit, and why not the rest.

Own text, a CC BY-NC photo, an agency's lead picture for our own site only, a CC BY-SA chart, a fair-use quotation.
"""

from datetime import UTC, datetime

from django.test import SimpleTestCase, TestCase

from articles import clearing, obstacles, picture_rights, published, publishing, renditions
from articles.attribution import outgoing
from articles.models import Placement
from articles.refusals import NotCleared
from articles.tests import builders as make
from house.models import House as HouseRow
from house.vocabulary import PartyClass
from pages.tests.reading import get
from rights import exits, keeping
from rights.basing import Permission
from rights.decision import decide_page
from rights.facts import PUBLIC, Context, Grant, House, Recipient, Work
from rights.models import Licence
from rights.vocabulary import (
    Basis,
    Channel,
    Commercial,
    Grantee,
    Onward,
    Reason,
    RecipientKind,
    Use,
    Verdict,
    Whose,
    WorkKind,
)
from syndication.formats import FORMATS
from syndication.tests import builders as send
from syndication.tests.made import facts

NOON = make.NOON
EVERYTHING = frozenset(use for use in Use if not use.startswith("ai_"))
OFFERED = EVERYTHING - {Use.ADAPT, Use.TRANSLATE, Use.AUDIO}
TEXT, PHOTO, LEAD, CHART, QUOTATION = range(1, 6)


def work(pk, kind, basis, whose, *grants):
    return Work(pk, kind, basis, whose, is_verified=True, grants=grants)


PAGE = (
    work(
        TEXT, WorkKind.TEXT, Basis.OWN_STAFF, Whose.OURS,
        Grant(1, Basis.OWN_STAFF, Grantee.HOUSE, EVERYTHING, onward=Onward.SUBLICENSABLE),
    ),
    work(
        PHOTO, WorkKind.IMAGE, Basis.CC, Whose.THIRD_PARTY,
        Grant(2, Basis.CC, Grantee.ANYONE, OFFERED, onward=Onward.SAME_OFFER, commercial=Commercial.NO),
    ),
    work(
        LEAD, WorkKind.IMAGE, Basis.AGENCY, Whose.THIRD_PARTY,
        Grant(3, Basis.AGENCY, Grantee.HOUSE, frozenset({Use.READ, Use.LIST, Use.MEDIA_RENDITION}), channels=frozenset({Channel.WEB})),
    ),
    work(CHART, WorkKind.CHART, Basis.CC, Whose.THIRD_PARTY, Grant(4, Basis.CC, Grantee.ANYONE, OFFERED, onward=Onward.SAME_OFFER)),
    work(
        QUOTATION, WorkKind.QUOTATION, Basis.FAIR_USE, Whose.THIRD_PARTY,
        Grant(
            5, Basis.FAIR_USE, Grantee.HOUSE, frozenset({Use.READ, Use.EXCERPT}),
            recipients=frozenset({"public"}), commercial=Commercial.NO,
        ),
    ),
)  # fmt: skip
COMMUNITY_HOUSE = House(classes=frozenset({PartyClass.COMMUNITY_SITE}), territory="NL")
WITH_ADVERTISING = House(classes=frozenset({PartyClass.COMMUNITY_SITE}), is_commercial=True, territory="NL")

COMMERCIAL_CLASSES = {PartyClass.COMMERCIAL_SITE, PartyClass.PRINT_PUBLISHER, PartyClass.BROADCASTER}
NO_USE, NO_RECIPIENT, NOT_ONWARD, ASK = (
    Reason.USE_NOT_COVERED, Reason.RECIPIENT_NOT_COVERED, Reason.FAIR_USE_NOT_TRANSFERABLE, Reason.COMMERCIAL_NEEDS_PERMISSION,
)  # fmt: skip


def partner(party_class):
    return Recipient(RecipientKind.PARTNER, "p", frozenset({party_class}), is_commercial=party_class in COMMERCIAL_CLASSES)


COMMUNITY, READER = partner(PartyClass.COMMUNITY_SITE), Recipient(RecipientKind.REGISTERED_READER)


def dropped(use, recipient, house=COMMUNITY_HOUSE, context=None):
    decided = decide_page(PAGE, use, recipient, at=datetime(2026, 11, 20, 12, tzinfo=UTC), house=house, context=context or Context())
    return decided.verdict, dict(decided.dropped)


class WhoGetsWhatTests(SimpleTestCase):
    def test_the_public_gets_all_of_it_on_our_page(self):
        self.assertEqual(dropped(Use.READ, PUBLIC), (Verdict.ALLOW, {}))

    def test_with_advertising_beside_it_what_is_not_commercial_goes(self):
        self.assertEqual(dropped(Use.READ, PUBLIC, WITH_ADVERTISING), (Verdict.ALLOW, {PHOTO: ASK, QUOTATION: ASK}))

    def test_a_mail_carries_what_was_granted_for_mails(self):
        self.assertEqual(dropped(Use.EMAIL, PUBLIC, context=Context(Channel.MAIL)), (Verdict.ALLOW, {LEAD: NO_USE, QUOTATION: NO_USE}))

    def test_each_class_of_partner_gets_the_text_and_what_its_owner_lets_it_have(self):
        for use in (Use.SYNDICATE, Use.REPUBLISH):
            for party_class in PartyClass:
                verdict, without = dropped(use, partner(party_class))
                expected = {LEAD, QUOTATION} | ({PHOTO} if party_class in COMMERCIAL_CLASSES else set())
                with self.subTest(use=use, party_class=party_class):
                    self.assertEqual((verdict, set(without)), (Verdict.ALLOW, expected))
                    self.assertEqual(without[QUOTATION], NOT_ONWARD)
                    self.assertIn(without[LEAD], (NO_USE, NO_RECIPIENT))
                    self.assertEqual(without.get(PHOTO, ASK), ASK)

    def test_every_exit_has_an_answer_with_a_reason_for_each_receiver(self):
        for door in exits.asking_apart():
            for party in (PUBLIC, partner(PartyClass.COMMUNITY_SITE), partner(PartyClass.COMMERCIAL_SITE)):
                verdict, without = dropped(door.use, party)
                with self.subTest(door=door.name, party=party.name):
                    self.assertIn(verdict, set(Verdict))
                    self.assertEqual([reason for reason in without.values() if reason is Reason.OK], [])


class OnThePageTests(TestCase):
    """The same with real rows, through the exits that there are."""

    @classmethod
    def setUpTestData(cls):
        cls.all, second = make.everyone(), make.everyone()
        make.house()
        cls.article = make.own_article(cls.all, body=f"<p>The ferry left at nine.</p><p>He wrote: “{make.QUOTED}.”</p>")
        pictures = (("Lead", Basis.AGENCY, ""), ("Photo", Basis.CC, "CC-BY-NC-4.0"), ("Chart", Basis.CC, "CC-BY-SA-4.0"))
        for position, (title, basis, spdx) in enumerate(pictures):
            cls._hang(cls.article, title, basis, spdx, position)
        make.judge(make.quotation(cls.article, cls.all), cls.all, second)
        clearing.clear(cls.article.pk, by=cls.all, at=NOON)
        cls.version = publishing.publish(cls.article.pk, by=cls.all, at=NOON)

    @classmethod
    def _hang(cls, article, title, basis, spdx, position):
        asset = make.picture(cls.all, title)
        facts = {
            "whose": Whose.THIRD_PARTY, "holder": f"{title} Pictures", "copyright_line": f"© {title} Pictures",
            "original_author": f"{title} Maker", "original_url": f"https://{title.lower()}.example/1",
            "licence": Licence.objects.filter(spdx_id=spdx).first(),
        }  # fmt: skip
        letter = keeping.keep(b"Our own site only.", title="Contract", by=cls.all, at=NOON, kind="contract", content_type="text/plain")
        permission = Permission(letter) if basis is Basis.AGENCY else None
        picture_rights.record(asset.pk, facts, basis=basis, by=cls.all, at=NOON, permission=permission)
        renditions.make(asset)
        Placement.objects.create(article=article, asset=asset, position=position, alt_text=title)

    def test_the_page_shows_each_picture_with_what_it_owes(self):
        html = get(f"/{self.version.path}/", NOON).content.decode()

        for title, licence in (("Lead", ""), ("Photo", "by-nc/4.0"), ("Chart", "by-sa/4.0")):
            self.assertIn(f"© {title} Pictures", html)
            self.assertIn(f'<a href="https://{title.lower()}.example/1">', html)
            self.assertTrue(not licence or f'<a rel="license" href="https://creativecommons.org/licenses/{licence}/">' in html)
        self.assertEqual(html.count("<figure"), 3)

    def test_the_public_feed_shows_each_picture_with_what_it_owes_in_every_format(self):
        for extension in FORMATS:
            html = facts(extension, get(f"/feeds/latest.{extension}", NOON).content)["html"]

            for title, licence in (("Lead", ""), ("Photo", "by-nc/4.0"), ("Chart", "by-sa/4.0")):
                self.assertIn(f"© {title} Pictures", html)
                self.assertIn(f'<a href="https://{title.lower()}.example/1">', html)
                self.assertTrue(not licence or f'<a rel="license" href="https://creativecommons.org/licenses/{licence}/">' in html)
            self.assertEqual((html.count("<figure>"), html.count('<img src="http://')), (3, 3))

    def test_the_page_shows_the_quotation_and_whose_words_they_are(self):
        html = get(f"/{self.version.path}/", NOON).content.decode()

        self.assertIn(make.QUOTED, html)
        for owed in ('<a href="https://lantern.example/winter/">Winter in the basin</a>', "by Ivo Ballast", "The Lantern"):
            self.assertIn(owed, html)

    def test_with_advertising_beside_it_the_quotation_is_cut_and_that_is_shown(self):
        make.house(at=NOON, carries_advertising=True)

        html = get(f"/{self.version.path}/", NOON).content.decode()

        self.assertIn("“[quotation left out].”", html)
        self.assertIn("The ferry left at nine.", html)
        for strange in ("north basin", "Winter in the basin", "Ivo Ballast"):
            self.assertNotIn(strange, html)

    def test_mail_and_snippet_go_without_pictures_or_quotation_and_without_their_duties(self):
        house = HouseRow.objects.in_force(NOON)
        [mailed] = published.by_ids([self.version.pk], Use.EMAIL, READER, at=NOON, context=Context(Channel.MAIL))
        [taken] = published.by_ids([self.version.pk], Use.REPUBLISH, COMMUNITY, at=NOON)
        mail, snippet = outgoing.mail_item(mailed, house), outgoing.snippet(taken, house)

        for output in (mail.html, mail.text, snippet.html, snippet.text):
            self.assertIn("The ferry left at nine.", output)
            self.assertIn("[quotation left out]", output)
            for strange in ("<img", "<figure", "Pictures", "creativecommons", "north basin", "Winter in the basin", "Ivo Ballast"):
                self.assertNotIn(strange, output)

    def test_a_partner_of_either_class_gets_the_text_with_the_quotation_cut_and_the_pictures_that_it_may_have(self):
        without = {PartyClass.COMMUNITY_SITE: {"Lead"}, PartyClass.COMMERCIAL_SITE: {"Lead", "Photo"}}
        for party_class, kept_back in without.items():
            feed = get(send.feed_path(send.partner(self.all, party_class), self.all), NOON).content.decode()
            with self.subTest(party_class=party_class):
                self.assertIn("The ferry left at nine.", feed)
                self.assertIn("[quotation left out]", feed)
                self.assertEqual({title for title in ("Lead", "Photo", "Chart") if f"© {title} Pictures" not in feed}, kept_back)
                for strange in ("north basin", "Winter in the basin", "Ivo Ballast"):
                    self.assertNotIn(strange, feed)

    def test_so_does_the_public_feed(self):
        for extension in FORMATS:
            html = facts(extension, get(f"/feeds/latest.{extension}", NOON).content)["html"]

            self.assertIn(make.QUOTED, html)
            for owed in ('<a href="https://lantern.example/winter/">', "Winter in the basin", "Ivo Ballast", "The Lantern"):
                self.assertIn(owed, html)

    def test_lists_and_what_machines_read_hold_no_word_of_it(self):
        for path in ("/", "/sections/harbour/"):
            with self.subTest(path=path):
                self.assertNotIn("north basin", get(path, NOON).content.decode())
        head = get(f"/{self.version.path}/", NOON).content.decode().partition("</head>")[0]
        self.assertNotIn("north basin", head)

    def test_search_engines_may_keep_the_page_that_stands_without_the_quotation(self):
        self.assertNotIn("noindex", get(f"/{self.version.path}/", NOON).headers.get("X-Robots-Tag", ""))

    def test_the_decision_on_the_rows_is_the_one_on_the_facts(self):
        for use in (Use.READ, Use.SYNDICATE, Use.REPUBLISH):
            recipient = PUBLIC if use is Use.READ else COMMUNITY
            decided = published.decision_for(self.version.pk, use, recipient, at=NOON)
            verdict, without = dropped(use, recipient)
            with self.subTest(use=use):
                self.assertEqual(decided.verdict, verdict)
                self.assertEqual(QUOTATION in without, self._quotation.work_id in decided.dropped)
                self.assertEqual(without.get(QUOTATION), decided.dropped.get(self._quotation.work_id))

    @property
    def _quotation(self):
        return self.article.quotations.get()


class NeededTests(TestCase):
    """An article that does not stand without the quoted words."""

    @classmethod
    def setUpTestData(cls):
        cls.all, cls.second = make.everyone(), make.everyone()
        make.house()

    def _publish(self, headline, **more):
        article = make.own_article(self.all, headline, body=f"<p>All turns on this: “{make.QUOTED}.”</p>")
        row = make.quotation(article, self.all, is_needed=True, **more)
        return article, row

    def test_stays_in_where_the_words_may_not_go(self):
        article, row = self._publish("On one sentence")
        make.judge(row, self.all, self.second)
        version = make.published(article, self.all)

        self.assertIn(make.QUOTED, get(f"/{version.path}/", NOON).content.decode())
        self.assertEqual(published.by_ids([version.pk], Use.SYNDICATE, COMMUNITY, at=NOON), [])
        decided = published.decision_for(version.pk, Use.SYNDICATE, COMMUNITY, at=NOON)
        self.assertEqual((decided.verdict, decided.reason), (Verdict.NEEDS_PERMISSION, NOT_ONWARD))

    def test_goes_where_a_licence_lets_the_words_go(self):
        article, row = self._publish("On a free sentence", basis=Basis.CC, licence=Licence.objects.get(spdx_id="CC-BY-4.0"))
        version = make.published(article, self.all)
        feed = get(send.feed_path(send.partner(self.all, PartyClass.COMMERCIAL_SITE), self.all), NOON).content.decode()

        self.assertIn(make.QUOTED, feed)
        self.assertIn("https://creativecommons.org/licenses/by/4.0/", feed)
        self.assertIn(row.work.original_author, get(f"/{version.path}/", NOON).content.decode())

    def test_is_not_published_for_nobody(self):
        article, row = self._publish("For readers who asked")
        make.judge(row, self.all, self.second, is_public_in_full=False)

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertIn("excerpt_only", {one.code for one in obstacles.find(article, at=NOON)} | {caught.exception.code})
