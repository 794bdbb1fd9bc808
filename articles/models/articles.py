import uuid
from typing import Any, NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from taggit.managers import TaggableManager

from articles.vocabulary import WORKING, CreditRole, State


class Section(models.Model):
    name = models.CharField(max_length=80)
    slug = models.SlugField(max_length=60, unique=True)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "name"]

    def __str__(self) -> str:
        return self.name


class ArticleQuerySet(models.QuerySet["Article"]):
    def in_work(self) -> Self:
        return self.filter(state__in=WORKING)

    def touched_by(self, user: Any) -> Self:
        """Articles that are this person's own: made by them, or credited to them."""
        return self.filter(Q(created_by=user) | Q(pk__in=Credit.objects.filter(author__user=user).values("article")))

    def delete(self) -> NoReturn:
        raise TypeError("Articles are kept: spike, unpublish or kill them.")


class Article(models.Model):
    """What the desk is writing now. What the public sees is a `PublishedVersion`, frozen.

    `edit_number` goes up with each saved change, so that a stale save is noticed.
    `path` is `<yyyy>/<mm>/<slug>` of our first publication and never moves after it.
    """

    public_id = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    headline = models.CharField(max_length=200)
    dek = models.CharField(max_length=400, blank=True, help_text="The line under the headline.")
    body = models.TextField(blank=True)
    state = models.CharField(max_length=20, default=State.DRAFT, choices=[(s.value, s.value.replace("_", " ").capitalize()) for s in State])
    slug = models.SlugField(max_length=80, allow_unicode=True, blank=True)
    slugline = models.CharField(max_length=80, blank=True, help_text="The desk's working name.")
    dateline = models.CharField(max_length=120, blank=True, help_text="The place the story is filed from.")
    language = models.CharField(max_length=12, default="en")
    section = models.ForeignKey(Section, null=True, blank=True, on_delete=models.PROTECT, related_name="articles")
    tags = TaggableManager(blank=True)
    work = models.OneToOneField("rights.Work", on_delete=models.PROTECT, related_name="article")
    ed_note = models.TextField("ed note", blank=True, help_text="To editors, never published.")
    embargoed_until = models.DateTimeField("embargo", null=True, blank=True)
    expires_at = models.DateTimeField("expiry", null=True, blank=True)
    translation_of = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="translations")
    path = models.CharField(max_length=120, unique=True, null=True, blank=True, editable=False)
    first_published_at = models.DateTimeField(null=True, blank=True, editable=False)
    edit_number = models.PositiveIntegerField(default=1, editable=False)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+", editable=False)
    created_at = models.DateTimeField(editable=False)
    updated_at = models.DateTimeField(editable=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ["-updated_at"]
        indexes = [
            models.Index(fields=["state", "-updated_at"], name="desk_list_by_state"),
            models.Index(fields=["-updated_at"], name="desk_list"),
        ]
        constraints = [
            models.CheckConstraint(
                name="article_expires_after_its_embargo",
                condition=Q(embargoed_until__isnull=True) | Q(expires_at__isnull=True) | Q(expires_at__gt=F("embargoed_until")),
                violation_error_message="The expiry must come after the embargo. Correct one of the two.",
            ),
            models.CheckConstraint(name="article_has_a_headline", condition=~Q(headline="")),
            models.CheckConstraint(
                name="article_public_has_a_path",
                condition=~Q(state__in=[State.PUBLISHED, State.UNPUBLISHED, State.KILLED, State.TAKEN_DOWN]) | Q(path__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.headline

    @property
    def urn(self) -> str:
        return f"urn:uuid:{self.public_id}"


class Credit(models.Model):
    """One name in the byline, in order."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="credits")
    author = models.ForeignKey("articles.Author", on_delete=models.PROTECT, related_name="credits")
    role = models.CharField(max_length=20, default=CreditRole.BY, choices=[(r.value, r.value.capitalize()) for r in CreditRole])
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "author", "role"], name="author_credited_once_per_role")]

    def __str__(self) -> str:
        return f"{self.author} ({self.role})"


class Origin(models.Model):
    """Where a text came from: whose page, which copy of it we keep, when it was taken."""

    article = models.OneToOneField(Article, on_delete=models.PROTECT, related_name="origin")
    source = models.ForeignKey("rights.Source", on_delete=models.PROTECT, related_name="origins")
    kept_copy = models.ForeignKey("rights.Evidence", on_delete=models.PROTECT, related_name="origins")
    taken_at = models.DateTimeField()
    claimed_published_at = models.DateTimeField("date that the page claims", null=True, blank=True)

    def __str__(self) -> str:
        return f"from {self.source}"


class Placement(models.Model):
    """A picture in an article. The first is the lead picture."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="placements")
    asset = models.ForeignKey("articles.MediaAsset", on_delete=models.PROTECT, related_name="placements")
    position = models.PositiveSmallIntegerField(default=0)
    caption = models.CharField(max_length=400, blank=True)
    alt_text = models.CharField(
        "alternative text", max_length=400, blank=True, help_text="What the picture shows, for those who can't see it."
    )

    class Meta:
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["article", "asset"], name="picture_placed_once")]

    def __str__(self) -> str:
        return str(self.asset)


class OldAddress(models.Model):
    """A path that once led to an article, kept so that links keep working."""

    path = models.CharField(max_length=120, unique=True)
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="old_addresses")

    def __str__(self) -> str:
        return self.path
