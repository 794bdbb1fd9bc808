"""Are we commercial, by our own reading, and why? In codes for the decision and in words for people.

Pure: the facts and the reading are arguments; nothing is looked up.
"""

from .vocabulary import LegalForm, Signal

_WORDS = {
    Signal.ADVERTISING: "the site carries advertising",
    Signal.DONATIONS: "the site takes donations",
    Signal.SUBSCRIPTIONS: "the site sells subscriptions",
    Signal.PAYWALL: "the site has a paywall",
    Signal.COMPANY: "the publisher is a company",
}


def signals_of(
    *, legal_form: LegalForm, carries_advertising: bool, takes_donations: bool, sells_subscriptions: bool, has_paywall: bool
) -> frozenset[Signal]:
    """The facts about a site that somebody may count as commercial."""
    present = {
        Signal.ADVERTISING: carries_advertising,
        Signal.DONATIONS: takes_donations,
        Signal.SUBSCRIPTIONS: sells_subscriptions,
        Signal.PAYWALL: has_paywall,
        Signal.COMPANY: legal_form == LegalForm.COMPANY,
    }
    return frozenset(signal for signal, is_present in present.items() if is_present)


def counted_as_commercial(signals: frozenset[Signal], *, reading: frozenset[Signal]) -> frozenset[Signal]:
    """Those of the signals that the reading counts. Empty means: not commercial."""
    return signals & reading


def in_words(signals: frozenset[Signal], *, counted: frozenset[Signal], in_commercial_class: bool) -> str:
    """One or two sentences that say whether we are commercial and on what that rests."""
    causes = [_WORDS[signal] for signal in Signal if signal in counted]
    causes += ["we are recorded as a commercial site"] if in_commercial_class else []
    if causes:
        return f"We are commercial by our own reading, because {_list(causes)}."
    left = [_WORDS[signal] for signal in Signal if signal in signals]
    if left:
        return f"We are not commercial by our own reading. It does not count that {_list(left)}."
    return "We are not commercial: no advertising, no donations, no subscriptions, no paywall, and the publisher is not a company."


def _list(clauses: list[str]) -> str:
    return clauses[0] if len(clauses) == 1 else f"{', '.join(clauses[:-1])} and {clauses[-1]}"
