#!/usr/bin/python3
"""The topic {{id}} for Parvis: replace the data and the two functions with yours. Everything said is in fr.yaml."""

import datetime
import json
import pathlib

from parvis_worker import Worker, answer, evidence, phrase, unknown

DATA = pathlib.Path(__file__).with_name("data.json")

worker = Worker("{{id}}", version="1.0", slots={"date": "time"})


def read(request):
    """The data with their evidence, or None once they no longer hold."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    if request.day > data["valid_until"]:
        return None, []
    return data, [evidence("data.json", "les données du service", data["publisher"], data["date"], data["valid_until"])]


@worker.intent("{{id}}.hours", optional=["date"])
def hours(request):
    data, sources = read(request)
    if not data:
        return unknown(phrase("unknown"))
    span = request.value("date")
    day = datetime.date.fromisoformat(span["start"][:10] if span else request.day)
    times = data["opening"].get(str(day.isoweekday()))
    if not times:
        return answer(phrase("closed", day={"day": day.isoformat()}), evidence=sources)
    return answer(phrase("open", day={"day": day.isoformat()}, **{"from": {"clock": times[0]}, "to": {"clock": times[1]}}),
                  evidence=sources)


@worker.intent("{{id}}.place")
def place(request):
    data, sources = read(request)
    if not data:
        return unknown(phrase("unknown"))
    return answer(phrase("place", address={"text": data["address"]}), evidence=sources)


if __name__ == "__main__":
    worker.run()
