"""Fill an empty database with the demonstration newsroom, by the same acts as at the desk.

Nothing here writes a version, a grant or a token by hand: what the acts refuse, the demonstration can't have.
"""
