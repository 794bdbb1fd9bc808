"""Partners' tokens stay out of the logs: a feed's address is a secret, and Django logs the paths of failed requests."""

import logging
import re

_TOKEN = re.compile(r"(/partners/+feeds/+)[^/\s?#\"']+", re.IGNORECASE)

#: The loggers that are given paths of requests.
LOGGERS = ("django.request", "django.security", "django.server", "gunicorn.access", "gunicorn.error")


def masked(text: str) -> str:
    """The text with each token in a feed's address replaced."""
    return _TOKEN.sub(r"\1…", text)


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
