"""The public pages: load what this person may see, answer.

No rule stands here. What may be shown is the door's to say (`articles/published.py`), what it looks like
the presenting modules', and what a cache may do with it `answering`'s.
"""

import logging
from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.utils import timezone, translation
from django.views.decorators.http import require_safe

from articles import addresses, attribution, published
from pages import feeds as feed_list
from pages import gone, lists, policies, story, surroundings
from pages.answering import answer
from rights.obligations import Form
from rights.vocabulary import Reason, Use

logger = logging.getLogger(__name__)


@require_safe
def home(request: HttpRequest) -> HttpResponseBase:
    around = surroundings.load(timezone.now())
    shown = published.newest(Use.LIST, at=around.at, limit=lists.HOME_STORIES)
    with translation.override(around.language):
        return answer(request, "pages/front.html", frame=surroundings.frame(around), page=lists.front(shown, around))


@require_safe
def section(request: HttpRequest, slug: str) -> HttpResponseBase:
    around = surroundings.load(timezone.now())
    name = next((name for name, known in around.sections if known == slug), None)
    if name is None:
        raise Http404
    turn = _turn(request)
    found = published.page(Use.LIST, at=around.at, limit=lists.LIST_STORIES, section=slug, before=turn.before, after=turn.after)
    if not found.shown and (turn.before or turn.after):
        raise Http404
    with translation.override(around.language):
        frame = surroundings.frame(around, section_slug=slug)
        return answer(request, "pages/listing.html", frame=frame, page=lists.section(name, slug, found, around))


@require_safe
def author(request: HttpRequest, slug: str) -> HttpResponseBase:
    """Somebody of whom nothing may be shown is not found: a name alone can give away what is coming."""
    around = surroundings.load(timezone.now())
    card = published.author_card(slug)
    if card is None:
        raise Http404
    turn = _turn(request)
    found = published.page(Use.LIST, at=around.at, limit=lists.LIST_STORIES, author=slug, before=turn.before, after=turn.after)
    if not found.shown:
        raise Http404
    with translation.override(around.language):
        return answer(request, "pages/listing.html", frame=surroundings.frame(around), page=lists.author(card, slug, found, around))


@require_safe
def tag(request: HttpRequest, slug: str) -> HttpResponseBase:
    around = surroundings.load(timezone.now())
    turn = _turn(request)
    found = published.page(Use.LIST, at=around.at, limit=lists.LIST_STORIES, tag=slug, before=turn.before, after=turn.after)
    if not any(tagged == slug for one in found.shown for _name, tagged in one.tags):
        raise Http404
    with translation.override(around.language):
        return answer(request, "pages/listing.html", frame=surroundings.frame(around), page=lists.tag(slug, found, around))


class _Turn(NamedTuple):
    """Where in a list the reader is: on its first page, or just past a place."""

    before: published.Place | None = None
    after: published.Place | None = None


def _turn(request: HttpRequest) -> _Turn:
    """An address that no link of ours carries is not found."""
    asked = {name: request.GET[name] for name in _Turn._fields if name in request.GET}
    places = {name: place for name, written in asked.items() if (place := published.Place.read(written))}
    if len(places) != len(asked) or len(asked) > 1:
        raise Http404
    return _Turn(**places)


@require_safe
def article(request: HttpRequest, path: str) -> HttpResponseBase:
    at = timezone.now()
    found = published.at_path(path, at=at)
    if found is None:
        return _moved(path)
    around = surroundings.load(at)
    if isinstance(found, published.Gone):
        return _withdrawn(request, found, around)
    language = surroundings.furniture_language(found.language, around.language)
    with translation.override(language):
        frame = surroundings.frame(around, language=language, section_slug=found.section[1] if found.section else "")
        response = answer(request, "pages/article.html", frame=frame, page=story.page(found, around, language))
    return response if _meets_its_duties(found, response) else _withdrawn(request, _kept_in(found), around)


def _meets_its_duties(shown: published.Shown, response: HttpResponseBase) -> bool:
    """Does the finished page show what its terms oblige? The log says what is missing, by ids. What a 304 confirms was asked before."""
    if response.status_code != 200 or not isinstance(response, HttpResponse):
        return True
    robots = response.get("X-Robots-Tag", "")
    missing = attribution.outgoing.missing(shown, response.content.decode(), Form.PAGE, robots=robots)
    if missing:
        names = [f"{Reason.OBLIGATION_UNMET}:{duty.obligation}" for duty in missing]
        logger.warning("Version %s of article %s stays in: %s.", shown.version_id, shown.article_id, names)
    return not missing


def _kept_in(shown: published.Shown) -> published.Gone:
    """To a reader it is as if the right had ended: the desk is told what is missing."""
    return published.Gone(shown.urn, "expired", "", shown.frozen.get("original", {}).get("url", ""))


def _moved(path: str) -> HttpResponseBase:
    target = published.moved_to(path)
    if target is None:
        raise Http404
    response = HttpResponsePermanentRedirect(addresses.article(target))
    # A browser may otherwise keep a permanent redirect for ever.
    response["Cache-Control"] = "no-cache"
    return response


def _withdrawn(request: HttpRequest, found: published.Gone, around: surroundings.Surroundings) -> HttpResponseBase:
    with translation.override(around.language):
        page = gone.withdrawn(found, around)
        response = answer(request, "pages/gone.html", frame=surroundings.frame(around), page=page, status=page.status)
    if page.status == 451:
        # Names who blocks, which is us, not who demanded it. https://www.rfc-editor.org/rfc/rfc7725#section-4
        response["Link"] = f'<{addresses.absolute("/")}>; rel="blocked-by"'
    return response


@require_safe
def feeds(request: HttpRequest) -> HttpResponseBase:
    around = surroundings.load(timezone.now())
    with translation.override(around.language):
        return answer(request, "pages/feeds.html", frame=surroundings.frame(around), page=feed_list.page(around))


@require_safe
def policy(request: HttpRequest, slug: str) -> HttpResponseBase:
    around = surroundings.load(timezone.now())
    with translation.override(around.language):
        page = policies.page(slug, around)
        if page is None:
            raise Http404
        return answer(request, "pages/policy.html", frame=surroundings.frame(around), page=page)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponseBase:
    """Also for what is embargoed or was never published: a 403 would tell that it exists."""
    around = surroundings.load(timezone.now())
    with translation.override(around.language):
        return answer(request, "pages/gone.html", frame=surroundings.frame(around), page=gone.not_found(around), status=404)
