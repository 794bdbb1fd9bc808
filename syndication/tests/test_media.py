"""Pictures beside the text: each with its own credit, copyright and limits, in RSS and in Atom alike."""

from dataclasses import replace

from django.test import SimpleTestCase
from lxml import etree

from syndication.illustrating import Picture
from syndication.tests.made import FULL, PICTURE, TERMS, parsed, written

MEDIA = "{http://search.yahoo.com/mrss/}"
BARE_PICTURE = Picture("https://news.example/p.jpg", "image/jpeg", 480, 300)


def media(extension, *pictures):
    return etree.fromstring(written(extension, replace(FULL, pictures=pictures))).findall(f".//{MEDIA}content")


class MediaTests(SimpleTestCase):
    def test_each_has_its_credit_its_copyright_with_the_terms_and_its_limits(self):
        for extension in ("rss", "atom"):
            (found,) = media(extension, PICTURE)
            notice = found.find(f"{MEDIA}copyright")

            self.assertEqual(dict(found.attrib), {
                "url": PICTURE.url, "type": "image/jpeg", "medium": "image", "width": "1600", "height": "1000", "fileSize": "80000",
                "isDefault": "true",
            })  # fmt: skip
            self.assertEqual(found.findtext(f"{MEDIA}credit"), PICTURE.credit)
            self.assertEqual((notice.text, notice.get("url")), ("© 2026 Weir", PICTURE.licence_url))
            self.assertEqual((found.findtext(f"{MEDIA}title"), found.findtext(f"{MEDIA}description")), (PICTURE.caption, PICTURE.alt))
            restriction = found.find(f"{MEDIA}restriction")
            self.assertEqual((restriction.text, dict(restriction.attrib)), ("de fr", {"relationship": "allow", "type": "country"}))
            self.assertEqual(found.findtext(f"{TERMS}valid"), "end=2027-01-01T00:00:00+00:00;scheme=W3C-DTF")

    def test_what_is_not_known_is_not_said(self):
        (found,) = media("rss", BARE_PICTURE)

        self.assertEqual((list(found), "fileSize" in found.attrib), ([], False))

    def test_only_the_first_is_the_default_and_in_rss_the_one_enclosure(self):
        pictures = (PICTURE, replace(PICTURE, url="https://news.example/2.jpg"), BARE_PICTURE)
        content = written("rss", replace(FULL, pictures=pictures))

        self.assertEqual([one.get("isDefault") for one in media("rss", *pictures)], ["true", None, None])
        self.assertEqual([dict(one.attrib) for one in etree.fromstring(content).iter("enclosure")],
                         [{"url": PICTURE.url, "length": "80000", "type": "image/jpeg"}])  # fmt: skip

    def test_what_validators_of_the_older_version_call_undefined_is_not_written(self):
        for extension in ("rss", "atom"):
            self.assertNotIn(b"<media:license", written(extension, FULL))
            self.assertNotIn(b"<media:rights", written(extension, FULL))

    def test_feedparser_finds_pictures_and_credits(self):
        (entry,) = parsed("rss", replace(FULL, pictures=(PICTURE,))).entries

        self.assertEqual([one["url"] for one in entry.media_content], [PICTURE.url])
        self.assertEqual([one["content"] for one in entry.media_credit], [PICTURE.credit])
