"""How an article would look in each form in which it can leave, before anybody sees it: does each show what it owes?

Upper rooms register how they finish a form; the mail item and the snippet are finished here. The desk renders what is
not published yet by the same code that readers and partners get, and is told which duty fails and where to mend it.
"""

from collections.abc import Callable, Iterator
from datetime import datetime

from articles import published
from articles.attribution import outgoing
from articles.freezing import as_it_stands
from articles.models import Article
from articles.published import Shown
from articles.refusals import ObligationUnmet, Obstacle
from articles.renditions import pictures_by_asset
from house.models import House
from rights.facts import Duty, PageDecision
from rights.obligations import Form
from rights.vocabulary import Obligation, Reason, Use
from rights.wording import say

#: The finished HTML of one story, and what its answer's X-Robots-Tag would say.
Renderer = Callable[[Shown, House | None, datetime], tuple[str, str]]

FORMS = {Form.PAGE: "our page", Form.FEED_ITEM: "the feed", Form.MAIL: "a mail", Form.SNIPPET: "the republish snippet"}
RIGHTS = "rights"
#: Obligation → the field where it is mended, and what to do there.
MENDED: dict[Obligation, tuple[str, str]] = {
    Obligation.CREDIT_AUTHOR: ("original_author", "Name the author as the terms ask."),
    Obligation.CREDIT_SOURCE: ("source", "Name the outlet."),
    Obligation.COPYRIGHT_LINE: ("copyright_line", "Type the copyright line as the source writes it."),
    Obligation.LINK_ORIGINAL: ("original_url", "Paste the address of the original."),
    Obligation.LICENCE_LINK: ("licence", "Choose the licence again: its address is missing."),
    Obligation.SHARE_ALIKE: ("licence", "Choose the licence that the work is under: ours has to be the same."),
    Obligation.MARK_CHANGES: ("changes_note", "Say in a few words what we changed."),
    Obligation.KEEP_NOTICE: ("terms", "Confirm the sentence that is the notice, so that it is kept word for word."),
    Obligation.AUTHOR_RESPONSIBILITY: ("terms", "Confirm the sentence on the author's responsibility again."),
    Obligation.CONTACT_LINE: ("terms", "Confirm whom the terms name as the contact."),
    Obligation.CANONICAL_TO_ORIGINAL: ("original_url", "Paste the address of the original."),
    Obligation.COUNTER: (
        "basis",
        "Our pages load nothing from others. Ask the source to do without its counter, and record the answer as a permission.",
    ),
    Obligation.DROP_IMAGES: ("alt_text", "Take out the pictures that are not cleared."),
    Obligation.REMOVE_WITHIN: ("basis", "The time to remove it is over: withdraw it."),
}

_renderers: dict[Form, Renderer] = {}


def register(form: Form, renderer: Renderer) -> None:
    """Said once by the room that makes this form."""
    _renderers[form] = renderer


def obstacles_owed(article: Article, decision: PageDecision, *, at: datetime) -> list[Obstacle]:
    """One for each duty that any form of the article as it stands would not meet."""
    if not decision.duties:
        return []
    version = as_it_stands(article, at)
    pictures = pictures_by_asset(published.admitted_assets(version, decision))
    shown = published.show(version, decision, Use.READ, pictures)
    lacking: dict[Duty, list[Form]] = {}
    for form, duty in unmet_by(shown, House.objects.in_force(at), at):
        lacking.setdefault(duty, []).append(form)
    return [obstacle(duty, forms) for duty, forms in lacking.items()]


def unmet_by(shown: Shown, house: House | None, at: datetime) -> Iterator[tuple[Form, Duty]]:
    """Each form with each duty that it does not meet in its finished bytes."""
    for form, renderer in _renderers.items():
        html, robots = renderer(shown, house, at)
        yield from ((form, duty) for duty in outgoing.missing(shown, html, form, robots=robots))
    for form in (Form.MAIL, Form.SNIPPET):
        try:
            (outgoing.mail_item if form is Form.MAIL else outgoing.snippet)(shown, house)
        except ObligationUnmet as refused:
            yield from ((form, duty) for duty in shown.text_duties if outgoing.code(duty) in {one.code for one in refused.obstacles})


def obstacle(duty: Duty, forms: list[Form]) -> Obstacle:
    field, remedy = MENDED.get(duty.obligation, ("basis", "Record what the terms ask for, or choose another basis."))
    where = " and ".join(FORMS[form] for form in forms)
    message = f"{say(Reason.OBLIGATION_UNMET, obligation=duty.obligation)} Seen in {where}."
    return Obstacle(outgoing.code(duty), field, message, remedy, RIGHTS, tuple(forms))
