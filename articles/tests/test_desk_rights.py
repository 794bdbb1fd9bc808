"""The rights record, the terms and the worksheet at the desk, refusals first."""

from django.core.files.uploadedfile import SimpleUploadedFile

from articles import addresses, worksheets
from articles.models import Article, FairUseWorksheet
from articles.tests import builders
from articles.tests.desk_form import fields, says, send
from articles.tests.test_desk_roles import DeskTestCase
from house.profile import record_profile
from rights.models import Evidence, Licence
from rights.vocabulary import Basis, Whose

RECORD = {
    "rights__whose": "sources_own", "rights__holder": "The Lantern", "rights__copyright_line": "© 2026 The Lantern",
    "rights__original_url": builders.ORIGINAL_URL,
}  # fmt: skip


class RecordTests(DeskTestCase):
    def setUp(self):
        self.article = builders.taken_article(self.editor)
        self.page = addresses.desk_article(self.article.pk)

    def offers(self, user, **typed):
        response = send(self.enter(user), self.page, **typed) if typed else self.enter(user).get(self.page)
        return {offer.code: offer.why_not for offer in response.context["page"].offers}

    def test_the_sources_terms_are_not_offered_until_the_text_is_its_own_and_its_permission_confirmed(self):
        self.assertEqual(
            self.offers(self.desk)["source_terms"], "The source's terms cover only its own work. First say whose text this is."
        )

        send(self.enter(self.desk), self.page, rights__whose="sources_own")
        self.assertEqual(self.offers(self.desk)["source_terms"], "No permission in the source's terms is confirmed yet.")

        send(self.enter(self.desk), self.page, "confirm_all")
        self.assertEqual(self.offers(self.desk)["source_terms"], "")

    def test_they_are_not_offered_to_a_house_that_carries_advertising(self):
        send(self.enter(self.desk), self.page, "confirm_all", rights__whose="sources_own")
        record_profile(by=None, at=builders.NOON, carries_advertising=True)

        self.assertIn("our House profile is not one now", self.offers(self.desk)["source_terms"])

    def test_a_basis_that_is_not_offered_is_refused_with_its_reason_and_nothing_is_saved(self):
        response = send(self.enter(self.desk), self.page, rights__basis="source_terms", rights__holder="The Lantern")

        self.assertEqual((response.status_code, Article.objects.get().work.basis), (422, Basis.UNKNOWN))
        self.assertIn("The source's terms cover only its own work. First say whose text this is.", says(response))
        self.assertEqual(fields(response.content.decode())["rights-holder"], "The Lantern")
        self.assertEqual(Article.objects.get().work.holder, "")

    def test_an_address_that_is_none_is_refused_at_its_field(self):
        response = send(self.enter(self.desk), self.page, rights__original_url="not an address")

        self.assertEqual(response.status_code, 422)
        self.assertIn("This is not a web address. Paste it whole, beginning with https://.", says(response))
        self.assertEqual(fields(response.content.decode())["rights-original_url"], "not an address")

    def test_a_licence_must_be_named(self):
        refused = send(self.enter(self.desk), self.page, rights__basis="cc", **RECORD)
        licence = Licence.objects.get(spdx_id="CC-BY-4.0")
        send(self.enter(self.desk), self.page, rights__basis="cc", rights__licence=licence.pk, **RECORD)

        self.assertIn("Creative Commons needs its licence. Choose the one that the work is under.", says(refused))
        work = Article.objects.get().work
        self.assertEqual((work.basis, work.licence, work.is_verified), (Basis.CC, licence, True))

    def test_the_original_date_stays_unknown(self):
        page = self.enter(self.desk).get(self.page)

        self.assertEqual(fields(page.content.decode())["rights-original_published_at"], "")
        self.assertIn("Empty means not known.", says(page))
        send(self.client, self.page, **RECORD)
        self.assertIsNone(Article.objects.get().work.original_published_at)

    def test_an_editor_proposes_and_the_rights_desk_confirms(self):
        send(self.enter(self.desk), self.page, "confirm_all")

        send(self.enter(self.editor), self.page, rights__basis="press_release", **RECORD)
        self.assertEqual((Article.objects.get().work.basis, Article.objects.get().work.is_verified), (Basis.PRESS_RELEASE, False))

        send(self.enter(self.desk), self.page, rights__basis="public_domain")
        self.assertEqual((Article.objects.get().work.basis, Article.objects.get().work.is_verified), (Basis.PUBLIC_DOMAIN, True))

    def test_only_the_rights_desk_changes_the_record_of_a_live_article(self):
        live = builders.published_article(self.everyone, "Live").article
        page = addresses.desk_article(live.pk)
        client = self.enter(self.chief)
        sent = {**fields(client.get(page).content.decode()), "rights-whose": "third_party", "rights-holder": "Forged", "act": "save"}

        client.post(page, sent)

        live.work.refresh_from_db()
        self.assertEqual((live.work.whose, live.work.holder), (Whose.OURS, ""))


class PermissionTests(DeskTestCase):
    def setUp(self):
        self.article = builders.taken_article(self.editor)
        builders.confirm_terms(self.article, self.desk)
        self.page = addresses.desk_article(self.article.pk)

    def grant(self, **typed):
        return send(self.enter(self.desk), self.page, rights__basis="written_permission", **{**RECORD, **typed})

    def letter(self, content=b"Dear editors, yes."):
        return SimpleUploadedFile("letter.eml", content, "message/rfc822")

    def test_without_evidence_the_basis_stays_proposed_and_the_list_says_so(self):
        self.grant()

        page = self.client.get(self.page)
        self.assertFalse(Article.objects.get().work.is_verified)
        self.assertIn("No evidence of the permission is attached. Attach the letter, mail or contract.", says(page))
        self.assertIn("id_rights-permission_file", [line.place for line in page.context["page"].missing])

    def test_an_end_before_the_start_is_refused_at_its_field(self):
        response = self.grant(
            rights__permission_file=self.letter(), rights__permission_from="2027-02-01T00:00", rights__permission_to="2027-01-01T00:00"
        )

        self.assertEqual((response.status_code, Evidence.objects.filter(kind="letter").count()), (422, 0))
        self.assertIn("The permission must end after it begins. Correct one of the two dates.", says(response))

    def test_a_letter_is_kept_with_its_hash_and_its_grant_names_who_and_until_when(self):
        self.grant(
            rights__permission_file=self.letter(),
            rights__permission_granted_by="Ivo Ballast",
            rights__permission_to="2027-02-01T00:00",
            rights__permission_uses=["syndicate"],
        )

        kept, grant = Evidence.objects.get(kind="letter"), Article.objects.get().work.grants.get(revoked_at=None)
        self.assertEqual((bytes(kept.content), kept.obtained_by), (b"Dear editors, yes.", self.desk))
        self.assertEqual((grant.granted_by, grant.valid_to.isoformat()), ("Ivo Ballast", "2027-01-31T23:00:00+00:00"))
        self.assertEqual((grant.onward, set(grant.uses) >= {"read", "syndicate"}), ("sublicensable", True))
        self.assertEqual(list(grant.evidence.filter(pk=kept.pk)), [kept])

    def test_a_later_change_keeps_the_letter(self):
        self.grant(rights__permission_file=self.letter(), rights__permission_granted_by="Ivo Ballast")

        self.grant(rights__holder="The Lantern and others")

        work = Article.objects.get().work
        self.assertEqual(
            (work.is_verified, work.holder, Evidence.objects.filter(kind="letter").count()), (True, "The Lantern and others", 1)
        )


class TermsTests(DeskTestCase):
    def setUp(self):
        self.article = builders.taken_article(self.editor)
        self.page = addresses.desk_article(self.article.pk)
        self.proposal = self.article.work.proposals.get()

    def answer(self):
        self.proposal.refresh_from_db()
        return self.proposal.is_confirmed

    def test_an_editor_sees_the_proposals_and_cannot_answer_them(self):
        client = self.enter(self.editor)
        page = client.get(self.page)

        self.assertIn("Waits for the rights desk", says(page))
        client.post(self.page, {**fields(page.content.decode()), f"term-{self.proposal.pk}": "yes", "act": "save"})
        self.assertIsNone(self.answer())
        self.assertEqual(send(client, self.page, "confirm_all").status_code, 403)
        self.assertIsNone(self.answer())

    def test_each_is_answered_by_itself(self):
        send(self.enter(self.desk), self.page, **{f"term-{self.proposal.pk}": "no"})

        self.assertEqual((self.answer(), self.proposal.decided_by), (False, self.desk))

    def test_confirming_the_rest_keeps_what_was_answered_otherwise(self):
        send(self.enter(self.desk), self.page, "confirm_all", **{f"term-{self.proposal.pk}": "no"})

        self.assertIs(self.answer(), False)

    def test_the_kept_copy_is_coloured_where_a_proposal_rests_on_it(self):
        pieces = self.enter(self.desk).get(self.page).context["page"].pieces

        self.assertEqual("".join(piece.text for piece in pieces), self.article.origin.kept_copy.text)
        self.assertEqual(
            [(piece.text, piece.kind, piece.numbers) for piece in pieces if piece.kind], [(self.proposal.quote, "permission", (1,))]
        )

    def test_a_hidden_address_is_said_to_be_unreadable(self):
        self.proposal.codes = {"contact_kind": "permissions", "contact_state": "unreadable"}
        self.proposal.save()

        page = self.enter(self.desk).get(self.page)

        self.assertIn("The page names a contact for permissions, but its address is hidden and could not be read.", says(page))


class WorksheetTests(DeskTestCase):
    def setUp(self):
        self.article = builders.taken_article(self.editor)
        self.page = addresses.desk_article(self.article.pk)
        self.sheet = self.page.replace("change", "worksheet")
        self.reading = self.page.replace("change", "approve")
        self.typed = builders.typed_sheet()

    def test_short_reasons_and_a_missing_excerpt_are_refused_at_their_fields_and_kept(self):
        response = self.enter(self.editor).post(self.sheet, {**self.typed, "purpose_reason": "Because.", "excerpt": ""})

        self.assertEqual((response.status_code, FairUseWorksheet.objects.count()), (422, 0))
        self.assertIn("This reason is too short. Say what ours adds that the original does not.", says(response))
        self.assertIn("There is no excerpt for the public. Choose the passage that everyone may read.", says(response))
        self.assertEqual(response.context["form"]["nature_reason"].value(), self.typed["nature_reason"])

    def test_its_writer_cannot_approve_it(self):
        self.enter(self.everyone).post(self.sheet, self.typed)
        page = self.client.get(self.reading)

        response = self.client.post(self.reading, self.answers(page))

        self.assertIn("You wrote it", says(page))
        self.assertEqual((response.status_code, FairUseWorksheet.objects.get().is_approved), (403, False))
        self.assertIn("A worksheet is never approved by the person who wrote it.", says(response))

    def test_an_editor_cannot_approve_one(self):
        self.enter(self.contributor_own()).post(self.sheet, self.typed)
        client = self.enter(self.editor)

        response = client.post(self.reading, self.answers(client.get(self.reading)))

        self.assertEqual((response.status_code, FairUseWorksheet.objects.get().is_approved), (403, False))

    def contributor_own(self):
        author = self.article.credits.get().author
        author.user = self.contributor
        author.save()
        return self.contributor

    def answers(self, page):
        return {**dict.fromkeys(page.context["form"].fields, "Looked at and found right."), "outcome": "approved"}

    def test_a_second_person_answers_each_question_and_approves(self):
        self.enter(self.editor).post(self.sheet, self.typed)
        client = self.enter(self.desk)
        page = client.get(self.reading)
        questions = worksheets.questions(FairUseWorksheet.objects.get())
        self.assertNotEqual(questions, [])

        silent = client.post(self.reading, {"conclusion": "Fair.", "outcome": "approved"})
        response = client.post(self.reading, self.answers(page))

        self.assertEqual(silent.status_code, 422)
        self.assertEqual(says(silent).count(questions[0].sentence), 1)
        self.assertRedirects(response, f"{self.page}#worksheet", fetch_redirect_response=False)
        self.assertEqual(FairUseWorksheet.objects.get().approved_by, self.desk)

    def test_what_both_texts_share_stands_marked_beside_each_other(self):
        kept = self.article.origin.kept_copy
        kept.plain_text = "Dredging starts\n\nWork in the north basin begins on Monday, the port said."
        kept.save()
        Article.objects.update(body="<p>It was told: “Work in the north basin begins on Monday”.</p>")

        page = self.enter(self.desk).get(self.sheet)

        shared = {side: [piece.text for piece in page.context[side] if piece.is_shared] for side in ("theirs", "ours")}
        words = "Work in the north basin begins on Monday"
        self.assertEqual(shared, {"theirs": [words], "ours": [words]})
        self.assertEqual([piece.is_marked for piece in page.context["ours"]], [False, True, False])
        self.assertEqual("".join(piece.text for piece in page.context["theirs"]), kept.text)
