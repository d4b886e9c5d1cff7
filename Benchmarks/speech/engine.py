"""A client of parvis-speech for the benchmarks: events over the pipes of a process of its own."""
import json
import os
import subprocess
import time


class Engine:
    """One process of parvis-speech; `--acoustic-model DIR` and the like in `arguments`."""

    def __init__(self, program=None, arguments=()):
        self.program = program or os.environ.get("PARVIS_SPEECH") or "parvis-speech"
        self.process = subprocess.Popen(
            [self.program, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        self.output = os.fdopen(os.dup(self.process.stdout.fileno()), "rb")

    def send(self, kind, data=None, payload=b""):
        """Sends one event."""
        body = json.dumps(data).encode() if data else b""
        header = {"type": kind, "data_length": len(body), "payload_length": len(payload)}
        self.process.stdin.write(json.dumps(header).encode() + b"\n" + body + payload)

    def receive(self, *kinds):
        """The next event of some types: its type, its data, its bytes."""
        while True:
            line = self.output.readline()
            if not line:
                raise EOFError(f"{self.program} ended with status {self.process.wait()}")
            header = json.loads(line)
            data = header.get("data") or {}
            if header.get("data_length"):
                data.update(json.loads(self.output.read(header["data_length"])))
            payload = self.output.read(header["payload_length"]) if header.get("payload_length") else b""
            if header["type"] in kinds:
                return header["type"], data, payload

    def info(self):
        """What it says of itself."""
        self.send("describe")
        return self.receive("info")[1]

    def prepare(self, searches):
        """Makes searches ready; the answer, a dictionary for each."""
        self.send("parvis-prepare", {"searches": searches})
        kind, data, _ = self.receive("parvis-prepared", "error")
        if kind == "error":
            raise RuntimeError(data["text"])
        return data["searches"]

    def hear(self, pcm, rate, search, readings=5):
        """The transcript of 16-bit mono sound."""
        self.send("transcribe", {"language": "fr", "parvis": {"search": search, "nbest": readings}})
        form = {"rate": rate, "width": 2, "channels": 1, "stream": "asr"}
        self.send("audio-start", form)
        step = rate // 50 * 2
        for start in range(0, len(pcm), step):
            self.send("audio-chunk", form, pcm[start:start + step])
        self.send("audio-stop", {"stream": "asr"})
        kind, data, _ = self.receive("transcript", "error")
        if kind == "error":
            raise RuntimeError(data["text"])
        return data

    def phonemes(self, words, language="fr"):
        """How words are said: for each, some ways."""
        self.send("parvis-phonemes", {"words": words, "language": language})
        kind, data, _ = self.receive("parvis-phonemes", "error")
        if kind == "error":
            raise RuntimeError(data["text"])
        return data["words"]

    def say(self, text, words_per_minute=155, voice=None, **options):
        """A text's sound: samples a second, bytes, seconds until the first of them."""
        message = {"text": text, "parvis": {"words_per_minute": words_per_minute, **options}}
        if voice:
            message["voice"] = {"name": voice}
        start = time.monotonic()
        self.send("synthesize", message)
        rate, pcm, first = 0, [], None
        while True:
            kind, data, payload = self.receive("audio-start", "audio-chunk", "audio-stop", "error")
            if kind == "error":
                raise RuntimeError(data["text"])
            if kind == "audio-start":
                rate = data["rate"]
            elif kind == "audio-chunk":
                first = first or time.monotonic() - start
                pcm.append(payload)
            else:
                return rate, b"".join(pcm), first

    def peak_memory(self):
        """The most memory it took so far, in megabytes."""
        with open(f"/proc/{self.process.pid}/status") as status:
            line = next(line for line in status if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024

    def close(self):
        """Ends it."""
        self.process.stdin.close()
        self.process.wait(timeout=20)
