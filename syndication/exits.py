"""The way by which a work goes to a partner."""

from articles import finished
from rights import exits
from rights.obligations import Form
from rights.vocabulary import Use
from syndication import items, recipients

finished.register(Form.FEED_ITEM, items.finished)

exits.register(
    exits.Exit(
        "partner feed",
        "Partner feed",
        Use.SYNDICATE,
        test="syndication.tests.test_no_leak.NoLeakTests.test_fair_use_reaches_no_partner_in_any_byte",
        receivers=recipients.receivers,
        addresses=("partner_feed", "partner_feed_by_credentials"),
        form=Form.FEED_ITEM,
    )
)
# Headlines of what stands in the feed, for who may read that feed.
exits.register(
    exits.Exit(
        "partner page",
        "Partner’s own page, and a feed’s address in a browser",
        Use.SYNDICATE,
        test="syndication.tests.test_own_page.LeakTests.test_no_headline_that_may_not_go_to_the_partner_stands_on_its_page",
        receivers=recipients.receivers,
        addresses=("partner_page",),
        within="partner feed",
    )
)
