"""The catalogue as rows, so that works and grants can name a licence. What the table says wins over what a row said."""

from dataclasses import asdict, fields
from typing import Any

from django.apps import apps as installed

from rights.catalogue import ENTRIES, Entry

COLUMNS = frozenset(column.name for column in fields(Entry))


def fill(apps: Any = installed, **_: object) -> None:
    """Write what is missing and mend what differs; terms of the house's own stay as they are. May run as often as it likes."""
    licences = apps.get_model("rights", "Licence").objects
    if COLUMNS - {column.name for column in licences.model._meta.fields}:
        return  # on the way back to an older table
    kept = {row["spdx_id"]: row for row in licences.filter(spdx_id__in=ENTRIES).values()}
    wanted = {spdx_id: asdict(one) for spdx_id, one in ENTRIES.items()}
    differing = [one for spdx_id, one in wanted.items() if not one.items() <= kept.get(spdx_id, {}).items()]
    licences.bulk_create(
        [licences.model(**one) for one in differing],
        update_conflicts=True,
        unique_fields=["spdx_id"],
        update_fields=sorted(COLUMNS - {"spdx_id"}),
    )
