import gzip
import os
import subprocess
import tempfile
import time
from pathlib import Path
from unittest import mock

from django.test import SimpleTestCase, override_settings

from house.outgoing import FetchRefused, Gateway, Refusal, fetch
from house.tests.loopback import PUBLIC, answer, gateway_to, serving

PAGE = "http://news.example.org/story"


def redirect(location, status="302 Found"):
    return answer(status, location=location)


class FetchTestCase(SimpleTestCase):
    def assert_refused(self, code, url=PAGE, **options):
        with self.assertRaises(FetchRefused) as refused:
            fetch(url, **{"timeout_seconds": 3, **options})
        self.assertEqual(refused.exception.code, code)
        self.assertRegex(refused.exception.message, r"^[A-Z].*\.$")
        return refused.exception.message


class AnswerTests(FetchTestCase):
    def test_a_page_comes_back_whole_with_where_it_came_from(self):
        with serving(answer(body="Züge".encode(), content_type="text/html; charset=utf-8", x_a="1")) as server:
            got = fetch(PAGE, gateway=gateway_to(server), headers={"Accept": "text/html"})

        self.assertEqual((got.status, got.text, got.content_type, got.headers["x-a"]), (200, "Züge", "text/html", "1"))
        self.assertEqual((got.url, got.final_url, got.hops), (PAGE, PAGE, (PAGE,)))
        self.assertEqual(
            server.requests[0].decode().split("\r\n")[:2]
            + [line for line in server.requests[0].decode().split("\r\n") if "Accept:" in line],
            ["GET /story HTTP/1.1", "Host: news.example.org", "Accept: text/html"],
        )

    @override_settings(SITE_URL="https://harbour.example", DEFAULT_FROM_EMAIL="desk@harbour.example")
    def test_we_say_who_we_are(self):
        with serving(answer()) as server:
            fetch(PAGE, gateway=gateway_to(server))

        self.assertIn(b"User-Agent: Newsroom/0.1 (+https://harbour.example; desk@harbour.example)\r\n", server.requests[0])

    def test_any_status_is_an_answer(self):
        for status in ("404 Not Found", "500 Oh", "304 Not Modified"):
            with self.subTest(status), serving(answer(status)) as server:
                got = fetch(PAGE, gateway=gateway_to(server))
                self.assertEqual((got.status, got.is_ok), (int(status[:3]), False))

    def test_a_packed_and_a_chunked_body_are_unpacked(self):
        packed = gzip.compress(b"words " * 1000)
        chunked = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nwords\r\n1\r\n!\r\n0\r\n\r\n"
        until_the_end = b"HTTP/1.0 200 OK\r\n\r\nold"
        for sent, body in ((answer(body=packed, content_encoding="gzip"), b"words " * 1000), (chunked, b"words!"), (until_the_end, b"old")):
            with self.subTest(body=body[:9]), serving(sent) as server:
                self.assertEqual(fetch(PAGE, gateway=gateway_to(server)).body, body)

    def test_a_charset_that_is_wrong_does_not_spoil_the_text(self):
        with serving(answer(body="Züge".encode("cp1252"), content_type="text/html; charset=utf-8")) as server:
            self.assertEqual(fetch(PAGE, gateway=gateway_to(server)).text, "Züge")

    def test_the_second_address_of_a_name_is_tried_when_the_first_is_dead(self):
        with serving(answer(body=b"alive")) as server:
            below = gateway_to(server, names={"news.example.org": [PUBLIC, "93.184.215.15"]})

            def dial(address, port, timeout_seconds):
                if address == PUBLIC:
                    raise ConnectionRefusedError
                return below.dialler(address, port, timeout_seconds)

            self.assertEqual(fetch(PAGE, gateway=Gateway(below.resolver, dial)).body, b"alive")

    def test_a_header_cannot_smuggle_in_a_second_one_or_replace_ours(self):
        for headers in ({"Accept": "a\r\nX-B: c"}, {"Host": "inner"}, {"Bad Name": "x"}, {"Accept": "é"}):
            with self.subTest(headers), self.assertRaises(ValueError):
                fetch(PAGE, headers=headers)


class JudgedTests(FetchTestCase):
    def test_a_name_that_leads_to_a_private_address_is_never_dialled(self):
        for addresses in (["127.0.0.1"], ["::1"], ["::ffff:169.254.169.254"], [PUBLIC, "10.0.0.1"], ["64:ff9b::7f00:1"], ["fe80::1%lo"]):
            with self.subTest(addresses), serving(answer()) as server:
                message = self.assert_refused(Refusal.PRIVATE_ADDRESS, gateway=gateway_to(server, names={"news.example.org": addresses}))
                self.assertIn("news.example.org", message)
                self.assertEqual(server.requests, [])

    def test_a_numeric_address_needs_no_resolver_to_be_refused(self):
        with serving(answer()) as server:
            for host in ("127.0.0.1", "0.0.0.0", "169.254.169.254", "[::1]", "[::]", "[::ffff:7f00:1]", "[2002:7f00:1::]", "100.64.0.1"):
                with self.subTest(host):
                    self.assert_refused(Refusal.PRIVATE_ADDRESS, f"http://{host}/", gateway=gateway_to(server))
        self.assertEqual(server.requests, [])

    def test_the_default_gateway_resolves_localhost_and_refuses_it(self):
        self.assert_refused(Refusal.PRIVATE_ADDRESS, "http://localhost/")

    def test_what_is_dialled_is_the_judged_address_and_not_what_the_name_says_the_second_time(self):
        answers, dialled = iter([[PUBLIC], ["127.0.0.1"]]), []
        with serving(answer(body=b"ok")) as server:
            below = gateway_to(server)

            def dial(address, port, timeout_seconds):
                dialled.append((address, port))
                return below.dialler(address, port, timeout_seconds)

            rebinding = Gateway(lambda host, port: next(answers), dial)
            self.assertEqual(fetch(PAGE, gateway=rebinding).body, b"ok")
            self.assert_refused(Refusal.PRIVATE_ADDRESS, gateway=rebinding)

        self.assertEqual(dialled, [(PUBLIC, 80)])

    def test_a_name_without_any_address_does_not_exist(self):
        def resolver(host, port):
            raise OSError("Name or service not known")

        self.assertIn("check the spelling", self.assert_refused(Refusal.NO_SUCH_HOST, gateway=Gateway(resolver)))
        self.assert_refused(Refusal.NO_SUCH_HOST, gateway=Gateway(lambda host, port: []))

    def test_a_site_that_refuses_connections_is_said_to_be_silent(self):
        with serving(answer()) as server:
            gateway = gateway_to(server)
        self.assert_refused(Refusal.NO_CONNECTION, gateway=gateway)


class RedirectTests(FetchTestCase):
    def by_path(self, pages):
        def behaviour(connected, request):
            host = request.split(b"Host: ")[1].split(b"\r\n")[0].decode()
            connected.sendall(pages[f"{host}{request.split()[1].decode()}"])

        return serving(behaviour)

    def test_a_redirect_is_followed_by_name_and_by_path(self):
        pages = {
            "news.example.org/story": redirect("/moved", "301 Moved Permanently"),
            "news.example.org/moved": redirect("http://other.example/é", "308 Permanent Redirect"),
            "other.example/%C3%A9": answer(body=b"here"),
        }
        with self.by_path(pages) as server:
            got = fetch(PAGE, gateway=gateway_to(server))

        self.assertEqual((got.body, got.final_url), (b"here", "http://other.example/%C3%A9"))
        self.assertEqual(got.hops, (PAGE, "http://news.example.org/moved", "http://other.example/%C3%A9"))

    def test_a_redirect_to_a_private_address_is_refused_as_that(self):
        for location in ("http://127.0.0.1/", "http://[::ffff:127.0.0.1]/", "//inner.example/", "http://[fe80::1%25lo]/"):
            with self.subTest(location), serving(redirect(location)) as server:
                gateway = gateway_to(server, names={"inner.example": ["10.0.0.7"]})
                self.assertIn("sends us on", self.assert_refused(Refusal.REDIRECT_TO_PRIVATE, gateway=gateway))
                self.assertEqual(len(server.requests), 1)

    def test_a_redirect_is_judged_like_an_address_that_was_typed(self):
        rows = (
            ("ftp://news.example.org/", Refusal.NOT_HTTP),
            ("file:///etc/passwd", Refusal.NOT_HTTP),
            ("http://a:b@news.example.org/", Refusal.CREDENTIALS),
            ("http://news.example.org:22/", Refusal.PORT),
            ("http://[::1", Refusal.BAD_ADDRESS),
            ("http://2130706433/", Refusal.BAD_ADDRESS),
        )
        for location, code in rows:
            with self.subTest(location), serving(redirect(location)) as server:
                self.assert_refused(code, gateway=gateway_to(server))

    def test_five_redirects_are_followed_and_a_sixth_is_not(self):
        with serving(redirect("/story")) as server:
            self.assert_refused(Refusal.TOO_MANY_REDIRECTS, gateway=gateway_to(server))
        self.assertEqual(len(server.requests), 6)

    def test_another_site_does_not_get_the_headers_that_were_meant_for_the_first(self):
        pages = {"news.example.org/story": redirect("http://other.example/"), "other.example/": answer()}
        with self.by_path(pages) as server:
            fetch(PAGE, gateway=gateway_to(server), headers={"Authorization": "Bearer secret", "Accept": "text/html"})

        self.assertEqual([b"secret" in request for request in server.requests], [True, False])
        self.assertEqual([b"Accept: text/html" in request for request in server.requests], [True, True])


class LimitTests(FetchTestCase):
    def assert_quick(self, started, seconds=2.0):
        self.assertLess(time.monotonic() - started, seconds)

    def test_a_body_that_says_it_is_too_large_is_not_read(self):
        with serving(answer(content_length=str(50 * 1024 * 1024))) as server:
            self.assertIn("too large", self.assert_refused(Refusal.TOO_LARGE, gateway=gateway_to(server)))

    def test_fifty_megabytes_are_cut_off_whatever_was_said(self):
        sent = []

        def flood(connected, request):
            connected.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
            for _ in range(50):
                connected.sendall(b"x" * 1024 * 1024)
                sent.append(1)

        with serving(flood) as server:
            self.assert_refused(Refusal.TOO_LARGE, gateway=gateway_to(server), max_bytes=1024 * 1024)
        self.assertLess(len(sent), 20)

    def test_a_body_of_exactly_the_limit_is_taken_and_one_byte_more_is_not(self):
        with serving(answer(body=b"x" * 1000)) as server:
            self.assertEqual(len(fetch(PAGE, gateway=gateway_to(server), max_bytes=1000).body), 1000)
            self.assert_refused(Refusal.TOO_LARGE, gateway=gateway_to(server), max_bytes=999)

    def test_a_bomb_is_not_unpacked(self):
        bomb = gzip.compress(bytes(200 * 1024 * 1024), compresslevel=1)
        started = time.monotonic()

        with serving(answer(body=bomb, content_encoding="gzip")) as server:
            self.assert_refused(Refusal.TOO_LARGE, gateway=gateway_to(server), max_bytes=1024 * 1024)
        self.assert_quick(started)

    def test_a_packing_that_we_did_not_ask_for_is_refused(self):
        with serving(answer(body=b"x", content_encoding="br")) as server:
            self.assert_refused(Refusal.BROKEN_ANSWER, gateway=gateway_to(server))

    def test_endless_headers_are_cut_off(self):
        def chatter(connected, request):
            connected.sendall(b"HTTP/1.1 200 OK\r\n")
            while True:
                connected.sendall(b"X-A: " + b"a" * 8000 + b"\r\n")

        with serving(chatter) as server:
            self.assert_refused(Refusal.TOO_LARGE, gateway=gateway_to(server))

    def test_a_site_that_hangs_or_drips_is_left_after_the_time_in_all(self):
        def hang(connected, request):
            server.over.wait(5)

        def drip(connected, request):
            connected.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n")
            while not server.over.wait(0.05):
                connected.sendall(b"x")

        def drip_headers(connected, request):
            while not server.over.wait(0.05):
                connected.sendall(b"HTTP/1.1 100 Continue\r\n\r\n")

        for behaviour in (hang, drip, drip_headers):
            started = time.monotonic()
            with self.subTest(behaviour.__name__), serving(behaviour) as server:
                self.assertIn("try again later", self.assert_refused(Refusal.TOO_SLOW, gateway=gateway_to(server), timeout_seconds=0.4))
                self.assert_quick(started)

    def test_redirects_share_one_time(self):
        def slowly_on(connected, request):
            server.over.wait(0.15)
            connected.sendall(redirect("/story"))

        with serving(slowly_on) as server:
            self.assert_refused(Refusal.TOO_SLOW, gateway=gateway_to(server), timeout_seconds=0.4)

    def test_a_resolver_that_hangs_is_left_too(self):
        started = time.monotonic()

        self.assert_refused(Refusal.TOO_SLOW, gateway=Gateway(lambda host, port: time.sleep(3) or []), timeout_seconds=0.2)
        self.assert_quick(started)

    def test_an_answer_that_makes_no_sense_or_breaks_off_is_refused(self):
        rows = (
            b"",
            b"hello\r\n\r\n",
            b"HTTP/1.1 999999 no\r\n\r\n",
            b"SSH-2.0-OpenSSH_9\r\n",
            b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
            b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab",
            answer(body=b"no gzip", content_encoding="gzip"),
            answer(body=gzip.compress(b"words" * 100)[:20], content_encoding="gzip"),
        )
        for sent in rows:
            with self.subTest(sent[:60]), serving(sent) as server:
                self.assert_refused(Refusal.BROKEN_ANSWER, gateway=gateway_to(server))


class TlsTests(FetchTestCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.certificate = str(Path(folder.name, "both.pem"))
        subprocess.run(
            [
                *(
                    "openssl",
                    "req",
                    "-x509",
                    "-newkey",
                    "ec",
                    "-pkeyopt",
                    "ec_paramgen_curve:P-256",
                    "-nodes",
                    "-days",
                    "2",
                    "-subj",
                    "/CN=x",
                ),
                *("-addext", "subjectAltName=DNS:news.example.org", "-keyout", cls.certificate, "-out", f"{cls.certificate}.crt"),
            ],
            check=True,
            capture_output=True,
        )
        with open(cls.certificate, "a") as both:
            both.write(Path(f"{cls.certificate}.crt").read_text())

    def test_a_certificate_that_nobody_vouches_for_is_refused(self):
        with serving(answer(), certificate=self.certificate) as server:
            self.assertIn("could not prove", self.assert_refused(Refusal.TLS, "https://news.example.org/", gateway=gateway_to(server)))

    def test_the_name_is_verified_although_the_address_is_dialled(self):
        trusted = mock.patch.dict(os.environ, {"SSL_CERT_FILE": f"{self.certificate}.crt"})
        with trusted, serving(answer(body=b"secure"), certificate=self.certificate) as server:
            self.assertEqual(fetch("https://news.example.org/", gateway=gateway_to(server)).body, b"secure")
            self.assert_refused(Refusal.TLS, "https://other.example/", gateway=gateway_to(server))

    def test_a_site_without_tls_at_the_secure_port_is_refused(self):
        with serving(b"HTTP/1.1 400 Bad Request\r\n\r\n") as server:
            self.assert_refused(Refusal.TLS, "https://news.example.org/", gateway=gateway_to(server))
