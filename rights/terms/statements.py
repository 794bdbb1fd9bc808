"""One sentence and the rule that it fits, as a proposal with the codes that the sentence states. Pure."""

import re
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass

from rights.vocabulary import Commercial, Grantee, PartyClass, RecipientKind, TermKind, Use, Verdict

from . import details, guards, licences
from .contacts import MISSING, contact_in
from .letters import Plain
from .reading import Codes, Proposal
from .rules import CONDITION, COPYRIGHT, LICENCE, OTHERS, PERMISSIONS, Rule
from .sentences import Span

_HOLDER = re.compile(
    r"\b(?:The |the )?(?P<name>(?:[A-ZÀ-Þ][\w&.'’-]*)(?: (?:(?:for|of|on|and|the|de|du|der|für|&) )*[A-ZÀ-Þ][\w&.'’-]*){0,7})"
    r"(?: (?:hereby )?(?:grants?|gives?|allows?|permits?|will not be|is not|accepts? no|cannot|can not|assumes? no|takes? no|reserves?|does not|disclaims?)\b)"
)
_NO_HOLDER = frozenset({
    "You", "We", "It", "He", "She", "They", "This", "Permission", "Reproduction", "Republication", "Content", "Material", "Creative Commons",
})  # fmt: skip
_CONNECTIVE = re.compile(
    r"(?:,? ?\b(?:but|and) )?\b(?:as long(?: as)?|so long as|provid(?:ed|ing)(?: that)?|on (?:the )?(?:sole )?conditions?(?: that)?|on the understanding|(?:only )?if (?:you|they|the|proper|full|due)|"
    r"with (?:a |an |the )?(?:\w+ )?(?:credit|attribution|acknowledge?ment|(?:hyper)?link|by-?line)|subject to|under the (?:following )?conditions?|crediting|please)\b",
    re.IGNORECASE,
)
OF_A_PICTURE = re.compile(
    r"\b(?:photos?|photographs?|pictures?|images?|illustrations?|graphics?|via (?:wikimedia|flickr|wikipedia)|flickr|wikimedia)\b", re.I
)
_ASK_US = re.compile(r"\b(?:contact|write to|e-?mail|ask) (?:us|the (?:editors?|publisher|author|rights|permissions)|our)\b", re.IGNORECASE)


@dataclass(frozen=True)
class Sentence:
    span: Span
    plain: Plain
    paragraph: int

    @property
    def text(self) -> str:
        return self.plain.text


def permission(text: str, sentence: Sentence, *, is_of_a_picture: bool) -> Iterator[Proposal]:
    if licences.licences_in(sentence.text):
        if not is_of_a_picture and (licensed := _licensed(text, sentence)):
            yield licensed
        return
    rule = next((rule for rule in PERMISSIONS if rule.fits(sentence.text)), None)
    if rule is None:
        return
    codes = deepcopy(rule.codes)
    spans = details.add_conditions(codes, sentence.text)
    details.add_scope(codes, sentence.text)
    _add_uses(codes, sentence.text)
    _add_holder(codes, text, sentence)
    for granted in _to_each_class(codes, sentence.text):
        yield _proposal(text, sentence, rule, granted)
    if spans:
        yield _clause(text, sentence, spans)


def _licensed(text: str, sentence: Sentence) -> Proposal | None:
    named = licences.licences_in(sentence.text)
    if not named or OF_A_PICTURE.search(guards.without_harmless(sentence.text)):
        return None
    # Without a verb it must stand alone: "© 2021 Example, CC BY 4.0". Licences named in passing are no offer.
    stands_alone = len(licences.blanked(sentence.text, named).split()) <= 6
    if not stands_alone and not LICENCE.fits(sentence.text):
        return None
    if len({one.kind for one in named}) > 1:
        return None
    best = max(named, key=lambda one: (bool(one.spdx), bool(one.version)))
    return _proposal(text, sentence, LICENCE, licences.codes_of(best))


def _add_uses(codes: Codes, plain_text: str) -> None:
    lower = plain_text.lower()
    if codes.get("part") == "excerpt":
        codes["uses"] = [str(Use.EXCERPT)]
        return
    if "print" in codes.get("channels", []) or re.search(r"\bre-?print", lower):
        codes["uses"].append(str(Use.PRINT))
    if "mail" in codes.get("channels", []):
        codes["uses"].append(str(Use.EMAIL))
    left = guards.without_harmless(lower)
    codes["uses"] += [str(Use.TRANSLATE)] if re.search(r"\btranslat", left) else []
    codes["uses"] += [str(Use.ADAPT)] if re.search(r"\b(?:adapt|remix|modif|edit)", left) else []


def _to_each_class(codes: Codes, plain_text: str) -> Iterator[Codes]:
    """One offer for each class that is named; to anyone where none is."""
    classes = details.classes_in(plain_text)
    if not classes:
        codes["grantee"] = Grantee.ANYONE
        yield codes
    for party in classes:
        granted = deepcopy(codes)
        granted["grantee"], granted["grantee_class"] = Grantee.CLASS, party
        if party in (PartyClass.COMMUNITY_SITE, PartyClass.NONPROFIT_SITE):
            granted.setdefault("commercial", Commercial.NO)
        yield granted


def _clause(text: str, sentence: Sentence, spans: list[tuple[int, int]]) -> Proposal:
    """The part of a permission that states its conditions, as a proposal of its own."""
    connective = _CONNECTIVE.search(sentence.text)
    if connective and connective.start() <= spans[-1][0]:
        start, end = connective.start(), len(sentence.text.rstrip(" .;!"))
    else:
        start, end = spans[0][0], max(stop for _, stop in spans)
    start += len(sentence.text[start:end]) - len(sentence.text[start:end].lstrip(" ,"))
    codes = Codes()
    details.add_conditions(codes, sentence.text[start:end])
    first, last = sentence.plain.original(start, end)
    span = Span(sentence.span.start + first, sentence.span.start + last)
    return Proposal(TermKind.CONDITION, CONDITION.id, codes, span.of(text), *span)


def statement(text: str, sentence: Sentence, rule: Rule) -> Proposal | None:
    codes = deepcopy(rule.codes)
    if rule.kind in (TermKind.CONTACT, TermKind.PRESS):
        _add_contact(codes, sentence.text)
        if codes["contact_state"] == MISSING and not _ASK_US.search(sentence.text):
            return None
    if rule.kind == TermKind.CONTACT and (classes := details.needing_permission(sentence.text)):
        codes["classes"] = classes
    if rule.kind == TermKind.PROHIBITION:
        _add_ban(codes, sentence.text)
    if rule.kind == TermKind.FAIR_USE:
        _add_fair_use(codes, sentence.text)
    if rule.id == "permission-rule":
        return _permission_rule(text, sentence, rule, codes)
    _add_holder(codes, text, sentence)
    return _proposal(text, sentence, rule, codes)


def _permission_rule(text: str, sentence: Sentence, rule: Rule, codes: Codes) -> Proposal | None:
    contact = contact_in(sentence.text)
    if contact.state != MISSING:
        contact_rule = next(one for one in OTHERS if one.kind == TermKind.CONTACT)
        return statement(text, sentence, contact_rule)
    whose = re.search(r"\b(?:copyright|rights)[ -]?(?:owner|holder)s?\b|\bowners?\b", sentence.text, re.IGNORECASE)
    codes["contact_party"] = "copyright_owner" if whose else "source"
    if classes := details.needing_permission(sentence.text):
        codes["classes"] = classes
    return _proposal(text, sentence, rule, codes)


def _add_contact(codes: Codes, plain_text: str) -> None:
    contact = contact_in(plain_text)
    codes["contact_state"] = contact.state
    if contact.value:
        codes["contact"] = contact.value


def _add_ban(codes: Codes, plain_text: str) -> None:
    if re.search(r"\b(?:permission|consent|authori[sz]ation|approval|licen[cs]e|agreement)\b", plain_text, re.IGNORECASE):
        codes["verdict"] = Verdict.NEEDS_PERMISSION
    if PartyClass.COMMERCIAL_SITE in details.needing_permission(plain_text):
        codes["classes"] = [str(PartyClass.COMMERCIAL_SITE)]
    if re.search(r"\b(?:AI|artificial intelligence|machine[- ]learning|language models?|data mining)\b", plain_text, re.IGNORECASE):
        codes["uses"] = [str(Use.AI_TRAIN), str(Use.AI_INPUT)]


def _add_fair_use(codes: Codes, plain_text: str) -> None:
    details.add_scope(codes, plain_text)
    codes.pop("channels", None)
    codes.pop("part", None)
    if re.search(r"\bprior interest\b", plain_text, re.IGNORECASE):
        codes["recipients"] = [str(RecipientKind.REGISTERED_READER)]
    if re.search(r"\bwithout (?:profit|charge)\b|\bnon-?profit\b|\bnon-?commercial\b", plain_text, re.IGNORECASE):
        codes["commercial"] = Commercial.NO


def _add_holder(codes: Codes, text: str, sentence: Sentence) -> None:
    found = _HOLDER.search(sentence.span.of(text))
    if found and found["name"] not in _NO_HOLDER:
        codes["holder"] = found["name"]


def condition(text: str, sentence: Sentence) -> Iterator[Proposal]:
    """A condition that stands alone, or the copyright line."""
    if COPYRIGHT.fits(sentence.text) and (line := COPYRIGHT.pattern.search(sentence.text)):
        codes = deepcopy(COPYRIGHT.codes)
        codes["copyright_line"] = sentence.span.of(text)
        if line["holder"]:
            codes["holder"] = line["holder"].strip(" ,.")
        yield _proposal(text, sentence, COPYRIGHT, codes)
        return
    codes = Codes()
    if CONDITION.fits(sentence.text) and details.add_conditions(codes, sentence.text):
        yield _proposal(text, sentence, CONDITION, codes)


def _proposal(text: str, sentence: Sentence, rule: Rule, codes: Codes) -> Proposal:
    return Proposal(rule.kind, rule.id, codes, sentence.span.of(text), *sentence.span)
