"""The furniture in each language: every phrase has its translation, and what is shown is what the catalogue says."""

import gettext
import re
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase

CATALOGUES = sorted(Path(settings.BASE_DIR, "pages/locale").glob("*/LC_MESSAGES/django.po"))
IN_PYTHON = re.compile(r'\b_(?:noop|lazy)?\("([^"]+)"\)')
IN_TEMPLATES = re.compile(r"""\{% translate (["'])(.+?)\1 %\}|\{% blocktranslate[^%]*%\}(.+?)\{% endblocktranslate %\}""")


def spoken() -> set[str]:
    """Every phrase of the pages that is furniture."""
    phrases = set()
    for file in Path(settings.BASE_DIR, "pages").glob("*.py"):
        phrases.update(IN_PYTHON.findall(file.read_text()))
    for file in Path(settings.BASE_DIR, "templates/pages").glob("*.html"):
        for _quote, phrase, block in IN_TEMPLATES.findall(file.read_text()):
            phrases.add(phrase or re.sub(r"\{\{ (\w+) \}\}", r"%(\1)s", block))
    return phrases


def written(catalogue: Path) -> dict[str, str]:
    return dict(re.findall(r'^msgid "(.+)"\nmsgstr "(.+)"$', catalogue.read_text(), re.MULTILINE))


class WordingTests(SimpleTestCase):
    def test_there_is_a_catalogue_for_every_language_but_our_own(self):
        languages = {catalogue.parts[-3] for catalogue in CATALOGUES}

        self.assertEqual(languages, {code for code, _name in settings.LANGUAGES} - {"en"})

    def test_each_phrase_is_in_each_catalogue_and_nothing_else_is(self):
        for catalogue in CATALOGUES:
            with self.subTest(language=catalogue.parts[-3]):
                self.assertEqual(set(written(catalogue)), spoken())

    def test_what_is_compiled_is_what_is_written(self):
        for catalogue in CATALOGUES:
            with self.subTest(language=catalogue.parts[-3]), catalogue.with_suffix(".mo").open("rb") as compiled:
                said = gettext.GNUTranslations(compiled)
                self.assertEqual({phrase: said.gettext(phrase) for phrase in written(catalogue)}, written(catalogue))

    def test_a_translation_keeps_the_places_of_its_phrase(self):
        for catalogue in CATALOGUES:
            for phrase, translation in written(catalogue).items():
                with self.subTest(language=catalogue.parts[-3], phrase=phrase):
                    self.assertEqual(set(re.findall(r"%\(\w+\)s", phrase)), set(re.findall(r"%\(\w+\)s", translation)))
