"""What a log line holds, and that an answer leads to its lines."""

import json
import logging
import sys

from django.http import HttpResponse
from django.test import SimpleTestCase

from newsroom.logs import JsonLines, RequestIdMiddleware


def record(message: str, **extra: object) -> logging.LogRecord:
    made = logging.makeLogRecord({"name": "wire.intake", "levelname": "INFO", "msg": message, "created": 0.0})
    made.__dict__.update(extra)
    return made


class LogsTests(SimpleTestCase):
    def test_a_line_is_one_json_object_with_what_was_given_beside_the_message(self):
        line = JsonLines().format(record("took a page", article=7))

        self.assertEqual(
            json.loads(line),
            {"at": "1970-01-01T00:00:00.000+00:00", "level": "info", "logger": "wire.intake", "says": "took a page", "article": 7},
        )

    def test_an_error_brings_its_traceback_in_the_same_line(self):
        try:
            raise ValueError("meant")
        except ValueError:
            line = JsonLines().format(record("failed", exc_info=sys.exc_info()))

        self.assertEqual(line.count("\n"), 0)
        self.assertIn("ValueError: meant", json.loads(line)["traceback"])

    def test_a_request_is_named_in_its_answer_and_in_its_lines_and_then_forgotten(self):
        lines = []

        def view(request):
            lines.append(json.loads(JsonLines().format(record("inside"))))
            return HttpResponse()

        answer = RequestIdMiddleware(view)(None)

        self.assertEqual(lines[0]["request"], answer["X-Request-ID"])
        self.assertNotIn("request", json.loads(JsonLines().format(record("outside"))))
