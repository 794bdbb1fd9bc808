"""Permissions in each language that is read, and every way to deny them. Written for these tests."""

#: For each language: permissions that are read as such, and ways to take back or deny any of them.
GRANTS = {
    "en": ("You may republish our articles online.", "Anyone may republish our stories with a link to the original.", "Our articles may be republished in print.", "Republication of our texts is permitted."),
    "fr": ("Vous pouvez republier nos articles en ligne.", "Tout le monde peut reproduire nos textes.", "Nos articles peuvent être reproduits librement.", "La reproduction de nos textes est autorisée."),
    "de": ("Sie dürfen unsere Artikel online übernehmen.", "Unsere Beiträge dürfen nachveröffentlicht werden.", "Schulen dürfen unsere Texte weiterverwenden.", "Die Vervielfältigung unserer Texte ist gestattet."),
    "es": ("Puedes republicar nuestros artículos en internet.", "Cualquiera puede reproducir nuestros textos.", "Los artículos pueden ser reproducidos libremente.", "Se permite la reproducción de los textos."),
    "ru": ("Вы можете перепечатывать наши статьи в интернете.", "Любой может перепечатывать наши тексты.", "Материалы можно свободно перепечатывать.", "Перепечатка материалов разрешена."),
}  # fmt: skip
DENIALS = {
    "en": ("It is not true: {}", "{0} Not any more, this permission has ended.", "You may not:\n• {}", "The minister said: {}", "“{}”", "Only with our consent: {}", "{} However, ask us for permission first."),
    "fr": ("Il est faux de dire : {}", "{} Cette autorisation n’est plus valable.", "Il est interdit de dire :\n• {}", "Selon le ministre : {}", "« {} »", "Uniquement avec notre accord : {}", "{} Toutefois, l’accord préalable de la rédaction est nécessaire."),
    "de": ("Es stimmt nicht: {}", "{} Diese Erlaubnis gilt nicht mehr.", "Nicht gestattet ist:\n• {}", "Die Ministerin sagte: {}", "„{}“", "Nur mit unserer Zustimmung: {}", "{} Allerdings nur mit Genehmigung der Redaktion."),
    "es": ("No es cierto: {}", "{} Este permiso ya no está vigente.", "No está permitido:\n• {}", "El ministro dijo: {}", "«{}»", "Solo con nuestra autorización: {}", "{} Sin embargo, hace falta autorización previa."),
    "ru": ("Неправда, что {}", "{} Это разрешение отозвано.", "Запрещено:\n• {}", "Министр заявил: {}", "«{}»", "Только с нашего согласия: {}", "{} Однако сначала нужно письменное согласие редакции."),
}  # fmt: skip
#: A denial in place of a word, or put before one, wherever the sentence has it.
IN_PLACE = {
    "en": (("may ", "may not "), ("may ", "may never "), ("You", "Nobody"), ("Anyone", "No one"), ("is permitted", "is prohibited"), ("is permitted", "is not permitted"), (".", " only with our consent."), (".", " without permission? No.")),
    "fr": (("peuvent être", "ne peuvent pas être"), ("pouvez", "ne pouvez pas"), ("pouvez", "ne pouvez plus"), ("Tout le monde peut", "Personne ne peut"), ("est autorisée", "n’est pas autorisée"), ("est autorisée", "est interdite"), (".", " uniquement avec notre accord."), (".", ", sauf refus.")),
    "de": (("dürfen", "dürfen nicht"), ("dürfen", "dürfen nie"), ("Sie dürfen", "Niemand darf"), ("ist gestattet", "ist nicht gestattet"), ("ist gestattet", "ist untersagt"), (".", " nur nach Absprache."), ("unsere", "keine"), ("online", "weder online noch gedruckt")),
    "es": (("Puedes", "No puedes"), ("pueden", "no pueden"), ("Cualquiera puede", "Nadie puede"), ("Se permite", "No se permite"), ("Se permite", "Se prohíbe"), (".", " solo con autorización."), (".", " salvo prohibición.")),
    "ru": (("можете", "не можете"), ("может", "не может"), ("Любой может", "Никто не может"), ("можно", "нельзя"), ("разрешена", "запрещена"), ("разрешена", "не разрешена"), (".", " только с согласия редакции."), ("можно", "нe можно")),
}  # fmt: skip


def denied(language: str, grant: str) -> list[str]:
    around = [template.format(grant) for template in DENIALS[language]]
    return around + [grant.replace(old, new, 1) for old, new in IN_PLACE[language] if old in grant]


#: Three articles a week, after 48 hours, until 30 June 2027.
LIMITED = (
    "You may republish at most 3 articles a week of our articles, not before 48 hours after publication, until 30 June 2027.",
    "Vous pouvez republier nos articles, au plus tôt 48 heures après leur parution, dans la limite de 3 articles par semaine, jusqu’au 30 juin 2027.",
    "Sie dürfen unsere Artikel übernehmen, höchstens 3 Artikel pro Woche, frühestens 48 Stunden nach dem Erscheinen und bis zum 30. Juni 2027.",
    "Puedes republicar nuestros artículos, hasta 3 artículos a la semana, pasadas 48 horas desde su publicación y hasta el 30 de junio de 2027.",
    "Вы можете перепечатывать наши статьи: не более 3 статей в неделю, не ранее чем через 48 часов после выхода и до 30 июня 2027 года.",
)

#: Beginnings of many patterns, to be repeated.
PIECES = (
    "you may not republish our articles, ", "nos articles ne peuvent etre reproduits, ", "unsere artikel durfen nicht ", "los textos no pueden ser ",
    "наши статьи нельзя ", "sans modifier, ", "ohne Bilder und ", "not edit, ", "Creative Commons Attribution - ", "credit the ", '"', "a@", "www.a", "© 2020 A ", "1. ", "- ", "at most 3 ", "[at] ",
)  # fmt: skip
