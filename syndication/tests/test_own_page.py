"""The partner's own page: who gets in, what it says, what its buttons do, and what it never shows."""

from datetime import timedelta
from unittest import mock

from django.contrib.auth import get_user_model
from django.test import Client

from articles import clearing, withdrawing
from articles.tests import builders as desk
from articles.vocabulary import Move
from rights.vocabulary import Part
from syndication import memory, partnership, trials
from syndication.models import Agreement, FeedToken, PartnerState, Receipt, TrialItem, Usage
from syndication.own_page import invitations, sessions, tokens, views
from syndication.tests.builders import agreement, community_partner, feed_path
from syndication.tests.case import FeedCase
from syndication.tests.signed_in import ask, contact, letters, links, sign_in, work_off

HOME = "/partners/"


class OwnPageCase(FeedCase):
    def setUp(self):
        super().setUp()
        self.partner = community_partner(self.chief, name="Quay News")
        self.ada = contact(self.partner)

    def enter(self, who=None):
        answer = sign_in(self.client, who or self.ada, self.now)
        self.assertRedirects(answer, HOME)

    def page(self):
        answer = self.client.get(HOME)
        self.assertEqual(answer.status_code, 200)
        return answer.content.decode()


class DoorTests(OwnPageCase):
    def test_a_stranger_finds_a_form_and_nothing_of_any_partner(self):
        page = self.page()

        self.assertIn("Mail me a link", page)
        self.assertNotIn("Quay News", page)

    def test_the_answer_is_the_same_for_an_address_that_is_known_and_one_that_is_not(self):
        answers = [ask(Client(), address) for address in ("ada@quay.example", "nobody@quay.example", "ADA@quay.example")]
        said = {(one.status_code, one.content.decode().split("<form")[0]) for one in answers}
        work_off()

        self.assertEqual(len(said), 1)
        self.assertIn(views.ASKED, answers[0].content.decode())
        self.assertEqual([letter.to for letter in letters()], ["ada@quay.example"] * 2)

    def test_a_letter_is_written_once_however_often_the_worker_looks(self):
        ask(self.client, "ada@quay.example")
        work_off()
        work_off()

        self.assertEqual(len(letters()), 1)

    def test_the_link_shows_a_button_and_only_the_button_signs_in(self):
        ask(self.client, "ada@quay.example")
        work_off()
        (link,) = links()
        for _time in range(2):  # as mail programs and their guards do
            opened = self.client.get(link)
            self.assertContains(opened, "This signs you in as Ada Reed")
        self.assertNotIn("Signed in as", self.page())

        self.assertRedirects(self.client.post(link), HOME)
        self.assertIn("Signed in as Ada Reed", self.page())

    def test_a_link_is_good_once_and_for_half_an_hour(self):
        used, old, young = (f"/partners/sign-in/{invitations.invite(self.ada, at=self.now)}/" for _ in range(3))
        statuses = [Client().post(used).status_code, Client().post(used).status_code, Client().get(used).status_code]
        self.later(minutes=30, seconds=-1)
        statuses.append(Client().post(young).status_code)
        self.later(seconds=1)
        statuses.append(Client().post(old).status_code)

        self.assertEqual(statuses, [302, 404, 404, 302, 404])

    def test_who_is_contact_of_two_partners_gets_a_link_to_each(self):
        contact(community_partner(self.chief, name="Mole Post"))
        ask(self.client, "ada@quay.example")
        work_off()

        self.assertEqual((len(letters()), len(links())), (1, 2))

    def test_links_that_are_forged_cut_or_of_another_purpose_open_nothing(self):
        good = invitations.invite(self.ada, at=self.now)
        other = invitations.links.make("feed since", [self.ada.pk, "x"], at=self.now, lifetime=timedelta(hours=1))
        bad = [good[:-1], f"{good}x", other, "x", "ö", "%00", "a" * 3000, good.swapcase(), "..", f"{good} "]
        statuses = {token[:12]: (self.client.get(f"/partners/sign-in/{token}/").status_code) for token in bad}

        self.assertEqual(set(statuses.values()), {404})
        self.assertEqual(self.client.post(f"/partners/sign-in/{good}/").status_code, 302)

    def test_what_is_no_address_is_told_and_kept(self):
        for typed in ("", " ", "ada", "ada@", "a b@c.example", "ada@quay.example\nBcc: x@y.example", "x" * 400):
            with self.subTest(typed=typed[:30]):
                answer = ask(self.client, typed)
                self.assertContains(answer, views.NO_ADDRESS, status_code=400)
        self.assertContains(ask(self.client, '"><b>'), "&quot;&gt;&lt;b&gt;", status_code=400)
        work_off()
        self.assertEqual(letters(), [])

    def test_who_asks_too_often_waits_known_or_not(self):
        for address in ("ada@quay.example", "nobody@quay.example"):
            answers = [ask(Client(), address) for _ in range(views.LETTERS + 1)]
            self.assertEqual([one.status_code for one in answers], [200] * views.LETTERS + [429])
            self.assertTrue(0 < int(answers[-1]["Retry-After"]) <= views.WINDOW_SECONDS)

    def test_three_hundred_questions_from_one_client_make_thirty_letters_at_most(self):
        with mock.patch.object(invitations, "ask") as asked:
            statuses = [ask(self.client, f"person-{number}@quay.example").status_code for number in range(300)]

        self.assertEqual((statuses.count(200), statuses.count(429), asked.call_count), (30, 270, 30))

    def test_a_contact_who_has_left_and_one_of_a_partner_that_ended_get_no_letter(self):
        contact(self.partner, "gone@quay.example", ended_at=self.now)
        ended = community_partner(self.chief)
        contact(ended, "late@quay.example")
        partnership.change_state(ended.pk, PartnerState.ENDED, by=self.chief, at=self.now)
        for address in ("gone@quay.example", "late@quay.example"):
            ask(self.client, address)
        work_off()

        self.assertEqual(letters(), [])


class SessionTests(OwnPageCase):
    def test_the_cookie_is_its_own_for_this_page_alone_and_for_twelve_hours(self):
        cookie = sign_in(self.client, self.ada, self.now).cookies[sessions.COOKIE]
        kept = [cookie["path"], cookie["httponly"], cookie["samesite"], cookie["max-age"]]
        self.assertEqual(kept, ["/partners/", True, "Lax", 12 * 3600])
        self.assertNotIn("sessionid", self.client.cookies)
        self.later(hours=12, seconds=-1)
        self.assertIn("Signed in as", self.page())
        self.later(seconds=1)
        self.assertNotIn("Signed in as", self.page())

    def test_who_has_left_is_out_at_the_next_request(self):
        self.enter()
        self.ada.ended_at = self.now
        self.ada.save()

        self.assertNotIn("Quay News", self.page())

    def test_a_partner_that_ended_is_out_and_one_that_is_suspended_reads_why(self):
        self.enter()
        partnership.change_state(self.partner.pk, PartnerState.SUSPENDED, by=self.chief, at=self.later(minutes=1))
        self.assertIn("Deliveries to you are suspended", self.page())
        self.later(days=31)
        self.enter()
        self.assertIn("Your feed has ended", self.page())
        partnership.change_state(self.partner.pk, PartnerState.ENDED, by=self.chief, at=self.later(minutes=1))
        self.assertNotIn("Quay News", self.page())

    def test_who_signs_out_is_out_also_with_the_old_cookie(self):
        self.enter()
        old = self.client.cookies[sessions.COOKIE].value
        self.assertRedirects(self.client.post("/partners/sign-out/"), HOME)
        self.client.cookies[sessions.COOKIE] = old

        self.assertNotIn("Signed in as", self.page())

    def test_signing_in_again_ends_the_session_before(self):
        self.enter()
        old = self.client.cookies[sessions.COOKIE].value
        self.enter()
        new = self.client.cookies[sessions.COOKIE].value
        self.client.cookies[sessions.COOKIE] = old

        self.assertNotEqual(old, new)
        self.assertNotIn("Signed in as", self.page())

    def test_the_desk_s_session_opens_nothing_here_and_is_left_alone(self):
        self.client.force_login(self.chief)
        key = self.client.cookies["sessionid"].value
        self.client.cookies[sessions.COOKIE] = key
        self.assertNotIn("Signed in as", self.page())
        self.client.post("/partners/sign-out/")

        self.assertEqual(self.client.get("/admin/").status_code, 200)

    def test_this_session_opens_nothing_at_the_desk(self):
        self.enter()
        self.client.cookies["sessionid"] = self.client.cookies[sessions.COOKIE].value

        self.assertEqual(self.client.get("/admin/").status_code, 302)
        self.assertEqual(get_user_model().objects.filter(last_login__isnull=False).count(), 0)

    def test_cookies_that_mean_nothing_are_nobody(self):
        for value in ("", "x", "a" * 32, "ö", "'; drop table", "../..", "0"):
            self.client.cookies[sessions.COOKIE] = value
            self.assertNotIn("Signed in as", self.page())

    def test_it_is_kept_by_nobody_and_in_no_index(self):
        outside = self.client.get(HOME)
        link = self.client.get(f"/partners/sign-in/{invitations.invite(self.ada, at=self.now)}/")
        self.enter()
        for answer in (outside, link, self.client.get(HOME)):
            said = [answer[name] for name in ("Cache-Control", "X-Robots-Tag", "Referrer-Policy")]
            self.assertEqual(said, ["private, no-store", "noindex, nofollow", "same-origin"])


class ButtonTests(OwnPageCase):
    BUTTONS = ("/partners/tokens/new/", "/partners/tokens/1/end/", "/partners/test/send/", "/partners/test/withdraw/")

    def test_a_new_token_is_shown_once_and_reads_the_partner_s_own_feed(self):
        self.enter()
        made = self.client.post("/partners/tokens/new/", {"name": " The  website "})
        token = made.context["token"]
        row = FeedToken.objects.get()

        self.assertEqual((row.name, row.partner, made["Cache-Control"]), ("The website", self.partner, "private, no-store"))
        self.assertContains(made, f"/partners/feeds/{token}/latest.rss")
        self.assertEqual(self.pull(f"/partners/feeds/{token}/latest.rss").status_code, 200)
        self.assertNotIn(token, self.page())
        self.assertIn(f"…{token[-4:]}", self.page())

    def test_ten_are_enough_until_one_is_ended(self):
        self.enter()
        for number in range(tokens.MOST):
            self.client.post("/partners/tokens/new/", {"name": f"machine {number}"})
        refused = self.client.post("/partners/tokens/new/", {"name": "one more"})
        self.assertContains(refused, "End one that you no longer need", status_code=422)
        self.client.post(f"/partners/tokens/{FeedToken.objects.first().pk}/end/")

        self.assertEqual(self.client.post("/partners/tokens/new/", {"name": "one more"}).status_code, 200)
        self.assertEqual(FeedToken.objects.count(), tokens.MOST + 1)

    def test_names_that_are_none_are_refused_and_kept(self):
        self.enter()
        for name in ("", "   ", "\0\n\x1b", "n" * 81):
            refused = self.client.post("/partners/tokens/new/", {"name": name})
            self.assertEqual((refused.status_code, FeedToken.objects.count()), (422, 0))
        self.assertContains(refused, "n" * 81, status_code=422)

    def test_ending_a_token_ends_it_at_once(self):
        path = feed_path(self.partner, self.chief)
        self.enter()
        self.assertEqual(self.pull(path).status_code, 200)
        self.client.post(f"/partners/tokens/{FeedToken.objects.get().pk}/end/")

        self.assertEqual(self.pull(path).status_code, 404)

    def test_another_s_token_is_as_unknown_as_one_that_is_not_there(self):
        path = feed_path(community_partner(self.chief), self.chief)
        self.enter()
        answers = [self.client.post(f"/partners/tokens/{pk}/end/") for pk in (FeedToken.objects.get().pk, 99999, 10**30)]

        self.assertEqual([one.status_code for one in answers], [404] * 3)
        self.assertEqual(len({one.content for one in answers}), 1)
        self.assertEqual(self.pull(path).status_code, 200)

    def test_a_suspended_partner_makes_no_token_and_no_test_item(self):
        self.enter()
        partnership.change_state(self.partner.pk, PartnerState.SUSPENDED, by=self.chief, at=self.now)
        statuses = [self.client.post(path, {"name": "x"}).status_code for path in ("/partners/tokens/new/", "/partners/test/send/")]

        self.assertEqual((statuses, FeedToken.objects.count(), TrialItem.objects.count()), ([422, 422], 0, 0))

    def test_the_test_item_goes_its_way_by_three_buttons(self):
        path = feed_path(self.partner, self.chief)
        self.enter()
        titles = []
        for step in ("send", "correct", "withdraw"):
            self.assertRedirects(self.client.post(f"/partners/test/{step}/"), f"{HOME}#test", fetch_redirect_response=False)
            titles += self.titles(path)
            self.later(minutes=1)

        self.assertEqual(titles, ["Test item: please don't publish", "Test item, corrected: please don't publish", "Withdrawn"])

    def test_a_step_out_of_turn_is_refused_in_words_and_an_unknown_one_not_found(self):
        self.enter()
        refused = self.client.post("/partners/test/correct/")
        self.assertContains(refused, "There is no test item in your feed.", status_code=422)
        self.assertEqual(self.client.post("/partners/test/explode/").status_code, 404)

    def test_buttons_are_for_who_is_signed_in_and_for_post_alone(self):
        statuses = [Client().post(path, {"name": "x"}).status_code for path in self.BUTTONS]
        self.enter()
        seen = [self.client.get(path).status_code for path in self.BUTTONS]

        self.assertEqual((statuses, seen, FeedToken.objects.count()), ([403] * 4, [405] * 4, 0))

    def test_a_form_that_is_not_ours_does_nothing(self):
        strict = Client(enforce_csrf_checks=True)
        link = f"/partners/sign-in/{invitations.invite(self.ada, at=self.now)}/"
        statuses = [strict.post(path, {"name": "x", "address": "ada@quay.example"}).status_code for path in (link, HOME, *self.BUTTONS)]
        work_off()

        self.assertEqual((set(statuses), FeedToken.objects.count(), letters()), ({403}, 0, []))

    def test_who_presses_endlessly_waits(self):
        self.enter()
        with mock.patch.object(views, "DEEDS", 2):
            statuses = [self.client.post("/partners/test/correct/").status_code for _ in range(3)]

        self.assertEqual(statuses, [422, 422, 429])


class ConfirmTests(OwnPageCase):
    def setUp(self):
        super().setUp()
        self.path = feed_path(self.partner, self.chief)
        self.version = desk.published_article(self.chief, "A mistake of ours")
        self.pull(self.path)
        self.enter()

    def withdraw(self):
        withdrawing.withdraw(self.version.article_id, Move.KILL, by=self.chief, at=self.later(minutes=1), reason="Wrong.")
        self.pull(self.path)
        return Receipt.objects.get(partner=self.partner)

    def test_what_waits_stands_on_the_page_and_is_confirmed_by_its_button(self):
        self.assertIn("Nothing waits for your word.", self.page())
        receipt = self.withdraw()
        page = self.page()
        self.assertIn("A mistake of ours", page)
        self.assertIn("Yes, it is removed", page)
        answer = self.client.post(f"/partners/confirm/{receipt.pk}/", {"note": "Gone since\0 noon."})
        receipt.refresh_from_db()

        self.assertRedirects(answer, f"{HOME}#confirm", fetch_redirect_response=False)
        said = (receipt.confirmed_at, receipt.confirmed_by, receipt.note)
        self.assertEqual(said, (self.now, "Ada Reed <ada@quay.example>", "Gone since noon."))
        self.assertIn("Nothing waits for your word.", self.page())

    def test_what_is_late_is_called_so(self):
        receipt = self.withdraw()
        self.assertNotIn("overdue", self.page())
        self.traveller.move_to(receipt.due_at)
        self.enter()

        self.assertIn("overdue", self.page())

    def test_another_s_receipt_is_as_unknown_as_none_and_stays_open(self):
        receipt = self.withdraw()
        self.enter(contact(community_partner(self.chief, name="Mole Post"), "bo@mole.example"))
        answers = [self.client.post(f"/partners/confirm/{pk}/") for pk in (receipt.pk, 99999, 10**30)]
        receipt.refresh_from_db()

        self.assertEqual(([one.status_code for one in answers], receipt.confirmed_at), ([404] * 3, None))
        self.assertEqual(len({one.content for one in answers}), 1)
        self.assertNotIn("A mistake of ours", self.page())

    def test_twice_is_once_and_says_so(self):
        receipt = self.withdraw()
        statuses = [self.client.post(f"/partners/confirm/{receipt.pk}/").status_code for _ in range(2)]

        self.assertEqual(statuses, [302, 422])

    def test_it_needs_somebody_who_is_signed_in(self):
        receipt = self.withdraw()
        self.assertEqual(Client().post(f"/partners/confirm/{receipt.pk}/").status_code, 403)
        receipt.refresh_from_db()

        self.assertIsNone(receipt.confirmed_at)


class WordsTests(OwnPageCase):
    def setUp(self):
        super().setUp()
        self.enter()

    def test_terms_stand_in_plain_words_with_how_much_of_the_quota_is_used(self):
        Agreement.objects.all().delete()
        section = desk.section("Council")
        agreement(self.partner, section, part=Part.EXCERPT, quota=20, delay_minutes=120, territories=["DE", "AT"],
                  ends_at=self.now + timedelta(days=40))  # fmt: skip
        page = self.page()

        for words in ("Stories: sections Council.", "The headline, how the story begins, and the link.", "2 hours after we published",
                      "20 new stories a month; 0 of this month’s used.", "AT, DE.", "30 December 2026."):  # fmt: skip
            self.assertIn(words, page)

    def test_a_partner_without_an_agreement_is_told_so_and_whom_to_ask(self):
        Agreement.objects.all().delete()
        memory.forget_all()
        desk.published_article(self.chief, "Not agreed")
        page = self.page()

        self.assertIn("No agreement with you is on record.", page)
        self.assertIn("1 item withheld, and why", page)
        self.assertIn("No agreement with you is in force for the web.", page)

    def test_what_came_stands_with_its_state_and_what_is_gone_without_its_headline(self):
        desk.published_article(self.chief, "The ferry runs again")
        gone = desk.published_article(self.chief, "A mistake of ours")
        self.page()
        withdrawing.withdraw(gone.article_id, Move.KILL, by=self.chief, at=self.later(minutes=1), reason="Wrong.")
        page = self.page()

        self.assertIn("The ferry runs again", page)
        self.assertNotIn("A mistake of ours", page)
        self.assertIn(gone.article.urn, page)

    def test_usage_is_summed_by_month(self):
        version = desk.published_article(self.chief)
        for month, raw in ((10, 40), (11, 1200)):
            day = self.now.date().replace(month=month, day=1)
            Usage.objects.create(partner=self.partner, article=version.article, basis="own_staff", month=day, raw=raw, filtered=2)
        other = community_partner(self.chief)
        Usage.objects.create(partner=other, article=version.article, basis="own_staff", month=day, raw=777, filtered=2)
        page = self.page()

        self.assertTrue(page.index("November 2026") < page.index("October 2026"))
        self.assertIn("<td>1,200</td>", page)
        self.assertNotIn("777", page)

    def test_the_test_item_is_on_the_page_of_its_partner_alone(self):
        trials.send(self.partner.pk, at=self.now)
        self.assertIn("A test item is in your feed", self.page())
        self.enter(contact(community_partner(self.chief, name="Mole Post"), "bo@mole.example"))

        self.assertNotIn("is in your feed</strong>", self.page())

    def test_it_costs_the_same_for_one_story_and_for_three(self):
        for more in (1, 2):
            for number in range(more):
                desk.source_terms_article(self.chief, f"Story {more} {number}", at=self.now)
            self.page()
            with self.assertNumQueries(24):
                self.page()


class LeakTests(OwnPageCase):
    def test_no_headline_that_may_not_go_to_the_partner_stands_on_its_page(self):
        desk.published_article(self.chief, "The ferry runs again")
        desk.fair_use_article(self.chief, desk.everyone(), "A canary by fair use")
        waiting = desk.own_article(self.chief, "A canary under embargo")
        waiting.embargoed_until = self.now + timedelta(days=1)
        waiting.save()
        desk.published(waiting, self.chief, at=self.now)
        held = desk.published_article(self.chief, "A canary on hold")
        clearing.place_hold(held.article_id, by=self.chief, at=self.now, reason="A letter came.")
        desk.own_article(self.chief, "A canary of a draft")
        self.enter()
        page = self.page()

        self.assertIn("The ferry runs again", page)
        self.assertNotIn("canary", page.lower())
        self.assertIn("2 items withheld", page)

    def test_a_partner_sees_nothing_of_another(self):
        other = community_partner(self.chief, name="Mole Post")
        feed_path(other, self.chief)
        contact(other, "bo@mole.example")
        self.enter()
        page = self.page()

        self.assertEqual([word for word in ("Mole Post", "bo@mole", other.tokens.get().last_characters) if word in page], [])
