"""French. Patterns are without accents, as the plain text is. Pure."""

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

_TEXT = r"(?:articles?|textes?|contenus?|enquetes?|dossiers?|reportages?|publications?|informations?|billets?|chroniques?|pages?|documents?|depeches?|materiel|fiches?|rapports?|etudes?|travaux|site|communiques?|actualites?|nouvelles|breves|entretiens?|analyses?|recettes?|guides?|recits?|lettres?)"
_OUR = (
    r"(?:nos|notre|mes|mon|ces|cet|cette|ce|les|des|le|la|l'|tous (?:nos|les|ces)|(?:un|une|chacun|l'un|l'une|certains) de (?:nos|ces)|de)"
)
_THING = rf"{_OUR} ?(?:[\w'-]+ ){{0,2}}?{_TEXT}\b"
_STRONG = r"(?:re-?publi(?:er|ez)|reprodui(?:re|sez)|re-?diffuse[rz]|re-?poste[rz]|cross-?poste[rz]|reimprime[rz])"
_WEAK = r"(?:recopie[rz]|mettre en ligne|reprendre|re-?utilise[rz]|utilise[rz]|copie[rz]|diffuse[rz]|partage[rz]|publie[rz]|traduire|cite[rz]|imprime[rz])"
_WHERE = r"(?:librement |gratuitement |en ligne |sur papier |(?:sur|dans) (?:leurs?|votre|son|vos) [\w'-]+ )*"
_VERB = (
    rf"(?:(?:{_WEAK},? (?:et |ou )?)?{_STRONG}\b|{_WEAK} (?:(?:et|ou) {_WEAK} )?{_WHERE}(?:(?:jusqu'a|au plus|au maximum) \w+ )?{_THING})"
)
#: "… qui peuvent les publier": what the verb speaks of stands before it.
_VERB_IT = rf"l(?:es|a|e|') ?(?:{_STRONG}|{_WEAK})"
_DONE = r"(?:re-?publies?|re-?publiees?|reproduite?s?|reprise?s?|re-?diffuses?|re-?diffusees?|re-?imprimee?s?)"
_DONE_IF = r"(?:re-?utilisee?s?|utilisee?s?|copiee?s?|diffusee?s?|publiee?s?|traduite?s?|partagee?s?|citee?s?)"
_AGAIN = r"(?:reproduction|re-?publication|reprise|re-?diffusion|re-?utilisation|utilisation|diffusion|copie|traduction|citation)"
_BAN_AGAIN = r"(?:reproductions?|re-?publications?|reprises?|re-?diffusions?|re-?utilisations?|utilisations?|diffusions?|copies?|traductions?|adaptations?|exploitations?|extractions?|representations?|distributions?)"
_CLASS = (
    r"(?:(?:associations?|organisations?|organismes|organes?|medias?|journal|journaux|sites?|blogs?|ecoles?|etablissements?|universites?|enseignants?|chercheurs?|radios?|redactions?|portails?|titres|bibliotheques|collectivites)"
    r"(?:(?:(?:,| et| ou))? (?:citoyens?|citoyennes|de quartier|d'ecole|web|internet|associatifs?|d'information|d'enseignement|scolaires?|locaux|locales?|communautaires?|a but non lucratif|sans but lucratif|non commerciaux|independants?|benevoles?|de presse|d'actualite|educatifs?))*)"
)
_PARTY = rf"(?:vous|tout le monde|chacun|n'importe qui|quiconque|toute personne|toutes et tous|(?:tout|toute|chaque|n'importe quel|n'importe quelle) (?:autre )?{_CLASS}|(?:tous |toutes )?(?:les|des) (?:autres )?{_CLASS}(?:(?:,| et| ou)+ (?:les |aux |des )?{_CLASS})*)"
_MAY = r"(?:pouvez|peut|peuvent|avez le droit de|ont le droit de|(?:etes|est|sont) (?:libres? de|(?:autorise|invite|encourage)e?s? a))"
_SOFTLY = r"(?:librement |egalement |aussi |donc |gratuitement |bien sur )*"
_CONSENT = r"(?:autorisation|accord|consentement|permission|licence|assentiment)"
_MONTHS = ["janvier", "fevrier", "mars", "avril", "mai", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre"]
_DATE = rf"(?P<date>[0-9]{{1,2}}(?:er)? (?:{'|'.join(_MONTHS)}) [0-9]{{4}}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
_NUMBERS = {
    word: place for place, word in enumerate(["un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix"], 1)
} | {"une": 1, "quarante-huit": 48, "vingt-quatre": 24}
_N = rf"(?P<number>[0-9]{{1,4}}|{'|'.join(_NUMBERS)})"
_PICTURES = r"(?:photos?|photographies|images?|illustrations?|dessins|infographies|videos?|logos?)"
_EDIT = r"(?:modifi\w*|alter\w*|chang\w*|coup\w*|raccourci\w*|transform\w*|retouch\w*|denatur\w*|vend\w*|revend\w*|tradui\w*|adapt\w*)"

#: Two denials that permit.
_NO_OBJECTION = r"(?:ne (?:voi\w+|voyons) (?:pas d'|aucun )(?:inconvenient|objection)|n'(?:a|ai|avons|ont) (?:pas d'|aucune )objection|ne (?:s'oppose|m'oppose|nous opposons) (?:pas|nullement)|ne (?:fait|font|faisons) pas obstacle)"
_OFFER = Codes(basis=Basis.SOURCE_TERMS, uses=[str(Use.READ)], recipients=[str(RecipientKind.PUBLIC)], onward=Onward.SAME_OFFER)
_DENY = Codes(verdict=Verdict.DENY)

PERMISSIONS = (
    rule("fr:may-republish", TermKind.PERMISSION, rf"\b{_PARTY} {_MAY} {_SOFTLY}{_VERB}|^n'hesitez pas a {_VERB}",
         "You, anyone or a class of party may publish again.", "Vous pouvez republier nos articles en ligne avec un lien vers l’original.", _OFFER),
    rule("fr:who-may-publish-it", TermKind.PERMISSION, rf"\b{_TEXT}\b[^.;:?]{{0,100}}\b{_CLASS},? (?:qui|lesquel\w+) {_MAY} {_SOFTLY}{_VERB_IT}\b",
         "A class of party may publish again what the sentence spoke of.", "Nos articles sont à la disposition des écoles, qui peuvent les republier.", _OFFER),
    rule("fr:no-objection", TermKind.PERMISSION,
         rf"\b(?:{_NO_OBJECTION}) (?:a |a ce que |l'|d')?[^.;?]{{0,60}}?\b(?:reproduction|re-?publication|reprise|re-?diffusion|re-?utilisation|{_STRONG}|reproduis\w*|repren\w*|re-?utilis\w*) [^.;?]{{0,40}}\b(?:nos|ses|mes|ces|notre|ce|cet|cette|leurs)\b|\b(?:nos|ses|mes|ces) {_TEXT}\b[^.;?]{{0,30}}\bsoient (?:{_DONE}|{_DONE_IF})",
         "They have nothing against publishing again.", "Nous ne voyons pas d’inconvénient à la reproduction de nos textes.", _OFFER, needs=rf"{_NO_OBJECTION}"),
    rule("fr:may-be-republished", TermKind.PERMISSION,
         rf"\b{_TEXT}\b[^.;:?]{{0,90}}? (?:peut|peuvent) (?:aussi |egalement |tous )?etre {_SOFTLY}(?:{_DONE_IF}(?: et| ou|,) )?(?:{_DONE}\b|{_DONE_IF} (?:librement|gratuitement|avec|a condition|a des fins|par (?:tous|les|des|n'importe)|sous reserve|sur))"
         rf"|\bextraits?\b[^.;:?]{{0,60}}? (?:peut|peuvent) etre {_SOFTLY}(?:{_DONE}|{_DONE_IF})",
         "The articles may be published again.", "Nos articles peuvent être reproduits librement.", _OFFER),
    rule("fr:republication-is-permitted", TermKind.PERMISSION,
         rf"\b(?:la |toute )?{_AGAIN}(?:(?:,| et| ou)+ (?:la )?{_AGAIN})*(?: (?:de |des |du |d'|totale|partielle|en |sur |par |,)[^.;?]{{0,90}}?)? (?:est|sont) (?:\w+ ){{0,2}}?(?:autorisee?s?|permise?s?|libres?|bienvenues?|encouragee?s?)\b"
         r"|^(?:reproduction|re-?publication|reprise|re-?diffusion)[^.;?]{0,30} (?:autorisee|permise|libre|encouragee)\b",
         "Publishing again is said to be permitted.", "La reproduction est autorisée, à condition de citer la source.", _OFFER),
    rule("fr:we-allow", TermKind.PERMISSION,
         rf"\b(?:nous|j'|je|[\w' ]{{2,50}}) ?(?:autoris(?:e|ons|ent)|permett(?:ons|ent)|permet|encourage(?:ons)?|invit(?:e|ons)) (?:volontiers )?(?:{_PARTY} (?:a|de) {_VERB}|(?:la |toute )?(?:libre )?{_AGAIN} (?:de|des|du|d')\b|a {_VERB})"
         rf"|\baccord(?:e|ons|ent) (?:a \w+ )?(?:l'|une )autorisation de {_VERB}|\baccord(?:e|ons|ent) le droit de {_VERB}",
         "They allow or invite others to publish again.", "Nous autorisons la reproduction de nos textes avec mention de la source.", _OFFER),
    rule("fr:republish-for-free", TermKind.PERMISSION, rf"^(?:re-?publiez|reprenez|reproduisez|rediffusez) {_THING}[^.;]*\b(?:gratuit|librement|en ligne|sur papier|creative commons|avec)",
         "They invite to publish again.", "Republiez nos articles gratuitement, en ligne.", _OFFER),
)  # fmt: skip

_REACH = r"@|https?:|www\.|\+[0-9]|[\[(] ?(?:at|arobase|e-?mail)"
_ADDRESS = r"@|https?:|www\.|[\[(] ?(?:at|arobase|e-?mail)|protege"
OTHERS = (
    rule("fr:press-contact", TermKind.PRESS, r"\b(?:contacts?|service|relations?|demandes?|renseignements|attache\w*)(?: (?:de|la|pour|avec|les|de la))* ?(?:presse|medias|journalistes)\b|^presse ?:",
         "Whom journalists ask. It gives no right.", "Contact presse : presse@gazette.example", Codes(contact_kind="press", grantee_class="press"), needs=rf":|contact|{_ADDRESS}"),
    rule("fr:permission-rule", TermKind.CONDITION,
         rf"\b(?:doi(?:t|vent)|devez|faut|est (?:necessaire|obligatoire) d[e'])\b[^.;]{{0,60}}\b(?:demander|obtenir|solliciter)\b[^.;]{{0,50}}\b{_CONSENT}|\b(?:necessite\w*|requier\w*|exige\w*|soumis\w* a|subordonn\w* a)\b[^.;]{{0,40}}\b{_CONSENT}",
         "For other uses the owner must be asked.", "Vous devez demander l’autorisation de la rédaction.", Codes(verdict=Verdict.NEEDS_PERMISSION)),
    rule("fr:contact-for-permission", TermKind.CONTACT,
         r"\b(?:contactez|ecrivez|ecrire|adressez|adresser|s'adresser|demandez|contacter|contact|prenez contact|pour [^.;]{3,60}[:,])|^(?:demandes?|droits|licences?|autorisations?|reproductions?)\b[^.;]{0,40}:",
         "Whom to ask for permission.", "Pour toute autre utilisation, écrivez à droits@gazette.example.", Codes(verdict=Verdict.NEEDS_PERMISSION, contact_kind="permissions"),
         needs=(rf"\b(?:{_BAN_AGAIN}|droits|republier|reproduire|reprendre|licences?|{_CONSENT}|usage|republication|commercial\w*|traduire)\b", _ADDRESS)),
    rule("fr:all-rights-reserved", TermKind.PROHIBITION, r"\btous (?:les )?droits (?:de \w+ )?(?:sont )?(?:strictement )?reserves\b|\bdroits? de (?:reproduction|traduction)[^.;]{0,60} reserves?\b",
         "Nothing is permitted that is not said.", "Tous droits réservés.", _DENY),
    rule("fr:no-longer", TermKind.PROHIBITION,
         rf"\b(?:{_CONSENT}|offre|reproduction|reprise|republication)\b[^.;]{{0,60}}\b(?:n'est plus|ne sont plus|n'a plus|a pris fin|est (?:terminee|revoquee|retiree|caduque|suspendue)|expiree?)|\bn(?:e|')[^.;]{{0,20}} plus\b[^.;]{{0,60}}\b(?:republi\w+|reprodui\w+|repri\w+)"
         rf"|\b(?:reprise|reproduction|republication)\b[^.;]{{0,80}}\b(?:etait|etaient)\b[^.;]{{0,20}}\b(?:permise?s?|autorisee?s?|libres?)|\bjusqu'[^.;]{{0,60}}\b(?:reprise|reproduction|republication)\b[^.;]{{0,60}}\betait",
         "A permission that has ended.", "Cette autorisation n’est plus valable.", Codes(verdict=Verdict.DENY, uses=[str(Use.REPUBLISH)])),
    rule("fr:is-prohibited", TermKind.PROHIBITION,
         rf"\b{_BAN_AGAIN}\b[^.;]{{0,140}}\b(?:interdite?s?|prohibee?s?|illicites?|illegales?|defendue?s?|n(?:e|')[^.;]{{0,12}} (?:pas|nullement) (?:\w+ ){{0,2}}?(?:autorisee?s?|permise?s?))\b"
         rf"|\baucune? (?:autre )?{_BAN_AGAIN}\b[^.;]{{0,80}}\bn(?:'est|e sont)\b|\b{_BAN_AGAIN}\b[^.;]{{0,100}}\b(?:est|sont) (?:\w+ )?exclue?s?\b|\b(?:interdit|illegal|defendu) (?:a \w+ )?(?:de |d')[^.;]{{0,60}}\b(?:reprodui\w*|republier|copier|utiliser|diffuser|traduire|reprendre|extraire|vendre)|\binterdi(?:t|sons|sent)\b[^.;]{{0,40}}\b{_BAN_AGAIN}",
         "Publishing again is prohibited.", "Toute reproduction, même partielle, est interdite.", _DENY),
    rule("fr:may-not", TermKind.PROHIBITION,
         rf"\bn(?:e |')(?:peut|peuvent|pouvez|pourr\w+|doi(?:t|vent)|devez|saurai\w+)\b[^.;]{{0,40}}\b(?:{_DONE}|{_DONE_IF}|{_STRONG}|{_WEAK})|\b(?:aucun|aucune|nul|personne|rien)\b[^.;]{{0,60}}\bn(?:e |')[^.;]{{0,60}}\b(?:{_DONE}|{_DONE_IF}|{_STRONG}|{_WEAK})"
         rf"|\bn'autoris\w+ (?:pas|aucune)\b|^(?:merci de |priere de )?ne (?:pas |jamais |rien )(?:{_STRONG}|{_WEAK})|^ne (?:{_STRONG}|{_WEAK}) (?:pas|rien|jamais|aucun\w*)\b",
         "Publishing again is not allowed.", "Nos articles ne peuvent pas être reproduits.", _DENY, needs=rf"\b(?:{_TEXT}|vous|{_DONE})\b|^(?:merci|priere|ne)\b"),
    rule("fr:without-permission", TermKind.PROHIBITION,
         rf"\b(?:{_BAN_AGAIN}|{_DONE}|{_DONE_IF})\b[^.;]{{0,90}}\b(?:sans|uniquement (?:avec|sur|apres)|seulement (?:avec|sur|apres)|qu'avec|qu'apres|soumise?s? a|sous reserve (?:de |d'|de l'))[^.;]{{0,50}}\b{_CONSENT}",
         "Nothing without their permission.", "Reproduction uniquement avec l’accord de la rédaction.", Codes(verdict=Verdict.NEEDS_PERMISSION)),
    rule("fr:personal-use-only", TermKind.PROHIBITION, r"\b(?:usage|utilisation|copie) (?:strictement )?(?:personnel\w*|prive\w*)\b", "For a person's own use; publishing is not meant.",
         "Reproduction limitée à un usage strictement personnel.", Codes(verdict=Verdict.NEEDS_PERMISSION, uses=[str(Use.REPUBLISH)]), needs=rf"\b(?:{_BAN_AGAIN}|imprimer|telecharger|{_TEXT})\b"),
    rule("fr:responsibility", TermKind.RESPONSIBILITY,
         r"\b(?:n'engagen?t que|seule? responsables?|sous (?:la|leur|sa) (?:seule |entiere )?responsabilite|(?:decline|n'assume|ne saurait|ne peut)\w*\b[^.;]{0,40}\bresponsab\w+|ne refletent? pas (?:necessairement|forcement))",
         "The author answers for the text, not the publisher. A notice to keep; it gives no right.", "Les propos tenus n’engagent que leur auteur.", Codes(obligations=[str(Obligation.AUTHOR_RESPONSIBILITY)])),
    rule("fr:press-address", TermKind.PRESS, rf"^(?=.*(?:{_REACH}))(?!.*\b(?:{_BAN_AGAIN}|droits|{_CONSENT}|{_STRONG})\b)(?=.{{0,160}}$).*\b(?:presse|journalistes|medias)\b",
         "An address for journalists. It gives no right.", "Les journalistes nous trouvent à presse@gazette.example", Codes(contact_kind="press", grantee_class="press")),
)  # fmt: skip
EXCEPTION = rule("fr:except-for", TermKind.PERMISSION, r"(?:,? ?\()?\b(?:sauf|hormis|excepte|hors|a l'exception|a l'exclusion)(?: (?:par|pour|a|au|aux|dans|de|des|du|les?|la))*\b",
    "A class that a ban leaves out: it may publish again.", "Nos articles ne peuvent être reproduits, sauf par les écoles.", _OFFER)  # fmt: skip
ASKS = rule("fr:contact-after-terms", TermKind.CONTACT,
    rf"^(?=.*(?:{_REACH}))(?!.*\b(?:presse|medias|journalistes?|commentaires?|erreurs?|coquilles?|emplois?|publicit\w*|newsletter|dons?)\b).*\b(?:s'adress\w+|adress\w+|ecri\w+|demand\w+|contact\w*|questions?|joindre|aupres|droits|licences?|autorisations?|accord)\b",
    "Whom to ask, right after the terms.", "Nos articles ne peuvent être reproduits. Les autres s’adressent à droits@gazette.example", Codes(verdict=Verdict.NEEDS_PERMISSION, contact_kind="permissions"))  # fmt: skip

#: What a source calls itself.
_OUTLET = r"(?:universite|institut\w*|journal|revue|magazine|site|agence|fondation|association|ecole|editeur|titre|radio|ministere|media|laboratoire|musee)\b"
_CREDIT = r"(?:cite\w*|citant|mentionn\w*|mention|crediter?\w*|credit|indiqu\w*|indication|nomm\w*|attribu\w*)"
CONDITIONS = (
    duty(Obligation.CREDIT_AUTHOR, rf"\b{_CREDIT}\b[^.;]{{0,50}}\b(?:auteurs?|autrices?|journalistes?|signature)\b|\b(?:auteurs?|signature|nom de l'auteur)\b[^.;]{{0,40}}\b(?:{_CREDIT}|figurer|apparaitre)",
         "The author's name must stand.", "Merci de citer l’auteur."),
    duty(Obligation.CREDIT_SOURCE, rf"\b{_CREDIT}\b[^.;]{{0,40}}\b(?:sources?|provenance|origine|notre (?:nom|site|titre|journal)|le nom du (?:site|journal))\b|\bsources?\b[^.;]{{0,30}}\b(?:{_CREDIT}|figurer)|\bcredit ?:|\b(?:citer|mentionner|crediter)\b[^.;]{{0,40}}(?-i:\b(?:et|,) (?:(?:La|Le|Les|L') ?)?[A-Z])|\b(?:citer|crediter|mentionner|nommer|citant|creditant|mentionnant) (?:le |la |l'|les )?(?-i:(?:La |Le |Les |L')?[A-Z])|\b{_CREDIT}\b[^.;]{{0,40}}\b(?:auteur\w*|autrices?|journalistes?) et (?:l'|la |le |notre ){_OUTLET}|\bcreditant (?:l'|la |le |notre ){_OUTLET}|\b(?:mention\w*|credit\w*|signature|formule|phrase|ligne|indiqu\w*|precis\w*|signal\w*)\b[^.;\"]{{0,40}}\"",
         "The source's name must stand.", "Merci de citer la source."),
    duty(Obligation.COPYRIGHT_LINE, r"\b(?:conserv|reprodui|maint|garde|laiss|mentionn|indiqu)\w*\b[^.;]{0,50}\b(?:copyright|©|mention de droits)", "The copyright line must stand.", "Conservez la mention de copyright."),
    duty(Obligation.LINK_ORIGINAL, r"\b(?:hyper)?liens?\b[^.;]{0,60}\b(?:vers|article|original|source|page|site|retour)\b|\b(?:un|le) (?:hyper)?lien (?:actif|cliquable|hypertexte)|\burl (?:de|d')", "A link to the original must stand.", "Ajoutez un lien vers l’article original."),
    duty(Obligation.KEEP_NOTICE, r"\b(?:conserv|reprodui|ajout|laiss|maint)\w*\b[^.;]{0,20}\b(?:cette|la presente|ces) (?:mention|note|phrase|notice|ligne)s?\b", "A notice must be kept word for word.", "Conservez cette mention à la fin du texte."),
    duty(Obligation.MARK_CHANGES, r"\b(?:indiqu|signal|mentionn)\w*\b[^.;]{0,30}\b(?:modifications|changements|coupes)\b", "Changes must be marked.", "Signalez les modifications."),
    duty(Obligation.SHARE_ALIKE, r"\bpartage dans les memes conditions\b|\bsous la meme licence\b|\bpartage a l'identique\b", "What is made of it goes out under the same licence.", "Publiez votre version sous la même licence."),
    duty(Obligation.LICENCE_LINK, r"\blien\w* vers la licence|\b(?:indiqu|mentionn)\w* la licence\b", "The licence must be named and linked.", "Ajoutez un lien vers la licence."),
    duty(Obligation.COUNTER, r"\b(?:compteur|pixel|traceur|mouchard)\b", "Their page counter must be on our page.", "Gardez notre compteur de pages vues."),
    duty(Obligation.CANONICAL_TO_ORIGINAL, r"\b(?:canonique|canonical)\b", "The canonical link must name the original.", "Ajoutez un lien canonique."),
    duty(Obligation.NOINDEX, r"\bno-?index\b", "Search engines must not index our copy.", "Ajoutez une balise noindex."),
    duty(Obligation.REPORT_USE, r"\b(?:prevenez|prevenir|informez|informer|avertissez|avertir|signalez|tenez)[ -]?nous\b|\bnous (?:prevenir|informer|avertir|signaler|envoyer)\b|\benvoyez[ -]nous\b", "They want to be told of the use.", "Prévenez-nous de la reprise."),
    duty(Obligation.REMOVE_WITHIN, r"\b(?:retir|supprim)\w*\b[^.;]{0,40}\b(?:sur (?:simple )?demande|a notre demande|dans (?:les|un delai))\b", "It must go when they ask.", "Retirez l’article sur simple demande."),
    duty(Obligation.CARRY_CORRECTIONS, r"\b(?:report|repren|publi|appliqu)\w*\b[^.;]{0,20}\b(?:corrections|rectificatifs)\b", "Their corrections must be carried.", "Publiez nos rectificatifs."),
    duty(Obligation.DROP_IMAGES, rf"\b(?:sans|sauf|hors|excepte|a l'exception des?|hormis|a l'exclusion des?) (?:les |des |nos )?{_PICTURES}|\b{_PICTURES}\b[^.;]{{0,60}}\b(?:n(?:e|')[^.;]{{0,20}} pas (?:\w+ )?(?:compris\w*|inclus\w*|concern\w*|couvert\w*|libres?)|exclu\w*|ne peuvent\b|interdi\w*|appartien\w*|reste\w* (?:la propriete|reserv)\w*|licence (?:distincte|separee|a part))",
         "Pictures are not covered.", "Les photos ne sont pas comprises."),
    detail("unaltered", r"\b(?:sans|ni|pas|aucune?)\b[^.;]{0,25}\b(?:modifi\w*|alter\w*|chang\w*|coup(?:e|er|ure)\w*|raccourci\w*|denatur\w*)\b|\b(?:integrite|integralite|in extenso|integralement|tels? quels?|telles? quelles?)\b|\bpas de modification|\breste\w*[^.;]{0,20} (?:tel|telle|tels|comme)\b|\b(?:seul\w*|uniquement)\b[^.;]{0,60}\b(?:charte|style) ", ("unaltered", True), "The text must stay as it is.", "Le texte ne doit pas être modifié."),
    detail("non_commercial", r"\bnon[- ]commercia\w*|\bsans but lucratif|\ba but non lucratif (?!d)|\bsauf (?:a des fins|pour un usage) commercia\w*|\bpas (?:\w+ )?(?:a des )?fins commerciales", ("commercial", str(Commercial.NO)), "Commercial use is not covered.", "Uniquement à des fins non commerciales."),
    detail("no_resale", r"\b(?:re)?vente\b[^.;]{0,30}\b(?:interdit|exclu|prohib)\w*|\b(?:interdi\w*|pas|ni)\b[^.;]{0,40}\b(?:la |toute )?(?:re)?(?:vente|vendre|vendus?)\b", ("no_resale", True), "It must not be sold on.", "Toute revente est interdite."),
    detail("no_systematic", r"\b(?:systematique\w*|massi(?:f|ve)\w*|automatique\w*|automatisee?s?)\b", ("no_systematic", True), "Not everything, and not by a machine.", "Pas de reprise systématique."),
    detail("no_ads_adjacent", r"\b(?:pas|sans|aucune|ni|interdi\w*)\b[^.;]{0,40}\b(?:publicites?|publicitaires?|annonces)\b", ("no_ads_adjacent", True), "Not beside advertising.", "Pas de publicité à côté du texte."),
)  # fmt: skip

CONDITION = rule("fr:condition", TermKind.CONDITION,
    r"^(?:[•*–-] ?)?(?:merci|veuillez|priere|vous (?:devez|ne devez|vous engagez|etes pri)|il (?:faut|est (?:obligatoire|demande))|citez|mentionnez|creditez|indiquez|ajoutez|conservez|gardez|signalez|publiez|prevenez|informez|envoyez|retirez|respectez|uniquement|"
    r"(?:un|le|les|la|toute|toutes|nos|l'|cette|aucun\w*|pas|sans|seul\w*|maximum|sont|reste\w*|ne|credit|source|dans la limite)\b)",
    "A condition on its own.", "Merci de citer l’auteur et d’ajouter un lien vers l’article.",
    needs=rf"\b(?:{_TEXT}|{_PICTURES}|liens?|sources?|auteurs?|copyright|licence|mention|credit|corrections|rectificatifs|modif\w*|commercia\w*|publicite|balise|canonique|noindex|compteur|pixel|reprise|revente|vente|re-?publi\w*)\b")  # fmt: skip
LICENCE = rule("fr:creative-commons", TermKind.PERMISSION, r"\b(?:sous|selon|licence ?:|mis\w* a disposition|publie\w*|diffuse\w*|disponibles?|distribue\w*|propose\w*|partage\w*|place\w*)\b|licence ?:",
    "A Creative Commons licence is named for the text.", "Ce texte est publié sous licence CC BY 4.0.")  # fmt: skip

_HARMLESS = "|".join((
    rf"\b(?:sans|ne (?:doi(?:t|vent)|devez|peut|peuvent) (?:pas|ni) (?:etre )?|ne pas|(?:et|mais|,) (?:ne |non )) ?(?:le |la |les |en |l')?{_EDIT}(?:(?:,| et| ou| ni)+ (?:les? |la )?{_EDIT})*(?=\s*(?:[.;:!)]|$|,? ?(?:et|mais|avec|a condition|en)\b))",
    r"\bsans (?:rien )?payer(?: quoi que ce soit)?\b|\bsans (?:aucune? |autre )?(?:contrepartie|modifications?|alterations?|changements?|coupes?|coupures?|frais|but lucratif|restrictions?|publicite)\b",
    r"\b(?:sauf|sauf si) (?:mention|indication|avis|stipulation) contraires?\b|\b(?:sauf|hors) (?:mention|indication|avis|stipulation|precision)s? (?:\w+ )?(?:particulieres?|expresses?|speciales?|differentes?)\b|\bsauf (?:indique|mentionne|precise) autrement\b",
    rf"\b(?:sauf|hors|sans|excepte|hormis|a l'exception des?|a l'exclusion des?) (?:les |des |nos )?{_PICTURES}(?:(?:,| et| ou)+ (?:les |des )?{_PICTURES})*",
    r"\bnon[- ]commercia\w*|\ba but non lucratif|\bnon lucrati\w*|\bn'hesitez pas a\b|\bpas d'utilisation commerciale|\bpas de modification",
    r"\bsous reserve (?:de (?:citer|mentionner|respecter|crediter|la mention|indiquer)|d'(?:indiquer|ajouter|un lien)|que (?:la source|leur integrite|l'auteur|le texte|leur contenu|l'integrite))",
    r"\b(?:si|s') ?(?:vous |l'on |on )?(?:citez|mentionnez|cite|ajoutez|indiquez|la source est|le souhaitez)",
    r"\baccord(?:e|ons|ent) (?:a \w+ )?(?:l'|une )autorisation de",
    r"\b(?:seule? condition|une seule condition)\b",
    # Two denials that permit.
    rf"\b{_NO_OBJECTION}\b",
    r"\b(?:sans (?:avoir a |rien )?demander|inutile de (?:\w+ )?demander)(?: (?:rien|l'autorisation|la permission))?",
))  # fmt: skip
_DENIES = Pattern(
    r"\b(?:ne|pas|non|ni|plus|jamais|aucun\w*|nul\w*|personne|rien|guere|sans|sauf|except\w*|hormis|hors|interdi\w*|prohib\w*|defen[ds]\w*|refus\w*|illicit\w*|illega\w*|contref\w*|reserv\w*|"
    r"uniquement|seul\w*|exclu\w*|accord\w*|prealable\w*|autorisation\w*|consent\w*|permission|demand\w*|sollicit\w*|contact\w*|ecri(?:re|t\w*|vez)|abonn\w*|membres?|adherent\w*|partenaires?|clients?|salaries|payan\w*|paye\w*|paiement|"
    r"redevance\w*|tarif\w*|factur\w*|contrat\w*|convention\w*|jusqu\w*|etait|etaient|etions|avai\w*|pouvai\w*|pourrai\w*|pourra|pourront|fut|furent|a ete|ont ete|serai\w*|aurai\w*|dev(?:ait|rai\w*)|si|s'il\w*|dit|disait|dire|declar\w*|affirm\w*|selon(?! les (?:termes|conditions))|d'apres|"
    r"assur\w*|rappel\w*|expliqu\w*|estim\w*|annonc\w*|propos[ei]\w*|envisag\w*|projet\w*|bientot|loi|code|droit de citation|copie privee|prive\w*|personnel\w*|cookies?|tiers|ministre|tribunal|juge|fin(?:i|it|ie)|expir\w*|revoqu\w*|retir\w*|suspend\w*|"
    r"contre|moyennant|cas|lecteurs?|fidel\w*|charge|negoci\w*|discretion|exceptionnel\w*|remuner\w*|croi\w*|croyance|pens\w*|loin|souvent|rarement|difficilement|filiales?|groupe|societes?|entreprises?|collaborateurs?|bon vouloir|encadre\w*|anciennement|autrefois|naguere|avant|faux|mythe|croire|limite\w*|restrict\w*|conditionn\w*|moins que)\b|\b(?:a partir|des|depuis|apres|en|avant|debut|fin) (?:d[eu] |la |le |l')?(?:fin |debut )?(?:[a-z]+ )?(?:19|20)[0-9]{2}\b|\bn'|\bqu'(?:avec|apres|a)\b"
)
#: Parties that the reader has no class for: such an offer is narrower than anything it could propose.
_NARROWED = Pattern(
    rf"\b(?:bibliotheques|collectivites|editeurs|etudiants|eleves|communes|mairies|musees|particuliers|eglises|syndicats)\b[^.;]{{0,20}} {_MAY}\b"
)
GUARDS = Guards(
    harmless=Pattern(_HARMLESS),
    denies=(_DENIES, _NARROWED),
    qualifies=Pattern(r"^[\"'(]*(?:toutefois|cependant|mais|neanmoins|sauf|excepte|uniquement|seulement|or|cette (?:autorisation|permission|offre)|ceci|attention|pas sans|jamais|non|d'abord|au prealable)\b"),
    over=Pattern(r"\b(?:n'est plus (?:le cas|possible|permis|autorise|vrai|ainsi)|ne l'est plus|(?:est|sont) (?:desormais |maintenant )?(?:finie?s?|revolue?s?|terminee?s?)|c'est (?:fini|termine)|a pris fin|avons mis fin)\b"),
    revoked=Pattern(rf"\b(?:{_CONSENT}|offre|possibilite|regle|dispositif|convention)\b[^.]{{0,60}}(?:\bn(?:e |')\w+ plus\b|\b(?:retiree?|revoquee?|suspendue?|expiree?|caduque|annulee?|terminee?|a pris fin)\b)"),
)  # fmt: skip

LIMITS = Limits(
    delay=Pattern(rf"\b(?:au plus tot|pas avant|au moins|passe|apres un delai de|a partir de|seulement)? ?{_N} (?P<unit>heures?|jours?|semaines?) (?:apres|suivant|a compter de|de delai apres) (?:leur |la |sa |notre |l')?(?:parution|publication|mise en ligne|diffusion)\b"),
    count=Pattern(rf"(?:(?=\b(?:dans la limite de|au (?:plus|maximum)|maximum|jusqu'a|pas plus de|a raison de|limite\w* a)\b)|(?=[^.;]{{0,40}}\b(?:au (?:plus|maximum)|maximum)\b))(?:\b(?:dans la limite de|au (?:plus|maximum)|maximum|jusqu'a|pas plus de|a raison de|limite\w* a) )?\b{_N} (?:de nos )?{_TEXT}? ?(?:au (?:plus|maximum) |maximum )?(?:par|chaque|/) ?(?P<unit>jour|semaine|mois|an)\w*(?:,? (?:au (?:plus|maximum)|maximum))?"),
    until=Pattern(rf"\b(?:valable )?(?:jusqu'au|expire le|prend fin le|court jusqu'au) {_DATE}"),
    max_words=Pattern(r"(?:(?=\b(?:jusqu'a|maximum|au (?:plus|maximum)|pas plus de|dans la limite de|moins de)\b)|(?=[0-9]{2,4} mots,? (?:au (?:plus|maximum)|maximum)))(?:(?:jusqu'a|maximum|au (?:plus|maximum)|pas plus de|dans la limite de|moins de) (?:de )?)?(?P<number>[0-9]{2,4}) mots(?:,? (?:au (?:plus|maximum)|maximum))?"),
    numbers=_NUMBERS,
    hours={"heure": 1, "jour": 24, "semaine": 168},
    periods={"jour": "day", "semaine": "week", "mois": "month", "an": "year"},
    months={name: place for place, name in enumerate(_MONTHS, 1)},
    fee=Pattern(r"\b(?:contre|moyennant) (?:remuneration|paiement|redevance|une redevance|finances)\b|\bpayante?s?\b"),
)  # fmt: skip

_NOT_COVERED = r"(?:\b(?:appartien\w*|restent|reserve\w*|sauf|except\w*|hormis|hors|exclu\w*|pas|l'exception|l'exclusion)\b)"
FRENCH = Language(
    code="fr",
    own_words=Pattern(r"\b(?:droits (?:de \w+ )?reserves|reproduction (?:autorisee|interdite|libre|partielle|limitee|uniquement)|contact presse|gratuitement|librement|vous|nous|republi(?:er|ez)|redaction|articles? (?:original|sous)|autorisation|reprise|avec mention|lien vers|licence ?:|photo :|mention de la source|depeches?)\b"),
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
        (PartyClass.COMMUNITY_SITE, r"\b(?:sites?|medias?|radios?|blogs?|journaux)(?: (?:web|internet|locaux))? (?:communautaires?|citoyens|de quartier)\b"),
        (PartyClass.NONPROFIT_SITE, r"\bassociations?\b|\bassociatifs?\b|\b(?:organis\w+|sites?|structures) (?:web )?(?:a but non lucratif|sans but lucratif)\b|\bONG\b"),
        (PartyClass.NEWS_PUBLISHER, r"\b(?:sites?|portails?) (?:web |internet )?(?:d'information|d'actualite|de presse)\w*|\b(?:les|des|aux|tous|autres|tout|chaque) (?:medias?|journal|journaux|redactions?)\b(?! (?:sociaux|communautaires|scolaires))|\borganes? de presse\b"),
        (PartyClass.EDUCATOR, r"\betablissements? (?:d'enseignement|scolaires?)\b|\bjournaux (?:scolaires|lyceens)\b|\b(?:ecoles|enseignants|universites|professeurs)\b"),
        (PartyClass.RESEARCHER, r"\bchercheurs?\b"),
        (PartyClass.BROADCASTER, r"\b(?:radios?|chaines|televisions?)\b(?! (?:communautaires?|associatives?))"),
    ),
    needing=words(
        (PartyClass.PRINT_PUBLISHER, r"\b(?:sur papier|imprimee?s?|edition papier|journaux|magazines?|livres?)\b"),
        (PartyClass.COMMERCIAL_SITE, r"(?<!non )(?<!non-)\bcommercia\w*"),
        (PartyClass.BROADCASTER, r"\b(?:radio\w*|television\w*|audiovisuel\w*)\b"),
    ),
    channels=words(
        (Channel.WEB, r"\b(?:en ligne|internet|sites?|sur le web|blogs?|numerique)\b"),
        (Channel.PRINT, r"\b(?:sur papier|sous forme imprimee|imprimee?s?|imprimer|edition papier)\b"),
        (Channel.MAIL, r"\b(?:newsletters?|lettres? d'information|infolettres?|par (?:courriel|e-?mail))\b"),
        (Channel.AUDIO, r"\b(?:a l'antenne|radio|podcasts?|balados?|audio)\b"),
        (Channel.SOCIAL, r"\breseaux sociaux\b"),
    ),
    purposes=words(
        (Purpose.RESEARCH, r"\bfins? (?:[\w-]+(?: et| ou|,)? ){0,4}?(?:de )?recherche\b|\b(?:dans|pour|lors de) (?:[\w']+ ){0,6}?(?:travaux de recherche|recherches|theses|memoires)\b"),
        (Purpose.EDUCATION, r"\bfins? (?:[\w-]+(?: et| ou|,)? ){0,4}?(?:educatives?|pedagogiques?|d'enseignement|scolaires?)\b|\b(?:dans|pour|en) (?:(?:leurs?|vos|votre|les?|la|l') ?)?(?:cours|classe|enseignement)\b"),
        (Purpose.NEWS, r"\bfins? (?:[\w-]+(?: et| ou|,)? ){0,4}?d'information\b"),
    ),
    edits=words(
        ("house_style", r"\b(?:charte|ligne|style|regles) (?:editorial\w*|graphique|typographi\w*|maison|redactionnel\w*)|\bvotre style\b"),
        ("time", r"\b(?:reperes?|references?|indications?|adaptations?) (?:de )?temp(?:s|orel\w*)|\b(?:dates?|temps) (?:et|ou) (?:de )?(?:lieu|lieux)\b"),
        ("place", r"\b(?:dates?|temps) (?:et|ou) (?:de )?(?:lieu|lieux)\b"),
        ("headline", r"\b(?:changer|modifier|adapter) le titre\b|\bun autre titre\b"),
    ),
    excepted=words(
        ("agency", rf"{_NOT_COVERED}[^.;]{{0,80}}\b(?:agences?|depeches?)\b|\b(?:agences?|depeches?)\b[^.;]{{0,50}}{_NOT_COVERED}(?! etre)"),
        ("sections", rf"{_NOT_COVERED}[^.;]{{0,80}}\b(?:rubriques?|chroniques?|mots croises|tribunes?|editoriaux|bandes dessinees)\b|\b(?:rubriques?|chroniques?|mots croises|tribunes?|bandes dessinees)\b[^.;]{{0,50}}{_NOT_COVERED}(?! etre)"),
        ("third_party", rf"{_NOT_COVERED}[^.;]{{0,80}}\btiers\b|\btiers\b[^.;]{{0,50}}{_NOT_COVERED}"),
    ),
    offered_uses=words((Use.TRANSLATE, r"\b(?:traduire|traduite?s?|traduction)"), (Use.ADAPT, r"\b(?:adapte[rz]|adaptee?s?|adaptation|modifie[rz]|remanier)")),
    banned_uses=words(
        (Use.REPUBLISH, r"\b(?:reprodu\w+|re-?publi\w+|repris\w*|reprendre|copi(?:er|ee?s?|es?)\b|re-?utilis\w+)"),
        (Use.SYNDICATE, r"\b(?:re-?)?(?:diffus\w+|distribu\w+|transmi\w+)"),
        (Use.ADAPT, r"\b(?:adapt\w+|modifi\w+|remani\w+)"),
        (Use.TRANSLATE, r"\btradu\w+"),
        (Use.ARCHIVE, r"\b(?:archiv\w+|stock\w+|conservation)"),
        (Use.PRINT, r"\b(?:imprim\w+|impression|sur papier)"),
    ),
    commercial_too=Pattern(r"\b(?:y compris|meme|aussi|egalement) (?:a des fins |dans un but )?commercia\w*|(?<!autres )\ba des fins commerciales\b|\bpour tout usage\b"),
    link_home=Pattern(r"\blien\b[^.;]{0,40}\b(?:page d'accueil|accueil)\b"),
    link_article=Pattern(r"\blien\b[^.;]{0,40}\b(?:article|original\w*|texte|billet|source)\b"),
    excerpt=Pattern(r"\b(?:courts? extraits?|brefs? extraits?|courtes? citations?|extraits? (?:de|peuvent)|citer (?:jusqu|de courts))\b"),
    connective=Pattern(r"\b(?:a (?:la )?(?:seule )?condition (?:de|d'|que)|sous reserve|pourvu que|des lors que|en (?:citant|mentionnant|indiquant)|avec (?:la |une |un )?(?:mention|lien|indication)|au plus tot|si vous)"),
    of_a_picture=Pattern(r"\b(?:photos?|photographies?|images?|illustrations?|dessins?|infographies?|credits? photo|wikimedia|flickr)\b"),
    about_texts=Pattern(rf"\b(?:{_TEXT}|contact\w*)\b"),
    ask_us=Pattern(r"\b(?:contactez|ecrivez|ecrire|adressez|demandez)[ -](?:nous|a la redaction|a l'editeur|notre)"),
    consent=Pattern(rf"\b{_CONSENT}\b"),
    commercial_alone=Pattern(r"\b(?:utilisation|reutilisation|reproduction|exploitation|usage|diffusion)s? commerciales?\b|\ba des fins commerciales\b"),
    reserved=Pattern(r"\btous (?:les )?droits (?:de \w+ )?(?:sont )?(?:strictement )?reserves\b"),
    owner=Pattern(r"\b(?:ayants?[- ]droit|titulaires?|detenteurs?|proprietaires?)\b"),
    prior_interest=Pattern(r"\binteret prealable\b"),
    without_profit=Pattern(r"\bsans but lucratif\b|\bnon[- ]commercia"),
    elsewhere=Pattern(r"\b(?:autres?|autrement|sinon|au-dela|hors des cas|ci-dessus)\b"),
    ai=Pattern(r"\b(?:IA|intelligence artificielle|fouille de (?:textes|donnees)|apprentissage (?:automatique|machine)|modeles? de langage)\b"),
    reprint=Pattern(r"\bre-?imprim"),
    reported=Pattern(r"\b(?:faux|pas vrai|mythe|selon|d'apres|a-t-(?:il|elle)|a (?:dit|declare|affirme|rappele|assure|explique|juge)|ont (?:dit|declare|affirme|estime)|disait|estim\w+ que|tribunal|ministre)\b"),
)  # fmt: skip
