"""What the desk has done by the clock. Publishing itself needs no worker: this only books it."""

from articles import ends, publishing
from articles.worksheets import reopening
from house import work

work.register_periodic("articles: book what became public", 5, lambda at: publishing.publish_due(at=at))
work.register_periodic("articles: open worksheets again that no longer fit", 60, lambda at: reopening.reopen_changed(at=at))
work.register_periodic("articles: warn of what ends soon", 3600, ends.warn)
