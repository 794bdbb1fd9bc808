"""Which articles a person may see at the desk. Every list, page and bulk act of the desk starts here."""

from typing import Any

from articles import roles
from articles.models import Article
from articles.models.articles import ArticleQuerySet
from articles.vocabulary import Act


def articles_for(user: Any) -> ArticleQuerySet:
    """All of them, one's own only, or none: as the table of roles says."""
    if roles.may(user, Act.READ_DRAFTS):
        return Article.objects.all()
    if roles.may(user, Act.READ_DRAFTS, is_own=True):
        return Article.objects.touched_by(user)
    return Article.objects.none()
