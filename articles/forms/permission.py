"""What somebody let us do, as the rights desk types it from the letter or the contract: from when to when, where, how, for what.

Fields shared by the forms of texts and pictures. `conditions()` gives them in the words of a grant. What contradicts itself
is refused at its field, with what to do.
"""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.utils import timezone

from articles.forms.words import MomentField
from house.proper_values import time_zone_name
from rights import wording
from rights.models import Grant
from rights.territories import codes_in, unknown_in
from rights.vocabulary import Channel, Commercial, EndAction, Grantee, Onward, Part, RecipientKind, Use

MORE_USES = [
    (str(Use.EMAIL), "Send it by mail"),
    (str(Use.SYNDICATE), "Pass it on to partners"),
    (str(Use.ADAPT), "Edit and cut it"),
    (str(Use.TRANSLATE), "Translate it"),
    (str(Use.PRINT), "Print it"),
]
#: Strings that are tied to a permission, by the column that holds them.
STRINGS = [
    ("unaltered", "Unchanged only"),
    ("no_systematic", "Single pieces only: no feeds, no archives"),
    ("no_resale", "Not to be sold on"),
    ("no_ads_adjacent", "Not beside advertising"),
]
PARTS = [(str(Part.FULL), "The whole"), (str(Part.EXCERPT), "An excerpt"), (str(Part.HEADLINE), "Title and link")]
END_ACTIONS = [
    (str(EndAction.WITHDRAW), "Take it off"),
    (str(EndAction.NOTICE_PAGE), "Leave a notice and the link"),
    (str(EndAction.EXCERPT), "Cut it to an excerpt"),
]
AS_USED = ""
ONWARD = [
    (AS_USED, "As ticked above"),
    (str(Onward.NONE), "Nobody"),
    (str(Onward.SUBLICENSABLE), "We may pass it on"),
    (str(Onward.SAME_OFFER), "Whoever falls under the same offer"),
]
GRANTEES = [(str(Grantee.HOUSE), "To us"), (str(Grantee.CLASS), "To every site of one kind")]
CLASSES = [(str(code), label.capitalize()) for code, label in wording.CLASSES.items()]
SHOWN_TO = [("", "Everyone"), (str(RecipientKind.REGISTERED_READER), "Registered readers only")]
COMMERCIAL = [(str(code), wording.COMMERCIAL[code].capitalize()) for code in Commercial]


def _choice(label: str, choices: list[tuple[str, str]]) -> forms.ChoiceField:
    # A browser sends the first one where nobody chose: that is no change.
    return forms.ChoiceField(label=label, required=False, choices=choices, initial=choices[0][0])


def _several(label: str, choices: list[tuple[str, str]], help_text: str = "") -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(label=label, required=False, choices=choices, widget=forms.CheckboxSelectMultiple, help_text=help_text)


def _number(label: str, help_text: str = "", *, least: int = 1, most: int = 100_000) -> forms.IntegerField:
    messages = {
        "invalid": "This is not a whole number. Type digits only.",
        "min_value": f"The smallest that makes sense here is {least}. Type a larger number, or leave it empty.",
        "max_value": f"The largest that makes sense here is {most:,}. Type a smaller number, or leave it empty.",
    }
    return forms.IntegerField(label=label, required=False, help_text=help_text, min_value=least, max_value=most, error_messages=messages)


class CountriesField(forms.CharField):
    """Two-letter codes in one line. Cleans to a list; a code that no country has is refused."""

    def clean(self, value: Any) -> list[str]:
        codes = codes_in(super().clean(value))
        if unknown := unknown_in(codes):
            raise forms.ValidationError(
                f"{', '.join(unknown)}: no country has this code. Type two letters for each country, for example DE, AT.", code="unknown"
            )
        return codes


class ZoneField(forms.CharField):
    default_validators = [time_zone_name]


class PermissionFields(forms.Form):
    """The permission's part of a rights record."""

    permission_file = forms.FileField(
        label="The letter, mail or contract", required=False, help_text="At most 10 MB. Kept, never published."
    )
    permission_granted_by = forms.CharField(label="Who granted it", required=False, max_length=200)
    permission_contact = forms.CharField(label="Whom to ask for more", required=False, max_length=300)
    permission_grantee = _choice("Granted", GRANTEES)
    permission_class = _choice("Which kind of site", [("", "None"), *CLASSES])
    permission_uses = _several("Besides showing it, we may", MORE_USES)
    permission_onward = _choice("Who may have it from us", ONWARD)
    permission_classes = _several("Of partners, only", CLASSES, "None ticked: every partner.")
    permission_shown_to = _choice("We may show it to", SHOWN_TO)
    permission_channels = _several(
        "Where", [(str(code), wording.CHANNELS[code].capitalize()) for code in Channel], "None ticked: anywhere."
    )
    permission_territories = CountriesField(
        label="Only in", required=False, max_length=800, help_text="Country codes, for example DE, AT. Empty: everywhere."
    )
    permission_not_in = CountriesField(label="Not in", required=False, max_length=800)
    permission_commercial = _choice("Commercial use", COMMERCIAL)
    permission_part = _choice("How much", PARTS)
    permission_max_chars = _number("At most, in characters")
    permission_max_share = _number("At most, in per cent of it", most=100)
    permission_from = MomentField(label="From")
    permission_to = MomentField(label="To")
    permission_end_action = _choice("At the end", END_ACTIONS)
    permission_time_zone = ZoneField(
        label="Times are those of",
        required=False,
        max_length=64,
        help_text="Empty: ours. Another, such as Asia/Tokyo, where the contract says so.",
    )
    permission_not_before = MomentField(label="Not shown before")
    permission_delay_hours = _number("Delay in hours", "After the original appeared.", most=8_784)
    permission_exclusive_until = MomentField(label="Ours alone until")
    permission_notice_days = _number("Notice in days", most=3_650)
    permission_max_uses = _number("Number of uses")
    permission_fee = forms.CharField(label="Fee", required=False, max_length=120, help_text="Nothing holds until it is paid.")
    permission_fee_paid_at = MomentField(label="Paid on")
    permission_strings = _several("Besides, it is", STRINGS)
    permission_note = forms.CharField(label="Note for the desk", required=False, widget=forms.Textarea(attrs={"rows": 2}))

    @property
    def has_conditions(self) -> bool:
        """Is more agreed than who, when and for what? Then it is open to see."""
        closed = {f"permission_{name}" for name in ("file", "granted_by", "contact", "from", "to", "end_action", "uses")}
        plain: tuple[Any, ...] = (None, "", [], str(Grantee.HOUSE), str(Part.FULL), str(Commercial.ANY))
        names = [name for name in self.fields if name.startswith("permission_") and name not in closed]
        return any(self[name].value() not in plain or self[name].errors for name in names)

    def check_permission(self) -> None:
        """Refuse at its field whatever contradicts itself. Everything typed stays."""
        given = self.cleaned_data
        _read_in_its_zone(given)
        for name, message in [*_times(given), *_parties(given), *_amounts(given)]:
            if name not in self.errors:
                self.add_error(name, message)

    def conditions(self) -> dict[str, Any]:
        """What was typed, by the columns of a grant."""
        given = self.cleaned_data
        uses, share = given["permission_uses"], given["permission_max_share"]
        direct = (
            "contact",
            "not_before",
            "delay_hours",
            "exclusive_until",
            "notice_days",
            "max_uses",
            "fee",
            "fee_paid_at",
            "max_chars",
            "note",
            "time_zone",
        )
        return {
            **{name: given[f"permission_{name}"] for name in direct},
            **{name: name in given["permission_strings"] for name, _label in STRINGS},
            "grantee": given["permission_grantee"] or Grantee.HOUSE,
            "grantee_class": given["permission_class"],
            "recipients": _recipients(given),
            "onward": given["permission_onward"] or (Onward.SUBLICENSABLE if Use.SYNDICATE in uses else Onward.NONE),
            "channels": given["permission_channels"],
            "territories": given["permission_territories"],
            "territories_denied": given["permission_not_in"],
            "commercial": given["permission_commercial"] or Commercial.ANY,
            "part": given["permission_part"] or Part.FULL,
            "max_share": None if share is None else share / 100,
            "end_action": given["permission_end_action"] or EndAction.WITHDRAW,
        }


def initial_of(grant: Grant) -> dict[str, Any]:
    """A recorded permission as the form shows it."""
    known = {code for code, _label in MORE_USES}
    classes = [name.removeprefix("class:") for name in grant.recipients if name.startswith("class:")]
    is_plain = grant.onward == (Onward.SUBLICENSABLE if Use.SYNDICATE in grant.uses else Onward.NONE)
    same = ("granted_by", "contact", "grantee", "channels", "commercial", "part", "max_chars", "end_action", "not_before", "delay_hours",
            "exclusive_until", "notice_days", "max_uses", "fee", "fee_paid_at", "note")  # fmt: skip
    found = {name: getattr(grant, name) for name in (*same, "time_zone")} | {
        "class": grant.grantee_class,
        "classes": classes,
        "shown_to": next((name for name in grant.recipients if name == RecipientKind.REGISTERED_READER), ""),
        "onward": AS_USED if is_plain else grant.onward,
        "uses": [use for use in grant.uses if use in known],
        "territories": ", ".join(grant.territories),
        "not_in": ", ".join(grant.territories_denied),
        "max_share": None if grant.max_share is None else round(grant.max_share * 100),
        "from": grant.valid_from,
        "to": grant.valid_to,
        "strings": [name for name, _label in STRINGS if getattr(grant, name)],
    }
    return {f"permission_{name}": _as_typed(value, grant.time_zone) for name, value in found.items()}


def _read_in_its_zone(given: dict[str, Any]) -> None:
    """Moments are typed as the contract has them: its clock, not ours, says when it ends."""
    if not given.get("permission_time_zone"):
        return
    zone = ZoneInfo(given["permission_time_zone"])
    for name, value in given.items():
        if isinstance(value, datetime):
            given[name] = timezone.localtime(value).replace(tzinfo=zone)


def _as_typed(value: Any, zone: str) -> Any:
    """A moment so that our zone shows what the contract's clock says."""
    if not zone or not isinstance(value, datetime):
        return value
    return value.astimezone(ZoneInfo(zone)).replace(tzinfo=timezone.get_current_timezone())


def _recipients(given: dict[str, Any]) -> list[str]:
    shown_to = given["permission_shown_to"]
    partners = [f"class:{code}" for code in given["permission_classes"]]
    return [shown_to or str(RecipientKind.PUBLIC), *partners] if shown_to or partners else []


Refusals = list[tuple[str, str]]


def _times(given: dict[str, Any]) -> Refusals:
    begins, ends, opens = (given.get(f"permission_{name}") for name in ("from", "to", "not_before"))
    found: Refusals = []
    if _is_after(begins, ends):
        found.append(("permission_to", "The permission must end after it begins. Correct one of the two dates."))
    if _is_after(opens, ends):
        found.append(("permission_not_before", "It may not be shown before the permission ends. Correct one of the two dates."))
    if given.get("permission_fee_paid_at") and not given.get("permission_fee"):
        found.append(("permission_fee", "A payment needs the fee that it is for. Type the fee, or empty the day."))
    return found


def _is_after(first: datetime | None, second: datetime | None) -> bool:
    return first is not None and second is not None and first >= second


def _parties(given: dict[str, Any]) -> Refusals:
    is_to_class, party_class = given.get("permission_grantee") == Grantee.CLASS, given.get("permission_class")
    onward, uses = given.get("permission_onward"), given.get("permission_uses") or []
    found: Refusals = []
    if is_to_class and not party_class:
        found.append(("permission_class", "Choose the kind of site that this is granted to."))
    if party_class and not is_to_class:
        found.append(
            (
                "permission_class",
                "This kind of site says nothing while it is granted to us. Choose “None”, or grant it to every site of one kind.",
            )
        )
    if onward == Onward.NONE and Use.SYNDICATE in uses:
        found.append(("permission_onward", "“Nobody” contradicts “Pass it on to partners”. Untick the one, or choose another here."))
    if onward == Onward.SAME_OFFER and not is_to_class:
        found.append(
            (
                "permission_onward",
                "What is granted to us alone is no offer to others. Choose “We may pass it on”, or grant it to every site of one kind.",
            )
        )
    if given.get("permission_classes") and Use.SYNDICATE not in uses and onward != Onward.SUBLICENSABLE:
        found.append(
            ("permission_classes", "Nothing may be passed on, so no partner can have it. Tick “Pass it on to partners”, or untick these.")
        )
    if given.get("permission_exclusive_until") and is_to_class:
        found.append(("permission_exclusive_until", "Only one party can have it exclusively. Empty this, or grant it to us."))
    return found


def _amounts(given: dict[str, Any]) -> Refusals:
    part, uses, strings = given.get("permission_part"), given.get("permission_uses") or [], given.get("permission_strings") or []
    has_length = given.get("permission_max_chars") is not None or given.get("permission_max_share") is not None
    both = sorted(set(given.get("permission_territories") or []) & set(given.get("permission_not_in") or []))
    found: Refusals = []
    if part == Part.EXCERPT and not has_length:
        found.append(("permission_max_chars", "How long may the excerpt be? Type its characters, or its share of the whole."))
    if part != Part.EXCERPT and has_length:
        found.append(("permission_part", "A length is for an excerpt. Choose “An excerpt”, or empty the length."))
    if both:
        found.append(
            (
                "permission_not_in",
                f"{', '.join(both)} stands among the countries where it is permitted, too. Take it out of one of the two.",
            )
        )
    if "unaltered" in strings and not {Use.ADAPT, Use.TRANSLATE}.isdisjoint(uses):
        found.append(("permission_strings", "“Unchanged only” contradicts editing or translating it. Untick one of the two."))
    return found
