"""One article on the desk for one person: the forms they may fill, saved together in one transaction.

What was typed stays in the forms whatever the acts answer. It decides nothing: each act refuses for itself.
"""

from collections.abc import Iterable
from datetime import datetime
from functools import cached_property
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from articles import basing, body, drafting, revisions, roles
from articles.forms import credits, pictures, terms
from articles.forms.rights import RightsForm
from articles.forms.text import TextForm
from articles.models import Article
from articles.refusals import FormRefused, Obstacle, Refused
from articles.vocabulary import Act, State
from house.models import House
from rights.vocabulary import Basis

LIVE = (State.PUBLISHED, State.SCHEDULED)
ENDED = (State.KILLED, State.TAKEN_DOWN)
#: Fields of obstacles that are not called so in the forms.
FIELDS_OF_RIGHTS = frozenset({*basing.FACTS, "basis", "permission_file"})
RECORD_CHANGED = Obstacle(
    "stale",
    "rights",
    "Someone else changed the rights record meanwhile.",
    "It is shown as it stands now. Look at it, then save again.",
    "rights",
)


class Sheet:
    """The forms of one article, or of a new one where `article` is None; bound when `data` is given."""

    def __init__(
        self,
        article: Article | None,
        user: Any,
        *,
        at: datetime,
        house: House | None = None,
        data: QueryDict | None = None,
        files: MultiValueDict | None = None,
    ) -> None:
        self.article, self.user, self.at, self.house = article, user, at, house
        self.data, self.files = data.copy() if data is not None else None, files
        self.refusals: list[Obstacle] = []
        self.theirs: Article | None = None
        #: The content hash of what the person had before them, or has saved just now; "" where the page did not say.
        self.read = self.data.get("seen", "") if self.data is not None else ""

    @property
    def seen(self) -> str:
        """What the page shows, for the request that it sends to name."""
        return revisions.content_hash(self.theirs or self.article) if self.article else ""

    @property
    def record_seen(self) -> str:
        return revisions.record_hash((self.theirs or self.article).work) if self.article else ""

    @cached_property
    def is_own(self) -> bool:
        return self.article is None or drafting.is_own(self.article, self.user)

    @cached_property
    def may_write(self) -> bool:
        """May this person change the words?"""
        if self.article is None:
            return roles.may(self.user, Act.CREATE_DRAFT)
        try:
            drafting.check_may_edit(self.article, self.user)
        except Refused:
            return False
        return True

    @cached_property
    def may_record(self) -> bool:
        """May this person change the rights record, or propose to?"""
        if self.article is None or self.article.state in (*ENDED, State.SPIKED):
            return False
        act = Act.REBASE_LIVE if self.article.state in LIVE else Act.PROPOSE_TERMS
        return roles.may(self.user, act)

    @cached_property
    def may_answer(self) -> bool:
        return self.may_record and roles.may(self.user, Act.CONFIRM_TERMS)

    @cached_property
    def text(self) -> TextForm:
        return TextForm(self._data(self.may_write), article=self.article, house=self.house)

    @cached_property
    def credits(self) -> Any:
        authors = roles.ADMIN["articles.author"]
        may_add = any("add" in authors.get(role, ()) for role in roles.roles_of(self.user))
        initial = credits.initial_credits(self.article) if self.article else self._own_byline()
        return credits.CreditFormSet(self._data(self.may_write), prefix="credits", initial=initial, form_kwargs={"may_add": may_add})

    @cached_property
    def pictures(self) -> Any:
        initial = pictures.initial_placements(self.article) if self.article else []
        return pictures.PlacementFormSet(self._data(self.may_write), prefix="pictures", initial=initial)

    @cached_property
    def rights(self) -> RightsForm | None:
        if self.article is None:
            return None
        data = self._data(self.may_record)
        return RightsForm(self.article.work, data, self.files if data is not None else None)

    @cached_property
    def proposals(self) -> list[terms.Proposal]:
        if self.article is None:
            return []
        rows = self.article.work.proposals.select_related("evidence", "decided_by").defer("evidence__content")
        return terms.proposals_of(rows, self._data(self.may_answer))

    def _data(self, allowed: bool) -> QueryDict | None:
        return self.data if allowed else None

    def _own_byline(self) -> list[dict[str, str]]:
        author = getattr(self.user, "author", None)
        return [{"name": author.name, "role": "by"}] if author else []

    # Checking and saving --------------------------------------------------

    def _bound(self) -> Iterable[Any]:
        if self.may_write:
            yield from (self.text, self.credits, self.pictures)
        if self.may_record and self.rights is not None:
            yield self.rights

    def is_valid(self) -> bool:
        checked = [form.is_valid() for form in self._bound()]
        return all(checked)

    def create(self) -> Article | None:
        """Begin the article that was typed; None where something is wrong, which the forms then say."""
        return self._tried(self._create)

    def save(self, *, confirm_rest: bool = False) -> bool:
        """Save all that changed: words, answers to terms, the rights record. False where something is wrong; nothing is saved then.

        Raises ValueError for an article that is yet to be created.
        """
        article, record = self.article, self.rights
        if article is None or record is None:
            raise ValueError("Create the article first.")
        return self._tried(lambda: self._save(article, record, confirm_rest)) is not None

    def _tried(self, deed: Any) -> Any:
        if not self.is_valid():
            return None
        try:
            with transaction.atomic():
                return deed()
        except Refused as refused:
            self._show(refused)
        except ValidationError as error:
            self._show(_as_refusal(error))
        return None

    def _create(self) -> Article:
        given = self.text.cleaned_data
        words = {name: given[name] for name in ("headline", "body", "dek", "language", "section", "slug", "tags")}
        article = drafting.create_draft(drafting.Text(**words), by=self.user, at=self.at)
        rest = ("slugline", "dateline", "ed_note", "embargoed_until", "expires_at")
        changes = self.text.changes() | {name: given[name] for name in rest}
        if any(given[name] for name in rest):
            article = drafting.save(article.pk, changes, edit_number=article.edit_number, by=self.user, at=self.at)
        self._save_around(article)
        return article

    def _save(self, article: Article, record: RightsForm, confirm_rest: bool) -> bool:
        now = drafting.lock(article.pk)
        has_read_all = self.read == revisions.content_hash(now)
        is_old_record = self._sent("record-seen") not in ("", revisions.record_hash(now.work))
        if self.may_write and self._words_changed():
            number = self.text.cleaned_data["edit_number"] or 0
            self._save_around(drafting.save(article.pk, self.text.changes(), edit_number=number, by=self.user, at=self.at))
        if self.may_answer or confirm_rest:
            self._save_answers(article, confirm_rest)
        if self.may_record and record.has_changed():
            if is_old_record:
                raise FormRefused(RECORD_CHANGED)
            self._save_record(article, record)
        if has_read_all:
            self.read = revisions.content_hash(drafting.lock(article.pk))
        return True

    def _sent(self, name: str) -> str:
        return str(self.data.get(name, "")) if self.data is not None else ""

    def _words_changed(self) -> bool:
        return self.text.has_changed() or self.credits.has_changed() or self.pictures.has_changed()

    def _save_around(self, article: Article) -> None:
        drafting.set_credits(article, credits.credits_in(self.credits))
        article.tags.set(self.text.cleaned_data["tags"])
        pictures.replace_placements(article, self.pictures)
        drafting.after_save(article, by=self.user, at=self.at)

    def _save_answers(self, article: Article, confirm_rest: bool) -> None:
        answers = terms.changed_answers(self.proposals, confirm_rest=confirm_rest)
        if answers:
            basing.answer_terms(article.pk, answers, by=self.user, at=self.at)

    def _save_record(self, article: Article, record: RightsForm) -> None:
        self._refuse_unoffered(article, record)
        permission = record.permission(by=self.user, at=self.at)
        basing.record(article.pk, record.facts(), basis=record.basis_chosen, by=self.user, at=self.at, permission=permission)

    def _refuse_unoffered(self, article: Article, record: RightsForm) -> None:
        """A basis that is not offered can't be chosen, with the page's script or without. One that was chosen before may stay."""
        chosen = record.basis_chosen
        if chosen in (article.work.basis, Basis.UNKNOWN):
            return
        fresh = Article.objects.select_related("work").get(pk=article.pk)
        fresh.work.whose = record.cleaned_data["whose"]
        why = next(choice.why_not for choice in basing.choices(fresh, at=self.at) if choice.basis == chosen)
        if why:
            raise FormRefused(Obstacle("basis_not_offered", "basis", why, "Choose another basis, or mend that first.", "rights"))

    # Saying what was refused ----------------------------------------------

    def _show(self, refused: Refused) -> None:
        """Each obstacle at the field that it names, the rest above the form. What was typed stays."""
        self.theirs = getattr(refused, "theirs", None)
        if self.theirs is not None and self.data is not None:
            # Whoever saves again has now seen what stands.
            self.data["edit_number"] = self.theirs.edit_number
        if RECORD_CHANGED in refused.obstacles and self.article is not None:
            # What was sent is what stood before: sent again, it would take back what another person recorded.
            self.rights = RightsForm(self.article.work)
        for obstacle in refused.obstacles:
            form = self._form_with(obstacle.field)
            if form is not None and self.theirs is None:
                form.add_error(obstacle.field, str(obstacle))
            else:
                self.refusals.append(obstacle)

    def _form_with(self, field: str) -> Any:
        if self.rights is not None and self.may_record and field in FIELDS_OF_RIGHTS:
            return self.rights
        return self.text if self.may_write and field in self.text.fields else None

    @property
    def theirs_text(self) -> str:
        """What another person saved in between, as plain words."""
        return body.to_text(self.theirs.body) if self.theirs else ""

    @property
    def has_errors(self) -> bool:
        return self.data is not None and (bool(self.refusals) or not self.is_valid())


def _as_refusal(error: ValidationError) -> FormRefused:
    """What the models' own rules say, in the shape of a refusal."""
    named = error.message_dict if hasattr(error, "error_dict") else {"headline": error.messages}
    return FormRefused(*[Obstacle("invalid", name, text, "") for name, texts in named.items() for text in texts])
