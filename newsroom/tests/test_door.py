"""Who gets in: one log-in page, no sign-up, security headers on whatever it answers."""

from django.contrib.auth.models import User
from django.test import TestCase


class DoorTests(TestCase):
    def test_the_desk_sends_a_stranger_to_the_log_in_page(self):
        response = self.client.get("/admin/", follow=True)

        self.assertEqual(response.redirect_chain[-1], ("/accounts/login/?next=%2Fadmin%2F", 302))
        self.assertEqual(response.status_code, 200)

    def test_user_name_and_password_are_enough(self):
        User.objects.create_user("cleo", password="a long enough one", is_staff=True)

        response = self.client.post("/accounts/login/?next=/admin/", {"login": "cleo", "password": "a long enough one"})

        self.assertRedirects(response, "/admin/")

    def test_nobody_can_sign_up(self):
        response = self.client.post("/accounts/signup/", {"username": "eve", "password1": "n0t-so-short", "password2": "n0t-so-short"})

        self.assertTemplateUsed(response, "account/signup_closed.html")
        self.assertEqual(User.objects.count(), 0)
