"""The sheets and templates themselves: nothing inline, nothing from elsewhere, readable in both themes."""

import re
from pathlib import Path

from django.conf import settings
from django.test import SimpleTestCase

TEMPLATES = sorted(Path(settings.BASE_DIR, "templates/pages").glob("*.html"))
SHEETS = sorted(Path(settings.BASE_DIR, "static/pages").glob("*.css"))
FONTS = sorted(Path(settings.BASE_DIR, "static/pages/fonts").glob("*.woff2"))
COLOUR = re.compile(r"--([a-z-]+): (#[0-9a-f]{6});")
#: Each word colour with the grounds it stands on.
WORDS = {
    "ink": ("paper", "panel", "mark-panel"),
    "soft": ("paper", "panel"),
    "house": ("paper",),
    "mark": ("mark-panel",),
    "paper": ("house", "ink"),
}


def _light(colour: str) -> float:
    """Relative luminance. https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    darker, lighter = sorted((_light(one), _light(other)))
    return (lighter + 0.05) / (darker + 0.05)


class PaperTests(SimpleTestCase):
    def test_each_template_names_its_variables_first(self):
        for template in TEMPLATES:
            with self.subTest(template=template.name):
                self.assertTrue(template.read_text().startswith("{# "))

    def test_no_template_holds_script_or_style(self):
        for template in TEMPLATES:
            with self.subTest(template=template.name):
                self.assertEqual(re.findall(r"<style|\sstyle=|\son[a-z]+=|<script(?! type=\"application/ld)", template.read_text()), [])

    def test_nothing_is_loaded_from_another_host(self):
        for file in [*TEMPLATES, *SHEETS]:
            with self.subTest(file=file.name):
                self.assertEqual(re.findall(r"(?:src|href|url)\(?=?[\"']?(?:https?:)?//", file.read_text()), [])

    def test_words_are_readable_in_the_light_and_in_the_dark(self):
        light, dark = (dict(COLOUR.findall(half)) for half in _themes())
        self.assertEqual(set(light), set(dark))
        for theme in (light, dark):
            for word, grounds in WORDS.items():
                for ground in grounds:
                    with self.subTest(word=word, ground=ground, paper=theme["paper"]):
                        self.assertGreaterEqual(contrast(theme[word], theme[ground]), 4.5)

    def test_the_typefaces_stay_light_and_carry_their_licence(self):
        self.assertLessEqual(sum(font.stat().st_size for font in FONTS), 160_000)
        self.assertIn("SIL OPEN FONT LICENSE Version 1.1", Path(FONTS[0].parent, "OFL.txt").read_text())

    def test_sheets_use_sides_that_turn_with_the_script(self):
        for sheet in SHEETS:
            with self.subTest(sheet=sheet.name):
                found = re.findall(
                    r"(?:margin|padding|border)-(?:left|right)\b|text-align: (?:left|right)|[;{ ](?:left|right):", sheet.read_text()
                )
                self.assertEqual(found, [])


def _themes() -> tuple[str, str]:
    light, _, dark = Path(settings.BASE_DIR, "static/pages/paper.css").read_text().partition("prefers-color-scheme: dark")
    return light, dark
