"""The audit looks at the words of others as at any other work: silent while all holds, and a line for what was changed past the desk."""

from articles.models import PublishedVersion
from newsroom.tests.test_audit import AuditCase, desk
from rights.models import Licence
from rights.vocabulary import Basis


class QuotationAuditTests(AuditCase):
    @classmethod
    def setUpTestData(cls):
        super().setUpTestData()
        article = desk.own_article(cls.chief, "On winters", body=f"<p>He wrote: “{desk.QUOTED}.”</p>")
        cls.row = desk.quotation(article, cls.chief, basis=Basis.CC, licence=Licence.objects.get(spdx_id="CC-BY-4.0"))
        cls.version = desk.published(article, cls.chief)

    def test_nothing_is_wrong_while_all_holds(self):
        status, told = self.audit("--full")

        self.assertEqual((status, told.count("\n")), (0, 1), told)

    def test_a_basis_that_was_changed_past_the_desk_is_found(self):
        self.sql("UPDATE rights_work SET basis = 'public_domain' WHERE id = %s", self.row.work_id)

        status, told = self.audit()

        self.assertEqual(status, 1)
        self.assertIn(f"article {self.version.article_id}, ", told)

    def test_other_words_than_were_cleared_are_found(self):
        frozen = PublishedVersion.objects.get(pk=self.version.pk).frozen
        frozen["quotations"] = []
        PublishedVersion.objects.filter(pk=self.version.pk).update(frozen=frozen)

        status, told = self.audit()

        self.assertEqual(status, 1)
        self.assertIn("The words of others in it are not those that were cleared.", told)
