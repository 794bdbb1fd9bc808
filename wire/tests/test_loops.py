"""Our own story comes back, or one that was withdrawn: by the form, by the command, by all three signs."""

import io
import tempfile
from datetime import timedelta
from pathlib import Path

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.test import SimpleTestCase, TestCase
from django.urls import reverse

from articles import withdrawing
from articles.models import Article
from articles.overlap.sameness import Sameness
from articles.recognising import Recognised, Sign
from articles.tests import builders as make
from articles.tests.test_fingerprints import reworded, shuffled, story, with_hidden_characters
from articles.vocabulary import Move, Role, State
from rights.models import LedgerEntry, Work
from rights.vocabulary import Whose
from wire.loops import Answer, answer_to

LATER = make.NOON + timedelta(days=2)
SAME = Sameness(0.9, 0.9, 300)
HOLDS = Sameness(0.2, 0.9, 300)
QUOTES = Sameness(0.1, 0.1, 40)
STATEMENT = Sameness(0.9, 0.3, 40, is_quoted=True)


def page(headline: str, text: str, *, canonical: str = "", extra: str = "") -> str:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    return (
        f"<html><head><title>{headline}</title>{link}</head><body><article><h1>{headline}</h1><p>{text}</p>{extra}</article></body></html>"
    )


def pasted(headline: str, text: str) -> str:
    return f"{headline}\n\n{text}"


class AnswerTests(SimpleTestCase):
    def recognised(self, state: State, whose: Whose, signs: set[Sign], sameness: Sameness) -> Recognised:
        article = Article(state=state, work=Work(whose=whose))
        return Recognised(article, frozenset(signs), sameness)

    def test_what_follows_from_each_sign(self):
        ours, theirs, none = Whose.OURS, Whose.SOURCES_OWN, Sameness()
        rows = (
            (State.KILLED, ours, {Sign.TEXT}, SAME, Answer.FOR_GOOD),
            (State.UNPUBLISHED, ours, {Sign.TEXT, Sign.ID}, SAME, Answer.FOR_GOOD),
            (State.TAKEN_DOWN, ours, {Sign.ID}, none, Answer.NEEDS_REASON),
            (State.KILLED, ours, {Sign.ADDRESS}, none, Answer.NEEDS_REASON),
            (State.KILLED, ours, {Sign.SAID}, none, Answer.NEEDS_REASON),
            (State.KILLED, ours, set(), HOLDS, Answer.NEEDS_REASON),
            (State.KILLED, ours, {Sign.LINK}, none, Answer.NOTICE),
            (State.KILLED, ours, set(), QUOTES, Answer.NOTICE),
            (State.KILLED, theirs, {Sign.TEXT}, SAME, Answer.NEEDS_REASON),
            (State.KILLED, theirs, set(), HOLDS, Answer.NEEDS_REASON),
            (State.KILLED, theirs, set(), QUOTES, Answer.NOTHING),
            (State.PUBLISHED, ours, {Sign.TEXT}, SAME, Answer.NEEDS_REASON),
            (State.PUBLISHED, ours, {Sign.ID}, none, Answer.NEEDS_REASON),
            (State.SCHEDULED, ours, {Sign.TEXT}, SAME, Answer.NEEDS_REASON),
            (State.PUBLISHED, ours, {Sign.SAID}, none, Answer.NOTICE),
            (State.PUBLISHED, ours, set(), HOLDS, Answer.NOTICE),
            (State.PUBLISHED, ours, set(), QUOTES, Answer.NOTICE),
            (State.PUBLISHED, ours, {Sign.LINK}, none, Answer.NOTHING),
            (State.PUBLISHED, ours, set(), STATEMENT, Answer.NOTHING),
            (State.DRAFT, theirs, {Sign.TEXT}, SAME, Answer.NOTICE),
            (State.PUBLISHED, theirs, {Sign.TEXT}, SAME, Answer.NOTICE),
            (State.PUBLISHED, theirs, set(), QUOTES, Answer.NOTHING),
        )
        for state, whose, signs, sameness, answer in rows:
            with self.subTest(state=state, whose=whose, signs=signs, sameness=sameness):
                self.assertEqual(answer_to(self.recognised(state, whose, signs, sameness)), answer)


class LoopCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.desk, cls.editor = make.everyone(), make.user_with(Role.EDITOR)
        cls.contributor = make.user_with(Role.CONTRIBUTOR)
        make.house()
        cls.live = make.published_article(cls.desk, "The ferry runs again", body=f"<p>{story(1)}</p>").article
        cls.killed = make.published_article(cls.desk, "The bridge is closed", body=f"<p>{story(2)}</p>").article
        withdrawing.withdraw(cls.killed.pk, Move.KILL, by=cls.desk, at=LATER, reason="It was wrong.")
        cls.count = Article.objects.count()

    def setUp(self):
        self.client.force_login(self.editor)

    def send(self, **data):
        return self.client.post(reverse("republish"), data, follow=True)

    def assert_refused(self, response, *said: str):
        self.assertEqual((response.status_code, Article.objects.count()), (422, self.count))
        for words in said:
            self.assertContains(response, words, status_code=422)

    def assert_made(self, response) -> Article:
        self.assertEqual((response.status_code, Article.objects.count()), (200, self.count + 1))
        return Article.objects.latest("pk")

    def taken_and_withdrawn(self) -> Article:
        article = make.source_terms_article(self.desk, "Dredging starts", body=f"<p>{story(3)}</p>").article
        withdrawing.withdraw(article.pk, Move.TAKE_DOWN, by=self.desk, at=LATER, reason="The owner asked.")
        self.count = Article.objects.count()
        return article

    def address(self, article: Article) -> str:
        return f"{settings.SITE_URL}/{article.path}/"


class OwnStoryTests(LoopCase):
    def test_our_live_story_is_answered_with_its_name_its_day_and_the_way_to_it_and_what_was_typed_stays(self):
        text = pasted("A partner's headline", reworded(story(1), 5))

        response = self.send(text=text)

        self.assert_refused(response, "This is our own story “The ferry runs again” of 20 November 2026.", "Nothing is made of it.")
        self.assertContains(response, f'href="/admin/articles/article/{self.live.pk}/change/"', status_code=422)
        self.assertContains(response, "A partner&#x27;s headline", status_code=422)

    def test_both_texts_are_shown_beside_each_other(self):
        response = self.send(text=pasted("A partner's headline", story(1)))

        self.assertContains(response, "What came in", status_code=422)
        self.assertContains(response, '<a class="run" id="ours-1"', status_code=422)

    def test_a_disguise_does_not_help(self):
        for disguise in (shuffled, with_hidden_characters):
            with self.subTest(disguise):
                self.assert_refused(self.send(text=pasted("Another headline", disguise(story(1), 7))), "This is our own story")

    def test_a_file_is_refused_like_a_paste(self):
        file = SimpleUploadedFile("copy.html", page("Copied", story(1)).encode(), content_type="text/html")

        self.assert_refused(self.send(file=file), "This is our own story")

    def test_our_own_address_is_not_even_fetched(self):
        for article, state in ((self.live, "of 20 November 2026"), (self.killed, "it was killed on 22 November 2026")):
            response = self.send(address=f"{self.address(article)}?utm_source=partner")
            self.assert_refused(response, article.headline, state, "Nothing is made of it.")
            self.assertNotContains(response, "all the same", status_code=422)

    def test_a_page_that_declares_our_address_is_ours_whatever_it_says(self):
        self.assert_refused(
            self.send(text=page("Copied", story(50), canonical=self.address(self.live))), "It gives our address as its own."
        )

    def test_a_text_that_only_quotes_ours_becomes_a_draft_with_a_notice(self):
        quoted = " ".join(story(1).split()[:45])

        response = self.send(text=pasted("A report about the report", f"{story(60)} {quoted}"))

        self.assert_made(response)
        self.assertContains(response, "This uses words of our story “The ferry runs again”")

    def test_a_text_that_links_to_us_is_no_loop(self):
        response = self.send(text=pasted("A report of its own", f"{story(61)} Read more at {self.address(self.live)}."))

        self.assert_made(response)
        self.assertNotContains(response, "The ferry runs again")

    def test_what_is_not_public_is_not_named_to_who_may_not_read_it(self):
        make.clearing.clear(make.own_article(self.desk, "A secret to come", body=f"<p>{story(4)}</p>").pk, by=self.desk, at=make.NOON)
        article = Article.objects.latest("pk")
        make.publishing.schedule(article.pk, by=self.desk, at=make.NOON, visible_from=make.NOON + timedelta(days=9000))
        self.client.force_login(self.contributor)

        response = self.send(text=pasted("A leak", story(4)))

        self.assertContains(response, "This is our own story (scheduled).", status_code=422)
        for secret in ("A secret to come", f"article/{article.pk}/", "What came in"):
            self.assertNotContains(response, secret, status_code=422)


class WithdrawnTests(LoopCase):
    def test_our_withdrawn_story_makes_no_draft_under_another_headline(self):
        self.client.force_login(self.desk)

        response = self.send(text=pasted("A bridge reopens", reworded(story(2), 5)))

        self.assert_refused(response, "“The bridge is closed” of 20 November 2026; it was killed on 22 November 2026.")
        self.assertNotContains(response, "all the same", status_code=422)

    def test_nor_by_its_id_nor_by_its_address_nor_wrapped_in_much_else(self):
        ways = {
            "id": page("Rewritten", story(51), extra=f"<p>{self.killed.urn}</p>"),
            "declared": page("Rewritten", story(52), canonical=self.address(self.killed)),
            "said": pasted("Rewritten", f"{story(53)}\n\nThis article was originally published at {self.address(self.killed)}"),
            "wrapped": pasted("A long read", f"{story(54, 60)} {story(2)} {story(55, 60)}"),
        }
        for sign, text in ways.items():
            with self.subTest(sign):
                self.assert_refused(self.send(text=text), "The bridge is closed", "Nothing is made of it.")

    def test_no_reason_of_anybody_brings_our_own_withdrawn_words_back(self):
        self.client.force_login(self.desk)

        response = self.send(text=pasted("A bridge reopens", story(2)), take_in=str(self.killed.pk), reason="I want it.")

        self.assert_refused(response, "it was killed")

    def test_a_withdrawn_piece_of_another_outlet_is_recognised_under_a_new_headline(self):
        article = self.taken_and_withdrawn()

        response = self.send(text=pasted("A new headline", shuffled(story(3), 1)))

        self.assert_refused(response, f"We have this piece already, as “{article.headline}”", "it was taken down on")


class DespiteTests(LoopCase):
    """The rights desk and the chief may take another's text in all the same, with a reason."""

    def setUp(self):
        self.article = self.taken_and_withdrawn()
        self.text = pasted("Dredging starts, corrected", story(3))
        self.client.force_login(self.desk)

    def test_with_a_reason_it_is_taken_in_and_the_ledger_says_who_and_why(self):
        draft = self.assert_made(self.send(text=self.text, take_in=str(self.article.pk), reason="The source corrected it."))

        entry = LedgerEntry.objects.get(act="taken_in_again", work=draft.work)
        known = {"work": self.article.work_id, "state": "taken_down", "signs": ["text"]}
        self.assertEqual(
            (entry.actor, entry.role, entry.details), (self.desk, "chief", {"reason": "The source corrected it.", "known": [known]})
        )

    def test_the_page_asks_for_the_reason_and_keeps_what_was_typed(self):
        response = self.send(text=self.text, take_in=str(self.article.pk), reason="  ")

        self.assert_refused(response, "Say in a sentence why it is taken in.", f'value="{self.article.pk}"', "Dredging starts, corrected")

    def test_an_editor_is_neither_asked_nor_obeyed(self):
        self.client.force_login(self.editor)

        response = self.send(text=self.text)
        self.assert_refused(response, "somebody of the rights desk or a chief can do it, with a reason")
        self.assertNotContains(response, 'name="take_in"', status_code=422)
        self.assert_refused(self.send(text=self.text, take_in=str(self.article.pk), reason="I want it."), "needs another role")

    def test_a_reason_for_another_story_is_none_for_this_one(self):
        for named in (str(self.live.pk), "x", "1;2", f"{self.article.pk}," * 200, "9" * 30, "\x00"):
            with self.subTest(named[:10]):
                self.assert_refused(self.send(text=self.text, take_in=named, reason="The source corrected it."), "Nothing is made of it.")

    def test_a_reason_that_is_too_long_is_refused_at_its_field(self):
        self.assert_refused(self.send(text=self.text, take_in=str(self.article.pk), reason="x" * 2000), "at most 1000 characters")


class SamePieceTests(LoopCase):
    def test_a_second_draft_of_a_piece_that_we_have_says_so(self):
        self.assert_made(self.send(text=pasted("The first headline", story(70))))
        self.count += 1

        response = self.send(text=pasted("The second headline", story(70)))

        self.assert_made(response)
        self.assertContains(response, "We have this piece already, as “The first headline” (draft). 100 % of its words stand in ours")

    def test_the_very_page_of_a_withdrawn_story_says_that_it_was_withdrawn(self):
        text = pasted("Taken once", story(71))
        article = self.assert_made(self.send(text=text))
        Article.objects.filter(pk=article.pk).update(state=State.KILLED, path="2026/11/taken-once")

        self.assertContains(self.send(text=text), "its story is killed")


class CommandTests(LoopCase):
    def run_command(self, text: str, *arguments: str) -> str:
        out, self.told = io.StringIO(), io.StringIO()
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder, "page.txt")
            file.write_text(text)
            call_command("republish", str(file), "--by", self.desk.username, *arguments, stdout=out, stderr=self.told)
        return out.getvalue()

    def refused(self, text: str, *arguments: str) -> str:
        with self.assertRaises(CommandError) as caught:
            self.run_command(text, *arguments)
        self.assertEqual(Article.objects.count(), self.count)
        return str(caught.exception)

    def test_our_own_story_is_refused_with_the_way_to_it_and_the_way_out(self):
        said = self.refused(pasted("Copied", story(1)))

        self.assertIn("This is our own story “The ferry runs again” of 20 November 2026.", said)
        self.assertIn(f"/admin/articles/article/{self.live.pk}/change/", said)
        self.assertIn(f'--despite {self.live.pk} --reason "…"', said)

    def test_a_withdrawn_story_of_ours_has_no_way_out(self):
        said = self.refused(pasted("Copied", story(2)), "--despite", str(self.killed.pk), "--reason", "I want it.")

        self.assertIn("it was killed on 22 November 2026", said)
        self.assertNotIn("--despite", said)

    def test_despite_without_a_reason_is_refused(self):
        self.assertIn("--despite needs a --reason", self.refused(pasted("Copied", story(1)), "--despite", str(self.live.pk)))

    def test_with_a_reason_the_draft_is_made(self):
        self.assertIn(
            "1 draft", self.run_command(pasted("Copied", story(1)), "--despite", str(self.live.pk), "--reason", "Theirs came first.")
        )
        self.assertEqual(LedgerEntry.objects.filter(act="taken_in_again").count(), 1)

    def test_a_notice_goes_beside_what_is_printed(self):
        self.run_command(pasted("First", story(80)))

        self.assertIn("1 draft", self.run_command(pasted("Second", story(80))))
        self.assertIn("We have this piece already, as “First” (draft).", self.told.getvalue())


class WithdrawnSinceTests(LoopCase):
    def test_a_withdrawal_that_came_first_is_seen_by_the_intake(self):
        withdrawing.withdraw(self.live.pk, Move.KILL, by=self.desk, at=LATER, reason="It was wrong.")

        self.assert_refused(self.send(text=pasted("Copied", story(1))), "it was killed")
