"""In which language is a text? Enough to know what the terms reader can read, and what it must say it did not.

Pure. By script where the script decides, else by the small words of each language; None where the text is too short to tell.
"""

import re
from collections import Counter

from rights.terms.letters import alphabet, folded

UNDETERMINED = "und"
MIN_SMALL_WORDS = 2
MIN_WORDS_TO_NOTICE = 12
SAMPLE = 8_000
_EDGES = "\"'“”‘’«»„()[].,;:!?…"

#: Anything beyond Latin letters and the usual signs: without it there is no script to count.
_NOT_LATIN = re.compile("[^\u0000-\u024f\u2000-\u206f\u20ac]")
_BY_SCRIPT = {
    "ARABIC": "ar", "HEBREW": "he", "GREEK": "el", "HANGUL": "ko", "HIRAGANA": "ja", "KATAKANA": "ja", "CJK": "zh", "DEVANAGARI": "hi",
    "BENGALI": "bn", "TAMIL": "ta", "TELUGU": "te", "THAI": "th", "GEORGIAN": "ka", "ARMENIAN": "hy", "ETHIOPIC": "am", "CYRILLIC": "ru",
}  # fmt: skip
#: Letters that tell two languages of one script apart.
_TELLING = {"be": set("ў"), "sr": set("ђћџљњј"), "mk": set("ѓќѕ"), "kk": set("әғқңөұүһ"), "uk": set("іїєґ"), "fa": set("پچژگ")}
_TOLD_FROM = {"be": "ru", "sr": "ru", "mk": "ru", "kk": "ru", "uk": "ru", "fa": "ar"}
#: Bulgarian has no letter of its own, but small words that Russian has not, and none of these letters.
_BULGARIAN = frozenset(["е", "се", "са", "със", "че", "този", "към", "ако"])
_NOT_BULGARIAN = frozenset("ыэё")
_SMALL_WORDS = {
    "en": "the of and to in is are was for that with on as by this be from it not or an have has may you your our we must please all any"
    " can do only when if will without contact no its their they but which other who also",
    "fr": "le la les des du de et est une un dans pour que qui sur par avec ce cette sont au aux sans pas ne être nous vous leur toute tous nos peut peuvent ces",
    "de": "der die das und ist nicht mit von den dem des ein eine einer für auf zu im sind wird werden oder bei nur als auch ohne dürfen alle unsere unser sie sich steht darf dieser diese dieses kein keine in an will wer",
    "es": "el los las de del y en que es una un para por con se su este esta está sin como más son al lo puede todos no sus nuestros nuestras nuestro esta pueden la para",
    "it": "il lo gli di del della e è in che un una per con non si sono dei delle questo questa senza alla nel tutti da come",
    "pt": "os das dos de do da e em que é um uma para por com não se este esta são sem ao pelo pela todos mais como seu sua",
    "nl": "de het een van en is in op te dat niet met voor zijn door aan deze dit worden wordt of zonder alle mag mogen ook bij",
    "sv": "och att det som en är av för på med inte den till om ett eller utan får alla från detta kan denna",
    "da": "og at det som en er af for på med ikke den til om et eller uden må alle fra dette kan denne",
    "pl": "i w na z do nie jest się że to oraz bez dla przez są lub od jak być po za tego",
    "tr": "ve bir bu için ile olarak olan da de değil veya tüm gibi kadar izni olmadan her",
}
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in _words.split():
        _LANGUAGES_OF.setdefault(folded(_word), []).append(_language)


def language_of(text: str) -> str | None:
    """The language's two letters, "und" for one we have no words of, None where too little stands there to tell."""
    script = _script(text)
    if script is None:
        return None
    if script != "LATIN":
        return _BY_SCRIPT.get(script, UNDETERMINED) if script != "CYRILLIC" and script != "ARABIC" else _told_apart(script, text)
    return _by_small_words([folded(word.strip(_EDGES)) for word in text[:SAMPLE].split()])


def _script(text: str) -> str | None:
    if not _NOT_LATIN.search(text, 0, SAMPLE):
        return "LATIN" if any(char.isalpha() for char in text[:SAMPLE]) else None
    letters: Counter[str] = Counter()
    for char, count in Counter(text[:SAMPLE]).items():
        if belongs := alphabet(char):
            letters[belongs] += count
    if not letters:
        return None
    # A Japanese text has more Chinese characters than kana, and is Japanese by its kana.
    kana = letters["HIRAGANA"] + letters["KATAKANA"]
    if kana and letters["CJK"] and kana * 10 > letters["CJK"]:
        return "HIRAGANA"
    return letters.most_common(1)[0][0]


def _told_apart(script: str, text: str) -> str:
    base = _BY_SCRIPT[script]
    seen = set(text.lower())
    if base == "ru" and not seen & _NOT_BULGARIAN and len(_BULGARIAN & set(text[:SAMPLE].lower().split())) > 1:
        return "bg"
    return next((language for language, letters in _TELLING.items() if _TOLD_FROM[language] == base and seen & letters), base)


def _by_small_words(words: list[str]) -> str | None:
    counts = Counter(language for word in words for language in _LANGUAGES_OF.get(word, ()))
    (best, most), (_, second) = [*counts.most_common(2), ("", 0), ("", 0)][:2]
    if most >= MIN_SMALL_WORDS and most > second:
        return best
    is_long = len([word for word in words if word]) >= MIN_WORDS_TO_NOTICE
    return UNDETERMINED if is_long and most == 0 else None
