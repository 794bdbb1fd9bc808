"""English."""

from rights.terms.language import Language, Limits
from rights.terms.rule import Pattern

from .details import (
    AI,
    BANNED_USES,
    CHANNELS,
    CLASSES,
    COMMERCIAL_TOO,
    CONDITIONS,
    EDITS,
    EXCEPTED,
    NEEDING,
    OFFERED_USES,
    PURPOSES,
    REPRINT,
)
from .guards import GUARDS
from .rules import ASKS, CONDITION, EXCEPTION, LICENCE, OTHERS, PERMISSIONS

_N = r"(?P<number>[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty-four|forty-eight|seventy-two)"
_MOST = r"(?:up to|at most|no more than|not more than|a maximum of|(?:the )?maximum (?:is|of)|fewer than|only)"
_TEXT = r"(?:of our |of these |of the |of them )?(?:articles?|stories|story|texts?|pieces?|reports?|items?)?"
_MONTHS = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"]
_MONTH = "|".join(_MONTHS)
_DATE = rf"(?P<date>[0-9]{{1,2}}(?:st|nd|rd|th)? (?:of )?(?:{_MONTH}),? [0-9]{{4}}|(?:{_MONTH}) [0-9]{{1,2}}(?:st|nd|rd|th)?,? [0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"

LIMITS = Limits(
    delay=Pattern(
        rf"\b(?:but )?(?:not (?:before|earlier than|until|sooner than)|no (?:earlier|sooner) than|at (?:the )?(?:earliest|least)|only|from|wait|until)? ?(?<!within )\b{_N} (?P<unit>hours?|days?|weeks?) (?:after|from|following|have passed since|have gone by since)\b"
        rf"(?: (?:we|it|they|our|its|first|the|their)){{0,2}}(?: (?:(?:publish(?:es|ed)?|post(?:s|ed)?|run|release[sd]?|put)(?: (?:them|it))?(?: (?:up|out|online))?|publication|appear(?:s|ed)?|release|went (?:up|online)|posting))?"
    ),
    count=Pattern(rf"\b{_MOST} {_N} {_TEXT}(?: of them)? ?(?:(?:in )?(?:a|per|each|every|any|one) |/ ?)(?P<unit>day|week|month|year)\b"),
    until=Pattern(rf"\b(?:until|till|up to|through|ends? on|expires? on|valid until|runs? (?:until|to)) (?:the )?{_DATE}"),
    max_words=Pattern(r"\b(?:up to|at most|maximum of|no more than|not more than|fewer than|less than) (?P<number>[0-9]{2,4}) words\b"),
    numbers={word: number for number, word in enumerate(["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 1)}
    | {"twelve": 12, "twenty-four": 24, "forty-eight": 48, "seventy-two": 72},
    hours={"hour": 1, "day": 24, "week": 168},
    periods={"day": "day", "week": "week", "month": "month", "year": "year"},
    months={name: place for place, name in enumerate(_MONTHS, 1)},
    fee=Pattern(
        r"\b(?:for|against|on payment of|subject to) (?:a|an|the)? ?(?:\w+ )?fees?\b|\bfees? (?:apply|applies|may apply|are charged)\b"
    ),
)

ENGLISH = Language(
    code="en",
    own_words=Pattern(
        r"\b(?:rights reserved|republish\w*|cross-?post\w*|reprints?|reprinted|licensed|stories|enquiries|inquiries|this (?:article|site|page|work)|our (?:articles|content))\b"
    ),
    permissions=PERMISSIONS,
    others=OTHERS,
    exception=EXCEPTION,
    asks=ASKS,
    condition=CONDITION,
    licence=LICENCE,
    conditions=CONDITIONS,
    guards=GUARDS,
    limits=LIMITS,
    classes=CLASSES,
    needing=NEEDING,
    channels=CHANNELS,
    purposes=PURPOSES,
    edits=EDITS,
    excepted=EXCEPTED,
    offered_uses=OFFERED_USES,
    banned_uses=BANNED_USES,
    commercial_too=COMMERCIAL_TOO,
    link_home=Pattern(r"\b(?:hyper)?-?link\w*\b[^.;]{0,40}\b(?:home ?page|front page|start page)\b"),
    link_article=Pattern(
        r"\b(?:hyper)?-?link\w*\b[^.;]{0,50}\b(?:article|story|original|post|piece|it|report)\b|\boriginal (?:url|address)\b|\burl of the (?:article|story|original)\b"
    ),
    excerpt=Pattern(r"\b(?:short |brief )?(?:excerpts?|extracts?|passages?|quotations?|quote)\b"),
    connective=Pattern(
        r"(?:,? ?\b(?:but|and) )?\b(?:as long(?: as)?|so long as|provid(?:ed|ing)(?: that)?|on (?:the )?(?:sole )?conditions?(?: that)?|on the understanding|(?:only )?if (?:you|they|the|proper|full|due)|"
        r"with (?:a |an |the )?(?:\w+ )?(?:credit|attribution|acknowledge?ment|(?:hyper)?link|by-?line)|subject to|under the (?:following )?conditions?|crediting|please)\b"
    ),
    of_a_picture=Pattern(
        r"\b(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|via (?:wikimedia|flickr|wikipedia)|flickr|wikimedia)\b"
    ),
    about_texts=Pattern(r"\b(?:articles?|stor(?:y|ies)|texts?|contents?|materials?|contact)\b"),
    ask_us=Pattern(r"\b(?:contact|write to|e-?mail|ask) (?:us|the (?:editors?|publisher|author|rights|permissions)|our)\b"),
    consent=Pattern(r"\b(?:permission|consent|authori[sz]ation|approval|licen[cs]e|agreement)\b|\bhear(?:d)? from us\b|\bask(?:ed)? us\b"),
    commercial_alone=Pattern(
        r"\bcommercial (?:use|re-?use|exploitation|republication|reproduction)\b[^.;]{0,60}\b(?:prohibited|forbidden|not (?:\w+ )?(?:allowed|permitted)|excluded)\b"
    ),
    reserved=Pattern(r"\ball (?:other )?rights? (?:are )?(?:strictly )?reserved\b"),
    owner=Pattern(r"\b(?:copyright|rights)[ -]?(?:owner|holder)s?\b|\bowners?\b"),
    prior_interest=Pattern(r"\bprior interest\b"),
    without_profit=Pattern(r"\bwithout (?:profit|charge)\b|\bnon-?profit\b|\bnon-?commercial\b"),
    elsewhere=Pattern(r"\b(?:other|otherwise|beyond|else|except (?:as|where|for)|these terms|this licen[cs]e|outside|above)\b"),
    holder=Pattern(
        r"\b(?:The |the )?(?P<name>(?-i:[A-ZÀ-Þ][\w&.'’-]*)(?-i: (?:(?:for|of|on|and|the|de|du|der|für|&) )*[A-ZÀ-Þ][\w&.'’-]*){0,7})"
        r"(?-i: (?:hereby )?(?:grants?|gives?|allows?|permits?|will not be|is not|accepts? no|cannot|can not|assumes? no|takes? no|reserves?|does not|disclaims?)\b)"
    ),
    no_holder=frozenset(
        {
            "You",
            "We",
            "It",
            "He",
            "She",
            "They",
            "This",
            "Permission",
            "Reproduction",
            "Republication",
            "Content",
            "Material",
            "Creative Commons",
        }
    ),
    ai=Pattern(AI),
    reprint=Pattern(REPRINT),
    reported=Pattern(r"\b(?:not true|untrue|myth|false|said|says|told|according to|argued|claimed|ruled|the judge|the court)\b"),
)
