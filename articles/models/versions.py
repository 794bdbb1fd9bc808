from datetime import datetime
from typing import NoReturn, Self

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from articles.vocabulary import PubStatus, VersionKind


class VersionQuerySet(models.QuerySet["PublishedVersion"]):
    def visible(self, at: datetime) -> Self:
        """What is each article's newest version at `at`, usable or not."""
        return self.filter(Q(superseded_from__isnull=True) | Q(superseded_from__gt=at), visible_from__lte=at, voided_at__isnull=True)

    def usable(self) -> Self:
        return self.filter(pub_status=PubStatus.USABLE)

    def delete(self) -> NoReturn:
        raise TypeError("Published versions are kept.")


class PublishedVersion(models.Model):
    """What the public saw, frozen: text, headline, credits, tags, pictures and the wording of the credit.

    `superseded_from` is the next version's `visible_from`, so that "shown at this moment" is one range of an index.
    `voided_at` marks a scheduled version that was called back before its time. Rights stay live and are never frozen.
    """

    article = models.ForeignKey("articles.Article", on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(k.value, k.value.capitalize()) for k in VersionKind], default=VersionKind.FIRST)
    pub_status = models.CharField(max_length=20, choices=[(s.value, s.value.capitalize()) for s in PubStatus], default=PubStatus.USABLE)
    ended_as = models.CharField(max_length=20, blank=True, help_text="For a withdrawal: the state that ended publication.")
    public_reason = models.CharField(max_length=300, blank=True)
    path = models.CharField(max_length=120, db_index=True)
    visible_from = models.DateTimeField()
    superseded_from = models.DateTimeField(null=True, blank=True)
    voided_at = models.DateTimeField(null=True, blank=True)
    headline = models.CharField(max_length=200, blank=True)
    dek = models.CharField(max_length=400, blank=True)
    body = models.TextField(blank=True)
    excerpt = models.TextField(blank=True)
    language = models.CharField(max_length=12)
    dateline = models.CharField(max_length=120, blank=True)
    section = models.ForeignKey("articles.Section", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    authors = models.ManyToManyField("articles.Author", related_name="versions")
    tags = models.ManyToManyField("taggit.Tag", related_name="+")
    assets = models.ManyToManyField("articles.MediaAsset", related_name="versions")
    frozen = models.JSONField(default=dict, help_text="Credits, tags, pictures and the wording of the credit, as published.")
    work = models.ForeignKey("rights.Work", on_delete=models.PROTECT, related_name="versions")
    revision = models.ForeignKey("articles.Revision", null=True, blank=True, on_delete=models.PROTECT, related_name="versions")
    clearance = models.ForeignKey("articles.Clearance", null=True, blank=True, on_delete=models.PROTECT, related_name="versions")
    ed_note = models.TextField(blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    created_at = models.DateTimeField()

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["-visible_from", "-id"]
        indexes = [
            # The home page and the feeds: newest first among what is shown now.
            models.Index(
                fields=["-visible_from", "-id"], condition=Q(pub_status=PubStatus.USABLE, voided_at__isnull=True), name="versions_newest"
            ),
            models.Index(fields=["section", "-visible_from"], name="versions_by_section"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["article", "number"], name="version_numbered_once"),
            models.CheckConstraint(
                name="version_usable_was_cleared",
                condition=~Q(pub_status=PubStatus.USABLE) | Q(clearance__isnull=False, revision__isnull=False),
            ),
            models.CheckConstraint(
                name="version_superseded_after_it_began",
                condition=Q(superseded_from__isnull=True) | Q(superseded_from__gte=F("visible_from")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.headline or 'Withdrawn'} (version {self.number})"

    @property
    def work_ids(self) -> list[int]:
        """Of all that it is made of: its text, its pictures, the quotations in it."""
        return [self.work_id, *(one["work"] for one in (*self.frozen.get("pictures", ()), *self.frozen.get("quotations", ())))]
