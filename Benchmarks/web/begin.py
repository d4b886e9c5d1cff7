#!/usr/bin/env python3
"""Begins conversations on a server and prints their ids, one a line. Usage: begin.py ADDRESS COUNT"""

import http.client
import json
import sys
import urllib.parse


def main():
    address = urllib.parse.urlsplit(sys.argv[1])
    connection = http.client.HTTPConnection(address.hostname, address.port)
    for _ in range(int(sys.argv[2])):
        connection.request("POST", address.path.rstrip("/") + "/api/v1/conversations")
        print(json.loads(connection.getresponse().read())["id"])


main()
