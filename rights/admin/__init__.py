from . import evidence, ledger, licences, works

__all__ = ["evidence", "ledger", "licences", "works"]
