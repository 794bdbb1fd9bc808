from . import articles, desk_lists, library, naming, worksheets

__all__ = ["articles", "desk_lists", "library", "naming", "worksheets"]
