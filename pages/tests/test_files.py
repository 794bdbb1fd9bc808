from datetime import timedelta

from django.test import TestCase
from django.utils import timezone

from articles import renditions, withdrawing
from articles.models import Placement
from articles.tests import builders as make
from articles.vocabulary import Move
from rights.basing import settle
from rights.models import Grant


class PictureFileTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()
        cls.asset = make.picture(cls.all)
        settle(cls.asset.work, by=cls.all, role="rights_desk", at=make.NOON)
        cls.file = renditions.make(cls.asset)[0]

    def setUp(self):
        self.address = f"/pictures/{self.asset.pk}/{self.file.content_hash}-{self.file.width}.{self.file.extension}"

    def publish(self):
        article = make.own_article(self.all)
        Placement.objects.create(article=article, asset=self.asset)
        return make.published(article, self.all)

    def status(self, **headers):
        return self.client.get(self.address, **headers).status_code

    def test_a_picture_of_a_draft_is_nowhere(self):
        Placement.objects.create(article=make.own_article(self.all), asset=self.asset)

        self.assertEqual(self.status(), 404)

    def test_a_picture_of_a_readable_page_is_served_with_its_type(self):
        self.publish()

        response = self.client.get(self.address)

        self.assertEqual((response.status_code, response["Content-Type"]), (200, "image/avif"))

    def test_a_picture_goes_with_the_last_page_that_may_show_it(self):
        version = self.publish()
        tag = self.client.get(self.address)["ETag"]
        withdrawing.withdraw(version.article_id, Move.UNPUBLISH, by=self.all, at=timezone.now(), reason="Wrong.")

        self.assertEqual(self.status(headers={"If-None-Match": tag}), 404)

    def test_a_picture_whose_own_grant_ends_is_not_served_though_the_page_stands(self):
        version = self.publish()
        Grant.objects.filter(work=self.asset.work).update(valid_to=timezone.now() - timedelta(seconds=1))

        self.assertEqual(self.status(), 404)
        self.assertEqual(self.client.get(f"/{version.path}/").status_code, 200)

    def test_a_picture_without_a_settled_basis_never_leaves(self):
        bare = make.picture(self.all, "Unsettled")
        file = renditions.make(bare)[0]
        article = make.own_article(self.all)
        Placement.objects.create(article=article, asset=bare)
        make.published(article, self.all)

        self.assertEqual(self.client.get(f"/pictures/{bare.pk}/{file.content_hash}-{file.width}.{file.extension}").status_code, 404)
