"""The words for who a newsroom is: classes of party, legal forms, what may count as commercial.

Pure: the decision in `rights` and the profile in `house` share these words.
"""

from enum import StrEnum


class PartyClass(StrEnum):
    """What kind of party a recipient or we ourselves are. Membership is a recorded fact with evidence."""

    COMMUNITY_SITE = "community_site"
    NONPROFIT_SITE = "nonprofit_site"
    NEWS_PUBLISHER = "news_publisher"
    COMMERCIAL_SITE = "commercial_site"
    PRINT_PUBLISHER = "print_publisher"
    BROADCASTER = "broadcaster"
    EDUCATOR = "educator"
    RESEARCHER = "researcher"
    PRESS = "press"


class LegalForm(StrEnum):
    ASSOCIATION = "association"
    NONPROFIT = "nonprofit"
    COMPANY = "company"
    COOPERATIVE = "cooperative"
    PUBLIC_BODY = "public_body"
    INDIVIDUAL = "individual"


class Signal(StrEnum):
    """A fact about our site that a house reading may count as commercial."""

    ADVERTISING = "advertising"
    DONATIONS = "donations"
    SUBSCRIPTIONS = "subscriptions"
    PAYWALL = "paywall"
    COMPANY = "company"
