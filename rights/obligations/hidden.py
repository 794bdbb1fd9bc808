"""What stands in a document and is seen by nobody. Pure.

Reads the elements, their own styles and plain rules of the document's own sheets. What needs a browser to be known,
such as a sheet that is loaded, is taken as visible.
"""

import re
from collections.abc import Iterable

from lxml.html import HtmlElement

#: Nothing inside is text of the page, or only a browser without something shows it.
UNSEEN = frozenset({
    "head", "script", "style", "template", "noscript", "noembed", "noframes", "iframe", "object", "canvas", "audio", "video",
    "textarea", "select", "datalist", "title", "desc", "metadata", "annotation", "annotation-xml", "rp", "svg", "map", "param",
})  # fmt: skip
#: What page builders call the style that keeps text for screen readers or for nobody.
CLASSES = frozenset({"hidden", "sr-only", "visually-hidden", "visuallyhidden", "screen-reader-text", "d-none", "is-hidden", "display-none"})

_RULE = re.compile(r"([^{}]{1,2000})\{([^{}]{0,4000})\}")
_COMMENT = re.compile(r"/\*.*?\*/", re.S)
_SIMPLE = re.compile(r"([a-z][a-z0-9]*)?((?:[.#][\w-]+)*)", re.I)
_NAME = re.compile(r"([.#])([\w-]+)")
_FAR = r"-\s*(?:\d{4,}px|\d{3,}r?em|[1-9]\d{2,}v[wh])"
_HIDING = re.compile(
    r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|opacity\s*:\s*0*(?:\.0+)?\s*%?\s*(?:[;!]|$)|"
    r"font-size\s*:\s*0*(?:\.\d)?\s*(?:px|pt|em|rem|%)?\s*(?:[;!]|$)|(?:color|-webkit-text-fill-color)\s*:\s*transparent|content-visibility\s*:\s*hidden|"
    rf"clip\s*:\s*rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)|clip-path\s*:\s*(?:inset\(\s*(?:50|100)%|circle\(\s*0)|"
    rf"(?:left|top|right|bottom|text-indent|margin-left|margin-top)\s*:\s*{_FAR}|mso-hide\s*:\s*all|"
    r"transform\s*:\s*scale\(\s*0*(?:\.0+)?\s*\))",
    re.I,
)  # fmt: skip
_NO_SIZE = re.compile(r"(?:^|[;\s])(?:max-)?(?:height|width)\s*:\s*[01](?:px)?\s*(?:[;!]|$)", re.I)
_CUT_OFF = re.compile(r"overflow(?:-[xy])?\s*:\s*(?:hidden|clip)", re.I)
_COLOUR = re.compile(r"(?:^|[;\s])color\s*:\s*([^;!]+)", re.I)
_GROUND = re.compile(r"background(?:-color)?\s*:\s*([^;!]+)", re.I)


def hides(style: str) -> bool:
    """Does this declaration hide what it stands on?"""
    if not style:
        return False
    if _HIDING.search(style) or (_NO_SIZE.search(style) and _CUT_OFF.search(style)):
        return True
    colour, ground = _COLOUR.search(style), _GROUND.search(style)
    return bool(colour and ground and colour[1].strip().lower() == ground[1].strip().lower())


class Sheet:
    """The document's own rules that hide: by element, class and id. Rules that depend on more are not read."""

    def __init__(self, styles: Iterable[str]) -> None:
        self._rules: list[tuple[str, frozenset[str], str]] = []
        for style in styles:
            for selectors, declared in _RULE.findall(_COMMENT.sub("", style)):
                if hides(declared):
                    self._rules += [rule for one in selectors.split(",") if (rule := _rule(one.strip()))]

    def hides(self, tag: str, classes: frozenset[str], name: str) -> bool:
        return any((not t or t == tag) and c <= classes and (not n or n == name) for t, c, n in self._rules)


def _rule(selector: str) -> tuple[str, frozenset[str], str] | None:
    found = _SIMPLE.fullmatch(selector)
    if found is None or not selector:
        return None
    names = _NAME.findall(found[2] or "")
    return (found[1] or "").lower(), frozenset(n for mark, n in names if mark == "."), next((n for mark, n in names if mark == "#"), "")


def is_hidden(element: HtmlElement, sheet: Sheet) -> bool:
    """Is this element, with all that is in it, seen by nobody?"""
    tag, given = element.tag, element.attrib
    if tag in UNSEEN or "hidden" in given or (tag == "dialog" and "open" not in given):
        return True
    if not given:
        return False
    classes = frozenset(given.get("class", "").split())
    return (
        bool(classes & CLASSES)
        or hides(given.get("style", ""))
        or sheet.hides(tag, classes, given.get("id", ""))
        or (tag == "input" and given.get("type", "").lower() == "hidden")
    )
