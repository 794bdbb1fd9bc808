"""The demonstration's accounts: quick to make, and as safe as any from the first log-in on."""

from django.contrib.auth import authenticate, get_user_model
from django.contrib.auth.hashers import PBKDF2PasswordHasher
from django.test import TestCase, override_settings

from articles.roles import roles_of
from articles.vocabulary import Role
from newsroom.demonstration.filling.people import DESK_OF_ONE, accounts


@override_settings(PASSWORD_HASHERS=["django.contrib.auth.hashers.PBKDF2PasswordHasher"])
class AccountsTests(TestCase):
    def test_there_is_one_for_each_role_and_one_that_holds_them_all(self):
        made = accounts()

        self.assertEqual({name: roles_of(account.user) for name, account in made.items()}, {
            **{str(role): {role} for role in Role}, DESK_OF_ONE: set(Role)
        })  # fmt: skip
        self.assertEqual(len({account.password for account in made.values()}), 6)

    def test_its_password_opens_it_and_is_hashed_slowly_from_then_on(self):
        account = accounts()["chief"]

        self.assertEqual(authenticate(username="chief", password=account.password), account.user)
        stored = get_user_model().objects.get(username="chief").password
        self.assertEqual(PBKDF2PasswordHasher().decode(stored)["iterations"], PBKDF2PasswordHasher.iterations)
        self.assertIsNone(authenticate(username="chief", password=account.password + "x"))
