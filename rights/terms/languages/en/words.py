"""The English words that terms are made of, as pieces of patterns. Pure.

STRONG are verbs that only mean publishing again; WEAK ones need an article, a text, a story as their object.
"""

STRONG = r"(?:re-?publish|cross-?post|re-?post|re-?print|re-?produce|re-?distribute|syndicate)"
STRONG_DONE = r"(?:re-?published|cross-?posted|re-?posted|re-?printed|re-?produced|re-?distributed|syndicated)"
WEAK = r"(?:re-?use|use|copy|distribute|publish|translate|adapt|quote|excerpt|run|carry|post|pick up|take over)"
WEAK_DONE = r"(?:re-?used|used|copied|distributed|published|translated|adapted|quoted|excerpted|displayed)"
OTHER = r"(?:read|download|view|share|link to|print|display|store|archive|remix|transform|build upon|embed|post|broadcast|perform)"
AGAIN = (
    r"(?:re-?publication|re-?publishing|cross-?posting|re-?posting|re-?printing|re-?prints?|re-?production|re-?use|re-?distribution|"
    r"syndication|copying|duplication|distribution|translation|publication|use)"
)
CONTENT = (
    r"(?:articles?|stories|story|contents?|materials?|texts?|posts?|works?|pieces?|reports?|reporting|journalism|items?|news|"
    r"publications?|pages?|features?|essays?|columns?|excerpts?|extracts?|translations?|information|releases?|notices?|bulletins?|dispatches|"
    r"fact-?sheets?|interviews?|reviews?|recipes?|guides?|investigations?|analys[ei]s|copy)"
)
ANYONE = (
    r"(?:you|anyone|everyone|everybody|anybody|others|(?:the )?public|readers|bloggers|publishers|editors|"
    r"(?:all |any )?other (?:web ?sites|sites|media|publishers|outlets|publications|bloggers|people)|web ?sites|site owners)"
)
CLASSED = (
    r"(?:(?:all |any |other )*(?:independent |local |internet )*(?:community|neighbou?rhood|village|civic|non-?profit|not-for-profit|non-?commercial|educational|"
    r"news|media|academic)(?:[ -](?:and|or|internet|web|news|media|community|non-?profit|non-?commercial|educational)){0,4}"
    r"(?: (?:web ?sites|sites|pages|organi[sz]ations|outlets|publishers|institutions|groups|newspapers|newsrooms|media|users|publications))?"
    r"|(?:(?:(?:all )?(?:schools|teachers|educators|universities|researchers|broadcasters|newspapers|newsrooms|charities)(?:, | and | or |, and )?)+))"
)
PARTY = rf"(?:{ANYONE}|{CLASSED})"
MAY = (
    r"(?:may|can|(?:are|is) (?:always |very )?(?:free|welcome|allowed|permitted|invited|encouraged|authori[sz]ed|entitled) to|"
    r"ha(?:ve|s) (?:our )?permission to)"
)
SOFTLY = r"(?:also |freely |therefore |then |instead |each |all |happily |hereby |expressly |generally |gladly )*"
PARTICIPLES = rf"(?:(?:{STRONG_DONE}|{WEAK_DONE}|shared|downloaded|stored|archived|printed|posted|and|or|and/or|freely)(?:,? |/))*"
VERBS = rf"(?:(?:{STRONG}|{WEAK}|{OTHER}|and|or|and/or|to)(?:,? |/))*"
#: How a sentence goes on when it really speaks of publishing again, and not of cookies.
ELSEWHERE = (
    r"(?:freely|for free|free of charge|with(?:out)? |under |provided|providing|as long|so long|on condition|elsewhere|in print|online|"
    r"in (?:whole|full|part)|on (?:any|other|your|all|non|community)|by (?:any|other|all|non|community)|in any)"
)
#: What a ban forbids, in any form. The first are plain by themselves, the second only of a site's own texts.
BANNED = r"(?:re-?publish|cross-?post|re-?post|re-?print|re-?produc|re-?distribut|syndicat|copied|copy|copying|duplicat|scrap|mirror)\w*"
BANNED_IF_OURS = r"(?:re-?used?|re-?using|used?|using|distribut\w+|publish\w*|translat\w+|adapt\w*|archiv\w+|transmit\w*|broadcast\w*|display\w*|stored?|download\w*|exploit\w*)"
#: Makes plain that a sentence speaks of the site's own texts, and is no sentence of a story.
OWN_TEXTS = r"(?:this|our|the|these|any|all|no) (?:[\w-]+ ){0,4}?(?:web ?site|site|page|article|story|stories|text|work|publication|blog|magazine|newspaper|content|material)s?\b"
