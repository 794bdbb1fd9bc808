from . import articles, desk_lists, library, naming, sources, thresholds, worksheets

__all__ = ["articles", "desk_lists", "library", "naming", "sources", "thresholds", "worksheets"]
