from django.test import SimpleTestCase, TestCase

from articles import alike, basing, clearing, drafting, obstacles, seal, sealing
from articles.models import Article
from articles.refusals import FormRefused, MoveRefused, NotCleared
from articles.tests import builders as make
from articles.tests.builders import NOON
from articles.vocabulary import Role
from rights.models import Evidence, LedgerEntry, Licence
from rights.vocabulary import Basis

HEADLINE = "Dredging starts in the north basin"
TEXT = (
    "Work in the north basin begins on Monday, the port said. The dredger came in on Friday night and lies at the long quay. "
    "Fishers were told to keep clear of the lock until the end of the month.\n\n"
    "The port expects eleven thousand tonnes of mud, twice as much as last year."
)
PAGE = f"{HEADLINE}\n\nBy Ivo Ballast, 3 May 2026\n\n{TEXT}\n\nIvo Ballast writes about the port. Read more on our home page."


#: The licence wants changes told, and readers are not told.
UNTOLD = [("obligation_unmet:mark_changes", "changes_note")]


def html(text: str) -> str:
    return "".join(f"<p>{paragraph}</p>" for paragraph in text.split("\n\n"))


class CompareTests(SimpleTestCase):
    def test_what_the_page_had_around_the_text_is_no_edit(self):
        self.assertTrue(seal.compare(PAGE, TEXT).is_unaltered)

    def test_house_style_of_marks_and_what_nobody_sees_are_no_edits(self):
        ours = (
            TEXT.replace("Friday night", "Fri\u00adday\u200b night")
            .replace(", the port said", " – the port said")
            .replace("Fishers", "fishers")
        )

        self.assertTrue(seal.compare(PAGE, ours).is_unaltered)

    def test_each_change_is_found_with_its_place(self):
        for ours, theirs_said, ours_said in (
            (TEXT.replace("on Monday", "on Tuesday"), "Monday", "Tuesday"),
            (TEXT.replace("eleven thousand", "eleven million"), "thousand", "million"),
            (TEXT.replace("Fishers were told", "All fishers were told"), "", "All"),
            (TEXT.replace(" and lies at the long quay", ""), "and lies at the long quay", ""),
        ):
            with self.subTest(ours_said=ours_said):
                self.assertEqual([(edit.theirs, edit.ours) for edit in seal.compare(PAGE, ours).edits], [(theirs_said, ours_said)])
        self.assertEqual(seal.compare(PAGE, TEXT.replace("on Monday", "on Tuesday")).edits[0].after, "the north basin begins on")

    def test_a_paragraph_cut_off_the_end_is_an_edit(self):
        longer = f"{TEXT}\n\n{' '.join(f'word{number}' for number in range(40))}"

        self.assertEqual(len(seal.compare(longer, TEXT).edits), 1)

    def test_another_text_is_not_compared(self):
        self.assertFalse(seal.compare(PAGE, "Nothing of this stood on the page that we kept of the port.").is_same_text)
        self.assertFalse(seal.compare(PAGE, "").is_same_text)

    def test_a_headline_in_other_words_is_another_headline(self):
        self.assertEqual([seal.is_renamed("Dredging “starts”", ours) for ours in ("DREDGING STARTS", "Dredging ends")], [False, True])
        self.assertFalse(seal.is_renamed("", "Dredging ends"))


class SealedCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.all = make.everyone()

    def taken(self, text=TEXT, spdx="CC-BY-ND-4.0", headline=HEADLINE, **facts):
        article = make.taken_article(self.all, headline, body=html(text))
        Evidence.objects.filter(pk=article.origin.kept_copy_id).update(plain_text=PAGE)
        make.confirm_terms(article, self.all)
        record = {**make.RECORD, "original_title": HEADLINE, "licence": Licence.objects.get(spdx_id=spdx), **facts}
        basing.record(article.pk, record, basis=Basis.CC, by=self.all, at=NOON)
        return Article.objects.get(pk=article.pk)

    def found(self, article):
        return [(one.code, one.field) for one in obstacles.before_clearance(Article.objects.get(pk=article.pk), at=NOON)]


class SealTests(SealedCase):
    def test_an_unchanged_text_is_cleared(self):
        clearing.clear(self.taken().pk, by=self.all, at=NOON)

    def test_an_edit_or_another_headline_is_an_obstacle_that_says_where(self):
        article = self.taken(TEXT.replace("on Monday", "on Tuesday"), headline="Mud, mud, mud")

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        renamed, altered = caught.exception.obstacles
        self.assertEqual((renamed.field, altered.field), ("headline", "body"))
        self.assertIn("after “the north basin begins on” it says “Tuesday” instead of “Monday”", altered.message)

    def test_a_text_that_the_kept_copy_does_not_hold_can_not_be_called_unchanged(self):
        self.assertEqual(self.found(self.taken("Another text altogether stands here and nobody knows from where.")), [("altered", "body")])

    def test_a_small_change_is_accepted_with_a_reason_for_exactly_these_words(self):
        article = self.taken(TEXT.replace("on Monday", "on 4 May"))

        sealing.accept(article.pk, by=self.all, at=NOON, kind=sealing.Allowed.TIME, reason="The day as a date, as we always write it.")

        entry = LedgerEntry.objects.get(act=sealing.ACCEPTED)
        self.assertEqual((entry.details["kind"], entry.details["edits"]), ("time", [["Monday", "4 May"]]))
        self.assertEqual(self.found(article), UNTOLD)
        other = {"body": html(TEXT.replace("on Monday", "on 5 May"))}
        drafting.save(article.pk, other, edit_number=article.edit_number, by=self.all, at=NOON)
        self.assertEqual(self.found(article), [("altered", "body")])

    def test_what_is_no_small_change_has_no_reason_or_comes_from_another_is_not_accepted(self):
        small, none = self.taken(TEXT.replace("on Monday", "on 4 May")), self.taken()
        large = self.taken(TEXT.replace("The dredger came in on Friday night and lies at the long quay.", "It " + "never " * 13 + "came."))
        unknown = self.taken("Another text altogether, again, and nobody knows from where.")
        cases = [
            (small, "  ", "no_reason"),
            (large, "Shorter.", "too_much"),
            (none, "None.", "nothing_changed"),
            (unknown, "Same.", "altered"),
        ]
        for article, reason, code in cases:
            with self.subTest(code), self.assertRaises(FormRefused) as caught:
                sealing.accept(article.pk, by=self.all, at=NOON, kind=sealing.Allowed.PLACE, reason=reason)
            self.assertEqual(caught.exception.code, code)
        with self.assertRaises(MoveRefused):
            sealing.accept(small.pk, by=make.user_with(Role.EDITOR), at=NOON, kind=sealing.Allowed.TIME, reason="A date.")
        self.assertFalse(LedgerEntry.objects.filter(act=sealing.ACCEPTED).exists())


class SealOnTheDeskTests(SealedCase):
    def test_the_rights_desk_is_led_to_accepting_and_must_give_a_reason(self):
        article = self.taken(TEXT.replace("on Monday", "on 4 May"))
        self.client.force_login(self.all)
        address = f"/admin/articles/article/{article.pk}/accept-changes/"

        self.assertContains(self.client.get(f"/admin/articles/article/{article.pk}/change/"), address)
        self.assertContains(self.client.get(address), "House style: spelling, figures, titles")
        self.assertContains(self.client.get(address), "it says “4 May” instead of “Monday”")
        refused = self.client.post(address, {"kind": "time", "reason": ""})
        self.assertContains(refused, "A change needs a reason.", status_code=422)
        self.assertRedirects(
            self.client.post(address, {"kind": "time", "reason": "A date."}), f"/admin/articles/article/{article.pk}/change/"
        )

    def test_who_may_not_accept_is_told_so(self):
        article = self.taken(TEXT.replace("on Monday", "on 4 May"))
        self.client.force_login(make.user_with(Role.EDITOR))

        self.assertEqual(
            self.client.post(f"/admin/articles/article/{article.pk}/accept-changes/", {"kind": "time", "reason": "x"}).status_code, 403
        )


class ChangesTests(SealedCase):
    def test_changes_are_to_be_told_where_the_licence_wants_it_and_something_was_changed(self):
        changed = TEXT.replace("on Monday", "on Tuesday")
        for text, spdx, note, found in (
            (TEXT, "CC-BY-4.0", "", []),
            (changed, "CC-BY-4.0", "", UNTOLD),
            (changed, "CC-BY-4.0", "The day was corrected", []),
            (changed, "CC-BY-SA-4.0", "", UNTOLD),
        ):
            with self.subTest(spdx=spdx, note=note, is_changed=text == changed):
                self.assertEqual(self.found(self.taken(text, spdx, changes_note=note)), found)

    def test_a_title_is_owed_by_licences_before_version_four(self):
        self.assertEqual(self.found(self.taken(spdx="CC-BY-3.0", original_title="")), [("no_original_title", "original_title")])
        self.assertEqual(self.found(self.taken(spdx="CC-BY-4.0", original_title="")), [])


class AlikeTests(SealedCase):
    ALIKE = '<p>Text from the encyclopaedia, <a rel="license" href="https://creativecommons.org/licenses/by-sa/4.0/">CC BY-SA</a>.</p>'

    def test_what_is_shared_alike_is_not_mixed_into_a_piece_that_is_not(self):
        article = make.own_article(self.all, body=f"<p>Ours.</p>{self.ALIKE}")

        with self.assertRaises(NotCleared) as caught:
            clearing.clear(article.pk, by=self.all, at=NOON)

        self.assertEqual([(one.code, one.field) for one in caught.exception.obstacles], [("share_alike_mixed", "body")])

    def test_a_story_about_licences_may_link_to_one(self):
        prose = " ".join(["The council now publishes its maps under an open licence that asks others to share alike."] * 4)
        link = '<a href="https://creativecommons.org/licenses/by-sa/4.0/">the licence</a>'

        self.assertEqual(alike.obstacles(make.own_article(self.all, body=f"<p>{prose} {link} {prose}</p>")), [])

    def test_nobody_reserves_what_the_licence_gives_to_all(self):
        article = self.taken(spdx="CC-BY-SA-4.0", copyright_line="© 2026 The Lantern. All rights reserved.")

        self.assertEqual(self.found(article), [("share_alike_reserved", "copyright_line")])
