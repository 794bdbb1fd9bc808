"""What an article's page says to search engines and other machines: canonical, robots, JSON-LD.

Which of it the terms ask for comes with the decision: canonical to the original and noindex are two separate duties.
"""

from django.utils.safestring import SafeString

from articles import addresses, attribution
from articles.published import Shown
from pages import json_ld
from pages.showing import Head, Picture
from pages.surroundings import STANDING_NOTICES, Surroundings, has_notices
from rights.vocabulary import JUDGED, OWN, Obligation


def head(shown: Shown, around: Surroundings, lead: Picture | None) -> Head:
    return Head(
        title=f"{shown.headline} – {around.site_name}",
        description=shown.dek,
        canonical_url=canonical(shown),
        robots=robots(shown),
        json_ld=SafeString(json_ld.as_script(json_ld.news_article(facts(shown, around, lead)))),
        picture_url=addresses.absolute(lead.src) if lead else "",
        is_article=True,
    )


def canonical(shown: Shown) -> str:
    """Our own address, unless the terms ask for the original's."""
    original = shown.frozen.get("original", {}).get("url", "")
    asked = [duty.value or original for duty in shown.text_duties if duty.obligation is Obligation.CANONICAL_TO_ORIGINAL]
    return next(filter(None, asked), addresses.absolute(shown.url))


def robots(shown: Shown) -> str:
    said = ["noindex"] if any(duty.obligation is Obligation.NOINDEX for duty in shown.decision.duties) else []
    limits = shown.decision.limits
    if limits.max_chars is not None:
        said.append(f"max-snippet:{limits.max_chars}")
    if limits.until is not None:
        said.append(f"unavailable_after: {limits.until.isoformat(timespec='seconds')}")
    return ", ".join(said)


def facts(shown: Shown, around: Surroundings, lead: Picture | None) -> json_ld.Facts:
    frozen = shown.frozen
    licence, until = frozen.get("licence"), shown.decision.limits.until
    is_ours = frozen.get("basis") in OWN
    return json_ld.Facts(
        headline=shown.headline,
        url=addresses.absolute(shown.url),
        language=shown.language,
        published_at=shown.first_published_at.isoformat(timespec="seconds"),
        modified_at=shown.visible_from.isoformat(timespec="seconds"),
        publisher=around.site_name,
        publisher_url=addresses.absolute("/"),
        description=shown.dek,
        section=shown.section[0] if shown.section else "",
        keywords=[name for name, _slug in shown.tags],
        authors=_makers(frozen),
        images=[{"url": addresses.absolute(lead.src), "creditText": lead.credit, "caption": lead.caption}] if lead else (),
        holder=frozen.get("holder") or "",
        copyright_line=frozen.get("copyright_line") or "",
        credit_text=attribution.byline_text(frozen),
        licence_url=licence["url"] if licence and frozen.get("basis") not in JUDGED else "",
        terms_url=addresses.absolute(addresses.policy(STANDING_NOTICES)) if is_ours and has_notices(around.house) else "",
        original=_original(frozen),
        corrections=[(note.note, note.at.isoformat(timespec="seconds")) for note in shown.corrections],
        expires_at=until.isoformat(timespec="seconds") if until else "",
    )


def _makers(frozen: dict) -> list[json_ld.Maker]:
    names = [name for part in attribution.byline(frozen) if part.role == "by" for name in part.names]
    return [json_ld.Maker(name.name, addresses.absolute(addresses.author(name.slug)), name.kind == "institution") for name in names]


def _original(frozen: dict) -> json_ld.Original | None:
    if not attribution.is_republished(frozen):
        return None
    original = frozen["original"]
    return json_ld.Original(original["url"], original["title"], frozen["source"]["name"], original["published_at"] or "")
