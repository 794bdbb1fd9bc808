"""The page behind a mailed link: our text beside the original, the worksheet, the questions. GET shows, only POST acts, once.

It lies outside of the desk: whoever holds the link needs no account, and sees this one worksheet and nothing else.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from articles import worksheets
from articles.desk_views_worksheet import about, placed
from articles.forms.reading import ReadingForm
from articles.models import SecondReading
from articles.overlap_sides import sides
from articles.refusals import Refused
from articles.sheet_words import Outcome
from articles.worksheets import outside
from house import limits, link_pages, links

#: More than any reader needs, far less than guessing a signature takes.
TRIES, WINDOW_SECONDS = 60, 600
THANKS = {
    Outcome.APPROVED: "You find this use fair. The newsroom may publish it now.",
    Outcome.REFUSED: "You said no. The newsroom publishes nothing on this worksheet.",
    Outcome.SENT_BACK: "Your reason goes back to its writer.",
}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def second_reading(request: HttpRequest, token: str) -> HttpResponse:
    at = timezone.now()
    if limits.hit("second-reading", request.META.get("REMOTE_ADDR", ""), limit=TRIES, window_seconds=WINDOW_SECONDS, at=at).is_over:
        return _closed(request, "Too many tries", "Wait ten minutes, then open the link again.", 429)
    try:
        reading = outside.opened(token, at=at)
    except links.LinkForged as forged:
        return _closed(request, "This link opens nothing", forged.message, 404)
    except links.LinkExpired as expired:
        return _closed(request, "This link has ended", expired.message, 410)
    except Refused as refused:
        return _closed(request, "There is nothing to do", str(refused), 410)
    return _page(request, token, reading, at)


def _page(request: HttpRequest, token: str, reading: SecondReading, at: Any) -> HttpResponse:
    row = reading.worksheet
    if outside.is_edited(reading):
        return _closed(request, "The text was edited", str(outside.EDITED), 409)
    if closed := worksheets.why_closed(row):
        return _closed(request, "There is nothing to do", str(closed), 409)
    form = ReadingForm(worksheets.questions(row), request.POST or None)
    obstacles = []
    if request.method == "POST" and form.is_valid():
        said = form.reading()
        try:
            outside.answer(token, said, at=at)
        except Refused as caught:
            refused = placed(form, caught)
            obstacles = [obstacle for obstacle in refused.obstacles if obstacle.field not in form.fields]
        else:
            return link_pages.show(request, "desk/second_reading_done.html", {"sentence": THANKS[said.outcome], "title": "Thank you"}, 200)
    shown = sides(worksheets.judged_by(row), row.kept_copy, row.excerpt)
    context = {**about(row), **shown, "article": row.article, "reading": reading, "form": form,
               "obstacles": obstacles, "title": "Please read this worksheet"}  # fmt: skip
    return link_pages.show(request, "desk/second_reading.html", context, 422 if form.is_bound else 200)


def _closed(request: HttpRequest, title: str, sentence: str, status: int) -> HttpResponse:
    return link_pages.show(request, "desk/second_reading_done.html", {"title": title, "sentence": sentence}, status)
