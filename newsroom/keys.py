"""Secrets that the newsroom makes for itself, each kept in a file that only its own user can read."""

import os
import secrets
import tempfile
from pathlib import Path


def stored_secret(path: Path) -> str:
    """Return the secret kept in `path`, making it at the first call.

    Safe when several processes start at once: a whole file is linked into
    place, so all of them read the one that came first, never half of one.
    """
    if not path.exists():
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, draft = tempfile.mkstemp(dir=path.parent)  # mode 0600
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_urlsafe(64))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            pass  # another process was first; its secret is the one
        finally:
            os.unlink(draft)
    return path.read_text()
