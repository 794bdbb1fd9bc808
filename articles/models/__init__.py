from .articles import Article, Credit, OldAddress, Origin, Placement, Section
from .authors import Author
from .clearances import Clearance
from .fingerprints import Fingerprint
from .media import MediaAsset, Rendition
from .quotations import Quotation
from .readings import Reopening, SecondReading
from .records import Correction, Event, Transition
from .revisions import Revision
from .thresholds import SheetThresholds
from .versions import PublishedVersion
from .worksheets import FairUseWorksheet

__all__ = [
    "Article", "Author", "Clearance", "Correction", "Credit", "Event", "FairUseWorksheet", "Fingerprint", "MediaAsset",
    "OldAddress", "Origin", "Placement", "PublishedVersion", "Quotation", "Rendition", "Reopening", "Revision", "SecondReading",
    "Section", "SheetThresholds", "Transition",
]  # fmt: skip
