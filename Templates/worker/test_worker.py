"""`python3 -m unittest` in this folder: the topic without Parvis."""

import unittest

from parvis_worker import Request
from worker import hours, place, worker


def request(intent, day="2026-11-20", **slots):
    return Request({"intent": intent, "slots": {name: {"value": value} for name, value in slots.items()},
                    "memory": {}, "locale": "fr", "now": day + "T10:00"})


class Topic(unittest.TestCase):
    def test_open(self):
        said = hours(request("{{id}}.hours"))
        self.assertEqual(said["status"], "answered")
        self.assertEqual(said["parts"][0]["statement"]["values"]["from"], {"clock": "09:00"})

    def test_out_of_date(self):
        for function in (hours, place):
            self.assertEqual(function(request("", day="2028-01-01"))["status"], "unknown")

    def test_every_answer_has_a_source(self):
        for function in (hours, place):
            self.assertTrue(function(request(""))["evidence"])

    def test_intents(self):
        self.assertEqual([intent["id"] for intent in worker.manifest["intents"]], ["{{id}}.hours", "{{id}}.place"])


if __name__ == "__main__":
    unittest.main()
