"""The same item in three formats says the same: who made it, whose it is, on what terms, when it came and how long it may stay."""

from dataclasses import replace
from datetime import UTC, datetime
from time import perf_counter

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from syndication.formats import FORMATS
from syndication.items import Item, withdrawn
from syndication.markup import clean
from syndication.tests.made import AT, BARE, CHANNEL, FULL, PICTURE, URN, facts, written

#: Anything at all, also what no format can hold.
words = st.text(st.characters(codec=None), max_size=30)
addresses = st.builds("https://elsewhere.example/{}".format, st.text(st.characters(codec=None), max_size=20))
instants = st.datetimes(datetime(1990, 1, 1), datetime(2100, 1, 1), timezones=st.just(UTC)).map(lambda at: at.replace(microsecond=0))
pictures = st.builds(replace, st.just(PICTURE), url=addresses, credit=words, copyright_line=words, licence_url=addresses, alt=words)
items = st.builds(
    Item,
    urn=st.uuids().map(lambda one: one.urn),
    title=words,
    published=instants,
    updated=instants,
    url=addresses,
    html=words,
    summary=words,
    authors=st.lists(words.filter(clean), max_size=50).map(tuple),
    contributors=st.lists(words.filter(clean), max_size=4).map(tuple),
    rights=words,
    holder=words,
    licence_url=addresses | st.just(""),
    via=addresses | st.just(""),
    not_after=st.none() | instants,
    categories=st.lists(words.filter(clean), max_size=4).map(tuple),
    language=st.sampled_from(["", "en", "ar", "zh-Hant"]),
    pictures=st.lists(pictures, max_size=3).map(tuple),
)


class SameInAllTests(SimpleTestCase):
    def assert_same(self, item: Item) -> dict:
        found = {extension: facts(extension, written(extension, item)) for extension in FORMATS}
        self.assertEqual(found["rss"], found["atom"])
        self.assertEqual(found["rss"], found["json"])
        return found["rss"]

    @settings(max_examples=150)
    @given(items)
    def test_byline_rights_dates_text_and_pictures_cannot_differ_by_format(self, item):
        said = self.assert_same(item)

        self.assertEqual(said["authors"], [clean(name) for name in item.authors])
        self.assertEqual((said["rights"], said["html"], said["title"]), (clean(item.rights), clean(item.html), clean(item.title)))

    def test_what_is_said_is_what_the_item_has(self):
        said = self.assert_same(FULL)

        self.assertEqual((said["authors"], said["contributors"]), (["Ada Quill", "Bo Reed"], ["Cem Weir"]))
        self.assertEqual((said["rights"], said["holder"], said["licence"]), (FULL.rights, FULL.holder, FULL.licence_url))
        self.assertEqual((said["via"], said["url"]), (FULL.via, FULL.url))
        self.assertEqual((said["published"], said["updated"]), ("2026-10-02T09:30:00+00:00", "2026-10-03T09:30:00+00:00"))
        self.assertEqual(
            (said["not_after"], said["tags"], said["html"]), ("2027-03-01T00:00:00+00:00", ["Harbour", "Ferries"], "<p>Long</p>")
        )
        self.assertEqual(
            said["pictures"], [(one.url, "Cem Weir, © 2026 Weir", "© 2026 Weir", PICTURE.licence_url) for one in FULL.pictures]
        )

    def test_a_name_of_nothing_that_can_be_written_is_no_name(self):
        found = [facts(extension, written(extension, replace(FULL, authors=("\x00", "Ada"))))["authors"] for extension in FORMATS]

        self.assertEqual(found, [["Ada"], ["Ada"], ["Ada"]])

    def test_an_excerpt_is_called_a_text_in_none(self):
        found = {extension: facts(extension, written(extension, replace(FULL, is_excerpt=True)))["html"] for extension in ("rss", "atom")}

        self.assertEqual(found, {"rss": "", "atom": ""})
        self.assertIn(b'"verdict":"allow_part"', written("json", replace(FULL, is_excerpt=True)))

    def test_what_is_gone_says_nothing_but_that_in_any(self):
        for extension in FORMATS:
            content = written(extension, withdrawn(URN, AT))
            said = facts(extension, content)

            self.assertEqual((said["id"], said["title"]), (URN, "Withdrawn"))
            told = {name: value for name, value in said.items() if value and name not in ("id", "title", "published", "updated")}
            self.assertEqual(told, {}, extension)


class FragmentTests(SimpleTestCase):
    """Other layers keep the bytes of items and join them anew."""

    def test_a_feed_is_what_its_items_are_written_as_joined(self):
        for extension, form in FORMATS.items():
            kept = [form.fragment(FULL), form.fragment(BARE), form.fragment(withdrawn(URN, AT))]

            self.assertEqual(form.document(CHANNEL, kept), written(extension, FULL, BARE, withdrawn(URN, AT)))
            self.assertEqual(form.fragment(FULL), kept[0])

    def test_the_next_page_is_named_where_there_is_one(self):
        onward = replace(CHANNEL, next_url="https://news.example/f?a=1&since=x")
        found = {extension: form.document(onward, []) for extension, form in FORMATS.items()}

        self.assertIn(b'<atom:link rel="next" href="https://news.example/f?a=1&amp;since=x" type="application/rss+xml"/>', found["rss"])
        self.assertIn(b'<link rel="next" href="https://news.example/f?a=1&amp;since=x" type="application/atom+xml"/>', found["atom"])
        self.assertIn(b'"next_url":"https://news.example/f?a=1&since=x"', found["json"])
        for extension in FORMATS:
            self.assertNotIn(b"next", written(extension, BARE))

    def test_joining_sixty_items_takes_less_than_a_millisecond(self):
        item = replace(FULL, html="<p>A sentence of a usual length.</p>" * 150)
        for extension, form in FORMATS.items():
            kept = [form.fragment(item)] * 60
            taken = min(self.timed(form, kept) for _ in range(20))

            self.assertLess(taken, 0.001, extension)

    def timed(self, form, kept):
        began = perf_counter()
        form.document(CHANNEL, kept)
        return perf_counter() - began

    def test_each_format_has_a_version_of_its_own_for_validators(self):
        self.assertEqual(len({form.version for form in FORMATS.values()}), len(FORMATS))
