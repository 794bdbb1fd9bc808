"""What is asked of the rights desk, and how the uses hang together.

Pure, and only words: `offers.py` and `conditions.py` judge, `decision.py` answers.

Reading brings four uses with it: to list (title, link, our own teaser) and to index are open to whoever
may read all or part; an excerpt and the sizes of a picture to whoever may read. Every other use must be
named by a grant, because the world is closed.
"""

from typing import NamedTuple

from .facts import Context, House, Recipient, Work
from .vocabulary import Channel, RecipientKind, Use, WorkKind

#: What comes with reading.
READING = frozenset({Use.READ, Use.LIST, Use.EXCERPT, Use.INDEX, Use.MEDIA_RENDITION})
#: These show no words of the work but its title.
TITLES = frozenset({Use.LIST, Use.INDEX})
#: The recipient would use it in turn.
PASSING_ON = frozenset({Use.SYNDICATE, Use.REPUBLISH})
#: These show words, so that an excerpt makes sense for them.
QUOTABLE = frozenset({Use.READ, Use.LIST, Use.EXCERPT, Use.INDEX, Use.EMAIL, Use.SYNDICATE, Use.REPUBLISH})
#: Some uses go one way, whatever the caller says.
CHANNEL_OF = {Use.EMAIL: Channel.MAIL, Use.PRINT: Channel.PRINT, Use.AUDIO: Channel.AUDIO}
ADAPTING = frozenset({Use.ADAPT, Use.TRANSLATE})
#: Where a judgement about our own page cannot follow: to partners, and to machines that learn.
OUTSIDE_USES = PASSING_ON | {Use.AI_TRAIN, Use.AI_INPUT, Use.AI_INDEX}
OUTSIDERS = frozenset({RecipientKind.PARTNER, RecipientKind.CRAWLER_AI})

#: Who reads for themselves and hands on nothing.
READERS = frozenset({RecipientKind.PUBLIC, RecipientKind.REGISTERED_READER, RecipientKind.CRAWLER_SEARCH})
#: Who sees our public pages without more. A partner sees there what anyone sees; an AI crawler has to be named.
AMONG_THE_PUBLIC = READERS | {RecipientKind.PARTNER}
#: Who may take something to use it in turn.
TAKERS = frozenset({RecipientKind.PUBLIC, RecipientKind.REGISTERED_READER, RecipientKind.PARTNER})

#: Works made of words can be shown in part; half a picture cannot.
WORDS = frozenset({WorkKind.TEXT, WorkKind.QUOTATION})


class Question(NamedTuple):
    """May `recipient` have this use of `work`? When, is asked apart, so that one question can be put to many moments."""

    work: Work
    use: Use
    recipient: Recipient
    house: House
    context: Context

    @property
    def is_passed_on(self) -> bool:
        """The recipient, not we, would make this use: what a partner does beyond reading is its own use."""
        return self.use in PASSING_ON or (self.use not in READING and self.recipient.kind == RecipientKind.PARTNER)

    @property
    def channel(self) -> Channel:
        return CHANNEL_OF.get(self.use, self.context.channel)

    @property
    def leaves_the_house(self) -> bool:
        return self.use in OUTSIDE_USES or self.recipient.kind in OUTSIDERS
