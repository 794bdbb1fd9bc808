import json
import re
from datetime import timedelta

from django.test import TestCase

from articles import clearing, drafting, published, publishing, withdrawing
from articles.models import OldAddress
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import AuthorKind, CorrectionKind, CreditRole, Move, Role
from house.profile import record_profile
from pages.tests.reading import get, read, words
from rights.models import Grant, Hold
from rights.obligations import Form, unmet
from rights.vocabulary import HoldKind

CANARY = "Secret canary sentence for registered readers only."


class Newsroom(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        cls.second = make.user_with(Role.RIGHTS_DESK)
        make.house()


class OwnArticleTests(Newsroom):
    def test_a_reader_sees_headline_dek_byline_dates_text_section_and_tags(self):
        article = make.own_article(self.all, tags=["Ferries"])
        version = make.published(article, self.all)

        page = words(read(f"/{version.path}/", NOON))

        for shown in (
            "The ferry runs again",
            "A line under it.",
            "By Ada Quill",
            "First published here 20 November 2026, 13:00",
            "The ferry left at nine.",
            "Harbour",
            "Ferries",
        ):
            self.assertIn(shown, page)

    def test_the_byline_keeps_the_roles_and_links_each_name(self):
        article = make.own_article(self.all)
        credits = [
            (make.author("Ada Quill"), CreditRole.BY),
            (make.author("Ben Sluice"), CreditRole.BY),
            (make.author("Cem Weir"), CreditRole.TRANSLATED),
        ]
        drafting.set_credits(article, credits)
        drafting.after_save(article, by=self.all, at=NOON)
        version = make.published(article, self.all)

        html = read(f"/{version.path}/", NOON)

        self.assertIn("By Ada Quill and Ben Sluice · Translated by Cem Weir", words(html))
        self.assertIn('<a rel="author" href="/authors/ben-sluice/">', html)

    def test_an_institution_is_named_as_the_source_of_articles(self):
        article = make.own_article(self.all)
        drafting.set_credits(article, [(make.author("Harbour Watch", AuthorKind.INSTITUTION), CreditRole.BY)])
        drafting.after_save(article, by=self.all, at=NOON)
        version = make.published(article, self.all)

        self.assertIn("Articles by: Harbour Watch", words(read(f"/{version.path}/", NOON)))

    def test_our_own_work_carries_our_notices_and_not_the_one_for_fair_use(self):
        version = make.published_article(self.all)

        page = words(read(f"/{version.path}/", NOON))

        self.assertIn("The authors answer for what they write.", page)
        self.assertIn("Community sites may republish our own articles", page)
        self.assertNotIn("We show this excerpt for comment and education.", page)
        self.assertNotIn("Original date", page)

    def test_a_correction_stands_above_the_text_with_its_date(self):
        article = make.published_article(self.all).article
        later = NOON + timedelta(hours=1)
        saved = drafting.save(article.pk, {"body": "<p>The ferry left at ten.</p>"}, edit_number=1, by=self.all, at=later)
        drafting.after_save(saved, by=self.all, at=later)
        clearing.clear(article.pk, by=self.all, at=later)
        publishing.correct(article.pk, by=self.all, at=later, kind=CorrectionKind.CORRECTION, note="It left at ten, not nine.")

        page = words(read("/2026/11/the-ferry-runs-again/", later))

        self.assertIn("Correction, 20 November 2026, 14:00 . It left at ten, not nine.", page)
        self.assertIn("Updated 20 November 2026, 14:00", page)
        self.assertLess(page.index("It left at ten"), page.index("The ferry left at ten."))

    def test_text_from_the_database_is_never_markup(self):
        version = make.published_article(self.all, "Ropes <script>alert(1)</script> & nets")

        html = read(f"/{version.path}/", NOON)

        self.assertNotIn("<script>alert", html)
        self.assertIn("Ropes &lt;script&gt;alert(1)&lt;/script&gt; &amp; nets", html)

    def test_an_arabic_article_runs_from_right_to_left_and_dates_itself_in_arabic(self):
        version = make.published_article(self.all, "ميناء صغير", body="<p>نص عربي.</p>", slug="small-harbour", language="ar")

        html = read(f"/{version.path}/", NOON)

        self.assertIn('<html lang="ar" dir="rtl">', html)
        self.assertIn("نوفمبر", html)

    def test_an_old_address_leads_to_the_new_one(self):
        version = make.published_article(self.all)
        OldAddress.objects.create(path="2026/11/old-name", article=version.article)

        answer = get("/2026/11/old-name/", NOON)

        self.assertEqual((answer.status_code, answer["Location"], answer["Cache-Control"]), (301, f"/{version.path}/", "no-cache"))


class RepublishedArticleTests(Newsroom):
    def test_the_source_is_credited_with_a_working_link_and_its_copyright_line(self):
        version = make.source_terms_article(self.all)

        html = read(f"/{version.path}/", NOON)
        page = words(html)

        self.assertIn(f'<a href="{make.ORIGINAL_URL}{version.article_id}">Dredging starts in the north basin</a>', html)
        self.assertIn("first published by The Lantern", page)
        self.assertIn("© 2026 The Lantern", page)
        self.assertIn("Republished from The Lantern under its terms for community sites", page)
        self.assertIn("First published by The Lantern Original date not known", page)

    def test_a_card_says_where_it_comes_from_and_why_we_may_show_it(self):
        version = make.source_terms_article(self.all)

        page = words(read(f"/{version.path}/", NOON))

        self.assertIn(
            "Where this comes from and why we may show it This was written by Ivo Ballast and first published by The Lantern."
            " We may show it because The Lantern lets",
            page,
        )

    def test_notices_of_another_basis_are_not_shown(self):
        version = make.source_terms_article(self.all)

        page = words(read(f"/{version.path}/", NOON))

        self.assertNotIn("We show this excerpt for comment and education.", page)
        self.assertNotIn("Community sites may republish our own articles", page)

    def test_a_creative_commons_licence_is_linked_as_the_licence(self):
        version = make.cc_article(self.all, spdx="CC-BY-4.0")

        self.assertIn('<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">', read(f"/{version.path}/", NOON))

    def test_every_duty_of_the_decision_is_met_by_the_page(self):
        for version in (make.source_terms_article(self.all), make.cc_article(self.all, "A map of every bench", spdx="CC-BY-4.0")):
            shown = published.at_path(version.path, at=NOON)
            html = read(f"/{version.path}/", NOON)

            self.assertNotEqual(shown.decision.duties, ())
            self.assertEqual(unmet(html, shown.decision.duties, Form.PAGE), ())


class FairUseTests(Newsroom):
    def test_the_public_gets_the_excerpt_and_the_link_and_no_word_of_the_rest(self):
        version = make.fair_use_article(self.all, self.second)

        html = read(f"/{version.path}/", NOON)

        self.assertIn("An excerpt that everyone may read.", html)
        self.assertIn(f'<a class="go" href="{make.ORIGINAL_URL}">Read the whole piece at The Lantern</a>', html)
        self.assertIn("We show this excerpt for comment and education.", words(html))
        self.assertNotIn(CANARY, html)

    def test_no_licence_is_claimed_for_it(self):
        version = make.fair_use_article(self.all, self.second)

        self.assertNotIn("license", _json_ld(read(f"/{version.path}/", NOON)))


class RightsOnThePageTests(Newsroom):
    def test_what_may_not_be_read_is_gone_and_says_why(self):
        version = make.source_terms_article(self.all)
        self.assertEqual(get(f"/{version.path}/", NOON).status_code, 200)
        record_profile(by=None, at=NOON + timedelta(minutes=1), carries_advertising=True)

        answer = get(f"/{version.path}/", NOON + timedelta(minutes=1))
        page = words(answer.content.decode())

        self.assertEqual(answer.status_code, 410)
        self.assertIn("At this moment we have no right to show it.", page)
        self.assertNotIn("north basin", page)

    def test_a_withdrawn_article_is_gone_with_the_reason_for_readers_only(self):
        version = make.published_article(self.all)
        withdrawing.withdraw(
            version.article_id, Move.KILL, by=self.all, at=NOON, reason="Names a minor.", public_reason="It should not have been published."
        )

        answer = get(f"/{version.path}/", NOON)
        html = answer.content.decode()

        self.assertEqual((answer.status_code, answer["Cache-Control"]), (410, "no-cache"))
        self.assertIn("It should not have been published.", html)
        for secret in ("Names a minor.", "The ferry", "Ada Quill"):
            self.assertNotIn(secret, html)

    def test_a_takedown_answers_451_and_names_who_blocks(self):
        version = make.published_article(self.all)
        withdrawing.withdraw(version.article_id, Move.TAKE_DOWN, by=self.all, at=NOON, reason="A court in Assen.")

        answer = get(f"/{version.path}/", NOON)

        self.assertEqual((answer.status_code, answer["Cache-Control"]), (451, "no-cache"))
        self.assertRegex(answer["Link"], r'^<http://[^>]+/>; rel="blocked-by"$')
        self.assertNotIn("Assen", answer.content.decode())

    def of_a_permission(self, **grant):
        """A published story whose right is then as given."""
        version = make.published_article(self.all)
        Grant.objects.filter(work=version.work).update(**grant)
        return version

    def test_a_legal_hold_answers_451_and_leads_nobody_to_the_original(self):
        version = make.source_terms_article(self.all)
        Hold.objects.create(work=version.work, kind=HoldKind.LEGAL, reason="A letter from Assen.", placed_at=NOON)

        answer = get(f"/{version.path}/", NOON)
        html = answer.content.decode()

        self.assertEqual((answer.status_code, answer["Cache-Control"]), (451, "no-cache"))
        self.assertRegex(answer["Link"], r'^<http://[^>]+/>; rel="blocked-by"$')
        for secret in ("Assen", make.ORIGINAL_URL, "Dredging starts"):
            self.assertNotIn(secret, html)

    def test_a_hold_after_a_notice_answers_410_and_says_that_it_is_one(self):
        version = make.published_article(self.all)
        Hold.objects.create(work=version.work, kind=HoldKind.NOTICE, reason="A letter from Assen.", placed_at=NOON)

        answer = get(f"/{version.path}/", NOON)

        self.assertEqual((answer.status_code, "Link" in answer), (410, False))
        self.assertIn("It is on hold until a question about it is settled.", answer.content.decode())

    def test_what_is_permitted_in_some_countries_only_is_blocked_by_us(self):
        version = self.of_a_permission(territories=["NL"])

        answer = get(f"/{version.path}/", NOON)

        self.assertEqual((answer.status_code, "blocked-by" in answer["Link"]), (451, True))
        self.assertIn("in some countries only", answer.content.decode())

    def test_at_its_end_a_permission_leaves_what_was_agreed(self):
        version = self.of_a_permission(valid_to=NOON, end_action="notice_page")
        address = f"/{version.path}/"

        self.assertEqual(get(address, NOON - timedelta(seconds=1)).status_code, 404)  # not published yet
        self.assertIn("Our permission for this article has ended", get(address, NOON).content.decode())
        Grant.objects.filter(work=version.work).update(end_action="withdraw")
        self.assertIn("At this moment we have no right to show it.", get(address, NOON).content.decode())
        Grant.objects.filter(work=version.work).update(end_action="excerpt")
        self.assertEqual(get(address, NOON).status_code, 200)

    def test_what_a_grant_delays_looks_like_what_never_was(self):
        version = self.of_a_permission(delay_hours=48)

        self.assertEqual(get(f"/{version.path}/", NOON + timedelta(hours=48) - timedelta(seconds=1)).status_code, 404)
        self.assertEqual(get(f"/{version.path}/", NOON + timedelta(hours=48)).status_code, 200)

    def test_an_article_under_embargo_looks_like_one_that_never_was(self):
        article = make.own_article(self.all, slug="under-embargo")
        article.embargoed_until = NOON + timedelta(hours=2)
        article.save()
        drafting.after_save(article, by=self.all, at=NOON)
        version = make.published(article, self.all)

        hidden, never = get(f"/{version.path}/", NOON), get("/2026/11/never-written/", NOON)

        self.assertEqual((hidden.status_code, never.status_code), (404, 404))
        self.assertEqual(hidden.content, never.content)
        self.assertEqual(get(f"/{version.path}/", NOON + timedelta(hours=2)).status_code, 200)


class MachineReadableTests(Newsroom):
    def test_json_ld_says_what_the_page_says(self):
        version = make.source_terms_article(self.all)

        said = _json_ld(read(f"/{version.path}/", NOON))

        self.assertEqual(said["@type"], "NewsArticle")
        self.assertEqual(said["headline"], "Dredging starts in the north basin")
        self.assertEqual([author["name"] for author in said["author"]], ["Ivo Ballast"])
        self.assertEqual(said["isBasedOn"]["publisher"]["name"], "The Lantern")
        self.assertEqual(said["copyrightNotice"], "© 2026 The Lantern")

    def test_canonical_is_our_own_address_unless_the_terms_ask_otherwise(self):
        version = make.published_article(self.all)

        self.assertIn(f'<link rel="canonical" href="http://127.0.0.1:8000/{version.path}/">', read(f"/{version.path}/", NOON))


def _json_ld(html: str) -> dict:
    return json.loads(re.search(r'<script type="application/ld\+json">(.*?)</script>', html, re.DOTALL)[1])
