"""What lets no work out although it answers, prints or writes, each with the reason. `newsroom/exit_walk.py` reads it.

Whoever adds an address, a command, a letter or a middleware says here why it is none of our exits, or registers an
exit in the room's `exits.py`. A reason is about this one thing and can be checked by reading it.
"""

#: Where the code of each exit's address is: another view under the same name would be another thing.
VIEWS_OF_EXITS = {
    "pages:home": "pages.views.home",
    "pages:section": "pages.views.section",
    "pages:tag": "pages.views.tag",
    "pages:author": "pages.views.author",
    "pages:article": "pages.views.article",
    "pages:picture": "pages.files.picture",
    "pages:check_copy": "pages.copy_views.check_copy",
    "pages:newest_feed": "pages.feed_views.newest",
    "pages:section_feed": "pages.feed_views.section",
    "pages:tag_feed": "pages.feed_views.tag",
    "pages:author_feed": "pages.feed_views.author",
    "partner_feed": "syndication.views.latest",
    "partner_feed_by_credentials": "syndication.views.latest_by_credentials",
    "partner_page": "syndication.own_page.views.own_page",
}

#: Addresses of our own that no work leaves by: name → (where the code is, why).
ADDRESSES = {
    "source_terms_new": ("wire.terms_views.new_terms", "the rights desk; takes a source's terms in"),
    "admin:rights_source_contact": ("articles.desk_views_sources.name_contact", "the rights desk; records whom to ask"),
    "admin:rights_source_end": ("articles.desk_views_sources.end", "the rights desk; stops using a source"),
    "admin:rights_source_terms": (
        "articles.desk_views_terms.terms",
        "the rights desk; a source's terms, and the articles that rest on them",
    ),
    "healthz": ("newsroom.health.healthz", "says ok or not"),
    "readyz": ("newsroom.health.readyz", "says which part is ready"),
    "partner_receipt": (
        "syndication.receipt_views.receipt",
        "one address at a partner's with a signed link: the headline of a story that they took, and what was corrected or why it ended",
    ),
    "partner_sign_in": ("syndication.own_page.views.sign_in", "a partner's contact with a signed link that is good once; names them alone"),
    "partner_sign_out": ("syndication.own_page.views.sign_out", "ends a contact's session"),
    "partner_new_token": ("syndication.own_page.views.new_token", "a partner's contact; shows a secret address of theirs once"),
    "partner_end_token": ("syndication.own_page.views.end_token", "a partner's contact; closes an address of theirs"),
    "partner_confirm": ("syndication.own_page.views.confirm", "a partner's contact; says that they corrected or removed a story"),
    "partner_try_out": ("syndication.own_page.views.try_out", "a partner's contact; sends an item that is no story into their own feed"),
    "pages:feeds": ("pages.views.feeds", "lists addresses of feeds, and names of sections"),
    "pages:policy": ("pages.views.policy", "shows the house's own notices"),
    "republish": ("wire.views.republish", "staff who may write; takes a page in and leads to the draft"),
    "admin:index": ("articles.desk.DeskSite.index", "staff; the desk's lists, as their role may see them"),
    "admin:articles_article_worksheet": ("articles.desk_views_worksheet.write", "staff who may write it; the kept copy beside our text"),
    "admin:articles_article_approve": ("articles.desk_views_worksheet.approve", "staff, the second reader of a worksheet"),
    "admin:articles_article_accept_changes": ("articles.desk_views_ends.accept_changes", "the rights desk; asks for a reason"),
    "admin:articles_article_quotation_add": (
        "articles.desk_views_quotations.add",
        "staff who may edit it; words of others in their own text",
    ),
    "admin:articles_article_quotation": ("articles.desk_views_quotations.change", "staff who may read it; words of others in its text"),
    "admin:articles_article_quotation_remove": ("articles.desk_views_quotations.remove", "an act; answers with a redirect"),
    "admin:articles_article_quotation_worksheet": ("articles.desk_views_worksheet.write", "staff; the kept copy beside the quoted words"),
    "admin:articles_article_quotation_approve": ("articles.desk_views_worksheet.approve", "staff, the second reader of a worksheet"),
    "admin:articles_article_quotation_ask_reader": ("articles.desk_views_worksheet.ask", "the rights desk; names a reader from outside"),
    "admin:articles_article_quotation_open_again": (
        "articles.desk_views_worksheet.open_again",
        "staff who may write worksheets; opens one again",
    ),
    "admin:articles_article_ask_reader": ("articles.desk_views_worksheet.ask", "the rights desk; names a reader from outside"),
    "admin:articles_article_withdraw_reading": ("articles.desk_views_worksheet.withdraw_reading", "the rights desk; closes a link"),
    "admin:articles_article_open_again": ("articles.desk_views_worksheet.open_again", "staff who may write worksheets; opens one again"),
    "admin:articles_article_checks": ("articles.desk_views_checks.look", "staff who see the article; repeats what they typed"),
    "second_reading": (
        "articles.second_reading_views.second_reading",
        "one named person with a signed link that is good once: reads a draft to judge it, so no decision about readers is asked",
    ),
    "admin:articles_article_evidence": ("articles.desk_views_bundle.download", "the rights desk and the chief; kept, never published"),
    "admin:rights_ledgerentry_chain": ("rights.admin.ledger.LedgerAdmin.chain_view", "whoever may read the ledger; hashes and numbers"),
    "admin:articles_article_hold": ("articles.desk_views_ends.hold", "staff who may place a hold; stops every exit"),
    "admin:articles_article_lift_ban": ("articles.desk_views_ends.lift_ban", "staff who may open it; the owner's words alone"),
    "admin:articles_article_withdraw": ("articles.desk_views_ends.withdraw", "staff who may end a publication; closes every exit"),
    "admin:articles_mediaasset_small": ("articles.desk_views_library.small_picture", "staff who may see the library"),
    "admin:rights_evidence_file": ("rights.admin.evidence.EvidenceAdmin.file_view", "staff who may see evidence; kept, never published"),
    "admin:syndication_partner_new_token": (
        "syndication.token_pages.TokenPages.new_token",
        "partner managers; shows a secret address once",
    ),
    "admin:syndication_partner_new_agreement": (
        "syndication.agreement_pages.AgreementPages.new_agreement",
        "partner managers; names the newest stories and why each would go or not",
    ),
    "admin:syndication_partner_agreement": (
        "syndication.agreement_pages.AgreementPages.agreement",
        "partner managers; the same for a recorded agreement",
    ),
    "admin:syndication_partner_contract": (
        "syndication.agreement_pages.AgreementPages.attach_contract",
        "partner managers; takes a contract's file in",
    ),
    "admin:syndication_partner_suspend_agreement": (
        "syndication.agreement_pages.AgreementPages.suspend_agreement",
        "partner managers; lets an agreement rest",
    ),
    "admin:syndication_partner_resume_agreement": (
        "syndication.agreement_pages.AgreementPages.resume_agreement",
        "partner managers; lets an agreement hold again",
    ),
    "admin:syndication_partner_end_agreement": (
        "syndication.agreement_pages.AgreementPages.end_agreement",
        "partner managers; ends an agreement",
    ),
    "admin:syndication_partner_receipts": (
        "syndication.ledger_pages.LedgerPages.receipts",
        "staff who may read partners; headlines of what they took",
    ),
    "admin:syndication_partner_told": ("syndication.ledger_pages.LedgerPages.told", "partner managers; records what a partner told us"),
    "admin:syndication_partner_taken": (
        "syndication.ledger_pages.LedgerPages.taken",
        "staff who may read partners; headlines of what they took",
    ),
    "admin:syndication_partner_usage": ("syndication.ledger_pages.LedgerPages.usage", "staff who may read partners; figures and headlines"),
    "admin:syndication_partner_usage_of": (
        "syndication.ledger_pages.LedgerPages.usage",
        "staff who may read partners; figures and headlines",
    ),
    "admin:syndication_partner_usage_file": (
        "syndication.ledger_pages.LedgerPages.usage_file",
        "staff who may read partners; figures and headlines",
    ),
    "admin:syndication_partner_usage_file_of": (
        "syndication.ledger_pages.LedgerPages.usage_file",
        "staff who may read partners; figures and headlines",
    ),
    "admin:syndication_partner_revoke_token": ("syndication.token_pages.TokenPages.revoke_token", "partner managers; closes an address"),
}

#: Models with pages at the desk: staff with a role that may see them, asked by `articles.desk.DeskSite` and the model's own admin.
DESK = {
    "articles.Article": "what the desk writes; the matrix on it asks the decision for each exit",
    "articles.Author": "names and biographies that readers may know",
    "articles.FairUseWorksheet": "our own reasons, and what was measured",
    "articles.MediaAsset": "the library; a small size is served to staff by a view of its own",
    "articles.Section": "names of sections",
    "articles.SheetThresholds": "from which figures on a second reader is asked",
    "taggit.Tag": "names of tags",
    "rights.Evidence": "what proves a right; its file is shown to staff by a view of its own",
    "rights.Grant": "who may do what",
    "rights.Hold": "what is stopped",
    "rights.LedgerEntry": "which decisions were made",
    "rights.Licence": "the catalogue of licences",
    "rights.ContributorAgreement": "what contributors agreed to",
    "rights.SourceTerms": "a source's terms as they were read",
    "rights.Source": "who publishes what we use",
    "rights.Work": "titles and holders, no texts",
    "syndication.Partner": "who receives; headlines that go or don't, to staff",
    "house.House": "who we are",
    "house.OutgoingMail": "letters, to the operator; what may be written into one is asked when it is written",
    "auth.Group": "roles",
    "auth.User": "accounts",
    "account.EmailAddress": "accounts",
    "mfa.Authenticator": "second factors",
    "django_tasks_database.DBTaskResult": "queued work, by ids",
}

#: Code of others, by where it is.
FOREIGN_VIEWS = {
    "allauth.": "log-in and second factors; knows no articles",
    "django.contrib.admin.sites.AdminSite.": "the frame around the desk's pages; sends strangers to the log-in",
    "django.contrib.auth.admin.UserAdmin.": "accounts, for the operator",
    "django.contrib.contenttypes.views.shortcut": "staff; leads to the address that a row has on the site",
    "django.views.generic.base.RedirectView": "leads from one address to another, and shows nothing",
}

#: Our commands: whoever may run them holds the database, so what counts is what they write elsewhere.
COMMANDS = {
    "audit_rights": "prints ids of articles, names of exits and what a record owes; no words of a text",
    "deliver": "writes what partners' feeds have to say, and hands over letters; prints short names and figures",
    "exits": "prints names of exits, recipients and tests",
    "fill_fingerprints": "prints counts; what it keeps are hashes of runs of five words",
    "list_roles": "prints the table of roles",
    "measure_overlap": "prints figures about two files that it is given",
    "publish_due": "books what has come out by its time; prints ids",
    "read_terms": "quotes the file that it is given",
    "verify_ledger": "prints hashes and numbers",
    "withdraw": "closes every exit; prints the address that it was given",
    "republish": "takes a page in; prints the draft's id and its address at the desk",
    "worker": "does queued work, through the same exits; logs ids",
    "bench_partners": "adds made-up partners to the demonstration; prints their addresses, as the desk shows them once",
    "bench_rebuild": "publishes stories of the demonstration anew; prints figures",
    "bench_fill": "writes made-up articles; prints figures",
    "demo": "writes the demonstration and its list of accounts and addresses",
    "prepare": "readies the database and the static files",
    "serve": "starts the server, which answers by the addresses above",
    "setup_newsroom": "records who we are",
}
FOREIGN_COMMANDS = dict.fromkeys(
    (
        *("django.core", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.sessions", "django.contrib.staticfiles"),
        *("django_tasks_db", "allauth.account", "taggit", "whitenoise.runserver_nostatic"),
    ),
    "not ours: for the operator, who holds the database",
)

#: Modules that write or hand over letters.
LETTERS = {
    "articles.ends": "tells the rights desk and the chiefs, by headline, what ends soon: staff",
    "articles.worksheets.outside": "asks one person to read a worksheet: a headline and a link, no text",
    "syndication.receipt_letters": "tells a partner, by headline and address, of a correction or an end of what it took; no text",
    "syndication.own_page.invitations": "tells a partner's contact a link to their own page; names nobody else and no story",
    "house.mail": "hands over what others have written into the queue, as it is",
}
LETTER_TEMPLATES = {
    "account/messages/logged_in.txt": "shown after log-in, and sent to nobody",
    "account/messages/logged_out.txt": "shown after log-out, and sent to nobody",
}

#: A middleware may answer instead of a view.
MIDDLEWARE = {
    "newsroom.logs.RequestIdMiddleware": "adds a header",
    "django.middleware.security.SecurityMiddleware": "adds headers, leads from http to https",
    "whitenoise.middleware.WhiteNoiseMiddleware": "serves the program's own static files from a folder that no upload reaches",
    "newsroom.policy.PolicyMiddleware": "adds a header",
    "django.contrib.sessions.middleware.SessionMiddleware": "keeps sessions",
    "django.middleware.common.CommonMiddleware": "adds slashes and lengths",
    "django.middleware.csrf.CsrfViewMiddleware": "refuses forms of strangers",
    "django.contrib.auth.middleware.AuthenticationMiddleware": "says who asks",
    "django.contrib.messages.middleware.MessageMiddleware": "carries a sentence to the next page",
    "django.middleware.clickjacking.XFrameOptionsMiddleware": "adds a header",
    "allauth.account.middleware.AccountMiddleware": "leads from account addresses to the log-in",
}
