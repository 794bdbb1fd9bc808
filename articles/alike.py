"""What a public licence asks of the whole piece, looked at before it is cleared: its title, and the same licence in turn.

What came under a ShareAlike licence may go out only under that licence: neither inside a piece with all rights
reserved, nor with a line that reserves them.
"""

import re

from articles import body
from articles.models import Article
from articles.refusals import Obstacle
from rights.obligations import Link, read
from rights.obligations.licences import carries_on, is_alike

MAX_CREDIT_WORDS = 40

TITLE_NOT_OWED_FROM = 4

_VERSION = re.compile(r"CC-BY[A-Z-]*-(\d)\.")
_RESERVED = re.compile(
    r"all rights reserved|tous droits r[ée]serv[ée]s|todos los derechos reservados|alle rechte vorbehalten|tutti i diritti riservati|"
    r"все права защищены|جميع الحقوق محفوظة",
    re.I,
)


def obstacles(article: Article) -> list[Obstacle]:
    ours = article.work.licence.url if article.work.licence else ""
    return [*_mixed(article, ours), *_reserved(article, ours), *_untitled(article)]


def _untitled(article: Article) -> list[Obstacle]:
    """Before 4.0 the licences of Creative Commons ask for the title too."""
    version = _VERSION.match(article.work.licence.spdx_id if article.work.licence else "")
    if version is None or int(version[1]) >= TITLE_NOT_OWED_FROM or article.work.original_title:
        return []
    message = "This version of the licence asks for the title of the original, and it is missing."
    return [Obstacle("no_original_title", "original_title", message, "Type the title as the original has it.", "rights")]


def _mixed(article: Article, ours: str) -> list[Obstacle]:
    """A passage that names its ShareAlike licence, in a text that goes out under another or none."""
    named = dict.fromkeys(link.href for link in read(article.body).links if is_alike(link.href) and _is_a_credit(link))
    strange = [address for address in named if not carries_on(ours, address)]
    if not strange:
        return []
    message = (
        f"The text names {strange[0]}, whose terms let it go out under the same licence only; this piece goes out under another or none."
    )
    remedy = "Take that passage out, quote it as a quotation, or put the whole piece under that licence."
    return [Obstacle("share_alike_mixed", "body", message, remedy, "id_body")]


def _is_a_credit(link: Link) -> bool:
    """A story about licences links to them too; a credit says so, or is a line of its own."""
    return "license" in link.rel or len(link.around.split()) <= MAX_CREDIT_WORDS


def _reserved(article: Article, ours: str) -> list[Obstacle]:
    if not is_alike(ours) or not _RESERVED.search(f"{article.work.copyright_line} {body.to_text(article.body)[-600:]}"):
        return []
    message = "The licence lets everybody share this alike, and the copyright line or the text reserves all rights."
    return [Obstacle("share_alike_reserved", "copyright_line", message, "Write the line without reserving rights.", "rights")]
