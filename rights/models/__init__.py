from .agreements import ContributorAgreement
from .evidence import Evidence, TermProposal
from .grants import Grant
from .holds import Hold
from .ledger import LedgerEntry
from .licences import Licence
from .sources import Source, SourceContact, SourceTerms
from .works import Work

__all__ = [
    "ContributorAgreement", "Evidence", "Grant", "Hold", "LedgerEntry", "Licence", "Source", "SourceContact", "SourceTerms",
    "TermProposal", "Work",
]  # fmt: skip
