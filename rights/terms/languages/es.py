"""Spanish. Patterns are without accents and with n for ñ, as the plain text is. Pure."""

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

_TEXT = r"(?:articulos?|textos?|contenidos?|notas?|informes?|reportajes?|noticias?|cronicas?|publicacion(?:es)?|informacion(?:es)?|entradas?|paginas?|documentos?|despachos?|materiales|material|obras?|trabajos?|investigacion(?:es)?|piezas?|portal|sitio|comunicados?|boletin(?:es)?|entrevistas?|analisis|resenas?|recetas?|guias?|relatos?|fichas?)"
_OUR = r"(?:nuestr[oa]s?|est[oae]s?|l[oa]s|el|la|del|mis?|todos (?:nuestros|los|estos)|cualquiera de (?:nuestros|estos)|(?:uno|una) de nuestr[oa]s|un[oa]?s?|de)"
_THING = rf"{_OUR} (?:[\w-]+ ){{0,2}}?{_TEXT}\b"
_STRONG = r"(?:re-?public(?:ar|ad|a|ando)|reproduc(?:ir|id|e)|redifundir|reimprimir|repostear|volver a publicar)"
_WEAK = r"(?:re-?utilizar|utilizar|usar|copiar|difundir|distribuir|compartir|publicar|traducir|citar|imprimir|recoger|pegar)"
_WHERE = r"(?:libremente |gratis |gratuitamente |en internet |en papel |en linea |en (?:sus?|tus?) [\w-]+ )*"
_MOST = r"(?:hasta|un maximo de|como maximo|no mas de|a lo sumo)"
_VERB = rf"(?:(?:{_WEAK},? (?:y |o )?)?{_STRONG}\b|{_WEAK} (?:(?:y|o) {_WEAK} )?{_WHERE}(?:(?:{_MOST} [\w]+ )?{_THING}|{_MOST} [\w]+ {_TEXT}\b))"
#: "… que pueden publicarlas": what the verb speaks of stands before it.
_VERB_IT = r"(?:re-?public|reproduc|copi|us|re-?utiliz|utiliz|difund|public|compart|imprim|redifund)(?:ar|ir)l[oa]s?"
#: Two denials that permit.
_NO_OBJECTION = r"(?:no (?:hay|tenemos|tengo|ponemos|vemos) (?:ningun |ninguna )?(?:inconveniente|objecion(?:es)?|reparos?)|no (?:se opone|nos oponemos|me opongo))"
_DONE = r"(?:re-?publicad[oa]s?|reproducid[oa]s?|redifundid[oa]s?|reimpres[oa]s?)"
_DONE_IF = r"(?:re-?utilizad[oa]s?|utilizad[oa]s?|usad[oa]s?|copiad[oa]s?|difundid[oa]s?|distribuid[oa]s?|publicad[oa]s?|traducid[oa]s?|compartid[oa]s?|citad[oa]s?)"
_AGAIN = r"(?:reproduccion|re-?publicacion|redifusion|re-?utilizacion|utilizacion|uso|difusion|copia|traduccion|distribucion)"
_BAN_AGAIN = r"(?:reproduccion(?:es)?|re-?publicacion(?:es)?|redifusion|re-?utilizacion|utilizacion|uso|difusion|copia|traduccion|distribucion|transformacion|comunicacion publica|explotacion|extraccion|almacenamiento|publicacion)"
_CLASS = (
    r"(?:(?:organizaciones|asociaciones|entidades|medios|periodicos|diarios|sitios|webs|paginas|blogs|portales|escuelas|colegios|centros|universidades|docentes|investigadores|radios|emisoras|redacciones|ong|bibliotecas)"
    r"(?:(?:(?:,| y| e| o))? (?:web|ciudadan[oa]s|de barrio|de internet|digitales|sin animo de lucro|sin fines de lucro|educativos?|escolares|de comunicacion|informativos|de noticias|comunitari[oa]s|vecinales|no comerciales|locales|independientes))*)"
)
_PARTY = rf"(?:usted(?:es)?|cualquiera|cualquier (?:persona|medio|sitio|web)|todo el mundo|todos|(?:todos |todas )?(?:los|las|otros|otras|otros los|a los|a las|a) (?:demas |otros |otras )?{_CLASS}(?:(?:,| y| o| y a| e)+ (?:los |las |a )?{_CLASS})*)"
_MAY = r"(?:puedes?|pueden|podeis|tienes? permiso para|tienen permiso para|(?:eres|es|son|sois) libres? de|(?:esta|estan|estas) (?:autorizad[oa]s?|invitad[oa]s?) a)"
_SOFTLY = r"(?:libremente |tambien |gratuitamente |gratis |asimismo )*"
_CONSENT = r"(?:autorizacion|permiso|consentimiento|licencia|acuerdo|conformidad)"
_MONTHS = ["enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre", "noviembre", "diciembre"]
_DATE = rf"(?P<date>[0-9]{{1,2}} de (?:{'|'.join(_MONTHS)}) (?:de |del )?[0-9]{{4}}|[0-9]{{1,2}}/[0-9]{{1,2}}/[0-9]{{4}}|[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"
_NUMBERS = {
    word: place for place, word in enumerate(["un", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez"], 1)
} | {"una": 1, "veinticuatro": 24}
_N = rf"(?P<number>[0-9]{{1,4}}|{'|'.join(_NUMBERS)})"
_PICTURES = r"(?:fotos?|fotografias?|imagen(?:es)?|ilustracion(?:es)?|graficos|dibujos|videos?|logotipos?|infografias?)"
_EDIT = r"(?:modific\w*|modifiqu\w*|alter\w*|cambi\w*|cort\w*|recort\w*|acort\w*|transform\w*|desvirtu\w*|vend\w*|revend\w*|traduc\w*|adapt\w*|edit(?:ar|e|en|es|ado|ados|adas)\b)"

_OFFER = Codes(basis=Basis.SOURCE_TERMS, uses=[str(Use.READ)], recipients=[str(RecipientKind.PUBLIC)], onward=Onward.SAME_OFFER)
_DENY = Codes(verdict=Verdict.DENY)

PERMISSIONS = (
    rule("es:may-republish", TermKind.PERMISSION, rf"\b{_PARTY} {_MAY} {_SOFTLY}{_VERB}|^(?:ya )?(?:puedes?|podeis) {_SOFTLY}{_VERB}|\b(?:eres|sois) libres? de {_VERB}",
         "You, anyone or a class of party may publish again.", "Puedes republicar nuestros artículos con un enlace al original.", _OFFER),
    rule("es:who-may-publish-it", TermKind.PERMISSION, rf"\b{_TEXT}\b[^.;:?]{{0,100}}\b{_CLASS},? (?:que|quienes|los cuales|las cuales) {_MAY} {_SOFTLY}{_VERB_IT}\b",
         "A class of party may publish again what the sentence spoke of.", "Nuestros textos están a disposición de las escuelas, que pueden publicarlos.", _OFFER),
    rule("es:no-objection", TermKind.PERMISSION,
         rf"\b{_NO_OBJECTION} (?:alguno |alguna )?(?:en |a |para )[^.;?]{{0,60}}?\b(?:reproduccion|re-?publicacion|redifusion|re-?utilizacion|{_STRONG}|se (?:re-?publiquen?|reproduzcan?|re-?utilicen?|copien?))\b[^.;?]{{0,30}}\b(?:nuestr[oa]s|l[oa]s {_TEXT} (?:de|del)|est[oa]s|mis)\b",
         "They have nothing against publishing again.", "No tenemos inconveniente en que se reproduzcan nuestros textos.", _OFFER),
    rule("es:may-be-republished", TermKind.PERMISSION,
         rf"\b{_TEXT}\b[^.;:?]{{0,90}}? (?:puede|pueden) (?:tambien )?(?:ser {_SOFTLY}(?:{_DONE_IF}(?: y| o|,) )?(?:{_DONE}\b|{_DONE_IF} (?:libremente|gratuitamente|gratis|siempre|con|por (?:todos|cualquier|los|las)|en))|(?:re-?publicarse|reproducirse|reutilizarse)\b)",
         "The articles may be published again.", "Los artículos pueden ser reproducidos libremente.", _OFFER),
    rule("es:republication-is-permitted", TermKind.PERMISSION,
         rf"\bse (?:permite|autoriza|permiten|autorizan) (?:expresamente |libremente )?(?:la )?(?:libre )?{_AGAIN}\b|\b(?:la )?{_AGAIN}(?:(?:,| y| o)+ (?:la )?{_AGAIN})*(?: (?:de|del|total|parcial|en|por)\b[^.;?]{{0,90}}?)? (?:esta|estan|es|son|queda) (?:\w+ )?(?:permitid[oa]s?|autorizad[oa]s?|libres?)\b"
         rf"|^(?:re-?produccion|re-?publicacion)[^.;?]{{0,30}} (?:permitida|autorizada|libre)\b|\bse (?:puede|pueden|permite) (?:libremente )?(?:{_STRONG}|{_WEAK} {_THING})",
         "Publishing again is said to be permitted.", "Se permite la reproducción de los textos siempre que se cite la fuente.", _OFFER),
    rule("es:we-allow", TermKind.PERMISSION,
         rf"\b(?:permitimos|autorizamos|invitamos|animamos|(?:concede|concedemos|otorga|otorgamos) (?:a \w+ )?(?:permiso|autorizacion) (?:para|de|a)|(?:permite|autoriza|invita) (?:a )?)\b ?[^.;?]{{0,60}}?(?:{_AGAIN} de\b|{_VERB}|\bque (?:otr[oa]s |los |las )?[\w ]{{2,40}} (?:re-?publiquen|reproduzcan))",
         "They allow or invite others to publish again.", "Autorizamos la reproducción de nuestros textos citando la fuente.", _OFFER),
    rule("es:republish-for-free", TermKind.PERMISSION, rf"^(?:re-?publica|re-?publique|reproduce|comparte y republica) {_THING}[^.;]*\b(?:gratis|libremente|en internet|en linea|en papel|creative commons|citando|con)",
         "They invite to publish again.", "Republica nuestros artículos gratis, en internet.", _OFFER),
)  # fmt: skip

_REACH = r"@|https?:|www\.|\+[0-9]|[\[(] ?(?:at|arroba|e-?mail)"
_ADDRESS = r"@|https?:|www\.|[\[(] ?(?:at|arroba|e-?mail)|protegid"
OTHERS = (
    rule("es:press-contact", TermKind.PRESS, r"\b(?:contacto|gabinete|oficina|consultas|atencion|solicitudes)(?: (?:de|para|a|con|la|los))* ?(?:prensa|medios|periodistas)\b|^prensa ?:",
         "Whom journalists ask. It gives no right.", "Contacto de prensa: prensa@gazette.example", Codes(contact_kind="press", grantee_class="press"), needs=rf":|{_ADDRESS}"),
    rule("es:permission-rule", TermKind.CONDITION,
         rf"\b(?:debe|deben|debera|deberan|hay que|es (?:necesario|obligatorio|preciso)|tiene que)\b[^.;]{{0,60}}\b(?:solicitar|pedir|obtener)\w*\b[^.;]{{0,50}}\b{_CONSENT}|\b(?:requier\w*|necesit\w*|precis\w*|exig\w*)\b[^.;]{{0,40}}\b{_CONSENT}",
         "For other uses the owner must be asked.", "Para otros usos se debe solicitar permiso a la editorial.", Codes(verdict=Verdict.NEEDS_PERMISSION)),
    rule("es:contact-for-permission", TermKind.CONTACT,
         r"\b(?:contact[eao]\w*|escrib\w+|dirij\w+|dirigirse|consult\w+|pide|pida|solicit\w+|pongase|ponte|envie\w*|para [^.;]{3,60}[:,])|^(?:permisos|derechos|licencias|reproduccion(?:es)?|autorizaciones)\b[^.;]{0,40}:",
         "Whom to ask for permission.", "Para usos comerciales, diríjase a permisos@gazette.example.", Codes(verdict=Verdict.NEEDS_PERMISSION, contact_kind="permissions"),
         needs=(rf"\b(?:{_BAN_AGAIN}|usos|derechos|re-?publicar|reproducir|licencias|permisos|{_CONSENT}|comercial\w*|traducir|usarl[oa]s)\b", _ADDRESS)),
    rule("es:all-rights-reserved", TermKind.PROHIBITION, r"\btodos los derechos (?:de \w+ )?(?:estan |quedan )?reservados\b|\bderechos reservados\b|\breservados todos los derechos\b",
         "Nothing is permitted that is not said.", "Todos los derechos reservados.", _DENY),
    rule("es:no-longer", TermKind.PROHIBITION,
         rf"\b(?:{_CONSENT}|oferta|norma|posibilidad|{_BAN_AGAIN})\b[^.;]{{0,60}}\b(?:ya no|dejo de|ha (?:terminado|caducado|vencido|finalizado|expirado|sido (?:retirad|revocad|anulad)\w+)|caduco|termino|no esta vigente)\b|\bya no\b[^.;]{{0,50}}\b(?:permit\w+|autoriz\w+|se puede\w*|re-?public\w+|reproduc\w+)|\bhasta (?:el ano )?[0-9]{{4}}\b[^.;]{{0,60}}\b(?:permitiamos|permitia|se permitia|autorizaba\w*|estaba permitid\w+|podian)\b",
         "A permission that has ended.", "Ese permiso ya no está vigente.", Codes(verdict=Verdict.DENY, uses=[str(Use.REPUBLISH)])),
    rule("es:is-prohibited", TermKind.PROHIBITION,
         rf"\b(?:prohib\w+|no se (?:permite|autoriza)\w*|no esta(?:n)? (?:permitid|autorizad)\w+|vetad[oa]|se prohibe)\b[^.;]{{0,80}}\b(?:{_BAN_AGAIN}|{_STRONG}|{_WEAK}|entrenar)\b|\b{_BAN_AGAIN}\b[^.;]{{0,120}}\b(?:prohibid[oa]s?|ilegal\w*|ilicit\w+|no (?:\w+ ){{0,2}}?(?:permitid|autorizad|admitid)\w+)\b|\b{_BAN_AGAIN}\b[^.;]{{0,100}}\b(?:queda|quedan|esta|estan) (?:\w+ )?excluid[oa]s?\b|\bno se (?:admite|tolera|acepta)\w*\b[^.;]{{0,60}}\b{_BAN_AGAIN}",
         "Publishing again is prohibited.", "Queda prohibida la reproducción total o parcial.", _DENY),
    rule("es:may-not", TermKind.PROHIBITION,
         rf"\bno (?:se )?(?:puede|pueden|puedes|podra|podran|podras|debe|deben|deberan)\b[^.;]{{0,60}}\b(?:{_STRONG}|{_WEAK}|{_DONE}|{_DONE_IF}|reproducirse|copiarse|publicarse|difundirse)\b|\b(?:nadie|ningun\w*|nada|tampoco)\b[^.;]{{0,60}}\b(?:puede|pueden|podra|podran)\b[^.;]{{0,60}}\b(?:{_STRONG}|{_WEAK}|{_DONE}|{_DONE_IF}|reproducirse|copiarse)\b"
         rf"|^(?:por favor,? )?no (?:re-?publi\w+|reprodu\w+|copi\w+) nada\b|^(?:por favor,? )?(?:no|nunca) (?:re-?publiques?|reproduzca[ns]?|copie[ns]?|reproduzcas)\b|\bno (?:autorizamos|permitimos|autoriza|permite)\b[^.;]{{0,60}}\b(?:{_BAN_AGAIN}|{_STRONG})",
         "Publishing again is not allowed.", "Nuestros artículos no pueden ser reproducidos.", _DENY, needs=rf"\b{_TEXT}\b|^(?:no|nadie|por favor|nunca)|\bpuedes\b"),
    rule("es:without-permission", TermKind.PROHIBITION,
         rf"\b(?:{_BAN_AGAIN}|{_STRONG}|{_DONE}|{_DONE_IF})\b[^.;]{{0,90}}\b(?:sin|solo (?:con|previa|bajo)|unicamente (?:con|previa)|solamente (?:con|previa)|salvo|previa|sujet[oa] a)\b[^.;]{{0,50}}\b{_CONSENT}|\b(?:solo|unicamente) con\b[^.;]{{0,40}}\b{_CONSENT}\b[^.;]{{0,60}}\b(?:{_STRONG}|{_WEAK})",
         "Nothing without their permission.", "Reproducción solo con permiso de la redacción.", Codes(verdict=Verdict.NEEDS_PERMISSION)),
    rule("es:personal-use-only", TermKind.PROHIBITION, r"\buso (?:exclusivamente |estrictamente |meramente )?(?:personal|privado|particular)\b", "For a person's own use; publishing is not meant.",
         "Los contenidos son solo para uso personal.", Codes(verdict=Verdict.NEEDS_PERMISSION, uses=[str(Use.REPUBLISH)]), needs=rf"\b(?:{_BAN_AGAIN}|imprimir|descargar|{_TEXT})\b"),
    rule("es:responsibility", TermKind.RESPONSIBILITY,
         r"\b(?:responsabilidad|responsables?) (?:exclusiv\w+|unic\w+|solo|solamente|plena)\b|\b(?:exclusiva|unica|sola|entera) responsabilidad\b|\bno (?:refleja\w*|representa\w*|coincide\w*|comparte\w*)[^.;]{0,30}\b(?:necesariamente|opinion|postura)|\bno se (?:hace\w*|responsabiliza\w*) (?:responsables? )?|\bno (?:asume|acepta)\w* (?:ninguna )?responsabilidad",
         "The author answers for the text, not the publisher. A notice to keep; it gives no right.", "Las opiniones son responsabilidad exclusiva de su autor.", Codes(obligations=[str(Obligation.AUTHOR_RESPONSIBILITY)])),
    rule("es:press-address", TermKind.PRESS, rf"^(?=.*(?:{_REACH}))(?!.*\b(?:{_BAN_AGAIN}|derechos|{_CONSENT}|{_STRONG})\b)(?=.{{0,160}}$).*\b(?:prensa|periodistas|medios)\b",
         "An address for journalists. It gives no right.", "Los periodistas nos encuentran en prensa@gazette.example", Codes(contact_kind="press", grantee_class="press")),
)  # fmt: skip
EXCEPTION = rule("es:except-for", TermKind.PERMISSION, r"(?:,? ?\()?\b(?:salvo|excepto|a excepcion|con excepcion|con la excepcion|fuera)(?: (?:por|para|a|al|en|de|del|las?|los|el))*\b",
    "A class that a ban leaves out: it may publish again.", "Nuestros artículos no pueden ser reproducidos, salvo por las escuelas.", _OFFER)  # fmt: skip
ASKS = rule("es:contact-after-terms", TermKind.CONTACT,
    rf"^(?=.*(?:{_REACH}))(?!.*\b(?:prensa|periodistas|comentarios?|errores?|erratas?|empleo|publicidad|boletin|newsletter|donaciones|donativos)\b).*\b(?:pregunt\w*|escrib\w*|dirij\w*|dirigirse|consult\w*|contact\w*|pid[ae]\w*|pedir\w*|solicit\w*|dudas?|derechos|licencias?|permisos?|autorizacion\w*)\b",
    "Whom to ask, right after the terms.", "Nuestros artículos no pueden ser reproducidos. Dudas: derechos@gazette.example", Codes(verdict=Verdict.NEEDS_PERMISSION, contact_kind="permissions"))  # fmt: skip

_CREDIT = r"(?:cit[aeo]\w*|mencion\w*|acredit\w*|credito|reconoc\w*|atribu\w*|indic\w*|nombr\w*|figur\w*|identific\w*|const(?:e|en|ar|ando|a)\b|consign\w*|senal\w*)"
#: What a source calls itself.
_OUTLET = r"(?:universidad|institut\w*|periodico|diario|revista|sitio|web|agencia|fundacion|asociacion|escuela|editorial|radio|ministerio|medio|museo|redaccion)\b"
CONDITIONS = (
    duty(Obligation.CREDIT_AUTHOR, rf"\b{_CREDIT}\b[^.;]{{0,20}}\bquien(?:es)? (?:l[oa]s? )?(?:escrib\w+|firm\w+)|\b{_CREDIT}\b[^.;]{{0,40}}\b(?:autor\w*|periodista|firma)\b|\b(?:autor|autora|firma|nombre del autor)\b[^.;]{{0,40}}\b{_CREDIT}", "The author's name must stand.", "Por favor, cita al autor."),
    duty(Obligation.CREDIT_SOURCE, rf"\b{_CREDIT}\b[^.;]{{0,30}}\b(?:fuente|procedencia|origen|nuestro (?:nombre|medio)|el medio)\b|\bfuente\b[^.;]{{0,30}}\b{_CREDIT}|\b(?:cites|cite|citando|citar|mencione|menciones)\b[^.;]{{0,30}} (?:y )?a (?-i:(?:La |El |Los |Las )?[A-Z])|\bpublicado originalmente en\b|\b{_CREDIT}\b[^.;]{{0,40}}\b(?:autor\w*|periodista) y (?:a )?(?:la |al |el |nuestr\w+ )?{_OUTLET}|\b{_CREDIT}\b[^.;]{{0,40}} y a (?-i:[A-Z])|\b(?:credito|mencion\w*|frase|texto|leyenda|linea|firma|indic\w*)\b[^.;\"]{{0,40}}\"", "The source's name must stand.", "Se debe citar la fuente."),
    duty(Obligation.COPYRIGHT_LINE, r"\b(?:conserv|manten|reproduc|inclu|mencion)\w*\b[^.;]{0,50}\b(?:copyright|©|aviso de derechos)", "The copyright line must stand.", "Mantenga el aviso de copyright."),
    duty(Obligation.LINK_ORIGINAL, r"\b(?:hiper)?(?:enlaces?|vinculos?|links?)\b[^.;]{0,60}\b(?:a|al|hacia|articulo|original|pagina|web|portada|activo|directo)\b|\benlaz\w+ (?:al|a la|a nuestr\w+|con|hacia)\b|\bincluyendo la url\b", "A link to the original must stand.", "Incluye un enlace al artículo original."),
    duty(Obligation.KEEP_NOTICE, r"\b(?:inclu|conserv|manten|reproduc)\w*\b[^.;]{0,20}\b(?:este|esta|el siguiente|la siguiente) (?:aviso|nota|texto|frase|linea)\b", "A notice must be kept word for word.", "Incluye este aviso al final."),
    duty(Obligation.MARK_CHANGES, r"\b(?:indic|senal|mencion|marc)\w*\b[^.;]{0,30}\b(?:cambios|modificaciones)\b", "Changes must be marked.", "Indica los cambios."),
    duty(Obligation.SHARE_ALIKE, r"\bcompartir ?igual\b|\bbajo la misma licencia\b", "What is made of it goes out under the same licence.", "Publica tu versión bajo la misma licencia."),
    duty(Obligation.LICENCE_LINK, r"\benlace a la licencia|\b(?:indic|mencion)\w* la licencia\b", "The licence must be named and linked.", "Incluye un enlace a la licencia."),
    duty(Obligation.COUNTER, r"\b(?:contador|pixel|codigo de seguimiento)\b", "Their page counter must be on our page.", "Usa nuestro contador de visitas."),
    duty(Obligation.CANONICAL_TO_ORIGINAL, r"\b(?:canonical|canonic[oa])\b", "The canonical link must name the original.", "Añade un enlace canónico."),
    duty(Obligation.NOINDEX, r"\bno-?index\b", "Search engines must not index our copy.", "Añade la etiqueta noindex."),
    duty(Obligation.REPORT_USE, r"\b(?:avis[ae]\w*nos|inform[ae]\w*nos|comunic\w*nos|notific\w*nos|envi\w*nos|manda\w*nos)\b|\bav[ií]sanos\b", "They want to be told of the use.", "Avísanos cuando lo publiques."),
    duty(Obligation.REMOVE_WITHIN, r"\b(?:retir|elimin|borr)\w*\b[^.;]{0,40}\b(?:a peticion|si lo pedimos|en un plazo|cuando se solicite)\b", "It must go when they ask.", "Retira el artículo a petición nuestra."),
    duty(Obligation.CARRY_CORRECTIONS, r"\b(?:public|incorpor|inclu|aplic)\w*\b[^.;]{0,20}\b(?:correcciones|rectificaciones)\b", "Their corrections must be carried.", "Publica nuestras correcciones."),
    duty(Obligation.DROP_IMAGES, rf"\b(?:sin|salvo|excepto|a excepcion de|con excepcion de|menos) (?:las |los |nuestras )?{_PICTURES}|\b{_PICTURES}\b[^.;]{{0,60}}\b(?:no (?:\w+ )?(?:incluid\w+|incluyen|cubiert\w+|pueden|entran)|exclu\w+|prohibid\w+)|\b{_PICTURES}\b[^.;]{{0,40}}\b(?:quedan? fuera|requieren? (?:un )?permiso|pertenecen?|tienen licencia propia|van aparte)\b|\b(?:excluid\w+|exclu[iy]\w+|no incluye) (?:todas )?(?:las |los )?{_PICTURES}", "Pictures are not covered.", "Las fotografías no están incluidas."),
    detail("unaltered", rf"\b(?:sin|no|ni|nunca)\b[^.;]{{0,30}}\b{_EDIT}|\b(?:integramente|en su integridad|integr[oa]s?|inalterad\w+|tal cual|completos? y sin)\b|\b(?:qued\w*|dej\w*|mant\w*)\b[^.;]{{0,30}}\b(?:como esta|como estan|tal como)\b|\b(?:solo|unicamente)\b[^.;]{{0,50}}\b(?:libro|manual|guia) de estilo\b", ("unaltered", True), "The text must stay as it is.", "No modifiques el texto."),
    detail("non_commercial", r"\bno[- ]comercia\w*|\bsin (?:animo|fines) de lucro (?!(?:y|o|u|pueden|puede)\b)|\bno (?:para|con) fines comerciales", ("commercial", str(Commercial.NO)), "Commercial use is not covered.", "Solo para fines no comerciales."),
    detail("no_resale", r"\b(?:prohib\w+|no)\b[^.;]{0,30}\b(?:re)?vent?(?:a|der|derse|dan?)\b|\b(?:re)?venta\b[^.;]{0,30}\bprohib", ("no_resale", True), "It must not be sold on.", "Está prohibida la venta de los textos."),
    detail("no_systematic", r"\b(?:sistematic\w+|masiv\w+|automatic\w+|automatizad\w+)\b", ("no_systematic", True), "Not everything, and not by a machine.", "Solo artículos sueltos, nunca de forma masiva."),
    detail("no_ads_adjacent", r"\b(?:no|sin|ni)\b[^.;]{0,40}\b(?:publicidad|anuncios)\b", ("no_ads_adjacent", True), "Not beside advertising.", "No pongas publicidad junto al texto."),
)  # fmt: skip

CONDITION = rule("es:condition", TermKind.CONDITION,
    r"^(?:[•*–-] ?)?(?:por favor|se (?:debe|ruega|pide|exige|permite|autoriza)|debe\w*|hay que|es obligatorio|rogamos|cita|cite|mencion\w+|inclu\w+|anad\w+|indic\w+|mante\w+|conserv\w+|avis\w+|retir\w+|public\w+|us[ae]\b|enlaz\w+|solo|no|sin|queda\w*|esta\w*|un|una|el|la|las|los|nuestr\w+|como maximo|maximo|hasta|pasad\w+|siempre|su|tu)\b",
    "A condition on its own.", "Por favor, cita al autor e incluye un enlace al artículo.",
    needs=rf"\b(?:{_TEXT}|{_PICTURES}|enlac\w+|enlaz\w+|fuente|autor\w*|copyright|licencia|frase|aviso|cambios|modific\w+|comercia\w+|publicidad|noindex|canonic\w+|contador|visitas|publiques|venta|reventa|version|reproduccion|correcciones)\b")  # fmt: skip
LICENCE = rule("es:creative-commons", TermKind.PERMISSION, r"\b(?:bajo|licencia|se publica\w*|publicad\w+|disponibles?|distribu\w+|lleva\w*|compart\w+|ofrec\w+|tienen?)\b|licencia ?:",
    "A Creative Commons licence is named for the text.", "Este texto se publica bajo una licencia CC BY 4.0.")  # fmt: skip

_HARMLESS = "|".join((
    r"\b(?:salvo|excepto) (?:que se indique lo contrario|indicacion (?:en )?contrari[oa]|donde se indique|mencion en contrario)\b|\ba menos que se indique lo contrario\b",
    r"\bsin (?:animo|fines) de lucro\b|\bno comercia\w*|\bno lucrativ\w+|\bsin (?:tener que )?pagar(?: nada)?\b|\bsin (?:ninguna? )?(?:modificacion(?:es)?|cambios?|alteracion(?:es)?|coste|cargo|restricciones)\b|\bsin modificar(?:lo|los|la|las)?\b|\bsin ?obra ?derivada\b|\bsin derivadas\b",
    rf"\b(?:y|pero|,) (?:siempre que )?no se {_EDIT}(?: (?:su|el|los|la) (?:contenido|texto|sentido|textos))?(?=\s*(?:[.;:!)]|$|,))|\b(?:siempre (?:que|y cuando)) no se {_EDIT}(?: (?:su|el|los|la) (?:contenido|texto|sentido|textos))?(?=\s*(?:[.;:!)]|$|,))",
    rf"\b(?:salvo|excepto|sin|a excepcion de|con excepcion de) (?:las |los |nuestras )?{_PICTURES}(?:(?:,| y| o)+ (?:las |los )?{_PICTURES})*",
    r"\bsi (?:se )?(?:citas?|cite|mencionas?|incluyes?|quieres?|enlazas?|lo deseas?)\b",
    r"\b(?:otorga|otorgamos|concede|concedemos) (?:permiso|autorizacion) (?:para|de)",
    # Two denials that permit.
    rf"\b{_NO_OBJECTION}\b",
    r"\b(?:sin (?:necesidad de )?|no hace falta )(?:preguntar|pedir(?:nos)? permiso|pedirlo|avisar)\b",
    r"\b(?:salvo|excepto|si no) (?:que )?(?:se )?(?:diga|indique|advierta|especifique|senale)(?: expresamente)? (?:lo contrario|otra cosa)\b",
))  # fmt: skip
_DENIES = Pattern(
    r"\b(?:no|ni|nunca|jamas|nadie|ningun\w*|nada|tampoco|sin|salvo|except\w*|menos|prohib\w*|veda\w*|deneg\w*|negad\w*|niega\w*|rechaz\w*|ilegal\w*|ilicit\w*|reservad\w*|reserva|solo|solamente|unicamente|exclusiv\w*|previ[oa]s?|autorizacion\w*|permisos?|consentimiento|"
    r"licenciatari\w*|pedir|pide|pida|solicit\w*|consult\w*|contact\w*|escrib\w*|suscri\w*|soci[oa]s|miembros|client\w*|emplead\w*|pag[ao]\w*|pague\w*|tarifa\w*|canon|contrato\w*|convenio|acuerdo|hasta|era|eran|estab\w*|permitia\w*|autorizaba\w*|podia\w*|podria\w*|podra\w*|permitio|autorizo|fue|fueron|ha sido|"
    r"han sido|seria\w*|habria|deberia\w*|si|dijo|dice|dicen|aseguro|afirm\w*|segun|declar\w*|explico|anuncio|recordo|estim\w*|ley|leyes|codigo|derecho de cita|copia privada|privad\w*|personal\w*|particular\w*|cookies?|terceros|ministr\w*|juez\w*|tribunal\w*|alcalde\w*|caduc\w*|venc\w*|termin\w*|"
    r"finaliz\w*|revoc\w*|retir\w*|suspend\w*|anulad\w*|antes|antiguamente|anteriormente|falso|mito|mentira|limitad\w*|restring\w*|restric\w*|condicionad\w*|pronto|proyecto|plane\w*|ojala|quiza\w*|casos?|excepcional\w*|discrecion|criterio|filiad[oa]s|afiliad\w*|dificilmente|rara vez|lejos|dud[ao]\w*|cre(?:e|en|emos|encia)|piens\w*|filial\w*|empresas?|grupo|sociedades|denunci\w*|beneplacito|apenas|infring\w*)\b|\b(?:a partir de|desde|despues de|tras|en|antes de|finales de) (?:\w+ ){0,3}(?:19|20)[0-9]{2}\b"
)
#: Parties that the reader has no class for: such an offer is narrower than anything it could propose.
_NARROWED = Pattern(
    rf"\b(?:bibliotecas|editoriales|ayuntamientos|estudiantes|alumnos|museos|iglesias|sindicatos|particulares)\b[^.;]{{0,20}} {_MAY}\b"
)
GUARDS = Guards(
    harmless=Pattern(_HARMLESS),
    denies=(_DENIES, _NARROWED),
    qualifies=Pattern(r"^[\"'(]*(?:sin embargo|no obstante|pero|salvo|excepto|solo|unicamente|aunque|este permiso|esta autorizacion|ese permiso|esto|atencion|nunca|jamas|no sin|antes|previamente|eso si)\b"),
    over=Pattern(r"\bya no (?:es asi|es posible|es el caso|esta permitid\w+|se permite)\b|\bse acabo\b|\b(?:eso|esto|aquello) (?:termino|ha terminado|se termino)\b|\bhemos puesto fin\b"),
    revoked=Pattern(rf"\b(?:{_CONSENT}|oferta|norma|posibilidad|convenio)\b[^.]{{0,60}}\b(?:ya no|no esta vigente|caduc\w*|vencid\w*|vencio|termin(?:o|ado|ada)|finaliz(?:o|ado|ada)|revocad\w*|retirad\w*|suspendid\w*|anulad\w*|expir\w*|dejo de)\b"),
)  # fmt: skip

LIMITS = Limits(
    delay=Pattern(rf"\b(?:(?:(?:no|nunca) antes de(?: que (?:pasen|transcurran))?|pasadas|pasados|transcurridas|transcurridos|a partir de|al menos|como minimo|solo) )?(?:las |los )?{_N} (?P<unit>horas?|dias?|semanas?) (?:desde|despues de|tras|de|a partir de) (?:haberse |nuestra |su |la |sus )?(?:publicacion|publicado|aparicion|difusion)\b"),
    count=Pattern(rf"\b(?:hasta|un maximo de|maximo de|como maximo|no mas de|maximo|a lo sumo) {_N} (?:de nuestros )?(?:{_TEXT} )?(?:como maximo )?(?:a la|al|por|cada|/) ?(?P<unit>dia|semana|mes|ano)\b"),
    until=Pattern(rf"\b(?:hasta el(?: dia)?|vigente hasta el|caduca el|vence el|valido hasta el) {_DATE}"),
    max_words=Pattern(r"\b(?:hasta|un maximo de|maximo de|como maximo|no mas de|menos de) (?:de )?(?P<number>[0-9]{2,4}) palabras\b"),
    numbers=_NUMBERS,
    hours={"hora": 1, "dia": 24, "semana": 168},
    periods={"dia": "day", "semana": "week", "mes": "month", "ano": "year"},
    months={name: place for place, name in enumerate(_MONTHS, 1)},
    fee=Pattern(r"\b(?:previo pago|mediante pago|a cambio de (?:un )?pago|con (?:un )?coste|de pago)\b"),
)  # fmt: skip

_NOT_COVERED = r"(?:\b(?:salvo|excepto|excepcion|exclu\w+|no|fuera|pertenecen?)\b)"
SPANISH = Language(
    code="es",
    own_words=Pattern(r"\b(?:derechos reservados|prohibida la|autorizamos|usos|dirijase|comerciales|nuestros|textos|se (?:permite|autoriza)|reproduccion (?:total|parcial|permitida|prohibida)|re-?publicar|articulos?|enlace|citando la fuente|licencia:|foto:|prensa|permisos|autorizacion|editorial|redaccion|fuente)\b"),
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
        (PartyClass.COMMUNITY_SITE, r"\b(?:sitios?|medios|radios?|webs?|periodicos|paginas|blogs) (?:web )?(?:comunitari[oa]s|vecinales|ciudadan[oa]s|de barrio)\b"),
        (PartyClass.NONPROFIT_SITE, r"\b(?:organizaciones|entidades|asociaciones|sitios|medios|webs) (?:web )?(?:sin (?:animo|fines) de lucro)\b|\bONG\b"),
        (PartyClass.NEWS_PUBLISHER, r"\bmedios de comunicacion\b|\b(?:sitios|portales|webs) (?:de noticias|informativ\w+)\b|\b(?:los|otros) (?:medios|periodicos|diarios)\b(?! (?:comunitarios|sin|sociales))|\bredacciones\b"),
        (PartyClass.EDUCATOR, r"\bcentros (?:educativos|escolares|de ensenanza)\b|\b(?:escuelas|colegios|universidades|docentes|profesores)\b"),
        (PartyClass.RESEARCHER, r"\binvestigadores\b"),
        (PartyClass.BROADCASTER, r"\b(?:emisoras|televisiones|radios)\b(?! comunitarias)"),
    ),
    needing=words(
        (PartyClass.PRINT_PUBLISHER, r"\b(?:en papel|impres[oa]s?|periodicos|revistas|libros)\b"),
        (PartyClass.COMMERCIAL_SITE, r"(?<!no )\bcomercial(?:es|mente)?\b"),
        (PartyClass.BROADCASTER, r"\b(?:radio|television|audiovisual\w*)\b"),
    ),
    channels=words(
        (Channel.WEB, r"\b(?:en internet|internet|en linea|online|sitios?(?: web)?|webs?|blogs?|digital(?:es)?)\b"),
        (Channel.PRINT, r"\b(?:en papel|impres[oa]s?)\b"),
        (Channel.MAIL, r"\b(?:boletin(?:es)?|newsletters?|por correo)\b"),
        (Channel.AUDIO, r"\b(?:radio|podcasts?|audio)\b"),
        (Channel.SOCIAL, r"\bredes sociales\b"),
    ),
    purposes=words(
        (Purpose.RESEARCH, r"\bfines (?:[\w-]+(?: y| o|,)? ){0,4}?(?:de investigacion|cientificos)\b"),
        (Purpose.EDUCATION, r"\bfines (?:[\w-]+(?: y| o|,)? ){0,4}?(?:educativos|docentes|didacticos|pedagogicos)\b"),
        (Purpose.NEWS, r"\bfines (?:[\w-]+(?: y| o|,)? ){0,4}?informativos\b"),
    ),
    edits=words(
        ("house_style", r"\b(?:libro|manual|normas|guia) de estilo\b|\bestilo (?:propio|editorial|de la casa)\b"),
        ("time", r"\b(?:referencias (?:de tiempo|temporales)|tiempo y (?:de )?lugar)\b"),
        ("place", r"\btiempo y (?:de )?lugar\b|\breferencias de lugar\b"),
        ("headline", r"\b(?:cambiar|modificar|adaptar) el (?:titular|titulo)\b"),
    ),
    excepted=words(
        ("agency", rf"{_NOT_COVERED}[^.;]{{0,80}}\b(?:agencias?|despachos|teletipos)\b|\b(?:agencias?|despachos)\b[^.;]{{0,50}}\b(?:exclu\w+|no (?:estan|entran|se incluyen))"),
        ("sections", rf"{_NOT_COVERED}[^.;]{{0,80}}\b(?:secciones|seccion|crucigramas|vinetas|columnas|tribunas|editoriales)\b|\b(?:secciones|crucigramas|vinetas|columnas|tribunas)\b[^.;]{{0,50}}\b(?:exclu\w+|no (?:estan|entran|se incluyen))"),
        ("third_party", rf"{_NOT_COVERED}[^.;]{{0,60}}\bterceros\b|\bterceros\b[^.;]{{0,50}}\bexclu\w+"),
    ),
    offered_uses=words((Use.TRANSLATE, r"\btraduc"), (Use.ADAPT, r"\b(?:adaptar|adaptad[oa]s?|adaptacion|modificar)")),
    banned_uses=words(
        (Use.REPUBLISH, r"\b(?:reproduc\w+|re-?public\w+|publicad[oa]s?|publicar\w*|copi\w+|re-?utiliz\w+)"),
        (Use.SYNDICATE, r"\b(?:re)?(?:difund\w+|difusion|distribu\w+|transmi\w+|comunicacion publica|ced(?:er|id[oa]s?|an?)\b|cesion|reenvi\w+)"),
        (Use.ADAPT, r"\b(?:adapt\w+|modific\w+|transform\w+)"),
        (Use.TRANSLATE, r"\btradu\w+"),
        (Use.ARCHIVE, r"\b(?:archiv\w+|almacen\w+)"),
        (Use.PRINT, r"\b(?:imprim\w+|en papel)"),
    ),
    commercial_too=Pattern(r"\b(?:incluso|tambien|incluidos) (?:con |para )?(?:fines |usos )?comerciales\b|\bcon fines comerciales\b|\bpara cualquier (?:uso|fin)\b"),
    link_home=Pattern(r"\b(?:enlac\w+|enlaz\w+|vinculo)\b[^.;]{0,40}\b(?:portada|pagina (?:de inicio|principal)|inicio)\b"),
    link_article=Pattern(r"\b(?:enlac\w+|enlaz\w+|vinculo)\b[^.;]{0,40}\b(?:articulo|original|texto|nota|entrada)\b"),
    excerpt=Pattern(r"\b(?:extractos?|fragmentos?|breves citas|citas breves)\b"),
    connective=Pattern(r"\b(?:siempre (?:que|y cuando)|a condicion de que|con la condicion de|citando|mencionando|incluyendo|con (?:un )?(?:enlace|mencion|cita)|pasad[oa]s|si citas)\b"),
    of_a_picture=Pattern(r"\b(?:fotos?|fotografias?|imagen(?:es)?|ilustracion(?:es)?|graficos|wikimedia|flickr)\b"),
    about_texts=Pattern(rf"\b(?:{_TEXT}|contact\w*)\b"),
    ask_us=Pattern(r"\b(?:contacte|contacta|escriba|escribe|escribanos|escribenos|dirijase|consulte|pida permiso|pide permiso)(?: (?:con nosotros|a la redaccion|a la editorial|a nuestr\w+))?\b"),
    consent=Pattern(rf"\b{_CONSENT}\b"),
    commercial_alone=Pattern(r"\b(?:uso|usos|utilizacion|reproduccion|explotacion|difusion) comercial(?:es)?\b|\bcon fines comerciales\b"),
    reserved=Pattern(r"\b(?:todos los derechos (?:de \w+ )?(?:estan )?reservados|derechos reservados|reservados todos los derechos)\b"),
    owner=Pattern(r"\b(?:titular(?:es)?|propietari[oa]s?|duenos?)\b"),
    prior_interest=Pattern(r"\binteres previo\b"),
    without_profit=Pattern(r"\bsin (?:animo|fines) de lucro\b|\bno comercial"),
    elsewhere=Pattern(r"\b(?:otros?|otras?|demas|mas alla|fuera de|lo contrario)\b"),
    ai=Pattern(r"\b(?:IA|inteligencia artificial|mineria de (?:textos|datos)|aprendizaje automatico|modelos? de lenguaje)\b"),
    reprint=Pattern(r"\breimpr"),
    reported=Pattern(r"\b(?:no es (?:cierto|verdad)|falso|mito|segun|dijo|aseguro|afirmo|declaro|explico|recordo|estaba prohibid\w+|juez|jueza|tribunal|alcalde\w*|ministr[oa])\b"),
)  # fmt: skip
