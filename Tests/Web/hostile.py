"""Hostile clients, many at once, while a citizen asks questions: each is refused or hung up on, and every question is answered."""

import concurrent.futures
import http.client
import json
import socket
import time

TURN = json.dumps({"text": "la piscine est ouverte vendredi ?"})
PATHS = [
    "/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/api/v1/../../etc/passwd", "/api//v1/town", "/..%2f..%2fetc/passwd",
    "/%00", "/api/v1/conversations/%2e%2e%2f", "/\\..\\", "/" + "a" * 5000, "/%", "/api/v1/town/..;/",
]


def connect(server):
    return socket.create_connection(("127.0.0.1", server.port), timeout=40)


def rest(one):
    """What comes until the other end hangs up; None when it does not."""
    data = b""
    try:
        while True:
            part = one.recv(65536)
            if not part:
                return data
            data += part
    except ConnectionError:
        return data
    except TimeoutError:
        return None


def send(one, data):
    try:
        one.sendall(data)
    except OSError:
        pass


def refused(data):
    return data is not None and (data == b"" or data.startswith(b"HTTP/1.1 4"))


def long_body(server):
    one = connect(server)
    send(one, b"POST /api/v1/conversations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
         b"Content-Length: 1048576\r\n\r\n" + b" " * 1048576)
    data = rest(one)
    return data is not None and data.startswith(b"HTTP/1.1 413")


def endless(server):
    one = connect(server)
    send(one, b"POST /api/v1/conversations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\n"
         b"Transfer-Encoding: chunked\r\n\r\n")
    for _ in range(512):
        send(one, b"1000\r\n" + b" " * 4096 + b"\r\n")
    return refused(rest(one))


def slow_body(server):
    one = connect(server)
    send(one, b"POST /api/v1/conversations HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 90\r\n\r\n")
    for _ in range(30):
        send(one, b" ")
        time.sleep(0.5)
    return rest(one) is not None


def slow_head(server):
    one = connect(server)
    for byte in b"POST /api/v1/conversations HTTP/1.1\r\nHost: abcdefghijklmnopqrstuvwxyz":
        send(one, bytes([byte]))
        time.sleep(0.5)
    return rest(one) is not None


def fields(server):
    one = connect(server)
    send(one, b"GET / HTTP/1.1\r\nHost: a\r\n" + b"".join(b"X-%d: a\r\n" % index for index in range(5000)) + b"\r\n")
    return refused(rest(one))


def field(server):
    one = connect(server)
    send(one, b"GET / HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200000 + b"\r\n\r\n")
    return refused(rest(one))


def malformed(server):
    for data in [b"\x00\x01\x02\r\n\r\n", b"GET\r\n\r\n", b"GET / HTTP/7.3\r\n\r\n", b"POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n"]:
        one = connect(server)
        send(one, data)
        if not refused(rest(one)):
            return False
    return True


def bodies(server):
    answers = []
    one = http.client.HTTPConnection("127.0.0.1", server.port, timeout=40)
    for body in [b"{", b"[" * 10000, b"\xff\xfe", b'{"text":"' + b"\\u0000" * 50 + b'"}', b'{"text":"\\ud800"}', b"null" * 3]:
        one.request("POST", "/api/v1/conversations/" + "a" * 22 + "/turns", body, {"Content-Type": "application/json"})
        answer = one.getresponse()
        answer.read()
        answers.append(answer.status)
    return all(400 <= status < 500 for status in answers)


def paths(server):
    for path in PATHS:
        one = connect(server)
        send(one, b"GET " + path.encode() + b" HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        data = rest(one)
        if not refused(data) or b"root:" in data:
            print("path", path[:60], data)
            return False
    return True


def idle(server):
    return rest(connect(server)) == b""


HOSTILE = [long_body, endless, slow_body, slow_head, fields, field, malformed, bodies, paths, idle]


def citizen(server, until):
    """Questions one after the other, each answered; how many, and the slowest in seconds."""
    one = http.client.HTTPConnection("127.0.0.1", server.port, timeout=40)
    one.request("POST", "/api/v1/conversations")
    name = json.loads(one.getresponse().read())["id"]
    count, slowest = 0, 0.0
    while not until() or count < 20:
        start = time.monotonic()
        one.request("POST", "/api/v1/conversations/" + name + "/turns", TURN, {"Content-Type": "application/json"})
        answer = one.getresponse()
        if answer.status != 200 or json.loads(answer.read())["topic"] != "hours":
            return count, None
        slowest = max(slowest, time.monotonic() - start)
        count += 1
        time.sleep(0.02)
    return count, slowest


def check(server):
    """What is wrong, a line each."""
    failures = []
    with concurrent.futures.ThreadPoolExecutor(64) as pool:
        attacks = [(attack.__name__, pool.submit(attack, server)) for attack in HOSTILE for _ in range(4)]
        asked = pool.submit(citizen, server, lambda: all(attack.done() for _, attack in attacks))
        for name, attack in attacks:
            if not attack.result():
                failures.append("hostile client not refused: " + name)
        count, slowest = asked.result()
    if slowest is None:
        failures.append("a citizen was not served after %d questions" % count)
    else:
        print("%d hostile clients; meanwhile %d questions answered, the slowest in %.0f ms" % (
            len(attacks), count, slowest * 1000))
    return failures
