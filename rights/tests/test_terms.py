"""The terms reader on small print: a page like the seed, two dozen written for it, and sentences that only sound like permission."""

import time
from unittest import skipUnless

from django.test import SimpleTestCase
from hypothesis import given, settings
from hypothesis import strategies as st

from rights.terms import RULES, read_terms
from rights.terms.letters import plain
from rights.tests.footers import BANS, FOOTERS, UNREAD
from rights.tests.like_the_seed import PAGE, SEED
from rights.vocabulary import Obligation, PartyClass, TermKind, Use

KINDS_AND_RULES = [
    (TermKind.RESPONSIBILITY, "responsibility"),
    (TermKind.PERMISSION, "permission-granted"),
    (TermKind.CONDITION, "condition"),
    (TermKind.CONTACT, "contact-for-permission"),
    (TermKind.FAIR_USE, "fair-use"),
    (TermKind.CONDITION, "permission-rule"),
    (TermKind.PRESS, "press-contact"),
]
GRANT = "The Delta Herald grants permission to cross-post its articles on community internet sites as long as the source is acknowledged."


class LikeTheSeedTests(SimpleTestCase):
    def setUp(self):
        self.reading = read_terms(PAGE)

    def test_the_statements_are_found_in_their_order_and_nothing_else(self):
        self.assertEqual([(proposal.kind, proposal.rule) for proposal in self.reading.proposals], KINDS_AND_RULES)

    @skipUnless(SEED.exists(), "the project's shared folder is not beside this checkout")
    def test_the_seed_itself_states_the_same(self):
        reading = read_terms(SEED.read_text())

        self.assertEqual([(proposal.kind, proposal.rule) for proposal in reading.proposals], KINDS_AND_RULES)
        self.assertEqual(
            [p.codes for p in reading.proposals if p.kind != TermKind.RESPONSIBILITY and not p.holder],
            [p.codes for p in self.reading.proposals if p.kind != TermKind.RESPONSIBILITY and not p.holder],
        )
        self.assertEqual(reading.holder, "Centre for Research on Globalization")

    def test_the_responsibility_is_one_notice_word_for_word(self):
        notice = self.reading.of_kind(TermKind.RESPONSIBILITY)[0]

        self.assertTrue(notice.quote.startswith("What this article says is the sole responsibility"))
        self.assertTrue(notice.quote.endswith("inaccurate or incorrect statement in it."))
        self.assertEqual(notice.codes["obligations"], ["author_responsibility"])

    def test_the_permission_reaches_community_sites_on_the_web_and_not_for_money(self):
        permission = self.reading.of_kind(TermKind.PERMISSION)[0]

        self.assertEqual(
            permission.codes,
            {
                "basis": "source_terms",
                "grantee": "class",
                "grantee_class": PartyClass.COMMUNITY_SITE,
                "uses": [Use.READ],
                "recipients": ["public"],
                "onward": "same_offer",
                "channels": ["web"],
                "commercial": "no",
                "obligations": [Obligation.CREDIT_SOURCE, Obligation.COPYRIGHT_LINE, Obligation.LINK_ORIGINAL],
                "link_to": "article",
                "holder": "Institute of Coastal Studies",
            },
        )
        self.assertTrue(permission.quote.endswith("a hyperlink to the original Coastal Studies article."))

    def test_its_conditions_rest_on_their_own_words(self):
        condition = self.reading.of_kind(TermKind.CONDITION)[0]

        self.assertEqual(condition.quote[:52], "as long the source and copyright are acknowledged to")
        self.assertEqual(condition.codes, {"obligations": ["credit_source", "copyright_line", "link_original"], "link_to": "article"})

    def test_print_and_commercial_sites_must_ask_a_contact_that_can_not_be_read(self):
        contact = self.reading.of_kind(TermKind.CONTACT)[0]

        self.assertEqual(contact.codes["verdict"], "needs_permission")
        self.assertEqual(contact.codes["classes"], ["print_publisher", "commercial_site"])
        self.assertEqual(contact.codes["contact_state"], "unreadable")
        self.assertFalse(contact.is_readable)
        self.assertNotIn("contact", contact.codes)

    def test_the_fair_use_notice_is_for_readers_who_asked_without_profit(self):
        notice = self.reading.of_kind(TermKind.FAIR_USE)[0]

        self.assertEqual(
            notice.codes,
            {
                "basis": "fair_use",
                "uses": ["read"],
                "purposes": ["research", "education"],
                "recipients": ["registered_reader"],
                "commercial": "no",
            },
        )
        self.assertTrue(notice.quote.startswith("www.coastal-studies.example contains copyrighted material"))

    def test_everything_else_needs_the_owner_s_permission_not_the_site_s(self):
        rule = self.reading.of_kind(TermKind.CONDITION)[1]

        self.assertEqual(rule.codes, {"verdict": "needs_permission", "contact_party": "copyright_owner"})

    def test_the_press_contact_is_no_right_and_is_unreadable(self):
        press = self.reading.of_kind(TermKind.PRESS)[0]

        self.assertEqual(press.codes, {"contact_kind": "press", "grantee_class": "press", "contact_state": "unreadable"})

    def test_the_holder_is_the_name_that_speaks(self):
        self.assertEqual(self.reading.holder, "Institute for Coastal Studies")

    def test_the_hidden_addresses_are_said_to_be_unreadable(self):
        self.assertEqual(self.reading.notes, ("A contact is given, but the site hid its address. No contact could be read.",))
        self.assertIsNone(self.reading.unread_language)

    def test_every_quote_is_the_text_at_its_place(self):
        for proposal in self.reading.proposals:
            self.assertEqual(proposal.quote, PAGE[proposal.start : proposal.end])

    def test_the_coloured_pieces_cover_the_text_without_overlap(self):
        pieces = self.reading.stretches(len(PAGE))

        self.assertEqual("".join(PAGE[piece.start : piece.end] for piece in pieces), PAGE)
        condition = next(piece for piece in pieces if PAGE[piece.start : piece.end].startswith("as long the source"))
        self.assertEqual(condition.kind, TermKind.CONDITION)


class FooterTests(SimpleTestCase):
    def test_each_footer_is_read_as_a_careful_person_reads_it(self):
        for text, expected in FOOTERS:
            with self.subTest(text=text):
                proposals = read_terms(text).proposals
                self.assertEqual([proposal.kind for proposal in proposals], [kind for kind, _, _ in expected])
                for proposal, (_, codes, words) in zip(proposals, expected, strict=True):
                    self.assertEqual({name: proposal.codes.get(name) for name in codes}, codes)
                    self.assertTrue(proposal.quote.startswith(words), proposal.quote)

    def test_a_footer_is_read_the_same_among_other_text(self):
        for text, expected in FOOTERS:
            with self.subTest(text=text):
                story = f"The ferry sailed at noon.\n\n{text}\n\nIt was full."
                proposals = read_terms(story).proposals
                self.assertEqual([proposal.kind for proposal in proposals], [kind for kind, _, _ in expected])
                self.assertEqual([p.quote for p in proposals], [story[p.start : p.end] for p in proposals])

    def test_one_offer_to_two_classes_is_two_proposals(self):
        proposals = read_terms("Non-profit and community websites may repost our articles in full.").of_kind(TermKind.PERMISSION)

        self.assertEqual([p.codes["grantee_class"] for p in proposals], ["community_site", "nonprofit_site"])

    def test_a_licence_without_a_version_has_no_spdx_id_and_says_so(self):
        reading = read_terms("Published under a CC-BY licence.")

        self.assertNotIn("spdx", reading.proposals[0].codes)
        self.assertEqual(reading.notes, ("A Creative Commons licence is named without a version we know. Ask which one is meant.",))

    def test_a_ported_licence_keeps_its_port(self):
        codes = read_terms("Unless stated otherwise, all content is licensed under CC BY-NC-SA 2.0 DE.").proposals[0].codes

        self.assertEqual(
            (codes["spdx"], codes["licence_url"]), ("CC-BY-NC-SA-2.0-DE", "https://creativecommons.org/licenses/by-nc-sa/2.0/de/")
        )

    def test_a_no_derivatives_licence_permits_neither_adapting_nor_translating(self):
        uses = read_terms("Licensed under CC BY-ND 4.0.").proposals[0].codes["uses"]

        self.assertEqual({"adapt", "translate", "audio"} & set(uses), set())
        self.assertNotIn("ai_train", uses)

    def test_the_licence_of_a_photo_is_not_the_licence_of_the_text(self):
        for text in ("Photo: Jo Lane, CC BY 2.0", "Image by Jo Lane. This work is licensed under CC BY 4.0."):
            self.assertEqual(read_terms(text).proposals, ())

    def test_permitting_and_forbidding_in_one_text_is_pointed_out(self):
        notes = read_terms("All rights reserved. Articles may be republished online with a link to the original.").notes

        self.assertEqual(notes, ("The text permits and forbids. Read both sentences before you confirm either.",))


class NothingRatherThanWrongTests(SimpleTestCase):
    def test_no_prohibition_is_read_as_a_permission(self):
        for text in BANS:
            with self.subTest(text=text):
                self.assertEqual(read_terms(text).of_kind(TermKind.PERMISSION), ())

    def test_a_denial_put_into_a_real_permission_ends_it(self):
        permissions = [text for text, expected in FOOTERS if len(expected) <= 2 and expected[0][0] == TermKind.PERMISSION]
        self.assertGreater(len(permissions), 8)
        for text in permissions:
            for denied in (
                f"It is not true that {text}",
                f"{text.split('. ')[0].rstrip('.')}, but not any more.",
                f"You may not:\n{text}",
                f"We never said: {text}",
            ):
                with self.subTest(text=denied):
                    self.assertEqual(read_terms(denied).of_kind(TermKind.PERMISSION), ())

    def test_a_permission_that_was_taken_back_elsewhere_in_the_text_does_not_hold(self):
        reading = read_terms(f"{GRANT}\n\nThis permission was revoked in May.")

        self.assertEqual(reading.of_kind(TermKind.PERMISSION), ())
        self.assertEqual(reading.notes, ("The text says that a permission has come to an end. No permission was read from it.",))

    def test_a_story_about_copyright_is_not_small_print(self):
        story = (
            "The court said that reproduction of the photographs was fair use. The minister told reporters that anyone may copy it. "
            "Tourists may not use the old ferry. You can use these tools to find out more. The museum published its articles in 1901."
        )

        self.assertEqual(read_terms(story).proposals, ())

    def test_text_in_another_language_is_said_to_be_unread(self):
        for language, text in UNREAD.items():
            with self.subTest(language=language):
                reading = read_terms(text)
                self.assertEqual((reading.proposals, reading.unread_language), ((), language))

    def test_english_terms_under_an_italian_story_are_read_and_the_italian_is_named(self):
        reading = read_terms(f"{UNREAD['it']}\n\n{GRANT}")

        self.assertEqual([p.kind for p in reading.proposals], [TermKind.PERMISSION, TermKind.CONDITION])
        self.assertEqual(reading.unread_language, "it")

    def test_an_empty_text_has_no_terms(self):
        self.assertEqual(read_terms("").proposals, ())
        self.assertEqual(read_terms(" \n\u200b\n").proposals, ())

    @settings(max_examples=200, deadline=None)
    @given(st.text(max_size=300) | st.lists(st.sampled_from([text for text, _ in FOOTERS] + BANS), max_size=4).map("\n\n".join))
    def test_whatever_is_read_quotes_the_text_in_its_order(self, text):
        proposals = read_terms(text).proposals

        self.assertEqual([p.quote for p in proposals], [text[p.start : p.end] for p in proposals])
        self.assertEqual([p.start for p in proposals], sorted(p.start for p in proposals))

    @settings(max_examples=200, deadline=None)
    @given(st.sampled_from(BANS), st.lists(st.tuples(st.integers(0, 80), st.sampled_from("\u200b\u00ad\u2060\ufeff\u200d")), max_size=6))
    def test_invisible_characters_do_not_turn_a_ban_into_a_permission(self, text, inserted):
        for place, char in inserted:
            text = text[:place] + char + text[place:]

        self.assertEqual(read_terms(text).of_kind(TermKind.PERMISSION), ())


class CostTests(SimpleTestCase):
    def test_no_text_of_one_megabyte_holds_the_reader_up(self):
        for piece in (
            "you may copy, " * 50 + ". ",
            "the text may be " * 48 + ". ",
            "The Aa " * 110 + ". ",
            "x\n",
            "we grant permission to ",
        ):
            with self.subTest(piece=piece[:20]):
                began = time.process_time()
                read_terms((piece * (1_000_000 // len(piece)))[:1_000_000])
                self.assertLess(time.process_time() - began, 15)

    def test_a_text_that_is_too_long_is_said_to_be(self):
        self.assertEqual(read_terms("We sail. " * 2_000).notes, ("The text is too long: its middle was not read.",))
        self.assertEqual(read_terms("the boat of the town " * 80).notes, ("A sentence is too long to be read.",))


class ContactTests(SimpleTestCase):
    def test_hidden_addresses_of_every_kind_are_unreadable_and_never_put_together(self):
        for hidden in (
            "[email protected]",
            "[email\u00a0protected]",
            "[ email protected ]",
            "/cdn-cgi/l/email-protection#a1b2c3",
            "rights [at] quay [dot] example",
            "rights (at) quay.example",
            "[email address hidden]",
        ):
            with self.subTest(hidden=hidden):
                contact = read_terms(f"For permission to republish our articles, contact: {hidden}").of_kind(TermKind.CONTACT)[0]
                self.assertEqual(contact.codes["contact_state"], "unreadable")
                self.assertNotIn("contact", contact.codes)

    def test_an_address_beside_a_hidden_one_is_not_taken_for_it(self):
        contact = read_terms("For reprints, contact [email protected] or see https://quay.example").of_kind(TermKind.CONTACT)[0]

        self.assertEqual(contact.codes["contact_state"], "unreadable")


class RuleTests(SimpleTestCase):
    def test_every_rule_has_its_own_id_an_explanation_and_an_example_that_it_fits(self):
        self.assertEqual(len({rule.id for rule in RULES}), len(RULES))
        for rule in RULES:
            with self.subTest(rule=rule.id):
                self.assertRegex(rule.says, r"^[A-Z].*\.$")
                self.assertTrue(rule.fits(plain(rule.example, is_cyrillic=rule.id.startswith("ru:")).text))

    def test_every_rule_s_example_is_read_as_the_rule_s_kind(self):
        for rule in RULES:
            with self.subTest(rule=rule.id):
                found = read_terms(f"{rule.example}\n\n© 2020 Quay Review").proposals
                self.assertIn(rule.kind, [proposal.kind for proposal in found[:-1] or found])
