#!/usr/bin/env python3
"""Begins conversations on a server that has opened its languages, and prints their ids, one a line.

Usage: begin.py ADDRESS COUNT LANGUAGE [LANGUAGE ...]
"""

import http.client
import json
import sys
import time
import urllib.parse

# How long a server may take to open its languages, in seconds.
PATIENCE = 120


def main():
    address = urllib.parse.urlsplit(sys.argv[1])
    connection = http.client.HTTPConnection(address.hostname, address.port)

    def answer(method, path):
        connection.request(method, address.path.rstrip("/") + "/api/v1/" + path)
        return json.loads(connection.getresponse().read())

    # A language that is learnt meanwhile takes one of the cores.
    end = time.monotonic() + PATIENCE
    while missing := set(sys.argv[3:]) - set(answer("GET", "health")["languages"]):
        if time.monotonic() > end:
            sys.exit(f"begin.py: after {PATIENCE} s the server has not opened {', '.join(sorted(missing))}")
        time.sleep(0.2)
    for _ in range(int(sys.argv[2])):
        print(answer("POST", "conversations")["id"])


main()
