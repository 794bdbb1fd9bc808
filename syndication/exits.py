"""The way by which a work goes to a partner."""

from rights import exits
from rights.vocabulary import Use
from syndication import recipients

exits.register(
    exits.Exit(
        "partner feed",
        "Partner feed",
        Use.SYNDICATE,
        test="syndication.tests.test_no_leak.NoLeakTests.test_fair_use_reaches_no_partner_in_any_byte",
        receivers=recipients.receivers,
        addresses=("partner_feed",),
    )
)
