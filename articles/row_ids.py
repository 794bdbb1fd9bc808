"""Ids of rows as an address or a form gives them."""

#: What a 64-bit id has at most.
MAX_DIGITS = 18


def row_id(typed: str) -> int:
    """The id; 0, which no row has, for whatever is none."""
    return int(typed) if typed.isdecimal() and len(typed) <= MAX_DIGITS else 0
