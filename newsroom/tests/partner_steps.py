"""Steps of a journey, each a process: a partner takes a story, it is withdrawn, the worker tells of it. May end itself at any query.

`python -m newsroom.tests.partner_steps STEP [PATH]`; with CUT_AT, `kill -9` at that query of the step. It prints a line of
JSON: what was done, or what stands in the database.
"""

import json
import os
import signal
import sys
import threading
from datetime import timedelta

import django

django.setup()

from django.db import connection  # noqa: E402 -- settings first
from django.test import Client  # noqa: E402
from django.utils import timezone  # noqa: E402

from articles import addresses, withdrawing  # noqa: E402
from articles.models import Article  # noqa: E402
from articles.tests import builders as desk  # noqa: E402
from articles.vocabulary import Move  # noqa: E402
from house.models import OutgoingMail  # noqa: E402
from syndication import access, documents, feeds, offers  # noqa: E402
from syndication.models import Delivery, Offer, Partner, Receipt, Usage  # noqa: E402
from syndication.tests.builders import community_partner  # noqa: E402


class CutOff:
    """End this process, unasked, at the given query."""

    def __init__(self, at: int) -> None:
        self.at, self.count = at, 0

    def __call__(self, execute, sql, params, many, context):
        self.count += 1
        if self.count == self.at:
            os.kill(os.getpid(), signal.SIGKILL)
        return execute(sql, params, many, context)


def arrange():
    """A story of our own, a partner with a token, nothing taken yet."""
    now = timezone.now()
    chief = desk.everyone()
    desk.house(at=now - timedelta(days=365))
    desk.published_article(chief, at=now - timedelta(hours=2))
    partner = community_partner(chief, contact="desk@harbour.example")
    return {"path": addresses.partner_feed(access.issue_token(partner.pk, by=chief, at=now)[1])}


def pull(path):
    return Client().get(path, headers={"host": "127.0.0.1"})


def take(path):
    return {"left": b"ferry" in pull(path).content}


def end():
    chief = Article.objects.get().revisions.first().made_by
    withdrawing.withdraw(Article.objects.get().pk, Move.KILL, by=chief, at=timezone.now(), reason="Wrong.")
    return {}


def tell():
    feeds.keep_up(timezone.now())
    return {}


def count():
    """What stands in the database, and whether the counts of usage are those of the deliveries."""
    given = Delivery.objects.filter(offer__kind="offered").count()
    return {
        "deliveries": given,
        "usage": [[row.raw, row.filtered] for row in Usage.objects.all()],
        "withdrawn": Offer.objects.filter(kind="withdrawn").count(),
        "receipts": Receipt.objects.count(),
        "letters": OutgoingMail.objects.filter(key__startswith="receipt:").count(),
        "kinds": list(Offer.objects.order_by("number").values_list("kind", flat=True)),
    }


def race(path):
    """While one answer is being written, another connection withdraws the story and tells of it. Then the first goes on."""
    real, written, go_on = documents.newest, threading.Event(), threading.Event()
    answers = []

    def slowly(*args):
        content = real(*args)
        if threading.current_thread() is poll and not written.is_set():
            written.set()
            go_on.wait(20)
        return content

    documents.newest = slowly
    poll = threading.Thread(target=lambda: answers.append(pull(path).content))
    poll.start()
    written.wait(20)
    end()
    tell()
    go_on.set()
    poll.join(20)
    documents.newest = real
    return {"left": b"ferry" in answers[0], "gone": b"Withdrawn" in answers[0], **count()}


def publish_race():
    """Whoever looked before the withdrawal writes after it: nothing comes back."""
    partner, before = Partner.objects.get(), timezone.now()
    end()
    tell()
    writers = [threading.Thread(target=step, args=(partner,), kwargs={"at": before}) for step in (offers.bring_up_to_date, offers.review)]
    for one in writers:
        one.start()
    for one in writers:
        one.join(20)
    return count()


STEPS = {"arrange": arrange, "take": take, "end": end, "tell": tell, "count": count, "race": race, "publish_race": publish_race}


def main(step: str, *arguments: str) -> None:
    cut = CutOff(int(os.environ.get("CUT_AT", "0")))
    with connection.execute_wrapper(cut):
        done = STEPS[step](*arguments)
    print(json.dumps({**done, "queries": cut.count}), flush=True)  # noqa: T201 -- its answer


if __name__ == "__main__":
    main(*sys.argv[1:])
