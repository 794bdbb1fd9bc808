"""Settings for a real worker in its own process: only this room, on a small database file that the test names."""

import os

SECRET_KEY = "for tests of the worker only"
INSTALLED_APPS = ["house", "django.contrib.auth", "django.contrib.contenttypes", "django_tasks", "django_tasks_db"]
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": os.environ.get("WORKER_DATABASE", ":memory:"),
        # As in newsroom.settings, but impatient, so that a held lock is felt within a test's time.
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": float(os.environ.get("WORKER_PATIENCE", "0.5")),
            "init_command": "PRAGMA journal_mode=WAL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = os.environ.get("WORKER_MAIL", "/nonexistent")
DEFAULT_FROM_EMAIL = "newsroom@example.org"
SITE_URL = "http://127.0.0.1:8000"
USE_TZ = True
