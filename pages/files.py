"""Picture files: served by asking, at each request, whether a page that shows the picture may be read."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils import timezone
from django.views.decorators.http import require_safe

from articles import published

TYPES = {"jpg": "image/jpeg", "avif": "image/avif"}


@require_safe
def picture(request: HttpRequest, asset: str, content_hash: str, width: str, extension: str) -> HttpResponse | FileResponse:
    """The file, or 404 for missing and forbidden alike. A browser asks again each time: rights may have changed."""
    found = published.rendition(int(asset), content_hash, int(width), extension, at=timezone.now())
    if found is None:
        raise Http404
    tag = f'"{content_hash}-{width}"'
    if request.headers.get("If-None-Match") == tag:
        return _marked(HttpResponseNotModified(), tag)
    return _marked(FileResponse(found.file.open("rb"), content_type=TYPES[extension]), tag)


def _marked(response: HttpResponse | FileResponse, tag: str) -> HttpResponse | FileResponse:
    response["ETag"] = tag
    response["Cache-Control"] = "no-cache, s-maxage=1"
    return response
