from django.test import SimpleTestCase

from articles import attribution
from articles.vocabulary import AuthorKind, CreditRole
from rights.facts import Duty
from rights.vocabulary import Basis, Obligation


def credit(name, role=CreditRole.BY, kind=AuthorKind.PERSON):
    return {"name": name, "slug": name.lower(), "kind": kind, "role": role}


def record(**changes):
    return {
        "credits": [credit("Ada Quill")],
        "basis": Basis.SOURCE_TERMS,
        "source": {"name": "The Lantern", "url": "https://lantern.example/"},
        "original": {"title": "Dredging & dust", "author": "Ivo Ballast", "url": "https://lantern.example/a?b=1&c=2", "published_at": None},
        "holder": "The Lantern",
        "copyright_line": "© 2026 The Lantern",
        "licence": None,
        "changes": "",
        **changes,
    }


class BylineTests(SimpleTestCase):
    def test_names_stand_by_role_in_the_order_of_the_record(self):
        frozen = record(credits=[credit("Ada"), credit("Bo"), credit("Cy"), credit("Di", CreditRole.TRANSLATED)])

        self.assertEqual(attribution.byline_text(frozen), "By Ada, Bo and Cy · Translated by Di")

    def test_an_institution_alone_is_said_as_such(self):
        frozen = record(credits=[credit("Global Desk", kind=AuthorKind.INSTITUTION)])

        self.assertEqual(attribution.byline_text(frozen), "Articles by: Global Desk")

    def test_a_right_to_left_name_does_not_reorder_its_neighbours(self):
        frozen = record(credits=[credit("Ada"), credit("ليلى حداد")])

        self.assertEqual(attribution.byline_text(frozen), "By Ada and \u2068ليلى حداد\u2069")

    def test_only_those_who_wrote_it_are_creators(self):
        frozen = record(credits=[credit("Ada"), credit("Bo", CreditRole.PHOTOGRAPHS)])

        self.assertEqual(attribution.author_names(frozen), ["Ada"])


class CreditTests(SimpleTestCase):
    def test_the_credit_names_title_author_source_and_line_with_working_links(self):
        self.assertEqual(
            attribution.credit_html(record()),
            '<a href="https://lantern.example/a?b=1&amp;c=2">Dredging &amp; dust</a>, by Ivo Ballast, first published by '
            '<a href="https://lantern.example/">The Lantern</a>. © 2026 The Lantern',
        )

    def test_a_licence_is_linked_as_one(self):
        licence = {"name": "CC BY 4.0", "url": "https://creativecommons.org/licenses/by/4.0/", "spdx": "CC-BY-4.0"}

        self.assertIn(
            '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">', attribution.credit_html(record(licence=licence))
        )

    def test_what_was_changed_is_said(self):
        self.assertIn("Changes: Shortened.", attribution.credit_html(record(changes="Shortened")))

    def test_names_from_elsewhere_can_not_write_html(self):
        frozen = record(source={"name": "<script>x</script>", "url": ""})

        self.assertNotIn("<script>", attribution.credit_html(frozen))

    def test_our_own_work_has_no_origin(self):
        frozen = record(basis=Basis.OWN_STAFF, source=None)

        self.assertEqual((attribution.origin_label(frozen), attribution.credit_html(frozen)), ("", "© 2026 The Lantern"))


class DutyTests(SimpleTestCase):
    DUTIES = (
        Duty(Obligation.CREDIT_SOURCE, "The Lantern"),
        Duty(Obligation.COPYRIGHT_LINE, "© 2026 The Lantern"),
        Duty(Obligation.LINK_ORIGINAL, "https://lantern.example/a?b=1&c=2"),
    )

    def test_the_credit_meets_what_the_terms_oblige(self):
        self.assertEqual(attribution.unmet(self.DUTIES, attribution.credit_html(record())), [])

    def test_each_duty_that_is_missing_is_found(self):
        self.assertEqual(attribution.unmet(self.DUTIES, "<p>Nothing.</p>"), list(self.DUTIES))

    def test_an_address_in_words_is_no_link(self):
        self.assertEqual(attribution.unmet(self.DUTIES[2:], "https://lantern.example/a?b=1&amp;c=2"), list(self.DUTIES[2:]))


class WhyTests(SimpleTestCase):
    def test_two_sentences_say_where_it_comes_from_and_why_we_may_show_it(self):
        came, why = attribution.why_shown(record(), "The Courier")

        self.assertEqual(came, "This was written by Ivo Ballast and first published by The Lantern.")
        self.assertEqual(
            why, "We may show it because The Lantern lets non-commercial community sites republish it, with credit and a link."
        )

    def test_what_is_not_ours_and_names_no_source_is_never_called_ours(self):
        came, why = attribution.why_shown(record(basis=Basis.PUBLIC_DOMAIN, source=None), "The Courier")

        self.assertEqual(came, "This was not written for The Courier: it belongs to The Lantern.")
        self.assertEqual(why, "We may show it because it is in the public domain.")

    def test_every_basis_has_its_sentence(self):
        for basis in Basis:
            with self.subTest(basis=basis):
                self.assertTrue(attribution.why_shown(record(basis=basis), "The Courier")[1].endswith("."))
