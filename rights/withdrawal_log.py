"""Each withdrawal and hold is also written, fsynced, beside the data and apart from its backups.

A backup that is restored later is older than some withdrawals: this file is how they are remembered.
"""

import json
import os
from collections.abc import Iterable
from datetime import datetime

from django.conf import settings


def remember(act: str, subject: str, *, at: datetime) -> None:
    """Append one line before the transaction commits: a line too many is harmless, a line too few is a leak."""
    remember_all([(act, subject)], at=at)


def remember_all(withdrawn: Iterable[tuple[str, str]], *, at: datetime) -> None:
    """Append a line for each act and subject, fsynced together."""
    lines = "".join(json.dumps({"at": at.isoformat(), "act": act, "subject": subject}) + "\n" for act, subject in withdrawn)
    descriptor = os.open(settings.DATA / "withdrawals.log", os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(descriptor, lines.encode())
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
