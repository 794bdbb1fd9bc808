"""What the public may notice of the desk's rows, by article: versions, times, notes. Drafts are nobody's business."""

from articles.vocabulary import Told
from house.changes import Watched, watch

watch(
    Watched("articles_publishedversion", Told.ARTICLE, "article_id"),
    Watched("articles_correction", Told.ARTICLE, "article_id"),
    Watched(
        "articles_article",
        Told.ARTICLE,
        deeds=("UPDATE",),
        fields=("embargoed_until", "expires_at", "first_published_at", "path", "public_id"),
    ),
    # Named or shown on many pages at once.
    Watched("articles_section", Told.EVERYWHERE),
    Watched("articles_rendition", Told.EVERYWHERE),
)
