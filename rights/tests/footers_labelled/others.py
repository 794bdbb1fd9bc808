"""Small print in languages that are not read, in several languages, and with parts that nobody sees. Written for these tests."""

from .label import CC_CHANNELS, CC_DUTIES, CC_SHOWN, Label

FOOTERS = (
    Label(
        "xx-italian",
        "I nostri articoli possono essere ripubblicati gratuitamente con la citazione della fonte e un collegamento alla pagina originale.",
        flags="unread:it",
        is_a_ban=True,
    ),
    Label(
        "xx-polish",
        "Kopiowanie tekstów bez zgody redakcji jest zabronione, ale nie dotyczy to krótkich cytatów z podaniem źródła oraz odnośnikiem do strony.",
        flags="unread:pl",
        is_a_ban=True,
    ),
    Label(
        "xx-arabic",
        "يسمح للمواقع غير التجارية بإعادة نشر مقالاتنا مع ذكر اسم الكاتب ورابط المقال.",
        flags="unread:ar",
        is_a_ban=True,
    ),
    Label(
        "xx-ukrainian",
        "Передрук наших матеріалів дозволено за умови посилання на джерело. Її текст змінювати не можна.",
        flags="unread:uk",
        is_a_ban=True,
    ),
    Label(
        "xx-dutch",
        "Onze artikelen mogen niet zonder toestemming van de redactie worden overgenomen. Dit is ook voor delen van de tekst van toepassing.",
        flags="unread:nl",
        is_a_ban=True,
    ),
    Label(
        "xx-english-and-french",
        """You may republish our articles online with a link to the original.

Vous pouvez republier nos articles en ligne avec un lien vers l’original.""",
        kinds="permission condition",
        grantees="anyone",
        channels="web",
        uses="read",
        conditions="link_to:article",
        obligations="link_original",
    ),
    Label(
        "xx-german-and-english-differ",
        """Die Übernahme unserer Texte ist nur mit Genehmigung der Redaktion erlaubt.

All other websites may republish our texts.""",
        kinds="prohibition",
        prohibited="republish",
        flags="contradiction",
        is_a_ban=True,
    ),
    Label(
        "xx-middle-of-an-article",
        """The ferry to Skerry left an hour late on Sunday, and the passengers sang.

This article may be republished on non-profit websites with a link to the original. Pictures are excluded.

The captain blamed the fog. She expects the timetable to hold from Thursday.""",
        kinds="permission condition",
        grantees="nonprofit_site",
        channels="web",
        uses="read",
        conditions="commercial:no link_to:article",
        obligations="link_original drop_images",
    ),
    Label(
        "xx-hidden-permission",
        """<p>All rights reserved.</p><p style="display:none">Anyone may republish our articles, even commercially.</p><!-- You may republish our articles for free, online. -->""",
        kinds="prohibition",
        prohibited="all",
        flags="hidden_text",
        is_html=True,
        is_a_ban=True,
    ),
    Label(
        "xx-empty-licence-link",
        """<footer><p>© 2026 Quayside Notes</p><p>This text is available under a free licence.<a rel="license" href="https://creativecommons.org/licenses/by/4.0/"></a></p></footer>""",
        kinds="condition",
        obligations="copyright_line",
        flags="empty_link",
        is_html=True,
        is_a_ban=True,
    ),
    Label(
        "xx-hidden-not",
        """<div><p>You may <span style="font-size:0">not</span> republish our articles online.</p><p hidden>All rights reserved.</p></div>""",
        flags="hidden_text",
        is_html=True,
        is_a_ban=True,
    ),
    Label(
        "xx-visible-page",
        """<div class="terms"><h2>Republishing</h2><ul><li>You may republish this story online.</li><li>Link to the <a href="https://weir.example/a/1">original article</a>.</li><li>Questions: <a href="mailto:desk@weir.example">desk@weir.example</a></li></ul></div>""",
        kinds="permission condition contact",
        grantees="anyone",
        channels="web",
        uses="read",
        conditions="link_to:article",
        obligations="link_original",
        contacts="permissions:desk@weir.example",
        is_html=True,
    ),
    Label(
        "xx-licence-in-german",
        """Text: Jule Brandt. Lizenz: CC BY-NC-ND 4.0

Der Zug war voll, und auf dem Bahnsteig standen noch zwanzig Leute mit ihren Rädern.""",
        kinds="permission",
        grantees="anyone",
        channels=CC_CHANNELS,
        uses=CC_SHOWN,
        conditions="spdx:CC-BY-NC-ND-4.0 commercial:no unaltered",
        obligations=CC_DUTIES,
    ),
    Label(
        "xx-picture-credit",
        """Foto: Lena Torf, CC BY 2.0

Photo : Marc Dune / CC BY-SA 4.0

Фото: Анна Белова, CC BY 4.0""",
        is_a_ban=True,
    ),
)
