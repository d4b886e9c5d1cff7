#!/usr/bin/env python3
"""Tests the web page, the widget and the kiosk's screen in a real browser.

usage: check.py PROGRAM [--shots FOLDER] [--only PART]
Prints what failed, then `N passed, N failed` for each part. Exit status 1 if anything failed.
"""
import argparse
import importlib
import sys

import harness

PARTS = ["plain", "script", "keys", "display", "widget", "kiosk", "sound", "errors", "judge"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("--shots")
    parser.add_argument("--only", choices=PARTS)
    arguments = parser.parse_args()
    failed = 0
    pages = {}
    with harness.site(pages) as port, harness.Server(arguments.program, port) as server:
        for name in [arguments.only] if arguments.only else PARTS:
            count = harness.Count()
            print(f"{name}:", flush=True)
            importlib.import_module("part_" + name).run(server, count, arguments.shots, pages)
            print(f"  {count.passed} passed, {count.failed} failed", flush=True)
            failed += count.failed
    sys.exit(bool(failed))


main()
