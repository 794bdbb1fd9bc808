"""Finished feeds: does each partner get what it may have, no more, with what it owes?"""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from lxml import etree

from articles import attribution, published
from articles.models import PublishedVersion
from articles.renditions import pictures_by_asset
from newsroom.audit.asking import Asker
from newsroom.audit.faults import Fault
from newsroom.audit.live import standing
from rights.facts import Context, PageDecision
from rights.obligations import Form, unmet
from rights.vocabulary import SHOWABLE, Use
from syndication import survey, trials
from syndication.models import Partner
from syndication.recipients import context_of, recipient_of

EXIT = "partner feed"
CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
STOP = "Suspend the partner, and tell whoever keeps this program."


def look(partner: Partner, asker: Asker, at: datetime) -> Iterator[Fault]:
    """What is wrong with this partner's feed as it is pulled now."""
    answer = asker.feed_of(partner, at)
    if partner.has_lapsed(at):
        if answer.status != 404:
            yield Fault("feed_of_the_stopped", 0, EXIT, f"{partner} ended long ago, and its feed answers {answer.status}.", STOP)
        return
    if answer.status != 200:
        yield Fault("feed_fails", 0, EXIT, f"The feed of {partner} answers {answer.status}.", "Look at the log.")
        return
    items = _items(answer.text)
    if items and partner.is_stopped:
        yield Fault("feed_of_the_stopped", 0, EXIT, f"{partner} is {partner.state} and its feed holds {len(items)} articles.", STOP)
    yield from _compared(items, partner, at)


def _items(feed: str) -> dict[str, str]:
    """The finished text of each article in the feed, by its id. A withdrawn one has none."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    items = etree.fromstring(feed.encode(), parser).iter("item")
    return {item.findtext("guid"): text for item in items if (text := item.findtext(CONTENT) or item.findtext("description"))}


def _compared(items: dict[str, str], partner: Partner, at: datetime) -> Iterator[Fault]:
    trial = trials.of(partner, at=at)
    stories = {urn: html for urn, html in items.items() if trial is None or urn != trial.public_id.urn}
    ids = [urn.removeprefix("urn:uuid:") for urn in stories]
    rows = standing(at).filter(article__public_id__in=ids, visible_from__lte=at).select_related("article")
    known = {version.article.urn: (version, decision) for version, decision in _decided(list(rows), partner, at)}
    for urn, html in stories.items():
        if urn not in known:
            yield Fault("feed_leak", 0, EXIT, f"The feed of {partner} holds {urn}, which is not live.", STOP)
        else:
            yield from _item(*known[urn], html, partner)


def _decided(versions: list[PublishedVersion], partner: Partner, at: datetime) -> Iterator[tuple[PublishedVersion, PageDecision]]:
    """Each asked for the countries of the agreement under which the partner has it."""
    recipient, supplied = recipient_of(partner, at), survey.of_the_page(partner, at=at).standing
    by_context: dict[Context, list[PublishedVersion]] = defaultdict(list)
    for version in versions:
        agreed = supplied.get(version.article_id)
        by_context[agreed.context if agreed else context_of(partner)].append(version)
    for context, group in by_context.items():
        yield from published.decide_all(group, Use.SYNDICATE, recipient, at=at, context=context)


def _item(version: PublishedVersion, decision: PageDecision, html: str, partner: Partner) -> Iterator[Fault]:
    if decision.verdict not in SHOWABLE:
        yield Fault("feed_leak", version.article_id, EXIT, f"{partner} may not have it and it is in the feed: {decision.reason}.", STOP)
        return
    duties = next(one.duties for one in decision.decisions if one.work_id == version.work_id)
    cleared = pictures_by_asset(published.admitted_assets(version, decision)).values()
    addresses = frozenset(size.url for picture in cleared for size in picture.sizes)
    known = attribution.known(version.frozen, base_url=settings.SITE_URL, pictures=addresses)
    for duty in unmet(html, duties, Form.FEED_ITEM, context=known):
        what = f"It owes {str(duty.obligation).replace('_', ' ')}, which the feed of {partner} does not carry."
        yield Fault(
            f"obligation_unmet:{duty.obligation}", version.article_id, EXIT, what, "Mend the record under Rights and publish a correction."
        )
