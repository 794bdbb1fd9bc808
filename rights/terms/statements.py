"""One sentence and the rule that it fits, as a proposal with the codes that the sentence states. Pure."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from rights.vocabulary import Commercial, Grantee, PartyClass, RecipientKind, TermKind, Use, Verdict

from . import details, guards, licences
from .contacts import MISSING, contact_in
from .copyright_line import COPYRIGHT
from .language import Language
from .languages.tables import READ
from .letters import Plain
from .reading import Codes, Proposal
from .rule import Rule
from .sentences import Span


@dataclass(frozen=True)
class Sentence:
    span: Span
    plain: Plain
    paragraph: int
    language: Language

    @property
    def text(self) -> str:
        return self.plain.text


def permission(text: str, sentence: Sentence, *, is_of_a_picture: bool) -> Iterator[Proposal]:
    if licences.licences_in(sentence.text):
        if not is_of_a_picture and (licensed := _licensed(text, sentence)):
            yield licensed
        return
    rule = next((rule for rule in sentence.language.permissions if _is_said(rule, sentence.text)), None)
    if rule:
        yield from offers(text, sentence, rule)


def _is_said(rule: Rule, plain_text: str) -> bool:
    """Does the page itself say it, and not somebody whom it quotes in the same sentence?"""
    found = rule.pattern.search(plain_text)
    return bool(found and rule.fits(plain_text) and not guards.is_inside_quotes(plain_text, found.end()))


def offers(text: str, sentence: Sentence, rule: Rule) -> Iterator[Proposal]:
    """One offer for each class that the sentence names, and its conditions as a proposal of their own."""
    codes = deepcopy(rule.codes)
    spans = details.add_conditions(codes, sentence.text, sentence.language)
    details.add_credit_form(codes, sentence.plain, sentence.span.of(text))
    details.add_scope(codes, sentence.text, sentence.language)
    _add_uses(codes, sentence)
    _add_holder(codes, text, sentence)
    for granted in _to_each_class(codes, sentence):
        yield _proposal(text, sentence, rule, granted)
    if spans:
        yield _clause(text, sentence, spans)


def is_of_a_picture(plain_text: str) -> bool:
    """Asked in every language: a credit such as "Foto: Lena Torf" is too short to tell its own."""
    return any(language.of_a_picture.search(plain_text) for language in READ.values())


def _licensed(text: str, sentence: Sentence) -> Proposal | None:
    named, language = licences.licences_in(sentence.text), sentence.language
    if not named or is_of_a_picture(guards.without_harmless(sentence.text, language)):
        return None
    # Without a verb it must stand alone: "© 2021 Example, CC BY 4.0". Licences named in passing are no offer.
    stands_alone = len(licences.blanked(sentence.text, named).split()) <= 6
    if not stands_alone and not language.licence.fits(sentence.text):
        return None
    if len({one.kind for one in named}) > 1:
        return None
    best = max(named, key=lambda one: (bool(one.spdx), bool(one.port), bool(one.version)))
    return _proposal(text, sentence, language.licence, licences.codes_of(best))


def _add_uses(codes: Codes, sentence: Sentence) -> None:
    language, channels = sentence.language, codes.get("channels", [])
    if codes.get("part") == "excerpt" or language.excerpt.search(sentence.text):
        codes["part"] = "excerpt"
        codes["uses"] = [str(Use.EXCERPT)]
        return
    if "print" in channels or language.reprint.search(sentence.text):
        codes["uses"].append(str(Use.PRINT))
    codes["uses"] += [str(use) for channel, use in (("mail", Use.EMAIL), ("audio", Use.AUDIO)) if channel in channels]
    left = guards.without_harmless(sentence.text, language)
    codes["uses"] += details.named(language.offered_uses, left)


def _to_each_class(codes: Codes, sentence: Sentence) -> Iterator[Codes]:
    """One offer for each class that is named; to anyone where none is."""
    classes = details.named(sentence.language.classes, sentence.text)
    if not classes:
        codes["grantee"] = Grantee.ANYONE
        yield codes
    for party in classes:
        granted = deepcopy(codes)
        granted["grantee"], granted["grantee_class"] = Grantee.CLASS, PartyClass(party)
        if party in (PartyClass.COMMUNITY_SITE, PartyClass.NONPROFIT_SITE):
            granted.setdefault("commercial", Commercial.NO)
        yield granted


def _clause(text: str, sentence: Sentence, spans: list[tuple[int, int]]) -> Proposal:
    """The part of a permission that states its conditions, as a proposal of its own."""
    connective = sentence.language.connective.search(sentence.text)
    if connective and connective.start() <= spans[-1][0]:
        start, end = connective.start(), len(sentence.text.rstrip(" .;!"))
    else:
        start, end = spans[0][0], max(stop for _, stop in spans)
    start += len(sentence.text[start:end]) - len(sentence.text[start:end].lstrip(" ,"))
    codes = Codes()
    details.add_conditions(codes, sentence.text[start:end], sentence.language)
    details.add_credit_form(codes, sentence.plain, sentence.span.of(text))
    first, last = sentence.plain.original(start, end)
    span = Span(sentence.span.start + first, sentence.span.start + last)
    return Proposal(TermKind.CONDITION, sentence.language.condition.id, codes, span.of(text), *span)


def statement(text: str, sentence: Sentence, rule: Rule) -> Proposal | None:
    language, codes = sentence.language, deepcopy(rule.codes)
    if rule.kind in (TermKind.CONTACT, TermKind.PRESS):
        _add_contact(codes, sentence.text)
        if codes["contact_state"] == MISSING and not language.ask_us.search(sentence.text):
            return None
    if rule.kind == TermKind.CONTACT and (classes := details.named(language.needing, sentence.text)):
        codes["classes"] = classes
    if rule.kind == TermKind.PROHIBITION:
        _add_ban(codes, sentence)
    if rule.kind == TermKind.FAIR_USE:
        _add_fair_use(codes, sentence)
    if rule.id.endswith("permission-rule"):
        return _permission_rule(text, sentence, rule, codes)
    _add_holder(codes, text, sentence)
    return _proposal(text, sentence, rule, codes)


def _permission_rule(text: str, sentence: Sentence, rule: Rule, codes: Codes) -> Proposal | None:
    contact = contact_in(sentence.text)
    if contact.state != MISSING:
        contact_rule = next(one for one in sentence.language.others if one.kind == TermKind.CONTACT)
        return statement(text, sentence, contact_rule)
    codes["contact_party"] = "copyright_owner" if sentence.language.owner.search(sentence.text) else "source"
    if classes := details.named(sentence.language.needing, sentence.text):
        codes["classes"] = classes
    if sentence.language.limits.fee and sentence.language.limits.fee.search(sentence.text):
        codes["fee"] = True
    return _proposal(text, sentence, rule, codes)


def after_terms(text: str, sentence: Sentence, *, is_in_their_paragraph: bool) -> Iterator[Proposal]:
    """What a sentence says to those who have just read terms: whom to ask, and in the same paragraph any condition."""
    rule = sentence.language.asks
    if rule.fits(sentence.text) and (asked := statement(text, sentence, rule)):
        yield asked
    elif is_in_their_paragraph:
        yield from _conditions_of(text, sentence)


def address_of(text: str, sentence: Sentence) -> Proposal | None:
    """The address in a ban that can be lifted by asking: "only by arrangement with the desk: desk@quay.example"."""
    contact = contact_in(sentence.text)
    if not contact.value:
        return None
    start = sentence.text.rindex(contact.value)
    first, last = sentence.plain.original(start, start + len(contact.value))
    codes = deepcopy(sentence.language.asks.codes)
    _add_contact(codes, sentence.text)
    span = Span(sentence.span.start + first, sentence.span.start + last)
    return Proposal(TermKind.CONTACT, sentence.language.asks.id, codes, span.of(text), *span)


def _add_contact(codes: Codes, plain_text: str) -> None:
    contact = contact_in(plain_text)
    codes["contact_state"] = contact.state
    if contact.value:
        codes["contact"] = contact.value


def _add_ban(codes: Codes, sentence: Sentence) -> None:
    """What is banned, as uses; no `uses` means all of them. `commercial: no` bans commercial use alone."""
    language, said = sentence.language, sentence.text
    if language.consent.search(said):
        codes["verdict"] = Verdict.NEEDS_PERMISSION
    is_commercial = bool(language.commercial_alone.search(said))
    if PartyClass.COMMERCIAL_SITE in details.named(language.needing, said) and not (
        is_commercial and "verdict" in codes and codes["verdict"] == Verdict.DENY
    ):
        codes["classes"] = [str(PartyClass.COMMERCIAL_SITE)]
    if language.ai.search(said):
        codes["uses"] = [str(Use.AI_TRAIN), str(Use.AI_INPUT)]
    elif is_commercial:
        codes["commercial"] = str(Commercial.NO)
    elif uses := details.named(language.banned_uses, said):
        codes["uses"] = uses
    if channels := details.named(language.channels, said):
        codes["channels"] = channels
    if language.elsewhere.search(said):
        codes["elsewhere"] = True


def _add_fair_use(codes: Codes, sentence: Sentence) -> None:
    details.add_scope(codes, sentence.text, sentence.language)
    codes.pop("channels", None)
    codes.pop("part", None)
    if sentence.language.prior_interest.search(sentence.text):
        codes["recipients"] = [str(RecipientKind.REGISTERED_READER)]
    if sentence.language.without_profit.search(sentence.text):
        codes["commercial"] = Commercial.NO


def _add_holder(codes: Codes, text: str, sentence: Sentence) -> None:
    holder = sentence.language.holder
    found = holder.search(sentence.span.of(text)) if holder else None
    if found and found["name"] not in sentence.language.no_holder:
        codes["holder"] = found["name"]


def condition(text: str, sentence: Sentence) -> Iterator[Proposal]:
    """A condition that stands alone, or the copyright line."""
    if COPYRIGHT.fits(sentence.text) and (line := COPYRIGHT.pattern.search(sentence.text)):
        codes = deepcopy(COPYRIGHT.codes)
        codes["copyright_line"] = sentence.span.of(text)
        if line["holder"]:
            first, last = sentence.plain.original(*line.span("holder"))
            codes["holder"] = sentence.span.of(text)[first:last].strip(" ,.")
        yield _proposal(text, sentence, COPYRIGHT, codes)
        return
    if sentence.language.condition.fits(sentence.text):
        yield from _conditions_of(text, sentence)


def _conditions_of(text: str, sentence: Sentence) -> Iterator[Proposal]:
    codes = Codes()
    if details.add_conditions(codes, sentence.text, sentence.language):
        details.add_credit_form(codes, sentence.plain, sentence.span.of(text))
        yield _proposal(text, sentence, sentence.language.condition, codes)


def _proposal(text: str, sentence: Sentence, rule: Rule, codes: Codes) -> Proposal:
    return Proposal(rule.kind, rule.id, codes, sentence.span.of(text), *sentence.span)
