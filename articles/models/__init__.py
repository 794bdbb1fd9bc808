from .articles import Article, Credit, OldAddress, Origin, Placement, Section
from .authors import Author
from .clearances import Clearance
from .media import MediaAsset, Rendition
from .records import Correction, Event, Transition
from .revisions import Revision
from .versions import PublishedVersion
from .worksheets import FairUseWorksheet

__all__ = [
    "Article", "Author", "Clearance", "Correction", "Credit", "Event", "FairUseWorksheet", "MediaAsset", "OldAddress", "Origin",
    "Placement", "PublishedVersion", "Rendition", "Revision", "Section", "Transition",
]  # fmt: skip
