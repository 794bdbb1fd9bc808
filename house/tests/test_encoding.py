"""Who can take a smaller answer gets one; who can't, or says no, gets it as it is."""

import gzip

import brotli
from django.test import SimpleTestCase

from house.encoding import accepted, encode


class EncodingTests(SimpleTestCase):
    def test_what_is_asked_for_is_understood_as_it_is_written(self):
        asked = {
            "": "",
            "identity": "",
            "gzip": "gzip",
            "GZIP": "gzip",
            "gzip, deflate": "gzip",
            "gzip, deflate, br": "br",
            "gzip;q=1.0, br;q=0.5": "gzip",
            "br;q=0, gzip;q=0": "",
            "*": "br",
            "br;q=0, *;q=0.1": "gzip",
            "gzip;q=nonsense": "gzip",
            ";;,,": "",
        }
        self.assertEqual({header: accepted(header) for header in asked}, asked)

    def test_what_is_made_smaller_comes_back_whole_and_is_the_same_bytes_each_time(self):
        body = "Die Fähre fährt wieder. ".encode() * 400
        self.assertEqual(brotli.decompress(encode(body, "br")), body)
        self.assertEqual(gzip.decompress(encode(body, "gzip")), body)
        self.assertEqual(encode(body, ""), body)
        self.assertEqual(encode(body, "gzip"), encode(body, "gzip"))
        self.assertLess(len(encode(body, "br")), len(body) / 10)
