import re
from zoneinfo import ZoneInfo

from django.test import SimpleTestCase

from articles import attribution
from articles.attribution import owed
from articles.attribution.reasons import REASONS
from articles.vocabulary import AuthorKind, CorrectionKind, CreditRole
from rights.facts import Duty
from rights.obligations import Form, unmet
from rights.vocabulary import Basis, Obligation

BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
PHRASES = ("republished", "quoted", "by", "first_published", "on", "licence", "changes", "alike", "ask", "canonical")


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


class OwedTests(SimpleTestCase):
    DUTIES = (
        Duty(Obligation.CREDIT_SOURCE, "The Lantern"),
        Duty(Obligation.COPYRIGHT_LINE, "© 2026 The Lantern"),
        Duty(Obligation.LINK_ORIGINAL, "https://lantern.example/a?b=1&c=2"),
    )

    def test_the_credit_meets_what_the_terms_oblige(self):
        self.assertEqual(unmet(attribution.credit_html(record()), self.DUTIES, Form.PAGE), ())

    def test_what_the_credit_does_not_show_is_added_a_line_each(self):
        asked = Duty(Obligation.CREDIT_SOURCE, "Lantern Media Group, used with thanks")

        self.assertEqual(
            attribution.owed_html((*self.DUTIES, asked), attribution.credit_html(record()), Form.PAGE, attribution.known(record())),
            ("Lantern Media Group, used with thanks",),
        )

    def test_every_duty_that_a_line_can_meet_is_met_by_its_line(self):
        values = {
            Obligation.LINK_ORIGINAL: "https://lantern.example/x",
            Obligation.CANONICAL_TO_ORIGINAL: "https://lantern.example/x",
            Obligation.LICENCE_LINK: BY_SA,
            Obligation.SHARE_ALIKE: BY_SA,
            Obligation.COUNTER: "https://count.example/p.gif",
        }
        for language in ("en", "fr", "es", "de", "ar", "nl"):
            for obligation in owed.LINES:
                duty = Duty(obligation, values.get(obligation, "حداد & Sons"))
                with self.subTest(language=language, obligation=obligation):
                    lines = attribution.owed_html([duty], "", Form.FEED_ITEM, attribution.known(record()), language)
                    self.assertEqual(unmet("".join(f"<p>{line}</p>" for line in lines), [duty], Form.FEED_ITEM), ())
                    if obligation is not Obligation.COUNTER:
                        text = attribution.owed_text([duty], "", Form.SNIPPET, attribution.known(record()), language)
                        self.assertEqual(unmet("\n\n".join(text), [duty], Form.SNIPPET, is_plain=True), ())


class LanguageTests(SimpleTestCase):
    def test_the_credit_speaks_the_articles_language(self):
        frozen = record(original={**record()["original"], "published_at": "2026-05-03T23:30:00+00:00"}, changes="Coupé.")

        self.assertIn(", par Ivo Ballast, publié à l’origine par ", attribution.credit_html(frozen, "fr"))
        self.assertIn(", le 3 mai 2026. Modifications : Coupé. ©", attribution.credit_html(frozen, "fr-BE"))
        self.assertIn(", el 4 de mayo de 2026.", attribution.credit_html(frozen, "es", ZoneInfo("Europe/Madrid")))
        self.assertIn(", first published by ", attribution.credit_html(frozen, "nl"))
        self.assertEqual(attribution.spoken("nl").language, "en")

    def test_the_byline_speaks_it_too_and_keeps_names_apart_in_either_direction(self):
        frozen = record(credits=[credit("Ada"), credit("ليلى حداد"), credit("Bo", CreditRole.TRANSLATED)])

        self.assertEqual(attribution.byline_text(frozen, "fr"), "Par Ada et \u2068ليلى حداد\u2069 · Traduit par Bo")
        self.assertEqual(attribution.byline_text(frozen, "ar"), "بقلم \u2068Ada\u2069 وليلى حداد · ترجمة \u2068Bo\u2069")

    def test_a_name_in_another_direction_is_isolated_in_html(self):
        frozen = record(original={"title": "ميناء", "author": "ليلى", "url": "https://lantern.example/a", "published_at": None})

        self.assertIn('<a href="https://lantern.example/a"><bdi>ميناء</bdi></a>, by <bdi>ليلى</bdi>,', attribution.credit_html(frozen))
        self.assertIn(
            'بقلم ليلى، نُشر أولًا في <a href="https://lantern.example/"><bdi>The Lantern</bdi></a>',
            attribution.credit_html(frozen, "ar"),
        )

    def test_every_language_has_every_phrase_and_keeps_its_place_for_the_name(self):
        for furniture in attribution.FURNITURE.values():
            phrases = {name: getattr(furniture, name) for name in PHRASES}
            with self.subTest(language=furniture.language):
                self.assertEqual([name for name, phrase in phrases.items() if phrase.count("{}") != 1], [])
                self.assertEqual((set(furniture.roles), set(furniture.corrections)), (set(CreditRole), set(CorrectionKind)))
                self.assertTrue("canonical" in furniture.canonical.lower() and "noindex" in furniture.noindex)


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

    def test_every_language_of_the_furniture_has_every_sentence_with_its_places(self):
        self.assertEqual(set(REASONS), set(attribution.FURNITURE))
        for language, said in REASONS.items():
            for name, phrase in vars(said).items():
                for basis, sentence in (phrase if isinstance(phrase, dict) else {"": phrase}).items():
                    english = vars(REASONS["en"])[name]
                    with self.subTest(language=language, name=name, basis=basis):
                        self.assertEqual(_places(sentence), _places(english[basis] if basis else english))

    def test_it_is_said_in_the_language_of_the_article_and_in_english_where_we_have_no_words(self):
        german = attribution.why_shown(record(), "The Courier", "de-AT")

        self.assertEqual(german[0], "Dieser Text ist von Ivo Ballast und wurde zuerst von The Lantern veröffentlicht.")
        self.assertEqual(attribution.why_shown(record(), "The Courier", "nl"), attribution.why_shown(record(), "The Courier"))

    def test_a_name_in_another_direction_stands_apart(self):
        arabic = attribution.why_shown(record(), "The Courier", "ar")[0]

        self.assertEqual(arabic, "هذا النص بقلم \u2068Ivo Ballast\u2069، وقد نُشر أولًا في \u2068The Lantern\u2069.")

    def test_braces_in_a_name_are_a_name(self):
        self.assertEqual(attribution.why_shown(record(), "{who}", "en")[0], attribution.why_shown(record(), "X", "en")[0])
        self.assertIn("{source}", attribution.why_shown(record(basis=Basis.OWN_STAFF), "{source}", "en")[0])

    def test_every_basis_has_its_sentence(self):
        for basis in Basis:
            with self.subTest(basis=basis):
                self.assertTrue(attribution.why_shown(record(basis=basis), "The Courier")[1].endswith("."))


def _places(sentence):
    return sorted(re.findall(r"\{(\w+)\}", sentence))
