"""Pictures as Media RSS, in RSS and Atom alike: each with its own credit and its own copyright. Pure."""

from collections.abc import Iterable

from syndication.illustrating import Picture
from syndication.markup import element, until

NAMESPACE = "http://search.yahoo.com/mrss/"


def elements(pictures: Iterable[Picture]) -> str:
    """One `media:content` for each picture; the first is the default. MRSS 1.1, which validators know."""
    return "".join(_content(picture, is_first=place == 0) for place, picture in enumerate(pictures))


def _content(picture: Picture, *, is_first: bool) -> str:
    attributes = {
        "url": picture.url,
        "type": picture.media_type,
        "medium": "image",
        "width": str(picture.width),
        "height": str(picture.height),
        **({"fileSize": str(picture.size_bytes)} if picture.size_bytes else {}),
        **({"isDefault": "true"} if is_first else {}),
    }
    return element("media:content", attributes=attributes, inside=_about(picture))


def _about(picture: Picture) -> str:
    terms = {"url": picture.licence_url} if picture.licence_url else {}
    where = {"relationship": "allow", "type": "country"}
    return (
        element("media:title", picture.caption, {"type": "plain"} if picture.caption else {})
        + element("media:description", picture.alt, {"type": "plain"} if picture.alt else {})
        + element("media:credit", picture.credit)
        # An empty one may still lead to the terms.
        + element("media:copyright", picture.copyright_line, terms)
        + (element("media:restriction", " ".join(picture.territories).lower(), where) if picture.territories else "")
        + element("dcterms:valid", until(picture.not_after))
    )
