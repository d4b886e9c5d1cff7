"""A server of the example commune, for as long as a check takes."""

import os
import re
import signal
import subprocess
import tempfile
import threading

NOW = "2026-11-20T10:00"


class Server:
    """Starts the program on a free port; leaves nothing behind."""

    def __init__(self, program, limits=""):
        self.folder = tempfile.TemporaryDirectory()
        settings = os.path.join(self.folder.name, "serve.yaml")
        with open(settings, "w", encoding="utf-8") as file:
            file.write("log: {level: debug}\nlimits: {requests-per-second: 0, conversations-per-minute: 0")
            file.write(limits + "}\n")
        environment = dict(os.environ, PARVIS_STATE=os.path.join(self.folder.name, "state"))
        self.process = subprocess.Popen(
            [program, "serve", "--port", "0", "--now", NOW, "--config", settings],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True,
        )
        self.log = []
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        line = self.process.stdout.readline()
        if not line:
            self.process.wait(10)
            raise SystemExit("the server did not start:\n" + "".join(self.log))
        self.address = line.strip().rstrip("/")
        self.port = int(re.search(r":(\d+)", self.address.split("//")[1]).group(1))

    def read(self):
        for line in self.process.stderr:
            self.log.append(line)

    def stop(self):
        """Ends it as systemd does; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        status = self.process.wait(60)
        self.reader.join(10)
        self.folder.cleanup()
        return status
