"""Does a newsroom that was read add up? Every reference leads somewhere and every state has what it needs.

Pure. Each fault is a ValueError that names the file and the key, so that the writer can mend it.
"""

from collections import Counter
from collections.abc import Iterable, Iterator

from articles.vocabulary import WITHDRAWN, WORKING, AuthorKind, State
from rights.vocabulary import OWN, Basis

from .notes import Newsroom, Picture, Story

#: Bases that need a note of their own beside the source's.
NEEDS = {Basis.WRITTEN_PERMISSION: "permission", Basis.FAIR_USE: "fair_use"}


def check(newsroom: Newsroom, files: dict[str, str]) -> None:
    """Raise ValueError for the first fault. `files` gives the file name of each story's slug."""
    _refuse_twins(newsroom)
    sources = {source.slug for source in newsroom.sources}
    for person in newsroom.people:
        if person.source and person.source not in sources:
            raise ValueError(f"newsroom.toml: source {person.source!r} of {person.slug!r} is not known.")
    for picture in newsroom.pictures:
        _check_picture(picture, sources)
    if len(files) != len(newsroom.stories):
        raise ValueError("stories: Two files have the same slug.")
    for story in newsroom.stories:
        for fault in _faults(story, newsroom):
            raise ValueError(f"{files[story.slug]}: {fault}")


def _refuse_twins(newsroom: Newsroom) -> None:
    for part in (newsroom.sections, newsroom.tags, newsroom.people, newsroom.sources, newsroom.partners, newsroom.policies):
        for slug, number in Counter(entry.slug for entry in part).items():
            if number > 1:
                raise ValueError(f"newsroom.toml: The slug {slug!r} is used twice.")


def _check_picture(picture: Picture, sources: set[str]) -> None:
    if picture.source and picture.source not in sources:
        raise ValueError(f"pictures.toml: source {picture.source!r} of {picture.name!r} is not known.")
    if picture.basis not in OWN and not picture.source:
        raise ValueError(f"pictures.toml: {picture.name!r} is not our own; its source is missing.")


def _faults(story: Story, newsroom: Newsroom) -> Iterator[str]:
    yield from _unknown_references(story, newsroom)
    yield from _faults_of_basis(story)
    yield from _strange_authors(story, newsroom)
    yield from _faults_of_state(story)
    yield from _faults_of_translation(story, newsroom)


def _unknown_references(story: Story, newsroom: Newsroom) -> Iterator[str]:
    people = {person.slug: person for person in newsroom.people}
    yield from _unknown("section", [story.section], {section.slug for section in newsroom.sections})
    yield from _unknown("tags", story.tags, {tag.slug for tag in newsroom.tags})
    yield from _unknown("authors", story.authors, people)
    yield from _unknown("translator", [story.translator], people)
    yield from _unknown("picture", [story.picture], {picture.name for picture in newsroom.pictures})
    yield from _unknown("language", [story.language], set(newsroom.house.languages))
    if story.source:
        yield from _unknown("source", [story.source.source], {source.slug for source in newsroom.sources})
    if story.translator in people and people[story.translator].kind != AuthorKind.PERSON:
        yield "translator: Only a person translates."


def _unknown(key: str, wanted: Iterable[str], known: Iterable[str]) -> Iterator[str]:
    for name in wanted:
        if name and name not in known:
            yield f"{key}: {name!r} is not known."


def _faults_of_basis(story: Story) -> Iterator[str]:
    if story.basis in OWN and story.source:
        yield "source: Our own work has no source."
    if not story.authors:
        yield "authors: Nobody is credited."
    if story.basis not in OWN and not story.source:
        yield f"source: The basis {story.basis} needs one."
    for basis, key in NEEDS.items():
        if (getattr(story, key) is not None) != (story.basis == basis):
            yield f"{key}: Goes with the basis {basis}, and only with it."
    if story.source and bool(story.source.spdx_id) != (story.basis == Basis.CC):
        yield "source.spdx_id: Goes with the basis cc, and only with it."
    if story.basis == Basis.FAIR_USE and story.source and not story.source.kept_copy:
        yield "source.kept_copy: Fair use is measured against the kept copy."


def _strange_authors(story: Story, newsroom: Newsroom) -> Iterator[str]:
    """What we wrote, and what we wrote about others, is by our own people; the rest by those who write for its source."""
    paper = story.source.source if story.source and story.basis != Basis.FAIR_USE else ""
    for person in newsroom.people:
        if person.slug in story.authors and person.source != paper:
            yield f"authors: {person.slug!r} does not write for {paper or 'us'}."


def _faults_of_state(story: Story) -> Iterator[str]:
    if (story.when is None) != (story.state in WORKING):
        yield f"when: A story that is {story.state} {'has none' if story.when else 'needs one'}."
    if story.when and (story.when.days_ago < 0) != (story.state == State.SCHEDULED):
        yield "when: The future is for scheduled stories, and the past for all others."
    if story.embargoed and story.state != State.SCHEDULED:
        yield "embargoed: Only a scheduled story is under embargo."
    if (story.withdrawal is not None) != (story.state in WITHDRAWN):
        yield f"withdrawal: A story that is {story.state} {'has none' if story.withdrawal else 'needs one'}."
    if story.correction and story.correction.now not in story.body:
        yield "correction.now: These words are not in the body."


def _faults_of_translation(story: Story, newsroom: Newsroom) -> Iterator[str]:
    if bool(story.translator) != bool(story.translation_of):
        yield "translator: A translation names its translator and its original."
    if not story.translation_of:
        return
    original = next((other for other in newsroom.stories if other.slug == story.translation_of), None)
    if original is None:
        yield f"translation_of: {story.translation_of!r} is not known."
    elif original.language == story.language:
        yield "translation_of: The original is in the same language."
    elif set(original.authors) != set(story.authors):
        yield "authors: A translation keeps the authors of its original."
