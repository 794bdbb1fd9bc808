"""What a partner's machine is given: which stories, with what around and inside them."""

from unittest import mock

from articles import addresses
from articles.models import Placement
from articles.tests import builders as desk
from articles.vocabulary import CreditRole
from rights.basing import settle
from rights.vocabulary import Part
from syndication import survey
from syndication.models import Agreement
from syndication.tests.builders import (
    agreement,
    commercial_partner,
    community_partner,
    entries,
    feed_path,
    other_entries,
    partner,
    second_reader,
)
from syndication.tests.case import FeedCase

OURS, THEIRS = "The ferry runs again", "Dredging starts in the north basin"


class WhatEachPartnerGetsTests(FeedCase):
    def test_a_community_partner_gets_our_own_story_and_the_source_s(self):
        desk.published_article(self.chief)
        desk.source_terms_article(self.chief)

        self.assertEqual(self.titles(feed_path(community_partner(self.chief), self.chief)), [THEIRS, OURS])

    def test_a_story_with_a_picture_goes_out_without_it(self):
        asset = desk.picture(self.chief)
        settle(asset.work, by=self.chief, role="rights_desk", at=desk.NOON)
        article = desk.own_article(self.chief)
        Placement.objects.create(article=article, asset=asset)
        desk.published(article, self.chief)

        self.assertEqual(self.titles(feed_path(community_partner(self.chief), self.chief)), [OURS])

    def test_a_commercial_partner_gets_our_own_story_alone(self):
        desk.published_article(self.chief)
        desk.source_terms_article(self.chief)

        self.assertEqual(self.titles(feed_path(commercial_partner(self.chief), self.chief)), [OURS])

    def test_a_partner_of_no_recorded_class_gets_our_own_story_alone(self):
        desk.published_article(self.chief)
        desk.source_terms_article(self.chief)

        self.assertEqual(self.titles(feed_path(partner(self.chief, None), self.chief)), [OURS])

    def test_a_community_site_recorded_as_commercial_is_commercial(self):
        desk.source_terms_article(self.chief)

        self.assertEqual(self.titles(feed_path(community_partner(self.chief, is_commercial=True), self.chief)), [])

    def test_without_an_agreement_in_force_there_are_no_articles(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        Agreement.objects.filter(partner=row).update(ends_at=self.now)

        self.assertEqual(self.titles(feed_path(row, self.chief)), [])

    def test_an_agreement_that_has_not_begun_gives_nothing_until_it_does(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        path = feed_path(row, self.chief)
        Agreement.objects.filter(partner=row).update(starts_at=self.now.replace(hour=14))

        self.assertEqual(self.titles(path), [])
        self.later(hours=1)
        self.assertEqual(self.titles(path), [OURS])

    def test_an_agreement_for_one_section_gives_that_section(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        row.agreements.all().delete()
        agreement(row, desk.section("Schools"))

        self.assertEqual(self.titles(feed_path(row, self.chief)), [])
        agreement(row, desk.section("Harbour"))
        self.assertEqual(self.titles(feed_path(row, self.chief)), [OURS])

    def test_an_agreement_for_print_alone_supplies_no_feed(self):
        desk.published_article(self.chief)
        row = community_partner(self.chief)
        row.agreements.update(channels=["print"])

        self.assertEqual(self.titles(feed_path(row, self.chief)), [])

    def test_the_newest_stand_on_the_page_newest_first(self):
        for number in range(5):
            desk.published_article(self.chief, f"Story {number}", at=self.later(minutes=1))
        with mock.patch.object(survey, "PAGE", 3):
            answer = self.pull(feed_path(community_partner(self.chief), self.chief))

        self.assertEqual([entry.title for entry in entries(answer.content)], ["Story 4", "Story 3", "Story 2"])

    def test_a_page_holds_at_least_fifty_items(self):
        self.assertGreaterEqual(survey.PAGE, 50)


class InsideAnItemTests(FeedCase):
    def one(self, row=None):
        answer = self.pull(feed_path(row or community_partner(self.chief), self.chief))
        (entry,), (raw,) = entries(answer.content), second_reader(answer.content)
        return entry, raw

    def test_a_republished_story_carries_its_credit_line_and_link_inside_the_text(self):
        version = desk.source_terms_article(self.chief)
        original = version.frozen["original"]["url"]
        entry, _raw = self.one()
        text = entry.content[0].value

        self.assertIn("<p>Work in the north basin begins on Monday, the port said.</p>", text)
        self.assertIn("© 2026 The Lantern", text)
        self.assertIn("The Lantern</a>", text)
        self.assertIn(f'<a href="{original}">', text)
        self.assertIn("By Ivo Ballast", text)

    def test_both_readers_give_back_authors_rights_via_and_text_as_recorded(self):
        version = desk.source_terms_article(self.chief)
        original = version.frozen["original"]["url"]
        entry, raw = self.one()
        rights = (
            "© 2026 The Lantern. Community internet sites that are not commercial may republish it "
            "with credit, copyright line and a link to the original."
        )

        self.assertEqual([author.name for author in entry.authors], ["Ivo Ballast"])
        self.assertEqual(raw["creator"], ["Ivo Ballast"])
        self.assertEqual((entry.rights, raw["rights"]), (rights, [rights]))
        self.assertEqual([link.href for link in entry.links if link.rel == "via"], [original])
        self.assertEqual(raw["link:via"], [original])
        for text in (raw["encoded"][0], entry.content[0].value):
            self.assertIn("<p>Work in the north basin begins on Monday, the port said.</p></div>\n<p><a href=", text)
        self.assertEqual(raw["guid"], [version.article.urn])
        self.assertEqual((entry.id, entry.guidislink), (version.article.urn, False))
        self.assertEqual(raw["link"], [addresses.absolute(addresses.article(version.path))])
        self.assertEqual(raw["pubDate"], ["Fri, 20 Nov 2026 12:00:00 +0000"])

    def test_so_does_a_reader_with_rules_of_its_own(self):
        version = desk.source_terms_article(self.chief)
        (entry,) = other_entries(self.pull(feed_path(community_partner(self.chief), self.chief)).content)
        text = entry["content"][0]["value"]

        self.assertEqual((entry["id"], entry["authors"]), (version.article.urn, [{"name": "Ivo Ballast"}]))
        self.assertEqual(entry["link"], addresses.absolute(addresses.article(version.path)))
        self.assertEqual([link["href"] for link in entry["links"] if link["rel"] == "via"], [version.frozen["original"]["url"]])
        self.assertIn("<p>Work in the north basin begins on Monday, the port said.</p>", text)
        self.assertIn("© 2026 The Lantern", text)

    def test_a_story_under_the_source_s_terms_names_no_public_licence(self):
        desk.source_terms_article(self.chief)
        _entry, raw = self.one()

        self.assertEqual([name for name in raw if name.startswith("link:licen") or name == "license"], [])

    def test_a_creative_commons_story_carries_its_licence_three_times_beside_the_text_and_once_inside(self):
        desk.cc_article(self.chief)
        entry, raw = self.one()
        url = "https://creativecommons.org/licenses/by-nc/4.0/"

        # dcterms:license and creativeCommons:license have the same local name.
        self.assertEqual((raw["license"], raw["link:license"]), ([url, url], [url]))
        self.assertIn(f'<a rel="license" href="{url}">', raw["encoded"][0])
        self.assertEqual(entry.license, url)

    def test_our_own_story_names_us_and_our_address_inside_the_text(self):
        version = desk.published_article(self.chief)
        entry, raw = self.one()
        address = addresses.absolute(addresses.article(version.path))

        self.assertIn(f'<a href="{address}">The ferry runs again</a>, first published by The Test Courier.', entry.content[0].value)
        self.assertIn("© 2026 The Test Courier and the named authors", entry.content[0].value)
        self.assertEqual(raw["rightsHolder"], ["The Test Courier and the named authors"])
        self.assertNotIn("link:via", raw)

    def test_links_and_pictures_inside_the_text_are_absolute_or_gone(self):
        links = '<p>See <a href="/sections/harbour/">more</a> and <a href="#n1">a note</a>.</p>'
        picture = '<figure data-picture="7"><figcaption>Boats</figcaption></figure>'
        version = desk.published_article(self.chief, body=links + picture)
        entry, _raw = self.one()
        text, here = entry.content[0].value, addresses.absolute(addresses.article(version.path))

        self.assertIn(f'<a href="{addresses.absolute("/sections/harbour/")}">more</a>', text)
        self.assertIn(f'<a href="{here}#n1">a note</a>', text)
        self.assertNotIn("Boats", text)

    def test_every_author_has_an_element_and_the_translator_is_a_contributor(self):
        article = desk.own_article(self.chief)
        names = [f"Writer {number}" for number in range(50)]
        credits = [(desk.author(name), CreditRole.BY) for name in names] + [(desk.author("Tove Lind"), CreditRole.TRANSLATED)]
        desk.drafting.set_credits(article, credits)
        desk.published(article, self.chief)
        entry, raw = self.one()

        self.assertEqual((raw["creator"], raw["contributor"]), (names, ["Tove Lind"]))
        self.assertEqual([author.name for author in entry.authors], names)

    def test_an_agreement_for_excerpts_gives_the_beginning_and_never_calls_it_the_content(self):
        words = " ".join(f"word{number}" for number in range(200))
        desk.published_article(self.chief, body=f"<p>{words}</p>")
        row = community_partner(self.chief)
        row.agreements.update(part=Part.EXCERPT)
        entry, raw = self.one(row)

        self.assertNotIn("encoded", raw)
        self.assertIn("word49…", entry.summary)
        self.assertNotIn("word50", entry.summary)
        self.assertIn("© 2026 The Test Courier", entry.summary)

    def test_an_agreement_for_headlines_gives_no_word_of_the_text(self):
        desk.published_article(self.chief, body="<p>Onlyinthetext.</p>")
        row = community_partner(self.chief)
        row.agreements.update(part=Part.HEADLINE)
        answer = self.pull(feed_path(row, self.chief))

        self.assertEqual([entry.title for entry in entries(answer.content)], [OURS])
        self.assertNotIn(b"Onlyinthetext", answer.content)
        self.assertNotIn(b"A line under it", answer.content)


class ChannelTests(FeedCase):
    def test_the_channel_says_what_it_is_and_where(self):
        path = feed_path(community_partner(self.chief, name="Quay News"), self.chief)
        answer = self.pull(path)

        self.assertEqual(answer["Content-Type"], "application/rss+xml; charset=utf-8")
        self.assertIn(b"<title>The Test Courier for Quay News</title><link>http://", answer.content)
        self.assertIn(b"<language>en</language>", answer.content)
        self.assertIn(b"<lastBuildDate>Fri, 20 Nov 2026 13:00:00 +0000</lastBuildDate>", answer.content)
        self.assertIn(f'<atom:link rel="self" href="{addresses.absolute(path)}" type="application/rss+xml"/>'.encode(), answer.content)

    def test_nobody_is_told_of_the_feed_and_no_cache_between_keeps_it(self):
        answer = self.pull(feed_path(community_partner(self.chief), self.chief))
        headers = {name: answer[name] for name in ("Cache-Control", "Vary", "X-Robots-Tag", "Referrer-Policy")}

        self.assertEqual(
            headers,
            {
                "Cache-Control": "private, no-cache",
                "Vary": "Accept, Accept-Encoding",
                "X-Robots-Tag": "noindex",
                "Referrer-Policy": "no-referrer",
            },
        )
        self.assertEqual(answer.cookies, {})
