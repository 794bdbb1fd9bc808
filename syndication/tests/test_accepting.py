"""People who open a feed's address get a page, programs get the feed, by what each really sends."""

from django.test import SimpleTestCase

from articles.tests import builders as desk
from syndication.accepting import wants_page
from syndication.formats import FORMATS
from syndication.models import Delivery, Usage
from syndication.tests.builders import community_partner, entries, feed_path
from syndication.tests.case import FeedCase

CHROME = (
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,image/apng,*/*;q=0.8,"
    "application/signed-exchange;v=b3;q=0.7"
)
BROWSERS = {
    "Chrome": CHROME,
    "Firefox": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "Firefox before 128": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "Safari": "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8",
    "lynx": "text/html, text/plain, text/sgml, text/css, application/xhtml+xml, */*;q=0.01",
    "w3m": "text/html, text/*;q=0.5, image/*",
}
READERS = {
    "SimplePie, WordPress": (
        "application/atom+xml, application/rss+xml, application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8, text/html;q=0.7, "
        "unknown/unknown;q=0.1, application/unknown;q=0.1, */*;q=0.1"
    ),
    "feedparser": (
        "application/atom+xml,application/rdf+xml,application/rss+xml,application/x-netcdf,application/xml;q=0.9,text/xml;q=0.2,*/*;q=0.1"
    ),
    "Feedly": "*/*",
    "curl": "*/*",
    "wget": "*/*",
    "urllib": "",
    "Go": "",
    "Miniflux": (
        "application/xml, application/atom+xml, application/rss+xml, application/rdf+xml, application/feed+json, text/html, */*;q=0.9"
    ),
    "rss-parser for node": "application/rss+xml",
    "Thunderbird": "application/rss+xml,application/atom+xml;q=0.9,application/xml;q=0.8,text/xml;q=0.8,*/*;q=0.5",
    "a reader of JSON": "application/feed+json, application/json;q=0.9, text/html;q=0.1",
    "a careless one": "text/html, application/xml, */*",
    "an older one": "text/xml, application/xml, text/html",
    "axios": "application/json, text/plain, */*",
}
MALFORMED = [
    ",", ";;;,,;q=", "text/html;q=nonsense", "text/html;q=0", "text/html;q=-1", "text/html;q=2", "text/html;q=nan", "text/html;q=inf",
    "html", "text/", "q=1", "ö", "text/html," * 1000, "text/html, */*;q=1", "text/html;level=1;q=0.2, */*;q=0.3",
]  # fmt: skip


class AcceptTests(SimpleTestCase):
    def test_browsers_want_a_page(self):
        self.assertEqual({name for name, accept in BROWSERS.items() if not wants_page(accept)}, set())

    def test_readers_of_feeds_want_the_feed(self):
        self.assertEqual({name for name, accept in READERS.items() if wants_page(accept)}, set())

    def test_what_means_nothing_gets_the_feed(self):
        self.assertEqual([accept for accept in MALFORMED if wants_page(accept)], [])


class InTheBrowserTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief, name="Quay News")
        self.path = feed_path(self.partner, self.chief)
        self.token = self.path.split("/")[3]
        desk.published_article(self.chief, "The ferry runs again")

    def test_a_browser_reads_what_this_is_and_what_it_holds(self):
        for extension in FORMATS:
            answer = self.pull(self.path.replace(".rss", f".{extension}"), accept=CHROME)
            self.assertEqual((answer.status_code, answer["Content-Type"]), (200, "text/html; charset=utf-8"))
            for words in ("You opened the address of a feed", "The ferry runs again", 'href="/partners/"', f"…{self.token[-4:]}"):
                self.assertContains(answer, words)

    def test_the_token_stands_nowhere_in_it_and_is_told_to_nobody(self):
        answer = self.pull(self.path, accept=CHROME)

        self.assertNotIn(self.token[:-4].encode(), answer.content)
        said = [answer[name] for name in ("Referrer-Policy", "Cache-Control", "Vary", "X-Robots-Tag")]
        self.assertEqual(said, ["no-referrer", "private, no-store", "Accept, Accept-Encoding", "noindex, nofollow"])
        self.assertFalse({"ETag", "Location", "Set-Cookie", "Link"} & {*answer.headers})

    def test_a_program_gets_the_feed_at_the_same_address_and_its_validator_holds(self):
        for name, accept in READERS.items():
            with self.subTest(reader=name):
                answer = self.pull(self.path, accept=accept)
                self.assertEqual([entry.title for entry in entries(answer.content)], ["The ferry runs again"])
                self.assertEqual(answer["Vary"], "Accept, Accept-Encoding")
                self.assertEqual(self.pull(self.path, accept=accept, if_none_match=answer["ETag"]).status_code, 304)

    def test_a_page_delivers_nothing_and_counts_as_nothing(self):
        self.pull(self.path, accept=CHROME)

        self.assertEqual((Delivery.objects.count(), Usage.objects.count()), (0, 0))

    def test_a_page_of_marks_is_the_feed_s_for_everybody(self):
        self.assertEqual(self.pull(f"{self.path}?since=start", accept=CHROME)["Content-Type"], "application/rss+xml; charset=utf-8")

    def test_an_unknown_token_is_not_found_by_a_browser_either(self):
        self.assertEqual(self.pull("/partners/feeds/unknown/latest.rss", accept=CHROME).status_code, 404)
        self.assertEqual(self.pull("/partners/feeds/latest.rss", accept=CHROME).status_code, 401)

    def test_with_credentials_it_does_not_call_the_address_a_secret(self):
        shown = self.pull("/partners/feeds/latest.rss", accept=CHROME, authorization=f"Bearer {self.token}")

        self.assertContains(shown, f"The token that you showed ends in <code>…{self.token[-4:]}")
        self.assertEqual(shown["Vary"], "Accept, Accept-Encoding, Authorization")
        self.assertNotIn(self.token[:-4].encode(), shown.content)

    def test_what_may_not_go_to_the_partner_has_no_headline_there(self):
        desk.fair_use_article(self.chief, desk.everyone(), "A canary by fair use")

        self.assertNotIn(b"canary", self.pull(self.path, accept=CHROME).content)
