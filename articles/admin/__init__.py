from . import articles, desk_lists, library, naming, thresholds, worksheets

__all__ = ["articles", "desk_lists", "library", "naming", "thresholds", "worksheets"]
