"""Small print written for these tests, each with what a careful person would read in it.

A row: the text; the statements in its order, each (kind, the codes that must be there, the words it must rest on).
"""

from rights.vocabulary import TermKind

RESPONSIBILITY, PERMISSION, CONDITION = TermKind.RESPONSIBILITY, TermKind.PERMISSION, TermKind.CONDITION
CONTACT, FAIR_USE, PRESS, PROHIBITION = TermKind.CONTACT, TermKind.FAIR_USE, TermKind.PRESS, TermKind.PROHIBITION

Statement = tuple[TermKind, dict[str, object], str]

FOOTERS: list[tuple[str, list[Statement]]] = [
    (
        "Articles may be republished online or in print under our Creative Commons licence.",
        [
            (
                PERMISSION,
                {"grantee": "anyone", "uses": ["read", "print"], "channels": ["web", "print"], "onward": "same_offer"},
                "Articles may be",
            )
        ],
    ),
    (
        "Republish our articles for free, online or in print. You must credit the author and the Tidewater Review. Do not edit the text. "
        "Images are not included.",
        [
            (PERMISSION, {"grantee": "anyone", "uses": ["read", "print"]}, "Republish our articles for free, online or in print."),
            (CONDITION, {"obligations": ["credit_author", "credit_source"]}, "You must credit"),
            (CONDITION, {"unaltered": True}, "Do not edit the text."),
            (CONDITION, {"obligations": ["drop_images"]}, "Images are not included."),
        ],
    ),
    (
        "© 2025 Fenland Dispatch. This work is licensed under a Creative Commons Attribution-NonCommercial 4.0 International License.",
        [
            (
                CONDITION,
                {"obligations": ["copyright_line"], "holder": "Fenland Dispatch", "copyright_line": "© 2025 Fenland Dispatch."},
                "©",
            ),
            (
                PERMISSION,
                {
                    "spdx": "CC-BY-NC-4.0",
                    "basis": "cc",
                    "commercial": "no",
                    "licence_url": "https://creativecommons.org/licenses/by-nc/4.0/",
                },
                "This work",
            ),
        ],
    ),
    (
        "Except where otherwise noted, content on this site is available under CC BY-SA 3.0.",
        [(PERMISSION, {"spdx": "CC-BY-SA-3.0", "commercial": "any"}, "Except where")],
    ),
    ("Text: CC BY-ND 4.0", [(PERMISSION, {"spdx": "CC-BY-ND-4.0", "unaltered": True}, "Text: CC BY-ND 4.0")]),
    (
        "To the extent possible under law, the authors released this text under CC0 1.0 (https://creativecommons.org/publicdomain/zero/1.0/).",
        [(PERMISSION, {"spdx": "CC0-1.0", "basis": "public_domain", "obligations": []}, "To the extent")],
    ),
    (
        "Permission to reprint this article is granted to non-profit organisations, provided that the author is credited.",
        [
            (
                PERMISSION,
                {"grantee_class": "nonprofit_site", "commercial": "no", "uses": ["read", "print"], "obligations": ["credit_author"]},
                "Permission",
            ),
            (CONDITION, {"obligations": ["credit_author"]}, "provided that the author is credited"),
        ],
    ),
    (
        "Reproduction is authorised, provided the source is acknowledged, save where otherwise stated.",
        [
            (PERMISSION, {"grantee": "anyone", "obligations": ["credit_source"]}, "Reproduction is authorised"),
            (CONDITION, {"obligations": ["credit_source"]}, "provided the source is acknowledged"),
        ],
    ),
    (
        "You may republish this story on non-commercial websites as long as you link back to the original and do not change the text.",
        [
            (PERMISSION, {"grantee": "anyone", "commercial": "no", "unaltered": True, "obligations": ["link_original"]}, "You may"),
            (CONDITION, {"unaltered": True, "obligations": ["link_original"]}, "as long as you link back"),
        ],
    ),
    (
        "All rights reserved. No part of this publication may be reproduced without prior written permission of the publisher. "
        "For permission to reprint, write to rights@quay.example.",
        [
            (PROHIBITION, {"verdict": "deny"}, "All rights reserved."),
            (PROHIBITION, {"verdict": "needs_permission"}, "No part"),
            (CONTACT, {"contact": "rights@quay.example", "contact_state": "read", "verdict": "needs_permission"}, "For permission"),
        ],
    ),
    (
        "The views expressed are those of the author and do not necessarily reflect those of the Quarry Post.",
        [(RESPONSIBILITY, {"obligations": ["author_responsibility"]}, "The views")],
    ),
    (
        "Fair Use Notice: this site contains copyrighted material whose use has not always been authorized by the copyright owner. "
        "We believe this is a fair use under Section 107. "
        "If you wish to use such material for purposes that go beyond fair use, you must obtain permission from the copyright owner.",
        [
            (FAIR_USE, {"basis": "fair_use"}, "this site contains"),
            (CONDITION, {"verdict": "needs_permission", "contact_party": "copyright_owner"}, "If you wish"),
        ],
    ),
    ("Press enquiries: press@quay.example", [(PRESS, {"contact_kind": "press", "contact": "press@quay.example"}, "Press")]),
    ("For media inquiries, call +44 20 7946 0000.", [(PRESS, {"contact": "+44 20 7946 0000"}, "For media")]),
    (
        "Syndication: contact the rights desk at https://quay.example/rights for commercial use or broadcast.",
        [
            (
                CONTACT,
                {"contact": "https://quay.example/rights", "classes": ["commercial_site", "broadcaster"]},
                "Syndication: contact the rights",
            )
        ],
    ),
    (
        "Reprints: [email protected]",
        [(CONTACT, {"contact_state": "unreadable"}, "Reprints: [email protected]")],
    ),
    (
        "Schools and universities may copy our articles freely for classroom use.",
        [(PERMISSION, {"grantee_class": "educator", "purposes": ["education"]}, "Schools")],
    ),
    (
        "News organisations are welcome to republish our stories with a link to the original; please let us know.",
        [
            (PERMISSION, {"grantee_class": "news_publisher", "obligations": ["link_original"]}, "News organisations"),
            (CONDITION, {"obligations": ["link_original"]}, "with a link to the original"),
            (CONDITION, {"obligations": ["report_use"]}, "please let us know."),
        ],
    ),
    (
        "Excerpts of up to 200 words may be republished provided that the source is named and linked.",
        [
            (PERMISSION, {"part": "excerpt", "max_words": 200, "uses": ["excerpt"]}, "Excerpts"),
            (CONDITION, {"obligations": ["credit_source"]}, "provided that the source is named and linked"),
        ],
    ),
    (
        "Please include this notice at the end of the text and use our page view counter. Set the canonical link to our page.",
        [
            (CONDITION, {"obligations": ["keep_notice", "counter"]}, "Please include"),
            (CONDITION, {"obligations": ["canonical_to_original"]}, "Set the canonical"),
        ],
    ),
    (
        "Our content may not be used to train artificial intelligence.",
        [(PROHIBITION, {"uses": ["ai_train", "ai_input"], "verdict": "deny"}, "Our content")],
    ),
    (
        "Copyright Marsh & Mill Media 2023. We encourage other websites to republish our stories, with full credit.",
        [
            (CONDITION, {"holder": "Marsh & Mill Media"}, "Copyright"),
            (PERMISSION, {"grantee": "anyone", "obligations": ["credit_source"]}, "We encourage"),
            (CONDITION, {"obligations": ["credit_source"]}, "with full credit"),
        ],
    ),
    (
        "Anyone may translate and republish our articles. For commercial use, contact licensing@delta.example.",
        [
            (PERMISSION, {"uses": ["read", "translate"], "commercial": "no"}, "Anyone"),
            (CONTACT, {"contact": "licensing@delta.example", "classes": ["commercial_site"]}, "For commercial use"),
        ],
    ),
    (
        "You may print one copy for your personal use only.",
        [(PROHIBITION, {"verdict": "needs_permission"}, "You may print")],
    ),
]

#: Each sounds like a permission and is none.
BANS = [
    "Our articles may not be republished.",
    "You may not republish our articles, online or in print.",
    "No part of this site may be reproduced.",
    "Nothing on this site may be cross-posted on community internet sites.",
    "None of our stories may be reprinted without permission.",
    "Articles may be republished only with our written consent.",
    "Articles may be reproduced without permission? No.",
    "May I republish your articles?",
    "Republication was permitted until 2019.",
    "Articles could be republished freely until last year.",
    "You can't republish our articles.",
    "You cannot republish our articles for free.",
    "Republish our articles for free? Never.",
    "Please do not republish our articles online.",
    "Never republish our articles online.",
    "Reproduction in whole or in part is prohibited.",
    "Reproduction is permitted nowhere.",
    "Unauthorised reproduction of our articles is not permitted.",
    "The Quay Review no longer grants permission to cross-post its articles.",
    "The Quay Review does not grant permission to republish articles.",
    "The Quay Review grants nobody permission to republish articles.",
    "The Quay Review granted permission to republish articles in 2015.",
    "We used to allow anyone to republish our articles.",
    "We do not allow others to republish our stories.",
    "We would allow you to republish our stories if we could.",
    "We are considering allowing others to republish our stories.",
    "It is a myth that you may republish our articles.",
    "The minister said anyone may republish the report.",
    "Only subscribers may republish our articles.",
    "If you are a licensee you may republish our articles.",
    "You may republish our articles after payment of a fee.",
    "You may republish our articles subject to our approval.",
    "You may ask for permission to republish our articles.",
    "Permission to republish must be requested.",
    "Permission to republish this article was granted by its author.",
    "Reprinted with permission.",
    "Republished with the permission of the author.",
    "You may read but may not alter, copy or republish our articles.",
    "You may not edit, copy or republish our articles.",
    "You may not:\n• edit our stories\n• republish our stories online or in print",
    "The following is prohibited:\n- copying\n- republish our articles for free, online",
    "You may not\n\nrepublish our articles for free, online or in print.",
    "No part of this publication\nmay be reproduced online or in print.",
    "You may republish our articles; but first contact us for approval.",
    "You may republish our articles. However, you need our written permission first.",
    "This work is not licensed under CC BY 4.0.",
    "This work was licensed under CC BY 4.0 until 2020.",
    "Photo: Jo Lane, CC BY 2.0",
    "Licences such as CC BY 4.0 are popular with museums.",
    "You may republish our articles. This permission has been withdrawn.",
    "All rights reserved; articles may be republished by agreement.",
    "Y\u043eu m\u0430y n\u043et republish our articles.",
    "You may n\u00adot republish our art\u200bicles.",
    "You may\u00a0not republish our articles.",
    "Use of cookies is permitted. Information we collect may be shared and used by partners.",
    "Fair use allows anyone to reproduce short passages of this article.",
    "Copying is theft.",
    "You may print one copy of this article for personal use.",
    "Articles published before 2015 may be republished freely.",
    "Articles may be republished by our partners.",
    "You may republish our articles unless they are marked.",
    "This offer to republish our articles has expired.",
    "We will allow you to republish our articles from 2030.",
    "Permission is hereby granted to Acme Media to republish our articles.",
    "The Quay Review grants Acme Media permission to republish its articles.",
    "You may be prosecuted if you republish our articles.",
    "Reproduction is allowed under the copyright law only.",
    "Republishing our articles is free of charge to members, others must ask.",
    "You might republish our articles.",
    "Nobody may republish our articles.",
    "You may republish neither text nor images.",
    "You may never republish our articles.",
    "You may hardly republish our articles.",
    "Feel free to republish our articles once you have our consent.",
]

#: Footers in other languages: said to be unread, and nothing proposed.
UNREAD = {
    "uk": "Передрук наших статей дозволено за умови посилання на джерело, її текст змінювати не можна.",
    "nl": "De artikelen van deze site mogen worden overgenomen met vermelding van de bron en een link naar het origineel.",
    "pt": "É permitida a reprodução dos artigos em sites sem fins lucrativos, com menção da fonte e um link para o original.",
    "bg": "Препечатването на статиите е разрешено, ако се посочи източникът и се постави връзка към оригинала.",
    "ar": "يسمح بإعادة نشر المقالات مع ذكر المصدر ورابط المقال الأصلي.",
    "it": "È consentita la riproduzione degli articoli con citazione della fonte e un collegamento alla pagina originale.",
    "zh": "转载本站文章请注明出处并链接到原文。",
}
