"""Partners' own programs read every format whole, whatever a story holds."""

import json
from dataclasses import replace

import feedparser
from django.test import SimpleTestCase

from articles import body
from syndication.items import Item, withdrawn
from syndication.markup import clean
from syndication.tests.made import AT, BARE, FULL, PICTURE, written
from syndication.tests.reading import by_node, by_simplepie

NASTY = "a ]]> <b>&amp;</b> & “c” 🧭 👩🏽‍🚀 e\u0301"
HEBREW, ARABIC = "שלום \u202eabc\u202c", "العبّارة تعود إلى العمل"
FIFTY = tuple(f"Writer {number} & Ӝenya" for number in range(50))
#: Half a name, and what no format can hold.
BROKEN = "a\x00b\x0bc\ud800d\udfffe\ufffef"
RELATIVE = body.absolute('<p><a href="/x?a=1&amp;b=2">x</a> <a href="../y">y</a></p>', "https://news.example/2026/10/a/")


def numbered(items: dict[str, Item]) -> dict[str, Item]:
    """Each under an id of its own, so that no reader takes two for one."""
    return {name: replace(item, urn=f"urn:uuid:6d0e2c8e-32ab-4c3a-9a8e-{place:012}") for place, (name, item) in enumerate(items.items())}


CASES = numbered({
    "an ordinary one": FULL,
    "nobody made it": replace(FULL, authors=(), contributors=()),
    "fifty made it": replace(FULL, authors=FIFTY),
    "from right to left": replace(FULL, title=ARABIC, summary=HEBREW, html=f'<div dir="rtl" lang="ar"><p>{ARABIC}</p></div>', language="ar",
                                  authors=("ليلى حداد",), rights=f"© {ARABIC}"),
    "marks that end other things": replace(FULL, title=NASTY, summary=NASTY, html=f"<p>{NASTY}</p>", authors=(NASTY,), rights=NASTY),
    "what no format can hold": replace(FULL, title=BROKEN, summary=BROKEN, html=f"<p>{BROKEN}</p>", authors=(BROKEN,), rights=BROKEN),
    "links that were relative": replace(FULL, html=RELATIVE),
    "addresses with several parameters": replace(FULL, url="https://news.example/?a=1&b=2&copy=3&lt=4", via="https://x.example/?a=1&amp=2"),
    "no rights recorded": replace(FULL, rights="", holder="", licence_url="", licence_name="", is_creative_commons=False),
    "many pictures": replace(FULL, pictures=tuple(replace(PICTURE, url=f"https://news.example/{one}.jpg?a=1&b=2") for one in range(12))),
    "a title only": replace(BARE, url="https://news.example/b/", html='<div lang="en"></div>', is_excerpt=True),
})  # fmt: skip
LARGE = replace(FULL, html="<p>" + "Ten words of a very long story, & ]]> 🧭. " * 125_000 + "</p>")


class ReadersTests(SimpleTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.documents = [(extension, written(extension, *CASES.values())) for extension in ("rss", "atom", "json")]

    def test_feedparser_reads_rss_and_atom_whole(self):
        for extension, content in self.documents[:2]:
            parsed = feedparser.parse(content, sanitize_html=False)
            self.assertFalse(parsed.bozo)
            found = {entry.id: entry for entry in parsed.entries}
            for name, item in CASES.items():
                entry = found[item.urn]
                with self.subTest(case=name, format=extension):
                    self.assertEqual(entry.get("link"), item.url)
                    self.assertEqual([one.name for one in entry.get("authors", []) if one], [clean(one) for one in item.authors])
                    self.assertEqual(entry.get("rights", ""), clean(item.rights))
                    self.assertEqual(_html(entry, item), clean(item.html))
                    self.assertEqual([one["url"] for one in entry.get("media_content", [])], [one.url for one in item.pictures])
                    licence = item.licence_url or ("http://purl.org/atompub/license#unspecified" if extension == "atom" else "")
                    self.assertEqual(entry.get("license", ""), licence)

    def test_feedsmith_reads_all_three_whole(self):
        for (extension, _content), read in zip(self.documents, by_node(self.documents), strict=True):
            feed = read["feedsmith"]["feed"]
            self.assertEqual(read["feedsmith"]["format"], extension)
            said = [_of_feedsmith(extension, entry) for entry in feed.get("items") or feed["entries"]]
            for (name, item), entry in zip(CASES.items(), said, strict=True):
                with self.subTest(case=name, format=extension):
                    self.assertEqual(entry, {
                        "id": item.urn, "title": clean(item.title), "url": item.url, "authors": [clean(one) for one in item.authors],
                        "html": clean(item.html), "pictures": [one.url for one in item.pictures],
                    })  # fmt: skip

    def test_rss_parser_reads_rss_and_atom_whole(self):
        for (extension, _content), read in zip(self.documents[:2], by_node(self.documents[:2]), strict=True):
            for (name, item), entry in zip(CASES.items(), read["rssParser"], strict=True):
                authors = entry.get("creators", []) if extension == "rss" else [one["name"][0] for one in entry.get("atomAuthors", [])]
                html = entry.get("content:encoded") or entry["content"] if extension == "rss" else entry.get("content") or entry["summary"]
                with self.subTest(case=name, format=extension):
                    self.assertEqual(entry.get("guid") or entry["id"], item.urn)
                    self.assertEqual((entry["title"], entry["link"]), (clean(item.title), item.url))
                    self.assertEqual((authors, html), ([clean(one) for one in item.authors], clean(item.html)))
                    self.assertEqual(entry.get("rights") or entry.get("atomRights") or "", clean(item.rights))

    def test_json_keeps_to_the_schema_of_json_feed_1_1(self):
        documents = [("json", written("json", *items)) for items in ((), tuple(CASES.values()), (withdrawn(FULL.urn, AT), BARE))]

        self.assertEqual([read["faults"] for read in by_node(documents)], [[], [], []])

    def test_the_schema_finds_what_is_wrong(self):
        good = json.loads(written("json", FULL))
        (item,) = good["items"]
        wrong = [
            {**good, "version": "1.1"},
            {**good, "items": [{**item, "id": 7}]},
            {**good, "items": [{**item, "rights": {}}]},
            {**good, "items": [{name: value for name, value in item.items() if name != "content_html"}]},
            {**good, "items": [{**item, "date_published": "Friday"}]},
        ]
        found = by_node([("json", json.dumps(one).encode()) for one in wrong])

        self.assertEqual([bool(read["faults"]) for read in found], [True] * 5)

    def test_wordpress_shows_the_items_of_rss_and_atom(self):
        for read in by_simplepie([content for _extension, content in self.documents[:2]]):
            self.assertIsNone(read["error"])
            found = {entry["id"]: entry for entry in read["items"]}
            for name, item in CASES.items():
                entry = found[item.urn]
                with self.subTest(case=name):
                    self.assertEqual((entry["link"], entry["date"]), (item.url, "2026-10-02T09:30:00+00:00"))
                    self.assertEqual(entry["authors"] if item.authors else [], [clean(one) for one in item.authors])
                    self.assertEqual(_words(entry["content"]), _words(clean(item.html)))
                    self.assertLessEqual({one.url for one in item.pictures}, set(entry["pictures"]))

    def test_a_text_of_five_megabytes_is_read_back_to_its_last_letter(self):
        self.assertGreater(len(LARGE.html.encode()), 5_000_000)
        documents = [(extension, written(extension, LARGE)) for extension in ("rss", "atom", "json")]
        read = [
            *(feedparser.parse(content, sanitize_html=False).entries[0].content[-1].value for _extension, content in documents[:2]),
            *(_of_feedsmith(extension, _first(one)) ["html"] for (extension, _c), one in zip(documents, by_node(documents), strict=True)),
        ]  # fmt: skip

        self.assertEqual([text == LARGE.html for text in read], [True] * 5)


def _html(entry, item):
    return entry.summary if item.is_excerpt else entry.content[-1].value


def _first(read):
    feed = read["feedsmith"]["feed"]
    return (feed.get("items") or feed["entries"])[0]


def _of_feedsmith(extension, entry):
    """The same facts under the same names."""
    if extension == "json":
        return {
            "id": entry["id"], "title": entry["title"], "url": entry["url"], "html": entry["content_html"],
            "authors": [one["name"] for one in entry.get("authors", [])], "pictures": [one["url"] for one in entry.get("attachments", [])],
        }  # fmt: skip
    media = [one["url"] for one in entry.get("media", {}).get("contents", [])]
    if extension == "rss":
        return {
            "id": entry["guid"]["value"], "title": entry["title"], "url": entry["link"], "pictures": media,
            "authors": entry.get("dc", {}).get("creators", []), "html": entry.get("content", {}).get("encoded") or entry["description"],
        }  # fmt: skip
    return {
        "id": entry["id"], "title": entry["title"]["value"], "pictures": media,
        "url": next(link["href"] for link in entry["links"] if link["rel"] == "alternate"),
        "authors": [one["name"] for one in entry.get("authors", [])], "html": (entry.get("content") or entry["summary"])["value"],
    }  # fmt: skip


def _words(html):
    return body.to_text(html or "").split()
