"""The partner's own page: what its feed holds, on what terms, and what it owes; for contacts who sign in by a mailed link.

It knows nobody of the desk and touches no account: a contact is a row of the partner's, and its session a cookie of its own.
"""
