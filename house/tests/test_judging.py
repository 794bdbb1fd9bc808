from django.test import SimpleTestCase

from house.judging import FetchRefused, Refusal, read_target, why_not

# One address of every kind that must not be reached, with a word of the reason that the editor reads.
REFUSED = (
    ("0.0.0.0", "unspecified"),
    ("0.1.2.3", "unspecified"),
    ("10.0.0.1", "private"),
    ("100.64.0.1", "shared"),
    ("100.127.255.254", "shared"),
    ("127.0.0.1", "loopback"),
    ("127.255.255.254", "loopback"),
    ("169.254.169.254", "link-local"),
    ("172.16.0.1", "private"),
    ("172.31.255.255", "private"),
    ("192.0.0.8", "protocols"),
    ("192.0.2.1", "documentation"),
    ("192.88.99.1", "tunnel"),
    ("192.168.1.1", "private"),
    ("198.18.0.1", "measuring"),
    ("198.19.255.255", "measuring"),
    ("198.51.100.7", "documentation"),
    ("203.0.113.9", "documentation"),
    ("224.0.0.1", "multicast"),
    ("239.255.255.250", "multicast"),
    ("240.0.0.1", "reserved"),
    ("255.255.255.255", "reserved"),
    ("::", "unspecified"),
    ("::1", "loopback"),
    ("::ffff:127.0.0.1", "loopback"),
    ("::ffff:10.0.0.1", "private"),
    ("::ffff:0.0.0.0", "unspecified"),
    ("::127.0.0.1", "loopback"),
    ("::8.8.8.8", "reserved"),
    ("::ffff:0:127.0.0.1", "reserved"),
    ("64:ff9b::7f00:1", "loopback"),
    ("64:ff9b::10.1.2.3", "private"),
    ("64:ff9b::169.254.169.254", "link-local"),
    ("64:ff9b:1::7f00:1", "translation"),
    ("64:ff9b:1:a00:0:100::", "translation"),
    ("2002:7f00:1::", "loopback"),
    ("2002:c0a8:101::1", "private"),
    ("2001:0:7f00:1::", "loopback"),
    ("2001:0:808:808:0:0:80ff:fffe", "loopback"),
    ("2001:0:808:808::f7f7:f7f7", "protocols"),
    ("2a00:1450:4001:801:0:5efe:7f00:1", "loopback"),
    ("2a00:1450:4001:801:200:5efe:a00:1", "private"),
    ("fe80::1", "link-local"),
    ("fe80::1%lo", "network card"),
    ("2a00:1450:4001:801::200e%eth0", "network card"),
    ("fec0::1", "private"),
    ("fc00::1", "private"),
    ("fd12:3456::1", "private"),
    ("ff02::1", "multicast"),
    ("2001:db8::1", "documentation"),
    ("3fff::1", "documentation"),
    ("2001:2::1", "protocols"),
    ("2001:20::1", "protocols"),
    ("100::1", "reserved"),
    ("5f00::1", "reserved"),
    ("4000::1", "reserved"),
)
PUBLIC = (
    "93.184.215.14", "8.8.8.8", "1.0.0.1", "172.15.255.255", "172.32.0.1", "100.63.255.255", "100.128.0.1", "192.0.1.1", "198.17.255.255",
    "198.20.0.1", "223.255.255.254", "2a00:1450:4001:801::200e", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8",
    "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:200::1",
)  # fmt: skip


class WhyNotTests(SimpleTestCase):
    def test_every_kind_of_address_that_is_not_public_is_refused_for_its_own_reason(self):
        for address, word in REFUSED:
            with self.subTest(address):
                self.assertIn(word, why_not(address) or "public")

    def test_public_addresses_are_not_refused_also_where_the_network_translates(self):
        for address in PUBLIC:
            with self.subTest(address):
                self.assertIsNone(why_not(address))

    def test_a_name_is_a_mistake_of_the_caller(self):
        with self.assertRaises(ValueError):
            why_not("localhost")


class ReadTargetTests(SimpleTestCase):
    def test_an_ordinary_address_is_brought_to_one_form(self):
        rows = (
            ("https://news.example.org/2026/11/a?b=c&d#e", "https://news.example.org/2026/11/a?b=c&d"),
            ("  HTTP://News.Example.ORG  ", "http://news.example.org/"),
            ("http://news.example.org.:80/", "http://news.example.org/"),
            ("https://news.example.org:443/a", "https://news.example.org/a"),
            ("http://news.example.org:443/a", "http://news.example.org:443/a"),
            ("https://bücher.example/über uns".replace(" ", "%20"), "https://xn--bcher-kva.example/%C3%BCber%20uns"),
            ("https://straße.example/", "https://xn--strae-oqa.example/"),
            ("https://новости.example/", "https://xn--b1amnebsh.example/"),
            ("http://8.8.8.8/", "http://8.8.8.8/"),
            ("http://[2A00:1450:4001:801::200E]:80/", "http://[2a00:1450:4001:801::200e]/"),
            ("https://a_b.example/%7Ex?q=%C3%BC|", "https://a_b.example/%7Ex?q=%C3%BC|"),
        )
        for typed, read in rows:
            with self.subTest(typed):
                self.assertEqual(read_target(typed).url, read)

    def test_what_is_not_a_plain_web_address_is_refused_with_its_code(self):
        rows = (
            ("", Refusal.BAD_ADDRESS),
            ("news.example.org/story", Refusal.NOT_HTTP),
            ("ftp://news.example.org/", Refusal.NOT_HTTP),
            ("file:///etc/passwd", Refusal.NOT_HTTP),
            ("javascript:alert(1)", Refusal.NOT_HTTP),
            ("gopher://news.example.org/", Refusal.NOT_HTTP),
            ("http:///story", Refusal.BAD_ADDRESS),
            ("http://", Refusal.BAD_ADDRESS),
            ("http://me:secret@news.example.org/", Refusal.CREDENTIALS),
            ("http://news.example.org@127.0.0.1/", Refusal.CREDENTIALS),
            ("http://news.example.org:22/", Refusal.PORT),
            ("http://news.example.org:8080/", Refusal.PORT),
            ("http://news.example.org:0/", Refusal.PORT),
            ("http://news.example.org:99999/", Refusal.BAD_ADDRESS),
            ("http://news.example.org:http/", Refusal.BAD_ADDRESS),
            ("http://news.example.org\\@127.0.0.1/", Refusal.BAD_ADDRESS),
            ("http://news.example.org/a\r\nHost: inner", Refusal.BAD_ADDRESS),
            ("http://news.exa\tmple.org/", Refusal.BAD_ADDRESS),
            ("http://news.example.org/\ud800", Refusal.BAD_ADDRESS),
            ("http://news.example.org/" + "a" * 5000, Refusal.BAD_ADDRESS),
            ("http://[::1", Refusal.BAD_ADDRESS),
            ("http://[::1]evil.example/", Refusal.BAD_ADDRESS),
            ("http://[v1.a]/", Refusal.BAD_ADDRESS),
            ("http://[fe80::1%25lo]/", Refusal.PRIVATE_ADDRESS),
            ("http://[fe80::1%lo]/", Refusal.PRIVATE_ADDRESS),
            ("http://2130706433/", Refusal.BAD_ADDRESS),
            ("http://0177.0.0.1/", Refusal.BAD_ADDRESS),
            ("http://0x7f.0.0.1/", Refusal.BAD_ADDRESS),
            ("http://0x7f000001/", Refusal.BAD_ADDRESS),
            ("http://127.1/", Refusal.BAD_ADDRESS),
            ("http://127.0.0.1.2/", Refusal.BAD_ADDRESS),
            ("http://%31%32%37.0.0.1/", Refusal.BAD_ADDRESS),
            ("http://①②⑦.⓪.⓪.①/", Refusal.BAD_ADDRESS),
            ("http://127。0。0。1/", Refusal.BAD_ADDRESS),
            ("http://ｌocalhost/", Refusal.BAD_ADDRESS),
            ("http://ℓocalhost/", Refusal.BAD_ADDRESS),
            ("http://loc\u200balhost/", Refusal.BAD_ADDRESS),
            ("http://-a.example/", Refusal.BAD_ADDRESS),
            ("http://a..example/", Refusal.BAD_ADDRESS),
            ("http://" + "a" * 64 + ".example/", Refusal.BAD_ADDRESS),
        )
        for typed, code in rows:
            with self.subTest(ascii(typed[:60])):
                with self.assertRaises(FetchRefused) as refused:
                    read_target(typed)
                self.assertEqual(refused.exception.code, code)
                self.assertRegex(refused.exception.message, r"^[A-Z].*\.$")

    def test_an_operator_may_allow_another_port(self):
        self.assertEqual(read_target("http://news.example.org:8080/", ports=frozenset({8080})).authority, "news.example.org:8080")
