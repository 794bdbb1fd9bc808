"""A picture goes along with a story only where anybody may fetch its file."""

from datetime import timedelta

from django.test import TestCase

from articles import published, renditions
from articles.models import Placement
from articles.tests import builders as desk
from articles.tests.builders import NOON
from house.vocabulary import PartyClass
from rights.basing import settle
from rights.facts import Recipient
from rights.models import Grant
from rights.vocabulary import Reason, RecipientKind, Use, Verdict

PARTNER = Recipient(RecipientKind.PARTNER, "quay", frozenset({PartyClass.COMMUNITY_SITE}), pays=False, carries_advertising=False)


class ClosedFilesTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = desk.everyone()
        desk.house()
        cls.asset = desk.picture(cls.all)
        settle(cls.asset.work, by=cls.all, role="rights_desk", at=NOON)
        renditions.make(cls.asset)
        article = desk.own_article(
            cls.all, body=f'<p>One.</p><figure data-picture="{cls.asset.pk}"><figcaption>Boats</figcaption></figure>'
        )
        Placement.objects.create(article=article, asset=cls.asset)
        cls.version = desk.published(article, cls.all)

    def sent(self, at=NOON):
        (shown,) = published.by_ids([self.version.pk], Use.SYNDICATE, PARTNER, at=at)
        return shown

    def only_for(self, *uses, **fields):
        Grant.objects.filter(work=self.asset.work).update(uses=list(uses), **fields)

    def test_one_that_all_may_read_goes_along(self):
        self.only_for("read", "syndicate")

        self.assertEqual(
            ([picture.asset_id for picture in self.sent().pictures], "<figcaption>Boats" in self.sent().body), ([self.asset.pk], True)
        )

    def test_one_that_partners_alone_may_have_is_left_out_with_its_caption_and_the_decision_says_why(self):
        self.only_for("syndicate")
        sent = self.sent()

        self.assertEqual((sent.pictures, "Boats" in sent.body, sent.body), ((), False, "<p>One.</p>"))
        self.assertEqual(sent.decision.dropped, {self.asset.work_id: Reason.USE_NOT_COVERED})
        self.assertEqual((sent.decision.verdict, Reason.ASSET_BLOCKED in sent.decision.reasons), (Verdict.ALLOW, True))

    def test_what_it_would_owe_is_not_owed_then(self):
        self.only_for("syndicate", obligations=[{"name": "credit_source", "value": "Far Pictures"}])

        self.assertNotIn("Far Pictures", [duty.value for duty in self.sent().decision.duties])

    def test_the_next_change_is_when_its_file_closes(self):
        end = NOON + timedelta(days=3)
        Grant.objects.filter(work=self.asset.work).update(uses=["syndicate"])
        read = Grant.objects.filter(work=self.asset.work).first()
        read.pk, read.uses, read.valid_to = None, ["read"], end
        read.save()

        self.assertEqual(self.sent().decision.next_change_at, end)
        self.assertEqual([len(self.sent(at).pictures) for at in (end - timedelta(seconds=1), end)], [1, 0])
