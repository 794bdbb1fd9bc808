"""The evidence of an article as one file to save, for the rights desk and the chief."""

from django.core.exceptions import PermissionDenied
from django.http import FileResponse, HttpRequest
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import bundle, roles
from articles.desk_views import article_or_404
from articles.vocabulary import Act


@require_safe
def download(request: HttpRequest, article_id: int) -> FileResponse:
    article = article_or_404(request, article_id)
    if not roles.may(request.user, Act.TAKE_EVIDENCE):
        raise PermissionDenied
    at = timezone.now()
    written = bundle.write(article, at=at)
    response = FileResponse(written, as_attachment=True, filename=bundle.file_name(article, at), content_type="application/zip")
    response["Cache-Control"] = "private, no-store"
    response["X-Content-Type-Options"] = "nosniff"
    return response
