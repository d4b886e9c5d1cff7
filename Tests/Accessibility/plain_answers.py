#!/usr/bin/env python3
"""Every answer that the stories produce, judged by the plain-language check of the accessibility harness.

usage: plain_answers.py PARVIS CHECK.py STORIES.yaml...
PARVIS is the program, CHECK.py the harness's plain_language.py. Prints the answers that the check refuses, each once, with its
reason and the story's words that lead to it; then `N passed, N failed`. Exit status 1 if any is refused.
"""
import json
import subprocess
import sys

import yaml


def questions(files):
    """The sentences of the stories as lines that `parvis batch` reads: a story is a session."""
    for file in files:
        for number, story in enumerate(yaml.safe_load(open(file, encoding="utf-8")) or []):
            for index, turn in enumerate(story["turns"]):
                # A key, a choice or a silence is no line of a batch.
                if "user" in turn:
                    yield {
                        "id": f"{file}:{number}:{index}", "text": str(turn["user"]),
                        "now": str(turn.get("now", story["now"])), "session": f"{file}:{number}",
                    }


def answers(parvis, questions):
    """The answer objects of `parvis batch`, with the question of each."""
    lines = "".join(json.dumps(q, ensure_ascii=False) + "\n" for q in questions)
    run = subprocess.run([parvis, "batch"], input=lines, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in run.stdout.splitlines()]


def errors(check, texts):
    """The errors that the check finds. All texts go in at once, since the check reads its lexicon anew at each start."""
    run = subprocess.run(
        [sys.executable, check, "--json", "--profil", "clair"], input="\n".join(texts), capture_output=True, text=True)
    return [p for p in json.loads(run.stdout)["problemes"] if p["niveau"] == "erreur"]


def main():
    parvis, check, *files = sys.argv[1:]
    asked = list(questions(files))
    words = {q["id"]: q["text"] for q in asked}
    texts = {}
    for answer in answers(parvis, asked):
        for form in ("text", "simple"):
            texts.setdefault(answer[form], f"{answer['id'].rsplit(':', 2)[0]} ({form}): {words[answer['id']]}")
    refused = set()
    for problem in errors(check, texts):
        # The check shows a sentence as it read it, without the number of an item.
        culprits = [text for text in texts if problem["extrait"] in text]
        refused.update(culprits or [problem["extrait"]])
        for text in culprits[:1] or [problem["extrait"]]:
            print(f"{texts.get(text, '?')}\n  {problem['code']}: {problem['message']}: {problem['extrait']}")
    print(f"{len(texts) - len(refused)} passed, {len(refused)} failed")
    return 1 if refused else 0


if __name__ == "__main__":
    sys.exit(main())
