"""A token in the address of a failed request is not in the log."""

import logging

from django.test import SimpleTestCase, TestCase

from syndication.masking import masked

TOKEN = "zX3-secret_Token9"


class MaskingTests(SimpleTestCase):
    def test_the_token_of_a_feed_s_address_is_replaced_and_nothing_else(self):
        said = f'"GET /partners/feeds/{TOKEN}/latest.rss HTTP/1.1" 200, then /partners/feeds/{TOKEN}/latest.atom and /partners/'

        self.assertEqual(masked(said), '"GET /partners/feeds/…/latest.rss HTTP/1.1" 200, then /partners/feeds/…/latest.atom and /partners/')

    def test_a_mistyped_address_gives_no_token_away_either(self):
        wrong = [
            f"/partners/feeds/{TOKEN}",
            f"/partners/feeds/{TOKEN}?x=1",
            f"/partners/feeds//{TOKEN}/latest.rss",
            f"/Partners/Feeds/{TOKEN}/",
        ]

        self.assertEqual([address for address in wrong if TOKEN in masked(f"Not Found: {address}")], [])

    def test_an_ordinary_line_is_left_alone(self):
        self.assertEqual(masked("Not Found: /2026/11/the-ferry/"), "Not Found: /2026/11/the-ferry/")


class LogTests(TestCase):
    def test_a_request_with_an_unknown_token_is_logged_without_it(self):
        with self.assertLogs("django.request", "WARNING") as logged:
            self.client.get(f"/partners/feeds/{TOKEN}/latest.rss")

        self.assertEqual(logged.output, ["WARNING:django.request:Not Found: /partners/feeds/…/latest.rss"])
        self.assertEqual([record for record in logged.records if TOKEN in str(record.args)], [])

    def test_every_logger_that_is_given_paths_is_masked(self):
        record = logging.LogRecord("gunicorn.access", logging.INFO, "", 0, "GET %s", (f"/partners/feeds/{TOKEN}/latest.rss",), None)
        logging.getLogger("gunicorn.access").filter(record)

        self.assertEqual(record.getMessage(), "GET /partners/feeds/…/latest.rss")
