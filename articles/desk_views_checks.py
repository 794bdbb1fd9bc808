"""What the writer should look at, found again while they type. Answers a piece of the article's page; saves nothing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from articles import body
from articles.desk_judgement import checks
from articles.desk_views import article_or_404


@require_POST
def look(request: HttpRequest, article_id: int) -> HttpResponse:
    """The text in `body` as it stands in the editor. One that is too long to clean is refused with its reason."""
    article = article_or_404(request, article_id)
    try:
        found = checks(article, body.clean(request.POST.get("body", "")), at=timezone.now())
    except body.BodyRefused as refused:
        return HttpResponse(str(refused), status=422, content_type="text/plain; charset=utf-8")
    return render(request, "desk/article/_checks.html", {"checks": found})
