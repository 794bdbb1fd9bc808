"""German. Patterns are without umlauts, as the plain text is; "ss" stands for "ß". Pure."""

from rights.terms.language import Guards, Language, Limits
from rights.terms.reading import Codes
from rights.terms.rule import Pattern, detail, duty, rule, words
from rights.vocabulary import (
    Basis,
    Channel,
    Commercial,
    Obligation,
    Onward,
    PartyClass,
    Purpose,
    RecipientKind,
    TermKind,
    Use,
    Verdict,
)

_TEXT = r"(?:artikeln?|beitrag(?:e|en|s)?|texten?|text|inhalten?|inhalt|meldung(?:en)?|berichten?|reportagen?|recherchen?|merkblatt(?:er|ern)?|material(?:ien)?|werke?n?|geschichten?|veroffentlichung(?:en)?|seiten?|publikation(?:en)?|agenturmeldung(?:en)?|kolumnen?|unterlagen|pressemitteilung(?:en)?|nachrichten|interviews?|analysen?|portrats?|notizen|rezepte?n?|dossiers?|texte|essays?|rezension(?:en)?|ratgeber)"
_OUR = r"(?:unsere[rnms]?|diese[rnms]?|die|der|den|das|des|alle|samtliche|meine[rn]?|eigene[rn]?|eine[nrms]?|vier|einzelne)"
_STRONG = r"(?:nach(?:zu)?veroffentlich\w+|weiter(?:zu)?veroffentlich\w+|wieder(?:zu)?veroffentlich\w+|nach(?:zu)?drucken|nachgedruckt|ab(?:zu)?drucken|abgedruckt|weiter(?:zu)?verbreiten|weiterverbreitet|vervielfaltig\w+|re-?publizier\w+|uber(?:zu)?nehmen|ubernommen|nach(?:zu)?nutzen|nachgenutzt|weiter(?:zu)?verwenden|weiterverwendet|weiter(?:zu)?nutzen|weitergenutzt)"
_WEAK = r"(?:wiedergeben|wiedergegeben|weitergeben|weitergegeben|posten|gepostet|nutzen|genutzt|verwenden|verwendet|kopieren|kopiert|veroffentlichen|veroffentlicht|verbreiten|verbreitet|ubersetzen|ubersetzt|teilen|geteilt|zitieren|zitiert|zeigen)"
_AGAIN = r"(?:nachdruck|abdruck|ubernahme|weiterverbreitung|vervielfaltigung|nachveroffentlichung|weiterverwendung|wiederverwendung|nachnutzung|weiternutzung|wiedergabe|verbreitung|veroffentlichung|nutzung|verwendung)"
_BAN_AGAIN = r"(?:nachdruck\w*|abdruck|ubernahme|weiterverbreitung|vervielfaltigung\w*|nachveroffentlichung|weiterverwendung|wiederverwendung|wiedergabe|verbreitung|veroffentlichung|nutzung|verwendung|verwertung|weitergabe|ubersetzung|bearbeitung|speicherung|einspeisung|reproduktion|kopieren|auswertung)"
_CLASS = r"(?:(?:gemeinnutzige[nr]? |nicht-?kommerzielle[nr]? |freie[nr]? |lokale[nr]? |andere[nr]? |unabhangige[nr]? )*(?:vereine?n?|organisation(?:en)?|schulen|hochschulen|universitaten|bildungseinrichtungen|lehrkrafte|lehrende|nachrichtenportale|nachrichtenseiten|medien|zeitungen|redaktionen|websites|webseiten|internetseiten|blogs|newsletter|stadtteilseiten|stadtteilzeitungen|burgermedien|\w+redaktionen|nachbarschaftsseiten|verlage|forschende|bibliotheken|sender))"
_PARTY = rf"(?:sie|ihr|jede[rm]?(?:mann)?|alle|wer mochte|(?:alle )?{_CLASS}(?:(?:,| und| oder)+ {_CLASS})*)"
_MAY = r"(?:du(?:e)?rfen|durft|darf|ko(?:e)?nnen|konnt|kann)"
_CONSENT = r"(?:genehmigung|zustimmung|einwilligung|erlaubnis|einverstandnis|freigabe|lizenz|absprache|rucksprache|gestattung)"
_MONTHS = ["januar", "februar", "marz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november", "dezember"]
_DATE = rf"(?P<date>[0-9]{{1,2}}[. ] ?(?:{'|'.join(_MONTHS)}) [0-9]{{4}}|[0-9]{{1,2}}\.[0-9]{{1,2}}\.[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
_NUMBERS = {
    word: place for place, word in enumerate(["ein", "zwei", "drei", "vier", "funf", "sechs", "sieben", "acht", "neun", "zehn"], 1)
} | {"einen": 1, "eine": 1, "zwolf": 12, "vierundzwanzig": 24, "achtundvierzig": 48}
_N = rf"(?P<number>[0-9]{{1,4}}|{'|'.join(sorted(_NUMBERS, key=len, reverse=True))})"
_PICTURES = (
    r"(?:bilder\w*|bild|\w*(?:fotos?|bilder|aufnahmen)|fotografien|illustration(?:en)?|grafiken|abbildungen|videos?|logos?|karikaturen)"
)
_EDIT = (
    r"(?:verander\w*|geander\w*|ander[nt]\w*|kurz\w*|gekurzt\w*|bearbeite\w*|umgeschrieben|verfalsch\w*|verkauf\w*|ubersetz\w*|entstell\w*)"
)

#: Two denials that permit.
_NO_OBJECTION = r"(?:(?:haben|habe|hat|bestehen|besteht) (?:[^.;?]{0,80}? )?(?:keine|keinen|keinerlei) (?:einwande?|bedenken|einwand)|(?:haben|habe|hat) nichts (?:dagegen|gegen)|spricht nichts gegen)"
_OFFER = Codes(basis=Basis.SOURCE_TERMS, uses=[str(Use.READ)], recipients=[str(RecipientKind.PUBLIC)], onward=Onward.SAME_OFFER)
_DENY = Codes(verdict=Verdict.DENY)

PERMISSIONS = (
    rule("de:may-be-republished", TermKind.PERMISSION,
         rf"\b{_TEXT}\b[^.;:?]{{0,60}}? {_MAY}\b[^.;:?]{{0,140}}?\b(?:{_STRONG}|{_WEAK}) (?:und \w+ )?werden\b",
         "The articles may be published again.", "Unsere Beiträge dürfen online nachveröffentlicht werden.", _OFFER, needs=rf"\b{_OUR} (?:[\w-]+ )?{_TEXT}\b|^{_TEXT}\b|^alle\b"),
    rule("de:may-republish", TermKind.PERMISSION,
         rf"\b(?:{_PARTY} {_MAY}|{_MAY} {_PARTY})\b[^.;:?]{{0,160}}?\b(?:{_STRONG}|{_WEAK})\b",
         "You, anyone or a class of party may publish again.", "Schulen dürfen unsere Artikel weiterverwenden.", _OFFER, needs=rf"\b(?:{_OUR}|artikel|pro) (?:[\w-]+ )?(?:{_TEXT}|monat|woche|tag)\b"),
    rule("de:republication-is-permitted", TermKind.PERMISSION,
         rf"\b{_AGAIN}(?: (?:von|der|des|dieser|unserer|aller|und|oder|mit|unter|in|auf|durch|zu|ist|sind|bei|ganz|auch)[^.;?]{{0,110}}?)? (?:(?:ist|sind) [^.;?]{{0,70}}?)?(?:gestattet|erlaubt|erwunscht|zulassig|willkommen|frei)\b",
         "Publishing again is said to be permitted.", "Die Vervielfältigung ist mit Angabe der Quelle gestattet.", _OFFER),
    rule("de:we-allow", TermKind.PERMISSION,
         rf"\b(?:wir|ich|die redaktion|der verlag|das \w+) (?:gestatte[nt]?|erlaube[nt]?|freue[nt]? uns uber|lade[nt]) [^.;?]{{0,80}}?\b(?:{_AGAIN}|{_STRONG})\b|\b(?:wir|die redaktion|der verlag) (?:stell(?:en|t)) [^.;?]{{0,60}}\b{_TEXT}\b[^.;?]{{0,60}}\bzur (?:freien )?(?:{_AGAIN}|verfugung)",
         "They allow or invite others to publish again.", "Wir erlauben die Übernahme unserer Texte.", _OFFER, needs=rf"\b{_TEXT}\b"),
    rule("de:who-may-publish-it", TermKind.PERMISSION, rf"\b{_TEXT}\b[^.;:?]{{0,100}}\b{_CLASS}, (?:die|welche) (?:sie|ihn|es|diese) [^.;:?]{{0,60}}?\b(?:{_STRONG}|{_WEAK}) {_MAY}\b",
         "A class of party may publish again what the sentence spoke of.", "Unsere Texte stehen bereit für Schulen, die sie übernehmen dürfen.", _OFFER),
    rule("de:no-objection", TermKind.PERMISSION,
         r"\bgegen (?:eine|die|den|das)? ?(?:\w+ )?(?:nachdruck|abdruck|ubernahme|weiterverbreitung|vervielfaltigung|nachveroffentlichung|weiterverwendung|wiederverwendung|nachnutzung|weiternutzung|wiedergabe)\b[^.;?]{0,30}\b(?:unserer|meiner|dieser)\b",
         "They have nothing against publishing again.", "Wir haben keine Einwände gegen eine Übernahme unserer Texte.", _OFFER, needs=_NO_OBJECTION),
)  # fmt: skip

_REACH = r"@|https?:|www\.|\+[0-9]|[\[(] ?(?:at|e-?mail)"
_ADDRESS = r"@|https?:|www\.|[\[(] ?(?:at|e-?mail|punkt|dot)|geschutzt|\+?[0-9][0-9 /()-]{6,}"
OTHERS = (
    rule("de:press-contact", TermKind.PRESS, r"\b(?:presse|medien)(?:-?(?:kontakt|anfragen?|stelle|buro|sprecher\w*|auskunft\w*))\b|\b(?:presse|medien)vertreter\w*\b|\banfragen (?:der|von) (?:presse|medien|journalist\w+)\b|\bkontakt fur (?:die )?(?:presse|medien)",
         "Whom journalists ask. It gives no right.", "Pressekontakt: presse@gazette.example", Codes(contact_kind="press", grantee_class="press"), needs=rf":|wenden|{_ADDRESS}"),
    rule("de:permission-rule", TermKind.CONDITION,
         rf"\b(?:braucht|brauchen|benotig\w+|erforder\w+|bedarf|bedurfen|muss|mussen)\b[^.;]{{0,60}}\b(?:unser\w* |der |die |eine[rn]? |vorherige[nr]? |schriftliche[nr]? |ausdruckliche[nr]? )*{_CONSENT}\b|\b{_CONSENT}\b[^.;]{{0,40}}\b(?:erforderlich|notwendig|notig|einzuholen|einholen)\b",
         "For other uses the owner must be asked.", "Jede andere Nutzung bedarf der Zustimmung des Verlags.", Codes(verdict=Verdict.NEEDS_PERMISSION)),
    rule("de:contact-for-permission", TermKind.CONTACT,
         r"\b(?:wenden sie sich|schreiben sie|kontaktieren sie|fragen sie|anfragen|kontakt|melden sie sich|erreichen sie|schreiben an|rechte|nehmen sie)\b|^(?:lizenzen|lizenzanfragen|rechte|nachdruckrechte|abdruckrechte)\b[^.;]{0,30}:",
         "Whom to ask for permission.", "Für gewerbliche Nutzung wenden Sie sich an post@gazette.example.", Codes(verdict=Verdict.NEEDS_PERMISSION, contact_kind="permissions"),
         needs=(rf"\b(?:{_BAN_AGAIN}|\w*rechten?|lizenz\w*|{_CONSENT}|gewerblich\w*|kommerziell\w*|nachdruck\w*|redaktion|ubernehmen|andere[nr]? zwecken?|verlag)\b", _ADDRESS)),
    rule("de:all-rights-reserved", TermKind.PROHIBITION, r"\balle (?:\w+ )?rechte (?:sind )?(?:ausdrucklich )?vorbehalten\b|\balle rechte (?:liegen )?(?:bei|beim)\b|\bnachdruck vorbehalten\b",
         "Nothing is permitted that is not said.", "Alle Rechte vorbehalten.", _DENY),
    rule("de:no-longer", TermKind.PROHIBITION,
         rf"\b(?:{_CONSENT}|angebot|regelung|moglichkeit|{_BAN_AGAIN})\b[^.;]{{0,70}}\b(?:nicht mehr|nicht langer|endete|ist (?:beendet|erloschen|abgelaufen|widerrufen|zuruckgezogen)|wurde (?:beendet|widerrufen|zuruckgezogen))|\b(?:fruher|bis (?:ende )?[0-9]{{4}})\b[^.;]{{0,60}}\b(?:durft\w+|konnt\w+)\b[^.;]{{0,80}}\b(?:{_STRONG})|\bdurf\w+ [^.;]{{0,60}}\bnicht mehr [^.;]{{0,40}}(?:{_STRONG}|{_WEAK})",
         "A permission that has ended.", "Diese Erlaubnis gilt nicht mehr.", Codes(verdict=Verdict.DENY, uses=[str(Use.REPUBLISH)])),
    rule("de:is-prohibited", TermKind.PROHIBITION,
         rf"\b{_BAN_AGAIN}\b[^.;]{{0,140}}\b(?:untersagt|verboten|unzulassig|nicht (?:\w+ ){{0,2}}?(?:gestattet|erlaubt|zulassig)|strafbar|rechtswidrig)\b|(?<!von der )(?<!von dieser )\b{_BAN_AGAIN}\b[^.;]{{0,140}}\b(?:ist|sind|bleibt|bleiben) (?:\w+ )?ausgeschlossen\b|\b(?:untersag|verbiet)\w+\b[^.;]{{0,60}}\b{_BAN_AGAIN}|\b(?:verboten|untersagt|nicht (?:gestattet|erlaubt)) (?:ist|sind)\b[^.;]{{0,60}}\b{_BAN_AGAIN}|\bes ist (?:\w+ )?(?:verboten|untersagt|nicht (?:gestattet|erlaubt))",
         "Publishing again is prohibited.", "Der Nachdruck ist untersagt.", _DENY),
    rule("de:may-not", TermKind.PROHIBITION,
         rf"\b{_MAY}\b[^.;]{{0,60}}\b(?:nicht|weder|keinesfalls|niemals|nie)\b[^.;]{{0,80}}\b(?:{_STRONG}|{_WEAK}|weitergegeben|weitergeben|bearbeitet|gespeichert|archiviert)\b|\b(?:kein\w*|niemand|nichts)\b[^.;]{{0,60}}\b{_MAY}\b[^.;]{{0,80}}\b(?:{_STRONG}|{_WEAK})|^(?:bitte )?(?:nicht|nichts|keine) (?:\w+ ){{0,4}}?(?:{_STRONG}|{_WEAK})|\bsie {_MAY} [^.;]{{0,40}}\b(?:nicht|keine)\b[^.;]{{0,60}}\b(?:{_STRONG}|{_WEAK})",
         "Publishing again is not allowed.", "Unsere Artikel dürfen nicht übernommen werden.", _DENY, needs=rf"\b{_TEXT}\b|\bsie\b|^(?:bitte|nicht|keine|niemand)"),
    rule("de:without-permission", TermKind.PROHIBITION,
         rf"\b(?:{_BAN_AGAIN}|{_STRONG}|{_WEAK})\b[^.;]{{0,110}}\b(?:nur (?:mit|nach|bei|auf)|ohne|erst (?:nach|mit)|ausschliesslich (?:mit|nach)|lediglich (?:mit|nach)|vorbehaltlich)\b[^.;]{{0,60}}\b{_CONSENT}|\b(?:ohne|nur mit|nur nach)\b[^.;]{{0,50}}\b{_CONSENT}\b[^.;]{{0,80}}\b(?:{_BAN_AGAIN}|{_STRONG}|{_WEAK})",
         "Nothing without their permission.", "Nachdruck nur mit Genehmigung der Redaktion.", Codes(verdict=Verdict.NEEDS_PERMISSION)),
    rule("de:personal-use-only", TermKind.PROHIBITION, r"\b(?:privaten?|personlichen?|eigenen) (?:gebrauch|nutzung|zwecken?|bedarf)\b", "For a person's own use; publishing is not meant.",
         "Der Ausdruck eines Artikels ist nur für den privaten Gebrauch gestattet.", Codes(verdict=Verdict.NEEDS_PERMISSION, uses=[str(Use.REPUBLISH)]), needs=rf"\b(?:nur|ausschliesslich|lediglich)\b.*|\b{_BAN_AGAIN}\b"),
    rule("de:responsibility", TermKind.RESPONSIBILITY,
         r"\b(?:allein|ausschliesslich|selbst|alleinige?) (?:\w+ ){0,3}?verantwort\w+|\bverantwort\w+ (?:liegt|tragt|tragen)\b|\b(?:gibt|geben|spiegel\w*) (?:\w+ )?nicht (?:unbedingt |notwendigerweise |zwingend )?(?:die )?(?:meinung|ansicht|auffassung)|\b(?:keine|ubernimmt keine|ubernehmen keine) (?:haftung|gewahr|verantwortung)|\bmeinung\w* (?:der|des) (?:autor\w*|verfasser\w*)\b[^.;]{0,40}\bnicht\b",
         "The author answers for the text, not the publisher. A notice to keep; it gives no right.", "Für den Inhalt ist allein der Autor verantwortlich.", Codes(obligations=[str(Obligation.AUTHOR_RESPONSIBILITY)])),
    rule("de:press-address", TermKind.PRESS, rf"^(?=.*(?:{_REACH}))(?!.*\b(?:{_BAN_AGAIN}|\w*rechte|{_CONSENT})\b)(?=.{{0,160}}$).*\b(?:presse|medien|journalist\w*)\b",
         "An address for journalists. It gives no right.", "Rückfragen der Presse gehen an die Adresse presse@gazette.example", Codes(contact_kind="press", grantee_class="press")),
)  # fmt: skip
EXCEPTION = rule("de:except-for", TermKind.PERMISSION, r"(?:,? ?\()?\b(?:ausser|ausgenommen|mit ausnahme|es sei denn)(?: (?:durch|fur|von|bei|in|an|sind|hiervon|davon|hievon|die|der|den|das|vom))*\b",
    "A class that a ban leaves out: it may publish again.", "Unsere Artikel dürfen nicht übernommen werden, außer von Schulen.", _OFFER)  # fmt: skip
ASKS = rule("de:contact-after-terms", TermKind.CONTACT,
    rf"^(?=.*(?:{_REACH}))(?!.*\b(?:presse|medien|journalist\w*|kommentare?|fehler|stellen|werbung|newsletter|spenden?|anzeigen)\b).*\b(?:frag\w*|anfrag\w*|wende\w*|schreib\w*|kontakt\w*|meld\w*|richte\w*|\w*rechten?|lizenz\w*|genehmigung\w*|erreich\w*|auskunft)\b",
    "Whom to ask, right after the terms.", "Unsere Artikel dürfen nicht übernommen werden. Wer sie nutzen will, fragt an: rechte@gazette.example", Codes(verdict=Verdict.NEEDS_PERMISSION, contact_kind="permissions"))  # fmt: skip

#: What a source calls itself.
_OUTLET = r"(?:hochschule|universitat|institut\w*|zeitung|zeitschrift|redaktion|website|seite|agentur|stiftung|verein|schule|verlag|sender|magazin|museum|behorde|ministerium)\b"
_CREDIT = r"(?:nenn\w*|genannt|nennung|namensnennung|angeb\w*|angegeben|angabe|geben sie|gebt|erwahn\w*|anfuhr\w*|ausgewiesen|hinweis\w*)"
CONDITIONS = (
    duty(Obligation.CREDIT_AUTHOR, rf"\b(?:nenn\w*|geb\w*|genannt)\b[^.;]{{0,30}}\bwer (?:\w+ ){{1,2}}(?:geschrieben|verfasst)\b|\b(?:autor\w*|verfasser\w*|urheber(?:in|s|innen|namen?)?|journalist\w*)\b[^.;]{{0,60}}\b{_CREDIT}|\b{_CREDIT}\b[^.;]{{0,40}}\b(?:autor\w*|verfasser\w*|urheber(?:in|s|innen)?|journalist\w*)\b",
         "The author's name must stand.", "Bitte nennen Sie die Autorin."),
    duty(Obligation.CREDIT_SOURCE, rf"\b(?:quellen?|herkunft|quellenangabe|unser name|unseren namen|unsere redaktion|unsere website)\b[^.;]{{0,60}}\b{_CREDIT}|\b{_CREDIT}\b[^.;]{{0,40}}\b(?:quellen?|quellenangabe|herkunft|als quelle)\b|\bquellenangabe\b|\b(?:und|oder) (?:der|die|das) (?-i:[A-Z])\w+ (?:genannt|angegeben)|\bwenn unser name\b|\b(?:nenn\w*|genannt)\b[^.;]{{0,40}}\b(?:autor\w*|verfasser\w*) und (?:die |den |das |unsere\w* )?{_OUTLET}|\bnennung (?:der |des |unserer? )?{_OUTLET}|\b(?:satz|zeile|vermerk|hinweis|angabe|credit|quelle|wortlaut|formulierung)\b[^.;\"]{{0,40}}\"",
         "The source's name must stand.", "Bitte geben Sie die Quelle an."),
    duty(Obligation.COPYRIGHT_LINE, r"\b(?:copyright|urheberrechts)-?(?:vermerk|hinweis|zeile)?\w*\b[^.;]{0,50}\b(?:erhalten|ubernommen|angegeben|stehen|nenn\w*|beibehalten)|\b(?:erhalten|ubernehmen|behalten|nennen)\b[^.;]{0,40}\b(?:copyright|urheberrechtshinweis|©)", "The copyright line must stand.", "Der Copyright-Hinweis muss erhalten bleiben."),
    duty(Obligation.LINK_ORIGINAL, r"\b(?:link|hyperlink|verlinkung|verweis|backlink)s?\b[^.;]{0,60}\b(?:auf|zu|zum|zur|original\w*|seite|artikel|startseite)\b|\bverlink\w+\b|\bmit (?:einem )?(?:link|hyperlink)\b", "A link to the original must stand.", "Bitte setzen Sie einen Link auf den Originalartikel."),
    duty(Obligation.KEEP_NOTICE, r"\b(?:diese[rn]?|folgende[rn]?) (?:hinweis|satz|vermerk|text|zeile)\b[^.;]{0,50}\b(?:stehen|ubernommen|erhalten|beibehalten|abgedruckt|erscheinen|steht)\b", "A notice must be kept word for word.", "Dieser Hinweis muss am Ende stehen."),
    duty(Obligation.MARK_CHANGES, r"\b(?:anderungen|kurzungen|bearbeitungen)\b[^.;]{0,40}\b(?:kenntlich|kennzeichn\w*|gekennzeichnet|angeben|angegeben|markier\w*)\b", "Changes must be marked.", "Änderungen sind kenntlich zu machen."),
    duty(Obligation.SHARE_ALIKE, r"\bweitergabe unter gleichen bedingungen\b|\bunter (?:der gleichen|derselben) lizenz\b", "What is made of it goes out under the same licence.", "Veröffentlichen Sie Ihre Fassung unter derselben Lizenz."),
    duty(Obligation.LICENCE_LINK, r"\blink (?:auf|zu) (?:die|der|den) lizenz|\blizenz(?:text)?\b[^.;]{0,30}\b(?:verlink\w*|nenn\w*|genannt)", "The licence must be named and linked.", "Bitte die Lizenz nennen."),
    duty(Obligation.COUNTER, r"\b(?:zahlpixel|zahlmarke|zahlcode|tracking-?pixel|pixel|zahler)\b", "Their page counter must be on our page.", "Bauen Sie unser Zählpixel ein."),
    duty(Obligation.CANONICAL_TO_ORIGINAL, r"\bcanonical\b|\bkanonisch\w*", "The canonical link must name the original.", "Setzen Sie einen Canonical-Link."),
    duty(Obligation.NOINDEX, r"\bno-?index\b", "Search engines must not index our copy.", "Setzen Sie noindex."),
    duty(Obligation.REPORT_USE, r"\bbelegexemplar\w*|\bbeleglink\b|\binformieren sie uns|\bgeben sie uns bescheid|\bsagen sie uns|\bteilen sie uns|\b(?:kurze )?(?:nachricht|mitteilung|mail) an uns|\bschicken sie uns|\bsenden sie uns", "They want to be told of the use.", "Bitte schicken Sie uns ein Belegexemplar."),
    duty(Obligation.REMOVE_WITHIN, r"\b(?:entfern\w*|losch\w*|gelosch\w*)\b[^.;]{0,40}\b(?:auf (?:unser )?verlangen|auf aufforderung|innerhalb|binnen|auf (?:unseren )?wunsch)|\b(?:auf (?:unser )?verlangen|auf aufforderung|innerhalb|binnen)\b[^.;]{0,40}\b(?:entfern\w*|losch\w*)", "It must go when they ask.", "Löschen Sie den Artikel auf Verlangen."),
    duty(Obligation.CARRY_CORRECTIONS, r"\b(?:korrekturen|berichtigungen|richtigstellungen)\b[^.;]{0,40}\b(?:ubernehm\w*|ubernommen|veroffentlich\w*|nach(?:zu)?tragen)", "Their corrections must be carried.", "Korrekturen sind zu übernehmen."),
    duty(Obligation.DROP_IMAGES, rf"\b(?:ohne|ausser|ausgenommen|mit ausnahme (?:der|von)|nicht (?:fur|jedoch)) (?:die |der |den |alle )?{_PICTURES}|\b{_PICTURES}\b[^.;]{{0,70}}\b(?:ausgenommen|nicht|ausgeschlossen|untersagt|gehoren|verbleiben|eigene\w* lizenz|gesondert\w*|vorbehalten)\b",
         "Pictures are not covered.", "Bilder sind ausgenommen."),
    detail("unaltered", rf"\b(?:nicht|ohne|keine|weder)\b[^.;]{{0,30}}\b{_EDIT}|\b{_EDIT}\b[^.;]{{0,40}}\bnicht\b|\bunverandert\w*|\bungekurzt\w*|\b(?:vollen|ganzen|vollstandigen) wortlaut|\bin voller lange\b|\b(?:bleib\w*|belass\w*|lass\w*)\b[^.;]{{0,30}}\bwie (?:er|sie|es) (?:ist|sind)\b|\b(?:nur|lediglich|ausschliesslich)\b[^.;]{{0,50}}\b(?:hausstil|schreibweisen?|redaktionelle\w* stil)\b", ("unaltered", True), "The text must stay as it is.", "Bitte verändern Sie den Text nicht."),
    detail("non_commercial", r"\bnicht[- ]?kommerziell\w*|\bnicht fur (?:kommerzielle|gewerbliche)|\bohne gewinn\w*|\bnicht (?:kommerziell|gewerblich)", ("commercial", str(Commercial.NO)), "Commercial use is not covered.", "Nur für nichtkommerzielle Zwecke."),
    detail("no_resale", r"\b(?:weiter)?verk(?:auf|auft)\w*\b[^.;]{0,40}\b(?:nicht|untersagt|verboten|ausgeschlossen)|\b(?:nicht|kein\w*)\b[^.;]{0,30}\b(?:weiter)?verk(?:auf|auft)\w*", ("no_resale", True), "It must not be sold on.", "Der Weiterverkauf ist untersagt."),
    detail("no_systematic", r"\b(?:systematisch\w*|massenhaft\w*|automatisiert\w*|automatisch\w*)\b", ("no_systematic", True), "Not everything, and not by a machine.", "Keine systematische Übernahme."),
    detail("no_ads_adjacent", r"\b(?:nicht|keine|ohne|kein)\b[^.;]{0,40}\b(?:werbung|anzeigen|werbeumfeld)\b", ("no_ads_adjacent", True), "Not beside advertising.", "Keine Werbung neben dem Text."),
)  # fmt: skip

CONDITION = rule("de:condition", TermKind.CONDITION,
    r"^(?:[•*–-] ?)?(?:bitte|sie (?:mussen|sollten|verpflichten)|es (?:muss|ist|sind)|wir (?:bitten|erwarten|verlangen)|nennen|geben|setzen|verlinken|fugen|behalten|informieren|schicken|senden|loschen|entfernen|voraussetzung|erlaubt sind|hochstens|maximal|fruhestens|nur|keine?|ohne|als|am|ein|eine|der|die|das|den|dem|dabei|anderungen|kurzungen|korrekturen|bilder|fotos|quelle|quellenangabe|dies\w*|unser\w*|jede\w*|pro|auch|weiterverkauf|veroffentlichen|losch\w*|bauen|die erlaubnis)\b",
    "A condition on its own.", "Bitte nennen Sie die Autorin und verlinken Sie auf den Originalartikel.",
    needs=rf"\b(?:{_TEXT}|{_PICTURES}|\w*link\w*|quelle\w*|autor\w*|copyright\w*|lizenz|hinweis|vermerk|satz|anderungen|kurzungen|korrekturen|kommerziell\w*|nichtkommerziell\w*|werbung|canonical\w*|noindex|zahlpixel|belegexemplar|hausstil|startseite|ubernahme|\w*verkauf|erlaubnis|fassung|angabe)\b")  # fmt: skip
LICENCE = rule("de:creative-commons", TermKind.PERMISSION, r"\b(?:unter|lizenz|lizenziert|lizenz:|veroffentlicht|steht|stehen|verfugbar|nutzbar|gemass|weitergeben|geteilt|bedingungen)\b",
    "A Creative Commons licence is named for the text.", "Dieser Text steht unter der Lizenz CC BY 4.0.")  # fmt: skip

_HARMLESS = "|".join((
    r"\b(?:sofern|soweit|falls|wenn|wo) (?:es )?nicht(?:s)? (?:ander(?:s|es|weitig)) (?:\w+ )?(?:angegeben|vermerkt|gekennzeichnet|angemerkt|ausgewiesen|bestimmt)(?: ist| sind)?\b",
    r"\bnicht[- ]?kommerziell\w*|\bohne gewinn\w*|\bunverandert\w*|\bohne (?:jede |weitere )?(?:anderung|veranderung|kurzung|bearbeitung)(?:en)?\b|\bkeine bearbeitung(?:en)?\b|\bnicht kommerziell\b",
    rf"\b(?:aber |jedoch |und |durfen )?(?:dabei )?nicht {_EDIT}(?:(?:,| und| oder)+ {_EDIT})*(?: werden)?(?=\s*(?:[.;:!)]|$|,))",
    rf"\b(?:ohne|ausser|ausgenommen|mit ausnahme (?:der|von)|nicht jedoch|nicht aber) (?:die |der |den )?{_PICTURES}(?:(?:,| und| oder)+ {_PICTURES})*(?: ausgenommen)?",
    r"\b(?:wenn|sofern|soweit|vorausgesetzt,?) (?=(?:sie (?:die quelle|den autor|die autor|unseren namen|einen link|auf|uns als quelle|als quelle|dabei)|dabei |unser name|die quelle|der autor|die autor|autor|auf |ein link|der text|als quelle|diese|quelle|ein hinweis|das original|die verfasser|der urheber))",
    r"\bohne (?:etwas )?(?:zu (?:be)?zahlen|bezahlung)\b|\bkostenlos\w*|\bkostenfrei\w*|\bunter der bedingung\b",
    # Two denials that permit; "wenn" before a source that is named.
    r"\b(?:keine|keinen|keinerlei) (?:einwande?|bedenken|einwand)\b|\bnichts (?:dagegen|gegen)\b",
    r"\bohne (?:zu fragen|(?:nach|ruck)frage)\b",
    r"\b(?:wenn|sofern|soweit) (?=(?:die|der|das|unser\w*) (?:[\w-]+ ){1,4}als quelle (?:genannt|angegeben))",
))  # fmt: skip
_DENIES = Pattern(
    r"\b(?:nicht\w*|kein\w*|nie|niemals|niemand\w*|nirgend\w*|weder|noch|ohne|ausser|ausgenommen|ausnahm\w*|nur|lediglich|ausschliess\w*|allein|erst|untersag\w*|verbot\w*|verbiet\w*|unzulass\w*|unerlaubt\w*|widerrecht\w*|rechtswidrig|strafbar|vorbehalt\w*|"
    r"genehmig\w*|zustimm\w*|einwillig\w*|erlaubnis|einverst\w*|absprache|rucksprache|anfrag\w*|anzufragen|fragen|kontakt\w*|wenden|vorher\w*|vorab|zuvor|fruher\w*|ehemal\w*|einst|damals|bis|war|waren|wurde\w*|durfte\w*|konnte\w*|musst\w*|wurden|sollte\w*|ware\w*|wollt\w*|werde|"
    r"von wegen|einzelfall\w*|einzelnen fall\w*|ermessen|fallweise|selten|kaum|schwerlich|glaub\w*|denk\w*|konzern\w*|tochter\w*|unternehmen\w*|firmen|gruppe|verbund\w*|ablauf|haft\w*|verklagt|falls|wenn|ob|sofern|soweit|laut|sagt\w*|erklart\w*|meint\w*|behauptet\w*|angeblich|zufolge|gesetz\w*|urheberrecht\w*|zitatrecht|abonnent\w*|abonnement|mitglied\w*|kund(?:e|en|innen)|partner\w*|mitarbeit\w*|gebuhr\w*|honorar\w*|kostenpflicht\w*|entgelt\w*|bezahl\w*|zahlung|zahlen|zahlt|vertrag\w*|"
    r"vereinbar\w*|privat\w*|personlich\w*|dritte[nr]?|cookies?|eingeschrankt|beschrank\w*|begrenz\w*|widerruf\w*|zuruckgezogen|endet\w*|beendet|abgelaufen|erloschen|geplant|plan[te]\w*|bald|kunftig|ministerin?|gericht\w*|richter\w*|irrtum|falsch\w*|mythos|abgelehnt|verweiger\w*|unbefugt\w*|lizenznehmer\w*|sagten?)\b|\b(?:ab|nach|seit|von|vor|anfang|ende) (?:\w+ ){0,3}(?:19|20)[0-9]{2}\b"
)
#: Parties that the reader has no class for: such an offer is narrower than anything it could propose.
_NARROWED = Pattern(
    rf"\b(?:verlage|bibliotheken|gemeinden|museen|kirchen|studierende|schuler|gewerkschaften|parteien|privatpersonen)\b[^.;]{{0,20}} {_MAY}\b|\b{_MAY} (?:verlage|bibliotheken|gemeinden|museen|studierende|schuler)\b"
)
GUARDS = Guards(
    harmless=Pattern(_HARMLESS),
    denies=(_DENIES, _NARROWED),
    qualifies=Pattern(r"^[\"'(]*(?:allerdings|jedoch|aber|doch|ausser|ausgenommen|nur|lediglich|diese (?:erlaubnis|freigabe|regelung)|dies gilt|das gilt|vorher|zuvor|nicht|nie|niemals|nein|achtung|bitte beachten)\b"),
    over=Pattern(r"\b(?:ist|sind) (?:\w+ ){0,3}?(?:vorbei|schluss|geschichte|zu ende)\b|\bnicht (?:mehr|langer) (?:moglich|erlaubt|gestattet|zulassig|so|der fall)\b|\bdamit ist schluss\b|\bhaben (?:das|dies|wir) [^.;]{0,30}\b(?:eingestellt|beendet)\b"),
    revoked=Pattern(rf"\b(?:{_CONSENT}|angebot|regelung|moglichkeit|vereinbarung)\b[^.]{{0,60}}\b(?:nicht mehr|nicht langer|endete|beendet|erloschen|abgelaufen|widerrufen|zuruckgezogen|ausgesetzt|aufgehoben|ungultig|hinfallig)\b"),
)  # fmt: skip

LIMITS = Limits(
    delay=Pattern(rf"\b(?:(?:jedoch |aber )?(?:fruhestens|nicht vor(?: ablauf von)?|erst|mindestens|nicht fruher als) )?{_N} (?P<unit>stunden?|tagen?|wochen?) (?:nach|ab) (?:dem |der |unserem |unserer |ihrem |ihrer |erst)?(?:erscheinen|veroffentlichung|publikation|veroffentlichungszeitpunkt)\b"),
    count=Pattern(rf"\b(?:hochstens|maximal|bis zu|nicht mehr als|im hochstfall) {_N} (?:unserer )?(?:{_TEXT} )?(?:pro|je|im|in der|/) ?(?P<unit>tag|woche|monat|jahr)\b"),
    until=Pattern(rf"\b(?:bis (?:einschliesslich |zum |spatestens )*|gultig bis (?:zum )?|endet am |lauft bis (?:zum )?){_DATE}"),
    max_words=Pattern(r"\b(?:hochstens|maximal|bis zu|nicht mehr als|weniger als) (?P<number>[0-9]{2,4}) wor(?:ter|te|tern|ten)\b"),
    numbers=_NUMBERS,
    hours={"stund": 1, "tag": 24, "woche": 168},
    periods={"tag": "day", "woche": "week", "monat": "month", "jahr": "year"},
    months={name: place for place, name in enumerate(_MONTHS, 1)},
    fee=Pattern(r"\bgegen (?:\w+ )?(?:gebuhr|honorar|entgelt|bezahlung|vergutung)\b|\b(?:gebuhren|kosten)pflichtig\b"),
)  # fmt: skip

_NOT_COVERED = r"(?:\b(?:ausser|ausgenommen|ausnahme|nicht|ausgeschlossen)\b)"
GERMAN = Language(
    code="de",
    own_words=Pattern(r"\b(?:alle rechte|vorbehalten|unsere|nutzung|durfen|lizenz|wenden|nachdruck\w*|abdruck|genehmigung|quellenangabe|beitrage|redaktion|verlag|lizenz:|foto:|bilder|pressekontakt|urheber\w*|vervielfaltigung|ubernahme|veroffentlich\w*|erlaubnis)\b"),
    permissions=PERMISSIONS,
    others=OTHERS,
    exception=EXCEPTION,
    asks=ASKS,
    condition=CONDITION,
    licence=LICENCE,
    conditions=CONDITIONS,
    guards=GUARDS,
    limits=LIMITS,
    classes=words(
        (PartyClass.COMMUNITY_SITE, r"\b(?:stadtteil|nachbarschafts|burger|gemeinschafts|community)-?(?:seiten|portale|medien|zeitungen|websites|blogs)\b"),
        (PartyClass.NONPROFIT_SITE, r"\bgemeinnutzig\w*|\b(?<!sport)vereinen?\b|\bNGOs?\b"),
        (PartyClass.NEWS_PUBLISHER, r"\bnachrichten(?:portale|seiten|medien|sites|websites)n?\b|\b(?:andere |alle |lokale )medien\b|\bzeitungen\b|\b(?:nachrichten|lokal|online|zeitungs)?redaktionen\b|^medien\b"),
        (PartyClass.EDUCATOR, r"\b(?:schulen|hochschulen|universitaten|bildungseinrichtungen|lehrkrafte|lehrende)\b"),
        (PartyClass.RESEARCHER, r"\b(?:forschende|wissenschaftler\w*|forschungseinrichtungen)\b"),
        (PartyClass.BROADCASTER, r"\b(?:sender|rundfunkanstalten|radiosender|fernsehsender)\b"),
    ),
    needing=words(
        (PartyClass.PRINT_PUBLISHER, r"\b(?:gedruckt\w*|printmedien|zeitungen|zeitschriften|bucher)\b"),
        (PartyClass.COMMERCIAL_SITE, r"(?<!nicht )(?<!nicht-)\b(?:kommerziell\w*|gewerblich\w*)"),
        (PartyClass.BROADCASTER, r"\b(?:rundfunk|radio|fernsehen|sendung)\b"),
    ),
    channels=words(
        (Channel.WEB, r"\b(?:online|internet|im netz|websites?|webseiten?|internetseiten?|nachrichtenportale|blogs?|eigenen seite)\b"),
        (Channel.PRINT, r"\b(?:gedruckt\w*|print|auf papier|printausgaben?|zum (?:freien )?(?:ab|nach)druck)\b"),
        (Channel.MAIL, r"\b(?:newslettern?|per e-?mail|rundmails?)\b"),
        (Channel.AUDIO, r"\b(?:radio|podcasts?|audio|horfunk)\b"),
        (Channel.SOCIAL, r"\bsoziale[nr]? (?:medien|netzwerken?)\b"),
    ),
    purposes=words(
        (Purpose.RESEARCH, r"\b(?:zu|fur) (?:[\w-]+(?: und| oder|,)? ){0,3}?(?:forschungszwecken?|wissenschaftliche[nr]? zwecken?|forschung)\b|\bin (?:[\w-]+(?: und| oder|,)? ){0,2}?(?:forschung|wissenschaft)\b"),
        (Purpose.EDUCATION, r"\b(?:zu|fur) (?:[\w-]+(?: und| oder|,)? ){0,3}?(?:bildungszwecken?|unterrichtszwecken?|(?:den )?unterricht|padagogische[nr]? zwecken?)\b|\b(?:in|im) (?:[\w-]+(?: und| oder|,)? ){0,2}?(?:unterricht|schule|lehre)\b"),
    ),
    edits=words(
        ("house_style", r"\bhausstil\b|\bredaktionelle[nr]? (?:stil|regeln|vorgaben)\b|\bschreibweisen?\b"),
        ("time", r"\bzeit(?:angaben|bezuge)?n? (?:und|oder) (?:orts?\w*)\b|\bzeitangaben\b"),
        ("place", r"\bzeit\w* (?:und|oder) orts?\w*\b|\bortsangaben\b"),
        ("headline", r"\b(?:eigene|neue|andere) uberschrift\w*|\buberschrift\w* (?:durfen|darf)\b"),
    ),
    excepted=words(
        ("agency", rf"{_NOT_COVERED}[^.;]{{0,80}}\bagentur\w*|\bagentur\w*\b[^.;]{{0,60}}{_NOT_COVERED}(?! (?:ver|weiter))"),
        ("sections", rf"{_NOT_COVERED}[^.;]{{0,80}}\b(?:ressorts?|rubriken?|kolumnen?|kreuzwortratsel|gastbeitrage|kommentare)\b|\b(?:rubriken?|kolumnen?|kreuzwortratsel|gastbeitrage|kommentare)\b[^.;]{{0,60}}{_NOT_COVERED}(?! (?:ver|weiter))"),
        ("third_party", rf"{_NOT_COVERED}[^.;]{{0,60}}\bdritte[nr]?\b|\bdritte[nr]?\b[^.;]{{0,60}}\b(?:ausgenommen|ausgeschlossen)\b"),
    ),
    offered_uses=words((Use.TRANSLATE, r"\bubersetz"), (Use.ADAPT, r"\b(?:bearbeite[nt]|verandern|adaptier)")),
    banned_uses=words(
        (Use.REPUBLISH, r"\b(?:nachdruck\w*|abdruck\w*|ubernahme|ubernommen|ubernehmen|vervielfaltig\w+|(?:nach|weiter|wieder)?veroffentlich\w+|kopier\w+|kopien|wiedergabe|weiterverwend\w+|reproduktion)"),
        (Use.SYNDICATE, r"\b(?:weitergegeben|weitergeben|weitergabe|verbreit\w+|weiterverbreit\w+)"),
        (Use.ADAPT, r"\b(?:bearbeit\w+|verander\w+|umgeschrieben)"),
        (Use.TRANSLATE, r"\bubersetz\w+"),
        (Use.ARCHIVE, r"\b(?:speicher\w+|gespeichert|archivier\w+|einspeisung)"),
        (Use.PRINT, r"\b(?:nachdruck\w*|nachgedruckt|abgedruckt|abdruck)\b(?! ?recht)"),
    ),
    commercial_too=Pattern(r"\b(?:auch|sogar|einschliesslich) (?:fur |zu )?(?:kommerziell\w*|gewerblich\w*)|\bfur alle zwecke\b|\bzu kommerziellen zwecken\b"),
    link_home=Pattern(r"\b(?:link\w*|verlink\w*|verweis)\b[^.;]{0,40}\b(?:startseite|homepage|hauptseite)\b"),
    link_article=Pattern(r"\b(?:link\w*|verlink\w*|verweis)\b[^.;]{0,40}\b(?:original\w*|artikel|beitrag|text)\b|\b(?:original\w*|artikel|beitrag)\b[^.;]{0,30}\bverlink\w+"),
    excerpt=Pattern(r"\b(?:kurze )?(?:auszuge?n?|ausschnitte?n?|zitieren|kurzzitate?)\b"),
    connective=Pattern(r"\b(?:sofern|soweit|wenn|vorausgesetzt|unter der (?:bedingung|voraussetzung)|mit (?:angabe|nennung|link|einem link|hinweis)|unter (?:angabe|nennung)|fruhestens|hochstens)\b"),
    of_a_picture=Pattern(r"\b(?:fotos?|fotografien|bilder|bild|illustration(?:en)?|grafiken?|abbildung(?:en)?|wikimedia|flickr)\b"),
    about_texts=Pattern(rf"\b(?:{_TEXT}|kontakt)\b"),
    ask_us=Pattern(r"\b(?:wenden sie sich|schreiben sie|fragen sie|kontaktieren sie) (?:bitte )?(?:an )?(?:uns|die redaktion|den verlag|unsere)"),
    consent=Pattern(rf"\b{_CONSENT}\b"),
    commercial_alone=Pattern(r"\b(?:kommerziell|gewerblich)e[nr]? (?:nutzung|verwendung|verwertung|ubernahme|vervielfaltigung)\b"),
    reserved=Pattern(r"\balle (?:\w+ )?rechte (?:sind )?(?:ausdrucklich )?vorbehalten\b"),
    owner=Pattern(r"\b(?:rechte|urheberrechts)?inhaber\w*|\brechteinhaber\w*|\burheber\w*"),
    prior_interest=Pattern(r"\bvorheriges interesse\b"),
    without_profit=Pattern(r"\bohne gewinn\w*|\bnicht[- ]?kommerziell"),
    elsewhere=Pattern(r"\b(?:andere[rsn]?|anderweitig\w*|sonstige[rsn]?|daruber hinaus\w*|weitergehende[rsn]?|obigen?)\b"),
    ai=Pattern(r"\b(?:KI|kunstliche[rn]? intelligenz|data[- ]mining|text[- ]und data|sprachmodell\w*|maschinelle[ns]? lernen)"),
    reprint=Pattern(r"\b(?:nachdruck|abdruck|nach(?:zu)?drucken|nachgedruckt|abgedruckt|ab(?:zu)?drucken)"),
    reported=Pattern(r"\b(?:stimmt nicht|nicht wahr|falsch|mythos|irrtum|sagte\w*|laut|zufolge|erklarte\w*|eingewandt|eingewendet|argumentiert\w*|hatten?|gericht|bundestag|ministerin?|gesetz)\b"),
)  # fmt: skip
