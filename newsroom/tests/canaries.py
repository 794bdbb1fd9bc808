"""A newsroom full of words that may not leave it, and somebody who asks every address for them.

Each withheld thing holds a word of its own, so that a word in an answer says what was let out.
"""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import islice, product
from typing import Any

import time_machine
from django.apps import apps
from django.test import Client

from articles import clearing, drafting, publishing, renditions, withdrawing
from articles.models import Article, MediaAsset, OldAddress, Placement, PublishedVersion
from articles.tests import builders as desk
from articles.tests.builders import NOON
from articles.vocabulary import Move
from house import mail
from newsroom import exit_walk
from rights.basing import settle
from rights.models import Grant
from syndication.tests.builders import community_partner

LATER = NOON + timedelta(hours=1)
PUBLIC_WORD = "publiccanary"
#: Ways of filling one pattern that are tried at most; few where the log-in stands before every view.
MOST_FILLINGS = 120
FILLINGS_BEHIND_THE_LOG_IN = 3
BEHIND_THE_LOG_IN = ("admin/", "accounts/")


@dataclass
class Asked:
    """What came of asking: how many answers, which words were met at all, and each leak as "path shows word"."""

    answers: int = 0
    leaks: list[str] = field(default_factory=list)
    words_met: set[str] = field(default_factory=set)


class Aviary:
    """The newsroom, made by the desk's own acts, an hour before it is asked."""

    def __init__(self) -> None:
        self.withheld: set[str] = set()
        self.chief = desk.everyone()
        desk.house()
        self._articles()
        self._pictures()
        self._papers()

    def word(self, of: str) -> str:
        made = f"canary{of.replace(' ', '')}"
        self.withheld.add(made)
        return made

    def _draft(self, of: str) -> Article:
        return desk.own_article(self.chief, self.word(f"{of} headline"), body=f"<p>{self.word(f'{of} body')}</p>", slug=f"{of}-story")

    def _articles(self) -> None:
        """One of each kind that no stranger may see, and one that all may."""
        desk.published_article(self.chief, "The ferry runs again", body=f"<p>{PUBLIC_WORD}</p>")
        draft = self._draft("draft")
        draft.ed_note = self.word("ed note")
        draft.save()
        embargoed = self._draft("embargoed")
        embargoed.embargoed_until = LATER + timedelta(seconds=1)
        embargoed.save()
        desk.published(embargoed, self.chief)
        waiting = self._draft("scheduled")
        clearing.clear(waiting.pk, by=self.chief, at=NOON)
        publishing.schedule(waiting.pk, by=self.chief, at=NOON, visible_from=LATER + timedelta(seconds=1))
        held, killed, ended = (desk.published(self._draft(of), self.chief) for of in ("held", "killed", "ended"))
        clearing.place_hold(held.article_id, by=self.chief, at=NOON, reason=self.word("hold reason"))
        withdrawing.withdraw(killed.article_id, Move.KILL, by=self.chief, at=NOON + timedelta(minutes=1), reason=self.word("kill reason"))
        Grant.objects.filter(work=ended.work).update(valid_to=LATER, contact="", house_reading=self.word("house reading"))
        OldAddress.objects.create(path="2020/01/once", article=ended.article)
        desk.fair_use_article(self.chief, desk.everyone(), body=f"<p>{self.word('fair use rest')}</p>")

    def _pictures(self) -> None:
        """One that no page may show, with its files, and one of a draft."""
        article = desk.own_article(self.chief, "The lock is painted")
        refused = self._picture("refused")
        body = f'<p>Red.</p><figure data-picture="{refused.pk}"><figcaption>{self.word("figcaption")}</figcaption></figure>'
        Article.objects.filter(pk=article.pk).update(body=body)
        Placement.objects.create(
            article=article, asset=refused, caption=self.word("refused placed"), alt_text=self.word("refused placed alt")
        )
        settle(refused.work, by=self.chief, role="rights_desk", at=NOON)
        article.refresh_from_db()
        drafting.after_save(article, by=self.chief, at=NOON)
        desk.published(article, self.chief)
        Grant.objects.filter(work=refused.work).update(valid_to=LATER)
        self._picture("draft")

    def _picture(self, of: str) -> MediaAsset:
        asset = desk.picture(self.chief, self.word(f"{of} title"))
        asset.caption, asset.alt_text, asset.credit_line = (self.word(f"{of} {words}") for words in ("caption", "alt", "credit"))
        asset.save()
        renditions.make(asset)
        return asset

    def _papers(self) -> None:
        """What proves rights, who receives, and what was written to whom."""
        desk.kept_copy(f"Terms. {self.word('kept copy')}")
        source = desk.source()
        source.note = self.word("source note")
        source.save()
        community_partner(self.chief, name=self.word("partner name"), contact="partner@canarypartner.example")
        self.withheld.add("canarypartner")
        mail.queue("someone@canarymail.example", self.word("subject"), self.word("letter"), key="1", at=NOON)
        self.withheld.add("canarymail")

    def ask_every_address(self, client: Client, *, but: tuple[str, ...] = ()) -> Asked:
        """Every pattern with every value that fits, and every address of a file. Nobody is logged in. None that begins as in `but`."""
        asked = Asked()
        wanted = [one for one in exit_walk.addresses() if not one.template.startswith(but or ("none",))]
        with time_machine.travel(LATER, tick=False):
            for path in dict.fromkeys(path for one in wanted for path in self._fillings(one)):
                self._ask(client, path, asked)
        return asked

    def _ask(self, client: Client, path: str, asked: Asked) -> None:
        answer = client.get(path)
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        said = (body + repr(answer.headers).encode()).decode("utf-8", "replace").lower()
        asked.answers += 1
        asked.words_met |= {word for word in {PUBLIC_WORD} if word in said}
        # An answer may repeat what it was asked.
        asked.leaks += [f"{path} shows {word}" for word in sorted(self.withheld) if word in said and word not in path]

    def _fillings(self, address: exit_walk.Address) -> list[str]:
        ways = product(*([self._values()] * len(address.parameters))) if len(address.parameters) < 2 else self._several(address)
        most = FILLINGS_BEHIND_THE_LOG_IN if address.template.startswith(BEHIND_THE_LOG_IN) else MOST_FILLINGS
        return [f"/{address.template}" % dict(zip(address.parameters, way, strict=True)) for way in islice(ways, most)]

    def _several(self, address: exit_walk.Address) -> Any:
        """Patterns with several parameters: real files first, then numbers with what may stand beside them."""
        if address.parameters == ("asset", "content_hash", "width", "extension"):
            rows = (row for asset in MediaAsset.objects.all() for row in asset.renditions.all())
            return ((row.asset_id, row.content_hash, row.width, row.extension) for row in rows)
        return product(range(1, 8), *([*range(1, 8), "kill", "draft-story"] for _ in address.parameters[1:]))

    def _values(self) -> list[Any]:
        """Numbers of rows, and every name by which something can be asked for."""
        names = list(PublishedVersion.objects.values_list("path", flat=True))
        names += [str(pk) for pk in Article.objects.values_list("public_id", flat=True)]
        names += list(OldAddress.objects.values_list("path", flat=True)) + list(Article.objects.values_list("slug", flat=True))
        slugs = [
            apps.get_model(name).objects.values_list("slug", flat=True) for name in ("articles.Author", "articles.Section", "taggit.Tag")
        ]
        names += [name for found in slugs for name in found]
        return [*range(1, 20), *dict.fromkeys(names)]
