"""A token in the address of a failed request is not in the log."""

import logging
import sys

from django.test import RequestFactory, SimpleTestCase, TestCase
from django.urls import resolve
from django.utils.module_loading import import_string
from django.views.debug import get_exception_reporter_class

from syndication.masking import masked

JsonLines = import_string("newsroom.logs.JsonLines")

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

    def test_credentials_and_queries_are_masked_wherever_they_are_quoted(self):
        said = [
            f"Authorization: Basic {TOKEN}",
            f"authorization: bearer {TOKEN}",
            f"https://quay-news:{TOKEN}@courier.example/partners/feeds/latest.rss",
            f"/partners/feeds/latest.rss?token={TOKEN}&since=start",
            f"/accounts/login/?next=%2Fpartners%2Ffeeds%2F{TOKEN}%2Flatest.rss",
            f'"GET / HTTP/1.1" 200 "https://courier.example/partners/feeds/{TOKEN}/latest.atom" "curl"',
        ]

        self.assertEqual([line for line in said if TOKEN in masked(line)], [])
        self.assertEqual(masked(said[3]), "/partners/feeds/latest.rss?token=…&since=start")

    def test_a_link_that_signs_in_is_replaced_too(self):
        self.assertEqual(masked(f"Not Found: /partners/sign-in/{TOKEN}:a:b/"), "Not Found: /partners/sign-in/…/")

    def test_an_ordinary_line_is_left_alone(self):
        for line in (
            "Not Found: /2026/11/the-ferry/",
            "/partners/feeds/latest.rss?since=start",
            'Basic realm="Partner feeds"',
            "10:30: a@b.example",
        ):
            self.assertEqual(masked(line), line)


class ReportTests(TestCase):
    def test_an_error_s_report_holds_no_secret_not_even_in_its_frames(self):
        for path, headers in [
            (f"/partners/feeds/{TOKEN}/latest.rss", {}),
            ("/partners/feeds/latest.rss", {"Authorization": f"Bearer {TOKEN}"}),
        ]:
            request = RequestFactory().get(path, headers=headers)
            request.resolver_match = resolve(path)
            kept = TOKEN[::-1][::-1]  # a variable of this frame
            try:
                raise ValueError(f"Nobody has {kept}")
            except ValueError as error:
                reporter = get_exception_reporter_class(request)(request, type(error), error, error.__traceback__)
                reports = [reporter.get_traceback_html(), reporter.get_traceback_text()]
            self.assertEqual([TOKEN in report for report in reports], [False, False])
            self.assertIn("ValueError", reports[1])

    def test_no_page_that_says_no_repeats_the_token(self):
        answers = [
            self.client.get(f"/partners/feeds/{TOKEN}/latest.rss"),
            self.client.get(f"/partners/feeds/{TOKEN}/"),
            self.client.get("/partners/feeds/latest.rss", headers={"authorization": f"Bearer {TOKEN}"}),
        ]

        self.assertEqual([answer.status_code for answer in answers], [404, 404, 401])
        said = [answer.content.decode() + str(answer.headers) for answer in answers]
        self.assertEqual([TOKEN in words for words in said], [False, False, False])

    def test_a_line_with_a_traceback_is_masked_whole(self):
        try:
            raise ValueError(f"/partners/feeds/{TOKEN}/latest.rss")
        except ValueError:
            record = logging.LogRecord("any.logger", logging.ERROR, "", 0, "It broke", (), sys.exc_info())

        self.assertNotIn(TOKEN, JsonLines().format(record))


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
