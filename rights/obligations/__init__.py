"""Does a finished output show what it owes? One checker for every obligation (`rights.md` §1.5), read from the bytes.

Pure: lxml, no Django, no rows, no clock. Only what a reader sees counts: nothing in comments, hidden elements, attributes
or scripts. Whoever lets something out renders it first, asks `unmet`, and keeps it in when anything is left.
"""

from .checks import findings, unmet
from .forms import Finding, Form, Owed
from .reading import Link, Seen, read

__all__ = ["Finding", "Form", "Link", "Owed", "Seen", "findings", "read", "unmet"]
