"""From the desk to the public and back: each act by its button, refusals first, alone and in bulk."""

from django.contrib.messages import get_messages

from articles import addresses
from articles.models import Article, PublishedVersion
from articles.tests import builders
from articles.tests.desk_form import fields, says, send
from articles.tests.test_desk_roles import LIST, DeskTestCase
from articles.vocabulary import State
from rights.models import Hold


def told(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


class PublishingTests(DeskTestCase):
    def setUp(self):
        self.article = builders.own_article(self.editor)
        self.page = addresses.desk_article(self.article.pk)

    def state(self):
        return Article.objects.get(pk=self.article.pk).state

    def test_without_a_clearance_nobody_publishes_and_what_was_typed_is_saved(self):
        response = send(self.enter(self.everyone), self.page, "publish", headline="Typed just now")

        self.assertEqual((response.status_code, self.state(), PublishedVersion.objects.count()), (422, State.DRAFT, 0))
        self.assertIn("The rights desk has not cleared this text as it stands. Ask the rights desk to clear it.", says(response))
        self.assertEqual(Article.objects.get().headline, "Typed just now")

    def test_a_page_from_elsewhere_is_not_published_without_a_basis_and_every_gap_leads_to_its_field(self):
        taken = builders.taken_article(self.editor)

        response = send(self.enter(self.everyone), addresses.desk_article(taken.pk), "publish")

        self.assertEqual((response.status_code, PublishedVersion.objects.count()), (422, 0))
        places = {line.obstacle.code: line.place for line in response.context["page"].refusals}
        self.assertEqual(
            {code: places.get(code) for code in ("terms_unanswered", "whose_not_known", "no_holder", "no_basis")},
            {"terms_unanswered": "terms", "whose_not_known": "whose", "no_holder": "id_rights-holder", "no_basis": "basis"},
        )
        page = response.content.decode()
        self.assertEqual([place for place in places.values() if f'id="{place}"' not in page], [])

    def test_closed_buttons_say_why(self):
        buttons = self.enter(self.editor).get(self.page).context["page"].buttons

        self.assertEqual(
            {button.act: button.why_not for button in (*buttons.steps, *buttons.release)},
            {"submit": "", "take": "", "to_rights": "", "clear": "Ask a person who is rights desk.",
             "publish": "Ask a person who is chief.", "schedule": "Ask a person who is chief."},
        )  # fmt: skip

    def test_clearing_saves_first_and_clears_what_was_saved(self):
        send(self.enter(self.everyone), self.page, "clear", body="<p>Typed just now.</p>")

        article = Article.objects.get()
        self.assertEqual((article.body, article.clearances.standing().get().revision.body), ("<p>Typed just now.</p>",) * 2)

    def test_a_change_after_the_clearance_asks_for_a_new_one(self):
        client = self.enter(self.everyone)
        send(client, self.page, "clear")

        response = send(client, self.page, "publish", headline="Changed at the last moment")

        self.assertEqual((response.status_code, self.state()), (422, State.DRAFT))
        self.assertIn("The rights desk has not cleared this text as it stands.", says(response))

    def test_a_cleared_article_is_published_and_the_page_leads_to_it(self):
        client = self.enter(self.everyone)
        send(client, self.page, "clear")

        response = send(client, self.page, "publish")

        article = Article.objects.get()
        self.assertEqual((response.status_code, article.state), (302, State.PUBLISHED))
        self.assertEqual(told(response)[-1], f'Published. <a href="/{article.path}/">See it on the site</a>.')

    def test_a_moment_is_needed_to_schedule_and_one_that_has_passed_is_refused_and_kept(self):
        client = self.enter(self.everyone)
        send(client, self.page, "clear")

        nothing = send(client, self.page, "schedule")
        past = send(client, self.page, "schedule", visible_from="2020-01-01T09:00")

        self.assertEqual((nothing.status_code, past.status_code, self.state()), (422, 422, State.DRAFT))
        self.assertIn("Say when it shall be published.", says(nothing))
        self.assertIn("That moment has passed. Choose a later one, or publish now.", says(past))
        self.assertEqual(fields(past.content.decode())["visible_from"], "2020-01-01T09:00")

    def test_a_scheduled_article_waits_in_the_houses_zone_and_can_be_called_back(self):
        client = self.enter(self.everyone)
        send(client, self.page, "clear")

        send(client, self.page, "schedule", visible_from="2099-01-01T09:00")
        waiting = PublishedVersion.objects.get()
        self.assertEqual((self.state(), waiting.visible_from.isoformat()), (State.SCHEDULED, "2099-01-01T08:00:00+00:00"))

        send(client, self.page, "unschedule")
        self.assertEqual(self.state(), State.READY)

    def test_steps_within_the_desk_are_made_by_their_buttons(self):
        client = self.enter(self.editor)

        for act, state in (("submit", State.SUBMITTED), ("take", State.IN_EDIT), ("to_rights", State.RIGHTS), ("send_back", State.DRAFT),
                           ("spike", State.SPIKED), ("restore", State.DRAFT)):  # fmt: skip
            send(client, self.page, act)
            self.assertEqual(self.state(), state)


class LiveTests(DeskTestCase):
    def setUp(self):
        self.article = builders.published_article(self.everyone).article
        self.page = addresses.desk_article(self.article.pk)
        self.client = self.enter(self.everyone)

    def state(self):
        return Article.objects.get(pk=self.article.pk).state

    def test_a_correction_without_a_note_is_refused(self):
        send(self.client, self.page, "clear", headline="The ferry runs at ten")

        response = send(self.client, self.page, "correct", kind="correction", note=" ")

        self.assertEqual((response.status_code, PublishedVersion.objects.count()), (422, 1))
        self.assertIn("The correction has no note. Say what was wrong and what is right: readers see it.", says(response))

    def test_a_correction_that_is_not_cleared_is_refused_and_its_note_is_still_there(self):
        response = send(self.client, self.page, "correct", headline="The ferry runs at ten", kind="apology", note="It was ten, not nine.")

        self.assertEqual((response.status_code, PublishedVersion.objects.count()), (422, 1))
        self.assertEqual(self.article.versions.get().headline, "The ferry runs again")

    def test_a_cleared_correction_is_a_new_version_with_its_note(self):
        send(self.client, self.page, "clear", headline="The ferry runs at ten")

        send(self.client, self.page, "correct", kind="apology", note="It was ten, not nine.")

        correction = self.article.corrections.get()
        self.assertEqual((correction.kind, correction.note, correction.version.number), ("apology", "It was ten, not nine.", 2))

    def test_ending_asks_for_a_reason_on_a_page_of_its_own(self):
        response = send(self.client, self.page, "kill")
        self.assertEqual((response["Location"], self.state()), (self.page.replace("change", "withdraw/kill"), State.PUBLISHED))

        silent = self.client.post(response["Location"], {"reason": " ", "public_reason": "Kept words"})
        self.assertEqual((silent.status_code, self.state()), (422, State.PUBLISHED))
        self.assertIn("A withdrawal needs a reason. Say in a sentence why; it stays at the desk.", says(silent))
        self.assertEqual(silent.context["form"]["public_reason"].value(), "Kept words")

        self.client.post(response["Location"], {"reason": "It is about the wrong ferry."})
        self.assertEqual(self.state(), State.KILLED)

    def test_what_has_ended_cannot_end_again(self):
        kill = self.page.replace("change", "withdraw/kill")
        self.client.post(kill, {"reason": "Wrong ferry."})

        response = self.client.post(kill, {"reason": "Once more."})

        self.assertEqual((response.status_code, PublishedVersion.objects.count()), (422, 2))
        self.assertIn("An article that is killed can't be moved by “kill”.", says(response))

    def test_a_hold_needs_a_reason_and_is_lifted_by_the_rights_desk_only(self):
        page = self.page.replace("change", "hold")
        self.assertEqual((self.client.post(page, {"kind": "rights"}).status_code, Hold.objects.count()), (422, 0))

        self.client.post(page, {"kind": "rights", "reason": "Somebody wrote to us."})
        hold = Hold.objects.get()
        self.assertEqual(
            (send(self.enter(self.editor), self.page, f"lift:{hold.pk}").status_code, Hold.objects.standing().count()), (403, 1)
        )

        send(self.enter(self.desk), self.page, f"lift:{hold.pk}")
        self.assertEqual(Hold.objects.standing().count(), 0)

    def test_a_hold_on_another_article_is_not_lifted_from_here(self):
        other = builders.own_article(self.editor, "Another")
        hold = Hold.objects.create(work=other.work, reason="Theirs", placed_at=builders.NOON)

        response = send(self.enter(self.desk), self.page, f"lift:{hold.pk}")

        self.assertEqual((response.status_code, Hold.objects.standing().count()), (422, 1))


class BulkTests(DeskTestCase):
    def bulk(self, user, action, *rows):
        return self.enter(user).post(LIST, {"action": action, "_selected_action": [row.pk for row in rows]})

    def states(self):
        return list(Article.objects.order_by("pk").values_list("state", flat=True))

    def test_each_article_is_asked_by_itself_and_has_its_own_answer(self):
        cleared, bare, taken = (
            builders.own_article(self.editor, "Cleared"),
            builders.own_article(self.editor, "Bare"),
            builders.taken_article(self.editor),
        )
        self.bulk(self.desk, "clear", cleared, taken)

        response = self.bulk(self.chief, "publish", cleared, bare, taken)

        self.assertEqual(self.states(), [State.PUBLISHED, State.DRAFT, State.DRAFT])
        messages = told(response)
        self.assertEqual([message for message in messages if message.startswith("Published")], ["Published: “Cleared”."])
        self.assertEqual(len([message for message in messages if message.startswith("“Bare”: The rights desk has not cleared")]), 1)

    def test_the_answer_to_a_wrong_role_is_the_same_as_by_the_form(self):
        article = builders.own_article(self.editor)

        response = self.bulk(self.editor, "publish", article)

        self.assertEqual(self.states(), [State.DRAFT])
        self.assertEqual(told(response), ["“The ferry runs again”: “Publish” needs another role. Ask a person who is chief."])

    def test_a_contributor_reaches_only_their_own(self):
        theirs, mine = builders.own_article(self.editor, "Theirs"), builders.own_article(self.contributor, "Mine")
        theirs.credits.all().delete()

        self.bulk(self.contributor, "submit", theirs, mine)

        self.assertEqual(self.states(), [State.DRAFT, State.SUBMITTED])

    def test_spiked_ones_are_kept(self):
        article = builders.own_article(self.editor)

        self.bulk(self.editor, "spike", article)

        self.assertEqual((self.states(), Article.objects.count()), ([State.SPIKED], 1))

    def test_nothing_can_be_deleted_in_bulk(self):
        article = builders.own_article(self.editor)

        self.bulk(self.everyone, "delete_selected", article)

        self.assertEqual(Article.objects.count(), 1)
        self.assertEqual(
            {name for name, _label in self.client.get(LIST).context["action_form"].fields["action"].choices},
            {"", "submit", "spike", "clear", "publish"},
        )
