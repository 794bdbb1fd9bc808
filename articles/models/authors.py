from django.conf import settings
from django.db import models

from articles.vocabulary import AuthorKind


class Author(models.Model):
    """A person, an institution or a guest who is credited. None needs an account."""

    kind = models.CharField(
        max_length=20,
        default=AuthorKind.PERSON,
        choices=[(AuthorKind.PERSON, "Person"), (AuthorKind.INSTITUTION, "Institution"), (AuthorKind.GUEST, "Guest")],
    )
    name = models.CharField(max_length=200)
    slug = models.SlugField(max_length=80, unique=True, allow_unicode=True)
    biography = models.TextField(blank=True)
    home_url = models.URLField("home page", max_length=500, blank=True)
    user = models.OneToOneField(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="author")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name
