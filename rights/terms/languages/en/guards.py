"""Why an English sentence that sounds like a permission is not one. Pure; works on plain text (`letters.plain`).

Better nothing than wrong: first the harmless negations of a condition are blanked ("do not edit", "except where noted"),
then any word that denies, limits or merely reports stops the permission, wherever it stands in the sentence.
"""

from rights.terms.language import Guards
from rights.terms.rule import Pattern

from .words import CONTENT

_EDIT = r"(?:edit|alter|chang|modif|shorten|cut|abridg|sell|resell|translat|adapt|crop|remov|imply|suggest)\w*"
_THING = (
    rf"(?:(?: or| and|,)+ {_EDIT})*(?: (?:it|them|in any way|at all|for sale|on|commercially|separately|on its own|any part of|the|our|this|"
    rf"these|that|any|its|their|meaning|headlines?|credits?|by-?lines?|links?|wording|(?:the |our )?{CONTENT}))*"
)
#: Only where the clause ends or a new one begins, so that "may not edit, copy or republish" keeps its "not".
_CLAUSE_END = r"(?=\s*(?:[.;:!)]|$|,? ?(?:and|but|or)? ?(?:you|please|must|provided|as long|with|we|that you|keep|credit|include|link)\b))"
_PICTURES = r"(?:images?|photos?|photographs?|pictures?|graphics?|illustrations?|videos?|cartoons?|charts?|multimedia|photography)"
_NOT_THE_TEXT = r"(?:crosswords?|cartoons?|columns?|images?|photos?|photographs?|pictures?|graphics?|illustrations?|videos?|agency|wire|third[- ]party|recipes|puzzles|comics)"
HARMLESS = "|".join(
    (
        rf"(?:(?:you )?(?:may|must|can|should|do|please do|is|are|be)? ?(?:not|n't|never)|don't|cannot|can't|mustn't) (?:be )?{_EDIT}{_THING}{_CLAUSE_END}",
        rf"(?:but|and) (?:not|no|never) {_EDIT}{_THING}{_CLAUSE_END}",
        rf"(?:but |and |though )?(?:not|no|never|without|except|except for|excepting|excluding|with the exception of) "
        rf"(?:the |any |our |its )?{_PICTURES}(?:(?:,| or| and)+ {_PICTURES})*",
        r"(?:except|unless|save) (?:where |when |if |as )?(?:it is )?(?:otherwise|specifically|explicitly) "
        r"(?:noted|stated|indicated|specified|marked|credited|mentioned)(?: otherwise)?",
        r"(?:except|unless|save) (?:where )?(?:noted|stated|indicated|marked|specified)(?: otherwise)?",
        r"(?:without|no|free of) (?:any )?(?:charge|cost|costs|payment|fee|fees|restrictions?)\b",
        r"(?:without|no) (?:any )?(?:further )?(?:changes?|alterations?|modifications?|edits|editing|altering|changing|modifying|amendments?)\b",
        r"(?:not|non)[- ](?:for[- ]profit|commercial(?:ly)?)\b|non-?commercial(?:ly)?|(?:but )?not (?:for |used for )?commercial(?:ly| purposes| use| gain)?",
        r"no-?derivatives|no derivatives|some rights reserved|without profit",
        r"(?:original|first|previous)ly (?:published|appeared|posted)",
        r"\bif (?:you|they) (?:also |always |properly |clearly )?(?:credit|link|attribute|acknowledge|cite|name|give|include|keep|follow|respect|"
        r"observe|meet|comply|wish|want|would like|like|do so)",
        r"\bif (?:the |proper |full |due )?(?:source|author|credit|attribution|copyright)\b",
        r"\b(?:except|other than|apart from|but only)\b (?:to (?:reflect|match|fit|follow|suit) |for |in )?[^.;]{0,40}\b(?:house style|style ?guide|editorial style|time and place)\b",
        rf"\b(?:does|do) not (?:cover|include|apply to) (?:the |any |our )?{_NOT_THE_TEXT}\w*(?:(?:,| or| and)+ (?:the |any |anything |credited to |from |a |an |news )*{_NOT_THE_TEXT}\w*)*(?: agenc(?:y|ies)| material| copy| content)?",
        r"\b(?:third[- ]party|agency|wire) (?:material|content|copy|images?) (?:is|are) (?:excluded|not included)",
        # Two denials that permit, and those who write rather than receive.
        r"\b(?:has|have|raises?) no objections?\b|\b(?:do|does)(?: not|n't) (?:mind|object)\b",
        r"\b(?:need|have) not (?:to )?ask(?: us)?\b|\b(?:do|does) not (?:need|have) to ask(?: us)?\b|\b(?:without|no need to) ask(?:ing)?(?: us)?\b",
        r"\b(?:staff|members|students|employees|partners|residents)(?= (?:write|writes|wrote|make|makes|made|produced?|file|filed)\b)",
        # Only the word itself: whatever else stands in the condition is still looked at.
        r"\bonly(?= with (?:[\w-]+ ){1,6}(?:named|credited|cited|acknowledged|linked)\b)",
    )
)
_DENIES = Pattern(
    r"\b(?:(?:from|after|since|as of|starting|before|by) (?:\w+ ){0,3}(?:19|20)[0-9]{2}|exceptional\w*|discretion|case[- ]by[- ]case|basis of each|member|believ\w*|think\w*|thought|assum\w*|blessing|lawsuit|sued?|peril|when (?:we|i|they)|whenever|back to (?:us|me)|not|no|never|none|nothing|nobody|no-?one|neither|nor|nowhere|without|except|excepting|unless|until|till|cannot|"
    r"(?:do|does|did|is|are|was|were|has|have|can|could|must|should|would|wo|sha|need)n't|hardly|scarcely|barely|rarely|seldom|once|"
    r"would|could|might|wish(?:ed)?|if|whether|said|says|told|reportedly|according|myth|supposedly|anymore|"
    r"only (?:with|by|to|after|upon|when|subject|members?|subscribers?|for (?:members?|subscribers?|partners?|personal|private))|"
    r"prohibit\w*|forbid\w*|forbade|bann?ed|bans?|restrict\w*|reserv\w*|un-?authori\w*|illegal\w*|unlawful\w*|infring\w*|violat\w*|"
    r"exclud\w*|former\w*|previous\w*|past|expir\w*|revok\w*|withdr\w*|suspend\w*|terminat\w*|ended|ceas\w*|stop\w*|refus\w*|"
    r"den(?:y|ied|ies)|declin\w*|refrain\w*|avoid\w*|wrong\w*|mistak\w*|false\w*|contrary|disallow\w*|limited to|"
    r"consent\w*|approv\w*|contact\w*|apply (?:to|for|in)|application|request\w*|ask(?:ed|ing)?|agreement\w*|contract\w*|fees?|pay(?:s|ing|ment)?|paid|"
    r"purchas\w*|subscri\w*|royalt\w*|personal\w*|private\w*|statut\w*|fair (?:use|dealing)|plan(?:s|ned|ning)?|consider\w*|"
    r"intend\w*|propos\w*|soon|pending|used to|by law|the law|copyright (?:law|act)|third[- ]part(?:y|ies)|cookies?|visitors?|privacy)\b",
)
#: A party that the reader has no class for: the offer is narrower than anything it could propose.
_NARROWED = Pattern(
    r"\b(?:members|partners?|customers?|clients?|students|staff|employees|residents|affiliates?|licensees?|libraries|museums|churches|"
    r"unions|subsidiar\w*|our group|agencies|companies|corporations|individuals|(?:community|student|public|college|campus) (?:radio|tv|television|stations|broadcasters?))\b"
    r"|\b(?:on|by|for|to) (?!(?:any|all|other|your|their|our|the|this|these|a|an|community|internet|web|news|media|non-?profit|not-for-profit|"
    r"non-?commercial|educational|independent|local|commercial|social|and|or)\b)[\w-]+ (?:web ?sites?|sites?|blogs?|outlets?|newspapers?|magazines?)\b",
)
#: A permission that is asked for or had, rather than given.
_ASKED_FOR = Pattern(
    r"\b(?:prior|written|express|explicit|our|your|my|their|his|her|obtain\w*|seek\w*|sought|need\w*|requir\w*|with|by|get|for|secur\w*|used?) "
    r"(?:\w+ ){0,3}permission\b(?! to (?:re-?|cross|copy|share|use|publish|quote|translat|distribut))|\bpermissions?\b[^.]{0,30}\b(?:must|should|needs? to|has to) be\b"
    r"|\b(?:with|by) (?:kind )?permission\b",
)
_OVER = Pattern(
    r"\b(?:was|were|had been|has been|have been) (?:\w+ ){0,2}(?:permitted|allowed|granted|licen[cs]ed|authori[sz]ed|available|free|given)\b"
    r"|\bwill (?:\w+ ){0,2}(?:permit|allow|grant|be (?:permitted|allowed|granted))"
    r"|\b(?:dated|published|posted|written) (?:before|prior to|up to|between)\b",
)
_REVOKED = Pattern(
    r"\b(?:permissions?|offers?|polic(?:y|ies)|licen[cs]es?|arrangement|terms|republication|republishing|cross-?posting)\b[^.]{0,60}"
    r"\b(?:withdrawn|revoked|ended|expired|suspended|no longer|terminated|cancell?ed|discontinued|void)\b",
)
_QUALIFIES = Pattern(
    r"^[\"'(]*(?:however|but|yet|except|unless|only|though|although|not|never|this (?:permission|offer|does|is)|that said|first|before|prior)\b"
)

#: Something has come to an end: a permission, where publishing again is spoken of.
_ENDED = Pattern(
    r"\b(?:put (?:an end|a stop) to|is|are|that's) (?:that|this|it|over|past|history|no longer (?:so|true|the case|possible|allowed|permitted))\b[^.;]{0,10}(?:[.;:,!]|$)"
    r"|\b(?:those|these) days are (?:over|gone)\b|\b(?:has|have|had) (?:come to an end|stopped allowing)\b"
)
GUARDS = Guards(Pattern(HARMLESS), (_DENIES, _ASKED_FOR, _OVER, _NARROWED), _QUALIFIES, _REVOKED, _ENDED)
