"""Who receives our material: partners, what was agreed, their tokens, what each feed was offered, and what they took."""

from .agreements import Agreement
from .deliveries import Delivery, Lapse, Receipt, Usage
from .offers import FeedState, Offer, OfferKind, OfferQuerySet, TrialItem, TrialState
from .partners import KEPT, ClassMembership, Partner, PartnerContact, PartnerState
from .tokens import FeedToken

__all__ = [
    "KEPT", "Agreement", "ClassMembership", "Delivery", "FeedState", "FeedToken", "Lapse", "Offer", "OfferKind", "OfferQuerySet", "Partner",
    "PartnerContact", "PartnerState", "Receipt", "TrialItem", "TrialState", "Usage",
]  # fmt: skip
