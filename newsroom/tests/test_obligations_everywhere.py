"""Every obligation on the finished bytes of every form: the real page, the real feed, the mail item, the snippet in a blank page.

The duties are put on a live work by its grant; the same bytes are then hidden, altered and checked again.
"""

import json
import re
from dataclasses import replace
from functools import partial

from django.test import TestCase
from lxml import etree

from articles import attribution, published
from articles.attribution import outgoing
from articles.refusals import ObligationUnmet
from articles.tests import builders as make
from articles.tests.builders import NOON
from house.models import House
from pages.tests.reading import get
from rights.facts import Duty
from rights.models import Grant
from rights.obligations import Form, findings
from rights.vocabulary import Obligation, Part
from syndication import items
from syndication.channel import Channel
from syndication.formats import FORMATS

ORIGINAL = "https://lantern.example/2026/dredging?page=1&full=yes"
BY_SA = "https://creativecommons.org/licenses/by-sa/4.0/"
PIXEL = "https://count.lantern.example/pixel.gif?id=7"
#: Obligation → its value, and what is altered in the output so that it is not met any more.
VALUES = {
    Obligation.CREDIT_AUTHOR: ("Ivo van der Ballast", ("Ivo van der", "I. v. d.")),
    Obligation.CREDIT_SOURCE: ("Lantern Media, with thanks", ("with thanks", "thanks")),
    Obligation.COPYRIGHT_LINE: ("© 2026 Lantern Media e.V.", ("© 2026 Lantern", "© 2025 Lantern")),
    Obligation.LINK_ORIGINAL: (ORIGINAL, ("full=yes", "full=no")),
    Obligation.LICENCE_LINK: (BY_SA, ("by-sa/4.0", "by/4.0")),
    Obligation.KEEP_NOTICE: ("This story may be wrong. So may this notice.", ("may be wrong", "is right")),
    Obligation.MARK_CHANGES: ("Cut by two paragraphs", ("two paragraphs", "a little")),
    Obligation.SHARE_ALIKE: (BY_SA, ("by-sa/4.0", "by-sa/3.0")),
    Obligation.AUTHOR_RESPONSIBILITY: ("The author alone answers for this text. We do not.", ("We do not.", "We do.")),
    Obligation.CONTACT_LINE: ("rights@lantern.example", ("rights@", "copyrights@")),
    Obligation.CANONICAL_TO_ORIGINAL: (ORIGINAL, ("full=yes", "full=no")),
    Obligation.NOINDEX: ("", ("noindex", "index")),
    Obligation.COUNTER: (PIXEL, ("id=7", "id=8")),
    Obligation.REPORT_USE: ("", None),
    Obligation.REMOVE_WITHIN: ("7", None),
    Obligation.CARRY_CORRECTIONS: ("", None),
    Obligation.DROP_IMAGES: ("", ("</p>", '</p><img src="/pictures/9/x-960.jpg">')),
}
READ_BACK = {
    "rss": lambda content: etree.fromstring(content).findtext(".//{http://purl.org/rss/1.0/modules/content/}encoded"),
    "atom": lambda content: etree.fromstring(content).findtext(".//{http://www.w3.org/2005/Atom}content"),
    "json": lambda content: json.loads(content)["items"][0]["content_html"],
}
#: What asks nothing of a form: no search engine reads a mail, and our pages and mails load nothing from others.
NOTHING_ASKED = {(Form.MAIL, Obligation.CANONICAL_TO_ORIGINAL), (Form.MAIL, Obligation.NOINDEX)}
NEVER_MET = {(Form.PAGE, Obligation.COUNTER), (Form.MAIL, Obligation.COUNTER)}


class EveryObligationTests(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()
        cls.version = make.source_terms_article(cls.all)

    def under(self, *duties):
        """The story with these duties on it, as the public may have it."""
        named = [{"name": str(duty.obligation), "value": duty.value} for duty in duties]
        Grant.objects.filter(work=self.version.work).update(obligations=named)
        return published.at_path(self.version.path, at=NOON)

    def page(self, shown):
        return get(f"/{self.version.path}/", NOON).content.decode()

    def feed(self, shown, extension="rss"):
        """The text that a partner's machine gets back out of the document that it pulls."""
        item = items.build(shown, Part.FULL, House.objects.in_force(NOON))
        if item is None:
            return ""
        channel = Channel("t", "https://courier.example/", "d", "https://courier.example/f", "en", "c", NOON)
        return READ_BACK[extension](FORMATS[extension].write(channel, [item]))

    def outputs(self, shown):
        house = House.objects.in_force(NOON)
        yield Form.PAGE, lambda: self.page(shown)
        for extension in FORMATS:
            yield Form.FEED_ITEM, partial(self.feed, shown, extension)
        yield Form.MAIL, lambda: outgoing.mail_item(shown, house).html
        yield Form.SNIPPET, lambda: outgoing.snippet(shown, house).html

    def is_met(self, output, duty, form, shown):
        return findings(output, [duty], form, context=outgoing.record_of(shown))[0].is_met

    def test_each_is_met_by_the_real_renderer_of_each_form(self):
        for obligation, (value, _altered) in VALUES.items():
            duty = Duty(obligation, value)
            shown = self.under(duty)
            for form, output in self.outputs(shown):
                if (form, obligation) not in NEVER_MET:
                    with self.subTest(obligation=obligation, form=form):
                        self.assertTrue(self.is_met(output(), duty, form, shown))

    def test_the_same_bytes_hidden_or_altered_do_not_meet_it(self):
        for obligation, (value, altered) in VALUES.items():
            duty = Duty(obligation, value)
            shown = self.under(duty)
            for form, output in self.outputs(shown):
                if altered is None or (form, obligation) in NEVER_MET | NOTHING_ASKED:
                    continue
                bytes_out = output()
                with self.subTest(obligation=obligation, form=form):
                    self.assertFalse(self.is_met(bytes_out.replace(*altered), duty, form, shown))
                    if obligation is not Obligation.DROP_IMAGES:
                        self.assertFalse(self.is_met(_hidden(bytes_out), duty, form, shown))

    def test_all_at_once_are_met_by_the_text_of_mail_and_snippet_too(self):
        shown = self.under(*(Duty(name, value) for name, (value, _altered) in VALUES.items() if name is not Obligation.COUNTER))
        house = House.objects.in_force(NOON)

        for form, made in ((Form.MAIL, outgoing.mail_item(shown, house)), (Form.SNIPPET, outgoing.snippet(shown, house))):
            self.assertEqual(outgoing.missing(shown, made.text, form, is_plain=True), ())
            self.assertNotIn("<", made.text)

    def test_a_duty_that_can_not_be_met_keeps_every_form_in(self):
        for obligation in (Obligation.KEEP_NOTICE, Obligation.CONTACT_LINE, Obligation.AUTHOR_RESPONSIBILITY):
            shown = self.under(Duty(obligation, ""))
            with self.subTest(obligation=obligation):
                with self.assertLogs("pages.views", "WARNING") as logged:
                    self.assertEqual(get(f"/{self.version.path}/", NOON).status_code, 410)
                self.assertIn(f"obligation_unmet:{obligation}", logged.output[0])
                self.assertEqual([self.feed(shown, extension) for extension in FORMATS], ["", "", ""])
                for made in (outgoing.mail_item, outgoing.snippet):
                    with self.assertRaises(ObligationUnmet) as caught:
                        made(shown, House.objects.in_force(NOON))
                    self.assertEqual(caught.exception.code, f"obligation_unmet:{obligation}")

    def test_our_page_loads_no_counter_of_others_and_stays_in_where_one_is_owed(self):
        self.under(Duty(Obligation.COUNTER, PIXEL))

        with self.assertLogs("pages.views", "WARNING"):
            answer = get(f"/{self.version.path}/", NOON)

        self.assertEqual((answer.status_code, PIXEL in answer.content.decode()), (410, False))

    def test_the_search_rule_is_in_head_and_header_and_each_by_its_own_duty(self):
        for duties, robots, canonical in (
            ((), None, f"http://127.0.0.1:8000/{self.version.path}/"),
            ((Duty(Obligation.NOINDEX),), "noindex", f"http://127.0.0.1:8000/{self.version.path}/"),
            ((Duty(Obligation.CANONICAL_TO_ORIGINAL, ORIGINAL),), None, ORIGINAL.replace("&", "&amp;")),
        ):
            shown = self.under(*duties)
            answer = get(f"/{self.version.path}/", NOON)
            snippet = outgoing.snippet(shown, House.objects.in_force(NOON)).html
            with self.subTest(duties=duties):
                self.assertEqual(answer.get("X-Robots-Tag"), robots)
                self.assertIn(f'<link rel="canonical" href="{canonical}">', answer.content.decode())
                self.assertEqual('content="noindex"' in snippet, robots == "noindex")
                self.assertEqual('rel="canonical"' in snippet, canonical != f"http://127.0.0.1:8000/{self.version.path}/")


def _hidden(output: str) -> str:
    """The same output, all of it there and none of it shown; its head is commented out."""
    html = re.sub(r"<(meta|link)\b[^>]*>", r"<!--\g<0>-->", output)
    return re.sub(r"<body[^>]*>", r"\g<0><div hidden>", html) if "<body" in html else f"<div hidden>{html}</div>"


class StandingNoticesTests(TestCase):
    """The five statements of the page that the project begins with, in all four forms, each only where its basis calls for it."""

    NOTICES = {
        "author_responsibility_notice": "The authors alone answer for their articles.",
        "cross_posting_notice": "Community internet sites may cross-post our articles with source, copyright and a link.",
        "commercial_contact_notice": "For print and commercial sites write to permissions@courier.example.",
        "fair_use_notice": "This excerpt is shown under fair use for research and education.",
        "press_notice": "Media inquiries: press@courier.example.",
    }

    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        cls.second = make.user_with()
        make.house(**cls.NOTICES)

    def forms(self, version):
        shown, house = published.at_path(version.path, at=NOON), House.objects.in_force(NOON)
        yield get(f"/{version.path}/", NOON).content.decode()
        yield items.build(shown, Part.FULL, house).html
        for made in (outgoing.mail_item(shown, house), outgoing.snippet(shown, house)):
            yield from (made.html, made.text)

    def said(self, output):
        return {name for name, words in self.NOTICES.items() if words in output}

    def test_our_own_article_carries_all_but_the_one_on_fair_use(self):
        for output in self.forms(make.published_article(self.all)):
            self.assertEqual(self.said(output), self.NOTICES.keys() - {"fair_use_notice"})

    def test_what_is_not_ours_carries_none_of_the_houses(self):
        for output in self.forms(make.source_terms_article(self.all)):
            self.assertEqual(self.said(output), set())

    def test_each_basis_has_its_own_notices_and_no_other(self):
        house = House.objects.in_force(NOON)
        for basis, standing in attribution.STANDING.items():
            said = [text for _kind, text in attribution.notices((), {"basis": basis}, house)]
            self.assertEqual(said, [self.NOTICES[field] for _kind, field in standing])
        self.assertEqual(attribution.notices((), {"basis": "cc"}, house), [])

    def test_the_sources_own_words_are_kept_word_for_word(self):
        version = make.source_terms_article(self.all)
        words = "The contents are the sole responsibility of the author(s). The Lantern is not responsible for any incorrect statement."
        Grant.objects.filter(work=version.work).update(obligations=[{"name": "author_responsibility", "value": words}])

        for output in self.forms(version):
            self.assertIn(words, output)


class DirectionTests(TestCase):
    """Names of either direction in articles of either, in every form."""

    @classmethod
    def setUpTestData(cls):
        cls.all = make.everyone()
        make.house()

    def test_an_arabic_piece_speaks_arabic_and_isolates_the_latin_name_and_the_other_way_round(self):
        for language, name, said in (("ar", "Ada Quill", "بقلم "), ("en", "ليلى حداد", "By "), ("fr", "ليلى حداد", "Par ")):
            article = make.own_article(self.all, f"Headline {language}", language=language)
            article.credits.all().delete()
            article.credits.create(author=make.author(name))
            shown = published.at_path(make.published(article, self.all).path, at=NOON)
            with self.subTest(language=language):
                page = get(shown.url, NOON).content.decode()
                self.assertIn(f"<bdi>{name}</bdi></a>", page)
                direction = "rtl" if language == "ar" else "ltr"
                self.assertIn(f'<p class="byline" lang="{language}" dir="{direction}">{said}', page)
                made = outgoing.snippet(replace(shown, corrections=()), House.objects.in_force(NOON))
                for output in (made.html, made.text):
                    self.assertIn(f"{said}\u2068{name}\u2069", output)
