"""Which licence may carry on what is shared alike. Pure."""

import re

_ALIKE = re.compile(r"creativecommons\.org/licenses/(by-sa|by-nc-sa)/(\d+)\.(\d+)", re.I)


def is_alike(address: str) -> bool:
    """Is this the address of a licence that asks for the same licence in turn?"""
    return _ALIKE.search(address) is not None


def carries_on(ours: str, theirs: str) -> bool:
    """May what came under `theirs` go out under `ours`? The same kind, in the same version or a later one; any port of it."""
    mine, wanted = _ALIKE.search(ours), _ALIKE.search(theirs)
    if mine is None or wanted is None:
        return False
    return mine[1].lower() == wanted[1].lower() and _version(mine) >= _version(wanted)


def _version(found: re.Match[str]) -> tuple[int, int]:
    return int(found[2]), int(found[3])
