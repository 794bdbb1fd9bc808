"""The licences that we know by name: what each permits, requires and prohibits, and how to find one by what a page calls it.

Pure. The world is closed: a licence that is not here permits nothing until someone adds it, and a name that could mean
several is none. `rights/catalogue_rows.py` writes the table into the database.
"""

from .finding import Lookup, find
from .table import ALL_RIGHTS_RESERVED, ENTRIES, ClosedWorld, Entry, entry

__all__ = ["ALL_RIGHTS_RESERVED", "ENTRIES", "ClosedWorld", "Entry", "Lookup", "entry", "find"]
