"""Descending hierarchical classification of Reinert (1983, 1990; ALCESTE), with the settings of rainette: own code, for the bench alone.

Texts are cut into segments of about 40 words; segments × terms, presence alone. The largest class is split again and again: its segments in the
order of the first axis of its correspondence analysis, cut where chi-square between both parts is greatest, then moved one by one to the
other part while chi-square grows. Of each part the terms are kept that are met three times and are not those of the other (contingency coefficient over .3). A text is
of the class of most of its segments.
"""
import re

import numpy as np
from scipy.sparse.linalg import LinearOperator, svds

SEGMENT = 40
LEAST_MEMBERS = 5
LEAST_TIMES = 3
APART = 0.3


def segments_of(texts):
    """Segments, and the text that each is of."""
    found, owners = [], []
    for at, text in enumerate(texts):
        words = re.findall(r"\S+", text)
        count = max(1, round(len(words) / SEGMENT))
        for part in np.array_split(np.arange(len(words)), count):
            found.append(" ".join(words[i] for i in part))
            owners.append(at)
    return found, np.array(owners)


def first_axis(matrix):
    """Coordinates of the rows on the first axis of the correspondence analysis."""
    total = matrix.sum()
    rows = np.asarray(matrix.sum(1)).ravel() / total
    columns = np.asarray(matrix.sum(0)).ravel() / total
    left, right = 1 / np.sqrt(rows), 1 / np.sqrt(columns)
    scaled = matrix.multiply(left[:, None]).multiply(right[None, :]).tocsr() / total
    a, b = np.sqrt(rows), np.sqrt(columns)
    forth = lambda x: scaled @ x - a * (b @ x)
    back = lambda x: scaled.T @ x - b * (a @ x)
    centred = LinearOperator(matrix.shape, matvec=lambda x: forth(x.ravel()), rmatvec=lambda x: back(x.ravel()), dtype=float)
    start = np.cos(np.arange(min(matrix.shape)))
    axis = svds(centred, k=1, v0=start, maxiter=2000)[0][:, 0]
    return axis * left


class Halves:
    """Chi-square between two parts of the rows, kept while rows change sides: N·(Σ a²/c / r₁ + Σ b²/c / r₂ − 1)."""

    def __init__(self, matrix):
        self.terms = [matrix.indices[matrix.indptr[i] : matrix.indptr[i + 1]] for i in range(matrix.shape[0])]
        self.columns = np.asarray(matrix.sum(0)).ravel().astype(float)
        self.total = self.columns.sum()
        self.first = np.zeros(len(self.columns))
        self.size = 0.0
        self.squares = [0.0, float(self.columns.sum())]

    def moved(self, row, to_first):
        own = self.terms[row]
        a, c = self.first[own], self.columns[own]
        sign = 1 if to_first else -1
        one = self.squares[0] + np.sum((2 * sign * a + 1) / c)
        other = self.squares[1] + np.sum((1 - 2 * sign * (c - a)) / c)
        return self.size + sign * len(own), one, other

    def chi(self, size, one, other):
        if size <= 0 or size >= self.total:
            return 0.0
        return self.total * (one / size + other / (self.total - size) - 1)

    def move(self, row, to_first):
        self.size, *self.squares = self.moved(row, to_first)
        self.first[self.terms[row]] += 1 if to_first else -1


def split(matrix):
    """Whether each row is of the first of two parts, and their chi-square; none where nothing parts them."""
    order = np.argsort(first_axis(matrix), kind="stable")
    halves = Halves(matrix)
    best, cut = 0.0, 0
    for at, row in enumerate(order[:-1]):
        halves.move(row, True)
        chi = halves.chi(halves.size, *halves.squares)
        if chi > best:
            best, cut = chi, at + 1
    if cut == 0:
        return None
    for row in order[cut:-1][::-1]:
        halves.move(row, False)
    first = np.zeros(matrix.shape[0], bool)
    first[order[:cut]] = True
    while True:
        before = best
        for row in range(matrix.shape[0]):
            chi = halves.chi(*halves.moved(row, not first[row]))
            if chi > best * (1 + 1e-9):
                halves.move(row, not first[row])
                first[row] = not first[row]
                best = chi
        if best <= before:
            return first


def kept_terms(matrix, first):
    """Columns kept in either part."""
    a = np.asarray(matrix[first].sum(0)).ravel()
    b = np.asarray(matrix[~first].sum(0)).ravel()
    n, m = first.sum(), (~first).sum()
    expected = (a + b) * n / (n + m)
    absent = n + m - a - b
    with np.errstate(divide="ignore", invalid="ignore"):
        chi = (n + m) * (a * (m - b) - b * (n - a)) ** 2 / ((a + b) * absent * n * m)
    apart = np.sqrt(np.nan_to_num(chi) / (n + m + np.nan_to_num(chi))) > APART
    return (a >= LEAST_TIMES) & (~apart | (a > expected)), (b >= LEAST_TIMES) & (~apart | (a < expected))


def classes_of(matrix, k):
    """Class of each row, from 0; −1 for one without a term."""
    filled = np.flatnonzero(np.asarray(matrix.sum(1)).ravel())
    parts = [(filled, np.arange(matrix.shape[1]))]
    whole = []
    while parts and len(parts) + len(whole) < k:
        at = max(range(len(parts)), key=lambda i: len(parts[i][0]))
        rows, columns = parts.pop(at)
        own = matrix[rows][:, columns].tocsr()
        lit = np.flatnonzero(np.asarray(own.sum(1)).ravel())
        used = np.flatnonzero(np.asarray(own[lit].sum(0)).ravel()) if len(lit) else lit
        own = own[lit][:, used].tocsr()
        first = split(own) if min(own.shape) > 3 and len(rows) >= LEAST_MEMBERS else None
        if first is None or min(first.sum(), (~first).sum()) == 0:
            whole.append((rows, columns))
            continue
        one, other = kept_terms(own, first)
        for side, kept in ((first, one), (~first, other)):
            parts.append((rows[lit[side]], columns[used[kept]]))
    labels = np.full(matrix.shape[0], -1)
    for label, (rows, _) in enumerate(parts + whole):
        labels[rows] = label
    return labels


def reinert(texts, k, reader):
    """Class of each text, and of each class the terms by signed chi-square."""
    segments, owners = segments_of(texts)
    matrix = (reader.fit_transform(segments) > 0).astype(np.int32).tocsr()
    of_segment = classes_of(matrix, k)
    labels = np.full(len(texts), -1)
    for at in range(len(texts)):
        own = of_segment[owners == at]
        own = own[own >= 0]
        if len(own):
            labels[at] = np.bincount(own).argmax()
    weights = []
    n = (of_segment >= 0).sum()
    all_terms = np.asarray(matrix[of_segment >= 0].sum(0)).ravel()
    for label in range(k):
        rows = of_segment == label
        a = np.asarray(matrix[rows].sum(0)).ravel()
        expected = all_terms * rows.sum() / max(1, n)
        with np.errstate(divide="ignore", invalid="ignore"):
            weights.append(np.nan_to_num(np.sign(a - expected) * (a - expected) ** 2 / expected))
    return labels, np.array(weights)
