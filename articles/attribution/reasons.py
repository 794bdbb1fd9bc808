"""Where something comes from and why we may show it, by language: two sentences for readers. Pure.

`{ours}` is this newsroom, `{source}` the outlet, `{who}` the author, `{holder}` who holds the rights, `{title}` the quoted
work, `{licence}` the licence's name.
"""

from dataclasses import dataclass

from rights.vocabulary import Basis

from .furniture import BASES


@dataclass(frozen=True)
class Reasons:
    """`quoted_by` where the author is known and is not the outlet itself; so is `written_by`. `why` has a sentence for each basis."""

    own: str
    because_own: str
    not_ours: str
    quoted: str
    quoted_by: str
    published: str
    written_by: str
    why: dict[Basis, str]
    this_newsroom: str
    its_owner: str
    a_work: str
    its_licence: str


def _why(*sentences: str) -> dict[Basis, str]:
    """In the order of `furniture.BASES`."""
    return dict(zip(BASES, sentences, strict=True))


REASONS = {
    "en": Reasons(
        own="This was written for {ours}.",
        because_own="We may show it because it is our own work.",
        not_ours="This was not written for {ours}: it belongs to {holder}.",
        quoted="This piece quotes “{title}”, first published by {source}.",
        quoted_by="This piece quotes “{title}” by {who}, first published by {source}.",
        published="This was first published by {source}.",
        written_by="This was written by {who} and first published by {source}.",
        why=_why(
            "We may show it because {source} lets non-commercial community sites republish it, with credit and a link.",
            "We may show it under {licence}, which asks for the credit below.",
            "We may show it because it is in the public domain.",
            "We may show it because {holder} gave us written permission.",
            "We may show it under our contract with {source}.",
            "We may show it under our agreement with the agency {source}.",
            "It is a press release, sent out for publication.",
            "We show an excerpt because we judge this use to be fair, and we keep our reasons on record.",
            "We show an excerpt because we judge this to be fair dealing, and we keep our reasons on record.",
            "We show an excerpt as a quotation, and we keep our reasons on record.",
        ),
        this_newsroom="this newsroom",
        its_owner="its owner",
        a_work="a work",
        its_licence="its licence",
    ),
    "fr": Reasons(
        own="Ce texte a été écrit pour {ours}.",
        because_own="Nous pouvons le publier parce que c’est notre propre travail.",
        not_ours="Ce texte n’a pas été écrit pour {ours} : il appartient à {holder}.",
        quoted="Cet article cite « {title} », publié à l’origine par {source}.",
        quoted_by="Cet article cite « {title} », de {who}, publié à l’origine par {source}.",
        published="Ce texte a été publié à l’origine par {source}.",
        written_by="Ce texte est de {who} et a été publié à l’origine par {source}.",
        why=_why(
            "Nous pouvons le publier parce que {source} laisse les sites associatifs non commerciaux le reprendre, avec mention et lien.",
            "Nous pouvons le publier au titre de sa licence ({licence}), qui demande la mention ci-dessous.",
            "Nous pouvons le publier parce qu’il est dans le domaine public.",
            "Nous pouvons le publier avec l’autorisation écrite de {holder}.",
            "Nous pouvons le publier en vertu de notre contrat avec {source}.",
            "Nous pouvons le publier en vertu de notre accord avec l’agence {source}.",
            "C’est un communiqué de presse, envoyé pour être publié.",
            "Nous en montrons un extrait parce que nous jugeons cet usage loyal (fair use), et nous en gardons les raisons.",
            "Nous en montrons un extrait parce que nous jugeons cet usage loyal (fair dealing), et nous en gardons les raisons.",
            "Nous en montrons un extrait à titre de citation, et nous en gardons les raisons.",
        ),
        this_newsroom="cette rédaction",
        its_owner="son titulaire",
        a_work="une œuvre",
        its_licence="sa licence",
    ),
    "es": Reasons(
        own="Este texto se escribió para {ours}.",
        because_own="Podemos publicarlo porque es trabajo nuestro.",
        not_ours="Este texto no se escribió para {ours}: pertenece a {holder}.",
        quoted="Este artículo cita «{title}», publicado originalmente por {source}.",
        quoted_by="Este artículo cita «{title}», de {who}, publicado originalmente por {source}.",
        published="Este texto fue publicado originalmente por {source}.",
        written_by="Este texto es de {who} y fue publicado originalmente por {source}.",
        why=_why(
            "Podemos publicarlo porque {source} permite que los sitios comunitarios no comerciales lo reproduzcan, con mención y enlace.",
            "Podemos publicarlo según su licencia ({licence}), que pide la mención que figura abajo.",
            "Podemos publicarlo porque es de dominio público.",
            "Podemos publicarlo con el permiso escrito de {holder}.",
            "Podemos publicarlo por nuestro contrato con {source}.",
            "Podemos publicarlo por nuestro acuerdo con la agencia {source}.",
            "Es un comunicado de prensa, enviado para su publicación.",
            "Mostramos un fragmento porque consideramos justo este uso (fair use), y guardamos nuestras razones.",
            "Mostramos un fragmento porque consideramos justo este uso (fair dealing), y guardamos nuestras razones.",
            "Mostramos un fragmento como cita, y guardamos nuestras razones.",
        ),
        this_newsroom="esta redacción",
        its_owner="su titular",
        a_work="una obra",
        its_licence="su licencia",
    ),
    "de": Reasons(
        own="Dieser Text wurde für {ours} geschrieben.",
        because_own="Wir dürfen ihn zeigen, weil er unsere eigene Arbeit ist.",
        not_ours="Dieser Text wurde nicht für {ours} geschrieben. Die Rechte liegen hier: {holder}.",
        quoted="Dieser Beitrag zitiert „{title}“, zuerst veröffentlicht von {source}.",
        quoted_by="Dieser Beitrag zitiert „{title}“ von {who}, zuerst veröffentlicht von {source}.",
        published="Dieser Text wurde zuerst von {source} veröffentlicht.",
        written_by="Dieser Text ist von {who} und wurde zuerst von {source} veröffentlicht.",
        why=_why(
            "Wir dürfen ihn zeigen, weil {source} gemeinnützigen Seiten ohne Erwerbszweck erlaubt, ihn mit Nennung und Link zu übernehmen.",
            "Wir dürfen ihn unter seiner Lizenz zeigen ({licence}); sie verlangt die Angaben unten.",
            "Wir dürfen ihn zeigen, weil er gemeinfrei ist.",
            "Wir dürfen ihn zeigen, weil wir die schriftliche Erlaubnis dafür haben: {holder}.",
            "Wir dürfen ihn nach unserem Vertrag mit {source} zeigen.",
            "Wir dürfen ihn nach unserer Vereinbarung mit der Agentur {source} zeigen.",
            "Es ist eine Pressemitteilung, die zur Veröffentlichung verschickt wurde.",
            "Wir zeigen einen Auszug, weil wir diese Nutzung für fair halten (Fair Use); unsere Gründe sind festgehalten.",
            "Wir zeigen einen Auszug, weil wir diese Nutzung für fair halten (Fair Dealing); unsere Gründe sind festgehalten.",
            "Wir zeigen einen Auszug als Zitat; unsere Gründe sind festgehalten.",
        ),
        this_newsroom="diese Redaktion",
        its_owner="wer das Werk geschaffen hat",
        a_work="ein Werk",
        its_licence="die Lizenz des Werks",
    ),
    "ar": Reasons(
        own="كُتب هذا النص لصالح {ours}.",
        because_own="يجوز لنا نشره لأنه من عملنا.",
        not_ours="لم يُكتب هذا النص لصالح {ours}، وحقوقه تعود إلى {holder}.",
        quoted="يقتبس هذا المقال من «{title}»، المنشور أولًا في {source}.",
        quoted_by="يقتبس هذا المقال من «{title}» بقلم {who}، المنشور أولًا في {source}.",
        published="نُشر هذا النص أولًا في {source}.",
        written_by="هذا النص بقلم {who}، وقد نُشر أولًا في {source}.",
        why=_why(
            "يجوز لنا نشره لأن {source} يسمح للمواقع المجتمعية غير التجارية بإعادة نشره مع ذكر المصدر ووضع رابط إليه.",
            "يجوز لنا نشره بموجب رخصته ({licence})، وهي تشترط ذكر البيانات أدناه.",
            "يجوز لنا نشره لأنه من الملك العام.",
            "يجوز لنا نشره بإذن مكتوب من {holder}.",
            "يجوز لنا نشره بموجب عقدنا مع {source}.",
            "يجوز لنا نشره بموجب اتفاقنا مع وكالة {source}.",
            "هذا بيان صحفي أُرسل للنشر.",
            "نعرض مقتطفًا منه لأننا نرى أن هذا الاستخدام عادل (fair use)، ونحتفظ بأسبابنا في السجل.",
            "نعرض مقتطفًا منه لأننا نرى أن هذا التعامل عادل (fair dealing)، ونحتفظ بأسبابنا في السجل.",
            "نعرض مقتطفًا منه على سبيل الاقتباس، ونحتفظ بأسبابنا في السجل.",
        ),
        this_newsroom="غرفة الأخبار هذه",
        its_owner="صاحبه",
        a_work="عمل",
        its_licence="رخصته",
    ),
}
