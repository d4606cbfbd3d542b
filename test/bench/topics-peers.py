"""LDA and NMF (scikit-learn) on the sets that topics.mjs draws.

    python topics-peers.py SETS.json OUT.json METHOD...
"""
import json
import sys
import time

import numpy as np
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

TOP = 10
WORD = r"(?u)\b[^\W\d_]{3,}\b"


def lda(counts, k):
    model = LatentDirichletAllocation(k, random_state=1, max_iter=15)
    return model.fit_transform(counts).argmax(1), model.components_


def nmf(counts, k):
    model = NMF(k, random_state=1, init="nndsvd")
    return model.fit_transform(TfidfTransformer().fit_transform(counts)).argmax(1), model.components_


def fit(method, texts, k, stops):
    started = time.process_time()
    reader = CountVectorizer(min_df=2 if len(texts) < 2000 else 3, max_df=1 / 3, stop_words=stops, token_pattern=WORD)
    counts = reader.fit_transform(texts)
    words = reader.get_feature_names_out()
    labels, weights = {"lda": lda, "nmf": nmf}[method](counts, k)
    terms = [[words[i] for i in np.argsort(-row, kind="stable")[:TOP]] for row in np.asarray(weights)]
    return [int(label) for label in labels], terms, time.process_time() - started


def main(sets, out, methods):
    results = {}
    for name, one in json.load(open(sets)).items():
        for method in methods:
            texts = one["texts"]
            labels, terms, seconds = fit(method, texts, one["k"], one["stops"])
            refits = [fit(method, [texts[i] for i in part], one["k"], one["stops"])[0] for part in one["parts"]]
            results.setdefault(name, {})[method] = {"labels": labels, "terms": terms, "seconds": seconds, "refits": refits}
    json.dump(results, open(out, "w"))


main(sys.argv[1], sys.argv[2], sys.argv[3:])
