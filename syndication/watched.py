"""Rows about partners, by partner; what is chosen in an agreement, for all of them: that is rare."""

from house.changes import Watched, watch

PARTNER, PARTNERS, OFFER = "partner", "partners", "offer"

watch(
    Watched("syndication_partner", PARTNER),
    Watched("syndication_classmembership", PARTNER, "partner_id"),
    Watched("syndication_agreement", PARTNER, "partner_id"),
    Watched("syndication_agreement_sections", PARTNERS, "agreement_id"),
    Watched("syndication_agreement_tags", PARTNERS, "agreement_id"),
    Watched("syndication_agreement_authors", PARTNERS, "agreement_id"),
    # Not that it was used: that is no news to anybody's feed.
    Watched("syndication_feedtoken", PARTNER, "partner_id", fields=("partner_id", "token_hash", "expires_at", "revoked_at")),
    Watched("syndication_offer", OFFER, "partner_id", deeds=("INSERT",)),
    Watched("syndication_trialitem", PARTNER, "partner_id"),
)
