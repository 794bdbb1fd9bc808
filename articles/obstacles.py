"""What stands between an article and publishing: one list, each line with its field, its remedy and where to mend it."""

from datetime import datetime

from articles import alike, basing, body, counting, finished, obstacles_judged, obstacles_quoted, revisions, sealing, source_use, worksheets
from articles.models import Article
from articles.refusals import Obstacle
from rights import naming, records
from rights.decision import decide_page
from rights.facts import PUBLIC, PageDecision
from rights.models import Grant, TermProposal
from rights.records import Publication
from rights.terms import split_terms
from rights.terms.languages import UNDETERMINED, language_of
from rights.vocabulary import JUDGED, OWN, SHOWABLE, Basis, Use, Whose
from rights.wording import remedy, say


def find(article: Article, *, at: datetime) -> list[Obstacle]:
    """Everything that is missing now, in the order in which a person would mend it. Empty means: it may be published."""
    found = before_clearance(article, at=at)
    if revisions.standing_clearance(article) is None:
        found.append(
            Obstacle(
                "no_clearance",
                "clearance",
                "The rights desk has not cleared this text as it stands.",
                "Ask the rights desk to clear it.",
                "moves",
            )
        )
    return found


def before_clearance(article: Article, *, at: datetime) -> list[Obstacle]:
    """The same list without the clearance itself: what the rights desk waits for."""
    quoted = obstacles_quoted.find(article, at)
    is_decided = not quoted or not article.quotations.standing().filter(is_needed=True).exists()
    return [*_text(article), *_record(article), *_basis(article, at, is_decided=is_decided), *quoted]


def _text(article: Article) -> list[Obstacle]:
    found = []
    if not article.body.strip():
        found.append(Obstacle("no_body", "body", "There is no text yet.", "Write or paste it.", "id_body"))
    if not article.credits.exists():
        found.append(Obstacle("no_credit", "credits", "Nobody is credited.", "Add at least one name to the byline.", "credits"))
    found += [
        Obstacle(
            "no_alt_text",
            "alt_text",
            f"The picture “{place.asset}” has no alternative text.",
            "Say what it shows, for those who can't see it.",
            "pictures",
        )
        for place in article.placements.select_related("asset")
        if not (place.alt_text or place.asset.alt_text)
    ]
    return found


def _record(article: Article) -> list[Obstacle]:
    work = article.work
    if work.source_id is None:
        return []
    found = []
    unanswered = TermProposal.objects.filter(work=work, is_confirmed__isnull=True).count()
    if unanswered:
        found.append(
            Obstacle(
                "terms_unanswered",
                "terms",
                f"{unanswered} proposed terms wait for an answer.",
                "Read each beside its sentence, then confirm or reject it.",
                "terms",
            )
        )
    if work.whose == Whose.NOT_KNOWN:
        found.append(
            Obstacle(
                "whose_not_known",
                "whose",
                "Whose text is this? The page itself may carry other people's material.",
                "Say whether it is the source's own or someone else's.",
                "rights",
            )
        )
    if not naming.is_named(work.source):
        found.append(
            Obstacle("no_source", "source", "The outlet is not named.", "Type the name of the paper or site that it is from.", "rights")
        )
    if not work.holder:
        found.append(Obstacle("no_holder", "holder", "The copyright holder is not recorded.", "Name who holds the rights.", "rights"))
    return found


def _basis(article: Article, at: datetime, *, is_decided: bool) -> list[Obstacle]:
    """What the text's own basis lacks, and what the decision says. `is_decided` False: something in the text must be mended first."""
    work = article.work
    if work.basis == Basis.UNKNOWN:
        return [
            *basing.owed_by_terms(article),
            Obstacle("no_basis", "basis", "No basis is chosen: nothing says why we may use this.", "Choose one under Rights.", "rights"),
        ]
    missing = basing.missing_for(article, at=at)
    if work.basis in JUDGED:
        missing = [*missing, *obstacles_judged.find(worksheets.Subject(article), at)]
    if missing:
        return missing
    if not work.is_verified:
        # Our own text needs no second look besides the clearance, which confirms its basis.
        return (
            []
            if work.basis in OWN
            else [
                Obstacle(
                    "basis_unverified", "basis", "The basis is proposed but not confirmed.", "Ask the rights desk to confirm it.", "rights"
                )
            ]
        )
    decision = decide_now(article, at=at) if is_decided else None
    if decision is None:
        return []
    if decision.verdict in SHOWABLE:
        return [
            *_translation(article, at),
            *alike.obstacles(article),
            *source_use.obstacles(article, at=at),
            # Whoever has to put the words back need not say what was changed.
            *(_sealed(article, decision) or finished.obstacles_owed(article, decision, at=at)),
        ]
    why = decision.conditions
    return [
        Obstacle(str(reason), "basis", say(reason, contact=decision.contact, conditions=why), remedy(reason, conditions=why), "rights")
        for reason in decision.reasons
    ]


def _sealed(article: Article, decision: PageDecision) -> list[Obstacle]:
    """What was changed in a text that may be used unaltered only."""
    resting_on = {one.grant_id for one in decision.decisions if one.grant_id and one.work_id == article.work_id}
    is_sealed = Grant.objects.filter(pk__in=resting_on, unaltered=True).exists()
    return sealing.obstacles_unaltered(article) if is_sealed else []


def _translation(article: Article, at: datetime) -> list[Obstacle]:
    """A text in another language than its original needs a right of its own; a worksheet has judged that already."""
    origin = getattr(article, "origin", None)
    if origin is None or article.work.basis in JUDGED | OWN:
        return []
    languages = {language_of(split_terms(origin.kept_copy.text).article), language_of(body.to_text(article.body))}
    if len(languages) == 1 or languages & {None, UNDETERMINED}:
        return []
    decision = decide_now(article, at=at, use=Use.TRANSLATE)
    if decision.verdict in SHOWABLE:
        return []
    sentence = f"This is a translation. {say(decision.reason, contact=decision.contact)}"
    return [Obstacle(str(decision.reason), "body", sentence, "Publish the original text, or get the right to translate it.", "id_body")]


def decide_now(article: Article, *, at: datetime, use: Use = Use.READ) -> PageDecision:
    """May the public read this article as it stands? Its own embargo does not count here: it only moves the moment."""
    works = counting.works_of(article, Publication(first_published_at=article.first_published_at, uses_before=0))
    return decide_page(works, use, PUBLIC, at=at, house=records.house_facts(at))
