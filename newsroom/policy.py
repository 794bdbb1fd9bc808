"""What a browser may load from us: one strict Content-Security-Policy, and the desk's two exceptions to it.

No `unsafe-inline` and no `unsafe-eval`, anywhere. A view that needs more says
so with django-csp's decorators, and its reason beside it.
"""

from csp.constants import NONCE, NONE, SELF
from csp.middleware import CSPMiddleware, PolicyParts
from django.http import HttpRequest, HttpResponseBase

DESK_PREFIX = "/admin/"

PUBLIC: dict[str, list[object]] = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF, "data:"],
    "font-src": [SELF],
    "connect-src": [SELF],
    "form-action": [SELF],
    "frame-ancestors": [SELF],
    "base-uri": [NONE],
    "object-src": [NONE],
}

# The one <style> that the prose editor's ProseMirror core writes into the page. Blocked, typing goes wrong
# (white-space falls back to normal). A test computes it from the shipped script.
PROSE_EDITOR_STYLE = "'sha256-PlumsSlvJ7vvWzjqibGAYKq92O3y/4JTxWWsWJvyUYA='"

# A nonce, because the prose editor's import map is inline. Answers with a nonce can't be cached: the desk only.
DESK: dict[str, list[object]] = {**PUBLIC, "script-src": [SELF, NONCE], "style-src": [SELF, PROSE_EDITOR_STYLE]}


class PolicyMiddleware(CSPMiddleware):
    """django-csp, with the desk's policy for everything under the desk's address."""

    def get_policy_parts(self, request: HttpRequest, response: HttpResponseBase, report_only: bool = False) -> PolicyParts:
        parts = super().get_policy_parts(request, response, report_only)
        if parts.config is None and not report_only and request.path_info.startswith(DESK_PREFIX):
            parts.config = DESK
        return parts
