"""The licences that we know by name. A licence that is not here permits nothing until someone adds it."""

from typing import Any

from django.apps import apps as installed

CC_FAMILIES = {
    "BY": ("Attribution", True, True, False),
    "BY-SA": ("Attribution-ShareAlike", True, True, True),
    "BY-NC": ("Attribution-NonCommercial", True, False, False),
    "BY-NC-SA": ("Attribution-NonCommercial-ShareAlike", True, False, True),
    "BY-ND": ("Attribution-NoDerivatives", False, True, False),
    "BY-NC-ND": ("Attribution-NonCommercial-NoDerivatives", False, False, False),
}
CC_VERSIONS = ("3.0", "4.0")
DEDICATIONS = {
    "CC0-1.0": ("Creative Commons Zero 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "CC-PDM-1.0": ("Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
}


def fill(apps: Any = installed, **_: object) -> None:
    """Write what is missing. Connected to `post_migrate`; may run as often as it likes."""
    licences = apps.get_model("rights", "Licence").objects
    known = set(licences.values_list("spdx_id", flat=True))
    missing = [licences.model(**entry) for entry in entries() if entry["spdx_id"] not in known]
    licences.bulk_create(missing, ignore_conflicts=True)


def entries() -> list[dict[str, Any]]:
    """The catalogue as plain records, one for each licence and version."""
    return [_cc(family, version) for family in CC_FAMILIES for version in CC_VERSIONS] + [
        {
            "spdx_id": spdx_id,
            "name": name,
            "url": url,
            "permits_adaptation": True,
            "permits_commercial": True,
            "requires_attribution": False,
        }
        for spdx_id, (name, url) in DEDICATIONS.items()
    ]


def _cc(family: str, version: str) -> dict[str, Any]:
    words, adapt, commercial, alike = CC_FAMILIES[family]
    label = "International" if version == "4.0" else "Unported"
    return {
        "spdx_id": f"CC-{family}-{version}",
        "name": f"Creative Commons {words} {version} {label}",
        "url": f"https://creativecommons.org/licenses/{family.lower()}/{version}/",
        "permits_adaptation": adapt,
        "permits_commercial": commercial,
        "requires_share_alike": alike,
    }
