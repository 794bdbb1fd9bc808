"""What an English sentence about use says in its parts: for whom, where, for what, on which conditions. Pure; plain text."""

from rights.terms.rule import Detail, Pattern, detail, duty, words
from rights.vocabulary import Channel, Commercial, Obligation, PartyClass, Purpose, Use

_MADE = r"(?:credit|acknowledg|attribut|nam|cit|mention|stat|identif|indicat|show|giv|list)\w*"
_CREDITED = r"(?:credit|acknowledg|attribut|nam(?:e|es|ed|ing)\b|cit|mention)\w*"
_KEEP = r"(?:includ|keep|kept|retain|reproduc|carr|display|preserv|show|leav|print|acknowledg|attach|contain|appear|mention|cit)\w*"

CONDITIONS: tuple[Detail, ...] = (
    duty(
        Obligation.CREDIT_AUTHOR,
        rf"\b{_MADE}\b[^.;]{{0,60}}\b(?:authors?|writers?|reporters?|journalists?|contributors?|creators?|by-?lines?)\b|\bby-?lines?\b"
        rf"|\b(?:authors?|writers?|reporters?)\b[^.;]{{0,60}}\b(?:be |are |is )(?:\w+ )?{_MADE}",
        "The author's name must stand.",
        "Please credit the author.",
    ),
    duty(
        Obligation.CREDIT_SOURCE,
        rf"\b{_CREDITED}\b[^.;]{{0,40}}\b(?:sources?|publisher|publication|us|our (?:site|name|organi[sz]ation))\b"
        rf"|\b(?:sources?|publisher|publication)\b[^.;]{{0,60}}\b{_MADE}"
        r"|\b(?:with|full|proper|due|appropriate|clear|give|giving|gives|given|provide) (?:\w+ )?(?:credit|attribution|acknowledge?ment)\b"
        r"|(?<!anything )(?<!content )(?<!material )\b(?:credit(?:ed|ing)?|attribut(?:e|ed|ing|ion)|acknowledge(?:d|ment)?) (?:it |them |this |the \w+ )?(?:to|of) "
        r"|(?:^|\b(?:must|please|should|you|and|to|that|them|unedited) )(?:also )?(?:credit|attribute|acknowledge|cite|crediting) "
        r"(?!the (?:authors?|writers?|photograph)|authors?\b|photo)|\bcredit is given|\b(?:is|are) (?:\w+ )?acknowledged\b|\bcredit(?: line)?: |\b(?:we|it|article|story|text) (?:are|is) (?:properly |clearly )?(?:credited|attributed)\b"
        rf"|\b{_MADE} (?:both )?(?:the |its |their )?(?:authors?|writers?|reporters?|journalists?|by-?line) and (?:to )?(?:the )?(?:source|publisher|(?-i:[A-Z]))"
        r"|\b(?:nam(?:e|es|ing)|credit(?:s|ing)?|cit(?:e|es|ing)|mention(?:s|ing)?) (?:the )?(?-i:[A-Z])\w+ (?:of |as )?(?-i:[A-Z])?"
        r'|\b(?:credit|put|print|add|say|use|carry|attribution|line|words|wording|phrase|sentence|tagline)\b[^.;"]{0,40}"',
        "The source's name must stand.",
        "Give proper credit to the Harbour Gazette.",
    ),
    duty(
        Obligation.COPYRIGHT_LINE,
        rf"\bcopyright\b[^.;]{{0,60}}\b{_KEEP}|\b{_KEEP}\b[^.;]{{0,60}}\b(?:copyright (?:notice|line|statement)|©)",
        "The copyright line must stand.",
        "The copyright notice must be kept.",
    ),
    duty(
        Obligation.LINK_ORIGINAL,
        r"(?<!canonical )\b(?:hyper)?-?link(?:s|ed|ing)?\b(?! to the licen[cs]e)[^.;]{0,60}\b(?:to|back|original|source|page|article|site|website|url)\b"
        r"|\b(?:url|web address|backlink)\b|\b(?:with|a|active|clickable|working|direct) (?:hyper)?-?link\b",
        "A link to the original must stand.",
        "You must link back to the original article.",
    ),
    duty(
        Obligation.KEEP_NOTICE,
        rf"\b{_KEEP} (?:all |both )?(?:this|the following|these) (?:\w+ )?(?:notice|disclaimer|statement|paragraph|text|line|note|sentence|credit|tagline|wording)s?\b"
        r"|\b(?:this|the following) (?:\w+ )?(?:notice|disclaimer|statement|paragraph|tagline)\b[^.;]{0,30}\b(?:must|remains?|is|be|are) (?:be )?"
        r"(?:\w+ )?(?:included|kept|retained|preserved|reproduced|intact|left)",
        "A notice must be kept word for word.",
        "Include this notice at the end of the text.",
    ),
    duty(
        Obligation.MARK_CHANGES,
        r"\b(?:indicate|mark|note|state|say|show|disclose|flag|acknowledge)\w*\b[^.;]{0,30}\b(?:changes|modifications|edits|alterations)\b",
        "Changes must be marked.",
        "Indicate if changes were made.",
    ),
    duty(
        Obligation.SHARE_ALIKE,
        r"\bshare-?alike\b|\bunder the same (?:licen[cs]e|terms)\b",
        "What is made of it goes out under the same licence.",
        "Share your version under the same licence.",
    ),
    duty(
        Obligation.LICENCE_LINK,
        r"\blink\w* to the licen[cs]e|\b(?:name|mention|state|cite|include)\w* (?:\w+ ){0,3}licen[cs]e\b",
        "The licence must be named and linked.",
        "Name the author and link to the licence.",
    ),
    duty(
        Obligation.COUNTER,
        r"\b(?:(?:page[- ]?)?view|republication|republishing|tracking|page|hit) (?:counter|pixel|tracker|tag|code)\b|\btracking (?:pixel|code)",
        "Their page counter must be on our page.",
        "Use our page view counter.",
    ),
    duty(
        Obligation.CANONICAL_TO_ORIGINAL,
        r"\bcanonical\b",
        "The canonical link must name the original.",
        "Set the canonical link to our page.",
    ),
    duty(Obligation.NOINDEX, r"\bno-?index\b", "Search engines must not index our copy.", "Add a noindex tag."),
    duty(
        Obligation.REPORT_USE,
        r"\b(?:let us know|(?:notify|inform|tell) us|drop us a (?:line|note)|send us (?:a |the )?(?:\w+ )?(?:links?|copy|copies|note|e-?mail|url))",
        "They want to be told of the use.",
        "Let us know when you run one of our stories.",
    ),
    duty(
        Obligation.REMOVE_WITHIN,
        r"\b(?:remove|take (?:it|them) down|delete)\b[^.;]{0,40}\b(?:within|on request|upon request|if we ask|when asked)\b",
        "It must go when they ask.",
        "Remove the article within two days when asked.",
    ),
    duty(
        Obligation.CARRY_CORRECTIONS,
        r"\b(?:carry|make|publish|apply|run|add|reflect)\b[^.;]{0,20}\b(?:our |any |all )?corrections\b",
        "Their corrections must be carried.",
        "Carry any corrections that we make.",
    ),
    duty(
        Obligation.DROP_IMAGES,
        r"\b(?:no|not|without|except(?:ing)?|except for|excluding|exclude|excludes|never|does not include|do not use) (?:the |any |our |for |its )*"
        r"(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?|multimedia|photography)\b"
        r"|\b(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?|photography)\b[^.;]{0,60}\b(?:not|n't|never) (?:be )?(?:\w+ )?"
        r"(?:included?|covered|cover|part|used|be re-?used|republished|reproduced|available|licen[cs]ed|permitted|allowed|transferable)"
        r"|\b(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?)\b (?:are|is) (?:excluded|exempt)"
        r"|\b(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?|photography)\b[^.;]{0,40}\b(?:belongs? to|(?:stays?|remains?) (?:with|reserved|the property)|(?:needs?|requires?) (?:a )?separate)",
        "Pictures are not covered.",
        "Images are not included.",
    ),
    detail(
        "unaltered",
        r"(?:\b(?:not|never|without|no)|n't)\b[^.;]{0,20}\b(?:edit(?:ed|ing|s)?|alter(?:ed|ing|ations?)?|chang(?:e|ed|es|ing)|modif(?:y|ied|ying|ications?)|"
        r"shorten(?:ed)?|abridged?)\b(?! (?:were|was) made)|\bunaltered\b|\bleave (?:the |our )?(?:texts?|words?|articles?|stor(?:y|ies)) (?:as (?:it is|they are)|alone)\b|\breproduced accurately\b|\bunedited\b|\bunchanged\b|\bunmodified\b|\bin (?:its|their) (?:entirety|original form)\b"
        r"|\bintact\b|\bno-?deriv|\b(?:only|must be \w+) in full\b|\b(?:stays?|remains?|kept?|left) (?:exactly |just )?as (?:it is|they are|it stands|they stand|published)\b"
        r"|\b(?:only|nothing (?:but|beyond))\b[^.;]{0,50}\bhouse style\b",
        ("unaltered", True),
        "The text must stay as it is.",
        "Do not edit the text.",
    ),
    detail(
        "non_commercial",
        r"\b(?:non-?commercial(?:ly)?|not[- ]for[- ]profit (?:use|purposes|basis)|non-?profit (?:use|purposes|basis)|without profit)\b"
        r"|\bnot\b[^.;]{0,30}\bcommercial(?:ly| purposes| use| gain)?\b",
        ("commercial", str(Commercial.NO)),
        "Commercial use is not covered.",
        "For non-commercial use only.",
    ),
    detail(
        "no_resale",
        r"(?:\b(?:not|never|cannot)|n't)\b[^.;]{0,20}\b(?:sell|sold|resell|resold|for sale)\b|\bno resale\b",
        ("no_resale", True),
        "It must not be sold on.",
        "You may not sell our articles.",
    ),
    detail(
        "no_ads_adjacent",
        r"(?:\b(?:not|never|no|without)|n't)\b[^.;]{0,40}\b(?:beside|next to|alongside|adjacent to|near|with) (?:\w+ )?(?:advertising|advertisements|ads)\b",
        ("no_ads_adjacent", True),
        "Not beside advertising.",
        "Do not place our stories next to advertising.",
    ),
    detail(
        "no_systematic",
        r"\b(?:systematic(?:ally)?|wholesale|en masse|in bulk|all at once|by (?:a )?machines?|automatic(?:ally)?|all (?:of )?our (?:articles|stories|content))\b",
        ("no_systematic", True),
        "Not everything, and not by a machine.",
        "Please do not take our stories wholesale.",
    ),
)

CLASSES = words(
    (PartyClass.COMMUNITY_SITE, r"\b(?:community|neighbou?rhood|village|civic)(?:[ -](?:and|or|internet|web|news|media|non-?profit|based|run|non-?commercial))*[ -](?:sites?|web ?sites?|pages?|outlets?|newspapers?|media|organi[sz]ations|groups)\b"),
    (PartyClass.NONPROFIT_SITE, r"\b(?:non-?profits?|not-for-profits?|charities)\b(?! (?:use|purposes|basis|reasons))"),
    (PartyClass.NEWS_PUBLISHER, r"(?<!profit )(?<!community )(?<!commercial )(?<!public )\b(?:news|media)(?: and (?:news|media))? (?:outlets?|organi[sz]ations?|sites?|web ?sites|publishers?)|\bnewsrooms\b|(?<!community )(?<!school )\bnewspapers\b|\bnews media\b|^(?:the )?(?:press|media)\b"),
    (PartyClass.EDUCATOR, r"\b(?:educational (?:institutions?|organi[sz]ations?|sites|users)|schools|school (?:newspapers|magazines|sites)|teachers|educators|universities|colleges)\b"),
    (PartyClass.RESEARCHER, r"\b(?:researchers|academics|scholars)\b"),
    (PartyClass.BROADCASTER, r"(?<!community )(?<!public )\b(?:broadcasters?|radio stations?|tv stations?|television)\b"),
)  # fmt: skip
#: Who needs to ask, in a sentence that gives a contact or says no.
NEEDING = words(
    (PartyClass.PRINT_PUBLISHER, r"\b(?:in print|print(?:ed)? (?:publication|media|use|form|edition|version)s?|newspapers?|magazines?|books?|print or)\b"),
    (PartyClass.COMMERCIAL_SITE, r"(?<!non-)(?<!non )\bcommercial(?:ly)?\b|\b(?:companies|businesses|firms)\b"),
    (PartyClass.BROADCASTER, r"\b(?:broadcast\w*|radio|television)\b"),
)  # fmt: skip
CHANNELS = words(
    (Channel.WEB, r"\b(?:online|internet|(?<!this )web ?sites?|on the web|web ?pages?|blogs?|digital(?:ly)?)\b"),
    (Channel.PRINT, r"\b(?:in print|print(?:ed)?(?! copy)|(?<!in )newspapers|magazines)\b"),
    (Channel.MAIL, r"\b(?:newsletters?|by e-?mail|mailing lists?)\b"),
    (Channel.AUDIO, r"\b(?:radio|podcasts?|audio|on air)\b"),
    (Channel.SOCIAL, r"\bsocial (?:media|networks?)\b"),
)
#: "for research and educational purposes"; a Centre of Research is a name.
_FOR = r"\bfor (?:[\w-]+(?:,| and| or)* ){0,5}?"
PURPOSES = words(
    (Purpose.RESEARCH, rf"{_FOR}(?-i:research|scholarship|scholarly|study)\b"),
    (Purpose.EDUCATION, rf"{_FOR}(?-i:education|educational|teaching|classroom)\b(?! (?:institutions?|organi[sz]ations?|sites|users))"),
    (Purpose.COMMENT, rf"{_FOR}(?:criticism|commentary|comment)\b"),
    (Purpose.NEWS, rf"{_FOR}news reporting\b"),
)
#: Edits that are accepted where the text must stay as it is otherwise.
EDITS = words(
    ("house_style", r"\b(?:house|editorial|your own|your) style\b|\bstyle ?guide\b"),
    ("time", r"\btime and place\b|\b(?:changes?|references?) (?:in|of|to) (?:the )?(?:time|dates?)\b|\bfor time\b"),
    ("place", r"\btime and place\b|\b(?:time|dates?)(?:,| and| or) (?:location|place)\b|\bfor (?:location|place)\b"),
    ("headline", r"\b(?:new|own|different) headlines?\b|\bchange (?:the |our )?headlines?\b"),
    ("length", r"\b(?:for length|shorten(?:ed)? (?:it|them|the \w+)? ?(?:for|to fit))\b"),
)
#: Material that an offer leaves out, in a sentence that says so.
_NOT_COVERED = r"(?:\b(?:not|n't|never|except(?:ing)?|excluding|excludes?|excluded|exclusions?|other than|apart from|save for|belongs? to|(?:stays?|remains?) (?:with|reserved|the property))\b)"
_AGENCY = r"(?:(?:news |wire |press )?agenc(?:y|ies)|wire (?:copy|services?|stories|reports|material))"
_SECTIONS = r"(?:crosswords?|cartoons?|comics|puzzles|recipes|columns?|editorials?|obituaries|opinion pieces?|sections?|horoscopes?|guest posts?|series)"
_THIRD = r"(?:third[- ]part(?:y|ies)|other (?:owners|people|rights ?holders))"
EXCEPTED = words(
    *(
        (name, rf"{_NOT_COVERED}[^.;]{{0,80}}\b{what}\b|\b{what}\b[^.;]{{0,60}}{_NOT_COVERED}(?! be)")
        for name, what in (("agency", _AGENCY), ("sections", _SECTIONS), ("third_party", _THIRD))
    )
)
#: What a permission offers beside publishing again.
OFFERED_USES = words((Use.TRANSLATE, r"\btranslat"), (Use.ADAPT, r"\b(?:adapt|remix|modif|edit(?!or))"))
REPRINT = r"\bre-?print"
#: What a ban names.
BANNED_USES = words(
    (
        Use.REPUBLISH,
        r"\b(?:re-?publi|re-?print|re-?post|cross-?post|re-?produc|copied|copy(?!right)|copying|duplicat|republication|publish|mirror)",
    ),
    (Use.SYNDICATE, r"\b(?:re-?distribut|distribut|syndicat|transmit|passed on|forward(?:ed)?|disseminat)"),
    (Use.ADAPT, r"\b(?:adapt|modif|rewrit|edited|altered)"),
    (Use.TRANSLATE, r"\btranslat"),
    (Use.AUDIO, r"\bbroadcast(?!er)"),
    (Use.ARCHIVE, r"\b(?:archiv|stored|storage|store\b|retrieval|keep (?:it|them|copies))"),
    (Use.PRINT, r"\b(?:printed|in print|print)\b"),
)
AI = r"\b(?:AI|artificial intelligence|machine[- ]learning|language models?|data[- ]mining|text and data)\b"
COMMERCIAL_TOO = Pattern(
    r"\b(?:even |including |for |both )(?:for )?commercial(?:ly)?\b(?! (?:use|purposes)[^.]{0,20}(?:contact|permission))|\bfor any purpose\b"
)
