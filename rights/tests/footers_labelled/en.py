"""English small print, written for these tests."""

from .label import CC_CHANNELS, CC_DUTIES, CC_SHOWN, Label

FOOTERS = (
    Label(
        "en-newsroom-with-steps",
        """Use our journalism

You are welcome to republish our stories, online and in print, free of charge. Here is what we expect in return:

• Leave the text as it is. The only edits we accept are for your house style and for time and place.
• Name the reporter and the Marshland Ledger at the top of the story.
• Link to the original article.
• Don't sell the story separately.
• Photographs are not included.
• Don't take our stories by a machine or all at once.

Questions about republishing? Write to share@marshland.example.""",
        kinds="permission condition contact",
        grantees="anyone",
        channels="web print",
        uses="read print",
        conditions="unaltered edits:house_style edits:time edits:place no_resale no_systematic link_to:article",
        obligations="credit_author credit_source link_original drop_images",
        contacts="permissions:share@marshland.example",
    ),
    Label(
        "en-academics-licence",
        """Authors at the Fell Observer write for everybody, so our articles appear under a Creative Commons Attribution-NoDerivatives 4.0 International licence. Name the author and the institution, and keep our page view counter in the text. Pictures are not covered by this licence.

For press enquiries: media@fell.example""",
        kinds="permission condition press",
        grantees="anyone",
        channels=CC_CHANNELS,
        uses=CC_SHOWN,
        conditions="spdx:CC-BY-ND-4.0 unaltered commercial:any",
        obligations=f"{CC_DUTIES} counter drop_images",
        contacts="press:media@fell.example",
    ),
    Label(
        "en-delay-and-count",
        """Local news websites may republish our articles, but not before 48 hours after we publish them. Take at most 3 articles a week. Credit line: "This story first appeared in the Tarn Post". Link to our home page.""",
        kinds="permission condition",
        grantees="news_publisher",
        channels="web",
        uses="read",
        conditions="delay_hours:48 max_count:3/week link_to:home credit_form:This_story_first_appeared_in_the_Tarn_Post",
        obligations="credit_source link_original",
    ),
    Label(
        "en-reserved-and-asked",
        """© 2026 Harrow Lane Media Ltd. All rights reserved. No article on this website may be copied, stored or passed on in any form without the prior consent of the publisher. Reprints: rights@harrowlane.example or +44 1632 960 111.""",
        kinds="condition prohibition contact",
        obligations="copyright_line",
        contacts="permissions:rights@harrowlane.example",
        prohibited="all republish archive syndicate",
        is_a_ban=True,
    ),
    Label(
        "en-agency-notice",
        """This report contains material from the Northern Wire agency. Agency material may not be published, broadcast, rewritten or redistributed.""",
        kinds="prohibition",
        prohibited="republish audio adapt syndicate",
        is_a_ban=True,
    ),
    Label(
        "en-charity",
        """Charities, schools and universities may reproduce this factsheet for teaching, provided that Clean Rivers Alliance is acknowledged and the logo is kept. Commercial use is not allowed. If you would like to translate it, please ask publications@cleanrivers.example.""",
        kinds="permission condition prohibition contact",
        grantees="educator nonprofit_site",
        uses="read",
        conditions="commercial:no purposes:education",
        obligations="credit_source",
        contacts="permissions:publications@cleanrivers.example",
        prohibited="commercial",
    ),
    Label(
        "en-government",
        """Unless otherwise stated, the Department of Harbours authorises reproduction of the text on this website in any medium, provided it is reproduced accurately and the source is acknowledged. Material that belongs to third parties is excluded; ask its owners.""",
        kinds="permission condition",
        grantees="anyone",
        uses="read",
        conditions="unaltered excepted:third_party",
        obligations="credit_source",
    ),
    Label(
        "en-blog",
        """I'm a hobby blogger. Feel free to quote up to 150 words of any post, with a link back to it. Please don't repost whole articles.""",
        kinds="permission prohibition",
        grantees="anyone",
        uses="excerpt",
        conditions="max_words:150 link_to:article part:excerpt",
        obligations="link_original",
        prohibited="republish",
    ),
    Label(
        "en-ended-offer",
        """Until March 2024 partners and non-profit sites were free to republish our investigations. That arrangement has ended. Any republication now needs our written agreement: hello@saltmarsh.example.""",
        kinds="prohibition contact",
        contacts="permissions:hello@saltmarsh.example",
        prohibited="republish",
        flags="ended",
        is_a_ban=True,
    ),
    Label(
        "en-story-about-copyright",
        """The council voted on Tuesday to let any library copy its maps. "Everyone may reproduce them, even commercially," the mayor said.

Publishers had argued that reproduction without a licence was forbidden. A judge will hear the case in May.

The museum's chief told reporters that the pictures could be republished free of charge.""",
        is_a_ban=True,
    ),
    Label(
        "en-contradiction",
        """Anyone may republish our articles on any website. Our articles may not be republished. For permission, contact the editor at desk@ambervale.example.""",
        kinds="prohibition contact",
        contacts="permissions:desk@ambervale.example",
        prohibited="republish",
        flags="contradiction",
        is_a_ban=True,
    ),
    Label(
        "en-robots",
        """Text and data mining of our pages, and their use to train artificial intelligence, are prohibited. Other websites may republish our reports if they name the Lowland Tribune as the source and add a canonical link to our page. The permission runs until 30 June 2027.""",
        kinds="prohibition permission condition",
        grantees="anyone",
        channels="web",
        uses="read",
        conditions="valid_to:2027-06-30",
        obligations="credit_source canonical_to_original",
        prohibited="ai_train ai_input",
    ),
    Label(
        "en-sections-excepted",
        """Community newspapers may reprint our local reports in full and unedited. This offer does not cover crosswords, cartoons or anything credited to a news agency. Tell us when you use a story: reuse@heathside.example. Opinions in guest columns are those of their authors alone.""",
        kinds="permission condition responsibility",
        grantees="community_site",
        channels="print",
        uses="read print",
        conditions="unaltered commercial:no excepted:agency excepted:sections",
        obligations="report_use author_responsibility",
    ),
    Label(
        "en-fee",
        """Broadcasters and commercial websites may license our features for a fee. Ask licensing@greyfriars.example for a quotation. All other uses are prohibited.""",
        kinds="condition contact prohibition",
        asking="broadcaster commercial_site",
        contacts="permissions:licensing@greyfriars.example",
        prohibited="all",
        conditions="fee",
        is_a_ban=True,
    ),
)
