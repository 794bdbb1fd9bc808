"""What the tables of bad input share: people and their hands, one row, and how a row is checked.

It knows no row. A table adds what is given to its own newsroom and lists its rows.
"""

import html as entities
import io
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.test import Client
from django.utils import timezone
from lxml import html

from articles import addresses, basing, clearing, worksheets
from articles.tests import builders
from articles.tests.desk_form import send
from articles.vocabulary import Role
from rights.vocabulary import Basis, Whose

OURS = {"articles", "rights", "syndication", "house", "taggit", "auth"}
ELSEWHERE = "http://coastline.example/night-trains"
NAIVE = datetime(2026, 11, 20, 12, 0)


class Desk:
    """People, what is given at any desk, and hands. What must be put back afterwards is left to `after`."""

    def __init__(self, after: ExitStack) -> None:
        self.after = after
        self.at = timezone.now()
        builders.house(at=self.at - timedelta(days=365))
        self.people = {role: builders.user_with(role) for role in Role}
        self.everyone = builders.everyone()
        self.client = Client()

    def enter(self, who: Role | None) -> None:
        self.me = self.people.get(who, self.everyone)
        self.client.force_login(self.me)

    # What is given --------------------------------------------------------

    def an_own_draft(self) -> None:
        self.article = builders.own_article(self.me, at=self.at)

    def a_taken_draft(self) -> None:
        self.article = builders.taken_article(self.me, at=self.at)

    def a_judged_draft(self) -> None:
        self.a_taken_draft()
        builders.confirm_terms(self.article, self.everyone, at=self.at)
        basing.record(self.article.pk, {**builders.RECORD, "whose": Whose.THIRD_PARTY}, basis=Basis.FAIR_USE, by=self.everyone, at=self.at)

    def my_worksheet(self) -> None:
        self.a_judged_draft()
        self.sheet = worksheets.write(self.article.pk, builders.SHEET, by=self.me, at=self.at)

    def anothers_worksheet(self) -> None:
        self.a_judged_draft()
        self.sheet = worksheets.write(self.article.pk, builders.SHEET, by=self.everyone, at=self.at)

    def a_cleared_draft(self) -> None:
        self.an_own_draft()
        clearing.clear(self.article.pk, by=self.everyone, at=self.at)

    def a_live_article(self) -> None:
        self.article = builders.published_article(self.everyone, at=self.at).article

    # Hands ----------------------------------------------------------------

    @property
    def page(self) -> str:
        return addresses.desk_article(self.article.pk)

    def there(self, name: str) -> str:
        return self.page.replace("change/", f"{name}/")

    def post(self, where: str, /, **typed: Any) -> Any:
        return self.client.post(where, typed)

    def press(self, act: str, **typed: Any) -> Any:
        """On the article's page, filled as the browser would send it."""
        return send(self.client, self.page, act, **typed)

    def direct(self, act: str) -> Any:
        """A request that the page of this person would never send."""
        return self.client.post(self.page, {"act": act})

    def worksheet(self, **typed: Any) -> Any:
        return self.post(self.there("worksheet"), **WORKSHEET | typed)

    def command(self, *words: str) -> None:
        """Run it; where it refuses, what it printed before stands in front of the refusal."""
        out = io.StringIO()
        try:
            call_command(*words, stdout=out, stderr=io.StringIO())
        except CommandError as refusal:
            raise CommandError(f"{out.getvalue()}{refusal}") from refusal


WORKSHEET = {
    "legal_basis": "fair_use", "jurisdiction": "US", "excerpt": "An excerpt that everyone may read.",
    "purpose_reason": "We discuss each sentence of it.", "nature_reason": "A factual report, published in spring.",
    "amount_reason": "Each sentence that we quote we discuss.", "effect_reason": "Nobody would skip the original for this.",
    "situation": "discussion", "obtained": "open", "publication": "published", "copy_kind": "plain", "aims": ["comment"],
    "would_run_alone": "no", "character": "factual", "is_heart": "no", "cmi_kept": "yes", "source_paywall": "none",
    "weight_purpose": "for", "weight_nature": "for", "weight_amount": "neither", "weight_effect": "for",
}  # fmt: skip


@dataclass(frozen=True)
class Row:
    """`status` is the answer's, or the exception of a command or act. `field`: what the error stands at, "" for the page."""

    what: str
    who: Role | None
    deed: Callable[[Any], Any]
    status: int | type[Exception]
    field: str
    remedy: str
    typed: str = ""
    given: Callable[[Any], None] = lambda newsroom: None
    #: Where the input is odd and not wrong: how many rows of which table are new.
    made: dict[str, int] = field(default_factory=dict)


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours."""
    models = [model for model in apps.get_models() if model._meta.app_label in OURS and model._meta.model_name != "permission"]
    return {model._meta.label: list(model._base_manager.order_by("pk").values()) for model in models}


def check(row: Row, room: type[Desk]) -> None:
    """Do what the row does, hear what is said, and find every table as it was."""
    with ExitStack() as after:
        newsroom = room(after)
        newsroom.enter(row.who)
        row.given(newsroom)
        before = everything()
        if isinstance(row.status, int):
            _check_answer(row, row.deed(newsroom))
        else:
            _check_refusal(row, newsroom)
        now = everything()
    assert {label: len(rows) - len(before[label]) for label, rows in now.items() if rows != before[label]} == row.made


def _check_answer(row: Row, response: Any) -> None:
    assert response.status_code == row.status
    assert row.remedy in said_at(response, row.field)
    assert row.typed in entities.unescape(response.content.decode())


def _check_refusal(row: Row, newsroom: Desk) -> None:
    with pytest.raises(row.status) as refused:
        row.deed(newsroom)
    assert row.remedy in str(refused.value)
    assert row.field in _fields_of(refused.value) or not row.field


def _fields_of(refusal: Exception) -> list[str]:
    if isinstance(refusal, ValidationError):
        return list(refusal.message_dict)
    return [obstacle.field for obstacle in getattr(refusal, "obstacles", ())]


def said_at(response: Any, field: str) -> str:
    """What the page says is wrong with a field: the errors beside its control, and each line above that leads to it."""
    page = html.fromstring(response.content.decode() or "<html></html>")
    if not field:
        return " ".join(page.text_content().split())
    nearest = "ancestor-or-self::*[.//ul[contains(@class, 'errorlist')]][1]//ul[contains(@class, 'errorlist')]"
    beside = page.xpath(f"//*[@name=$field or @id=$field]/{nearest}", field=field)
    described = " ".join(page.xpath("//*[@name=$field]/@aria-describedby", field=field)).split()
    beside += [page.get_element_by_id(name) for name in described if name.endswith("-error")]
    above = page.xpath("//*[contains(@class, 'desk-refused')]//a[@href=$place]/parent::li", place=f"#{field}")
    return " ".join(" ".join(found.text_content().split()) for found in [*beside, *above])
