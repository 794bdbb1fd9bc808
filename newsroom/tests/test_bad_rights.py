"""One table of bad input about rights: what is answered, at which field, with which remedy, what was typed still there.

In the manner of `test_bad_input.py`, whose machinery it uses. Nothing is written, unless the row says what.
"""

# ruff: noqa: E501 -- one row of the table is one line
import re
import tempfile
from datetime import timedelta
from pathlib import Path
from typing import Any
from unittest import mock

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError
from django.db import connection
from django.test import override_settings

from articles import addresses, agreeing, basing, rebasing, sourcing, withdrawing, worksheets
from articles.models import Article
from articles.refusals import FormRefused, MoveRefused
from articles.sheet_words import Outcome
from articles.tests import builders
from articles.tests.test_sealing import HEADLINE, PAGE, TEXT, html
from articles.tests.test_sources import CC, NOTHING, OFFER
from articles.vocabulary import Move, Role
from articles.worksheets import outside, thresholds
from house.models import OutgoingMail
from house.tests.loopback import answer, gateway_to, serving
from newsroom.tests.bad_input import ELSEWHERE, NAIVE, Desk, Row, check
from newsroom.tests.test_bad_input import NEW_PICTURE, drawn
from pages import copies
from rights import banning, keeping, ledger, ledger_check, ledger_heads
from rights.models import Evidence, LedgerEntry, Licence, Source
from rights.terms import read_terms
from rights.tests.test_ledger import TRIGGERS
from rights.vocabulary import Basis

pytestmark = pytest.mark.django_db

CHECK_COPY, NEW_AGREEMENT, NEW_THRESHOLDS = (
    addresses.CHECK_COPY,
    "/admin/rights/contributoragreement/add/",
    "/admin/articles/sheetthresholds/add/",
)
NEW_SOURCE, GRANTOR, WRITER = "/admin/rights/source/add/", "Nuala Shee, managing editor", "ivo@courier.example"
DAY = timedelta(days=1)
DUTCH = "Onze artikelen mogen worden overgenomen met vermelding van de bron en een link naar het oorspronkelijke artikel."
HIDDEN = f"<html><body><h1>Terms</h1><p>{NOTHING}</p><p style='display:none'>{OFFER}</p></body></html>"
CONTRADICTION = f"{OFFER} Our articles may not be republished on community internet sites."


class Newsroom(Desk):
    """What the rows below need besides."""

    # A source and its terms ----------------------------------------------

    def a_source(self) -> None:
        builders.source_terms_article(self.everyone, at=self.at - 10 * DAY)
        self.source = Source.objects.get(slug="the-lantern")

    def a_source_that_has_ended(self) -> None:
        self.a_source()
        sourcing.end_relationship(self.source.pk, ends_at=None, reason="They closed.", by=self.everyone, at=self.at)

    def a_draft_of_an_ended_source(self) -> None:
        self.a_source_that_has_ended()
        self.a_taken_draft()
        builders.confirm_terms(self.article, self.everyone, at=self.at)

    def noted(self, text: str, *, seen: Any = None) -> Any:
        kept = keeping.keep(
            text.encode(), title="Terms", by=self.everyone, at=seen or self.at, content_type="text/plain", source=self.source
        )
        return sourcing.note_terms(self.source.pk, kept, read_terms(text), by=self.everyone, at=self.at)[0]

    def new_terms(self, text: str = CC) -> None:
        self.a_source()
        self.terms = self.noted(text)

    def answered_terms(self, text: str = CC) -> None:
        self.new_terms(text)
        sourcing.answer(self.terms.pk, dict.fromkeys(self.terms.proposals.values_list("pk", flat=True), True), by=self.everyone, at=self.at)

    def terms_in_force(self) -> None:
        self.answered_terms()
        rebasing.put_in_force(self.terms.pk, [work.pk for work in self.source.works.all()], by=self.everyone, at=self.at)

    def older_terms(self) -> None:
        self.terms_in_force()
        self.terms = self.source.terms.get(number=1)

    # Agreements -----------------------------------------------------------

    def an_agreement(self, name: str = "Ada Quill", **terms: Any) -> None:
        letter = keeping.keep(b"We agree.", title="Agreement", by=self.everyone, at=self.at)
        given = agreeing.Terms("A-1", **{"starts_at": self.at - 30 * DAY} | terms)
        self.agreement = agreeing.record(builders.author(name), given, letter, by=self.everyone, at=self.at)

    def an_ended_agreement(self) -> None:
        self.an_agreement(ends_at=self.at - DAY)

    def of_a_contributor(self) -> None:
        self.agreement = getattr(self, "agreement", None)
        self.an_own_draft()
        basing.record(self.article.pk, {"agreement": self.agreement}, basis=Basis.OWN_CONTRIBUTOR, by=self.everyone, at=self.at)

    def under_an_ended_agreement(self) -> None:
        self.an_ended_agreement()
        self.of_a_contributor()

    def under_anothers_agreement(self) -> None:
        self.an_agreement("Someone Else")
        self.of_a_contributor()

    # Texts that may be used unchanged only, or told ------------------------

    def licensed(self, text: str, spdx: str) -> None:
        self.article = builders.taken_article(self.everyone, HEADLINE, at=self.at, body=html(text))
        Evidence.objects.filter(pk=self.article.origin.kept_copy_id).update(plain_text=PAGE)
        builders.confirm_terms(self.article, self.everyone, at=self.at)
        facts = {**builders.RECORD, "original_title": HEADLINE, "licence": Licence.objects.get(spdx_id=spdx), "changes_note": ""}
        basing.record(self.article.pk, facts, basis=Basis.CC, by=self.everyone, at=self.at)

    def an_edited_sealed_text(self) -> None:
        self.licensed(TEXT.replace("on Monday", "on 4 May"), "CC-BY-ND-4.0")

    def a_sealed_text_told_anew(self) -> None:
        told_anew = "It " + "never " * 13 + "came."
        self.licensed(TEXT.replace("The dredger came in on Friday night and lies at the long quay.", told_anew), "CC-BY-ND-4.0")

    def an_untold_change(self) -> None:
        self.licensed(TEXT.replace("on Monday", "on Tuesday"), "CC-BY-4.0")

    # A second reader from outside -----------------------------------------

    def a_letter(self) -> None:
        self.a_judged_draft()
        writer = self.people[Role.EDITOR]
        writer.email = WRITER
        writer.save()
        self.sheet = worksheets.write(self.article.pk, builders.SHEET, by=writer, at=self.at)
        self.reading = outside.ask(self.sheet.pk, name="Nuala Shee", address="nuala@quayside.example", by=self.everyone, at=self.at)
        self.link = re.search(r"/second-reading/\S+", OutgoingMail.objects.latest("pk").text).group()

    def an_expired_letter(self) -> None:
        self.a_letter()
        type(self.reading).objects.update(asked_at=self.at - 30 * DAY, ends_at=self.at - DAY)
        self.reading.refresh_from_db()
        self.link = addresses.second_reading(outside.token_of(self.reading, at=self.at - 30 * DAY))

    def a_used_letter(self) -> None:
        self.a_letter()
        self.answer_letter(outcome=str(Outcome.REFUSED), conclusion="No.")

    def a_letter_to_its_own_writer(self) -> None:
        """They took the reader's address after they had the letter sent."""
        self.a_letter()
        self.sheet.written_by.email = "nuala@quayside.example"
        self.sheet.written_by.save()

    def answer_letter(self, **typed: str) -> Any:
        answers = {str(question.code): "Looked at." for question in worksheets.questions(self.sheet)}
        return self.post(self.link, **{"outcome": str(Outcome.APPROVED), "conclusion": "I find it fair.", **answers, **typed})

    # The record's proof ----------------------------------------------------

    def a_ledger(self) -> None:
        """Of its own folder, each entry noted outside."""
        folder = self.after.enter_context(tempfile.TemporaryDirectory())
        self.after.enter_context(override_settings(DATA=Path(folder)))
        self.published = builders.source_terms_article(self.everyone, at=self.at)
        ledger_heads.note(LedgerEntry.objects.order_by("number").values_list("number", "hash"))

    def past_the_desk(self, *statements: str) -> None:
        with connection.cursor() as cursor:
            for statement in [*(f"DROP TRIGGER {trigger}" for trigger in TRIGGERS[connection.vendor]), *statements]:
                cursor.execute(statement)

    def an_altered_entry(self) -> None:
        self.a_ledger()
        self.past_the_desk("UPDATE rights_ledgerentry SET act = 'kept' WHERE number = 2")

    def a_cut_tail(self) -> None:
        self.a_ledger()
        self.past_the_desk(f"DELETE FROM rights_ledgerentry WHERE number = {LedgerEntry.objects.count()}")

    def a_chain_written_again(self) -> None:
        self.an_altered_entry()
        previous = LedgerEntry.objects.get(number=1).hash
        for entry in LedgerEntry.objects.filter(number__gte=2).order_by("number"):
            entry.previous_hash = previous
            previous = ledger.hash_of(entry)
            LedgerEntry.objects.filter(pk=entry.pk).update(previous_hash=entry.previous_hash, hash=previous)

    def no_heads(self) -> None:
        self.a_ledger()
        ledger_heads.path().unlink()

    def an_unconfirmed_basis(self) -> None:
        self.a_ledger()
        self.past_the_desk(f"UPDATE rights_work SET basis_confirmed_at = NULL WHERE id = {self.published.work_id}")

    # Others ---------------------------------------------------------------

    def terms_unanswered(self) -> None:
        self.a_taken_draft()

    def a_hold(self) -> None:
        self.a_live_article()
        self.post(self.there("hold"), kind="legal", reason="A letter came.")

    def someone_elses_live_article(self) -> None:
        self.article = builders.source_terms_article(self.everyone, at=self.at).article

    def a_withdrawn_article(self) -> None:
        self.a_live_article()
        withdrawing.withdraw(self.article.pk, Move.UNPUBLISH, by=self.everyone, at=self.at, reason="The author asked.")

    # Hands ----------------------------------------------------------------

    def permit(self, **typed: Any) -> Any:
        """A written permission, typed with its grantor."""
        named = {f"rights-permission_{name}": value for name, value in {"granted_by": GRANTOR, **typed}.items()}
        return self.press("save", **{"rights-basis": "written_permission", **named})

    def typed_terms(self, **typed: str) -> Any:
        return self.client.post(f"/admin/rights/source/{self.source.pk}/terms/new/", typed, follow=True)

    def force(self, **typed: Any) -> Any:
        return self.post(f"/admin/rights/source/{self.terms.source_id}/terms/{self.terms.pk}/", **{"act": "put_in_force", **typed})

    def source_page(self, where: str = "change", **typed: str) -> Any:
        return self.post(f"/admin/rights/source/{self.source.pk}/{where}/", **typed)

    def new_agreement(self, **typed: Any) -> Any:
        letter = SimpleUploadedFile("agreement.pdf", b"We agree.")
        given = {"author": builders.Author.objects.first().pk, "reference": "2026-014", "starts_at": "2026-01-01T00:00", "file": letter}
        return self.post(NEW_AGREEMENT, **{name: value for name, value in {**given, **typed}.items() if value is not None})

    def set_thresholds(self, **typed: Any) -> Any:
        held = thresholds.in_force(self.at)
        return self.post(
            NEW_THRESHOLDS, **{name: getattr(held, name) for name in thresholds.FIGURES} | {"reason": "Shorter is fairer."} | typed
        )

    def picture(self, **typed: str) -> Any:
        file = SimpleUploadedFile("quay.png", drawn(64, 40), "image/png")
        named = {f"rights-{name}": value for name, value in typed.items()}
        return self.post(NEW_PICTURE, title="Boats at the quay", file=file, **{"rights-whose": "third_party"} | named)

    def check_copy(self, copy: str = ELSEWHERE, ours: str = "", site: str = "community_site") -> Any:
        return self.post(CHECK_COPY, copy=copy, ours=ours, site=site)

    def check_theirs(self, body: bytes, ours: str = "", **header: str) -> Any:
        with serving(answer(body=body, **header)) as server, mock.patch.object(copies, "GATEWAY", gateway_to(server)):
            return self.check_copy(ours=ours)

    def file(self, content: bytes, name: str = "page.txt") -> str:
        path = Path(self.after.enter_context(tempfile.TemporaryDirectory())) / name
        path.write_bytes(content)
        return str(path)


C, E, R, H, P = Role.CONTRIBUTOR, Role.EDITOR, Role.RIGHTS_DESK, Role.CHIEF, Role.PARTNER_MANAGER
N = Newsroom
READ_NEW_TERMS = {"rights.Evidence": 1, "rights.SourceTerms": 1, "rights.LedgerEntry": 1}
ROWS = [
    # A permission that contradicts itself
    Row("granted to a class that is not named", None, lambda n: n.permit(grantee="class"), 422, "rights-permission_class", "Choose the kind of site", GRANTOR, N.a_taken_draft),
    Row("a class named where it is granted to us", None, lambda n: n.permit(**{"class": "community_site"}), 422, "rights-permission_class", "Choose “None”, or grant it to every site", GRANTOR, N.a_taken_draft),
    Row("a class that nobody knows", None, lambda n: n.permit(grantee="class", **{"class": "penguins"}), 422, "rights-permission_class", "valid choice", GRANTOR, N.a_taken_draft),
    Row("passed on to nobody and to partners", None, lambda n: n.permit(onward="none", uses=["syndicate"]), 422, "rights-permission_onward", "Untick the one, or choose another", GRANTOR, N.a_taken_draft),
    Row("an offer to others that is ours alone", None, lambda n: n.permit(onward="same_offer"), 422, "rights-permission_onward", "Choose “We may pass it on”", GRANTOR, N.a_taken_draft),
    Row("kinds of partners where nothing is passed on", None, lambda n: n.permit(classes=["press"]), 422, "rights-permission_classes", "or untick these", GRANTOR, N.a_taken_draft),
    Row("exclusive for a whole class", None, lambda n: n.permit(grantee="class", exclusive_until="2027-01-01T00:00", **{"class": "press"}), 422, "rights-permission_exclusive_until", "Empty this, or grant it to us", "2027-01-01", N.a_taken_draft),
    Row("unchanged only, and translated", None, lambda n: n.permit(strings=["unaltered"], uses=["translate"]), 422, "rights-permission_strings", "Untick one of the two", GRANTOR, N.a_taken_draft),
    Row("not before its own end", None, lambda n: n.permit(not_before="2027-02-01T00:00", to="2027-01-01T00:00"), 422, "rights-permission_not_before", "Correct one of the two dates", "2027-02-01", N.a_taken_draft),
    Row("an end on the thirtieth of February", None, lambda n: n.permit(to="2027-02-30T10:00"), 422, "rights-permission_to", "Type it like 2026-11-30 18:00", "2027-02-30T10:00", N.a_taken_draft),
    Row("a country that does not exist", None, lambda n: n.permit(territories="DE, ZZ"), 422, "rights-permission_territories", "ZZ: no country has this code. Type two letters", "DE, ZZ", N.a_taken_draft),
    Row("a country permitted and forbidden", None, lambda n: n.permit(territories="DE, AT", not_in="AT"), 422, "rights-permission_not_in", "Take it out of one of the two", "DE, AT", N.a_taken_draft),
    Row("a contract in no time zone", None, lambda n: n.permit(time_zone="CEST+1"), 422, "rights-permission_time_zone", "Europe/Amsterdam", "CEST+1", N.a_taken_draft),
    Row("140 per cent of it", None, lambda n: n.permit(part="excerpt", max_share="140"), 422, "rights-permission_max_share", "Type a smaller number", GRANTOR, N.a_taken_draft),
    Row("an excerpt of minus five characters", None, lambda n: n.permit(part="excerpt", max_chars="-5"), 422, "rights-permission_max_chars", "Type a larger number", GRANTOR, N.a_taken_draft),
    Row("an excerpt without its length", None, lambda n: n.permit(part="excerpt"), 422, "rights-permission_max_chars", "Type its characters, or its share", GRANTOR, N.a_taken_draft),
    Row("a length of the whole", None, lambda n: n.permit(max_chars="600"), 422, "rights-permission_part", "Choose “An excerpt”, or empty the length", "600", N.a_taken_draft),
    Row("a delay in words", None, lambda n: n.permit(delay_hours="two days"), 422, "rights-permission_delay_hours", "Type digits only", "two days", N.a_taken_draft),
    Row("a payment without its fee", None, lambda n: n.permit(fee_paid_at="2026-11-01T00:00"), 422, "rights-permission_fee", "Type the fee, or empty the day", "2026-11-01", N.a_taken_draft),
    Row("a picture's permission that ends before it begins", E, lambda n: n.picture(basis="written_permission", permission_from="2027-02-01T00:00", permission_to="2027-01-01T00:00"), 422, "rights-permission_to", "Correct one of the two dates", "2027-02-01"),
    # Basis and licence
    Row("a basis that does not exist", None, lambda n: n.press("save", **{"rights-basis": "found_it", "rights-holder": GRANTOR}), 422, "basis", "valid choice", GRANTOR, N.a_taken_draft),
    Row("a licence that nobody knows", E, lambda n: n.press("save", **{"rights-basis": "cc", "rights-licence": "999999", "rights-holder": GRANTOR}), 422, "rights-licence", "valid choice", GRANTOR, N.a_taken_draft),
    Row("a licence that permits nothing", E, lambda n: n.press("save", **{"rights-basis": "cc", "rights-licence": Licence.objects.filter(permits_sharing=False).first().pk, "rights-holder": GRANTOR}), 422, "rights-licence", "valid choice", GRANTOR, N.a_taken_draft),
    Row("sentences of the terms that nobody answered", None, lambda n: n.press("clear"), 422, "terms", "Read each beside its sentence, then confirm or reject it", "", N.a_taken_draft),
    Row("terms of a source with whom we ended", None, lambda n: n.press("save", **{"rights-basis": "source_terms", "rights-whose": "sources_own", "rights-holder": GRANTOR}), 422, "basis", "have ended", GRANTOR, N.a_draft_of_an_ended_source),
    Row("a live article re-based by an editor", E, lambda n: basing.record(n.article.pk, {"holder": "Mine"}, basis=Basis.OWN_STAFF, by=n.me, at=n.at), MoveRefused, "", "Ask a person who is rights desk", "", N.someone_elses_live_article),
    Row("a ban without the owner's words", None, lambda n: banning.forbid(n.article.work, words=" ", by=n.me, role="rights_desk", at=n.at), ValidationError, "words", "Paste the sentence that forbids it", "", N.a_taken_draft),
    Row("a ban for a class that nobody knows", None, lambda n: banning.forbid(n.article.work, words="Not for penguins.", classes=["penguins"], by=n.me, role="rights_desk", at=n.at), ValidationError, "classes", "penguins", "", N.a_taken_draft),
    # Contributors
    Row("a contributor's text without an agreement", None, lambda n: n.press("clear"), 422, "id_rights-agreement", "Choose the agreement", "", N.of_a_contributor),
    Row("a contributor's text under an ended agreement", None, lambda n: n.press("clear"), 422, "id_rights-agreement", "Choose another, or record one", "", N.under_an_ended_agreement),
    Row("a contributor's text under another's agreement", None, lambda n: n.press("clear"), 422, "id_rights-agreement", "choose the agreement of the one who is", "", N.under_anothers_agreement),
    Row("a contributor's picture without an agreement", R, lambda n: n.picture(basis="own_contributor", whose="ours"), 422, "rights-agreement", "Choose the agreement", "Boats at the quay"),
    Row("an agreement without its proof", R, lambda n: n.new_agreement(file=None), 422, "file", "Attach it: it is the proof", "2026-014", N.an_own_draft),
    Row("an agreement that ends before it begins", R, lambda n: n.new_agreement(ends_at="2025-01-01T00:00"), 422, "ends_at", "Correct one of the two dates", "2026-014", N.an_own_draft),
    Row("an agreement with nobody", R, lambda n: n.new_agreement(author=None), 422, "author", "Choose with whom it is", "2026-014", N.an_own_draft),
    Row("an agreement that is recorded already", R, lambda n: n.new_agreement(reference="A-1"), 422, "reference", "already exists", "A-1", N.an_agreement),
    Row("an agreement recorded by an editor", E, lambda n: n.new_agreement(), 403, "", "Ask the operator for the role", "", N.an_own_draft),
    Row("an agreement ended twice", R, lambda n: n.post(f"/admin/rights/contributoragreement/{n.agreement.pk}/change/", ends_at="2027-01-01T00:00"), 422, "", "Record a new one instead", "", N.an_ended_agreement),
    # Texts that may not be changed, or not in silence
    Row("a text edited that may be used unchanged only", None, lambda n: n.press("clear"), 422, "text", "Put the original words back, or accept the change", "", N.an_edited_sealed_text),
    Row("a change accepted without a reason", R, lambda n: n.post(n.there("accept-changes"), kind="time", reason=" "), 422, "reason", "Say in a sentence why the owner would allow it", "", N.an_edited_sealed_text),
    Row("a change accepted by an editor", E, lambda n: n.post(n.there("accept-changes"), kind="time", reason="The day as a date."), 403, "", "Ask a person who is rights desk", "The day as a date.", N.an_edited_sealed_text),
    Row("more accepted than a small change", R, lambda n: n.post(n.there("accept-changes"), kind="house_style", reason="Told anew."), 422, "", "ask the owner for permission to change them", "Told anew.", N.a_sealed_text_told_anew),
    Row("a change that the licence wants told", None, lambda n: n.press("clear"), 422, "id_rights-changes_note", "Say in a few words what we changed", "", N.an_untold_change),
    # The worksheet and its readers
    Row("a worksheet's author asked as its second reader", R, lambda n: n.post(n.there("ask-reader"), name="Somebody", address="Ivo+home@Courier.example"), 403, "address", "Name another person", "Ivo+home@Courier.example", N.a_letter),
    Row("a second reader without a name", R, lambda n: n.post(n.there("ask-reader"), name=" ", address="reader@quayside.example"), 422, "name", "Type their name", "reader@quayside.example", N.a_letter),
    Row("a second reader without an address", R, lambda n: n.post(n.there("ask-reader"), name="Nuala", address="nuala at quayside"), 422, "address", "such as reader@example.org", "nuala at quayside", N.a_letter),
    Row("a second reader asked by an editor", E, lambda n: n.post(n.there("ask-reader"), name="Nuala", address="reader@quayside.example"), 403, "", "The rights desk names a reader from outside.", "", N.a_letter),
    Row("its author's own mailed link", None, lambda n: n.answer_letter(), 422, "", "Ask someone else", "I find it fair.", N.a_letter_to_its_own_writer),
    Row("a forged link", None, lambda n: n.post(f"{n.link[:-4]}abc/", outcome="approved", conclusion="Fair."), 404, "", "This link opens nothing", "", N.a_letter),
    Row("an expired link", None, lambda n: n.answer_letter(), 410, "", "ask the newsroom for a new one", "", N.an_expired_letter),
    Row("a used link", None, lambda n: n.answer_letter(), 410, "", "Ask the newsroom for a new one", "", N.a_used_letter),
    Row("a question left unanswered", None, lambda n: n.answer_letter(licence_available=" "), 422, "licence_available", "Answer it in a sentence", "I find it fair.", N.a_letter),
    Row("a second reading without an answer", None, lambda n: n.answer_letter(outcome=""), 422, "outcome", "Choose yes, no, or back", "I find it fair.", N.a_letter),
    Row("thresholds without a reason", H, lambda n: n.set_thresholds(max_run_words="41", reason=""), 200, "reason", "Say in a sentence why", "41"),
    Row("thresholds of one and a half originals", H, lambda n: n.set_thresholds(max_share_of_source="1.5"), 200, "max_share_of_source", "less than or equal to 1", "Shorter is fairer."),
    Row("thresholds set by an editor", E, lambda n: n.set_thresholds(), 403, "", "Ask the operator for the role"),
    # A source and what its page says
    Row("a source without a name", R, lambda n: n.post(NEW_SOURCE, name="", default_basis="unknown", note="Typed note"), 422, "name", "Type what the paper or site calls itself", "Typed note"),
    Row("another's work as our own by default", R, lambda n: n.post(NEW_SOURCE, name="The Gannet", default_basis="own_staff"), 422, "default_basis", "valid choice", "The Gannet"),
    Row("terms of nowhere", R, lambda n: n.client.post("/admin/rights/source/999999/terms/new/", {"text": OFFER}), 404, "", "not yours to see"),
    Row("new terms by a chief", H, lambda n: n.typed_terms(text=OFFER), 403, "", "Ask the operator for the role", "", N.a_source),
    Row("empty terms", R, lambda n: n.typed_terms(text=" \n\u200b "), 422, "text", "nothing", "", N.a_source),
    Row("2.1 MB of terms", R, lambda n: n.typed_terms(text="Typed terms. " * 165_000), 422, "text", "2 MB", "Typed terms.", N.a_source),
    Row("terms at a private address", R, lambda n: n.typed_terms(address="http://10.0.0.1/terms"), 422, "address", ".", "http://10.0.0.1/terms", N.a_source),
    Row("1 MB of terms", R, lambda n: n.typed_terms(text=f"{OFFER}\n\n" + "We write about the port. " * 40_000), 200, "", "Its page is kept and read.", "", N.a_source, READ_NEW_TERMS | {"rights.TermProposal": 2}),
    Row("terms in a language that is not read", R, lambda n: n.typed_terms(text=DUTCH), 200, "", "a language that we don't read (nl). Nothing was taken from that.", "", N.a_source, READ_NEW_TERMS),
    Row("terms that are hidden on the page", R, lambda n: n.typed_terms(text=HIDDEN), 200, "", "The page holds terms that nobody sees. They were not read.", "", N.a_source, READ_NEW_TERMS | {"rights.TermProposal": 2}),
    Row("terms that contradict themselves", R, lambda n: n.typed_terms(text=CONTRADICTION), 200, "", "The text permits and forbids. Read both sentences", "", N.a_source, READ_NEW_TERMS | {"rights.TermProposal": 3}),
    Row("terms seen in the future", R, lambda n: n.noted(OFFER + " Ask us.", seen=n.at + DAY), FormRefused, "terms", "Check the clock", "", N.a_source, {"rights.Evidence": 1}),
    Row("terms seen before the ones that we have", R, lambda n: n.noted(CC, seen=n.at - 60 * DAY), FormRefused, "terms", "Read the source's page as it is now", "", N.a_source, {"rights.Evidence": 1}),
    Row("terms put in force with sentences unanswered", R, lambda n: n.force(), 422, "", "Read each, then confirm or reject it", "", N.new_terms),
    Row("older terms put in force again", R, lambda n: n.force(), 422, "", "Open those instead", "", N.older_terms),
    Row("old terms that end in the past", R, lambda n: n.force(ends_at="2020-01-01T00:00"), 422, "ends_at", "Choose a later moment, or leave it empty", "2020-01-01", N.answered_terms),
    Row("re-based by a chief", H, lambda n: n.force(), 403, "", "Ask the operator for the role", "", N.answered_terms),
    Row("re-based twice", R, lambda n: n.force(work=[w.pk for w in n.source.works.all()]), 200, "", "In force", "", N.terms_in_force, {"rights.LedgerEntry": 1}),
    Row("re-based by an act that does not exist", R, lambda n: n.force(act="rebase_everything"), 422, "", "Use the buttons of this page", "", N.answered_terms),
    Row("a source ended without a reason", R, lambda n: n.source_page("end", ends_at="2027-01-01T00:00", reason=""), 422, "reason", "Say in a sentence why", "2027-01-01", N.a_source),
    Row("a source ended in the past", R, lambda n: n.source_page("end", ends_at="2020-01-01T00:00", reason="They closed."), 422, "ends_at", "Choose a later moment", "They closed.", N.a_source),
    Row("a source ended twice", R, lambda n: n.source_page("end", reason="They closed again."), 422, "", "Nothing needs to be done", "", N.a_source_that_has_ended),
    # Holds, evidence
    Row("a hold that stands already", R, lambda n: n.post(n.there("hold"), kind="legal", reason="A second letter."), 422, "", "Lift it before you place it again", "A second letter.", N.a_hold),
    Row("evidence taken by an editor", E, lambda n: n.client.get(n.there("evidence")), 403, "", "Ask the operator for the role", "", N.a_live_article),
    Row("evidence taken by who may not see the article", P, lambda n: n.client.get(n.there("evidence")), 404, "", "It does not exist, or it is not yours to see.", "", N.a_live_article),
    Row("evidence of no article", H, lambda n: n.client.get("/admin/articles/article/999999/evidence/"), 404, "", "It does not exist, or it is not yours to see."),
    # Check my copy
    Row("a copy without an address", None, lambda n: n.check_copy("", "/2026/11/typed/"), 400, "copy", "beginning with https://", "/2026/11/typed/"),
    Row("a copy at a private address", None, lambda n: n.check_copy("http://127.0.0.1:8000/x/"), 400, "copy", ".", "http://127.0.0.1:8000/x/"),
    Row("a copy of no kind of site", None, lambda n: n.check_copy(site="penguins"), 400, "site", "Choose what your site is", ELSEWHERE),
    Row("a copy that is a picture", None, lambda n: n.check_theirs(b"\x89PNG" + bytes(90), content_type="image/png"), 400, "copy", "Give the address of the page itself", ELSEWHERE),
    Row("a copy that links to nothing of ours", None, lambda n: n.check_theirs(b"<p>Boats.</p>"), 400, "ours", "Give the address of our article", ELSEWHERE),
    Row("a copy of an article of another site", None, lambda n: n.check_theirs(b"<p>Boats.</p>", "https://other.example/2026/11/boats/"), 400, "ours", "Copy it from the address bar", "https://other.example/2026/11/boats/"),
    Row("a copy of what we withdrew", None, lambda n: n.check_theirs(b"<p>Boats.</p>", f"/{Article.objects.get().path}/"), 400, "ours", "please take your copy down", ELSEWHERE, N.a_withdrawn_article),
    # Commands
    Row("a ledger with an altered row", None, lambda n: n.command("verify_ledger"), CommandError, "", "Entry 2 was altered after it was written.", "", N.an_altered_entry),
    Row("a ledger whose end was cut off", None, lambda n: n.command("verify_ledger"), CommandError, "", "the end was cut off", "", N.a_cut_tail),
    Row("a ledger written again with valid hashes", None, lambda n: n.command("verify_ledger"), CommandError, "", ledger_check.REWRITTEN, "", N.a_chain_written_again),
    Row("a head that the ledger has not", None, lambda n: n.command("verify_ledger", "--head", "f" * 64), CommandError, "", "The head that you gave is not in the ledger", "", N.a_ledger),
    Row("a ledger without its heads outside", None, lambda n: n.command("verify_ledger"), CommandError, "", "ledger.head is missing or empty", "", N.no_heads),
    Row("heads begun where there are some", None, lambda n: n.command("verify_ledger", "--keep-head"), CommandError, "", "Move it away first", "", N.a_ledger),
    Row("an audit of an unconfirmed basis", None, lambda n: n.command("audit_rights"), CommandError, "", "confirm the basis again under Rights, or withdraw it", "", N.an_unconfirmed_basis),
    Row("terms read from a file that is not there", None, lambda n: n.command("read_terms", "/nowhere/terms.txt"), CommandError, "", "Check the name and try again"),
    Row("terms read from a binary file", None, lambda n: n.command("read_terms", n.file(bytes(range(256)))), CommandError, "", "Save the page as plain text"),
    Row("terms read from more than 1 MB", None, lambda n: n.command("read_terms", n.file(b"x" * 1_000_001)), CommandError, "", "Give the page's text alone"),
    Row("overlap with a file that is not there", None, lambda n: n.command("measure_overlap", "/nowhere/theirs.txt", n.file(b"Ours.")), CommandError, "", "Check the name and try again"),
    Row("overlap with a binary file", None, lambda n: n.command("measure_overlap", n.file(b"Theirs."), n.file(bytes(range(256)))), CommandError, "", "Save it as text or HTML"),
    Row("a withdrawal in a way that does not exist", None, lambda n: n.command("withdraw", n.article.path, "--reason=Gone", "--how=vanish"), CommandError, "", "choose from", "", N.a_live_article),
    # Naive times
    Row("a source ended at a naive time", None, lambda n: sourcing.end_relationship(n.source.pk, ends_at=NAIVE, reason="They closed.", by=n.me, at=n.at), ValueError, "", "aware", "", N.a_source),
    Row("terms in force until a naive time", None, lambda n: rebasing.put_in_force(n.terms.pk, [], ends_at=NAIVE, by=n.me, at=n.at), ValueError, "", "aware", "", N.answered_terms),
    Row("an agreement ended at a naive time", None, lambda n: agreeing.end(n.agreement.pk, ends_at=NAIVE, by=n.me, at=n.at), ValueError, "", "aware", "", N.an_agreement),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_what_is_wrong_about_rights_is_said_at_its_field_and_nothing_is_written(row):
    check(row, Newsroom)
