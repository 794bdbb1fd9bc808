"""What a browser is told it may load, on every kind of answer."""

import base64
import hashlib
import re
from pathlib import Path

from django.contrib.auth.models import User
from django.contrib.staticfiles import finders
from django.test import TestCase

from newsroom import policy

STRICT = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "form-action": "'self'",
    "frame-ancestors": "'self'",
    "base-uri": "'none'",
    "object-src": "'none'",
}


def directives(response) -> dict[str, str]:
    return dict(part.strip().split(" ", 1) for part in response["Content-Security-Policy"].split(";"))


class PolicyTests(TestCase):
    def test_public_answers_allow_our_own_files_and_nothing_else(self):
        for address in ("/accounts/login/", "/healthz", "/no-such-page/"):
            with self.subTest(address):
                self.assertEqual(directives(self.client.get(address)), STRICT)

    def test_the_desk_adds_the_editors_one_style(self):
        self.client.force_login(User.objects.create_superuser("cleo"))

        found = directives(self.client.get("/admin/password_change/"))

        self.assertEqual(found | {"script-src": ""}, STRICT | {"script-src": "", "style-src": f"'self' {policy.PROSE_EDITOR_STYLE}"})
        self.assertRegex(found["script-src"], r"^'self'( 'nonce-[\w+/=]+')?$")

    def test_nothing_inline_and_nothing_evaluated_is_allowed_anywhere(self):
        for sources in (policy.PUBLIC, policy.DESK):
            self.assertNotIn("unsafe", repr(sources))

    def test_the_editors_style_is_the_one_that_is_shipped(self):
        """Fails when an upgrade changes it: typing would go wrong in every browser that keeps to the policy."""
        script = Path(finders.find("django_prose_editor/editor.js")).read_text()
        style = re.search(r"`(\.ProseMirror \{[^`]*)`", script)[1]

        digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()

        self.assertEqual(policy.PROSE_EDITOR_STYLE, f"'sha256-{digest}'")
