"""The settings that tests run inside: the real ones, on data that is thrown away.

Journeys start a real server with `newsroom.settings` instead.
"""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Before the real settings are read. Never a newsroom's own folder, and one for each xdist worker.
os.environ["NEWSROOM_DATA"] = tempfile.mkdtemp(prefix="newsroom-tests-")
atexit.register(shutil.rmtree, os.environ["NEWSROOM_DATA"], ignore_errors=True)

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import DATA, DATABASES, STORAGES  # noqa: E402

Path(os.environ["NEWSROOM_DATA"], "static").mkdir()

# A file, not memory, so that locks between threads are the real ones.
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["TEST"] = {"NAME": DATA / "test.sqlite3"}
# Hashed names need a collected folder; tests of the server collect one.
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
