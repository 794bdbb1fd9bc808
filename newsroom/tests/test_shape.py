"""The shape of the code itself: small files, rooms in their order, no bag of leftovers."""

import statistics
from pathlib import Path

from django.apps import apps
from django.db import models
from django.test import SimpleTestCase

ROOT = Path(__file__).resolve().parents[2]
ROOMS_FROM_THE_GROUND = ["house", "rights", "articles", "wire", "syndication", "pages", "newsroom"]
LEFTOVERS = {"utils", "common", "helpers", "services", "misc", "util", "helper", "service"}
# What a deleted row must never take with it: the record of why something could be published.
RIGHTS_RECORDS = {"rights"}


def python_files() -> list[Path]:
    found = [path for room in [*ROOMS_FROM_THE_GROUND, "deploy"] for path in (ROOT / room).rglob("*.py")]
    return [path for path in found if not {"tests", "migrations"} & set(path.relative_to(ROOT).parts)]


def lines(path: Path) -> int:
    return len(path.read_text().splitlines())


class FilesTests(SimpleTestCase):
    def test_there_are_files_to_judge(self):
        self.assertGreater(len(python_files()), 50)

    def test_no_file_is_longer_than_400_lines(self):
        self.assertEqual({str(path.relative_to(ROOT)): lines(path) for path in python_files() if lines(path) > 400}, {})

    def test_an_ordinary_file_is_short(self):
        self.assertLess(statistics.median(lines(path) for path in python_files() if lines(path)), 120)

    def test_no_file_is_a_bag_of_leftovers(self):
        named = [path for path in python_files() if path.stem in LEFTOVERS or path.parent.name in LEFTOVERS]

        self.assertEqual(named, [])


def relations() -> list[models.ForeignKey]:
    own = [model for model in apps.get_models() if model._meta.app_label in ROOMS_FROM_THE_GROUND]
    return [field for model in own for field in model._meta.get_fields() if isinstance(field, models.ForeignKey | models.ManyToManyField)]


class RelationsTests(SimpleTestCase):
    def test_there_are_relations_to_judge(self):
        self.assertGreater(len(relations()), 20)

    def test_no_foreign_key_points_up(self):
        """Those given as strings, which no import shows."""
        height = {room: number for number, room in enumerate(ROOMS_FROM_THE_GROUND)}
        up = [
            str(field)
            for field in relations()
            if height.get(field.related_model._meta.app_label, -1) > height[field.model._meta.app_label]
            or {field.model._meta.app_label, field.related_model._meta.app_label} == {"wire", "syndication"}
        ]

        self.assertEqual(up, [])

    def test_nothing_deletes_a_rights_record_with_it(self):
        cascading = [
            str(field)
            for field in relations()
            if isinstance(field, models.ForeignKey)
            and field.remote_field.on_delete is models.CASCADE
            and RIGHTS_RECORDS & {field.model._meta.app_label, field.related_model._meta.app_label}
        ]

        self.assertEqual(cascading, [])
