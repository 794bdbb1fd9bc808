"""Acts of writing: begin a draft, save it, set its credits. Nobody's words are lost: a stale save is refused, not merged."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from articles import body, revisions, roles, workflow
from articles.models import Article, Credit, Section
from articles.refusals import FormRefused, MoveRefused, Obstacle, StaleSave
from articles.vocabulary import Act, CreditRole, Move, State
from rights.models import Work
from rights.vocabulary import Basis, Whose, WorkKind

#: Fields of an article that a save may change.
TEXT_FIELDS = (
    "headline", "dek", "body", "slug", "slugline", "dateline", "language", "section", "ed_note", "embargoed_until", "expires_at",
)  # fmt: skip


@dataclass(frozen=True)
class Text:
    """What a person typed for a new draft. `body` is HTML and is cleaned on the way in."""

    headline: str
    body: str = ""
    dek: str = ""
    language: str = "en"
    section: Section | None = None
    slug: str = ""
    tags: list[str] = field(default_factory=list)


def is_own(article: Article, user: Any) -> bool:
    """An article is a person's own when they made it or are credited on it."""
    return article.created_by_id == user.pk or article.credits.filter(author__user=user).exists()


def lock(article_id: int) -> Article:
    """The article, held until the transaction ends."""
    return Article.objects.select_for_update(of=("self",)).select_related("work").get(pk=article_id)


def create_draft(text: Text, *, by: Any, at: datetime, work: Work | None = None) -> Article:
    """Begin an article. Without a `work` it is our own, on a basis that is proposed and not yet confirmed."""
    roles.check(by, Act.CREATE_DRAFT)
    if not text.headline.strip():
        raise FormRefused(Obstacle("no_headline", "headline", "The headline is empty.", "Type one; it can be changed later."))
    with transaction.atomic():
        work = work or Work.objects.create(kind=WorkKind.TEXT, title=text.headline[:300], whose=Whose.OURS, basis=Basis.OWN_STAFF)
        article = Article.objects.create(
            headline=text.headline.strip()[:200],
            dek=text.dek[:400],
            body=cleaned(text.body),
            slug=text.slug or slug_for(text.headline),
            language=text.language,
            section=text.section,
            work=work,
            created_by=by,
            created_at=at,
            updated_at=at,
        )
        if text.tags:
            article.tags.add(*text.tags)
        revisions.keep(article, by=by, at=at)
    return article


def save(article_id: int, changes: dict[str, Any], *, edit_number: int, by: Any, at: datetime) -> Article:
    """Save the text fields in `changes` if nobody saved since `edit_number`. Raises StaleSave with what stands now."""
    with transaction.atomic():
        article = lock(article_id)
        check_may_edit(article, by)
        if article.edit_number != edit_number:
            raise StaleSave(
                Obstacle(
                    "stale",
                    "headline",
                    "Someone else saved this article while you were writing.",
                    "Your text is below beside theirs: take over what you need and save again.",
                ),
                theirs=article,
            )
        _check_moments(article, changes, by)
        for name in TEXT_FIELDS:
            if name in changes:
                setattr(article, name, changes[name])
        article.body = cleaned(article.body)
        article.edit_number += 1
        article.updated_at = at
        article.full_clean(exclude=["work"])
        article.save()
    return article


def after_save(article: Article, *, by: Any, at: datetime) -> None:
    """Called in the same transaction when credits, tags and pictures are saved too: keep the revision, void what no longer fits."""
    revisions.keep(article, by=by, at=at)
    if article.state == State.READY and revisions.standing_clearance(article) is None:
        article.state = State.IN_EDIT
        article.save(update_fields=["state"])


def check_may_edit(article: Article, user: Any) -> None:
    """Working articles by the role table; a published one by those who may correct it; an ended one by nobody."""
    is_public = article.state in (State.PUBLISHED, State.UNPUBLISHED)
    roles.check(user, Act.EDIT_DRAFT, is_own=not is_public and is_own(article, user))
    if article.state in (State.KILLED, State.TAKEN_DOWN, State.SPIKED):
        raise MoveRefused(
            Obstacle(
                "wrong_state",
                "state",
                f"This article is {article.get_state_display().lower()} and can't be edited.",
                "Restore it first, or begin a new draft.",
            )
        )
    if article.state == State.SCHEDULED:
        raise MoveRefused(
            Obstacle(
                "wrong_state",
                "state",
                "This article is scheduled, with its text frozen.",
                "Call it back first, edit, and schedule it again.",
            )
        )


def _check_moments(article: Article, changes: dict[str, Any], user: Any) -> None:
    """Embargo and expiry of what is published hide it or bring it back at once: for those who publish."""
    moved = [name for name in ("embargoed_until", "expires_at") if name in changes and changes[name] != getattr(article, name)]
    may_publish = workflow.role_for(Move.PUBLISH, roles.roles_of(user), is_own=False)
    if moved and article.state == State.PUBLISHED and not may_publish:
        raise MoveRefused(
            Obstacle("wrong_role", moved[0], "This would hide or show again what is published.", "Ask a chief to set the time.")
        )


def set_credits(article: Article, credits: Sequence[tuple[Any, str]]) -> None:
    """Replace the byline with these (author, role) pairs, in this order."""
    article.credits.all().delete()
    Credit.objects.bulk_create(
        Credit(article=article, author=author, role=role or CreditRole.BY, position=position)
        for position, (author, role) in enumerate(credits)
    )


def cleaned(html: str) -> str:
    """The body through the one allow-list. Raises FormRefused where it is too long or too deep to clean."""
    try:
        return body.clean(html)
    except body.BodyRefused as refusal:
        raise FormRefused(Obstacle(refusal.code, "body", str(refusal), "Shorten or simplify the text and save again.")) from refusal


def slug_for(headline: str) -> str:
    """A slug from the headline, in its own script; never empty."""
    return slugify(headline, allow_unicode=True)[:80].strip("-") or "story"
