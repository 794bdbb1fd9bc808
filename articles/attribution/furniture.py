"""The words around names in a credit, by language. Pure.

An article's furniture is in the article's language; what we have no words for is said in English and marked as such.
"""

from dataclasses import dataclass

from articles.vocabulary import CorrectionKind, CreditRole
from rights.vocabulary import Basis

FALLBACK = "en"


@dataclass(frozen=True)
class Furniture:
    """Each phrase has `{}` where the name stands. `first_published` and the rest follow the title in one sentence."""

    language: str
    conjunction: str
    roles: dict[CreditRole, str]
    institution: str
    republished: str
    quoted: str
    bases: dict[Basis, str]
    untitled: str
    by: str
    first_published: str
    on: str
    licence: str
    changes: str
    alike: str
    original: str
    ask: str
    canonical: str
    noindex: str
    corrections: dict[CorrectionKind, str]
    comma: str = ", "
    direction: str = "ltr"


def _roles(by: str, reported: str, photographs: str, translated: str, edited: str, additional: str) -> dict[CreditRole, str]:
    return {
        CreditRole.BY: by,
        CreditRole.REPORTED: reported,
        CreditRole.PHOTOGRAPHS: photographs,
        CreditRole.TRANSLATED: translated,
        CreditRole.EDITED: edited,
        CreditRole.ADDITIONAL: additional,
    }


BASES = (
    Basis.SOURCE_TERMS, Basis.CC, Basis.PUBLIC_DOMAIN, Basis.WRITTEN_PERMISSION, Basis.CONTRACT, Basis.AGENCY, Basis.PRESS_RELEASE,
    Basis.FAIR_USE, Basis.FAIR_DEALING, Basis.QUOTATION,
)  # fmt: skip
KINDS = (
    CorrectionKind.CORRECTION, CorrectionKind.CLARIFICATION, CorrectionKind.UPDATE, CorrectionKind.APOLOGY, CorrectionKind.RETRACTION,
)  # fmt: skip


def _labels(*words: str) -> dict[Basis, str]:
    return dict(zip(BASES, words, strict=True))


def _kinds(*words: str) -> dict[CorrectionKind, str]:
    return dict(zip(KINDS, words, strict=True))


ENGLISH = Furniture(
    language="en",
    conjunction=" and ",
    roles=_roles("By", "Reporting by", "Photographs by", "Translated by", "Edited by", "Additional reporting by"),
    institution="Articles by:",
    republished="Republished from {}",
    quoted="Quoted from {}",
    bases=_labels(
        "under its terms for community sites", "under a Creative Commons licence", "from the public domain", "with written permission",
        "under contract", "from an agency", "from a press release", "in part, under fair use", "in part, under fair dealing",
        "in part, as a quotation",
    ),
    untitled="The original article",
    by=", by {}",
    first_published=", first published by {}",
    on=", {}",
    licence="Licence: {}.",
    changes="Changes: {}.",
    alike="To be shared under the same licence: {}.",
    original="The original",
    ask="For other uses ask: {}.",
    canonical="Canonical address for search engines: {}.",
    noindex="To be kept out of search engines (noindex).",
    corrections=_kinds("Correction", "Clarification", "Update", "Apology", "Retraction"),
)  # fmt: skip
FRENCH = Furniture(
    language="fr",
    conjunction=" et ",
    roles=_roles("Par", "Reportage de", "Photographies de", "Traduit par", "Édition de", "Avec la contribution de"),
    institution="Articles de :",
    republished="Repris de {}",
    quoted="Cité de {}",
    bases=_labels(
        "selon ses conditions pour les sites associatifs", "sous licence Creative Commons", "domaine public", "avec autorisation écrite",
        "sous contrat", "par une agence", "communiqué de presse", "en partie, au titre du fair use", "en partie, au titre du fair dealing",
        "en partie, à titre de citation",
    ),
    untitled="L’article original",
    by=", par {}",
    first_published=", publié à l’origine par {}",
    on=", le {}",
    licence="Licence : {}.",
    changes="Modifications : {}.",
    alike="À partager sous la même licence : {}.",
    original="L’original",
    ask="Pour d’autres usages, s’adresser à : {}.",
    canonical="Adresse canonique (canonical) pour les moteurs de recherche : {}.",
    noindex="À tenir hors des moteurs de recherche (noindex).",
    corrections=_kinds("Rectification", "Précision", "Mise à jour", "Excuses", "Rétractation"),
)  # fmt: skip
SPANISH = Furniture(
    language="es",
    conjunction=" y ",
    roles=_roles("Por", "Información de", "Fotografías de", "Traducido por", "Edición de", "Información adicional de"),
    institution="Artículos de:",
    republished="Reproducido de {}",
    quoted="Citado de {}",
    bases=_labels(
        "según sus condiciones para sitios comunitarios", "con licencia Creative Commons", "de dominio público", "con permiso escrito",
        "por contrato", "de una agencia", "de un comunicado de prensa", "en parte, al amparo del fair use",
        "en parte, al amparo del fair dealing", "en parte, como cita",
    ),
    untitled="El artículo original",
    by=", por {}",
    first_published=", publicado originalmente por {}",
    on=", el {}",
    licence="Licencia: {}.",
    changes="Cambios: {}.",
    alike="Para compartir con la misma licencia: {}.",
    original="El original",
    ask="Para otros usos, pregunte a: {}.",
    canonical="Dirección canónica (canonical) para los buscadores: {}.",
    noindex="No debe aparecer en buscadores (noindex).",
    corrections=_kinds("Corrección", "Aclaración", "Actualización", "Disculpa", "Retractación"),
)  # fmt: skip
GERMAN = Furniture(
    language="de",
    conjunction=" und ",
    roles=_roles("Von", "Recherche:", "Fotos:", "Übersetzt von", "Redaktion:", "Mitarbeit:"),
    institution="Artikel von:",
    republished="Übernommen von {}",
    quoted="Zitiert aus {}",
    bases=_labels(
        "nach dessen Bedingungen für gemeinnützige Seiten", "unter einer Creative-Commons-Lizenz", "gemeinfrei",
        "mit schriftlicher Erlaubnis", "unter Vertrag", "von einer Agentur", "aus einer Pressemitteilung", "in Teilen, als Fair Use",
        "in Teilen, als Fair Dealing", "in Teilen, als Zitat",
    ),
    untitled="Der ursprüngliche Artikel",
    by=", von {}",
    first_published=", zuerst veröffentlicht von {}",
    on=", am {}",
    licence="Lizenz: {}.",
    changes="Änderungen: {}.",
    alike="Weiterzugeben unter derselben Lizenz: {}.",
    original="Das Original",
    ask="Für andere Nutzungen fragen Sie: {}.",
    canonical="Kanonische Adresse (canonical) für Suchmaschinen: {}.",
    noindex="Nicht für Suchmaschinen bestimmt (noindex).",
    corrections=_kinds("Korrektur", "Klarstellung", "Aktualisierung", "Entschuldigung", "Rücknahme"),
)  # fmt: skip
ARABIC = Furniture(
    language="ar",
    direction="rtl",
    comma="، ",
    # Arabic writes "and" as one letter in front of the word.
    conjunction=" و",
    roles=_roles("بقلم", "تقرير", "تصوير", "ترجمة", "تحرير", "شارك في التغطية"),
    institution="مقالات من:",
    republished="أعيد نشره من {}",
    quoted="مقتبس من {}",
    bases=_labels(
        "وفق شروطه للمواقع المجتمعية", "برخصة المشاع الإبداعي", "من الملك العام", "بإذن مكتوب",
        "بموجب عقد", "من وكالة أنباء", "من بيان صحفي",
        "جزئيًا، بموجب الاستخدام العادل", "جزئيًا، بموجب التعامل العادل", "جزئيًا، على سبيل الاقتباس",
    ),
    untitled="المقال الأصلي",
    by="، بقلم {}",
    first_published="، نُشر أولًا في {}",
    on="، {}",
    licence="الرخصة: {}.",
    changes="التعديلات: {}.",
    alike="يُشارَك بالرخصة نفسها: {}.",
    original="الأصل",
    ask="لأي استخدام آخر يُرجى سؤال: {}.",
    canonical="العنوان الأساسي (canonical) لمحركات البحث: {}.",
    noindex="لا يُدرج في محركات البحث (noindex).",
    corrections=_kinds("تصحيح", "توضيح", "تحديث", "اعتذار", "سحب"),
)  # fmt: skip

FURNITURE = {furniture.language: furniture for furniture in (ENGLISH, FRENCH, SPANISH, GERMAN, ARABIC)}


def spoken(language: str) -> Furniture:
    """The words for an article in this language; English where we have none."""
    return FURNITURE.get(language.split("-")[0].lower(), ENGLISH)
