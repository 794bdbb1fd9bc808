"""Static files: stored compressed, and collected only when one of them changed, since that takes seconds."""

import hashlib
from pathlib import Path
from typing import Any

from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class GzippedStorage(CompressedManifestStaticFilesStorage):
    """By gzip alone: brotli at its best takes ten seconds of a first start, and saves a reader a few kilobytes once."""

    def create_compressor(self, **options: Any) -> Compressor:
        return super().create_compressor(**{**options, "use_brotli": False})


def fingerprint() -> str:
    """Return what the collected folder depends on: each source's name, size and time, and how they are stored."""
    digest = hashlib.sha256(repr((settings.STORAGES["staticfiles"], str(settings.BASE_DIR))).encode())
    for finder in get_finders():
        for path, storage in finder.list([]):
            stat = Path(storage.path(path)).stat()
            digest.update(f"{path} {stat.st_size} {stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect() -> bool:
    """Collect if anything changed; return whether it had."""
    stamp = settings.DATA / "static.stamp"
    now = fingerprint()
    if stamp.exists() and stamp.read_text() == now and settings.STATIC_ROOT.exists():
        return False
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(now)
    return True
