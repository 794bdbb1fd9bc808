"""When the sizes of a new picture are made: by the worker if one is there, else at once."""

from datetime import datetime, timedelta

from articles import renditions
from articles.models import MediaAsset
from house import work

WORKER_IS_GONE_AFTER = timedelta(minutes=1)


@work.task
def make_sizes(asset_id: int) -> int:
    """Make what is missing; may run twice. Returns how many sizes were written."""
    return len(renditions.make(MediaAsset.objects.get(pk=asset_id)))


def make_soon(asset_id: int, *, at: datetime) -> None:
    seen_at = work.worker_seen_at()
    if seen_at is not None and seen_at > at - WORKER_IS_GONE_AFTER:
        work.enqueue(make_sizes, asset_id)
    else:
        make_sizes.func(asset_id)
