"""Pictures of a story in a partner's feed: only those that may go, in their places, each with what it owes."""

from articles import renditions
from articles.models import Placement
from articles.tests import builders as desk
from articles.tests.builders import NOON
from rights.basing import settle
from rights.models import Grant
from rights.vocabulary import Part
from syndication.formats import FORMATS
from syndication.tests.builders import commercial_partner, community_partner, feed_path
from syndication.tests.case import FeedCase
from syndication.tests.made import facts


class PicturesTests(FeedCase):
    def setUp(self):
        super().setUp()
        self.assets = [desk.picture(self.chief, title) for title in ("Lead", "Second", "Third")]
        article = desk.own_article(self.chief, body="<p>One.</p>" + self.figure(1, "Written <em>here</em>") + "<p>Two.</p>")
        for position, asset in enumerate(self.assets):
            settle(asset.work, by=self.chief, role="rights_desk", at=NOON)
            renditions.make(asset)
            Placement.objects.create(
                article=article, asset=asset, position=position, caption=f"Caption {position}", alt_text=f"Alt {position}"
            )
        self.version = desk.published(article, self.chief)
        self.partner = community_partner(self.chief)
        self.path = feed_path(self.partner, self.chief)

    def figure(self, place, caption):
        return f'<figure data-picture="{self.assets[place].pk}"><figcaption>{caption}</figcaption></figure>'

    def grant(self, place, **fields):
        Grant.objects.filter(work=self.assets[place].work).update(**fields)

    def read(self, extension="rss"):
        path = self.path.removesuffix("rss") + extension
        return facts(extension, self.pull(path).content)

    def shown(self, found):
        return [place for place in range(3) if f"Alt {place}" in found["html"]]

    def test_each_stands_in_its_place_the_lead_above_and_the_rest_below(self):
        html = self.read()["html"]
        order = [html.index(words) for words in ("Caption 0", "<p>One.</p>", "Written <em>here</em>", "<p>Two.</p>", "Caption 2")]

        self.assertEqual(order, sorted(order))
        # The caption that was written for its place in the text stands there instead of the library's.
        self.assertNotIn("Caption 1", html)
        self.assertEqual((html.count("<figure><img "), html.count("data-picture")), (3, 0))

    def test_every_format_has_the_same_and_every_address_may_be_fetched(self):
        found = [self.read(extension) for extension in FORMATS]

        self.assertEqual([one["pictures"] for one in found[1:]], [found[0]["pictures"]] * 2)
        self.assertEqual([one["html"] for one in found[1:]], [found[0]["html"]] * 2)
        for url, *_rest in found[0]["pictures"]:
            self.assertEqual(self.client.get(url.removeprefix("http://127.0.0.1:8000")).status_code, 200)

    def test_what_its_own_terms_oblige_stands_in_the_text_and_beside_it(self):
        owed = [{"name": "credit_author", "value": "Cem Weir"}, {"name": "copyright_line", "value": "© 2026 Weir"},
                {"name": "link_original", "value": "https://weir.example/1?a=1&b=2"},
                {"name": "licence_link", "value": "https://creativecommons.org/licenses/by/4.0/"}]  # fmt: skip
        self.grant(0, obligations=owed)
        found = self.read("json")

        self.assertIn("Ada Quill, Cem Weir, © 2026 Weir", found["html"])
        self.assertIn('<a href="https://weir.example/1?a=1&amp;b=2">', found["html"])
        self.assertIn('<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">', found["html"])
        _url, credit, notice, licence = found["pictures"][0]
        self.assertEqual((credit, notice, licence), ("Ada Quill, Cem Weir, © 2026 Weir", "© 2026 Weir", owed[3]["value"]))

    def test_one_whose_caption_cannot_show_what_it_owes_stays_out_and_the_story_goes(self):
        self.grant(1, obligations=[{"name": "keep_notice", "value": ""}])
        found = self.read()

        self.assertEqual((self.shown(found), len(found["pictures"])), ([0, 2], 2))
        self.assertNotIn("Written", found["html"])
        self.assertIn("<p>Two.</p>", found["html"])

    def test_one_that_may_not_go_to_partners_is_in_no_byte_of_any_format(self):
        self.grant(0, uses=["read"])
        for extension in FORMATS:
            answer = self.pull(self.path.removesuffix("rss") + extension).content

            for word in (b"Caption 0", b"Alt 0", f"/pictures/{self.assets[0].pk}/".encode()):
                self.assertNotIn(word, answer)

    def test_one_that_partners_alone_may_have_is_left_out_and_its_file_stays_closed(self):
        self.grant(2, uses=["syndicate"])
        sizes = self.assets[2].renditions.all()
        addresses = [f"/pictures/{row.asset_id}/{row.content_hash}-{row.width}.{row.extension}" for row in sizes]

        self.assertEqual(self.shown(self.read()), [0, 1])
        self.assertEqual({self.client.get(address).status_code for address in addresses}, {404})

    def test_a_partner_that_sells_gets_none_that_are_not_for_sale_and_the_text_all_the_same(self):
        self.grant(0, commercial="no")
        path = feed_path(commercial_partner(self.chief), self.chief)

        self.assertEqual(self.shown(facts("rss", self.pull(path).content)), [1, 2])

    def test_with_part_of_the_text_goes_no_picture(self):
        for part in (Part.EXCERPT, Part.HEADLINE):
            self.partner.agreements.update(part=part)
            answer = self.pull(self.path).content

            self.assertEqual([word for word in (b"<figure", b"media:content", b"Caption", b"Written", b"enclosure ") if word in answer], [])

    def test_the_next_request_is_without_one_whose_right_ended(self):
        etag = self.pull(self.path)["ETag"]
        self.grant(0, valid_to=self.later(minutes=1))
        answer = self.pull(self.path, if_none_match=etag)

        self.assertEqual((answer.status_code, self.shown(facts("rss", answer.content))), (200, [1, 2]))
