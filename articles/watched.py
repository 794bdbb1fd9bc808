"""What the public may notice of the desk's rows, by article: versions, times, notes. Drafts are nobody's business."""

from house.changes import Watched, watch

ARTICLE, EVERYWHERE = "article", "everywhere"

watch(
    Watched("articles_publishedversion", ARTICLE, "article_id"),
    Watched("articles_correction", ARTICLE, "article_id"),
    Watched(
        "articles_article", ARTICLE, deeds=("UPDATE",), fields=("embargoed_until", "expires_at", "first_published_at", "path", "public_id")
    ),
    # Named or shown on many pages at once.
    Watched("articles_section", EVERYWHERE),
    Watched("articles_rendition", EVERYWHERE),
)
