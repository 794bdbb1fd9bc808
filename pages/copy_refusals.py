"""Why a copy could not be read: a sentence and its remedy for each code of the guarded client, in the page's language. Words only."""

from collections.abc import Mapping

from django.utils.translation import gettext_noop as _noop

from house.outgoing import Refusal

NO_ADDRESS = _noop("This is no address of a public page. Copy it from the address bar; it begins with https://.")
NOT_PUBLIC = _noop("This address does not lead to a public site. Give a page that everyone can open.")
NO_ANSWER = _noop("The site gives no answer that we can read. Check the address, or try again later.")

SENTENCES: Mapping[Refusal, str] = {
    Refusal.NOT_HTTP: NO_ADDRESS,
    Refusal.BAD_ADDRESS: NO_ADDRESS,
    Refusal.CREDENTIALS: NO_ADDRESS,
    Refusal.PORT: NO_ADDRESS,
    Refusal.PRIVATE_ADDRESS: NOT_PUBLIC,
    Refusal.REDIRECT_TO_PRIVATE: NOT_PUBLIC,
    Refusal.TOO_MANY_REDIRECTS: _noop("The page sends us on and on without arriving. Give the address that it ends at."),
    Refusal.NO_SUCH_HOST: _noop("We find no site of this name. Check the spelling of the address."),
    Refusal.NO_CONNECTION: NO_ANSWER,
    Refusal.BROKEN_ANSWER: NO_ANSWER,
    Refusal.TLS: _noop("The site could not prove that it is itself. Have its certificate mended, then try again."),
    Refusal.TOO_LARGE: _noop("The page is too large for us to read. Give the address of the article alone."),
    Refusal.TOO_SLOW: _noop("The site took too long to answer. Try again later."),
}
