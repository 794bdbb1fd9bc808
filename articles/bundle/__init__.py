"""All that proves what an article is and why it may be shown, in one file to hand to somebody: `bundle.write`.

Reads only. It holds what no page shows (letters, kept copies, who did what), so it is for the rights desk and the chief.
"""

from .writing import file_name, write

__all__ = ["file_name", "write"]
