"""One table of what people and machines get wrong: what is answered, at which field, with which remedy, what they typed still there.

Each row is done through the form by the role that may, or may not; by the command or the act where there is no form.
Nothing is written: every row of every table of ours is the same afterwards.
"""

# ruff: noqa: E501 -- one row of the table is one line
import io
import time
from typing import Any
from unittest import mock

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError
from PIL import Image

from articles import basing, drafting, publishing, worksheets
from articles.refusals import Refused
from articles.tests import builders
from articles.tests.desk_form import fields, send
from articles.vocabulary import CorrectionKind, Role
from house.models import House
from house.profile import record_profile
from house.tests.loopback import answer, gateway_to, serving
from newsroom.tests.bad_input import ELSEWHERE, NAIVE, Desk, Row, check
from newsroom.tests.test_setup_newsroom import set_up
from rights.vocabulary import Basis
from syndication import access
from syndication.tests.builders import community_partner
from wire import intake

pytestmark = pytest.mark.django_db

REPUBLISH, NEW_ARTICLE, NEW_PICTURE = "/admin/republish/", "/admin/articles/article/add/", "/admin/articles/mediaasset/add/"
LIST, HOUSE, NEW_PARTNER = "/admin/articles/article/", "/admin/house/house/add/", "/admin/syndication/partner/add/"


class Newsroom(Desk):
    """What the rows below need besides."""

    # What is given --------------------------------------------------------

    def no_profile_yet(self) -> None:
        House.objects.all()._raw_delete("default")

    def an_anothers_draft(self) -> None:
        self.article = builders.own_article(self.people[Role.EDITOR], "Not yours to see", at=self.at)
        self.article.credits.all().delete()

    def a_draft_that_another_saved(self) -> None:
        """The page was opened, and then somebody else saved."""
        self.an_own_draft()
        self.opened = fields(self.client.get(self.page).content.decode())
        changes = {"headline": "Theirs stands now", "body": "<p>Their words.</p>"}
        drafting.save(self.article.pk, changes, edit_number=self.article.edit_number, by=self.everyone, at=self.at)

    def a_permission_without_its_letter(self) -> None:
        self.a_taken_draft()
        builders.confirm_terms(self.article, self.everyone, at=self.at)
        basing.record(self.article.pk, builders.RECORD, basis=Basis.WRITTEN_PERMISSION, by=self.everyone, at=self.at)

    def a_partner(self) -> None:
        self.partner = community_partner(self.people[Role.PARTNER_MANAGER])

    def a_revoked_token(self) -> None:
        self.a_partner()
        manager = self.people[Role.PARTNER_MANAGER]
        row, self.token = access.issue_token(self.partner.pk, by=manager, at=self.at)
        access.revoke_token(row.pk, by=manager, at=self.at)

    # Hands ----------------------------------------------------------------

    def fetch(self, behaviour: Any, **limits: Any) -> Any:
        with serving(behaviour) as server, mock.patch.multiple(intake, GATEWAY=gateway_to(server), **limits):
            return self.post(REPUBLISH, address=ELSEWHERE)

    def new_article(self, **typed: Any) -> Any:
        return send(self.client, NEW_ARTICLE, **{"headline": "A headline", **typed})

    def new_picture(self, content: bytes | None) -> Any:
        file = {} if content is None else {"file": SimpleUploadedFile("quay.jpg", content, "image/jpeg")}
        return self.post(NEW_PICTURE, title="Boats at the quay", **{"rights-whose": "ours", "rights-basis": "own_staff"}, **file)

    def partner_page(self, address: str, **typed: Any) -> Any:
        sent = fields(self.client.get(address).content.decode(), "partner_form")
        return self.client.post(address, {**sent, **typed})


WITHOUT_TERMS = "A headline\n\nA first paragraph with enough words to be one.\n\nAnd a second paragraph after it."
A_DRAFT = {
    "articles.Article": 1, "articles.Origin": 1, "articles.Revision": 1,
    "rights.Work": 1, "rights.Source": 1, "rights.Evidence": 1, "rights.LedgerEntry": 1,
}  # fmt: skip


def drawn(width: int, height: int, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new("1" if kind == "PNG" else "RGB", (width, height)).save(out, kind)
    return out.getvalue()


def flood(wire: Any, _request: bytes) -> None:
    wire.sendall(answer(content_length="52428800"))
    for _ in range(50):
        wire.sendall(b"x" * 1_048_576)


C, E, R, H, P = Role.CONTRIBUTOR, Role.EDITOR, Role.RIGHTS_DESK, Role.CHIEF, Role.PARTNER_MANAGER
N = Newsroom
ROWS = [
    # A page that is brought in
    Row("nothing pasted", E, lambda n: n.post(REPUBLISH), 422, "text", "Paste the page, choose a file or give its address."),
    Row("only white space", E, lambda n: n.post(REPUBLISH, text=" \n\t \u200b "), 422, "text", "nothing"),
    Row("5 MB pasted", E, lambda n: n.post(REPUBLISH, text="A headline\n\n" + "word " * 1_000_000), 422, "text", "2 MB", "A headline"),
    Row("a binary file", E, lambda n: n.post(REPUBLISH, file=SimpleUploadedFile("page.txt", bytes(range(256)) * 40)), 422, "file", "text"),
    Row("a file of 2.1 MB", E, lambda n: n.post(REPUBLISH, file=SimpleUploadedFile("page.txt", b"x" * 2_100_000)), 422, "file", "Save only"),
    Row("markup without end", E, lambda n: n.post(REPUBLISH, text="<html><body>" + "<div>" * 50_000 + "deep"), 422, "text", "deep", "<div>"),
    Row("two ways at once", E, lambda n: n.post(REPUBLISH, text="By hand", address=ELSEWHERE), 422, "address", "one way at a time", "By hand"),
    Row("no address", E, lambda n: n.post(REPUBLISH, address="not an address"), 422, "address", "valid", "not an address"),
    Row("a private address", E, lambda n: n.post(REPUBLISH, address="http://127.0.0.1:8000/admin/"), 422, "address", ".", "127.0.0.1:8000"),
    Row("the cloud's own address", E, lambda n: n.post(REPUBLISH, address="http://169.254.169.254/"), 422, "address", ".", "169.254.169.254"),
    Row("a redirect to a private address", E, lambda n: n.fetch(answer("302 Found", location="http://10.0.0.1/")), 422, "address", ".", ELSEWHERE),
    Row("a page that is not there", E, lambda n: n.fetch(answer("404 Not Found", b"no")), 422, "address", "404", ELSEWHERE),
    Row("an answer of 50 MB", E, lambda n: n.fetch(flood), 422, "address", ".", ELSEWHERE),
    Row("a site that hangs", E, lambda n: n.fetch(lambda wire, _: time.sleep(3), TIMEOUT_SECONDS=0.5), 422, "address", ".", ELSEWHERE),
    Row("a picture at the address", E, lambda n: n.fetch(answer(body=b"\x89PNG\r\n\x1a\n" + bytes(500), content_type="image/png")), 422, "address", ".", ELSEWHERE),
    Row("a page without terms", E, lambda n: n.post(REPUBLISH, text=WITHOUT_TERMS), 302, "", "", made=A_DRAFT | {"articles.Fingerprint": 3}),
    Row("lone surrogates", E, lambda n: n.client.generic("POST", REPUBLISH, b"text=A+headline%0A%0AA+lone+%ED%A0%80+surrogate+in+the+middle+of+a+paragraph.", "application/x-www-form-urlencoded"), 302, "", "", made=A_DRAFT | {"articles.Fingerprint": 2}),
    Row("republished without the role", P, lambda n: n.post(REPUBLISH, text="A page"), 403, "", "Ask the operator for the role"),
    # The words
    Row("no headline", E, lambda n: n.new_article(headline="", dek="Ships lie at anchor."), 422, "headline", "Type one", "Ships lie at anchor."),
    Row("a headline of 300 characters", E, lambda n: n.new_article(headline="long " * 60), 422, "headline", "at most 200", "long long"),
    Row("an expiry before the embargo", E, lambda n: n.new_article(embargoed_until="2027-01-02T10:00", expires_at="2027-01-01T10:00"), 422, "expires_at", "Correct one of the two", "2027-01-02T10:00"),
    Row("an embargo that is no date", E, lambda n: n.new_article(embargoed_until="next Tuesday"), 422, "embargoed_until", "Type it like 2026-11-30 18:00", "A headline"),
    Row("an author whom nobody knows", E, lambda n: n.new_article(**{"credits-0-name": "Ada Quil"}), 422, "credits-0-name", "Tick the box to record a new author", "Ada Quil"),
    Row("a text nested without end", E, lambda n: n.new_article(body="<blockquote>" * 5_000 + "deep"), 422, "body", "Shorten or simplify", "A headline"),
    Row("two editors at once", E, lambda n: n.client.post(n.page, {**n.opened, "headline": "Mine is here", "act": "save"}), 409, "id_headline", "take over what you need and save again", "Mine is here", N.a_draft_that_another_saved),
    Row("two editors at once, theirs is shown", E, lambda n: n.client.post(n.page, {**n.opened, "headline": "Mine is here", "act": "save"}), 409, "", "Your text is below beside theirs", "Their words.", N.a_draft_that_another_saved),
    Row("another's draft", C, lambda n: n.direct("publish"), 404, "", "not yours to see", "", N.an_anothers_draft),
    # On what a use rests
    Row("published without a basis", None, lambda n: n.press("publish"), 422, "basis", "Choose one under Rights.", "", N.a_taken_draft),
    Row("published without a clearance", None, lambda n: n.press("publish"), 422, "moves", "Ask the rights desk to clear it.", "", N.an_own_draft),
    Row("published from the list without a clearance", None, lambda n: n.client.post(LIST, {"action": "publish", "_selected_action": [n.article.pk]}, follow=True), 200, "", "Ask the rights desk to clear it.", "", N.an_own_draft),
    Row("the source's terms, whose text is not known", None, lambda n: n.press("save", **{"rights-basis": "source_terms"}), 422, "basis", "First say whose text this is.", "", N.a_taken_draft),
    Row("Creative Commons without its licence", E, lambda n: n.press("save", **{"rights-basis": "cc", "rights-holder": "Typed holder"}), 422, "rights-licence", "Choose the one that the work is under.", "Typed holder", N.a_taken_draft),
    Row("a permission without its letter", None, lambda n: n.press("clear"), 422, "id_rights-permission_file", "Attach the letter, mail or contract.", "", N.a_permission_without_its_letter),
    Row("a permission that ends before it begins", None, lambda n: n.press("save", **{"rights-basis": "written_permission", "rights-permission_from": "2027-02-01T00:00", "rights-permission_to": "2027-01-01T00:00"}), 422, "rights-permission_to", "Correct one of the two dates.", "2027-02-01", N.a_taken_draft),
    Row("a letter of 11 MB", None, lambda n: n.press("save", **{"rights-basis": "written_permission", "rights-permission_file": SimpleUploadedFile("letter.pdf", bytes(11_000_000))}), 422, "rights-permission_file", "Attach the page that grants the permission.", "", N.a_taken_draft),
    Row("an original that is no web address", E, lambda n: n.press("save", **{"rights-original_url": "in the paper"}), 422, "rights-original_url", "beginning with https://", "in the paper", N.a_taken_draft),
    # The worksheet
    Row("a worksheet with a short reason", E, lambda n: n.worksheet(purpose_reason="Because."), 422, "purpose_reason", "Say what ours adds that the original does not.", "Because.", N.a_judged_draft),
    Row("a worksheet without a reason", E, lambda n: n.worksheet(effect_reason=""), 422, "effect_reason", "Say whether a reader could skip the original.", "We discuss each sentence of it.", N.a_judged_draft),
    Row("a worksheet without an excerpt", E, lambda n: n.worksheet(excerpt=" "), 422, "excerpt", "Choose the passage that everyone may read.", "We discuss each sentence of it.", N.a_judged_draft),
    Row("a worksheet for a country of three letters", E, lambda n: n.worksheet(jurisdiction="USA"), 422, "jurisdiction", "two letters", "USA", N.a_judged_draft),
    Row("a worksheet approved by its author", R, lambda n: n.post(n.there("approve"), outcome="approved", conclusion="I find it fair.", **dict.fromkeys([str(q.code) for q in worksheets.questions(n.sheet)], "Yes.")), 403, "", "Ask someone else from the rights desk or a chief.", "", N.my_worksheet),
    Row("a worksheet approved without a conclusion", R, lambda n: n.post(n.there("approve"), outcome="approved", conclusion=" "), 422, "conclusion", "Say in a sentence why you find this use fair.", "", N.anothers_worksheet),
    Row("a worksheet approved by an editor", E, lambda n: n.post(n.there("approve"), outcome="approved", conclusion="I find it fair.", **dict.fromkeys([str(q.code) for q in worksheets.questions(n.sheet)], "Yes.")), 403, "", "Ask a person who is rights desk or chief.", "", N.anothers_worksheet),
    # Moves, and who may make them
    Row("scheduled in the past", None, lambda n: n.press("schedule", visible_from="2020-01-01T10:00"), 422, "id_visible_from", "Choose a later one, or publish now.", "2020-01-01T10:00", N.a_cleared_draft),
    Row("scheduled for no moment", None, lambda n: n.press("schedule", visible_from=""), 422, "id_visible_from", "Say when it shall be published.", "", N.a_cleared_draft),
    Row("a correction without a note", None, lambda n: n.press("correct", note="", kind="apology"), 422, "id_note", "Say what was wrong and what is right", "", N.a_live_article),
    Row("withdrawn without a reason", H, lambda n: n.post(n.there("withdraw/unpublish"), public_reason="It is gone."), 422, "reason", "Say in a sentence why", "It is gone.", N.a_live_article),
    Row("withdrawn by an editor", E, lambda n: n.post(n.there("withdraw/kill"), reason="I want it gone."), 403, "", "Ask a person who is chief.", "I want it gone.", N.a_live_article),
    Row("held without a reason", E, lambda n: n.post(n.there("hold"), kind="legal", reason=""), 422, "reason", "Say in a sentence why it is placed.", "", N.a_live_article),
    Row("published by a contributor, directly", C, lambda n: n.press("publish"), 403, "moves", "Ask a person who is chief.", "", N.an_own_draft),
    Row("cleared by an editor, directly", E, lambda n: n.press("clear"), 403, "moves", "Ask a person who is rights desk.", "", N.an_own_draft),
    Row("an act that does not exist", E, lambda n: n.press("publish_everything"), 422, "moves", "Use the buttons of this page.", "", N.an_own_draft),
    Row("a hold that does not exist", R, lambda n: n.press("lift:999"), 422, "moves", "Load the page again.", "", N.an_own_draft),
    # Pictures
    Row("no picture", E, lambda n: n.new_picture(None), 422, "file", "Choose the picture's file.", "Boats at the quay"),
    Row("a picture that is none", E, lambda n: n.new_picture(b"GIF89a of a sort"), 422, "file", "Use JPEG, PNG, WebP or AVIF.", "Boats at the quay"),
    Row("a picture that was cut off", E, lambda n: n.new_picture(drawn(640, 400, "JPEG")[:1500]), 422, "file", "Save it again from its original", "Boats at the quay"),
    Row("a picture of 70 million pixels", E, lambda n: n.new_picture(drawn(10_000, 7_000)), 422, "file", "at most 9,000 pixels wide", "Boats at the quay"),
    # Partners and the house
    Row("an unknown token", None, lambda n: n.client.get("/partners/feeds/no-such-token/latest.rss"), 404, "", ""),
    Row("a revoked token", None, lambda n: n.client.get(f"/partners/feeds/{n.token}/latest.rss"), 404, "", "", "", N.a_revoked_token),
    Row("a class without evidence", P, lambda n: n.partner_page(f"/admin/syndication/partner/{n.partner.pk}/change/", **{"memberships-TOTAL_FORMS": "2", "memberships-1-party_class": "press", "memberships-1-evidence_note": "", "memberships-1-partner": n.partner.pk}), 200, "memberships-1-evidence_note", "what we saw, and when", "", N.a_partner),
    Row("an agreement that ends before it starts", P, lambda n: n.post(f"/admin/syndication/partner/{n.partner.pk}/agreements/new/", starts_at="2027-02-01T00:00", ends_at="2027-01-01T00:00", part="full"), 422, "ends_at", "Correct one of the two dates.", "2027-02-01", N.a_partner),
    Row("a partner made by a chief", H, lambda n: n.post(NEW_PARTNER, name="Mine"), 403, "", "Ask the operator for the role"),
    Row("a community site that does not say why", H, lambda n: n.client.post(HOUSE, {**fields(n.client.get(HOUSE).content.decode(), "house_form"), "community_reason": ""}), 200, "community_reason", "Say in a sentence why"),
    # Commands, and acts that no form leads to
    Row("a command for a page that was never public", None, lambda n: n.command("withdraw", "/2026/01/never/", "--reason=Gone"), CommandError, "", "Give its address as readers see it."),
    Row("a command in nobody's name", None, lambda n: n.command("withdraw", n.article.path, "--reason=Gone", "--by=nobody"), CommandError, "", "no account nobody", "", N.a_live_article),
    Row("a command without its reason", None, lambda n: n.command("withdraw", n.article.path, "--reason="), CommandError, "", "Say in a sentence why", "", N.a_live_article),
    Row("a command for a file that is not there", None, lambda n: n.command("republish", "/nowhere/page.txt"), CommandError, "", "Check the name and try again."),
    Row("a newsroom in no time zone", None, lambda n: set_up(time_zone="CEST+1"), CommandError, "", "write it as Europe/Amsterdam", "", N.no_profile_yet),
    Row("scheduled for a naive date", None, lambda n: publishing.schedule(n.article.pk, by=n.everyone, at=n.at, visible_from=NAIVE), ValueError, "", "aware", "", N.an_own_draft),
    Row("a profile in force from a naive date", None, lambda n: record_profile(by=n.everyone, at=NAIVE, name="Another"), ValueError, "", "in UTC"),
    Row("a correction without a note, by the act", None, lambda n: publishing.correct(n.article.pk, by=n.everyone, at=n.at, kind=CorrectionKind.APOLOGY, note=" "), Refused, "note", "readers see it", "", N.a_live_article),
]  # fmt: skip


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.what)
def test_what_is_wrong_is_said_at_its_field_and_nothing_is_written(row):
    check(row, Newsroom)
