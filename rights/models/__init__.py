from .evidence import Evidence, TermProposal
from .grants import Grant
from .holds import Hold
from .ledger import LedgerEntry
from .licences import Licence
from .sources import Source, SourceContact
from .works import Work

__all__ = ["Evidence", "Grant", "Hold", "LedgerEntry", "Licence", "Source", "SourceContact", "TermProposal", "Work"]
