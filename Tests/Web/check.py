"""Holds `parvis serve` to its description. Usage: check.py PROGRAM EXAMPLES, in the environment that Scripts/web makes."""

import os
import subprocess
import sys

import described
import hostile
from server import Server


def fuzz(server, examples):
    """Requests that schemathesis makes up: no 5xx, nothing but what the description says."""
    schemathesis = os.path.join(os.path.dirname(sys.executable), "schemathesis")
    done = subprocess.run(
        [
            schemathesis, "run", server.address + "/api/v1/openapi.json", "--url", server.address + "/api/v1",
            "--max-examples", examples, "--phases", "examples,coverage,fuzzing,stateful", "--seed", "20261120",
            "--generation-database", "none", "--no-color", "--continue-on-failure", "--request-timeout", "10",
        ],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False,
    )
    print(done.stdout[-6000:])
    return ["schemathesis: exit status %d" % done.returncode] if done.returncode else []


def main():
    program, examples = sys.argv[1], sys.argv[2]
    server = Server(program)
    failures = []
    for name, check in [
        ("described", lambda: described.check(server)),
        ("hostile", lambda: hostile.check(server)),
        ("schemathesis", lambda: fuzz(server, examples)),
    ]:
        found = check()
        print("%s: %d wrong" % (name, len(found)), flush=True)
        failures += found
    said = [line for line in server.log for word in described.WORDS if word in line]
    if said:
        failures.append("the log repeats what somebody said: " + said[0])
    status = server.stop()
    if status != 0:
        failures.append("the server ended with status %d:\n%s" % (status, "".join(server.log[-20:])))
    for failure in failures:
        print("FAILED " + failure)
    print("%d wrong" % len(failures))
    sys.exit(1 if failures else 0)


main()
