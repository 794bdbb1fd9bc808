import smtplib
from datetime import UTC, datetime, timedelta

from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError, transaction
from django.test import TestCase, override_settings

from house.mail import CLAIM_HOLDS, TRIES_FOR, queue, send_waiting
from house.models import MailStatus, OutgoingMail

NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def grant_letter(number=1, *, to="partner@example.org", subject="Your permission", at=NOON):
    return queue(to, subject, f"Letter {number}", key=f"grant:{number}", at=at)


class Unreachable(EmailBackend):
    def open(self):
        raise ConnectionRefusedError


class AnsweringWith(EmailBackend):
    """A mail server that answers every letter with `error`."""

    error: Exception = None

    def send_messages(self, messages):
        raise self.error


class SaysNo(AnsweringWith):
    error = smtplib.SMTPRecipientsRefused({"partner@example.org": (550, b"no such person")})


class SaysNotNow(AnsweringWith):
    error = smtplib.SMTPDataError(451, b"try again later")


class HangsUp(AnsweringWith):
    error = smtplib.SMTPServerDisconnected("gone")


def by(backend):
    return override_settings(EMAIL_BACKEND=f"{__name__}.{backend.__name__}")


class QueueTests(TestCase):
    def test_the_same_key_never_makes_a_second_letter(self):
        first = grant_letter()

        self.assertEqual((grant_letter(subject="Again").pk, OutgoingMail.objects.count()), (first.pk, 1))

    def test_a_letter_goes_with_the_change_it_is_about(self):
        with self.assertRaises(RuntimeError), transaction.atomic():
            grant_letter()
            raise RuntimeError("the change failed")

        self.assertEqual(OutgoingMail.objects.count(), 0)

    def test_a_subject_is_one_line_whatever_stands_in_it(self):
        letter = grant_letter(subject="Your permission\r\nBcc: all@example.org\u2028\x00 and more " + "x" * 400)

        self.assertEqual(letter.subject[:51], "Your permission Bcc: all@example.org and more xxxxx")
        self.assertEqual(len(letter.subject), 300)
        send_waiting(NOON)
        self.assertEqual((mail.outbox[0].recipients(), mail.outbox[0].message()["Bcc"]), (["partner@example.org"], None))

    def test_an_address_that_is_none_or_more_than_one_is_refused(self):
        for to in ("", "partner", "a@example.org, b@example.org", "a@example.org\nBcc: b@example.org", "[email protected]"):
            with self.subTest(to), self.assertRaises(ValueError):
                grant_letter(to=to)

    def test_a_naive_time_is_refused(self):
        with self.assertRaises(ValueError):
            grant_letter(at=datetime(2026, 11, 22))


class SendWaitingTests(TestCase):
    def statuses(self):
        return list(OutgoingMail.objects.order_by("pk").values_list("status", flat=True))

    def test_what_waits_goes_out_once_the_oldest_first(self):
        grant_letter(1, at=NOON + timedelta(minutes=1))
        grant_letter(2, at=NOON)

        self.assertEqual((send_waiting(NOON), send_waiting(NOON)), (2, 0))
        self.assertEqual([letter.body for letter in mail.outbox], ["Letter 2", "Letter 1"])
        self.assertEqual(self.statuses(), [MailStatus.SENT, MailStatus.SENT])
        self.assertEqual(OutgoingMail.objects.first().settled_at, NOON)

    def test_a_letter_says_that_a_machine_wrote_it_and_keeps_its_id(self):
        grant_letter()
        send_waiting(NOON)

        headers = mail.outbox[0].message()
        self.assertEqual(headers["Auto-Submitted"], "auto-generated")
        self.assertRegex(headers["Message-ID"], r"^<[0-9a-f]{32}@[^>]+>$")
        self.assertEqual(headers.get_content_type(), "text/plain")

    def test_everything_waits_while_the_mail_server_cannot_be_reached(self):
        grant_letter()

        with by(Unreachable), self.assertLogs("house.mail", "WARNING"):
            self.assertEqual(send_waiting(NOON), 0)
        self.assertEqual((self.statuses(), send_waiting(NOON)), ([MailStatus.WAITING], 1))

    def test_a_letter_that_the_server_refuses_is_not_offered_again(self):
        grant_letter()

        with by(SaysNo), self.assertLogs("house.mail", "WARNING"):
            send_waiting(NOON)
        self.assertEqual((self.statuses(), send_waiting(NOON)), ([MailStatus.REFUSED], 0))

    def test_not_now_means_later_but_not_for_ever(self):
        grant_letter()

        with by(SaysNotNow), self.assertLogs("house.mail", "WARNING"):
            send_waiting(NOON)
            self.assertEqual(self.statuses(), [MailStatus.WAITING])
            send_waiting(NOON + TRIES_FOR)
        self.assertEqual(self.statuses(), [MailStatus.REFUSED])

    def test_an_interrupted_letter_is_not_known_and_the_others_wait_for_a_new_connection(self):
        grant_letter(1)
        grant_letter(2)

        with by(HangsUp), self.assertLogs("house.mail", "ERROR"):
            send_waiting(NOON)
        self.assertEqual((self.statuses(), send_waiting(NOON)), ([MailStatus.NOT_KNOWN, MailStatus.WAITING], 1))
        self.assertEqual([letter.body for letter in mail.outbox], ["Letter 2"])

    def test_a_claim_that_a_dead_process_left_behind_is_listed_and_never_sent(self):
        letter = grant_letter()
        OutgoingMail.objects.update(status=MailStatus.CLAIMED, claimed_at=NOON)

        send_waiting(NOON + CLAIM_HOLDS - timedelta(seconds=1))
        self.assertEqual(self.statuses(), [MailStatus.CLAIMED])
        send_waiting(NOON + CLAIM_HOLDS)

        self.assertEqual((self.statuses(), mail.outbox), ([MailStatus.NOT_KNOWN], []))
        self.assertEqual(str(OutgoingMail.objects.get(pk=letter.pk)), "Your permission (Not known whether it went out)")

    def test_the_log_names_no_address(self):
        grant_letter()

        with by(SaysNo), self.assertLogs("house.mail", "WARNING") as logged:
            send_waiting(NOON)
        self.assertNotIn("partner@", "".join(logged.output))

    def test_the_database_refuses_a_claim_without_its_time(self):
        grant_letter()

        with self.assertRaises(IntegrityError), transaction.atomic():
            OutgoingMail.objects.update(status=MailStatus.SENT)
