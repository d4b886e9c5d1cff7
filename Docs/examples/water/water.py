#!/usr/bin/python3
"""The water company's topic for Parvis: planned cuts, the price, hardness, whom to call.

`data.json` stands for what a syndicate exports every night from its own software; a real worker might ask the
software itself, with the permission `network`. Everything said is in `fr.yaml`.
"""

import json
import pathlib

from parvis_worker import Worker, answer, evidence, phrase, unknown

DATA = pathlib.Path(__file__).with_name("data.json")

worker = Worker("water", version="1.0", slots={"street": "entity"})


def read(request):
    """The data with their evidence, or None once they no longer hold: an old planning is worse than none."""
    data = json.loads(DATA.read_text(encoding="utf-8"))
    if request.day > data["valid_until"]:
        return None, []
    return data, [evidence("data.json", "les données du syndicat des eaux", data["publisher"], data["date"],
                           data["valid_until"], data["contact"]["url"])]


def nothing():
    return unknown(phrase("unknown"), contact=json.loads(DATA.read_text(encoding="utf-8"))["contact"])


def said(cut, streets):
    return {"street": {"text": streets[cut["street"]]}, "day": {"day": cut["day"]},
            "from": {"clock": cut["from"]}, "to": {"clock": cut["to"]}}


@worker.intent("water.cut", optional=["street"])
def cuts(request):
    data, sources = read(request)
    if not data:
        return nothing()
    street = request.value("street")
    coming = [cut for cut in data["cuts"] if cut["day"] >= request.day and street in (None, cut["street"])]
    if street and not coming:
        return answer(phrase("no-cut", street={"text": data["streets"][street]}), evidence=sources)
    if street:
        return answer(phrase("cut", **said(coming[0], data["streets"])), phrase("cut-tip"), evidence=sources,
                      details=[phrase("cut-why", why={"text": coming[0]["why"]})])
    if not coming:
        return answer(phrase("no-cuts"), evidence=sources)
    items = [phrase("cut-in", **said(cut, data["streets"])) for cut in coming]
    return {"status": "answered", "evidence": sources, "parts": [{"list": {"title": phrase("cuts"), "items": items}}]}


@worker.intent("water.price")
def price(request):
    data, sources = read(request)
    if not data:
        return nothing()
    prices = data["price"]
    return answer(phrase("price", price={"cents": prices["cents_per_cubic_metre"]}), evidence=sources,
                  details=[phrase("price-subscription", price={"cents": prices["subscription_cents"]})])


@worker.intent("water.hardness")
def hardness(request):
    data, sources = read(request)
    if not data:
        return nothing()
    found = data["hardness"]
    return answer(phrase("hardness", degrees={"count": found["degrees"]}, kind={"text": found["kind"]}),
                  evidence=sources)


@worker.intent("water.report")
def report(request):
    data, sources = read(request)
    if not data:
        return nothing()
    return {"status": "answered", "evidence": sources,
            "parts": [{"statement": phrase("report")}, {"contact": data["contact"]}]}


if __name__ == "__main__":
    worker.run()
