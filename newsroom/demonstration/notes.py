"""What a demonstration newsroom is made of, as frozen notes.

Pure. A field's `reads` says what a TOML value becomes: an enumeration, or another note. Names follow the models
that `manage.py demo` will fill. Times are days before today and an hour in the house's zone, so that the
paper is always fresh: a negative `days_ago` lies in the future.
"""

from dataclasses import dataclass, field
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from articles.sheet_words import Aim, Character, Situation
from articles.vocabulary import AuthorKind, CorrectionKind, LegalBasis, State
from house.vocabulary import LegalForm, PartyClass, Signal
from rights.vocabulary import Basis, Onward, Part, Purpose, Use

RIGHT_TO_LEFT = frozenset({"ar"})


def reads(kind: type) -> dict[str, type]:
    """For a field's metadata: each TOML value of this field becomes a `kind`."""
    return {"reads": kind}


def moment(days_ago: int, hour: int, minute: int, *, now: datetime, zone: str) -> datetime:
    """An hour of the house's own day, as UTC. Raises ValueError if `now` is naive."""
    if now.tzinfo is None:
        raise ValueError("Pass an aware time as `now`.")
    place = ZoneInfo(zone)
    day = now.astimezone(place).date() - timedelta(days=days_ago)
    return datetime.combine(day, time(hour, minute), tzinfo=place).astimezone(UTC)


@dataclass(frozen=True)
class When:
    days_ago: int
    hour: int
    minute: int = 0

    def at(self, *, now: datetime, zone: str) -> datetime:
        return moment(self.days_ago, self.hour, self.minute, now=now, zone=zone)


@dataclass(frozen=True)
class SourceNote:
    """Where a text that is not ours came from. `source` is a key of `Newsroom.sources`.

    `kept_copy` "" means that the copy we keep is the text itself. `spdx_id` only for a public licence.
    """

    source: str
    original_title: str
    original_url: str
    original_author: str
    original_days_ago: int
    copyright_line: str
    spdx_id: str = ""
    changes_note: str = ""
    kept_copy: str = ""


@dataclass(frozen=True)
class PermissionNote:
    """A letter in which the holder lets us use a text: evidence, and what we read out of it."""

    letter: str
    granted_by: str
    days_ago: int
    uses: tuple[Use, ...] = field(metadata=reads(Use))
    contact: str
    valid_days: int | None = None
    onward: Onward = field(metadata=reads(Onward), default=Onward.NONE)


@dataclass(frozen=True)
class FairUseNote:
    """A worksheet in words. `excerpt` is what everyone may read; the whole is for registered readers."""

    legal_basis: LegalBasis = field(metadata=reads(LegalBasis))
    jurisdiction: str
    purpose_reason: str
    nature_reason: str
    amount_reason: str
    effect_reason: str
    situation: Situation = field(metadata=reads(Situation))
    aims: tuple[Aim, ...] = field(metadata=reads(Aim))
    character: Character = field(metadata=reads(Character))
    weights: dict[str, str]
    purposes: tuple[Purpose, ...] = field(metadata=reads(Purpose))
    excerpt: str
    conclusion: str
    answers: dict[str, str] = field(default_factory=dict)
    allows_mail: bool = False
    review_months: int = 12


@dataclass(frozen=True)
class CorrectionNote:
    """The story's body is the right one; the first version had `was` where it now has `now`."""

    kind: CorrectionKind = field(metadata=reads(CorrectionKind))
    note: str
    was: str
    now: str
    when: When = field(metadata=reads(When))


@dataclass(frozen=True)
class WithdrawalNote:
    """Why publication ended: what the desk and the partners read, and what the public reads."""

    reason: str
    public_reason: str
    when: When = field(metadata=reads(When))


@dataclass(frozen=True)
class Story:
    """One article. `when` is its publication, past or to come; working states have none."""

    slug: str
    headline: str
    dek: str
    section: str
    authors: tuple[str, ...]
    tags: tuple[str, ...]
    basis: Basis = field(metadata=reads(Basis))
    body: str
    language: str = "en"
    state: State = field(metadata=reads(State), default=State.PUBLISHED)
    slugline: str = ""
    dateline: str = ""
    when: When | None = field(metadata=reads(When), default=None)
    embargoed: bool = False
    ed_note: str = ""
    translator: str = ""
    translation_of: str = ""
    picture: str = ""
    picture_alt: str = ""
    picture_caption: str = ""
    source: SourceNote | None = field(metadata=reads(SourceNote), default=None)
    permission: PermissionNote | None = field(metadata=reads(PermissionNote), default=None)
    fair_use: FairUseNote | None = field(metadata=reads(FairUseNote), default=None)
    correction: CorrectionNote | None = field(metadata=reads(CorrectionNote), default=None)
    withdrawal: WithdrawalNote | None = field(metadata=reads(WithdrawalNote), default=None)

    @property
    def is_right_to_left(self) -> bool:
        return self.language in RIGHT_TO_LEFT

    @property
    def first_body(self) -> str:
        """What the public read before the correction, if there was one."""
        return self.body.replace(self.correction.now, self.correction.was) if self.correction else self.body


@dataclass(frozen=True)
class Section:
    slug: str
    name: str
    description: str
    names: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Tag:
    slug: str
    name: str


@dataclass(frozen=True)
class Person:
    """Someone credited. `source` names the paper that an outside author writes for; our own people have none."""

    slug: str
    name: str
    kind: AuthorKind = field(metadata=reads(AuthorKind))
    position: str
    biography: str
    source: str = ""


@dataclass(frozen=True)
class Picture:
    """A picture drawn by `drawing.draw(name)`, with its own rights. `allowed_uses` empty means what the basis gives."""

    name: str
    title: str
    alt_text: str
    caption: str
    credit_line: str
    basis: Basis = field(metadata=reads(Basis))
    holder: str
    spdx_id: str = ""
    source: str = ""
    original_url: str = ""
    usage_terms: str = ""
    allowed_uses: tuple[Use, ...] = field(metadata=reads(Use), default=())


@dataclass(frozen=True)
class Source:
    """A publisher or supplier whose work we use; `terms` is the footer of its pages, as we kept it."""

    slug: str
    name: str
    home_url: str
    copyright_holder: str
    default_basis: Basis = field(metadata=reads(Basis))
    description: str
    permissions_contact: str = ""
    press_contact: str = ""
    spdx_id: str = ""
    terms_url: str = ""
    terms: str = ""
    house_reading: str = ""


@dataclass(frozen=True)
class PartnerNote:
    slug: str
    name: str
    home_url: str
    contact: str
    contact_name: str
    territory: str
    state: str
    party_class: PartyClass = field(metadata=reads(PartyClass))
    evidence_note: str
    part: Part = field(metadata=reads(Part))
    agreed_days_ago: int
    note: str = ""


@dataclass(frozen=True)
class Reading:
    """How we read a word that others' terms leave open, and why."""

    question: str
    answer: str
    reason: str


@dataclass(frozen=True)
class HouseNote:
    """Who we are. `counts_as_commercial` are the facts that would make our site commercial in our own reading."""

    name: str
    holder: str
    tagline: str
    about: str
    territory: str
    zone: str
    languages: tuple[str, ...]
    legal_form: LegalForm = field(metadata=reads(LegalForm))
    classes: tuple[PartyClass, ...] = field(metadata=reads(PartyClass))
    carries_advertising: bool
    takes_donations: bool
    sells_subscriptions: bool
    has_paywall: bool
    counts_as_commercial: tuple[Signal, ...] = field(metadata=reads(Signal))
    commercial_reading: str
    community_reading: str
    readings: tuple[Reading, ...] = field(metadata=reads(Reading))
    copyright_line: str
    editor_contact: str
    permissions_contact: str
    press_contact: str
    corrections_contact: str
    address: str


@dataclass(frozen=True)
class Notice:
    """A standing notice, shown only for the bases it names; `text` by language. `{…}` is filled from the house."""

    key: str
    bases: tuple[Basis, ...] = field(metadata=reads(Basis))
    text: dict[str, str]


@dataclass(frozen=True)
class Policy:
    slug: str
    title: str
    summary: str
    body: str


@dataclass(frozen=True)
class Newsroom:
    house: HouseNote
    sections: tuple[Section, ...]
    tags: tuple[Tag, ...]
    people: tuple[Person, ...]
    sources: tuple[Source, ...]
    pictures: tuple[Picture, ...]
    partners: tuple[PartnerNote, ...]
    notices: tuple[Notice, ...]
    policies: tuple[Policy, ...]
    stories: tuple[Story, ...]

    def in_order(self) -> list[Story]:
        """Oldest first, so that the record reads as it would have been written; what has no time of its own comes last."""
        return sorted(self.stories, key=lambda story: -(story.when.days_ago * 24 - story.when.hour) if story.when else 10_000)

    def pictures_in_order(self) -> list[Picture]:
        """As the stories come to need them; what none of them shows comes last."""
        place = {story.picture: number for number, story in reversed([*enumerate(self.in_order())])}
        return sorted(self.pictures, key=lambda picture: place.get(picture.name, len(place) + len(self.stories)))
