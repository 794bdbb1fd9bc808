"""What the desk has done by the clock. Publishing itself needs no worker: this only books it."""

from articles import ends, publishing
from house import work

work.register_periodic("articles: book what became public", 5, lambda at: publishing.publish_due(at=at))
work.register_periodic("articles: warn of what ends soon", 3600, ends.warn)
