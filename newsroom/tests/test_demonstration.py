"""The demonstration newsroom adds up: every reference leads somewhere, nothing is said twice, and the pictures stay the same."""

import re
import shutil
import tempfile
from collections import Counter
from datetime import UTC, datetime, timedelta
from io import BytesIO
from itertools import combinations
from pathlib import Path

from django.test import SimpleTestCase
from lxml import html
from PIL import Image

from articles.vocabulary import AuthorKind, State
from house.vocabulary import PartyClass
from newsroom.demonstration import drawing, reading
from rights.vocabulary import OWN, Basis, Use

NOON = datetime(2026, 3, 14, 12, tzinfo=UTC)
BODY_TAGS = {"div", "p", "h2", "h3", "blockquote", "ul", "ol", "li", "a", "strong", "em", "table", "thead", "tbody", "tr", "th", "td"}
ANYONE_MAY_SHARE = {"CC-BY-4.0", "CC-BY-SA-4.0"}
RESERVED_HOST = re.compile(r"(^|\.)example\.(org|com|net)$")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+(?:[’'\-][^\W_]+)*", re.sub(r"<[^>]+>", " ", text).casefold())


def runs(story: reading.Story, length: int) -> set[tuple[str, ...]]:
    parts = (words(part) for part in (story.headline, story.dek, *story.body.split("</p>")))
    return {tuple(part[i : i + length]) for part in parts for i in range(len(part) - length + 1)}


def long_reads() -> list[reading.Story]:
    return [story for story in reading.load().stories if 700 <= len(words(story.body)) <= 1000]


class StoriesTests(SimpleTestCase):
    def setUp(self):
        self.newsroom = reading.load()
        self.stories = self.newsroom.stories

    def test_there_are_forty_four_in_four_languages(self):
        self.assertEqual(Counter(story.language for story in self.stories), {"en": 36, "fr": 4, "es": 2, "ar": 2})

    def test_every_way_to_rest_a_use_is_shown(self):
        bases = Counter("own" if story.basis in OWN else str(story.basis) for story in self.stories)
        self.assertEqual(bases, {"own": 32, "cc": 5, "source_terms": 3, "written_permission": 2, "fair_use": 2})

    def test_states_are_as_the_demonstration_promises(self):
        states = Counter(str(story.state) for story in self.stories)
        self.assertEqual(states, {"published": 39, "scheduled": 2, "killed": 1, "draft": 1, "in_edit": 1})
        self.assertEqual([story.slug for story in self.stories if story.embargoed], ["day-ward-would-save-4100-journeys"])
        self.assertEqual([story.slug for story in self.stories if story.correction], ["the-budget-in-nine-lines"])

    def test_at_least_thirty_may_be_syndicated_to_anyone(self):
        shared = [
            story
            for story in self.stories
            if story.state == State.PUBLISHED and (story.basis in OWN or (story.source and story.source.spdx_id in ANYONE_MAY_SHARE))
        ]
        self.assertGreaterEqual(len(shared), 30)

    def test_slugs_are_used_once_and_fit_their_field(self):
        slugs = [story.slug for story in self.stories]
        self.assertEqual(len(set(slugs)), len(slugs))
        self.assertEqual([slug for slug in slugs if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug) or len(slug) > 80], [])

    def test_headlines_and_deks_fit_their_fields(self):
        self.assertEqual([story.slug for story in self.stories if not 0 < len(story.headline) <= 200 or not 0 < len(story.dek) <= 400], [])

    def test_eight_are_briefs_and_four_are_long_reads(self):
        lengths = [len(words(story.body)) for story in self.stories]
        self.assertEqual(sum(100 <= length <= 150 for length in lengths), 8)
        self.assertEqual(len(long_reads()), 4)
        self.assertEqual([length for length in lengths if not 100 <= length <= 1000 or 150 < length < 250 or 450 < length < 700], [])

    def test_long_reads_have_subheadings_a_quotation_and_a_list_or_table(self):
        for story in long_reads():
            with self.subTest(story.slug):
                self.assertGreaterEqual(story.body.count("<h2>"), 3)
                self.assertIn("<blockquote>", story.body)
                self.assertTrue("<ul>" in story.body or "<table>" in story.body)

    def test_no_story_shares_eight_words_in_a_row_with_another(self):
        found = {story.slug: runs(story, 8) for story in self.stories}
        shared = [(a, b, run) for a, b in combinations(found, 2) for run in found[a] & found[b]]
        self.assertEqual(shared, [])

    def test_bodies_are_well_formed_and_keep_to_the_tags_of_the_desk(self):
        for story in self.stories:
            with self.subTest(story.slug):
                tree = html.fragment_fromstring(story.body, create_parent="div")
                self.assertEqual({element.tag for element in tree.iter()} - BODY_TAGS, set())
                self.assertEqual(story.body.count("<p>"), story.body.count("</p>"))
                self.assertEqual({key for element in tree.iter() for key in element.attrib} - {"href"}, set())

    def test_arabic_stories_run_right_to_left_and_are_in_arabic(self):
        for story in self.stories:
            letters = re.findall(r"[؀-ۿ]", story.body)
            self.assertEqual(story.is_right_to_left, len(letters) > 500, story.slug)

    def test_translations_name_their_translator_and_keep_the_authors(self):
        by_slug = {story.slug: story for story in self.stories}
        translations = [story for story in self.stories if story.translation_of]
        self.assertEqual(sorted(story.language for story in translations), ["ar", "fr", "fr"])
        for story in translations:
            self.assertEqual(story.authors, by_slug[story.translation_of].authors)
            self.assertEqual(story.translator, "salma-nasri-kervella")
            self.assertTrue(story.picture_alt)

    def test_the_correction_puts_right_what_was_first_published(self):
        story = next(story for story in self.stories if story.correction)
        self.assertIn("Roads go up by 12%", story.first_body)
        self.assertNotIn("Roads go up by 7%", story.first_body)
        self.assertIn("Roads go up by 7%", story.body)

    def test_every_section_tag_and_author_has_a_story(self):
        written = {name for story in self.stories for name in (*story.authors, story.translator)}
        self.assertEqual({section.slug for section in self.newsroom.sections} - {story.section for story in self.stories}, set())
        self.assertEqual({tag.slug for tag in self.newsroom.tags} - {tag for story in self.stories for tag in story.tags}, set())
        self.assertEqual({person.slug for person in self.newsroom.people} - written, set())


class TimesTests(SimpleTestCase):
    def test_published_stories_lie_in_the_last_thirty_days_and_scheduled_ones_ahead(self):
        zone = reading.load().house.zone
        for now in (NOON, NOON.replace(hour=0), NOON.replace(hour=23, minute=59)):
            for story in reading.load().stories:
                if story.when is None:
                    continue
                at = story.when.at(now=now, zone=zone)
                self.assertEqual(at > now, story.state == State.SCHEDULED, story.slug)
                self.assertLess(abs(now - at), timedelta(days=31), story.slug)

    def test_no_two_stories_are_published_in_the_same_minute(self):
        times = [(when.days_ago, when.hour, when.minute) for story in reading.load().stories if (when := story.when)]
        self.assertEqual(len(set(times)), len(times))

    def test_a_correction_and_a_withdrawal_come_after_publication(self):
        for story in reading.load().stories:
            for note in (story.correction, story.withdrawal):
                if note:
                    self.assertLess(story.when.at(now=NOON, zone="UTC"), note.when.at(now=NOON, zone="UTC"))

    def test_an_hour_is_read_in_the_zone_of_the_house(self):
        summer = datetime(2026, 7, 10, 12, tzinfo=UTC)
        self.assertEqual(reading.moment(1, 7, 30, now=summer, zone="Europe/Dublin"), datetime(2026, 7, 9, 6, 30, tzinfo=UTC))

    def test_a_naive_now_is_refused(self):
        with self.assertRaisesMessage(ValueError, "Pass an aware time"):
            reading.moment(1, 7, 0, now=NOON.replace(tzinfo=None), zone="UTC")


class RightsTests(SimpleTestCase):
    def test_fair_use_quotes_little_and_marks_all_of_it(self):
        for story in reading.load().stories:
            if not story.fair_use:
                continue
            copy = words(story.source.kept_copy)
            ours = runs(story, 5)
            shared = {i + k for i in range(len(copy) - 4) if tuple(copy[i : i + 5]) in ours for k in range(5)}
            quoted = words(" ".join(re.findall(r"“([^”]+)”", story.body)))
            with self.subTest(story.slug):
                self.assertGreater(len(shared), 0)
                self.assertLess(len(shared) / len(copy), 0.10)
                self.assertEqual([copy[i] for i in sorted(shared) if copy[i] not in quoted], [])

    def test_fair_use_gives_reasons_purposes_and_an_excerpt_in_our_own_words(self):
        for story in reading.load().stories:
            if sheet := story.fair_use:
                reasons = (sheet.purpose_reason, sheet.nature_reason, sheet.amount_reason, sheet.effect_reason, sheet.conclusion)
                self.assertGreater(min(len(words(reason)) for reason in reasons), 15)
                self.assertTrue(sheet.purposes)
                self.assertIn(words(sheet.excerpt)[:8], [words(story.body)[:8]])
                self.assertNotIn("“", sheet.excerpt)

    def test_permission_letters_allow_reading_and_nothing_onward(self):
        for story in reading.load().stories:
            if story.permission:
                self.assertIn(Use.READ, story.permission.uses)
                self.assertNotIn(Use.SYNDICATE, story.permission.uses)
                self.assertEqual(story.permission.onward, "none")
                self.assertIn(story.source.original_title, story.permission.letter)

    def test_sources_whose_terms_we_use_state_them_with_their_conditions(self):
        sources = {source.slug: source for source in reading.load().sources}
        for story in reading.load().stories:
            if story.basis == Basis.SOURCE_TERMS:
                terms = sources[story.source.source].terms.casefold()
                for word in ("communit", "source", "copyright", "commercial|business"):
                    self.assertRegex(terms, word)
                self.assertTrue(sources[story.source.source].house_reading)

    def test_every_address_is_a_reserved_one(self):
        texts = [path.read_text("utf-8") for path in reading.HERE.rglob("*.toml")]
        hosts = {host for text in texts for host in re.findall(r"(?:https?://|@)([a-z0-9.\-]*[a-z0-9])", text)}
        self.assertGreater(len(hosts), 10)
        self.assertEqual({host for host in hosts if not RESERVED_HOST.search(host)}, set())

    def test_house_is_a_community_site_that_takes_donations_and_no_advertising(self):
        house = reading.load().house
        self.assertEqual(house.classes, (PartyClass.COMMUNITY_SITE, PartyClass.NONPROFIT_SITE))
        self.assertTrue(house.takes_donations)
        self.assertFalse(house.carries_advertising or house.sells_subscriptions or house.has_paywall)
        self.assertEqual([reading_of.question for reading_of in house.readings if not reading_of.answer or not reading_of.reason], [])

    def test_partners_are_an_active_one_of_each_class_and_a_suspended_one(self):
        partners = {(partner.party_class, partner.state) for partner in reading.load().partners}
        wanted = {(PartyClass.COMMUNITY_SITE, "active"), (PartyClass.COMMERCIAL_SITE, "active"), (PartyClass.COMMUNITY_SITE, "suspended")}
        self.assertEqual(partners, wanted)

    def test_standing_notices_are_written_in_every_language_of_the_house(self):
        newsroom = reading.load()
        self.assertEqual([notice.key for notice in newsroom.notices if set(notice.text) != set(newsroom.house.languages)], [])

    def test_our_people_are_persons_a_desk_and_a_guest(self):
        kinds = Counter(person.kind for person in reading.load().people if not person.source)
        self.assertEqual(kinds, {AuthorKind.PERSON: 8, AuthorKind.INSTITUTION: 1, AuthorKind.GUEST: 1})

    def test_what_we_took_from_others_is_credited_to_those_who_wrote_it(self):
        people = {person.slug: person for person in reading.load().people}
        for story in reading.load().stories:
            if story.source and story.basis != Basis.FAIR_USE:
                self.assertEqual([people[slug].name for slug in story.authors], [story.source.original_author])


class PicturesTests(SimpleTestCase):
    def test_every_picture_has_alternative_text_caption_credit_and_a_basis(self):
        for picture in reading.load().pictures:
            with self.subTest(picture.name):
                self.assertTrue(60 < len(picture.alt_text) <= 400)
                self.assertTrue(0 < len(picture.caption) <= 400)
                self.assertTrue(0 < len(picture.credit_line) <= 200)
                self.assertTrue(picture.holder)

    def test_every_picture_is_drawn_and_shown_and_every_drawing_has_its_rights(self):
        names = {picture.name for picture in reading.load().pictures}
        self.assertEqual(names, set(drawing.PLATES))
        self.assertEqual(names, {story.picture for story in reading.load().stories if story.picture})

    def test_two_are_non_commercial_and_one_is_for_our_own_site_only(self):
        pictures = {picture.name: picture for picture in reading.load().pictures}
        self.assertEqual({name for name, picture in pictures.items() if picture.spdx_id == "CC-BY-NC-4.0"}, {"orchard", "observatory"})
        self.assertEqual([name for name, picture in pictures.items() if picture.basis == Basis.AGENCY], ["turbines"])
        self.assertNotIn(Use.SYNDICATE, pictures["turbines"].allowed_uses)

    def test_a_picture_comes_out_the_same_each_time(self):
        for name in drawing.PLATES:
            with self.subTest(name):
                first, second = drawing.draw(name, width=160), drawing.draw(name, width=160)
                self.assertEqual(first.size, (160, 100))
                self.assertEqual(first.tobytes(), second.tobytes())
                self.assertGreater(len(first.getcolors(160 * 100)), 500)

    def test_a_file_is_a_jpeg_of_full_size_that_a_reader_can_afford(self):
        data = drawing.jpeg("glow")
        with Image.open(BytesIO(data)) as picture:
            self.assertEqual((picture.format, picture.size), ("JPEG", (1600, 1000)))
        self.assertLess(len(data), 600_000)

    def test_an_unknown_picture_is_refused_by_name(self):
        with self.assertRaisesMessage(ValueError, "There is no picture called 'moon'"):
            drawing.draw("moon")


class RefusalTests(SimpleTestCase):
    """What does not add up is refused, and the message names the file and the key."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp())
        self.addCleanup(shutil.rmtree, self.folder)
        shutil.copytree(reading.HERE, self.folder, dirs_exist_ok=True, ignore=shutil.ignore_patterns("*.py", "__pycache__", "drawing"))

    def spoil(self, name: str, old: str, new: str) -> None:
        path = self.folder / name
        text = path.read_text("utf-8")
        self.assertIn(old, text)
        path.write_text(text.replace(old, new, 1), "utf-8")

    def refusal(self) -> str:
        with self.assertRaises(ValueError) as caught:
            reading.read(self.folder)
        return str(caught.exception)

    def test_an_untouched_copy_is_read(self):
        self.assertEqual(reading.read(self.folder), reading.load())

    def test_a_mistake_in_a_story_names_its_file_and_key(self):
        cases = [
            ('section = "culture"', 'section = "sports"', "section: 'sports' is not known."),
            ('authors = ["nuala-garrahy"]', 'authors = ["nobody"]', "authors: 'nobody' is not known."),
            ('authors = ["nuala-garrahy"]', "authors = []", "authors: Nobody is credited."),
            ('authors = ["nuala-garrahy"]', 'authors = ["wren-castellane"]', "authors: 'wren-castellane' does not write for us."),
            ('"food", ', '"foood", ', "tags: 'foood' is not known."),
            ('picture = "orchard"', 'picture = "moon"', "picture: 'moon' is not known."),
            ('slugline = "APPLES"', 'sluglien = "APPLES"', "The key 'sluglien' is not known."),
            ('basis = "own_staff"', 'basis = "mine"', "'mine' is not a Basis."),
            ('basis = "own_staff"', 'basis = "cc"', "source: The basis cc needs one."),
            ('dek = "In a walled', 'notes = "In a walled', "The key 'notes' is not known."),
            ("when = { days_ago = 17, hour = 6 }\n", "", "when: A story that is published needs one."),
            ("days_ago = 17", "days_ago = -17", "when: The future is for scheduled stories"),
            ('dateline = "Kiladerry"', 'translation_of = "nothing"', "translator: A translation names its translator"),
            ("body = '''", "body = '", "This is not TOML"),
        ]
        original = (self.folder / "stories/apples.toml").read_text("utf-8")
        for old, new, message in cases:
            with self.subTest(new):
                self.spoil("stories/apples.toml", old, new)
                refusal = self.refusal()
                self.assertTrue(refusal.startswith("apples.toml"), refusal)
                self.assertIn(message, refusal)
                (self.folder / "stories/apples.toml").write_text(original, "utf-8")

    def test_a_missing_key_is_named(self):
        self.spoil("stories/apples.toml", 'slug = "apples-without-names"\n', "")
        self.assertEqual(self.refusal(), "apples.toml: The key 'slug' is missing.")

    def test_two_stories_with_one_slug_are_refused(self):
        self.spoil("stories/apples.toml", 'slug = "apples-without-names"', 'slug = "the-budget-in-nine-lines"')
        self.assertEqual(self.refusal(), "stories: Two files have the same slug.")

    def test_a_picture_of_an_unknown_source_is_refused(self):
        self.spoil("pictures.toml", 'source = "westering-pictures"', 'source = "nobody"')
        self.assertEqual(self.refusal(), "pictures.toml: source 'nobody' of 'turbines' is not known.")

    def test_a_correction_must_be_found_in_the_text(self):
        self.spoil("stories/budget.toml", 'now = "Roads go up by 7%"', 'now = "Roads go up by 8%"')
        self.assertEqual(self.refusal(), "budget.toml: correction.now: These words are not in the body.")
