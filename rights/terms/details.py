"""What a sentence about use says in its parts: for whom, where, for what, on which conditions. Pure; works on plain text."""

import re
from dataclasses import dataclass

from rights.vocabulary import Channel, Commercial, Obligation, PartyClass, Purpose

from .reading import Codes

_MADE = r"(?:credit|acknowledg|attribut|nam|cit|mention|stat|identif|indicat|show|giv|list)\w*"
_CREDITED = r"(?:credit|acknowledg|attribut|nam(?:e|es|ed|ing)\b|cit|mention)\w*"
_KEEP = r"(?:includ|keep|kept|retain|reproduc|carr|display|preserv|show|leav|print|acknowledg|attach|contain|appear|mention|cit)\w*"


@dataclass(frozen=True)
class Detail:
    """A pattern and the one code that it states. `id`, `says` and `example` are for the list of rules."""

    id: str
    pattern: re.Pattern[str]
    says: str
    example: str
    code: tuple[str, str | bool]


def _detail(name: str, pattern: str, code: tuple[str, str | bool], says: str, example: str) -> Detail:
    return Detail(name, re.compile(pattern, re.IGNORECASE), says, example, code)


def _duty(duty: Obligation, pattern: str, says: str, example: str) -> Detail:
    return _detail(str(duty), pattern, ("obligations", str(duty)), says, example)


CONDITIONS: tuple[Detail, ...] = (
    _duty(
        Obligation.CREDIT_AUTHOR,
        rf"\b{_MADE}\b[^.;]{{0,60}}\b(?:authors?|writers?|reporters?|journalists?|contributors?|creators?|by-?lines?)\b|\bby-?lines?\b"
        rf"|\b(?:authors?|writers?|reporters?)\b[^.;]{{0,60}}\b(?:be |are |is )(?:\w+ )?{_MADE}",
        "The author's name must stand.",
        "Please credit the author.",
    ),
    _duty(
        Obligation.CREDIT_SOURCE,
        rf"\b{_CREDITED}\b[^.;]{{0,40}}\b(?:sources?|publisher|publication|us|our (?:site|name|organi[sz]ation))\b"
        rf"|\b(?:sources?|publisher|publication)\b[^.;]{{0,60}}\b{_MADE}"
        r"|\b(?:with|full|proper|due|appropriate|clear|give|giving|gives|given|provide) (?:\w+ )?(?:credit|attribution|acknowledge?ment)\b"
        r"|\b(?:credit(?:ed|ing)?|attribut(?:e|ed|ing|ion)|acknowledge(?:d|ment)?) (?:it |them |this |the \w+ )?(?:to|of) "
        r"|(?:^|\b(?:must|please|should|you|and|to|that|them|unedited) )(?:also )?(?:credit|attribute|acknowledge|cite|crediting) "
        r"(?!the (?:authors?|writers?|photograph)|authors?\b|photo)|\bcredit is given|\b(?:we|it|article|story|text) (?:are|is) (?:properly |clearly )?(?:credited|attributed)\b"
        rf"|\b{_MADE} (?:both )?(?:the |its |their )?(?:authors?|writers?|by-?line) and (?:to )?(?:the )?(?:source|publisher|(?-i:[A-Z]))",
        "The source's name must stand.",
        "Give proper credit to the Harbour Gazette.",
    ),
    _duty(
        Obligation.COPYRIGHT_LINE,
        rf"\bcopyright\b[^.;]{{0,60}}\b{_KEEP}|\b{_KEEP}\b[^.;]{{0,60}}\b(?:copyright (?:notice|line|statement)|©)",
        "The copyright line must stand.",
        "The copyright notice must be kept.",
    ),
    _duty(
        Obligation.LINK_ORIGINAL,
        r"(?<!canonical )\b(?:hyper)?-?link(?:s|ed|ing)?\b(?! to the licen[cs]e)[^.;]{0,60}\b(?:to|back|original|source|page|article|site|website|url)\b"
        r"|\b(?:url|web address|backlink)\b|\b(?:with|a|active|clickable|working|direct) (?:hyper)?-?link\b",
        "A link to the original must stand.",
        "You must link back to the original article.",
    ),
    _duty(
        Obligation.KEEP_NOTICE,
        rf"\b{_KEEP} (?:all |both )?(?:this|the following|these) (?:\w+ )?(?:notice|disclaimer|statement|paragraph|text|line|note|sentence|credit|tagline|wording)s?\b"
        r"|\b(?:this|the following) (?:\w+ )?(?:notice|disclaimer|statement|paragraph|tagline)\b[^.;]{0,30}\b(?:must|remains?|is|be|are) (?:be )?"
        r"(?:\w+ )?(?:included|kept|retained|preserved|reproduced|intact|left)",
        "A notice must be kept word for word.",
        "Include this notice at the end of the text.",
    ),
    _duty(
        Obligation.MARK_CHANGES,
        r"\b(?:indicate|mark|note|state|say|show|disclose|flag|acknowledge)\w*\b[^.;]{0,30}\b(?:changes|modifications|edits|alterations)\b",
        "Changes must be marked.",
        "Indicate if changes were made.",
    ),
    _duty(
        Obligation.SHARE_ALIKE,
        r"\bshare-?alike\b|\bunder the same (?:licen[cs]e|terms)\b",
        "What is made of it goes out under the same licence.",
        "Share your version under the same licence.",
    ),
    _duty(
        Obligation.LICENCE_LINK,
        r"\blink\w* to the licen[cs]e|\b(?:name|mention|state|cite|include)\w* (?:\w+ ){0,3}licen[cs]e\b",
        "The licence must be named and linked.",
        "Name the author and link to the licence.",
    ),
    _duty(
        Obligation.COUNTER,
        r"\b(?:(?:page[- ]?)?view|republication|republishing|tracking|page|hit) (?:counter|pixel|tracker|tag|code)\b|\btracking (?:pixel|code)",
        "Their page counter must be on our page.",
        "Use our page view counter.",
    ),
    _duty(
        Obligation.CANONICAL_TO_ORIGINAL,
        r"\bcanonical\b",
        "The canonical link must name the original.",
        "Set the canonical link to our page.",
    ),
    _duty(Obligation.NOINDEX, r"\bno-?index\b", "Search engines must not index our copy.", "Add a noindex tag."),
    _duty(
        Obligation.REPORT_USE,
        r"\b(?:let us know|(?:notify|inform|tell) us|drop us a (?:line|note)|send us (?:a |the )?(?:\w+ )?(?:links?|copy|copies|note|e-?mail|url))",
        "They want to be told of the use.",
        "Let us know when you run one of our stories.",
    ),
    _duty(
        Obligation.REMOVE_WITHIN,
        r"\b(?:remove|take (?:it|them) down|delete)\b[^.;]{0,40}\b(?:within|on request|upon request|if we ask|when asked)\b",
        "It must go when they ask.",
        "Remove the article within two days when asked.",
    ),
    _duty(
        Obligation.CARRY_CORRECTIONS,
        r"\b(?:carry|make|publish|apply|run|add|reflect)\b[^.;]{0,20}\b(?:our |any |all )?corrections\b",
        "Their corrections must be carried.",
        "Carry any corrections that we make.",
    ),
    _duty(
        Obligation.DROP_IMAGES,
        r"\b(?:no|not|without|except(?:ing)?|except for|excluding|exclude|excludes|never|does not include|do not use) (?:the |any |our |for |its )*"
        r"(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?|multimedia|photography)\b"
        r"|\b(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?|photography)\b[^.;]{0,60}\b(?:not|n't|never) (?:be )?(?:\w+ )?"
        r"(?:included?|covered|cover|part|used|be re-?used|republished|reproduced|available|licen[cs]ed|permitted|allowed|transferable)"
        r"|\b(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?)\b (?:are|is) (?:excluded|exempt)",
        "Pictures are not covered.",
        "Images are not included.",
    ),
    _detail(
        "unaltered",
        r"\b(?:not|n't|never|without|no)\b[^.;]{0,20}\b(?:edit(?:ed|ing|s)?|alter(?:ed|ing|ations?)?|chang(?:e|ed|es|ing)|modif(?:y|ied|ying|ications?)|"
        r"shorten(?:ed)?|abridged?)\b(?! (?:were|was) made)|\bunaltered\b|\bunedited\b|\bunchanged\b|\bunmodified\b|\bin (?:its|their) (?:entirety|original form)\b"
        r"|\bintact\b|\bno-?deriv|\b(?:only|must be \w+) in full\b",
        ("unaltered", True),
        "The text must stay as it is.",
        "Do not edit the text.",
    ),
    _detail(
        "non_commercial",
        r"\b(?:non-?commercial(?:ly)?|not[- ]for[- ]profit (?:use|purposes|basis)|non-?profit (?:use|purposes|basis)|without profit)\b"
        r"|\bnot\b[^.;]{0,30}\bcommercial(?:ly| purposes| use| gain)?\b",
        ("commercial", str(Commercial.NO)),
        "Commercial use is not covered.",
        "For non-commercial use only.",
    ),
    _detail(
        "no_resale",
        r"\b(?:not|n't|never|cannot)\b[^.;]{0,20}\b(?:sell|sold|resell|resold|for sale)\b|\bno resale\b",
        ("no_resale", True),
        "It must not be sold on.",
        "You may not sell our articles.",
    ),
    _detail(
        "no_systematic",
        r"\b(?:systematic(?:ally)?|wholesale|en masse|automatic(?:ally)?|all (?:of )?our (?:articles|stories|content))\b",
        ("no_systematic", True),
        "Not everything, and not by a machine.",
        "Please do not take our stories wholesale.",
    ),
)

CLASSES: tuple[tuple[PartyClass, re.Pattern[str]], ...] = tuple(
    (party, re.compile(pattern, re.IGNORECASE))
    for party, pattern in (
        (PartyClass.COMMUNITY_SITE, r"\bcommunity(?:[ -](?:and|or|internet|web|news|media|non-?profit|based|run|non-?commercial))*[ -](?:sites?|web ?sites?|pages?|outlets?|newspapers?|media|organi[sz]ations|groups)\b"),
        (PartyClass.NONPROFIT_SITE, r"\b(?:non-?profits?|not-for-profits?)\b(?! (?:use|purposes|basis|reasons))"),
        (PartyClass.NEWS_PUBLISHER, r"(?<!profit )(?<!community )(?<!commercial )(?<!public )\b(?:news|media)(?: and (?:news|media))? (?:outlets?|organi[sz]ations?|sites?|web ?sites|publishers?)|\bnewsrooms\b|\bnewspapers\b"),
        (PartyClass.EDUCATOR, r"\b(?:educational (?:institutions?|organi[sz]ations?|sites|users)|schools|teachers|educators|universities|colleges)\b"),
        (PartyClass.RESEARCHER, r"\b(?:researchers|academics|scholars)\b"),
        (PartyClass.BROADCASTER, r"(?<!community )(?<!public )\b(?:broadcasters?|radio stations?|tv stations?|television)\b"),
    )
)  # fmt: skip
#: Who needs to ask, in a sentence that gives a contact or says no.
NEEDING: tuple[tuple[PartyClass, re.Pattern[str]], ...] = (
    (PartyClass.PRINT_PUBLISHER, re.compile(r"\b(?:in print|print(?:ed)? (?:publication|media|use|form|edition|version)s?|newspapers?|magazines?|books?|print or)\b", re.I)),
    (PartyClass.COMMERCIAL_SITE, re.compile(r"(?<!non-)(?<!non )\bcommercial(?:ly)?\b", re.I)),
    (PartyClass.BROADCASTER, re.compile(r"\b(?:broadcast\w*|radio|television)\b", re.I)),
)  # fmt: skip
CHANNELS: tuple[tuple[Channel, re.Pattern[str]], ...] = (
    (Channel.WEB, re.compile(r"\b(?:online|internet|web ?sites?|on the web|web ?pages?|blogs?|digital(?:ly)?)\b", re.I)),
    (Channel.PRINT, re.compile(r"\b(?:in print|print(?:ed)?(?! copy)|newspapers|magazines)\b", re.I)),
    (Channel.MAIL, re.compile(r"\b(?:newsletters?|by e-?mail|mailing lists?)\b", re.I)),
    (Channel.AUDIO, re.compile(r"\b(?:radio|podcasts?|audio|on air)\b", re.I)),
    (Channel.SOCIAL, re.compile(r"\bsocial (?:media|networks?)\b", re.I)),
)
#: "for research and educational purposes"; a Centre of Research is a name.
_FOR = r"\bfor (?:[\w-]+(?:,| and| or)* ){0,5}?"
PURPOSES: tuple[tuple[Purpose, re.Pattern[str]], ...] = tuple(
    (purpose, re.compile(rf"{_FOR}{word}\b", re.I))
    for purpose, word in (
        (Purpose.RESEARCH, r"(?-i:research|scholarship|scholarly|study)"),
        (Purpose.EDUCATION, r"(?-i:education|educational|teaching|classroom)\b(?! (?:institutions?|organi[sz]ations?|sites|users))"),
        (Purpose.COMMENT, r"(?:criticism|commentary|comment)"),
        (Purpose.NEWS, r"news reporting"),
    )
)
_COMMERCIAL_TOO = re.compile(
    r"\b(?:even |including |for |both )(?:for )?commercial(?:ly)?\b(?! (?:use|purposes)[^.]{0,20}(?:contact|permission))|\bfor any purpose\b",
    re.I,
)
_MAX_WORDS = re.compile(r"\b(?:up to|at most|maximum of|no more than|fewer than) (?P<words>[0-9]{2,4}) words\b", re.I)
_FORM = re.compile(r"\"(?P<form>[^\"]{8,200})\"")


def add_conditions(codes: Codes, plain: str) -> list[tuple[int, int]]:
    """Put every condition that the sentence states into `codes`; the spans where they stand are returned."""
    spans = []
    for detail in CONDITIONS:
        if found := detail.pattern.search(plain):
            _put(codes, *detail.code)
            spans.append(found.span())
    if "credit_source" in codes.get("obligations", []) and (form := _FORM.search(plain)):
        codes["credit_form"] = form["form"]
    return sorted(spans)


def classes_in(plain: str) -> list[PartyClass]:
    return [party for party, pattern in CLASSES if pattern.search(plain)]


def needing_permission(plain: str) -> list[str]:
    return [str(party) for party, pattern in NEEDING if pattern.search(plain)]


def add_scope(codes: Codes, plain: str) -> None:
    """Channels, purposes, part and whether commercial use is in, as far as the sentence says."""
    if channels := [str(channel) for channel, pattern in CHANNELS if pattern.search(plain)]:
        codes["channels"] = channels
    if purposes := [str(purpose) for purpose, pattern in PURPOSES if pattern.search(plain)]:
        codes["purposes"] = purposes
    if limit := _MAX_WORDS.search(plain):
        codes["part"] = "excerpt"
        codes["max_words"] = int(limit["words"])
    if "commercial" not in codes and _COMMERCIAL_TOO.search(plain):
        codes["commercial"] = Commercial.ANY


def _put(codes: Codes, name: str, value: str | bool) -> None:
    if name == "obligations":
        codes.setdefault("obligations", []).append(str(value))
    elif name == "commercial":
        codes["commercial"] = str(value)
    elif name == "unaltered":
        codes["unaltered"] = True
    elif name == "no_resale":
        codes["no_resale"] = True
    elif name == "no_systematic":
        codes["no_systematic"] = True
