"""Settings, from the environment where a newsroom may differ and from here where none should.

Without any environment: one machine, SQLite, everything under `var/`.
NEWSROOM_DATA, NEWSROOM_URL, PORT, SECRET_KEY, DATABASE_URL, EMAIL_URL and DEBUG are read.
"""

from pathlib import Path
from urllib.parse import urlsplit

import environ

from newsroom import policy
from newsroom.keys import stored_secret

env = environ.Env()

BASE_DIR = Path(__file__).resolve().parent.parent
# Set to nothing is not set, here and for the two below: as `make run` reads them.
DATA = Path(env("NEWSROOM_DATA", default="") or BASE_DIR / "var").resolve()
DATA.mkdir(mode=0o700, parents=True, exist_ok=True)

PORT = int(env("PORT", default="") or 8000)
# Absolute links are made from this, never from the Host header of a request.
SITE_URL = (env("NEWSROOM_URL", default="") or f"http://127.0.0.1:{PORT}").rstrip("/")
IS_HTTPS = SITE_URL.startswith("https://")
HOST = urlsplit(SITE_URL).hostname or "localhost"

DEBUG = env.bool("DEBUG", default=False)
SECRET_KEY = env("SECRET_KEY", default="") or stored_secret(DATA / "secret.key")

INSTALLED_APPS = [
    "newsroom",
    "pages",
    "syndication",
    "wire",
    "articles",
    "rights",
    "house",
    "articles.desk_config.DeskAdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.humanize",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "taggit",
    "django_prose_editor",
    "js_asset",
    "allauth",
    "allauth.account",
    "allauth.mfa",
    "django_tasks",
    "django_tasks_db",
    "csp",
]

MIDDLEWARE = [
    "newsroom.logs.RequestIdMiddleware",
    "django.middleware.security.SecurityMiddleware",
    # Before the policy: a static file needs none.
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "newsroom.policy.PolicyMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "newsroom.accounts.newsroom_name",
            ],
        },
    },
]

DATABASES = {"default": env.db("DATABASE_URL", default=f"sqlite:///{DATA / 'newsroom.sqlite3'}")}
DATABASES["default"]["CONN_MAX_AGE"] = None
if "sqlite3" in DATABASES["default"]["ENGINE"]:
    DATABASES["default"]["OPTIONS"] = {
        # DEFERRED loses transactions that read before they write to "database is locked", IMMEDIATE waits its turn.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        # FULL: what was acknowledged survives a power cut. Never set mmap_size here.
        "init_command": "PRAGMA busy_timeout=20000; PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
else:
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# In the database, since the rate limits need a cache that all server processes share.
CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "cache_entries",
        "OPTIONS": {"MAX_ENTRIES": 20_000},
    }
}
SESSION_ENGINE = "django.contrib.sessions.backends.db"
TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

STORAGES = {
    # No MEDIA_URL: a picture is served by a view that asks the rights decision, never as a file.
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "newsroom.static_files.GzippedStorage"},
}
MEDIA_ROOT = DATA / "media"
STATIC_ROOT = DATA / "static"
STATIC_URL = "/static/"
STATICFILES_DIRS = [BASE_DIR / "static"]
FILE_UPLOAD_PERMISSIONS = 0o600
# The server refuses more before Django sees it (newsroom/asgi.py); a long paste is then a form error, not a bare 400.
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español"), ("de", "Deutsch"), ("ar", "العربية")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
FORMAT_MODULE_PATH = "newsroom.formats"

vars().update(env.email_url("EMAIL_URL", default=f"filemail:///{DATA / 'outbox'}"))
DEFAULT_FROM_EMAIL = SERVER_EMAIL = env("EMAIL_FROM", default=f"newsroom@{HOST}")

# Hours in which a partner is asked to confirm that it removed or corrected a story that it took.
RECEIPT_HOURS_REMOVAL = env.float("RECEIPT_HOURS_REMOVAL", default=24)
RECEIPT_HOURS_CORRECTION = env.float("RECEIPT_HOURS_CORRECTION", default=72)

ALLOWED_HOSTS = sorted({HOST, "127.0.0.1", "localhost", "[::1]"})
CSRF_TRUSTED_ORIGINS = [SITE_URL]
CSRF_COOKIE_SECURE = SESSION_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if IS_HTTPS else 0
# TLS ends at the proxy in front; the server itself listens on the loopback address only.
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_HTTPS else None
SECURE_REDIRECT_EXEMPT = [r"^healthz$", r"^readyz$"]
SECURE_REFERRER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {"DIRECTIVES": policy.PUBLIC}
# Sister hosts under the newsroom's domain, and the browsers' preload lists, are not this program's to commit.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]

AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in ("UserAttributeSimilarityValidator", "MinimumLengthValidator", "CommonPasswordValidator", "NumericPasswordValidator")
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/admin/"
LOGOUT_REDIRECT_URL = "/"

ACCOUNT_ADAPTER = "newsroom.accounts.DeskAccountAdapter"
ACCOUNT_FORMS = {"login": "newsroom.accounts.LogInForm"}
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = None  # the person chooses, at the log-in page
# The proxy in front names the client; without one, the peer is the client, and a header that says otherwise is a lie.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if IS_HTTPS else 0
# A passkey belongs to a named host: browsers refuse one for 127.0.0.1.
HAS_PASSKEYS = not HOST.replace(".", "").isdigit() and ":" not in HOST
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes", *(["webauthn"] if HAS_PASSKEYS else [])]
MFA_PASSKEY_LOGIN_ENABLED = HAS_PASSKEYS
MFA_TOTP_ISSUER = "Newsroom"
# Browsers give passkeys to https and, for trying it out, to localhost.
MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = not IS_HTTPS

DEFAULT_EXCEPTION_REPORTER = "newsroom.error_reports.MaskedReporter"
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"json": {"()": "newsroom.logs.JsonLines"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json"}},
    "root": {"handlers": ["stderr"], "level": env("LOG_LEVEL", default="INFO")},
    "loggers": {
        # Django's own would also mail the operator and print in its own format.
        "django": {"handlers": [], "propagate": True},
        "django.server": {"handlers": [], "propagate": True},
    },
}
