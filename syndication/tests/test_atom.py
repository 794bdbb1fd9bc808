"""What only Atom has: a licence link for each entry, the source that it was taken from, a tombstone for what is gone."""

from dataclasses import replace

from django.test import SimpleTestCase
from lxml import etree

from syndication.formats import FORMATS
from syndication.items import withdrawn
from syndication.tests.made import AT, ATOM, BARE, CHANNEL, FULL, NO_LICENCE, URN, parsed, written

TOMBSTONE = "{http://purl.org/atompub/tombstones/1.0}deleted-entry"


def entry(*items):
    return etree.fromstring(written("atom", *items)).find(f"{ATOM}entry")


def links(element):
    return {one.get("rel"): one.get("href") for one in element.iterfind(f"{ATOM}link")}


class AtomTests(SimpleTestCase):
    def test_the_feed_has_all_that_a_feed_must_have(self):
        feed = etree.fromstring(written("atom", FULL))

        self.assertEqual(feed.findtext(f"{ATOM}id"), CHANNEL.self_url)
        self.assertEqual((feed.findtext(f"{ATOM}title"), feed.findtext(f"{ATOM}updated")), ("News", "2026-10-02T09:30:00+00:00"))
        self.assertEqual(feed.findtext(f"{ATOM}author/{ATOM}name"), "The News")
        self.assertEqual(links(feed), {"self": CHANNEL.self_url, "alternate": CHANNEL.link})

    def test_a_feed_with_several_addresses_keeps_one_id(self):
        self.assertIn(b"<id>urn:uuid:1</id>", FORMATS["atom"].write(replace(CHANNEL, id="urn:uuid:1"), []))

    def test_every_entry_has_a_licence_link_of_its_own(self):
        self.assertEqual(links(entry(FULL))["license"], FULL.licence_url)
        self.assertEqual(links(entry(BARE))["license"], NO_LICENCE)

    def test_what_we_republish_names_its_source_and_leads_to_the_original(self):
        source = entry(FULL).find(f"{ATOM}source")

        self.assertEqual((source.findtext(f"{ATOM}id"), source.findtext(f"{ATOM}title")), (FULL.source_feed, "The Lantern"))
        self.assertEqual((links(source), links(entry(FULL))["via"]), ({"self": FULL.source_feed, "alternate": FULL.source_url}, FULL.via))
        self.assertEqual(source.findtext(f"{ATOM}updated"), "2026-09-02T09:30:00+00:00")

    def test_without_a_feed_of_the_source_its_site_stands_for_it_and_for_our_own_there_is_none(self):
        source = entry(replace(FULL, source_feed="", original_published=None)).find(f"{ATOM}source")

        self.assertEqual((source.findtext(f"{ATOM}id"), links(source)), (FULL.source_url, {"alternate": FULL.source_url}))
        self.assertIsNone(entry(BARE).find(f"{ATOM}source"))

    def test_a_withdrawn_item_has_a_tombstone_and_for_those_who_know_none_a_bare_entry_of_the_same_moment(self):
        feed = etree.fromstring(written("atom", withdrawn(URN, AT)))
        bare, tombstone = feed.find(f"{ATOM}entry"), feed.find(TOMBSTONE)

        self.assertEqual(dict(tombstone.attrib), {"ref": URN, "when": "2026-10-02T09:30:00+00:00"})
        self.assertEqual([etree.QName(one).localname for one in bare], ["id", "title", "updated", "content"])
        self.assertEqual((bare.findtext(f"{ATOM}updated"), bare.findtext(f"{ATOM}content")), (tombstone.get("when"), ""))

    def test_what_is_only_part_of_a_text_is_a_summary(self):
        part = entry(replace(FULL, is_excerpt=True))

        self.assertEqual((part.findtext(f"{ATOM}summary"), part.find(f"{ATOM}content")), (FULL.html, None))

    def test_the_language_of_an_entry_is_its_own(self):
        self.assertEqual(entry(replace(FULL, language="ar")).get("{http://www.w3.org/XML/1998/namespace}lang"), "ar")

    def test_feedparser_finds_the_licence_the_rights_the_source_and_the_contributor(self):
        (found,) = parsed("atom", FULL).entries

        self.assertEqual((found.license, found.rights, found.source.title), (FULL.licence_url, FULL.rights, "The Lantern"))
        self.assertEqual([one.name for one in found.contributors], ["Cem Weir"])
        self.assertEqual([one.href for one in found.enclosures], [one.url for one in FULL.pictures])
