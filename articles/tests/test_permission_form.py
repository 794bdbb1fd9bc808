"""A permission as the desk types it: what contradicts itself is refused at its field, and the rest becomes the grant."""

from datetime import UTC, datetime

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import SimpleTestCase, TestCase

from articles.forms.permission import PermissionFields
from articles.models import Article
from articles.tests import builders as make
from articles.tests.desk_form import says, send
from articles.vocabulary import Role
from rights.models import Grant

#: What is typed; the field that refuses it; what to do, as it is said there.
REFUSED = [
    ({"from": "2027-02-01T00:00", "to": "2027-01-01T00:00"}, "to", "Correct one of the two dates."),
    ({"from": "2027-02-01T00:00", "to": "2027-02-01T00:00"}, "to", "Correct one of the two dates."),
    ({"not_before": "2027-03-01T00:00", "to": "2027-02-01T00:00"}, "not_before", "Correct one of the two dates."),
    ({"from": "soon"}, "from", "Type it like 2026-11-30 18:00."),
    ({"time_zone": "Tokyo"}, "time_zone", "write it as Europe/Amsterdam or America/New_York."),
    ({"time_zone": "../etc/passwd"}, "time_zone", "write it as Europe/Amsterdam or America/New_York."),
    ({"territories": "DE, EU"}, "territories", "Type two letters for each country, for example DE, AT."),
    ({"territories": "Germany"}, "territories", "Type two letters for each country, for example DE, AT."),
    ({"not_in": "XX"}, "not_in", "Type two letters for each country, for example DE, AT."),
    ({"territories": "DE, AT", "not_in": "AT"}, "not_in", "Take it out of one of the two."),
    ({"part": "excerpt"}, "max_chars", "Type its characters, or its share of the whole."),
    ({"part": "full", "max_chars": "300"}, "part", "Choose “An excerpt”, or empty the length."),
    ({"part": "headline", "max_share": "10"}, "part", "Choose “An excerpt”, or empty the length."),
    ({"part": "excerpt", "max_share": "120"}, "max_share", "Type a smaller number, or leave it empty."),
    ({"part": "excerpt", "max_share": "0"}, "max_share", "Type a larger number, or leave it empty."),
    ({"part": "excerpt", "max_chars": "many"}, "max_chars", "Type digits only."),
    ({"delay_hours": "-1"}, "delay_hours", "Type a larger number, or leave it empty."),
    ({"delay_hours": "99999"}, "delay_hours", "Type a smaller number, or leave it empty."),
    ({"max_uses": "0"}, "max_uses", "Type a larger number, or leave it empty."),
    ({"grantee": "class"}, "class", "Choose the kind of site that this is granted to."),
    ({"class": "educator"}, "class", "or grant it to every site of one kind."),
    ({"class": "martian"}, "class", "martian is not one of the available choices."),
    ({"onward": "none", "uses": ["syndicate"]}, "onward", "Untick the one, or choose another here."),
    ({"onward": "same_offer"}, "onward", "or grant it to every site of one kind."),
    ({"classes": ["educator"]}, "classes", "Tick “Pass it on to partners”, or untick these."),
    ({"grantee": "class", "class": "educator", "exclusive_until": "2027-01-01T00:00"}, "exclusive_until", "Empty this, or grant it to us."),
    ({"fee_paid_at": "2026-11-01T00:00"}, "fee", "Type the fee, or empty the day."),
    ({"strings": ["unaltered"], "uses": ["translate"]}, "strings", "Untick one of the two."),
    ({"uses": ["hologram"]}, "uses", "hologram is not one of the available choices."),
    ({"channels": ["hologram"]}, "channels", "hologram is not one of the available choices."),
    ({"end_action": "explode"}, "end_action", "explode is not one of the available choices."),
    ({"commercial": "perhaps"}, "commercial", "perhaps is not one of the available choices."),
]


def typed(**fields):
    form = PermissionFields({f"permission_{name}": value for name, value in fields.items()})
    if form.is_valid():
        form.check_permission()
    return form


class RefusalTests(SimpleTestCase):
    def test_what_contradicts_itself_is_refused_at_its_field_with_a_remedy_and_stays_typed(self):
        for fields, field, remedy in REFUSED:
            with self.subTest(fields=fields):
                form = typed(**fields)
                self.assertEqual([*form.errors], [f"permission_{field}"])
                self.assertTrue(form.errors[f"permission_{field}"][0].endswith(remedy), form.errors[f"permission_{field}"])
                for name, value in fields.items():
                    self.assertEqual(form[f"permission_{name}"].value(), value)

    def test_nothing_typed_is_a_permission_to_show_it_whole_everywhere(self):
        form = typed()

        self.assertEqual((form.errors, form.has_conditions), ({}, False))
        given = {name: value for name, value in form.conditions().items() if value not in (None, "", [], False)}
        self.assertEqual(given, {"grantee": "house", "onward": "none", "commercial": "any", "part": "full", "end_action": "withdraw"})

    def test_codes_of_countries_may_be_typed_as_one_likes(self):
        self.assertEqual(typed(territories=" de,at;  fr at").cleaned_data["permission_territories"], ["DE", "AT", "FR"])


FULL = {
    "rights__permission_granted_by": "Ivo Ballast",
    "rights__permission_contact": "ivo@lantern.example",
    "rights__permission_uses": ["syndicate"],
    "rights__permission_classes": ["community_site"],
    "rights__permission_channels": ["web", "mail"],
    "rights__permission_territories": "NL, DE",
    "rights__permission_not_in": "US",
    "rights__permission_commercial": "with_consent",
    "rights__permission_part": "excerpt",
    "rights__permission_max_chars": "600",
    "rights__permission_max_share": "25",
    "rights__permission_from": "2026-12-01T00:00",
    "rights__permission_to": "2027-12-01T00:00",
    "rights__permission_end_action": "notice_page",
    "rights__permission_not_before": "2026-12-02T00:00",
    "rights__permission_delay_hours": "48",
    "rights__permission_exclusive_until": "2026-12-24T00:00",
    "rights__permission_notice_days": "30",
    "rights__permission_max_uses": "3",
    "rights__permission_fee": "80 EUR",
    "rights__permission_fee_paid_at": "2026-11-20T00:00",
    "rights__permission_strings": ["no_systematic", "no_resale"],
    "rights__permission_note": "Agreed by telephone first.",
}
RECORD = {"rights__whose": "sources_own", "rights__holder": "The Lantern", "rights__basis": "written_permission"}


class RecordedTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        make.house()
        cls.desk = make.user_with(Role.RIGHTS_DESK, Role.EDITOR)
        cls.article = make.taken_article(make.everyone())
        cls.page = f"/admin/articles/article/{cls.article.pk}/change/"

    def setUp(self):
        self.client.force_login(self.desk)

    def send(self, **fields):
        letter = SimpleUploadedFile("letter.eml", b"Dear editors, yes.", "message/rfc822")
        return send(self.client, self.page, rights__permission_file=letter, **{**RECORD, **fields})

    def grant(self) -> Grant:
        return Article.objects.get().work.grants.get(revoked_at=None)

    def test_everything_that_is_typed_stands_in_the_grant_and_in_the_form_again(self):
        self.send(**FULL)

        grant = self.grant()
        self.assertEqual((grant.recipients, grant.channels), (["public", "class:community_site"], ["web", "mail"]))
        self.assertEqual((grant.territories, grant.territories_denied, grant.onward), (["NL", "DE"], ["US"], "sublicensable"))
        self.assertEqual((grant.commercial, grant.part, grant.max_chars, grant.max_share), ("with_consent", "excerpt", 600, 0.25))
        self.assertEqual((grant.end_action, grant.delay_hours, grant.notice_days, grant.max_uses), ("notice_page", 48, 30, 3))
        self.assertEqual((grant.fee, grant.no_systematic, grant.no_resale, grant.no_ads_adjacent), ("80 EUR", True, True, False))
        self.assertEqual((grant.contact, grant.note), ("ivo@lantern.example", "Agreed by telephone first."))
        midnight = datetime(2026, 12, 1, 23, tzinfo=UTC)  # In Amsterdam.
        self.assertEqual((grant.not_before, grant.exclusive_until), (midnight, datetime(2026, 12, 23, 23, tzinfo=UTC)))
        form = self.client.get(self.page).context["sheet"].rights
        self.assertTrue(form.has_conditions)
        for name in ("territories", "classes", "max_share", "strings", "end_action", "delay_hours", "fee"):
            typed = FULL[f"rights__permission_{name}"]
            self.assertIn(form[f"permission_{name}"].value(), (typed, int(typed) if str(typed).isdigit() else typed))

    def test_what_is_saved_again_unchanged_is_the_same_permission(self):
        self.send(**FULL)
        before = self.grant()

        send(self.client, self.page)

        self.assertEqual(self.grant().pk, before.pk)

    def test_a_refusal_keeps_what_was_typed_and_writes_no_grant(self):
        response = self.send(**{**FULL, "rights__permission_territories": "NL, EU"})

        self.assertEqual((response.status_code, Grant.objects.count()), (422, 0))
        self.assertIn("EU: no country has this code.", says(response))
        self.assertIn("Agreed by telephone first.", response.content.decode())
        self.assertIn("NL, EU", response.content.decode())

    def test_a_contract_of_another_zone_ends_by_its_own_clock(self):
        self.send(rights__permission_to="2027-03-31T23:59", rights__permission_time_zone="Asia/Tokyo")

        grant = self.grant()
        self.assertEqual((grant.valid_to, grant.time_zone), (datetime(2027, 3, 31, 14, 59, tzinfo=UTC), "Asia/Tokyo"))
        self.assertContains(self.client.get(self.page), 'value="2027-03-31T23:59"')
