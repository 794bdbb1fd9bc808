"""What is wrong at the partners' door and at the desk's pages about partners: what each answer says, and that nothing is written or lost.

Each row: what is wrong, how it is sent, the status, and what is said. At the desk also the field, and what was typed is still there.
"""

import base64
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from articles import addresses
from articles.models import Author
from articles.tests import builders as desk
from rights.models import Evidence
from syndication import access
from syndication.agreement_forms import MAX_FILE_BYTES
from syndication.credentials import WRONG_ONES
from syndication.models import Agreement, ClassMembership, FeedToken, PartnerContact
from syndication.tests.builders import LONG_AGO, agreement, community_partner, feed_path
from syndication.tests.test_admin import EMPTY, DeskCase, new_token, page

ASKS = "This feed needs credentials"
HUGE = "x" * 10_240
TYPED = {"starts_at": "2026-11-01T00:00", "part": "full", "delay_minutes": "0", "note": "Half a thought & a whole one"}
STILL_THERE = "Half a thought &amp; a whole one"


def basic(words: bytes) -> str:
    return "Basic " + base64.b64encode(words).decode()


@dataclass(frozen=True)
class Door:
    """`shows` is the Authorization header, or with a slash a path."""

    wrong: str
    shows: Callable[[Any], str]
    status: int
    says: str = ""


DOORS = [
    Door("an unknown token", lambda n: addresses.partner_feed("no-such-token"), 404),
    Door("a revoked token", lambda n: addresses.partner_feed(n.revoked), 404),
    Door("an expired token", lambda n: addresses.partner_feed(n.expired), 404),
    Door("a token of 10 kB", lambda n: addresses.partner_feed(HUGE), 404),
    Door("a token of odd bytes", lambda n: "/partners/feeds/%00%FF%ED%A0%80/latest.rss", 404),
    Door("the hash instead of the token", lambda n: addresses.partner_feed(access.hash_of(n.good)), 404),
    Door("a token cut off", lambda n: addresses.partner_feed(n.good[:-1]), 404),
    Door("a format that there is not", lambda n: addresses.partner_feed(n.good, extension="exe"), 404),
    Door("a feed that is not theirs", lambda n: addresses.partner_feed(n.good, "archive"), 404),
    Door("no credentials", lambda n: "", 401, ASKS),
    Door("an unknown bearer", lambda n: "Bearer no-such-token", 401, ASKS),
    Door("a revoked bearer", lambda n: f"Bearer {n.revoked}", 401, ASKS),
    Door("an expired bearer", lambda n: f"Bearer {n.expired}", 401, ASKS),
    Door("a bearer of 10 kB", lambda n: f"Bearer {HUGE}", 401, ASKS),
    Door("a bearer of nothing", lambda n: "Bearer", 401, ASKS),
    Door("Basic that is not base64", lambda n: "Basic %%%", 401, ASKS),
    Door("Basic without a colon", lambda n: basic(n.good.encode()), 401, ASKS),
    Door("Basic that is not UTF-8", lambda n: basic(b"\xff\xfe:\xff"), 401, ASKS),
    Door("Basic with another partner's name", lambda n: basic(f"{n.other.slug}:{n.good}".encode()), 401, ASKS),
    Door("Basic with a name that is nobody's", lambda n: basic(f"nobody:{n.good}".encode()), 401, ASKS),
    Door("Basic with the wrong way round", lambda n: basic(f"{n.good}:{n.row.slug}".encode()), 401, ASKS),
    Door("a scheme that we do not speak", lambda n: f"Digest {n.good}", 401, ASKS),
    Door("a token without a scheme", lambda n: n.good, 401, ASKS),
]


@dataclass(frozen=True)
class Form:
    """`typed` over what is right; `at` the field that is marked; `arrange` what must be there first."""

    wrong: str
    typed: dict[str, Any]
    at: str
    says: str
    arrange: Callable[[Any], Any] = field(default=lambda n: None)


AGREEMENTS = [
    Form("no start", {"starts_at": ""}, "starts_at", "Say when the agreement starts."),
    Form("a start that is no date", {"starts_at": "soon"}, "starts_at", "Type it like 2026-11-30 18:00."),
    Form("a start in the year 1", {"starts_at": "0001-01-01T00:00"}, "starts_at", "Check its four digits."),
    Form("an end in the year 9999", {"ends_at": "9999-12-31T23:59"}, "ends_at", "Check its four digits."),
    Form(
        "dates reversed",
        {"ends_at": "2026-10-01T00:00"},
        "ends_at",
        "The agreement must end after it starts. Correct one of the two dates.",
    ),
    Form("an end at its start", {"ends_at": "2026-11-01T00:00"}, "ends_at", "Correct one of the two dates."),
    Form("a quota of nothing", {"quota": "0"}, "quota", "A quota of 0 supplies nothing. Give a number, or suspend the agreement."),
    Form("a quota below nothing", {"quota": "-3"}, "quota", "Leave it empty for as many as there are."),
    Form("a quota in words", {"quota": "ten"}, "quota", "Type a whole number, such as 60."),
    Form(
        "a delay as long as the agreement", {"ends_at": "2026-11-02T00:00", "delay_minutes": "1440"}, "delay_minutes", "Shorten the delay"
    ),
    Form("a delay of years", {"delay_minutes": "1000000"}, "delay_minutes", "Give it in minutes: a day has 1440."),
    Form("a delay below nothing", {"delay_minutes": "-1"}, "delay_minutes", "Type 0 for none."),
    Form(
        "the partner's country left out", {"territories": "DE AT"}, "territories", "Add its country, or correct the country of the partner."
    ),
    Form("a country that there is not", {"territories": "XX"}, "territories", "Write the two letters of ISO 3166"),
    Form("a country in words", {"territories": "Germany"}, "territories", "Write the two letters of ISO 3166"),
    Form("a language that we do not publish in", {"languages": ["tlh"]}, "languages", "Choose from the list."),
    Form(
        "a tag that there is not", {"tags": "Zeppelins"}, "tags", "There is no tag “Zeppelins”. Choose from the list, or record it first."
    ),
    Form("an author that there is not", {"authors": "Nemo"}, "authors", "There is no author “Nemo”."),
    Form(
        "an author of whom there are two",
        {"authors": "ada quill"},
        "authors",
        "Several are called “ada quill”. Type “ada quill #",
        lambda n: n.two_adas(),
    ),
    Form("a section that is gone", {"sections": ["987654"]}, "sections", "987654"),
    Form("a basis that never goes out", {"bases": ["fair_use"]}, "bases", "Choose another basis as well, or none for every basis."),
    Form("a basis that there is not", {"bases": ["hearsay"]}, "bases", "Choose from the list."),
    Form("a channel that there is not", {"channels": ["fax"]}, "channels", "Choose from the list."),
    Form("an extent that there is not", {"part": "half"}, "part", "Choose how much of a story goes out."),
    Form(
        "what another agreement says",
        {},
        "starts_at",
        "says the same. Change that one, end it, or give this one other dates.",
        lambda n: agreement(n.row),
    ),
]


class DoorTests(DeskCase):
    def setUp(self):
        super().setUp()
        self.row, self.other = community_partner(self.chief), community_partner(self.chief)
        desk.published_article(self.chief, "A headline that is for partners")
        gone, self.revoked = access.issue_token(self.row.pk, by=self.chief, at=LONG_AGO)
        access.revoke_token(gone.pk, by=self.chief, at=LONG_AGO)
        _row, self.expired = access.issue_token(self.row.pk, by=self.chief, at=LONG_AGO, expires_at=self.now)
        _row, self.good = access.issue_token(self.row.pk, by=self.chief, at=LONG_AGO)
        self.client.logout()

    def ask(self, shows):
        path, header = (shows, {}) if shows.startswith("/") else (addresses.partner_feed(), {"authorization": shows} if shows else {})
        return self.client.get(path, headers=header)

    def test_each_gets_a_clear_no_and_nothing_else(self):
        self.assertLess(len(DOORS), WRONG_ONES)
        for door in DOORS:
            with self.subTest(door.wrong):
                answer = self.ask(door.shows(self))
                said = answer.content.decode()

                self.assertEqual(answer.status_code, door.status)
                self.assertIn(door.says, said)
                self.assertNotIn("A headline that is for partners", said)
                self.assertNotIn(self.good, said)
                self.assertEqual("WWW-Authenticate" in answer, door.status == 401)

    def test_nothing_is_posted_there_and_readers_notice_nothing(self):
        self.assertEqual(self.client.post(addresses.partner_feed(self.good)).status_code, 405)
        for number in range(WRONG_ONES + 5):
            last = self.ask(f"Bearer {number}")

        self.assertEqual((last.status_code, last["Retry-After"].isdigit()), (429, True))
        self.assertContains(last, "Wait, then check the token with us.", status_code=429)
        self.assertEqual(self.client.get("/").status_code, 200)


class AgreementTests(DeskCase):
    def setUp(self):
        super().setUp()
        self.row = community_partner(self.chief, territory="NL")
        self.row.agreements.all().delete()
        self.new = reverse("admin:syndication_partner_new_agreement", args=[self.row.pk])

    def two_adas(self):
        desk.author()
        Author.objects.create(name="Ada Quill", slug="ada-quill-2")

    def test_each_is_said_at_its_field_with_a_remedy_and_what_was_typed_is_still_there(self):
        for form in AGREEMENTS:
            for step in ("look", "save"):
                with self.subTest(form.wrong, step=step):
                    Agreement.objects.all().delete()
                    Author.objects.all().delete()
                    form.arrange(self)
                    before = Agreement.objects.count()
                    answer = self.client.post(self.new, {**TYPED, **form.typed, "step": step})
                    errors = answer.context["form"].errors

                    self.assertEqual((answer.status_code, list(errors)), (422, [form.at]))
                    self.assertIn(form.says, " ".join(errors[form.at]))
                    self.assertContains(answer, "Nothing was saved.", status_code=422)
                    self.assertContains(answer, STILL_THERE, status_code=422)
                    self.assertEqual(Agreement.objects.count(), before)

    def test_all_that_is_wrong_is_said_at_once(self):
        answer = self.client.post(
            self.new, {**TYPED, "ends_at": "2026-10-01T00:00", "quota": "0", "territories": "DE", "bases": ["fair_use"]}
        )

        self.assertEqual(set(answer.context["form"].errors), {"ends_at", "quota", "territories", "bases"})

    def test_a_file_that_is_missing_empty_or_too_large_is_not_kept(self):
        kept = agreement(self.row)
        address = reverse("admin:syndication_partner_contract", args=[self.row.pk, kept.pk])
        table = [
            (None, "Choose the file first."),
            (b"", "This file is empty."),
            (b"x" * (MAX_FILE_BYTES + 1), "larger than 10 MB. Attach the pages"),
        ]
        for content, says in table:
            with self.subTest(says):
                sent = {} if content is None else {"file": SimpleUploadedFile("c.pdf", content, "application/pdf")}
                self.assertContains(self.client.post(address, sent), says, status_code=422)
        self.assertEqual(Evidence.objects.count(), 0)


class PartnerTests(DeskCase):
    def test_classes_contacts_and_countries_are_refused_with_a_remedy_and_nothing_typed_is_lost(self):
        row = community_partner(self.chief)
        contact = {
            "contacts-TOTAL_FORMS": "1",
            "contacts-0-partner": row.pk,
            "contacts-0-name": "Rem Ade",
            "contacts-0-email": "rem@quay.example",
        }
        member = {"memberships-TOTAL_FORMS": "1", "memberships-0-partner": row.pk, "memberships-0-party_class": "nonprofit_site"}
        table = [
            ({**member, "memberships-0-evidence_note": " "}, "Say how we know that the partner belongs to this class"),
            ({**member, "memberships-0-party_class": "", "memberships-0-evidence_note": "Their site."}, "Choose the class."),
            ({**contact, "contacts-0-email": ""}, "Give the address that we write to."),
            ({**contact, "contacts-0-email": "rem at quay"}, "Type it like desk@site.example."),
            ({**contact, "contacts-0-name": ""}, "Give the person&#x27;s name."),
            ({"territory": "Netherlands"}, "at most 2 characters"),
            ({"territory": "N1"}, "write two capital letters, such as NL"),
        ]
        for typed, says in table:
            with self.subTest(says):
                sent = {**EMPTY, "name": "A name & more", "state": "active", "home_url": "https://quay.example/", **typed}
                answer = self.client.post(page(row), sent)
                self.assertContains(answer, says)
                self.assertContains(answer, "A name &amp; more")
        row.refresh_from_db()
        self.assertEqual((ClassMembership.objects.count(), PartnerContact.objects.count(), row.name == "A name & more"), (1, 0, False))

    def test_a_contact_stands_once(self):
        row = community_partner(self.chief)
        PartnerContact.objects.create(partner=row, name="Rem", email="rem@quay.example")
        typed = {
            "contacts-TOTAL_FORMS": "1",
            "contacts-0-partner": row.pk,
            "contacts-0-name": "Rem Ade",
            "contacts-0-email": "rem@quay.example",
        }
        answer = self.client.post(page(row), {**EMPTY, "name": row.name, "state": "active", **typed})

        self.assertContains(answer, "This address stands here already. End the other row first.")
        twice = {
            "contacts-TOTAL_FORMS": "2",
            "contacts-1-partner": row.pk,
            "contacts-1-name": "Ade",
            "contacts-1-email": "NEW@quay.example",
        }
        answer = self.client.post(
            page(row), {**EMPTY, "name": row.name, "state": "active", **typed, **twice, "contacts-0-email": "new@quay.example"}
        )
        self.assertContains(answer, "This address stands here already. End the other row first.")

    def test_a_class_is_recorded_once(self):
        row = community_partner(self.chief)
        typed = {"memberships-TOTAL_FORMS": "1", "memberships-0-partner": row.pk, "memberships-0-party_class": "community_site",
                 "memberships-0-evidence_note": "Again."}  # fmt: skip
        answer = self.client.post(page(row), {**EMPTY, "name": row.name, "state": "active", **typed})

        self.assertContains(answer, "This class is recorded already. End the other row first.")

    def test_tokens_that_nobody_could_use_or_tell_apart_are_not_made(self):
        row = community_partner(self.chief)
        past = (self.now - timedelta(minutes=1)).isoformat()
        table = [
            ({"name": ""}, "name", "Say in a word what the new address is for"),
            ({"name": HUGE}, "name", "at most 80 characters"),
            ({"name": "main", "expires_at": past[:16]}, "expires_at", "Choose a later one, or none."),
            ({"name": "main", "expires_at": "tomorrow"}, "expires_at", "Type it like 2026-11-30 18:00."),
        ]
        for typed, at, says in table:
            with self.subTest(says):
                answer = self.client.post(new_token(row), typed)
                self.assertEqual(list(answer.context["token_form"].errors), [at])
                self.assertContains(answer, says, status_code=422)
                self.assertContains(answer, "No address was made.", status_code=422)
        self.assertEqual(FeedToken.objects.count(), 0)

    def test_nothing_wrong_here_touches_a_feed_that_works(self):
        row = community_partner(self.chief)
        path = feed_path(row, self.chief)
        self.client.post(new_token(row), {"name": ""})

        self.assertEqual(self.client.get(path).status_code, 200)
