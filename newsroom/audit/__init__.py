"""Does what is recorded hold, and does what leaves the house say so? `manage.py audit_rights`.

Reads only, and mends nothing: each fault says what a person should do. Three looks: at the rows and what the ledger
says of them (`records`), at the decision for every live work at every exit (`verdicts`), at finished bytes (`answers`).
"""
