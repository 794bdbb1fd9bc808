"""The format by itself, on what is hardest to write: everything that a text may hold, and nothing at all."""

from dataclasses import replace
from datetime import UTC, datetime

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from syndication.channel import Channel
from syndication.formats import FORMATS
from syndication.items import Item, withdrawn
from syndication.tests.builders import entries, other_entries, second_reader

AT = datetime(2026, 10, 2, 9, 30, tzinfo=UTC)
CHANNEL = Channel("News", "https://news.example/", "All of it", "https://news.example/f.rss?a=1&b=2", "en-ca", "Each its own.", AT)
URN = "urn:uuid:6d0e2c8e-32ab-4c3a-9a8e-5e6a54a0c0a1"
FULL = Item(
    urn=URN,
    title="A & B",
    published=AT,
    url="https://news.example/2026/10/a/?x=1&y=2",
    summary="In short",
    html="<p>Long</p>",
    updated=AT.replace(day=3),
    authors=("Ada Quill", "Bo Reed"),
    rights="© 2026 Ada. All rights reserved.",
    licence_url="https://creativecommons.org/licenses/by/4.0/",
    is_creative_commons=True,
    via="https://elsewhere.example/a?q=1&r=2",
    categories=("Harbour", "Ferries"),
    language="en",
)


def written(*items):
    return FORMATS["rss"].write(CHANNEL, items)


def one(item):
    return second_reader(written(item))[0]


class RssTests(SimpleTestCase):
    def test_it_is_one_piece_in_utf_8(self):
        self.assertIs(type(written(FULL)), bytes)
        self.assertTrue(written(FULL).startswith(b'<?xml version="1.0" encoding="utf-8"?>'))

    def test_the_elements_stand_as_the_profile_has_them(self):
        raw = one(FULL)

        self.assertEqual(raw["pubDate"], ["Fri, 02 Oct 2026 09:30:00 +0000"])
        self.assertEqual(raw["modified"], ["2026-10-03T09:30:00+00:00"])
        self.assertEqual(raw["creator"], ["Ada Quill", "Bo Reed"])
        self.assertEqual(raw["rights"], ["© 2026 Ada. All rights reserved."])
        self.assertEqual(raw["category"], ["Harbour", "Ferries"])
        names = list(raw)
        self.assertLess(names.index("description"), names.index("encoded"))
        self.assertIn(b'<guid isPermaLink="false">' + URN.encode(), written(FULL))
        self.assertNotIn(b"<author>", written(FULL))
        self.assertNotIn(b"<source", written(FULL))

    def test_a_reader_with_rules_of_its_own_reads_the_same(self):
        (entry,) = other_entries(written(FULL))

        self.assertEqual((entry["id"], entry["title"], entry["link"]), (URN, "A & B", FULL.url))
        self.assertEqual((entry["published"], entry["updated"]), ("2026-10-02T09:30:00+00:00", "2026-10-03T09:30:00+00:00"))
        self.assertEqual((entry["description"], entry["content"][0]["value"]), ("In short", "<p>Long</p>"))
        self.assertEqual(entry["authors"], [{"name": "Ada Quill"}])
        self.assertEqual({link["rel"]: link["href"] for link in entry["links"]}, {"license": FULL.licence_url, "via": FULL.via})
        self.assertEqual([tag["term"] for tag in entry["tags"]], ["Harbour", "Ferries"])

    def test_ampersands_in_addresses_come_through(self):
        raw = one(FULL)

        self.assertEqual(
            (raw["link"], raw["link:via"]), (["https://news.example/2026/10/a/?x=1&y=2"], ["https://elsewhere.example/a?q=1&r=2"])
        )
        self.assertIn(b'rel="self" href="https://news.example/f.rss?a=1&amp;b=2"', written(FULL))

    def test_what_xml_cannot_hold_is_left_out_and_the_rest_comes_through(self):
        odd = "a\x00b\x0bc\ud800d\ufffee ]]> <b>&amp;</b> 🧭 שלום e\u0301\u2028"
        raw = one(replace(FULL, title=odd, summary=odd, html=odd, authors=(odd,), rights=odd, categories=(odd,), via=odd))
        kept = "abcde ]]> <b>&amp;</b> 🧭 שלום e\u0301\u2028"

        for name in ("title", "description", "encoded", "creator", "rights", "category", "link:via"):
            self.assertEqual(raw[name], [kept], name)

    def test_a_story_without_anybody_or_anything_is_still_an_item(self):
        raw = one(Item(urn=URN, title="Bare", published=AT))

        self.assertEqual(
            raw,
            {"title": ["Bare"], "guid": [URN], "pubDate": ["Fri, 02 Oct 2026 09:30:00 +0000"], "available": ["2026-10-02T09:30:00+00:00"]},
        )

    def test_fifty_authors_are_fifty_elements(self):
        names = tuple(f"Writer {number}" for number in range(50))

        self.assertEqual(one(replace(FULL, authors=names))["creator"], list(names))

    def test_a_licence_that_is_not_creative_commons_is_not_called_so(self):
        content = written(replace(FULL, is_creative_commons=False))

        self.assertNotIn(b"<creativeCommons:license>", content)
        self.assertIn(b"<dcterms:license>", content)

    def test_an_excerpt_is_a_description_and_no_content(self):
        raw = one(replace(FULL, is_excerpt=True))

        self.assertEqual((raw["description"], "encoded" in raw), (["<p>Long</p>"], False))

    def test_a_withdrawn_item_says_nothing_but_that(self):
        self.assertEqual(one(withdrawn(URN, AT)), {"title": ["Withdrawn"], "guid": [URN], "pubDate": ["Fri, 02 Oct 2026 09:30:00 +0000"]})

    def test_an_empty_feed_is_a_feed(self):
        self.assertEqual((entries(written()), second_reader(written())), ([], []))

    @settings(max_examples=60)
    @given(st.text(st.characters(), max_size=40), st.text(max_size=40))
    def test_any_text_at_all_gives_well_formed_xml(self, words, more):
        content = written(replace(FULL, title=words, html=more, authors=(words, more), url=f"https://news.example/{more}", via=words))

        self.assertEqual(len(list(etree.fromstring(content).iter("item"))), 1)
