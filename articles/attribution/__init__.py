"""Who made it, where it comes from, why we may show it: one renderer for every output.

Takes the record frozen in a version and the decision's duties; gives byline, credit, copyright line and notices, and whole
outputs for others' pages, in the article's language. What is built here can't be removed by editing the body.
"""

from . import outgoing
from .captions import caption_words, owed_by_a_caption
from .copies import owed_by_a_copy
from .credit import credit_html, credit_text, origin_label
from .directions import ISOLATE, POP, isolated, isolated_html
from .furniture import FURNITURE, Furniture, spoken
from .names import BylinePart, Name, byline, byline_html, byline_text, join_names
from .notices import OF_THE_SOURCE, STANDING, notices, why_shown
from .owed import owed_html, owed_text
from .quotations import quotations_html, quotations_text
from .record import author_names, freeze, freeze_work, is_republished, known, rights_sentence, with_our_own_line

__all__ = [
    "FURNITURE", "ISOLATE", "OF_THE_SOURCE", "POP", "STANDING", "BylinePart", "Furniture", "Name", "author_names", "byline",
    "byline_html", "byline_text", "caption_words", "credit_html", "credit_text", "freeze", "freeze_work", "is_republished", "isolated",
    "isolated_html", "join_names", "known", "notices", "origin_label", "outgoing", "owed_by_a_caption", "owed_by_a_copy", "owed_html",
    "owed_text", "quotations_html", "quotations_text", "rights_sentence", "spoken", "why_shown", "with_our_own_line",
]  # fmt: skip
