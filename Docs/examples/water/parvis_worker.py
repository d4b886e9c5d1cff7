"""Speaks Parvis's worker protocol, version 1, so that a topic is a function for each kind of question.

    worker = Worker("water", version="1.0", slots={"street": "entity"})

    @worker.intent("water.cut", required=["street"])
    def cut(request):
        return answer(phrase("no-cut"), evidence=[evidence("cuts.json", "le planning", "le syndicat", "2026-11-02")])

    worker.run()

What Parvis promises and expects is in its Docs/worker-protocol.md. Python 3.9 or later, nothing else.
"""

import json
import sys


class Worker:
    """What the program is: the same as its `worker.yaml`, which Parvis compares with it at every start."""

    def __init__(self, id, version, slots=None, languages=("fr",), permissions=()):
        self.manifest = {
            "id": id, "version": version, "languages": list(languages), "permissions": list(permissions),
            "intents": [], "slots": [{"name": name, "kind": kind} for name, kind in (slots or {}).items()],
        }
        self.functions = {}

    def intent(self, id, required=(), optional=()):
        """Says that a function answers an intent; it gets a `Request` and returns what `answer`... make."""
        def add(function):
            self.manifest["intents"].append({"id": id, "required": list(required), "optional": list(optional)})
            self.functions[id] = function
            return function
        return add

    def run(self, lines=None, out=None):
        """Answers until standard input ends. What the program prints goes to standard error, never among the messages."""
        lines, out = lines or sys.stdin, out or sys.stdout
        sys.stdout = sys.stderr
        for line in lines:
            message = json.loads(line)
            kind = message["type"]
            if kind == "shutdown":
                return
            if kind == "hello":
                more = {"protocol": 1}
            elif kind == "describe":
                more, kind = {"manifest": self.manifest}, "manifest"
            elif kind == "request":
                more, kind = {"reply": self.functions[message["intent"]](Request(message))}, "reply"
            else:
                # One question at a time is answered here, so that `cancel` always comes after the reply.
                continue
            out.write(json.dumps({"type": kind, "id": message["id"], **more}, ensure_ascii=False) + "\n")
            out.flush()


class Request:
    """One question: its intent, what was understood, when and in which language it is asked."""

    def __init__(self, message):
        self.intent = message["intent"]
        self.slots = message["slots"]
        self.memory = message["memory"]
        self.locale = message["locale"]
        self.now = message["now"]

    @property
    def day(self):
        """The day on which the question is asked: `2026-11-20`."""
        return self.now[:10]

    def value(self, slot):
        """A slot's value, or None when the question does not say; its form is that of the slot's kind."""
        return self.slots[slot]["value"] if slot in self.slots else None


def phrase(name, **values):
    """A phrase of `fr.yaml` with its values: phrase("cut", day={"day": "2026-11-26"}, street={"noun": "la rue..."})."""
    return {"phrase": name, "values": values}


def evidence(source, title, publisher, date, valid_until=None, url=None):
    """Where a fact comes from, and the last day on which it holds."""
    found = {"source": source, "title": title, "publisher": publisher, "date": date}
    return {**found, **({"valid_until": valid_until} if valid_until else {}), **({"url": url} if url else {})}


def answer(*statements, evidence, details=()):
    """An answer with its sources; the first statement stands alone. A statement is a phrase, or a plain text."""
    return {"status": "answered", "evidence": evidence, "parts": [{"statement": text} for text in statements],
            "details": [{"statement": text} for text in details]}


def unknown(*statements, contact=None):
    """The honest reply where there is no valid record, with who knows."""
    parts = [{"statement": text} for text in statements]
    return {"status": "unknown", "parts": parts + ([{"contact": contact}] if contact else [])}


def ask(slot, prompt, choices=()):
    """Asks for one thing; choices are (id, label) pairs."""
    return {"question": {"slot": slot, "prompt": prompt,
                         "choices": [{"id": id, "label": label} for id, label in choices]}}
