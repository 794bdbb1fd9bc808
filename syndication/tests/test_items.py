"""Whole stories that are hardest to carry: other scripts, odd marks, many names or none, from the desk to the reader's machine."""

from articles import addresses
from articles.tests import builders as desk
from syndication.tests.builders import community_partner, entries, feed_path, second_reader
from syndication.tests.case import FeedCase


class HardStoriesTests(FeedCase):
    def carried(self, headline, body, **text):
        article = desk.own_article(self.chief, headline, body=body, **text)
        version = desk.published(article, self.chief)
        content = self.pull(feed_path(community_partner(self.chief), self.chief)).content
        return version, entries(content)[0], second_reader(content)[0]

    def test_a_story_from_right_to_left_keeps_its_direction_and_every_letter(self):
        headline, words = "العبّارة تعود إلى العمل", "غادرت العبّارة عند التاسعة. 🧭"
        version, entry, raw = self.carried(headline, f"<p>{words}</p>", language="ar")

        self.assertEqual((entry.title, raw["language"]), (headline, ["ar"]))
        self.assertIn(f'<div lang="ar" dir="rtl"><p>{words}</p></div>', raw["encoded"][0])
        self.assertEqual(raw["link"], [addresses.absolute(addresses.article(version.path))])
        self.assertTrue(raw["link"][0].isascii())

    def test_marks_that_end_other_things_end_nothing_here(self):
        headline = "Why ]]> & <b>not</b> &amp; “so”?"
        _version, entry, raw = self.carried(headline, "<p>A ]]&gt; in the text, &lt;/item&gt; too.</p>")

        self.assertEqual((raw["title"], entry.title), ([headline], headline))
        self.assertIn("<p>A ]]&gt; in the text, &lt;/item&gt; too.</p>", raw["encoded"][0])
        # In the credit the headline is text, not markup.
        self.assertIn("Why ]]&gt; &amp; &lt;b&gt;not&lt;/b&gt; &amp;amp; “so”?</a>", raw["encoded"][0])

    def test_an_address_with_several_parameters_leads_there(self):
        url = "https://elsewhere.example/?a=1&b=2&copy=3"
        _version, _entry, raw = self.carried("Where to", f'<p><a href="{url.replace("&", "&amp;")}">there</a></p>')

        self.assertIn(f'<a href="{url.replace("&", "&amp;")}">there</a>', raw["encoded"][0])

    def test_a_story_without_a_section_a_dek_or_tags_is_carried_by_its_own_first_words(self):
        article = desk.own_article(self.chief, "Bare", body=f"<p>{'word ' * 60}</p>")
        article.section, article.dek = None, ""
        article.save()
        desk.drafting.after_save(article, by=self.chief, at=self.now)
        desk.published(article, self.chief)
        (raw,) = second_reader(self.pull(feed_path(community_partner(self.chief), self.chief)).content)

        self.assertEqual(raw["description"], [("word " * 40).strip() + "…"])
        self.assertNotIn("category", raw)

    def test_a_corrected_story_carries_what_was_wrong_and_when_it_changed(self):
        version = desk.published_article(self.chief)
        at = self.later(hours=2)
        desk.clearing.clear(version.article_id, by=self.chief, at=at)
        desk.publishing.correct(version.article_id, by=self.chief, at=at, kind="correction", note="It left at ten.")
        (raw,) = second_reader(self.pull(feed_path(community_partner(self.chief), self.chief)).content)

        self.assertIn("<p>Correction, 20 November 2026: It left at ten.</p>", raw["encoded"][0])
        self.assertEqual(raw["pubDate"], ["Fri, 20 Nov 2026 12:00:00 +0000"])
        self.assertEqual(raw["modified"], ["2026-11-20T15:00:00+00:00"])
