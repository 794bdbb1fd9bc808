"""Public addresses, built in one place. A test holds the url patterns equal to them."""

from datetime import datetime
from urllib.parse import quote

from django.conf import settings


def absolute(path: str) -> str:
    """Absolute links come from the settings, never from a request's Host header."""
    return f"{settings.SITE_URL}{path}"


def article(path: str) -> str:
    """`path` is `<yyyy>/<mm>/<slug>`, as an article and its versions store it."""
    return f"/{quote(path)}/"


def article_path(first_published_at: datetime, slug: str) -> str:
    """Year and month of our first publication, in the zone of the instant given."""
    return f"{first_published_at:%Y/%m}/{slug}"


def section(slug: str) -> str:
    return f"/sections/{quote(slug)}/"


def author(slug: str) -> str:
    return f"/authors/{quote(slug)}/"


def tag(slug: str) -> str:
    return f"/tags/{quote(slug)}/"


def policy(slug: str) -> str:
    return f"/policies/{quote(slug)}/"


#: Where a republisher has a copy checked; `?article=` names ours.
CHECK_COPY = "/check-a-copy/"


def check_copy(path: str) -> str:
    return f"{CHECK_COPY}?article={quote(article(path))}"


def picture(asset_id: int, content_hash: str, width: int, extension: str) -> str:
    return f"/pictures/{asset_id}/{content_hash}-{width}.{extension}"


#: The page that lists the public feeds.
FEEDS = "/feeds/"


def newest_feed(extension: str = "rss") -> str:
    return f"{FEEDS}latest.{extension}"


def feed_under(page: str, extension: str = "rss") -> str:
    """The feed of a section, a tag or an author, given its page."""
    return f"{page}feed.{extension}"


#: Each partner's own page.
PARTNERS = "/partners/"


def partner_sign_in(token: str) -> str:
    return f"{PARTNERS}sign-in/{token}/"


def partner_feed(token: str = "", name: str = "latest", extension: str = "rss") -> str:
    """Without a token: the address that asks for HTTP credentials."""
    return f"/partners/feeds/{token}/{name}.{extension}" if token else f"/partners/feeds/{name}.{extension}"


def partner_receipt(token: str) -> str:
    """Where a partner confirms that it corrected or removed a story."""
    return f"/partners/receipts/{token}/"


def second_reading(token: str) -> str:
    return f"/second-reading/{token}/"


def desk_article(article_id: int) -> str:
    return f"/admin/articles/article/{article_id}/change/"
