"""Creative Commons licences named in a text: kind, version, SPDX id, address, and what each permits. Pure.

What they permit and require is a table from CC's own RDF (standards.md §19): a closed world, no prohibition is looked for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from rights.vocabulary import Basis, Channel, Commercial, Grantee, Obligation, Onward, RecipientKind, Use

from .reading import Codes

_SHOWN = (Use.READ, Use.EXCERPT, Use.EMAIL, Use.PRINT, Use.ARCHIVE, Use.MEDIA_RENDITION, Use.SYNDICATE, Use.REPUBLISH)
_DERIVED = (Use.ADAPT, Use.TRANSLATE, Use.AUDIO)
_DUTIES = (Obligation.CREDIT_AUTHOR, Obligation.COPYRIGHT_LINE, Obligation.LINK_ORIGINAL, Obligation.LICENCE_LINK)
#: Ports that have an SPDX id of their own; any other port is named, but gets none.
_PORTS = {
    ("by", "2.5"): {"AU"}, ("by", "3.0"): {"AT", "AU", "DE", "IGO", "NL", "US"}, ("by-nc", "3.0"): {"DE"},
    ("by-nc-nd", "3.0"): {"DE", "IGO"}, ("by-nc-sa", "2.0"): {"DE", "FR", "UK"}, ("by-nc-sa", "3.0"): {"DE", "IGO"},
    ("by-nd", "3.0"): {"DE"}, ("by-sa", "2.0"): {"UK"}, ("by-sa", "2.1"): {"JP"}, ("by-sa", "3.0"): {"AT", "DE", "IGO"},
}  # fmt: skip
_COUNTRIES = {
    "united states": "US", "usa": "US", "us": "US", "austria": "AT", "australia": "AU", "germany": "DE", "deutschland": "DE", "france": "FR",
    "netherlands": "NL", "japan": "JP", "igo": "IGO", "uk": "UK", "england and wales": "UK", "england & wales": "UK",
}  # fmt: skip

_PORT = r"(?: (?P<port>United States|USA|US|Austria|Australia|Germany|Deutschland|France|Netherlands|Japan|IGO|UK|England (?:and|&) Wales|(?-i:[A-Z][A-Za-z]+))(?= Licen[cs]e| ?[.,;()]|$))?"
_VERSION = r"(?:[\" ,]*(?:(?:in )?(?:der |la |its )?(?:version |fassung |версии |версия |v\.? ?))?(?P<version>[1-4]\.[0-9])(?: (?:International|Unported|Generic|Universal|Internacional|Internationale?|Всемирная|Международная))?)?"
#: The elements of a licence's name in the languages that are read; accents are gone from the plain text, й is и.
_ELEMENTS = {
    "nc": r"Non[ -]?commercial|Pas d'utilisation commerciale|Nicht[ -]?kommerziell|No[ -]?comercial|Некоммерческ\w+(?: использование)?|Без коммерческ\w+ использования",
    "sa": r"Share[ -]?alike|Partage dans les memes conditions|Partage a l'identique|Weitergabe unter gleichen Bedingungen|Compartir[ -]?igual|(?:На|С сохранением) (?:тех же )?услови\w+|Распространение на тех же условиях",
    "nd": r"No[ -]?deriv(?:ative)?s?(?: works)?|Pas de modification|Keine Bearbeitung(?:en)?|Sin[ -]?(?:obras?[ -]?)?derivad(?:as|a)|Без производных(?: произведении)?",
}
_ELEMENT = "(?:" + "|".join(_ELEMENTS.values()) + ")"
_BY = r"(?:Attribution|Paternite|Namensnennung|Reconocimiento|Atribucion|Атрибуция|С указанием авторства)"
_NAMES = (
    re.compile(rf"\b(?:Creative[ -]Commons|CC)[- ](?:licen[cs]e |лицензия |lizenz |licencia )?(?P<code>BY(?:[- ](?:NC|SA|ND)){{0,2}})\b{_VERSION}{_PORT}", re.I),
    re.compile(
        rf"\bCreative[ -]Commons(?:-\w+)?[,:]? (?:\w+ )?[(\"]?(?P<words>{_BY}(?:(?:[ -]+|, | and | et | und | y | и |/|\. ){_ELEMENT}){{0,2}})[)\"]?(?: (?:licen[cs]e|\(CC[ -]BY[^)]*\)))*{_VERSION}{_PORT}", re.I
    ),
    re.compile(
        r"creativecommons\.org/(?:licen[cs]es/(?P<path>by(?:-(?:nc|sa|nd)){0,2})(?:/(?P<version>[1-4]\.[0-9]))?(?:/(?P<port>[a-z]{2,3})\b)?"
        r"|publicdomain/(?P<domain>zero|mark)/(?P<domain_version>1\.0))", re.I
    ),
    re.compile(r"\b(?P<zero>CC0|Creative Commons Zero|CC Zero)(?:[ ,]*(?:v(?:ersion)?\.? ?)?1\.0)?(?: Universal)?", re.I),
    re.compile(r"\b(?P<mark>(?:Creative Commons )?Public Domain Mark)(?: 1\.0)?", re.I),
)  # fmt: skip
#: One of these stands in every name above: most sentences have none, and are not searched for the names.
_ANY = re.compile(r"creative|\bcc|public domain", re.I)
UNNAMED = re.compile(r"\b(?:Creative Commons|CC)\b(?:[- ]licen[cs]\w*)?", re.I)


@dataclass(frozen=True)
class Named:
    """A licence and where it is named. `version` is "" where the text gives none; such a one has no SPDX id."""

    kind: str
    version: str
    port: str
    start: int
    end: int

    @property
    def spdx(self) -> str:
        if self.kind == "zero":
            return "CC0-1.0"
        if self.kind == "mark":
            return "CC-PDM-1.0"
        has_id = self.version and (not self.port or self.port in _PORTS.get((self.kind, self.version), ()))
        return f"CC-{self.kind.upper()}-{self.version}" + (f"-{self.port}" if self.port else "") if has_id else ""

    @property
    def url(self) -> str:
        if self.kind in ("zero", "mark"):
            return f"https://creativecommons.org/publicdomain/{self.kind}/1.0/"
        if not self.version or len(self.port) > 3:
            return ""
        port = f"{self.port.lower()}/" if self.port else ""
        return f"https://creativecommons.org/licenses/{self.kind}/{self.version}/{port}"

    @property
    def name(self) -> str:
        known = {"zero": "CC0 1.0", "mark": "Public Domain Mark 1.0"}
        return known.get(self.kind) or " ".join(filter(None, ("CC", self.kind.upper(), self.version, self.port)))


def licences_in(plain: str) -> tuple[Named, ...]:
    """Every licence that a plain text names, in its order; one that is named twice counts once."""
    if not _ANY.search(plain):
        return ()
    found = sorted((_named(match) for pattern in _NAMES for match in pattern.finditer(plain)), key=lambda one: (one.start, -one.end))
    apart: list[Named] = []
    for one in found:
        if not apart or one.start >= apart[-1].end:
            apart.append(one)
    return tuple(apart)


def blanked(plain: str, named: Iterable[Named]) -> str:
    """The text with the names of licences blanked: NonCommercial and NoDerivatives deny nothing by themselves."""
    for one in named:
        plain = plain[: one.start] + " " * (one.end - one.start) + plain[one.end :]
    return plain


def _named(match: re.Match[str]) -> Named:
    part = match.groupdict()
    if part.get("zero") or (part.get("domain") or "").lower() == "zero":
        return Named("zero", "1.0", "", *match.span())
    if part.get("mark") or part.get("domain"):
        return Named("mark", "1.0", "", *match.span())
    code = part.get("code") or part.get("path") or _code(part["words"])
    port = part.get("port") or ""
    version = part.get("version") or ""
    # Version 4.0 has no ports: a word after it belongs to the sentence.
    port = "" if version == "4.0" else _COUNTRIES.get(port.lower(), port.upper())
    return Named(_in_order(code), version, port, *match.span())


def _code(words: str) -> str:
    return "by" + "".join(f"-{element}" for element, pattern in _ELEMENTS.items() if re.search(pattern, words, re.IGNORECASE))


def _in_order(code: str) -> str:
    parts = re.split(r"[- ]", code.lower())
    return "-".join(part for part in ("by", "nc", "nd", "sa") if part in parts)


def codes_of(licence: Named) -> Codes:
    """What the licence permits to anyone, and on what conditions."""
    is_free = licence.kind in ("zero", "mark")
    adapts = "nd" not in licence.kind
    duties = [] if is_free else [str(duty) for duty in _DUTIES]
    duties += [str(Obligation.MARK_CHANGES)] if adapts and not is_free else []
    duties += [str(Obligation.SHARE_ALIKE)] if "sa" in licence.kind else []
    codes = Codes(
        basis=Basis.PUBLIC_DOMAIN if is_free else Basis.CC,
        licence_name=licence.name,
        grantee=Grantee.ANYONE,
        uses=[str(use) for use in _SHOWN + (_DERIVED if adapts else ())],
        recipients=[str(RecipientKind.PUBLIC)],
        onward=Onward.SAME_OFFER,
        channels=[str(channel) for channel in Channel],
        commercial=Commercial.NO if "nc" in licence.kind else Commercial.ANY,
        obligations=duties,
    )
    if not adapts:
        codes["unaltered"] = True
    if licence.spdx:
        codes["spdx"] = licence.spdx
    if licence.url:
        codes["licence_url"] = licence.url
    return codes
