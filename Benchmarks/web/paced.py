#!/usr/bin/env python3
"""Posts turns at a steady rate and prints their latencies. Usage: paced.py ADDRESS TURNS_A_SECOND SECONDS

wrk cannot hold a rate; this does, counting from when a turn was due, so that a server that stalls cannot hide it. Turns go
out in small groups, one group a millisecond, each on connections of its own that are written to without waiting.
"""

import os
import selectors
import socket
import sys
import time
import urllib.parse

CONNECTIONS = 64


def requests(address):
    ids = open(os.environ["PARVIS_IDS"]).read().split()
    questions = [line.strip() for line in open(os.environ["PARVIS_QUESTIONS"]) if line.strip()]
    made = []
    for index, name in enumerate(ids):
        body = ('{"text":"%s"}' % questions[index % len(questions)].replace('"', "")).encode()
        path = address.path.rstrip("/") + "/api/v1/conversations/" + name + "/turns"
        made.append(
            b"POST %s HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
            % (path.encode(), len(body), body)
        )
    return made


def main():
    address, rate, seconds = urllib.parse.urlsplit(sys.argv[1]), float(sys.argv[2]), float(sys.argv[3])
    turns = requests(address)
    selector = selectors.DefaultSelector()
    idle, due, received = [], {}, {}
    for _ in range(CONNECTIONS):
        one = socket.create_connection((address.hostname, address.port))
        one.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        one.setblocking(False)
        selector.register(one, selectors.EVENT_READ)
        idle.append(one)
    times, refused, sent, start = [], 0, 0, time.perf_counter()
    total = int(rate * seconds)
    while len(times) < total and time.perf_counter() - start < seconds + 10:
        now = time.perf_counter()
        while idle and sent < total and start + sent / rate <= now:
            one = idle.pop()
            due[one], received[one] = start + sent / rate, b""
            one.send(turns[sent % len(turns)])
            sent += 1
        for key, _ in selector.select(0.0002):
            one = key.fileobj
            received[one] += one.recv(65536)
            head, mark, body = received[one].partition(b"\r\n\r\n")
            if not mark:
                continue
            length = next(int(line[15:]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length:"))
            if len(body) >= length:
                times.append(time.perf_counter() - due.pop(one))
                refused += not head.startswith(b"HTTP/1.1 200")
                idle.append(one)
    times.sort()
    if not times:
        sys.exit("nothing was answered")
    at = lambda share: times[min(len(times) - 1, int(len(times) * share))] * 1000
    print(f"turns a second: {len(times) / (time.perf_counter() - start):.0f}")
    print(f"latency (ms): p50 {at(0.5):.2f}, p90 {at(0.9):.2f}, p99 {at(0.99):.2f}, most {times[-1] * 1000:.2f}")
    print(f"not answered with 200: {refused}")


main()
