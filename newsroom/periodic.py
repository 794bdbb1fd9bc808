"""What comes round for the whole newsroom: once a day its rights are looked over."""

from datetime import datetime

from house import work

#: Pages are asked for so long; what is left waits for the next round.
PAGES_SECONDS = 60.0


def look_over(at: datetime) -> None:
    """An audit whose result the desk's first page shows."""
    from newsroom.audit.running import Audit  # noqa: PLC0415 -- slow import, and every command imports this module

    Audit(at, deadline=PAGES_SECONDS).run()


work.register_periodic("newsroom: audit rights", 24 * 3600, look_over)
