"""The grammar of days and hours that the kiosk listens with, expanded from words/speech.yaml as GrammarWriter does. Needs PyYAML."""
import pathlib
import re

import yaml

WORDS = pathlib.Path(__file__).parents[2] / "Locales/fr/words/speech.yaml"
UNITS = "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize".split()
TENS = {2: "vingt", 3: "trente", 4: "quarante", 5: "cinquante", 6: "soixante", 7: "soixante", 8: "quatre vingt",
        9: "quatre vingt"}


def number(value):
    """A number from 0 to 199 in words."""
    if value < 17:
        return UNITS[value]
    if value < 20:
        return "dix " + UNITS[value - 10]
    if value < 100:
        unit = value % 10 + (10 if value // 10 in (7, 9) else 0)
        if unit == 0:
            return TENS[value // 10] + ("s" if value == 80 else "")
        return TENS[value // 10] + (" et " if unit in (1, 11) and value < 80 else " ") + number(unit)
    return "cent" + (" " + number(value % 100) if value % 100 else "")


def grammar():
    """The grammar's text in JSGF."""
    lists = yaml.safe_load(WORDS.read_text())
    counted = {"number": range(200), "day": range(1, 32), "hour": range(25)}
    rules, wanted = {}, ["time"]
    while wanted:
        name = wanted.pop()
        if name not in rules:
            rules[name] = [number(n) for n in counted[name]] if name in counted else lists["rule"][name]
            wanted += re.findall(r"<(\w+)>", " ".join(rules[name]))
    for name in ("opening", "closing"):
        rules[name] = [line.replace("'", "' ").strip() for line in lists[name]]
    body = "".join(f"<{name}> = {' | '.join(lines)};\n" for name, lines in rules.items())
    return "#JSGF V1.0;\ngrammar times;\npublic <said> = [<opening>] <time> [<closing>];\n" + body
