from . import evidence, ledger, sources, works

__all__ = ["evidence", "ledger", "sources", "works"]
