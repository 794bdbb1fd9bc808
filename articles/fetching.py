"""Which pictures may go along with a story to somebody who fetches their files later, as a stranger. Pure.

A file is served to whoever may read a page with it (`published.rendition`). So a picture that only some may have goes
with no story that is sent out: its file would have to be open to all.
"""

from collections.abc import Collection
from dataclasses import replace

from rights.facts import PageDecision
from rights.vocabulary import SHOWABLE, Reason


def without_closed_files(sent: PageDecision, read: PageDecision, pictures: Collection[int]) -> PageDecision:
    """`sent` without the pictures that `read`, the decision for a stranger on our page, gives nobody; with what is then owed.

    `pictures` are works. The next change is that of either.
    """
    if sent.verdict not in SHOWABLE or sent.dropped.keys() >= set(pictures):
        return sent
    open_to_all = {work for work in pictures if work not in read.dropped} if read.verdict in SHOWABLE else set()
    closed = {work: read.dropped.get(work, Reason.ASSET_BLOCKED) for work in pictures if work not in open_to_all | sent.dropped.keys()}
    changes = [at for at in (sent.next_change_at, read.next_change_at) if at is not None]
    if not closed:
        return replace(sent, next_change_at=min(changes, default=None))
    dropped = {**sent.dropped, **closed}
    kept = (one for one in sent.decisions if one.work_id not in dropped)
    return replace(
        sent,
        reasons=tuple(dict.fromkeys((*sent.reasons, Reason.ASSET_BLOCKED))),
        dropped=dropped,
        duties=tuple(dict.fromkeys(duty for one in kept for duty in one.duties)),
        next_change_at=min(changes, default=None),
    )
