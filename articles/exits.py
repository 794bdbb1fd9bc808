"""Two forms in which a work can leave that have no page of their own yet: the republish snippet and the item of a mail."""

from collections.abc import Iterable
from datetime import datetime

from house.vocabulary import PartyClass
from rights.exits import Exit, Receiver, register
from rights.facts import Context, Recipient
from rights.obligations import Form
from rights.vocabulary import Channel, RecipientKind, Use

TESTED = "newsroom.tests.leaks.test_leaks.LeakTests.test_ordinary_no_word_leaves_that_may_not"


def republishers(at: datetime) -> Iterable[Receiver]:
    """Whoever comes by, as one of two kinds of site."""
    return [
        Receiver("A community site", Recipient(RecipientKind.PUBLIC, classes=frozenset({PartyClass.COMMUNITY_SITE}))),
        Receiver("A commercial site", Recipient(RecipientKind.PUBLIC, classes=frozenset({PartyClass.COMMERCIAL_SITE}), is_commercial=True)),
    ]


def readers_of_mail(at: datetime) -> Iterable[Receiver]:
    return [Receiver("Readers who asked for it", Recipient(RecipientKind.REGISTERED_READER), Context(Channel.MAIL))]


register(Exit("republish snippet", "Republish snippet", Use.REPUBLISH, test=TESTED, receivers=republishers, form=Form.SNIPPET))
register(Exit("mail item", "Item of a mail", Use.EMAIL, test=TESTED, receivers=readers_of_mail, form=Form.MAIL))
