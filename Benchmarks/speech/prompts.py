"""Human French for the benchmarks: Debian's Asterisk prompts of two women, and the same with other throats and with noise."""
import array
import math
import pathlib
import random
import subprocess

SOUNDS = pathlib.Path("/usr/share/asterisk/sounds")
JUNE, ARMELLE = SOUNDS / "fr_CA_f_June", SOUNDS / "fr"
RATE = 8000
DAYS = "dimanche lundi mardi mercredi jeudi vendredi samedi".split()
MONTHS = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split()
NUMBERS = dict(enumerate(
    "zéro un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit "
    "dix-neuf vingt".split())) | {30: "trente"}
UP_TO_31 = list(NUMBERS.values()) + ["vingt et un", "trente et un"] + [
    "vingt-" + NUMBERS[unit] for unit in range(2, 10)]
# Of each set, the words of its grammar, and which clip says which.
SETS = {
    "days": (DAYS, {f"day-{i}": day for i, day in enumerate(DAYS)}),
    "months": (MONTHS, {f"mon-{i}": month for i, month in enumerate(MONTHS)}),
    "numbers 0-31": (UP_TO_31, {str(number): word for number, word in NUMBERS.items()}),
}
# What is done to the clips: the effects of sox, and the noise, in decibels below the speech. `low` has the throat of a man, `high` that
# of a child.
CONDITIONS = {
    "plain": ([], None), "low": (["speed", "0.84", "tempo", "1.15"], 22), "high": (["speed", "1.12", "tempo", "0.95"], None),
    "noise": ([], 16),
}


def prompts():
    """The sentences whose text is known: speaker, file, text. Texts were written down by ear and by Whisper, then put right."""
    for line in (pathlib.Path(__file__).parent / "prompts.txt").read_text().splitlines():
        name, text = line.split("\t")
        speaker, key = name.split("/", 1)
        if speaker == "june":
            path = JUNE / (key + ".wav")
        else:
            path = SOUNDS / "dictate/fr" / (key.split("/")[1] + ".gsm") if "/" in key else ARMELLE / (key + ".gsm")
        yield speaker, path, text


def sound(path, condition="plain", seed=0):
    """The samples of a clip at 8 kHz in 16 bits, half a second before and after it; another loudness and noise with each seed."""
    effects, ratio = CONDITIONS[condition]
    chance = random.Random(f"{path.name} {condition} {seed}")
    raw = subprocess.run(
        ["sox", "-G", path, "-r", str(RATE), "-c", "1", "-b", "16", "-e", "signed", "-t", "raw", "-", *effects],
        check=True, capture_output=True).stdout
    samples = array.array("h", raw)
    gain = 10 ** (chance.uniform(-10, 4) / 20) if seed or condition != "plain" else 1
    power = sorted(sample * sample for sample in samples)[len(samples) // 2:]
    level = math.sqrt(sum(power) / max(len(power), 1)) * gain
    noise = level * 10 ** (-ratio / 20) if ratio else 0
    padded = [0] * (RATE // 2) + [sample * gain for sample in samples] + [0] * (RATE // 2)
    return array.array("h", (
        max(-32768, min(32767, round(sample + (chance.gauss(0, noise) if noise else 0)))) for sample in padded)).tobytes()


def grammar(name, alternatives, words=None):
    text = "#JSGF V1.0;\ngrammar clips;\npublic <said> = " + " | ".join(alternatives) + ";\n"
    return {"name": name, "kind": "grammar", "text": text, "words": words or {}}
