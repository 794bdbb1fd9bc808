"""Every obligation in every form: met, missing, there but hidden, there but altered. Outputs are typed here by hand."""

from datetime import UTC, datetime, timedelta

from django.test import SimpleTestCase

from rights.facts import Duty
from rights.obligations import Form, Owed, findings, unmet
from rights.vocabulary import Obligation

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
ORIGINAL = "https://lantern.example/2026/dredging?page=1&full=yes"
IN_HTML = ORIGINAL.replace("&", "&amp;")
BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
NOTICE = "The author alone answers for this text. The Lantern does not."
PIXEL = "https://count.lantern.example/pixel.gif?id=7"
CLEARED = "/pictures/1/abc-960.jpg"
NOTHING = Owed()
ENDED = Owed(ended_at=NOON, at=NOON + timedelta(days=8))

#: Obligation → value, HTML that meets it, HTML that is altered so that it does not.
WORDS = {
    Obligation.CREDIT_AUTHOR: ("Ivo Ballast", "<p>By Ivo Ballast.</p>", "<p>By Ivo Ballastier.</p>"),
    Obligation.CREDIT_SOURCE: ("The Lantern", "<p>From The Lantern</p>", "<p>From The Lanterns</p>"),
    Obligation.COPYRIGHT_LINE: ("© 2026 The Lantern", "<p>© 2026 The Lantern.</p>", "<p>© 2025 The Lantern</p>"),
    Obligation.LINK_ORIGINAL: (
        ORIGINAL,
        f'<p><a href="{IN_HTML}">Dredging</a></p>',
        f'<p><a rel="nofollow" href="{IN_HTML}">Dredging</a></p>',
    ),
    Obligation.LICENCE_LINK: (BY_SA, f'<p><a rel="license" href="{BY_SA}">CC BY-SA</a></p>', f'<p><a href="{BY_SA}">CC BY-SA</a></p>'),
    Obligation.KEEP_NOTICE: (NOTICE, f"<p>{NOTICE}</p>", f"<p>It is not so that: {NOTICE}</p>"),
    Obligation.MARK_CHANGES: ("Shortened by us", "<p>Changes: Shortened by us.</p>", "<p>Changes: Shortened.</p>"),
    Obligation.SHARE_ALIKE: (
        BY_SA,
        f'<p><a rel="license" href="{BY_SA}">CC BY-SA</a></p>',
        '<p><a rel="license" href="https://creativecommons.org/licenses/by-sa/3.0/">CC BY-SA 3.0</a></p>',
    ),
    Obligation.AUTHOR_RESPONSIBILITY: (NOTICE, f"<div>{NOTICE}</div>", f"<p>{NOTICE.replace('not', 'too')}</p>"),
    Obligation.CONTACT_LINE: ("rights@lantern.example", "<p>Ask rights@lantern.example.</p>", "<p>Ask copyrights@lantern.example.</p>"),
}
HIDDEN = (
    "<!-- {} -->",
    "<div hidden>{}</div>",
    '<div style="display:none">{}</div>',
    '<div style="color:red; visibility : hidden">{}</div>',
    '<div style="font-size:0">{}</div>',
    '<div style="position:absolute;left:-9999px">{}</div>',
    '<div style="height:0;overflow:hidden">{}</div>',
    '<div style="color:#fff;background:#fff">{}</div>',
    '<div class="sr-only">{}</div>',
    "<style>.gone, p.x {{ display: none }}</style><div class='a gone'>{}</div>",
    "<details><summary>Terms</summary>{}</details>",
    "<details>{}</details>",
    "<template>{}</template>",
    "<noscript>{}</noscript>",
    "<textarea>{}</textarea>",
    "<script type='text/plain'>{}</script>",
    "<dialog>{}</dialog>",
)
EVERY_FORM = tuple(Form)


def in_form(html: str, form: Form) -> str:
    """The piece as this form carries it: a whole page, or a fragment."""
    return (
        f"<!DOCTYPE html><html><head><title>Ivo Ballast, The Lantern</title></head><body>{html}</body></html>"
        if form is Form.PAGE
        else html
    )


def is_met(html: str, obligation: Obligation, value: str = "", form: Form = Form.PAGE, owed: Owed = NOTHING, **options: bool) -> bool:
    return findings(html, [Duty(obligation, value)], form, context=owed, **options)[0].is_met


class WordsTests(SimpleTestCase):
    def test_what_a_reader_sees_meets_the_duty_in_every_form(self):
        for form in EVERY_FORM:
            for obligation, (value, met, _altered) in WORDS.items():
                with self.subTest(form=form, obligation=obligation):
                    self.assertTrue(is_met(in_form(met, form), obligation, value, form))

    def test_what_is_missing_or_altered_does_not(self):
        for form in EVERY_FORM:
            for obligation, (value, _met, altered) in WORDS.items():
                for html in ("<p>Nothing of the kind.</p>", altered, ""):
                    with self.subTest(form=form, obligation=obligation, html=html):
                        self.assertFalse(is_met(in_form(html, form), obligation, value, form))

    def test_what_nobody_sees_does_not(self):
        for way in HIDDEN:
            for obligation, (value, met, _altered) in WORDS.items():
                for form in (Form.PAGE, Form.SNIPPET):
                    with self.subTest(way=way, obligation=obligation, form=form):
                        self.assertFalse(is_met(in_form(way.format(met), form), obligation, value, form))

    def test_words_in_attributes_do_not(self):
        for attribute in ("title", "alt", "aria-label", "data-credit", "content"):
            self.assertFalse(is_met(f'<p><img {attribute}="© 2026 The Lantern"></p>', Obligation.COPYRIGHT_LINE, "© 2026 The Lantern"))

    def test_how_it_was_typed_or_sent_does_not_count(self):
        line = "© 2026 Café Élan"
        for html in (
            "<p>&copy; 2026&nbsp;Caf&eacute; &Eacute;lan</p>",
            "<p>© 2026 Cafe\u0301 E\u0301lan</p>",
            "<p>© 2026\n   Café\n   Élan</p>",
            "<p>© 2026<br>Café Élan</p>",
            "<p>\u2068© 2026 \u200eCafé\u200f Élan\u2069</p>",
            "<p>© 2026 Ca\u00adfé Élan</p>",
            "<p><b>©</b> <i>2026</i> Café <span>Él</span>an</p>",
            '<table><tr><td style="color:#333;background:#fff">© 2026 Café Élan</td></tr></table>',
        ):
            with self.subTest(html=html):
                self.assertTrue(is_met(html, Obligation.COPYRIGHT_LINE, line))

    def test_names_stand_in_any_script(self):
        for name, text in (
            ("ليلى حداد", "بقلم Ada وليلى حداد"),
            ("李明", "记者李明报道"),
            ("Ada Quill", "بقلم \u2068Ada Quill\u2069"),
            ("O’Hara", "By O'Hara"),
        ):
            with self.subTest(name=name):
                self.assertTrue(is_met(f"<p>{text}</p>", Obligation.CREDIT_AUTHOR, name))

    def test_a_copyright_line_in_other_letters_is_another_line(self):
        self.assertFalse(is_met("<p>© 2026 the lantern</p>", Obligation.COPYRIGHT_LINE, "© 2026 The Lantern"))

    def test_an_unknown_author_can_not_be_named_but_an_unknown_line_is_owed(self):
        self.assertTrue(is_met("<p>x</p>", Obligation.CREDIT_AUTHOR, ""))
        for owed in (
            Obligation.CREDIT_SOURCE,
            Obligation.COPYRIGHT_LINE,
            Obligation.LINK_ORIGINAL,
            Obligation.KEEP_NOTICE,
            Obligation.CONTACT_LINE,
        ):
            self.assertFalse(is_met("<p>x</p>", owed, ""), owed)

    def test_an_empty_duty_takes_its_value_from_the_record(self):
        owed = Owed(source="The Lantern", original_url=ORIGINAL)

        self.assertTrue(is_met("<p>From The Lantern</p>", Obligation.CREDIT_SOURCE, owed=owed))
        self.assertTrue(is_met(f'<a href="{IN_HTML}">Dredging</a>', Obligation.LINK_ORIGINAL, owed=owed))


class LinkTests(SimpleTestCase):
    def test_other_spellings_of_the_address_lead_to_the_same_place(self):
        for href in (
            "http://lantern.example/2026/dredging?page=1&amp;full=yes",
            "HTTPS://LANTERN.example:443/2026/dredging?page=1&amp;full=yes#top",
            f"{IN_HTML}&amp;utm_source=courier",
            "https://lantern.example/2026/%64redging?page=1&amp;full=yes",
        ):
            with self.subTest(href=href):
                self.assertTrue(is_met(f'<a href="{href}">Dredging</a>', Obligation.LINK_ORIGINAL, ORIGINAL))

    def test_what_leads_elsewhere_nowhere_or_is_no_link_is_none(self):
        for html in (
            '<a href="https://lantern.example/">Dredging</a>',
            '<a href="https://lantern.example/2026/dredging">Dredging</a>',
            f'<a href="{IN_HTML}"></a>',
            f'<a href="{IN_HTML}"><span hidden>Dredging</span></a>',
            f'<a rel="noopener UGC" href="{IN_HTML}">Dredging</a>',
            f"<p>{IN_HTML}</p>",
            f'<a data-href="{IN_HTML}">Dredging</a>',
            f'<a href="https://track.example/?to={IN_HTML}">Dredging</a>',
            f'<form action="{IN_HTML}"><button>Dredging</button></form>',
        ):
            with self.subTest(html=html):
                self.assertFalse(is_met(html, Obligation.LINK_ORIGINAL, ORIGINAL))

    def test_a_link_that_is_followed_counts_beside_one_that_is_not(self):
        html = f'<a rel="nofollow" href="{IN_HTML}">a</a> <a rel="noopener" href="{IN_HTML}">b</a>'

        self.assertTrue(is_met(html, Obligation.LINK_ORIGINAL, ORIGINAL))

    def test_a_licences_deed_and_code_are_the_licence(self):
        for tail in ("", "deed.fr", "legalcode"):
            self.assertTrue(is_met(f'<a rel="license noopener" href="{BY_SA}{tail}">L</a>', Obligation.LICENCE_LINK, BY_SA))
        self.assertFalse(
            is_met('<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">L</a>', Obligation.LICENCE_LINK, BY_SA)
        )

    def test_no_address_is_not_where_we_are(self):
        owed = Owed(base_url="https://courier.example/a/")

        for obligation in (Obligation.CONTACT_LINE, Obligation.LINK_ORIGINAL, Obligation.LICENCE_LINK):
            self.assertFalse(is_met('<a rel="license" href="/a/">This page</a>', obligation, "", owed=owed), obligation)

    def test_a_broken_address_is_no_address(self):
        self.assertFalse(is_met('<a href="https://[::1/">x</a>', Obligation.LINK_ORIGINAL, ORIGINAL))


class MachineTests(SimpleTestCase):
    def test_canonical_stands_in_the_head_alone_and_leads_nowhere_else(self):
        right, wrong = f'<link rel="canonical" href="{IN_HTML}">', '<link rel="canonical" href="https://courier.example/a/">'
        for head, body, met in (
            (right, "", True),
            (wrong, "", False),
            (right + wrong, "", False),
            ("", f"<p>x</p>{right}", False),
            ("", "", False),
        ):
            html = f"<html><head>{head}</head><body>{body}</body></html>"
            with self.subTest(html=html):
                self.assertEqual(is_met(html, Obligation.CANONICAL_TO_ORIGINAL, ORIGINAL), met)

    def test_canonical_and_noindex_are_two_duties(self):
        canonical, noindex = f'<link rel="canonical" href="{IN_HTML}">', '<meta name="robots" content="max-snippet:50, noindex">'
        duties = [Duty(Obligation.CANONICAL_TO_ORIGINAL, ORIGINAL), Duty(Obligation.NOINDEX)]
        for head, missing in ((canonical + noindex, []), (canonical, duties[1:]), (noindex, duties[:1]), ("", duties)):
            for form in (Form.PAGE, Form.SNIPPET):
                self.assertEqual(list(unmet(f"<html><head>{head}</head><body>x</body></html>", duties, form)), missing)

    def test_a_snippet_pasted_into_a_blank_page_brings_its_head_along(self):
        pasted = f'<link rel="canonical" href="{IN_HTML}"><meta name="googlebot" content="none"><p>The text.</p>'

        self.assertTrue(is_met(pasted, Obligation.CANONICAL_TO_ORIGINAL, ORIGINAL, Form.SNIPPET))
        self.assertTrue(is_met(pasted, Obligation.NOINDEX, "", Form.SNIPPET))

    def test_the_answers_header_keeps_a_page_out_too(self):
        self.assertTrue(is_met("<p>x</p>", Obligation.NOINDEX, owed=Owed(robots="noindex, max-snippet:0")))
        self.assertFalse(is_met("<p>x</p>", Obligation.NOINDEX, owed=Owed(robots="max-snippet:0")))

    def test_a_feed_tells_whoever_makes_the_page_and_a_mail_needs_nothing(self):
        told = f'<p>Set the canonical address: <a href="{IN_HTML}">original</a></p><p>Keep it out: noindex.</p>'
        apart = f'<p>canonical</p><p><a href="{IN_HTML}">original</a></p>'

        self.assertTrue(is_met(told, Obligation.CANONICAL_TO_ORIGINAL, ORIGINAL, Form.FEED_ITEM))
        self.assertTrue(is_met(told, Obligation.NOINDEX, "", Form.FEED_ITEM))
        self.assertFalse(is_met(apart, Obligation.CANONICAL_TO_ORIGINAL, ORIGINAL, Form.FEED_ITEM))
        self.assertTrue(is_met("<p>x</p>", Obligation.NOINDEX, "", Form.MAIL))


class PictureTests(SimpleTestCase):
    OWED = Owed(base_url="https://courier.example/2026/11/a/", pictures=frozenset({CLEARED}))

    def test_only_cleared_pictures_are_in_the_bytes(self):
        for html, met in (
            (f'<img src="{CLEARED}">', True),
            (f'<img src="https://courier.example{CLEARED}" srcset="{CLEARED} 960w">', True),
            ("<p>none</p>", True),
            ('<img src="/pictures/2/def-960.jpg">', False),
            (f'<img src="{CLEARED}" srcset="/pictures/2/def-960.jpg 960w">', False),
            ('<picture><source srcset="/pictures/2/def.avif 1x"></picture>', False),
            ('<div hidden><img src="/pictures/2/def-960.jpg"></div>', False),
            ('<noscript><img src="/pictures/2/def-960.jpg"></noscript>', False),
            ("<p style=\"background:url('/pictures/2/def.jpg')\">x</p>", False),
            ('<img src="data:image/png;base64,AAAA">', False),
            ('<video poster="/pictures/2/def.jpg"></video>', False),
            ('<html><head><meta property="og:image" content="https://courier.example/pictures/2/def.jpg"></head></html>', False),
            ('<!-- <img src="/pictures/2/def-960.jpg"> -->', True),
        ):
            with self.subTest(html=html):
                self.assertEqual(is_met(html, Obligation.DROP_IMAGES, owed=self.OWED), met)

    def test_a_counter_is_there_to_be_loaded_and_is_no_picture(self):
        pixel = f'<img src="{PIXEL}" width="1" height="1" alt="">'
        both = [Duty(Obligation.COUNTER, PIXEL), Duty(Obligation.DROP_IMAGES)]

        self.assertEqual(unmet(f"<p>x</p>{pixel}", both, Form.SNIPPET), ())
        for html in (
            "",
            f"<!--{pixel}-->",
            f"<div hidden>{pixel}</div>",
            f'<a href="{PIXEL}">x</a>',
            '<img src="https://count.lantern.example/pixel.gif">',
        ):
            self.assertEqual(unmet(html, both[:1], Form.SNIPPET), tuple(both[:1]))


class FactTests(SimpleTestCase):
    def test_a_text_that_differs_says_what_was_changed(self):
        self.assertFalse(is_met("<p>x</p>", Obligation.MARK_CHANGES, owed=Owed(is_altered=True)))
        self.assertTrue(is_met("<p>x</p>", Obligation.MARK_CHANGES, owed=Owed(is_altered=False)))
        self.assertTrue(is_met("<p>Changes: cut.</p>", Obligation.MARK_CHANGES, owed=Owed(is_altered=True, changes="Cut.")))

    def test_what_had_to_go_is_gone_once_the_days_are_over(self):
        for days, met in (("7", False), ("P30D", True), ("9 days", True), ("", False), ("8", False)):
            with self.subTest(days=days):
                self.assertEqual(is_met("<p>Still here.</p>", Obligation.REMOVE_WITHIN, days, owed=ENDED), met)
        self.assertTrue(is_met("", Obligation.REMOVE_WITHIN, "0", owed=ENDED))
        self.assertTrue(is_met("<p>Here.</p>", Obligation.REMOVE_WITHIN, "7"))

    def test_every_correction_goes_along(self):
        owed = Owed(corrections=("It left at ten, not nine.", "It left on Monday."))

        self.assertTrue(
            is_met("<p>Correction: It left at ten, not nine.</p><p>It left on Monday.</p>", Obligation.CARRY_CORRECTIONS, owed=owed)
        )
        self.assertFalse(is_met("<p>Correction: It left at ten, not nine.</p>", Obligation.CARRY_CORRECTIONS, owed=owed))

    def test_a_report_that_is_overdue_keeps_it_in(self):
        self.assertTrue(is_met("<p>x</p>", Obligation.REPORT_USE))
        self.assertFalse(is_met("<p>x</p>", Obligation.REPORT_USE, owed=Owed(is_report_overdue=True)))


class NoticeTests(SimpleTestCase):
    def test_a_notice_may_be_set_in_several_paragraphs_but_not_in_others_words(self):
        for html, met in (
            ("<div><p>The author alone answers for this text.</p><p>The Lantern does not.</p></div>", True),
            (f"<p>x<br>{NOTICE}<br>y</p>", True),
            (f"<ul><li>{NOTICE}</li></ul>", True),
            (f"<p>{NOTICE} Or so they say.</p>", False),
            ("<p>The author alone answers for this text.</p><p>But:</p><p>The Lantern does not.</p>", False),
            ("<p>The author alone answers for this text. <b hidden>x</b>The Lantern does not.</p>", True),
        ):
            with self.subTest(html=html):
                self.assertEqual(is_met(html, Obligation.KEEP_NOTICE, NOTICE), met)


class PlainTextTests(SimpleTestCase):
    TEXT = f"""Dredging starts

By Ivo Ballast. First published by The Lantern
({ORIGINAL}).
© 2026 The Lantern. Licence: CC BY-SA 4.0, {BY_SA}

The author alone answers for this text.
The Lantern does not.

Canonical address: {ORIGINAL}
"""

    def test_addresses_and_words_meet_the_duties_of_a_text(self):
        for obligation in WORDS.keys() - {Obligation.MARK_CHANGES, Obligation.CONTACT_LINE} | {Obligation.CANONICAL_TO_ORIGINAL}:
            value = WORDS[obligation][0] if obligation in WORDS else ORIGINAL
            for form in (Form.MAIL, Form.SNIPPET):
                with self.subTest(obligation=obligation, form=form):
                    self.assertTrue(is_met(self.TEXT, obligation, value, form, is_plain=True))

    def test_an_address_that_goes_on_is_another_one(self):
        self.assertFalse(is_met(f"See {ORIGINAL}/more", Obligation.LINK_ORIGINAL, ORIGINAL, Form.MAIL, is_plain=True))


class MemoryTests(SimpleTestCase):
    def test_the_same_bytes_under_other_duties_are_read_again(self):
        html = "<p>© 2026 The Lantern</p>"
        met, missing = Duty(Obligation.COPYRIGHT_LINE, "© 2026 The Lantern"), Duty(Obligation.COPYRIGHT_LINE, "© 2026 Others")

        for _ in range(2):
            self.assertEqual(unmet(html, [met], Form.PAGE), ())
            self.assertEqual(unmet(html, [missing], Form.PAGE), (missing,))
            self.assertEqual(unmet("<p></p>", [met], Form.PAGE), (met,))

    def test_every_obligation_has_its_checker_and_keeps_its_place(self):
        duties = [Duty(one, "x") for one in Obligation]

        self.assertEqual([found.duty for found in findings("<p>x</p>", duties, Form.PAGE)], duties)

    def test_broken_and_hostile_markup_is_read_without_complaint(self):
        for html in (
            "<",
            "<p",
            "&#xffff;&#0;",
            "\x00<p>x",
            "<div>" * 5000,
            "\ud800",
            "<?xml version='1.0' encoding='utf-16'?><p>x</p>",
            "<!---->",
        ):
            with self.subTest(html=html[:20]):
                self.assertFalse(is_met(html, Obligation.CREDIT_SOURCE, "The Lantern"))
