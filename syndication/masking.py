"""Partners' secrets stay out of logs and reports of errors: tokens in addresses and queries, and HTTP credentials.

A feed's address is a secret, and Django logs the paths of failed requests.
"""

import logging
import re

#: What stands before a secret, and the secret itself.
_SECRETS = (
    # In a feed's address, also where that is an address's own part. The one that asks for credentials has none.
    r"((?:/|%2F)+partners(?:/|%2F)+feeds(?:/|%2F)+)(?!latest\.(?:rss|atom|json)\b)[^/\s?#\"'%]+",
    # A link that signs in, or by which a partner confirms.
    r"((?:/|%2F)+partners(?:/|%2F)+(?:sign-in|receipts)(?:/|%2F)+)[^/\s?#\"'%]+",
    r"([?&](?:token|access_token)=)[^&\s#\"']+",
    r"(://[^\s/:@\"']*:)[^\s/@\"']+(?=@)",
    r"(\b(?:Basic|Bearer)\s+)(?!realm)[\w+/=.~-]{6,}",
)
_TOKEN = re.compile("|".join(_SECRETS), re.IGNORECASE)


def masked(text: str) -> str:
    """The text with each secret replaced."""
    return _TOKEN.sub(lambda found: f"{next(group for group in found.groups() if group)}…", text)


#: The loggers that are given paths of requests.
LOGGERS = ("django.request", "django.security", "django.server", "gunicorn.access", "gunicorn.error")


class MaskTokens(logging.Filter):
    """Rewrites a record before any handler sees it. Lets every record through."""

    def filter(self, record: logging.LogRecord) -> bool:
        said = record.getMessage()
        hidden = masked(said)
        if hidden != said:
            record.msg, record.args = hidden, ()
        return True


def install() -> None:
    for name in LOGGERS:
        logging.getLogger(name).addFilter(MASK)


#: One object, so that installing it twice changes nothing.
MASK = MaskTokens()
