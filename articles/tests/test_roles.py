from django.contrib.auth.models import Group
from django.test import SimpleTestCase, TestCase

from articles import roles, workflow
from articles.refusals import MoveRefused
from articles.tests import builders as make
from articles.vocabulary import WORKING, Act, Move, Role, State

C, E, R, H, P = Role
# The role table as a person wrote it down: own, yes or nothing, for contributor, editor, rights desk, chief, partner manager.
MOVES = {
    Move.SUBMIT: ("own", "yes", "", "yes", ""),
    Move.TAKE: ("", "yes", "", "yes", ""),
    Move.SEND_BACK: ("", "yes", "", "yes", ""),
    Move.SPIKE: ("own", "yes", "", "yes", ""),
    Move.RESTORE: ("own", "yes", "", "yes", ""),
    Move.TO_RIGHTS: ("", "yes", "", "yes", ""),
    Move.TO_READY: ("", "yes", "", "yes", ""),
    Move.CLEAR: ("", "", "yes", "", ""),
    Move.PUBLISH: ("", "", "", "yes", ""),
    Move.SCHEDULE: ("", "", "", "yes", ""),
    Move.UNSCHEDULE: ("", "", "", "yes", ""),
    Move.CORRECT: ("", "yes", "", "yes", ""),
    Move.UNPUBLISH: ("", "", "", "yes", ""),
    Move.KILL: ("", "", "", "yes", ""),
    Move.TAKE_DOWN: ("", "", "yes", "yes", ""),
    Move.REVIVE: ("", "", "", "yes", ""),
}
ACTS = {
    Act.READ_DRAFTS: ("own", "yes", "yes", "yes", ""),
    Act.CREATE_DRAFT: ("yes", "yes", "yes", "yes", ""),
    Act.EDIT_DRAFT: ("own", "yes", "", "yes", ""),
    Act.PROPOSE_TERMS: ("yes", "yes", "yes", "yes", ""),
    Act.CONFIRM_TERMS: ("", "", "yes", "yes", ""),
    Act.WRITE_WORKSHEET: ("yes", "yes", "yes", "yes", ""),
    Act.APPROVE_WORKSHEET: ("", "", "yes", "yes", ""),
    Act.NAME_SECOND_READER: ("", "", "yes", "", ""),
    Act.SET_THRESHOLDS: ("", "", "", "yes", ""),
    Act.REBASE_LIVE: ("", "", "yes", "", ""),
    Act.PLACE_HOLD: ("", "yes", "yes", "yes", ""),
    Act.LIFT_HOLD: ("", "", "yes", "", ""),
    Act.LIFT_BAN: ("", "", "yes", "", ""),
    Act.UPLOAD_PICTURE: ("yes", "yes", "yes", "yes", ""),
    Act.SET_PICTURE_RIGHTS: ("", "", "yes", "", ""),
    Act.TAKE_EVIDENCE: ("", "", "yes", "yes", ""),
    Act.TAKE_IN_AGAIN: ("", "", "yes", "yes", ""),
    Act.KEEP_SOURCES: ("", "", "yes", "", ""),
    Act.KEEP_PARTNERS: ("", "", "", "", "yes"),
    Act.READ_PARTNERS: ("", "", "yes", "yes", "yes"),
    Act.RECORD_RECEIPT: ("", "", "", "", "yes"),
    Act.KEEP_HOUSE: ("", "", "", "yes", ""),
    Act.KEEP_SECTIONS: ("", "", "", "yes", ""),
    Act.KEEP_TAGS: ("", "yes", "", "yes", ""),
}


class RoleTableTests(SimpleTestCase):
    def test_every_move_and_act_has_its_row(self):
        self.assertEqual((set(MOVES), set(ACTS)), (set(Move), set(Act)))

    def test_each_cell_of_the_moves_is_as_written(self):
        for move, cells in MOVES.items():
            for role, cell in zip(Role, cells, strict=True):
                with self.subTest(move=move, role=role):
                    answers = [workflow.role_for(move, {role}, is_own=own) == role for own in (False, True)]
                    self.assertEqual(answers, [cell == "yes", cell in ("yes", "own")])

    def test_each_cell_of_the_acts_is_as_written(self):
        for act, cells in ACTS.items():
            for role, cell in zip(Role, cells, strict=True):
                with self.subTest(act=act, role=role):
                    answers = [roles.role_for(act, {role}, is_own=own) == role for own in (False, True)]
                    self.assertEqual(answers, [cell == "yes", cell in ("yes", "own")])

    def test_nobody_may_delete_anything_in_the_admin(self):
        for role in Role:
            self.assertEqual([code for _app, code in roles.permissions_of(role) if code.startswith("delete")], [])

    def test_ended_states_have_no_way_out(self):
        for state in (State.KILLED, State.TAKEN_DOWN):
            self.assertEqual(workflow.moves_from(state, set(Role), is_own=True), [])

    def test_nothing_becomes_public_but_by_publish_schedule_correct_and_revive(self):
        to_public = {move for move, rule in workflow.MOVES.items() if rule.target in (State.PUBLISHED, State.SCHEDULED)}

        self.assertEqual(to_public, {Move.PUBLISH, Move.SCHEDULE, Move.CORRECT, Move.REVIVE})

    def test_a_refusal_says_which_state_or_role_it_would_take(self):
        with self.assertRaises(MoveRefused) as wrong_state:
            workflow.check(State.PUBLISHED, Move.SUBMIT, {H})
        with self.assertRaises(MoveRefused) as wrong_role:
            workflow.check(State.DRAFT, Move.PUBLISH, {E})

        self.assertEqual(wrong_state.exception.obstacles[0].remedy, "It would have to be draft.")
        self.assertEqual(wrong_role.exception.obstacles[0].remedy, "Ask a person who is chief.")

    def test_spiking_is_for_what_was_never_public(self):
        self.assertEqual(workflow.MOVES[Move.SPIKE].sources, WORKING)


class GroupTests(TestCase):
    def test_the_groups_are_there_after_migrating_with_the_permissions_of_the_table(self):
        for role in Role:
            with self.subTest(role=role):
                group = Group.objects.get(name=role)
                given = {(p.content_type.app_label, p.codename) for p in group.permissions.select_related("content_type")}
                self.assertEqual(given, roles.permissions_of(role))

    def test_a_person_without_an_active_account_holds_no_role(self):
        person = make.user_with(Role.CHIEF)
        person.is_active = False

        self.assertEqual(roles.roles_of(person), frozenset())
        self.assertEqual(roles.roles_of(None), frozenset())
