from django.test import SimpleTestCase
from django.urls import URLPattern, URLResolver, get_resolver, path
from django.utils.module_loading import import_string

from rights import exits

#: Addresses by which a work leaves → the exit that they belong to.
EXITS = {
    "pages:home": "lists",
    "pages:section": "lists",
    "pages:author": "lists",
    "pages:tag": "lists",
    "pages:article": "page",
    "pages:picture": "picture",
    "partner_feed": "partner feed",
}
#: Addresses that let no work out, each with the reason.
HARMLESS = {
    "healthz": "says ok or not",
    "readyz": "says which part is ready",
    "pages:feeds": "lists addresses of feeds",
    "pages:policy": "our own policies",
}
#: Whole branches: who gets in is decided before any view of theirs runs.
BRANCHES = {
    "admin/": "the desk: staff with a role; its forms ask the acts",
    "accounts/": "log-in and second factors: no articles",
}


def walk(patterns, prefix="", namespace=""):
    for pattern in patterns:
        address = prefix + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inner = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from walk(pattern.url_patterns, address, inner)
        elif isinstance(pattern, URLPattern):
            yield address, f"{namespace}{pattern.name}" if pattern.name else address


def unaccounted(patterns):
    """Every address that is neither an exit, nor known to be harmless, nor inside a guarded branch."""
    return [
        address
        for address, name in walk(patterns)
        if name not in EXITS and name not in HARMLESS and not address.startswith(tuple(BRANCHES))
    ]


def raw_view(request, pk):
    raise AssertionError("Only its address matters here.")


class ExitWalkTests(SimpleTestCase):
    def test_every_address_is_an_exit_or_harmless_for_a_stated_reason(self):
        self.assertEqual(unaccounted(get_resolver().url_patterns), [])

    def test_a_raw_view_that_a_stranger_adds_is_found(self):
        added = [*get_resolver().url_patterns, path("raw/<int:pk>/", raw_view, name="raw")]

        self.assertEqual(unaccounted(added), ["raw/<int:pk>/"])

    def test_every_exit_that_an_address_names_is_registered(self):
        self.assertEqual(set(EXITS.values()), {door.name for door in exits.every()})

    def test_every_exit_names_a_test_that_exists(self):
        for door in exits.every():
            with self.subTest(door=door.name):
                case, _, method = door.test.rpartition(".")
                self.assertTrue(callable(getattr(import_string(case), method)))
