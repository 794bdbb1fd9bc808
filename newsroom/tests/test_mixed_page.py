"""One page of five works that rest on five things: what each recipient gets at each exit, and why not the rest.

Own text, a CC BY-NC photo, an agency's lead picture for our own site only, a CC BY-SA chart, a fair-use quotation.
"""

from datetime import UTC, datetime

from django.test import SimpleTestCase, TestCase

from articles import clearing, picture_rights, published, publishing, renditions
from articles.attribution import outgoing
from articles.models import Placement
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
from syndication import items

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
    """The same on real bytes, with the three pictures in the library. A quotation is part of its text until it has a work of its own."""

    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()
        article = make.own_article(cls.all)
        pictures = (("Lead", Basis.AGENCY, ""), ("Photo", Basis.CC, "CC-BY-NC-4.0"), ("Chart", Basis.CC, "CC-BY-SA-4.0"))
        for position, (title, basis, spdx) in enumerate(pictures):
            cls._hang(article, title, basis, spdx, position)
        clearing.clear(article.pk, by=cls.all, at=NOON)
        cls.version = publishing.publish(article.pk, by=cls.all, at=NOON)

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

    def test_feed_mail_and_snippet_go_without_any_picture_and_without_their_duties(self):
        shown, house = published.at_path(self.version.path, at=NOON), HouseRow.objects.in_force(NOON)
        made = outgoing.snippet(shown, house)

        for output in (items.finished(shown, house, NOON)[0], outgoing.mail_item(shown, house).html, made.html, made.text):
            self.assertIn("The ferry left at nine.", output)
            for strange in ("<img", "<figure", "Pictures", "creativecommons"):
                self.assertNotIn(strange, output)
