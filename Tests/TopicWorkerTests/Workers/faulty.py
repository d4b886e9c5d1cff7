#!/usr/bin/python3
"""A worker with faults: `faulty.py FAULT [ARGUMENT]` makes that fault, as a real program might, and is fine otherwise.

A question about the intent `faulty.ask` meets the fault; one about `faulty.fine` never does, so that a test sees the
worker recover. Nothing here comes from outside Python's own library.
"""

import json
import os
import signal
import socket
import sys
import time

FAULT = sys.argv[1] if len(sys.argv) > 1 else "none"
MANIFEST = {
    "id": "faulty", "version": "1.0", "languages": ["fr"],
    "permissions": [name for name in ("filing", "network") if name in sys.argv],
    "intents": [{"id": "faulty.ask", "optional": ["what"]}, {"id": "faulty.fine"}],
    "slots": [{"name": "what", "kind": "number"}],
}
EVIDENCE = [{"source": "faulty.py", "title": "le programme d'essai", "publisher": "les tests", "date": "2026-11-02"}]


def write(message):
    sys.stdout.write(json.dumps(message) + "\n")
    sys.stdout.flush()


def reply(identifier, text, **more):
    write({"type": "reply", "id": identifier, "reply": {
        "status": "answered", "parts": [{"statement": {"text": {"fr": text}}}], "evidence": EVIDENCE, **more}})


def hang():
    while True:
        time.sleep(60)


def meet(message):
    identifier = message["id"]
    if FAULT == "hangs":
        hang()
    elif FAULT == "ignores-sigterm":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGHUP, signal.SIG_IGN)
        hang()
    elif FAULT == "spins":
        while True:
            pass
    elif FAULT == "crashes":
        os.kill(os.getpid(), signal.SIGSEGV)
        sys.exit(7)
    elif FAULT == "floods":
        for _ in range(100):
            sys.stdout.write("x" * (1 << 20))
        sys.stdout.flush()
    elif FAULT == "floods-lines":
        for _ in range(1 << 20):
            sys.stdout.write('{"type": "reply", "id": 0, "reply": {"status": "unknown", "parts": []}, "pad": "xxxxx"}\n')
        sys.stdout.flush()
    elif FAULT == "floods-errors":
        for _ in range(100):
            sys.stderr.write("y" * (1 << 20))
        hang()
    elif FAULT == "garbage":
        sys.stdout.write("\x00\x1b[31mTraceback (most recent call last): \xff{\n")
        sys.stdout.flush()
        hang()
    elif FAULT == "late":
        time.sleep(float(sys.argv[2]))
        reply(identifier, "C'était la réponse d'avant.")
    elif FAULT == "wrong-id":
        reply(identifier - 1, "C'est la réponse à autre chose.")
        hang()
    elif FAULT == "twice":
        reply(identifier, "Une fois.")
        reply(identifier, "Deux fois.")
        hang()
    elif FAULT == "closes-stdout":
        os.close(1)
        hang()
    elif FAULT == "closes-stdin":
        os.close(0)
        reply(identifier, "Je ne lis plus.")
        hang()
    elif FAULT == "daemon":
        if os.fork() == 0:
            os.setsid()
            if os.fork() == 0:
                hang()
            os._exit(0)
        os._exit(3)
    elif FAULT == "socket":
        try:
            socket.create_connection(("127.0.0.1", int(sys.argv[2])), timeout=0.5).close()
            reply(identifier, "Le réseau est ouvert.")
        except OSError:
            reply(identifier, "Le réseau est fermé.")
    elif FAULT == "memory":
        try:
            blocks = [bytearray(1 << 28) for _ in range(16)]
            reply(identifier, "%d Mo." % (len(blocks) * 256))
        except MemoryError:
            reply(identifier, "La mémoire manque.")
    elif FAULT == "memory-crash":
        bytearray(4 << 30)
    elif FAULT == "no-evidence":
        reply(identifier, "Je le jure.", evidence=[])
    elif FAULT == "expired":
        reply(identifier, "C'était vrai.", evidence=[{**EVIDENCE[0], "valid_until": "2026-01-01"}])
    elif FAULT == "escape":
        reply(identifier, "\x1b]0;owned\x07Bonjour.")
    elif FAULT == "files":
        write({"type": "reply", "id": identifier, "reply": {
            "status": "done", "parts": [{"statement": "C'est noté."}], "reference": "12"}})
    elif FAULT == "environment":
        names = sorted(os.environ)
        descriptors = sorted(int(name) for name in os.listdir("/proc/self/fd"))[:-1]
        others = [name for name in os.listdir("/proc") if name.isdigit() and int(name) > 64]
        reply(identifier, json.dumps({"names": names, "descriptors": descriptors, "processes": len(others),
                                      "home": os.listdir(os.environ["HOME"]), "request": message}))
    elif FAULT == "remembers":
        memory = message["memory"]
        count = int(memory.get("count", "0")) + 1
        reply(identifier, "Tour %d." % count, memory={"count": str(count)})
    elif FAULT == "phrase":
        write({"type": "reply", "id": identifier, "reply": {"status": "answered", "evidence": EVIDENCE, "parts": [
            {"statement": {"phrase": "until", "values": {"day": {"day": "2026-11-26"}, "count": {"count": 2}}}}]}})
    elif FAULT == "missing-value":
        write({"type": "reply", "id": identifier, "reply": {"status": "answered", "evidence": EVIDENCE, "parts": [
            {"statement": {"phrase": "until", "values": {}}}]}})
    elif FAULT == "tells-errors":
        sys.stderr.write("what was said: %s\n" % message["slots"])
        sys.stderr.flush()
        reply(identifier, "Bien.")
    else:
        reply(identifier, "Bien.")


def main():
    if FAULT == "exits-at-start":
        sys.exit(9)
    if FAULT == "never-greets":
        hang()
    if FAULT == "tells-errors":
        sys.stderr.write("starting with %d arguments\n" % len(sys.argv))
    if FAULT == "once" and os.path.exists(sys.argv[2]):
        sys.exit(9)
    for line in sys.stdin:
        message = json.loads(line)
        if message["type"] == "hello":
            write({"type": "hello", "id": message["id"], "protocol": 2 if FAULT == "other-protocol" else 1})
        elif message["type"] == "describe":
            version = "0.9" if FAULT == "other-version" else "1.0"
            intents = MANIFEST["intents"][:1] if FAULT == "other-intents" else MANIFEST["intents"]
            write({"type": "manifest", "id": message["id"],
                   "manifest": {**MANIFEST, "version": version, "intents": intents}})
        elif message["type"] == "request":
            if message["intent"] == "faulty.fine":
                reply(message["id"], "Tout va bien.")
            else:
                meet(message)
        elif message["type"] == "shutdown":
            return


main()
