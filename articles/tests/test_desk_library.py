"""Pictures at the desk: what is no picture is refused with a sentence, and none is shown before its own rights are confirmed."""

import io
import struct
import zlib

from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from PIL import Image

from articles import renditions
from articles.models import MediaAsset
from articles.tests import builders
from articles.tests.desk_form import says
from articles.tests.test_desk_roles import DeskTestCase
from house.models import WorkerBeat
from rights.models import Licence
from rights.vocabulary import Basis

ADD = "/admin/articles/mediaasset/add/"


def jpeg(width=640, height=400, kind="JPEG"):
    out = io.BytesIO()
    Image.new("RGB", (width, height), (30, 90, 120)).save(out, kind)
    return out.getvalue()


def huge_png(width, height):
    """A PNG that says it has that many pixels and holds none of them."""
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunk = lambda name, content: struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))  # noqa: E731
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


def file(content, name="boats.jpg"):
    return SimpleUploadedFile(name, content, "image/jpeg")


RIGHTS = {
    "title": "Boats",
    "alt_text": "Three boats",
    "rights-whose": "ours",
    "rights-basis": "own_staff",
    "rights-holder": "The Test Courier",
}


class UploadTests(DeskTestCase):
    def upload(self, user, content, **typed):
        return self.enter(user).post(ADD, {**RIGHTS, "file": file(content), **typed})

    def test_what_is_no_picture_for_us_is_refused_at_its_field_and_the_words_are_kept(self):
        cases = {
            "not a picture": b"These are words, not a picture.",
            "svg": b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
            "gif": jpeg(kind="GIF"),
            "cut off": jpeg()[:400],
            "too many pixels": huge_png(9_000, 9_000),
            "far too many pixels": huge_png(20_000, 20_000),
        }

        answers = {name: self.upload(self.editor, content) for name, content in cases.items()}

        self.assertEqual({name: answer.status_code for name, answer in answers.items()}, dict.fromkeys(cases, 422))
        self.assertEqual(
            {name: list(answer.context["words"].errors) for name, answer in answers.items()}, {name: ["file"] for name in cases}
        )
        self.assertIn("Use JPEG, PNG, WebP or AVIF.", says(answers["svg"]))
        for name in ("too many pixels", "far too many pixels"):
            self.assertIn("This picture has more than 60 million pixels.", says(answers[name]))
        self.assertEqual(answers["gif"].context["words"]["alt_text"].value(), "Three boats")
        self.assertEqual(MediaAsset.objects.count(), 0)

    def test_an_empty_file_and_a_missing_title_are_refused(self):
        self.assertIn("This file is empty. Choose another one.", says(self.upload(self.editor, b"")))
        self.assertIn("Give the picture a title.", says(self.upload(self.editor, jpeg(), title=" ")))

    def test_each_format_that_we_take_is_taken(self):
        for kind in ("JPEG", "PNG", "WEBP", "AVIF"):
            self.assertEqual(self.upload(self.desk, jpeg(kind=kind), title=kind).status_code, 302)

        self.assertEqual(MediaAsset.objects.count(), 4)

    def test_an_editors_picture_waits_for_the_rights_desk(self):
        response = self.enter(self.editor).post(ADD, {**RIGHTS, "file": file(jpeg())}, follow=True)

        asset = MediaAsset.objects.get()
        self.assertEqual((asset.work.basis, asset.work.is_verified, asset.uploaded_by), (Basis.OWN_STAFF, False, self.editor))
        self.assertIn("Its rights are not confirmed: until then no reader sees it.", says(response))

    def test_the_rights_desks_own_is_confirmed_at_once_and_its_sizes_are_made(self):
        self.upload(self.desk, jpeg())

        asset = MediaAsset.objects.get()
        self.assertEqual((asset.work.is_verified, asset.work.grants.filter(confirmed_by=self.desk).count()), (True, 1))
        self.assertEqual(
            set(asset.renditions.values_list("extension", "width")), {("avif", 480), ("jpg", 480), ("avif", 640), ("jpg", 640)}
        )

    def test_a_worker_makes_the_sizes_where_there_is_one(self):
        now = timezone.now()
        WorkerBeat.objects.create(worker_id="one", started_at=now, seen_at=now)

        self.upload(self.desk, jpeg())

        self.assertEqual((MediaAsset.objects.get().renditions.count(), DBTaskResult.objects.count()), (0, 1))

    def test_a_source_and_a_judgement_are_no_basis_for_a_picture(self):
        response = self.upload(self.desk, jpeg(), **{"rights-basis": "fair_use"})

        self.assertEqual((response.status_code, MediaAsset.objects.count()), (422, 0))


class ChangingTests(DeskTestCase):
    def setUp(self):
        self.asset = builders.picture(self.contributor)
        self.page = f"/admin/articles/mediaasset/{self.asset.pk}/change/"
        self.small = f"/admin/articles/mediaasset/{self.asset.pk}/small/"

    def work(self):
        return MediaAsset.objects.get().work

    def test_the_rights_desk_confirms_a_licence(self):
        licence = Licence.objects.get(spdx_id="CC-BY-4.0")

        refused = self.enter(self.desk).post(self.page, {**RIGHTS, "rights-basis": "cc"})
        self.client.post(self.page, {**RIGHTS, "rights-basis": "cc", "rights-licence": licence.pk, "rights-whose": "third_party"})

        self.assertIn("Creative Commons needs its licence.", says(refused))
        self.assertEqual((self.work().basis, self.work().is_verified), (Basis.CC, True))

    def test_what_is_confirmed_is_changed_by_the_rights_desk_only(self):
        self.enter(self.desk).post(self.page, RIGHTS)

        self.enter(self.editor).post(self.page, {**RIGHTS, "rights-holder": "Forged", "caption": "At low tide"})

        self.assertEqual((self.work().holder, self.work().is_verified), ("The Test Courier", True))
        self.assertEqual(MediaAsset.objects.get().caption, "At low tide")

    def test_a_contributor_changes_their_own_picture_only(self):
        other = builders.picture(self.editor, "Not theirs")

        theirs = self.enter(self.contributor).post(self.page, {**RIGHTS, "title": "Boats at low tide"})
        others = self.client.post(f"/admin/articles/mediaasset/{other.pk}/change/", RIGHTS)

        self.assertEqual((theirs.status_code, others.status_code), (302, 403))

    def test_the_small_size_is_for_the_desk_only(self):
        self.assertEqual(self.enter(self.editor).get(self.small).status_code, 404)
        self.client.post(self.page, RIGHTS)

        renditions.make(self.asset)

        served = self.client.get(self.small)
        self.assertEqual((served.status_code, served["Content-Type"], served["Cache-Control"]), (200, "image/jpeg", "private, max-age=600"))
        self.client.logout()
        self.assertEqual(self.client.get(self.small).status_code, 302)
