import json

from django.test import SimpleTestCase

from pages.json_ld import Facts, Maker, Original, as_script, news_article

OURS = Facts(
    headline="The ferry runs again",
    url="https://courier.example/2026/11/ferry/",
    language="en",
    published_at="2026-11-20T12:00:00+00:00",
    modified_at="2026-11-20T13:00:00+00:00",
    publisher="The Test Courier",
    publisher_url="https://courier.example/",
    authors=[Maker("Ada Quill", "https://courier.example/authors/ada-quill/"), Maker("Harbour Watch", "", is_organisation=True)],
    holder="Ada Quill",
)


class NewsArticleTests(SimpleTestCase):
    def test_it_names_what_google_asks_of_a_news_article(self):
        said = news_article(OURS)

        for name in ("headline", "author", "datePublished", "dateModified", "mainEntityOfPage", "publisher"):
            self.assertIn(name, said)

    def test_people_and_institutions_are_kept_apart(self):
        self.assertEqual([author["@type"] for author in news_article(OURS)["author"]], ["Person", "Organization"])

    def test_a_holder_who_is_an_author_is_that_person(self):
        self.assertEqual(news_article(OURS)["copyrightHolder"]["@type"], "Person")

    def test_what_is_not_known_is_not_said(self):
        said = news_article(OURS)

        for name in ("license", "isBasedOn", "correction", "expires", "image", "creditText"):
            self.assertNotIn(name, said)

    def test_a_republished_piece_names_the_original_and_who_published_it_first(self):
        original = Original("https://lantern.example/1", "Dredging", "The Lantern")
        said = news_article(Facts(**{**OURS.__dict__, "original": original}))

        self.assertEqual(
            said["isBasedOn"],
            {
                "@type": "CreativeWork",
                "url": "https://lantern.example/1",
                "name": "Dredging",
                "publisher": {"@type": "Organization", "name": "The Lantern"},
            },
        )

    def test_no_text_can_end_the_script_element(self):
        said = news_article(Facts(**{**OURS.__dict__, "headline": "</script><!-- <script> & \u2028"}))

        script = as_script(said)

        for dangerous in ("<", ">", "&", "\u2028"):
            self.assertNotIn(dangerous, script)
        self.assertEqual(json.loads(script)["headline"], "</script><!-- <script> & \u2028")
