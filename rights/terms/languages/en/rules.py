"""The English rules, in the order in which they are tried: the first that fits a sentence says what it is. Pure.

A permission is read only where nothing in the sentence denies it (`guards.py`); what a sentence says in its parts, for
whom and on which conditions, is in `details.py`.
"""

from rights.terms.reading import Codes
from rights.terms.rule import Rule, rule
from rights.vocabulary import Basis, Obligation, Onward, RecipientKind, TermKind, Use, Verdict

from .words import (
    AGAIN,
    ANYONE,
    BANNED,
    BANNED_IF_OURS,
    CLASSED,
    CONTENT,
    ELSEWHERE,
    MAY,
    OWN_TEXTS,
    PARTICIPLES,
    PARTY,
    SOFTLY,
    STRONG,
    STRONG_DONE,
    VERBS,
    WEAK,
    WEAK_DONE,
)

_TEXTS = r"(?:articles?|stor(?:y|ies)|texts?|contents?|posts?|works?|reports?|reporting|journalism|materials?|releases?|notices?|dispatches|features?|essays?|interviews?|reviews?|recipes?|guides?|investigations?|columns?|fact-?sheets?)"
_OBJECT = rf"(?:our|this|these|any|all|the|any of our|all of our|of our) (?:[\w-]+ ){{0,3}}?{_TEXTS}\b"
#: "Use" alone is said of tools and data all day long: it needs a text, and a word of how or where.
_HOW = r"(?:freely|for free|on your|in your|under|provided|as long|so long|if|with|for non|for education|for classroom|for any)"
_VERB = rf"(?:{STRONG}\b|{WEAK} (?:up to [0-9]{{2,4}} words (?:of|from) )?{_OBJECT}|(?:use|re-?use) (?:freely )?{_OBJECT} {_HOW})"
_OFFER = Codes(basis=Basis.SOURCE_TERMS, uses=[str(Use.READ)], recipients=[str(RecipientKind.PUBLIC)], onward=Onward.SAME_OFFER)
_ASK = Codes(verdict=Verdict.NEEDS_PERMISSION, contact_kind="permissions")
_FAIR = Codes(basis=Basis.FAIR_USE, uses=[str(Use.READ)])
_CONTACT_WORD = r"\b(?:contact(?:ing)?|write to|e-?mail(?:ing)?|get in touch|reach (?:us|out)|apply to|call|visit|see|go to|ask (?=[\w.]+@)|(?:queries|requests|inquiries|enquiries) to)\b"
_RIGHTS_WORD = (
    rf"\b(?:permissions?|{STRONG}|translat\w+|republication|reprints?|reprint rights|reproduction|syndication|licen[cs](?:e (?:our|this|content|an?)|ing)|rights (?:desk|department|and)|"
    rf"copyright|in print|commercial(?:ly| use| sites?| internet| publication| outlets?| purposes)|(?:use|re-?use|publication) (?:of )?{OWN_TEXTS}|other (?:uses|purposes|forms))"
)
_HIDDEN = r"@|\[? ?e-?mail ?protected|email-protection"
_REACH = rf"{_HIDDEN}|https?:|www\.|\+[0-9]"
#: "The council has no objection to", "nobody minds": two denials that permit.
NO_OBJECTION = (
    r"\b(?:has|have|raises?) no objections?(?: at all| whatever)? (?:to|against|if)\b|\b(?:do|does)(?: not|n't) (?:mind|object to)\b"
)

PERMISSIONS: tuple[Rule, ...] = (
    rule(
        "permission-granted",
        TermKind.PERMISSION,
        rf"\b(?:grants?|gives?|granting) (?:hereby )?(?:to )?(?:{PARTY} )?(?:(?:the|a|full|free|general|non-?exclusive|worldwide|royalty-free),? )*"
        rf"(?:permission|right|licen[cs]e) (?:to (?:{VERBS})?{_VERB}|(?:for|of) (?:the )?{AGAIN})",
        "The holder grants permission to publish again.",
        "The Harbour Gazette grants permission to cross-post its articles on community internet sites.",
        _OFFER,
    ),
    rule(
        "permission-is-granted",
        TermKind.PERMISSION,
        rf"\bpermission (?:to (?:{VERBS})?{_VERB}[^.;]{{0,80}} |for (?:the )?{AGAIN}[^.;]{{0,60}} )?(?:is|are) (?:hereby |freely |gladly |automatically )*(?:granted|given)"
        rf"(?! to (?!{PARTY}\b|(?:{VERBS})?(?:{STRONG}|{WEAK})\b))",
        "Permission is said to be granted.",
        "Permission to reprint this article is granted to non-profit organisations, provided that the author is credited.",
        _OFFER,
        needs=rf"{STRONG}|{AGAIN}|{WEAK} ",
    ),
    rule(
        "we-allow",
        TermKind.PERMISSION,
        rf"\b(?:we|i|the [\w ]{{2,60}}?) (?:gladly |also |happily |hereby |warmly )?(?:allows?|permits?|encourages?|invites?|welcomes?|authori[sz]es?) "
        rf"(?:{PARTY} to (?:freely )?(?:{VERBS})?{_VERB}|(?:the )?(?:free |non-?commercial )?{AGAIN} of\b|(?:the )?(?:republication|republishing|reposting|reprinting|cross-posting)\b)",
        "They allow or invite others to publish again.",
        "We encourage other websites to republish our stories.",
        _OFFER,
    ),
    rule(
        "may-republish",
        TermKind.PERMISSION,
        rf"\b{PARTY} {MAY} {SOFTLY}(?:{VERBS})?{_VERB}|\b(?:please )?feel free to (?:{VERBS})?{_VERB}",
        "You, anyone or a class of party may publish again.",
        "You may republish our articles online as long as you link to the original.",
        _OFFER,
    ),
    rule(
        "may-be-republished",
        TermKind.PERMISSION,
        rf"\b{CONTENT}\b[^.;:?]{{0,90}}?\b(?:may|can) (?:also |all |still )?be {SOFTLY}(?:{PARTICIPLES})?"
        rf"(?:{STRONG_DONE}\b(?! by (?!{ANYONE}|{CLASSED}|any|all|other|crediting|linking|naming|including))|{WEAK_DONE} (?:or \w+ )?(?:{ELSEWHERE}))",
        "The articles may be published again.",
        "Articles may be republished online or in print under our Creative Commons licence.",
        _OFFER,
    ),
    rule(
        "republication-is-permitted",
        TermKind.PERMISSION,
        rf"\b{AGAIN}(?:,? (?:and|or|and/or) {AGAIN})*(?: of [^.;?]{{0,90}}?| in (?:whole|full|part)[^.;?]{{0,40}}?)? (?:is|are) (?:hereby |freely |generally |always |expressly )*"
        rf"(?:permitted|allowed|authori[sz]ed|welcome|encouraged|granted|free)\b",
        "Publishing again is said to be permitted.",
        "Reproduction is authorised, provided the source is acknowledged.",
        _OFFER,
        needs=rf"{STRONG}|reproduction|republi|reprint|reuse|re-use|redistribution|syndication|copying|{CONTENT}",
    ),
    rule(
        "free-to-republish",
        TermKind.PERMISSION,
        rf"\b{CONTENT}\b[^.;:?]{{0,60}}? (?:is|are) (?:all |always )?(?:free|available|open) (?:for anyone |for others |for all )?(?:to (?:be )?(?:{VERBS})?(?:{STRONG_DONE}|{STRONG})|for (?:free )?"
        r"(?:republication|republishing|reposting|reprinting|cross-?posting|reproduction))\b",
        "The articles are free to publish again.",
        "All our stories are free to republish.",
        _OFFER,
    ),
    rule(
        "no-objection",
        TermKind.PERMISSION,
        rf"(?:{NO_OBJECTION}) (?:[\w'-]+ ){{0,3}}?(?:{STRONG}(?:ing|ed)?|re-?publication|re-?production|re-?us(?:e|ing)|copying|re-?printing) (?:of )?(?:any of )?(?:our|its|my|these|this)\b",
        "They have nothing against publishing again.",
        "We have no objection to the republication of our articles.",
        _OFFER,
    ),
    rule(
        "republish-for-free",
        TermKind.PERMISSION,
        rf"^(?:[\w ]{{0,30}}: )?(?:please )?(?:{STRONG}) (?:any of )?(?:our|this|these|the) (?:\w+ )?{CONTENT}\b",
        "They invite to publish again, for free or under a licence.",
        "Republish our articles for free, online or in print.",
        _OFFER,
        needs=r"\bfor free\b|\bfreely\b|free of charge|\bonline\b|\bin print\b|Creative Commons|\bCC\b",
    ),
)

OTHERS: tuple[Rule, ...] = (
    rule(
        "press-contact",
        TermKind.PRESS,
        r"^(?:for )?(?:all |any )?(?:media|press|journalist)s?(?:(?: |/| and | or )(?:media|press|interview))* (?:inquir|enquir|contact|quer|request|relations|office|interview)\w*"
        r"|\b(?:media|press) (?:inquir|enquir|quer)(?:y|ies)\b|\bjournalists\b[^.]{0,60}\bcontact\b",
        "Whom journalists ask. It gives no right.",
        "For media inquiries: press@gazette.example",
        Codes(contact_kind="press", grantee_class="press"),
        needs=rf"{_CONTACT_WORD}|:|{_HIDDEN}",
    ),
    rule(
        "permission-rule",
        TermKind.CONDITION,
        r"\b(?:must|need to|should|have to|has to|are required to|is required to|please|shall)\b[^.;]{0,60}\b(?:request|obtain|seek|get|ask(?: for)?|secure|acquire)\b"
        r"[^.;]{0,50}\b(?:permission|consent|authori[sz]ation|licen[cs]e|approval)\b"
        r"|\b(?:permission|consent)\b[^.;]{0,40}\b(?:must|should|needs? to|has to|shall) be (?:\w+ )?(?:obtained|requested|sought|granted|given)"
        r"|\bpermission\b[^.;]{0,30}\b(?:is|are) (?:required|needed|necessary)\b"
        r"|\b(?:requires?|needs?|subject to)\b[^.;]{0,30}\b(?:permission|consent|authori[sz]ation|agreement|approval)\b",
        "For other uses the owner must be asked.",
        "If you wish to use copyrighted material for other purposes you must request permission from the copyright owner.",
        Codes(verdict=Verdict.NEEDS_PERMISSION),
    ),
    rule(
        "fee-permission-rule",
        TermKind.CONDITION,
        rf"\b(?:licen[cs]e|buy|purchase|syndicate|{STRONG}|use) [^.;]{{0,60}}\b(?:for|against|on payment of|after paying) (?:a|an|the) (?:\w+ )?fee\b",
        "It is to be had for a fee.",
        "Magazines may license our features for a fee.",
        Codes(verdict=Verdict.NEEDS_PERMISSION),
    ),
    rule(
        "contact-for-permission",
        TermKind.CONTACT,
        rf"{_CONTACT_WORD}|^(?:[\w/&, -]{{0,40}}\b)?(?:permissions?|reprints?|licen[cs]ing|syndication|rights|republishing|republication)(?: (?:requests?|inquiries|enquiries|desk|department|and \w+))*:",
        "Whom to ask for permission.",
        "For publication in print or on commercial sites, contact: rights@gazette.example",
        _ASK,
        needs=(_RIGHTS_WORD, rf"{_CONTACT_WORD}|{_HIDDEN}|https?:|www\."),
    ),
    rule(
        "all-rights-reserved",
        TermKind.PROHIBITION,
        r"\ball (?:other )?rights? (?:are )?(?:strictly )?reserved\b|\breserves? all (?:other )?rights\b",
        "Nothing is permitted that is not said.",
        "All rights reserved.",
        Codes(verdict=Verdict.DENY),
    ),
    rule(
        "all-other-uses",
        TermKind.PROHIBITION,
        r"\b(?:all|any) other (?:uses?|forms? of use|copying|reproduction|republication)\b[^.;]{0,40}\b(?:prohibited|forbidden|not (?:\w+ )?(?:permitted|allowed)|excluded)\b",
        "What is not permitted elsewhere is forbidden.",
        "All other uses are prohibited.",
        Codes(verdict=Verdict.DENY),
    ),
    rule(
        "may-not",
        TermKind.PROHIBITION,
        rf"\b(?:(?:may|must|can|shall|should|will|is|are)(?: not|n't|not)|can't|never)(?: to)? (?:be )?(?:[\w-]+,? ){{0,6}}?{BANNED}\b"
        rf"|{OWN_TEXTS}[^.;]{{0,60}}? (?:(?:may|must|can|shall|should|will|is|are)(?: not|n't|not)|can't)(?: to)? be (?:[\w-]+,? ){{0,3}}?{BANNED_IF_OURS}\b"
        rf"|\byou (?:(?:may|must|can|shall|should)(?: not|n't|not)|can't) (?:[\w-]+,? ){{0,3}}?{BANNED_IF_OURS} {OWN_TEXTS}",
        "Publishing again is not allowed.",
        "Our articles may not be republished.",
        Codes(verdict=Verdict.DENY),
        needs=rf"\byou\b|\bour\b|{OWN_TEXTS}|\b(?:articles|stories|contents?|material)\b",
    ),
    rule(
        "do-not",
        TermKind.PROHIBITION,
        r"^(?:please )?(?:do not|don't|never) (?:\w+ ){0,2}?(?:re-?publish|re-?post|re-?print|re-?produce|copy|re-?distribute|cross-?post|scrape)\b"
        r"|^(?:please )?(?:re-?publish|re-?post|re-?print|re-?produce|copy|re-?distribute) (?:absolutely )?nothing\b",
        "They ask not to publish again.",
        "Do not repost.",
        Codes(verdict=Verdict.DENY),
    ),
    rule(
        "no-part",
        TermKind.PROHIBITION,
        rf"\b(?:no (?:part|portion|content|material|article|text|page)s?|none of (?:our|this|the)|nothing (?:on|in) (?:this|our|these))\b[^.;]{{0,140}}\b(?:may|can|shall|is to|should|must|will)\b"
        rf"[^.;]{{0,60}}\b(?:{BANNED}|{BANNED_IF_OURS})\b"
        rf"|\b(?:nobody|no one|no-one|none)(?: else| but \w+)? (?:may|can|is allowed to|is permitted to) (?:[\w-]+,? ){{0,3}}?(?:{BANNED}|{BANNED_IF_OURS}) (?:it|them|{OWN_TEXTS})",
        "No part may be used.",
        "No part of this publication may be reproduced in any form.",
        Codes(verdict=Verdict.DENY),
    ),
    rule(
        "is-prohibited",
        TermKind.PROHIBITION,
        rf"\b(?:{BANNED}|republication|reproduction|(?:re-?use|use|publication|distribution|translation|storage) (?:of|or|in|and)\b)[^.;]{{0,140}}"
        r"\b(?:prohibited|forbidden|not (?:\w+ )?(?:permitted|allowed|authori[sz]ed)|banned|illegal|unlawful|disallowed)\b"
        rf"|\b(?:prohibited|forbidden|illegal|unlawful) to [^.;]{{0,30}}\b(?:{BANNED})\b|\b(?:prohibits?|forbids?) [^.;]{{0,30}}\b(?:{BANNED}|reproduction|republication)\b"
        rf"|\b(?:data[- ]mining|(?:use to )?train\w*|scraping)\b[^.;]{{0,100}}\b(?:prohibited|forbidden|not (?:\w+ )?(?:permitted|allowed))\b|\bcommercial (?:use|re-?use|exploitation)\b[^.;]{{0,40}}\b(?:prohibited|forbidden|not (?:\w+ )?(?:permitted|allowed))\b"
        rf"|\bun-?authori[sz]ed (?:[\w-]+,? ){{0,4}}?(?:{BANNED}|reproduction|republication|use of {OWN_TEXTS})",
        "Publishing again is prohibited.",
        "Reproduction in whole or in part is strictly prohibited.",
        Codes(verdict=Verdict.DENY),
    ),
    rule(
        "without-permission",
        TermKind.PROHIBITION,
        r"\b(?:without|unless|only with|except with|subject to|only by|only after)\b[^.;]{0,70}\b(?:permission|consent|authori[sz]ation|approval|agreement|licen[cs]e)\b",
        "Nothing without their permission.",
        "Content may be copied only with the written consent of the publisher.",
        Codes(verdict=Verdict.NEEDS_PERMISSION),
        needs=rf"\b(?:{BANNED}|reproduction|republication)\b|{OWN_TEXTS}[^.;]{{0,80}} be (?:[\w-]+,? ){{0,3}}?{BANNED_IF_OURS}",
    ),
    rule(
        "no-longer",
        TermKind.PROHIBITION,
        rf"\buntil\b[^.;]{{0,80}}\b(?:were|was|had been) (?:\w+ )?(?:free|allowed|permitted|welcome) to {BANNED}"
        rf"|\b(?:{BANNED}|republication|reproduction|permission)\b[^.;]{{0,60}}\b(?:was|were|had been) (?:\w+ )?(?:permitted|allowed|granted|free)\b[^.;]{{0,40}}\buntil\b"
        rf"|\bno longer (?:\w+ ){{0,2}}?(?:permit|allow|grant|offer)\w*[^.;]{{0,60}}\b(?:{BANNED}|republication|reproduction|permission)\b|\bno longer (?:be )?{BANNED}"
        rf"|\b(?:do|does|did)(?: not|n't) (?:\w+ )?(?:grant|give|allow|permit|authori[sz]e)\b[^.;]{{0,60}}\b(?:{BANNED}|republication|reproduction)"
        r"|\b(?:this|our|the|these) (?:permissions?|offers?|licen[cs]e|polic(?:y|ies))\b[^.;]{0,60}\b(?:withdrawn|revoked|ended|expired|suspended|terminated|cancell?ed|discontinued)\b",
        "A permission that has ended, or is not given.",
        "Republication was permitted until 2019.",
        Codes(verdict=Verdict.DENY),
    ),
    rule(
        "personal-use-only",
        TermKind.PROHIBITION,
        r"\b(?:personal|private|individual)(?:,? (?:and|or) )?(?:,? ?non-?commercial|,? ?private)? (?:use|purposes|reference|viewing|study|reading)\b",
        "For a person's own use; publishing is not meant.",
        "You may print one copy for your personal use only.",
        Codes(verdict=Verdict.NEEDS_PERMISSION, commercial="no"),
        needs=rf"\b(?:{BANNED}|print|download)\b|{OWN_TEXTS}",
    ),
    rule(
        "fair-use",
        TermKind.FAIR_USE,
        r"\bfair[ -](?:use|dealing)\b|\bsection 107\b|\b(?:not|n't) (?:always |necessarily )?(?:been )?(?:specifically |explicitly |expressly |pre-?)?authori[sz]ed by (?:the )?(?:copyright|rights)"
        r"|\bdistributed without (?:profit|charge|fee)[^.;]*\b(?:interest|research|education)|\bprior interest\b",
        "Others' material is shown under fair use. It is a judgement of theirs and gives no right.",
        "This site contains copyrighted material the use of which has not always been specifically authorized by the copyright owner.",
        _FAIR,
        needs=r"\b(?:this|the|our) (?:web ?site|site|page|article|material|post|blog)\b|\bwe\b|\bmaterial\b|\bthis (?:constitutes|is)\b|fair use notice",
    ),
    rule(
        "responsibility",
        TermKind.RESPONSIBILITY,
        r"\b(?:sole|solely|full|entire|alone|exclusive)\b[^.;]{0,40}\bresponsib|\bresponsibility of (?:the|its|their|each) (?:\w+ )?(?:authors?|writers?|contributors?)|\b(?:not|n't|nor|neither)\b[^.;]{0,40}\b(?:responsib\w+|liable|accountable)\b"
        r"|\b(?:views?|opinions?)\b[^.;]{0,80}\b(?:are (?:those|solely|(?:the|their|his|her|my) (?:own|authors?'?s?|writers?'?s?))|do not (?:necessarily )?(?:reflect|represent)|belong to|not necessarily)|\b(?:no|any|all) (?:responsibility|liability)\b"
        r"|\bresponsible for (?:the content|what)",
        "The author answers for the text, not the publisher. A notice to keep; it gives no right.",
        "The contents of this article are the sole responsibility of the author.",
        Codes(obligations=[str(Obligation.AUTHOR_RESPONSIBILITY)]),
    ),
    rule(
        "press-address",
        TermKind.PRESS,
        rf"^(?=.*(?:{_REACH}))(?!.*{_RIGHTS_WORD})(?=.{{0,160}}$).*\b(?:press|media|journalists|reporters)\b",
        "An address for journalists. It gives no right.",
        "Journalists can reach us at press@gazette.example",
        Codes(contact_kind="press", grantee_class="press"),
    ),
)

#: How a ban goes on for those whom it spares.
EXCEPTION = rule(
    "except-for",
    TermKind.PERMISSION,
    r"(?:,? ?\()?\b(?:except(?:ing)?|other than|apart from|save|with the exception of)(?: that)?(?: (?:by|for|to|in|of|on))?\b",
    "A class that a ban leaves out: it may publish again.",
    "Our articles may not be republished, except by schools.",
    _OFFER,
)
ASKS = rule(
    "contact-after-terms",
    TermKind.CONTACT,
    rf"^(?=.*(?:{_REACH}))(?!.*\b(?:press|media|journalists?|comments?|errors?|mistakes?|typos?|corrections?|jobs?|advert\w*|newsletters?|donat\w*|events?)\b)"
    r".*\b(?:ask|asking|questions?|quer(?:y|ies)|(?:in)?enquir\w+|contact|write|e-?mail|reach|call|ring|phone|turn|apply|permissions?|rights|licen[cs]\w+|clear(?:ance)?)\b",
    "Whom to ask, right after the terms.",
    "Our articles may not be republished. If in doubt, ask the desk: desk@gazette.example",
    _ASK,
)

#: Part of a sentence of its own: "Please credit the author and link to the original."
CONDITION = rule(
    "condition",
    TermKind.CONDITION,
    r"^(?:[\w ]{0,30}: ?)?(?:[•*–-] ?)?(?:please|leave|take|at most|no more than|this (?:offer|permission|licen[cs]e|policy)|the (?:offer|permission|licen[cs]e|only edits)|credit line|material|you (?:must|should|need|have|are required|can't|cannot|may not|may only|will|agree)|we (?:ask|require|request|insist|only)|"
    r"(?:always|never|just|simply|also) |do not|don't|credit|attribute|acknowledge|include|link|keep|name|cite|retain|use our|if you (?:re-?publish|use|re-?post|re-?print|run)|make sure|ensure|add|set|send|let us|"
    r"notify|tell us|remove|carry|no |(?:[\w,]+ ){0,6}(?:images?|photos?|photographs?|pictures?|graphics?)\b|all (?:images|photos|republi|reprint)|any (?:republi|reprint|use)|republi\w+|reprint\w*|the (?:author|source|text|article|by-?line|copyright|republi))",
    "A condition on its own.",
    "Please credit the author and link to the original.",
)
LICENCE = rule(
    "creative-commons",
    TermKind.PERMISSION,
    r"\b(?:licen[cs]ed|available|published|released|distributed|shared|re-?used|republish\w*|reproduced|reprinted|offered|governed|covered|under|licen[cs]e:)\b",
    "A Creative Commons licence is named for the text.",
    "This work is licensed under a Creative Commons Attribution-NonCommercial 4.0 International License.",
)
