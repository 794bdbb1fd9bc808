"""The log-in pages as a person meets them."""

import base64
import hmac
import struct
import time

import pytest
from playwright.sync_api import Page, expect

from newsroom.tests.browser import AxeReader, log_in
from newsroom.tests.server import Newsroom

PASSWORD = "a long and dull one"


@pytest.fixture(scope="module")
def chief(server: Newsroom) -> str:
    server.manage("createsuperuser", "--noinput", "--username", "cleo", "--email", "cleo@news.example", DJANGO_SUPERUSER_PASSWORD=PASSWORD)
    return "cleo"


def test_a_person_logs_in_with_name_and_password_alone(page, chief):
    log_in(page, chief, PASSWORD)

    expect(page).to_have_url("/admin/")


def test_a_wrong_password_is_said_and_the_name_is_kept(page, chief, axe):
    log_in(page, chief, "not this one")

    expect(page.get_by_role("alert")).to_contain_text("not correct")
    expect(page.get_by_label("Username")).to_have_value("cleo")
    assert axe.everywhere(page) == {}


def test_the_log_in_page_offers_no_sign_up_and_is_open_to_everybody(page, axe: AxeReader):
    page.goto("/accounts/login/")

    assert page.get_by_text("sign up").count() == 0
    assert axe.everywhere(page) == {}


def test_a_passkey_opens_the_desk_without_a_password(new_server, new_page, axe):
    newsroom = new_server(host="localhost")
    newsroom.manage("createsuperuser", "--noinput", "--username", "cleo", "--email", "", DJANGO_SUPERUSER_PASSWORD=PASSWORD)
    page = new_page(newsroom)
    add_authenticator(page)
    log_in(page, "cleo", PASSWORD)

    page.goto("/accounts/2fa/webauthn/add/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    page.get_by_label("Passwordless").check()
    with page.expect_navigation(url=lambda url: "add" not in url):
        page.get_by_role("button", name="Add").click()
    assert axe.everywhere(page) == {}
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Log out").click()
    page.goto("/admin/")
    assert axe.everywhere(page) == {}
    page.get_by_role("button", name="Log in with a passkey").click()

    expect(page).to_have_url("/admin/")


def add_authenticator(page: Page) -> None:
    """A security key of software, as Chromium offers for tests."""
    devtools = page.context.new_cdp_session(page)
    devtools.send("WebAuthn.enable")
    kind = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True}
    devtools.send("WebAuthn.addVirtualAuthenticator", {"options": {**kind, "isUserVerified": True, "automaticPresenceSimulation": True}})


def test_an_authenticator_app_adds_a_second_step(new_server, new_page, axe):
    newsroom = new_server(host="localhost")  # with security keys beside it
    newsroom.manage("createsuperuser", "--noinput", "--username", "cleo", "--email", "", DJANGO_SUPERUSER_PASSWORD=PASSWORD)
    page = new_page(newsroom)
    log_in(page, "cleo", PASSWORD)
    page.goto("/accounts/2fa/totp/activate/")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Confirm").click()
    secret = page.get_by_label("Authenticator secret").input_value()
    page.get_by_label("Authenticator code").fill(code_now(secret))
    page.get_by_role("button", name="Activate").click()
    expect(page.get_by_role("status")).to_contain_text("Authenticator app activated")
    recovery_code = page.get_by_label("Unused codes").input_value().split()[0]
    page.goto("/accounts/logout/")
    page.get_by_role("button", name="Log out").click()

    log_in(page, "cleo", PASSWORD)
    page.get_by_label("Code").fill("000000")
    page.get_by_role("button", name="Log in", exact=True).click()
    expect(page.get_by_text("Incorrect code.")).to_be_visible()
    assert axe.everywhere(page) == {}
    page.get_by_label("Code").fill(recovery_code)
    page.get_by_role("button", name="Log in", exact=True).click()

    expect(page).to_have_url("/admin/")


def code_now(secret: str) -> str:
    """What an authenticator app shows for this secret (RFC 6238)."""
    digest = hmac.digest(base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), "sha1")
    start = digest[-1] & 15
    return f"{(struct.unpack_from('>I', digest, start)[0] & 0x7FFFFFFF) % 1_000_000:06}"


ACCOUNT_PAGES = ["password/change", "2fa", "2fa/totp/activate", "email", "logout"]


@pytest.mark.parametrize("path", [f"/accounts/{name}/" for name in ACCOUNT_PAGES])
def test_the_account_pages_are_open_to_everybody(page, chief, axe, path):
    log_in(page, chief, PASSWORD)
    page.goto(path)
    if "reauthenticate" in page.url:
        page.get_by_label("Password").fill(PASSWORD)
        page.get_by_role("button", name="Confirm").click()

    expect(page).to_have_url(path)
    assert axe.everywhere(page) == {}


@pytest.mark.parametrize("path", ["/accounts/signup/", "/accounts/password/reset/", "/accounts/inactive/"])
def test_the_pages_around_the_log_in_are_open_to_everybody(page, axe, path):
    page.goto(path)

    assert axe.everywhere(page) == {}
