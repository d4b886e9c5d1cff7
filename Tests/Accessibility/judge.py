#!/usr/bin/env python3
"""Judges conversations by what real assistive technology makes of them: yasr, Fenrir and brltty.

usage: judge.py --tools DIR --out DIR [--exits N] PARVIS CONVERSATION.txt...
DIR of --tools is the accessibility harness. A conversation is what a person types, a line each; a line that begins with # is a
comment, one with $ holds further options of `parvis chat`. Prints a line for each rule and its figure, then `N passed, N
failed`. Exit status 1 if any fails. Times are printed and not judged: they are those of the machine.
"""
import argparse
import json
import os
import random
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

NOW = "2026-11-20T10:00"
FIRST = "Bonjour"
LAST = "Au revoir"
PAGE = 6


class Judge:
    """Counts what holds and what does not."""

    def __init__(self):
        self.passed = self.failed = 0

    def check(self, name, figure, isRight):
        """Notes one figure of one rule."""
        self.passed += isRight
        self.failed += not isRight
        print(f"{'ok    ' if isRight else 'FAILED'} {name}: {figure}", flush=True)


def conversation(path):
    """What is typed, and the options of the program."""
    typed, options = [], []
    for line in open(path, encoding="utf-8").read().splitlines():
        if line.startswith("$"):
            options += shlex.split(line[1:])
        elif line and not line.startswith("#"):
            typed.append(line)
    return typed, options


def steps(typed):
    """The harness's steps: wait for the prompt, type each line, wait for its answer, leave.

    A reader needs seconds to start on a busy machine: leaving before that would measure its start.
    """
    lines = ["wait 3", "quiet 2 20"] + [step for line in typed for step in (f"send {line}\r", "quiet 2 30")]
    return [word for step in lines + ["send quitter\r", "wait 1.5"] for word in ("--step", step)]


def run(tools, script, out, options, typed, program):
    """One reader's run; its folder of results."""
    command = [sys.executable, f"{tools}/{script}", *options, "--out", out, *steps(typed), "--", *program]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=300, check=False)
    return out


def events(out):
    """What was typed and said, in order: seconds, kind, words."""
    for line in open(f"{out}/transcript.txt", encoding="utf-8").read().splitlines():
        parts = line.split(None, 2)
        if len(parts) == 3:
            yield float(parts[0].rstrip("s")), parts[1], parts[2]


def speech(out):
    """What was said, in order."""
    return [words for _, kind, words in events(out) if kind == "SAY"]


def slowest_answer(out):
    """The longest time from Enter to speech, in seconds: the harness types a key in 0.05 s, Enter last (rule T7)."""
    slowest, entered = 0.0, None
    for time, kind, words in events(out):
        if kind == "ENTRÉE":
            entered = time + 0.05 * len(words)
        elif kind == "SAY" and entered is not None and time >= entered:
            slowest, entered = max(slowest, time - entered), None
    return slowest


def judge_reader(judge, name, out):
    """T6 and T8 under one screen reader."""
    metrics = json.load(open(f"{out}/metrics.json", encoding="utf-8"))
    for rule, key, most in (
        ("utterances without a letter", "utterances_without_letters", 0), ("symbols", "symbol_chars", 0), ("repeats", "repeats", 3),
    ):
        judge.check(f"{name}: {rule}, at most {most}", metrics[key], metrics[key] <= most)
    judge.check(f"{name}: the last words are said", LAST in " ".join(speech(out)), LAST in " ".join(speech(out)))
    print(
        f"       {name}: {metrics['utterances']} utterances, {metrics['est_speech_s']} s of speech, speech at most "
        f"{slowest_answer(out):.2f} s after Enter", flush=True)


def judge_bytes(judge, name, tools, raw, columns):
    """T1 and the width of lines, by the harness's static rules."""
    run = subprocess.run(
        [sys.executable, f"{tools}/lint_raw.py", raw, "--cols", str(columns)], capture_output=True, text=True, check=False)
    judge.check(f"{name}: bytes at {columns} columns", " ".join(run.stdout.split()), run.returncode == 0)


def judge_hand(judge, name, tools, out, raw):
    """B1 to B4: cells, words cut, characters without a form, lines of a page."""
    text = open(raw, "rb").read().decode("utf-8", "replace").replace("\r\n", "\n")
    answers = re.split(r"(?:Votre question|Question \d+) : .*\n?", text)[1:]
    longest = max((len(answer.strip("\n").splitlines()) for answer in answers), default=0)
    judge.check(f"{name}: lines of a page, at most {PAGE}", longest, 0 < longest <= PAGE)
    for source, lines in (("written", "\n".join(answers)), ("brltty's screen", open(f"{out}/screen.txt", encoding="utf-8").read())):
        check = subprocess.run(
            [sys.executable, f"{tools}/braille_check.py"], input=lines, capture_output=True, text=True, check=False)
        figure = check.stdout.strip().splitlines()[-1]
        judge.check(f"{name}: {source}: {figure}", "", check.returncode == 0 and "mots_coupés=0" in figure)


def run_until_heard(tools, out, reader, typed, program):
    """One run of a reader that speaks from the start; its folder of results.

    On a busy machine Fenrir sometimes starts mute: it says neither the greeting nor what is typed. Such a run tells nothing of the
    program and is done again, twice at most.
    """
    for _ in range(3):
        run(tools, "sr_run.py", out, ["--reader", reader], typed, program)
        if FIRST in " ".join(speech(out)):
            break
    return out


def lost_at_exit(tools, out, reader, program, runs):
    """In how many runs the reader never said the last words, of so many in which it spoke at all."""
    said = [" ".join(speech(run_until_heard(tools, f"{out}/{number}", reader, [], program))) for number in range(runs)]
    heard = [words for words in said if FIRST in words]
    return sum(LAST not in words for words in heard), len(heard)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tools", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--exits", type=int, default=0)
    parser.add_argument("parvis")
    parser.add_argument("conversations", nargs="*")
    options = parser.parse_args()
    (tools, parvis), judge = (os.path.abspath(options.tools), os.path.abspath(options.parvis)), Judge()
    for path in options.conversations:
        name = os.path.splitext(os.path.basename(path))[0]
        typed, further = conversation(path)
        program = [parvis, "chat", "--now", NOW, *further]
        out = os.path.join(os.path.abspath(options.out), name)
        with ThreadPoolExecutor(2) as pool:
            runs = {
                reader: pool.submit(run_until_heard, tools, f"{out}/{reader}", reader, typed, program)
                for reader in ("yasr", "fenrir")
            }
            for reader, result in runs.items():
                judge_reader(judge, f"{name}: {reader}", result.result())
        isByHand = "--braille" in further
        judge_bytes(judge, name, tools, f"{out}/yasr/raw.bin", 40 if isByHand else 80)
        if isByHand:
            port = str(36000 + random.randrange(900))
            run(tools, "brl_run.py", f"{out}/brltty", ["--port", port, "--cells", "40"], typed, program)
            judge_hand(judge, name, tools, f"{out}/brltty", f"{out}/yasr/raw.bin")
    for reader in ("yasr", "fenrir") if options.exits else ():
        lost, heard = lost_at_exit(
            tools, os.path.join(os.path.abspath(options.out), "exit", reader), reader, [parvis, "chat", "--now", NOW], options.exits)
        judge.check(f"{reader}: last words lost at exit, of {heard} runs", lost, lost == 0 and heard == options.exits)
    print(f"{judge.passed} passed, {judge.failed} failed")
    return 1 if judge.failed else 0


if __name__ == "__main__":
    sys.exit(main())
