"""Stories as items, each made once by this process however many partners get it.

An item is kept under everything it was made from: the version, what was decided about it and how much of it goes (its
fingerprint), our profile. So none can have another's. What does not meet its duties is no item, and is asked again.
"""

from collections.abc import Collection, Hashable

from django.conf import settings

from house.models import House
from rights.decision import POLICY_VERSION
from syndication import items, memory
from syndication.items import Item
from syndication.survey import Survey


def built(version_ids: Collection[int], seen: Survey, house: House | None) -> dict[int, Item]:
    """By version, those that may leave. Rights are asked once more for each that is not at hand."""
    article_of = {one.version.pk: pk for pk, one in seen.standing.items()}
    keys = {pk: key(pk, article_of[pk], seen, house) for pk in version_ids if pk in article_of}
    found = {pk: item for pk in keys if (item := memory.item(keys[pk])) is not None}
    for shown in seen.shown([pk for pk in keys if pk not in found]) if len(found) < len(keys) else ():
        item = items.build(shown, seen.standing[shown.article_id].part, house)
        if item:
            found[shown.version_id] = memory.remember_item(keys[shown.version_id], item)
    return found


def key(version_id: int, article_id: int, seen: Survey, house: House | None) -> Hashable:
    """What the item of this version, as the survey found it, is made from."""
    return (version_id, seen.standing[article_id].fingerprint, house.pk if house else None, POLICY_VERSION, settings.SITE_URL)
