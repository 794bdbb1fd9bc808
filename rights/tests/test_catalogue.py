"""The licences that we know: the closed world of Creative Commons, and what a page may call each of them."""

import json
from pathlib import Path

import license_expression
from django.test import SimpleTestCase, TestCase

from rights import catalogue_rows
from rights.catalogue import ALL_RIGHTS_RESERVED, ENTRIES, find
from rights.models import Licence

#: standards.md §19, typed from there: family → permits derivatives, requires, prohibits.
CLOSED_WORLD = {
    "BY": (True, {"Notice", "Attribution"}, set()),
    "BY-SA": (True, {"Notice", "Attribution", "ShareAlike"}, set()),
    "BY-NC": (True, {"Notice", "Attribution"}, {"CommercialUse"}),
    "BY-NC-SA": (True, {"Notice", "Attribution", "ShareAlike"}, {"CommercialUse"}),
    "BY-ND": (False, {"Notice", "Attribution"}, set()),
    "BY-NC-ND": (False, {"Notice", "Attribution"}, {"CommercialUse"}),
}


def spdx_ids() -> set[str]:
    """What SPDX calls Creative Commons' licences, as the package that we depend on has it."""
    index = Path(license_expression.__file__).parent / "data" / "scancode-licensedb-index.json"
    return {row["spdx_license_key"] for row in json.loads(index.read_text()) if (row.get("spdx_license_key") or "").startswith("CC")}


def meant(said: str) -> str | None:
    found = find(said).licence
    return found.spdx_id if found else None


class TableTests(SimpleTestCase):
    def test_it_has_exactly_the_licences_that_spdx_knows_and_all_rights_reserved(self):
        self.assertEqual(set(ENTRIES), spdx_ids() | {ALL_RIGHTS_RESERVED})

    def test_each_says_what_creative_commons_says_of_its_kind(self):
        for spdx_id, licence in ENTRIES.items():
            family = spdx_id.removeprefix("CC-").split("-" + (licence.version or "#"))[0]
            if family not in CLOSED_WORLD:
                continue
            adapts, requires, prohibits = CLOSED_WORLD[family]
            permits = {"Reproduction", "Distribution", *(["DerivativeWorks"] if adapts else [])}
            with self.subTest(spdx_id):
                self.assertEqual((set(licence.permits), set(licence.requires), set(licence.prohibits)), (permits, requires, prohibits))

    def test_what_is_nobodys_asks_nothing_and_all_rights_reserved_permits_nothing(self):
        said = {spdx_id: (len(ENTRIES[spdx_id].permits), ENTRIES[spdx_id].requires) for spdx_id in ("CC0-1.0", "CC-PDM-1.0", "CC-PDDC")}

        self.assertEqual(said, {"CC0-1.0": (3, ()), "CC-PDM-1.0": (3, ()), "CC-PDDC": (3, ())})
        self.assertEqual(ENTRIES[ALL_RIGHTS_RESERVED].permits, ())
        self.assertEqual(ENTRIES["CC-SA-1.0"].requires, ("Notice", "ShareAlike"))

    def test_the_title_must_be_named_before_version_4(self):
        attributed = [licence for licence in ENTRIES.values() if licence.requires_attribution]

        self.assertEqual({licence.version for licence in attributed if licence.requires_title}, {"1.0", "2.0", "2.1", "2.5", "3.0"})
        self.assertEqual({licence.version for licence in attributed if not licence.requires_title}, {"4.0"})

    def test_no_two_have_one_address_or_one_name(self):
        addresses = [licence.url for licence in ENTRIES.values() if licence.url]

        self.assertEqual((len(set(addresses)), len({licence.name for licence in ENTRIES.values()})), (len(ENTRIES) - 1, len(ENTRIES)))


class FindingTests(SimpleTestCase):
    def test_each_is_found_by_its_id_its_address_and_its_name(self):
        for spdx_id, licence in ENTRIES.items():
            with self.subTest(spdx_id):
                said = [spdx_id, spdx_id.lower(), licence.name, *([licence.url] if licence.url else [])]
                self.assertEqual({meant(one) for one in said}, {spdx_id})

    def test_an_address_is_found_however_it_is_written(self):
        rows = {
            "http://creativecommons.org/licenses/by-sa/4.0": "CC-BY-SA-4.0",
            "https://www.creativecommons.org/licenses/by-sa/4.0/": "CC-BY-SA-4.0",
            "HTTPS://CreativeCommons.org/Licenses/BY-SA/4.0/": "CC-BY-SA-4.0",
            "//creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
            "creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.fr": "CC-BY-4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.pt-br": "CC-BY-4.0",
            "https://creativecommons.org/licenses/by/4.0/legalcode": "CC-BY-4.0",
            "https://creativecommons.org/licenses/by/4.0/legalcode.de": "CC-BY-4.0",
            "https://creativecommons.org/licenses/by/4.0/deed.en?ref=chooser-v1": "CC-BY-4.0",
            "https://creativecommons.org/licenses/by/4.0/#top": "CC-BY-4.0",
            "https://creativecommons.org/licenses/by/3.0/de/deed.de": "CC-BY-3.0-DE",
            "https://creativecommons.org/licenses/by-nc-sa/2.0/uk/": "CC-BY-NC-SA-2.0-UK",
            "https://creativecommons.org/licenses/by/3.0/igo/legalcode": "CC-BY-3.0-IGO",
            "https://creativecommons.org/licenses/by-nc-nd/1.0/": "CC-BY-NC-ND-1.0",
            "https://creativecommons.org/licenses/by-nd-nc/1.0/": "CC-BY-NC-ND-1.0",
            "https://creativecommons.org/publicdomain/zero/1.0/deed.en": "CC0-1.0",
            "http://creativecommons.org/publicdomain/mark/1.0": "CC-PDM-1.0",
            "https://creativecommons.org/licenses/publicdomain/": "CC-PDDC",
        }
        self.assertEqual({said: meant(said) for said in rows}, rows)

    def test_a_name_is_found_however_it_is_written(self):
        rows = {
            "CC BY-SA 4.0 International": "CC-BY-SA-4.0",
            "CC-BY 4.0": "CC-BY-4.0",
            "cc by nc nd 3.0 unported": "CC-BY-NC-ND-3.0",
            "Creative Commons Attribution 4.0 International License": "CC-BY-4.0",
            "Creative Commons Attribution-NonCommercial-NoDerivs 2.5 Generic": "CC-BY-NC-ND-2.5",
            "Creative Commons Attribution, Noncommercial, Share Alike, version 2.0": "CC-BY-NC-SA-2.0",
            "CC BY 3.0 DE": "CC-BY-3.0-DE",
            "CC BY-SA 3.0 Austria": "CC-BY-SA-3.0-AT",
            "CC BY v4.0": "CC-BY-4.0",
            "CC0": "CC0-1.0",
            "CC0 1.0 Universal": "CC0-1.0",
            "Public Domain Mark 1.0": "CC-PDM-1.0",
            "All rights reserved.": ALL_RIGHTS_RESERVED,
        }
        self.assertEqual({said: meant(said) for said in rows}, rows)

    def test_a_name_without_its_version_is_no_licence_and_it_is_said_why(self):
        for said in ("CC BY", "CC-BY-SA", "Creative Commons Attribution", "https://creativecommons.org/licenses/by/"):
            with self.subTest(said):
                self.assertEqual((meant(said), "without its version" in find(said).why_not), (None, True))

    def test_creative_commons_alone_is_no_licence_and_it_is_said_why(self):
        for said in ("CC", "Creative Commons", "a Creative Commons licence", "Creative Commons licensed"):
            with self.subTest(said):
                self.assertEqual((meant(said), "six kinds" in find(said).why_not), (None, True))

    def test_what_is_not_known_is_no_licence(self):
        rows = (
            "", "   ", "BY", "4.0", "CC BY 5.0", "CC BY-ND-SA 4.0", "CC BY-BY 4.0", "CC NC 1.0", "CC BY 4.0 Unported", "CC BY 4.0 DE",
            "CC BY 3.0 Poland", "CC BY 4.0 except pictures", "not CC BY 4.0", "MIT", "GPL-3.0-only", "LicenseRef-other", "free to use",
            "https://example.org/licenses/by/4.0/", "https://creativecommons.org.example.org/licenses/by/4.0/",
            "https://example.org/?u=creativecommons.org/licenses/by/4.0/", "https://creativecommons.org/licenses/by/4.0/../3.0/",
            "https://creativecommons.org/licenses/by/4.0/xx/deed.en", "https://creativecommons.org/licenses/by/3.0/pl/",
            "https://creativecommons.org/", "https://creativecommons.org/licenses/sampling+/1.0/", "ftp://creativecommons.org/licenses/by/4.0/",
            "javascript:creativecommons.org/licenses/by/4.0/", "https://[creativecommons.org/licenses/by/4.0/", "CC BY 4.0 " * 1000,
            "https://creativecommons.org/licenses/nd/1.0/", "https://creativecommons.org/publicdomain/zero/2.0/",
        )  # fmt: skip
        self.assertEqual({said: meant(said) for said in rows}, dict.fromkeys(rows))
        self.assertEqual({said for said in rows if not find(said).why_not}, set())


class RowsTests(TestCase):
    def test_every_licence_has_a_row_that_says_the_same(self):
        rows = {row.spdx_id: row for row in Licence.objects.all()}

        self.assertEqual({key: (row.permits, row.requires, row.prohibits) for key, row in rows.items()},
                         {key: (one.permits, one.requires, one.prohibits) for key, one in ENTRIES.items()})  # fmt: skip

    def test_filling_again_writes_nothing_mends_what_differs_and_keeps_terms_of_our_own(self):
        Licence.objects.filter(spdx_id="CC-BY-ND-4.0").update(permits_adaptation=True)
        own = Licence.objects.create(spdx_id="LicenseRef-house-1", name="Our own terms")

        catalogue_rows.fill()

        self.assertFalse(Licence.objects.get(spdx_id="CC-BY-ND-4.0").permits_adaptation)
        self.assertEqual((own.permits, Licence.objects.count()), ((), len(ENTRIES) + 1))
        with self.assertNumQueries(1):
            catalogue_rows.fill()
