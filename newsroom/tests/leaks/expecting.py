"""Which words each exit may show of each work, by the second opinion: one case for each work, exit, recipient and moment."""

from dataclasses import dataclass, field
from datetime import datetime

from newsroom.tests.leaks import wanted
from newsroom.tests.leaks.base import SECOND_AT, Base, Photo, Piece, Words
from newsroom.tests.leaks.states import Facts, Supplied
from newsroom.tests.leaks.wanted import ALLOW, ASK, DENY, PART, Answer, Party

PUBLIC = Party()
#: What an agreement on excerpts gives: `syndication/items.py`.
AGREED_WORDS = 50
EXTENT = ["headline", "excerpt", "full"]


@dataclass
class Case:
    """`may` are the words that may be seen, `must` those that have to be, so that a test that sees nothing fails.

    What owes something that an exit can't show stays in, although it may be seen: `owes` says that it may.
    """

    about: str
    verdict: str
    reason: str
    may: set[str] = field(default_factory=set)
    must: set[str] = field(default_factory=set)
    owes: bool = False

    @property
    def is_refused(self) -> bool:
        return self.verdict in (ASK, DENY)


@dataclass
class Moment:
    """One state at one instant: what the second opinion says of it."""

    base: Base
    facts: Facts
    at: datetime

    @property
    def house(self) -> Party:
        return self.facts.house(self.at)

    def version(self, piece: Piece) -> Words | None:
        """The words that stand now; None once the article is withdrawn."""
        withdrawn_at = self.facts.withdrawn.get(piece.article_id)
        if withdrawn_at and withdrawn_at <= self.at:
            return None
        return piece.versions[-1] if self.at >= SECOND_AT else piece.versions[0]

    def text(self, piece: Piece, use: str, to: Party) -> Answer:
        if self.version(piece) is None:
            return Answer(DENY, "withdrawn")
        return wanted.answer(self.facts.works[piece.work_id], use, to, self.house, self.at)

    def photo(self, photo: Photo, use: str, to: Party = PUBLIC) -> Answer:
        return wanted.answer(self.facts.works[photo.work_id], use, to, self.house, self.at)

    def case(self, piece: Piece, answer: Answer) -> Case:
        owes = any(grant.obligations for grant in self.facts.works[piece.work_id].grants)
        return Case(f"text {piece.number}", answer.verdict, answer.reason, owes=owes)

    def page(self, piece: Piece) -> list[Case]:
        answer, words = self.text(piece, "read", PUBLIC), self.version(piece)
        case = self.case(piece, answer)
        if words is None or not answer.is_shown:
            case.may = {f"qs{piece.number:02}x"}  # the address that was asked for
            return [case, *(Case(f"picture {photo.number}", DENY, "asset_blocked") for photo in piece.photos[:1])]
        case.must = {words.headline}
        case.may = {words.headline, words.dek, *piece.around, *self._read(words, answer)}
        photos = [self._beside(photo, "read") for photo in piece.photos]
        for photo, shown in zip(piece.photos, photos, strict=True):
            # A caption in the text is part of the text and of the picture.
            if shown.verdict == ALLOW and answer.verdict == ALLOW:
                shown.may.add(piece.own_captions[photo.work_id])
        return [case, *photos]

    def _beside(self, photo: Photo, use: str) -> Case:
        answer = self.photo(photo, use)
        reason = answer.reason if answer.verdict == ALLOW else "asset_blocked"
        return Case(
            f"picture {photo.number}", ALLOW if answer.verdict == ALLOW else DENY, reason, set(photo.beside) if reason == "ok" else set()
        )

    def _read(self, words: Words, answer: Answer) -> set[str]:
        if answer.verdict == ALLOW:
            return {word for word, *_ in words.text}
        return _within(words.excerpt or words.text, answer, whole=words.text)

    def listed(self, pieces: list[Piece], *, is_whole: bool = True) -> list[Case]:
        """A list of these. A list that may leave some out at its end has nothing that it must show."""
        found = []
        for piece in pieces:
            answer, words = self.text(piece, "list", PUBLIC), self.version(piece)
            case = self.case(piece, answer)
            if words is not None and answer.is_shown:
                case.may = {words.headline, words.dek, *piece.around}
                case.must = {words.headline} if is_whole else set()
                found += [self._beside(photo, "list") for photo in piece.photos]
            found.append(case)
        return found

    def picture(self, photo: Photo) -> list[Case]:
        """A picture's file: while one page that shows it may be read."""
        own, pages = self.photo(photo, "read"), [piece for piece in self.base.pieces if photo in piece.photos]
        is_on_a_page = any(self.text(piece, "read", PUBLIC).is_shown for piece in pages)
        if own.verdict == ALLOW and is_on_a_page:
            return [Case(f"picture {photo.number}", ALLOW, "ok", {photo.in_the_file}, {photo.in_the_file})]
        return [Case(f"picture {photo.number}", DENY, own.reason if own.verdict != ALLOW else "asset_blocked")]

    def sent(self, use: str, to: Party) -> list[Case]:
        """Each text in a form that carries no pictures."""
        found = []
        for piece in self.base.pieces:
            answer, words = self.text(piece, use, to), self.version(piece)
            case = self.case(piece, answer)
            if words is not None and answer.is_shown:
                case.may, case.must = {words.headline, words.dek, *piece.around, *self._read(words, answer)}, {words.headline}
            found.append(case)
        return found

    def taken(self, pieces: list[Piece]) -> list[Case]:
        """Each of these in a feed that anybody may read: what the page shows, with its pictures, and no more."""
        found = []
        for piece in pieces:
            answer, words = self.text(piece, "read", PUBLIC), self.version(piece)
            case = self.case(piece, answer)
            if words is not None and answer.is_shown:
                case.may, case.must = {words.headline, words.dek, *piece.around, *self._read(words, answer)}, {words.headline}
                case.may |= self._illustrated(piece, "read", PUBLIC) if answer.verdict == ALLOW else set()
            found.append(case)
        return found

    def party(self, slug: str) -> Party:
        supplied = self.facts.partners[slug]
        classes = set() if supplied.left_at and supplied.left_at <= self.at else {supplied.party_class}
        sells = slug == "mixed" or bool(classes & {"commercial_site", "print_publisher"})
        territory = {"tern": "DE", "globe": "AT", "paper": "DE"}.get(slug, "")
        return Party("partner", slug, classes, sells, is_suspended=self.is_stopped(supplied), territory=territory)

    def is_stopped(self, supplied: Supplied) -> bool:
        # A partner is stopped from the moment that somebody does it; the date says since when.
        return supplied.stopped_at is not None

    def fed(self, slug: str) -> list[Case]:
        return [self._item(piece, slug) for piece in self.base.pieces]

    def _item(self, piece: Piece, slug: str) -> Case:
        answer, words = self.text(piece, "syndicate", self.party(slug)), self.version(piece)
        part = self._agreed(piece, slug)
        if words is None or not answer.is_shown:
            return Case(f"text {piece.number}", answer.verdict, answer.reason)
        if part is None:
            return Case(f"text {piece.number}", DENY, "(no agreement)")
        case = self.case(piece, answer)
        case.must = {words.headline}
        part = "headline" if answer.chars == 0 else part
        case.may = {words.headline, *piece.around, *({words.dek} if part != "headline" else ())}
        if part == "full" or (part == "excerpt" and answer.verdict == PART):
            case.may |= self._read(words, answer)
        elif part == "excerpt":
            case.may |= {word for word, _, before in words.text if before < AGREED_WORDS}
        if part == "full" and answer.verdict == ALLOW:
            case.may |= self._illustrated(piece, "syndicate", self.party(slug))
        return case

    def _illustrated(self, piece: Piece, use: str, to: Party) -> set[str]:
        """What pictures bring along: those that this recipient may have, and whose files anybody may fetch."""
        along = [one for one in piece.photos if self.photo(one, use, to).verdict == ALLOW and self.photo(one, "read").verdict == ALLOW]
        is_fetched = self.text(piece, "read", PUBLIC).is_shown
        return {word for one in along if is_fetched for word in (*one.beside, piece.own_captions[one.work_id])}

    def _agreed(self, piece: Piece, slug: str) -> str | None:
        parts = [
            agreed.part
            for agreed in self.facts.partners[slug].agreements
            if agreed.starts_at <= self.at and not (agreed.ends_at and agreed.ends_at <= self.at) and agreed.section in ("", piece.section)
        ]
        return max(parts, key=EXTENT.index, default=None)


def _within(places: list[tuple[str, int, int]], answer: Answer, *, whole: list[tuple[str, int, int]]) -> set[str]:
    """The words of a text that begin within the narrower of a length and a share of the whole."""
    _last, before, _words = whole[-1]
    limits = [answer.chars] if answer.chars is not None else []
    limits += [int(answer.share * (before + 60))] if answer.share is not None else []
    return {word for word, characters, _ in places if characters < min(limits)} if limits else set()
