#!/usr/bin/env python3
"""How well days, months and numbers of Debian's Asterisk clips are told apart, and which rejection keeps out other words.

Usage: Benchmarks/speech/rejection.py PARVIS-SPEECH
Needs asterisk-core-sounds-fr-wav, asterisk-prompt-fr-armelle and sox. Human clips, clear voices: no measure of a hall.
"""
import glob
import json
import os
import subprocess
import sys
import tempfile
import wave

SOUNDS = ["/usr/share/asterisk/sounds/fr_CA_f_June/digits", "/usr/share/asterisk/sounds/fr/digits"]
DAYS = "dimanche lundi mardi mercredi jeudi vendredi samedi".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
NUMBERS = dict(enumerate(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()))
NUMBERS.update({17: "dix sept", 18: "dix huit", 19: "dix neuf", 20: "vingt", 30: "trente", 40: "quarante",
                50: "cinquante", 60: "soixante"})
SETS = {"days": {f"day-{i}": w for i, w in enumerate(DAYS)}, "months": {f"mon-{i}": w for i, w in enumerate(MONTHS)},
        "numbers": {str(n): w for n, w in NUMBERS.items()}}


class Engine:
    def __init__(self, program):
        self.process = subprocess.Popen([program], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)

    def send(self, kind, data=None, payload=b""):
        body = json.dumps(data).encode() if data else b""
        head = {"type": kind, "data_length": len(body), "payload_length": len(payload)}
        self.process.stdin.write(json.dumps(head).encode() + b"\n" + body + payload)
        self.process.stdin.flush()

    def wait(self, kind):
        while True:
            head = json.loads(self.process.stdout.readline())
            data = json.loads(self.process.stdout.read(head.get("data_length") or 0) or b"{}")
            self.process.stdout.read(head.get("payload_length") or 0)
            if head["type"] == "error":
                sys.exit(data["text"])
            if head["type"] == kind:
                return data

    def prepare(self, name, words):
        text = "#JSGF V1.0;\ngrammar g;\npublic <u> = " + " | ".join(sorted(words)) + ";\n"
        self.send("parvis-prepare", {"searches": [{"name": name, "kind": "grammar", "text": text, "words": {}}]})
        self.wait("parvis-prepared")

    def hear(self, file, search):
        with wave.open(file) as sound:
            rate, samples = sound.getframerate(), sound.readframes(sound.getnframes())
        form = {"rate": rate, "width": 2, "channels": 1, "stream": "asr"}
        self.send("transcribe", {"language": "fr", "parvis": {"search": search, "nbest": 1}})
        self.send("audio-start", form)
        for start in range(0, len(samples), 3200):
            self.send("audio-chunk", form, samples[start:start + 3200])
        self.send("audio-stop", {"stream": "asr"})
        answer = self.wait("transcript")
        return answer["text"], answer["parvis"]["rejection"]


def clips(folder):
    for name, words in SETS.items():
        for voice, source in enumerate(SOUNDS):
            for stem, word in words.items():
                for file in glob.glob(f"{source}/{stem}.*"):
                    target = f"{folder}/{name}-{voice}-{stem}.wav"
                    subprocess.run(["sox", file, "-b", "16", "-e", "signed", "-c", "1", target, "gain", "-n", "-3"],
                                   check=True, stderr=subprocess.DEVNULL)
                    yield name, target, word


def main():
    engine = Engine(sys.argv[1])
    with tempfile.TemporaryDirectory() as folder:
        items = list(clips(folder))
        for name in SETS:
            engine.prepare(name, set(SETS[name].values()))
        right, outside = [], []
        for name in SETS:
            count = hits = 0
            for kind, file, word in items:
                text, rejection = engine.hear(file, name)
                if kind != name:
                    outside.append(rejection if text else -99)
                    continue
                count += 1
                if text == word:
                    hits += 1
                    right.append(rejection)
            print(f"{name}: {hits} of {count}")
        right.sort()
        for share in (0.02, 0.05, 0.1, 0.2):
            threshold = right[int(len(right) * share)]
            taken = sum(r >= threshold for r in outside) / len(outside)
            print(f"at {threshold:.2f}: {100 * share:.0f} % of the right ones rejected, {100 * taken:.0f} % of other words taken")
    engine.process.stdin.close()


if __name__ == "__main__":
    main()
