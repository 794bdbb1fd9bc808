"""Instants are aware. Pure."""

from datetime import datetime


def aware(at: datetime) -> datetime:
    """Give back the instant; raise ValueError if it is naive and so names a different moment in each zone."""
    if at.tzinfo is None:
        raise ValueError("The time must be aware, in UTC: a naive one names a different moment in each zone.")
    return at
