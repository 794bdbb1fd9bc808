"""From the bytes of a page to its text, whatever its headers claim. Never raises.

Pure. A header that is wrong, unknown or dangerous gives way to what the bytes themselves say.
"""

import codecs
import re

_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_IN_HEADER = re.compile(r"""charset\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.I)
_IN_PAGE = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?([A-Za-z0-9_.:-]{1,40})""", re.I)
# Python also knows "charsets" such as unicode_escape, utf-7 and punycode, which no page may choose.
_OF_THE_WEB = re.compile(
    r"utf-8|utf-16(-[lb]e)?|iso8859-\d+|cp(125\d|866|874|932|949)|koi8-[ru]|gb(2312|k|18030)|big5|euc_(jp|kr)|iso2022_jp|shift_jis|ascii"
)


def decode(body: bytes, content_type: str = "") -> str:
    """Read a page's bytes: by its byte order mark, its header, its own first lines, UTF-8, Windows-1252."""
    for mark, charset in _MARKS:
        if body.startswith(mark):
            return body[len(mark) :].decode(charset, "replace")
    named = [found.group(1) for found in [_IN_HEADER.search(content_type)] if found]
    named += [found.group(1).decode("ascii") for found in [_IN_PAGE.search(body[:1024])] if found]
    for charset in [*filter(None, map(_known, named)), "utf-8"]:
        try:
            return body.decode(charset)
        except UnicodeDecodeError:
            continue
    return body.decode("cp1252", "replace")


def _known(name: str) -> str | None:
    try:
        found = codecs.lookup(name).name
    except LookupError:
        return None
    # As browsers do: pages that say Latin-1 or ASCII mean Windows-1252, a superset.
    # https://encoding.spec.whatwg.org/#names-and-labels
    return "cp1252" if found in {"iso8859-1", "ascii"} else found if _OF_THE_WEB.fullmatch(found) else None
