"""`demo.json`: where to click and as whom. Passwords and tokens are made once and carried over from the file itself."""

import json
import os
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db.models import QuerySet

from articles import addresses
from articles.models import Article
from newsroom.demonstration.filling.people import DESK_OF_ONE, Account
from syndication.models import Partner


def path() -> Path:
    return settings.DATA / "demo.json"


def write(accounts: dict[str, Account], tokens: dict[str, str]) -> None:
    """The first time: with the secrets, which exist nowhere else in the clear."""
    known = [{"role": account.role, "username": account.username, "password": account.password} for account in accounts.values()]
    articles = Article.objects.all()
    _save(path(), _card([account for account in known if account["role"] != DESK_OF_ONE], tokens, articles))
    _save(settings.DATA / "desk.json", next(account for account in known if account["role"] == DESK_OF_ONE))


def refresh() -> bool:
    """At a later start: base address and states afresh, secrets from the file. False without the file: they are known from nowhere else."""
    if not path().exists():
        return False
    old = json.loads(path().read_text())
    by_name = {partner["name"]: partner["feed"].split("/")[3] for partner in old["partners"]}
    tokens = {partner.slug: by_name[partner.name] for partner in Partner.objects.all() if partner.name in by_name}
    # Its own alone: what was written since, or was made up by the thousand to measure on, is not listed.
    articles = Article.objects.filter(pk__in=[article["id"] for article in old["articles"]])
    _save(path(), _card(old["accounts"], tokens, articles) | {"base_url": _base_url(old["base_url"])})
    return True


def _base_url(old: str) -> str:
    """A command run beside the server, with only the data folder named, does not know where that one listens: the file does."""
    return settings.SITE_URL if os.environ.get("PORT") or os.environ.get("NEWSROOM_URL") else old


def _card(accounts: list[dict[str, str]], tokens: dict[str, str], articles: QuerySet[Article]) -> dict[str, Any]:
    return {
        "base_url": settings.SITE_URL,
        "accounts": accounts,
        "partners": [_partner(partner, tokens[partner.slug]) for partner in Partner.objects.order_by("pk") if partner.slug in tokens],
        "articles": [_article(article) for article in articles.select_related("work").order_by("pk")],
    }


def _partner(partner: Partner, token: str) -> dict[str, str]:
    membership = partner.memberships.filter(ended_at__isnull=True).first()
    return {
        "name": partner.name,
        "class": membership.party_class if membership else "",
        "state": partner.state,
        "feed": addresses.partner_feed(token),
    }


def _article(article: Article) -> dict[str, Any]:
    would_be = article.path or addresses.article_path(article.created_at, article.slug)
    return {
        "id": article.pk,
        "slug": article.slug,
        "state": article.state,
        "basis": article.work.basis,
        "path": addresses.article(would_be),
        "admin_path": addresses.desk_article(article.pk),
    }


def _save(target: Path, content: dict[str, Any]) -> None:
    """Whole or not at all, readable by the owner alone."""
    fresh = target.with_suffix(".new")
    descriptor = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(descriptor, "w") as file:
        json.dump(content, file, indent=2, ensure_ascii=False)
    fresh.replace(target)
