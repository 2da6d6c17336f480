"""Learns a vector for each word such that the vector of a text, the sum of its words', comes near what sentence models make of the text.

A sentence model reads a text as a whole, and is too large and slow to ship. Here its knowledge of which texts mean nearly the same is put into
words: model2vec's first step (the models read each word alone; Tulkens and van Dongen 2024), then ridge regression towards what they make of whole
texts (Hoerl and Kennard 1970), solved by conjugate gradients for all dimensions at once.

    python distil.py texts.jsonl --mean all-minilm-l6-v2 --cls bge-small-en-v1.5 --out data/films/word-vectors.tsv.gz

A model is a folder with model.onnx and tokenizer.json. --mean and --cls say how a model's text is read off its tokens, and may be given again and again.
"""

import argparse
import base64
import collections
import gzip
import json
from pathlib import Path

import numpy as np
import onnxruntime
import scipy.sparse as sparse
from tokenizers import Tokenizer

LONGEST = 64
BATCH = 64
# of the texts, those that nothing is learned from and that tell how near the vectors come
HELD = 0.03
RIDGE = 0.3
STEPS = 40


def main():
    options = read_options()
    texts = [json.loads(line) for line in options.texts.read_text().splitlines()]
    counts = collections.Counter(stem for line in texts for stem in set(line["stems"]))
    forms = forms_of(texts)
    vocabulary = sorted(stem for stem in forms if counts[stem] >= options.fewest)
    places = {stem: place for place, stem in enumerate(vocabulary)}
    print(f"{len(texts)} texts, {len(vocabulary)} words")

    models = [Model(folder, "mean") for folder in options.mean] + [Model(folder, "cls") for folder in options.cls]
    read = [model.read([line["text"] for line in texts]) for model in models]
    means = [vectors.mean(axis=0) for vectors in read]
    joined = join(read, means)
    axes = np.linalg.svd(joined[::3], full_matrices=False)[2][: options.dimensions].T
    wanted = unit(joined @ axes)

    held = np.random.default_rng(0).random(len(texts)) < HELD
    bags = bags_of([line["stems"] for line in texts], places)
    start = unit(join([model.read([forms[stem] for stem in vocabulary]) for model in models], means) @ axes)
    rarity = np.log(len(texts) / np.array([counts[stem] for stem in vocabulary]))
    start *= (rarity / rarity.mean())[:, None]
    start *= scale_towards(bags[~held] @ start, wanted[~held])
    vectors = start + ridge(bags[~held], wanted[~held] - bags[~held] @ start)
    for name, each in (("words alone", start), ("learned", vectors)):
        print(f"{name}: mean cosine {cosine(bags[held] @ each, wanted[held]):.3f} on {held.sum()} texts held back")
    write(options.out, vocabulary, vectors)


def read_options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("texts", type=Path, help="what texts.js wrote")
    parser.add_argument("--mean", type=Path, action="append", default=[])
    parser.add_argument("--cls", type=Path, action="append", default=[])
    parser.add_argument("--dimensions", type=int, default=128)
    parser.add_argument("--fewest", type=int, default=2, help="texts that a word is in (default 2)")
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    if not options.mean and not options.cls:
        parser.error("name at least one sentence model: --mean FOLDER or --cls FOLDER")
    return options


class Model:
    def __init__(self, folder, pooling):
        self.pooling = pooling
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.enable_truncation(LONGEST)
        self.tokenizer.enable_padding()
        self.session = onnxruntime.InferenceSession(str(folder / "model.onnx"))
        self.inputs = [each.name for each in self.session.get_inputs()]

    def read(self, texts):
        """[texts x size], each of length 1."""
        vectors = [None] * len(texts)
        by_length = sorted(range(len(texts)), key=lambda nth: len(texts[nth]))
        for start in range(0, len(texts), BATCH):
            batch = by_length[start : start + BATCH]
            tokens = self.tokenizer.encode_batch([texts[nth] for nth in batch])
            mask = np.array([each.attention_mask for each in tokens], dtype=np.int64)
            ids = np.array([each.ids for each in tokens], dtype=np.int64)
            given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
            states = self.session.run(None, {name: given[name] for name in self.inputs})[0]
            if self.pooling == "cls":
                pooled = states[:, 0]
            else:
                pooled = (states * mask[..., None]).sum(axis=1) / mask.sum(axis=1, keepdims=True)
            for nth, vector in zip(batch, unit(pooled)):
                vectors[nth] = vector.astype(np.float32)
        return np.array(vectors)


def forms_of(texts):
    """For each stem the word that it most often is."""
    seen = collections.defaultdict(collections.Counter)
    for line in texts:
        for stem, word in zip(line["stems"], line["words"]):
            seen[stem][word] += 1
    return {stem: words.most_common(1)[0][0] for stem, words in seen.items()}


def join(vectors, means):
    """Side by side, each about its mean: what all texts share tells nothing apart."""
    return np.hstack([unit(each - mean) for each, mean in zip(vectors, means)]) / np.sqrt(len(vectors))


def unit(vectors):
    return vectors / np.maximum(np.linalg.norm(vectors, axis=1, keepdims=True), 1e-9)


def bags_of(texts, places):
    """[texts x words] sparse: each word of a text by one over the root of their number."""
    rows = [[places[stem] for stem in stems if stem in places] for stems in texts]
    starts = np.cumsum([0] + [len(row) for row in rows])
    values = np.concatenate([np.full(len(row), 1 / np.sqrt(max(1, len(row)))) for row in rows])
    columns = np.concatenate([np.array(row, dtype=np.int64) for row in rows])
    return sparse.csr_matrix((values, columns, starts), shape=(len(texts), len(places)))


def scale_towards(given, wanted):
    return (given * wanted).sum() / (given * given).sum()


def ridge(bags, wanted):
    """[words x dimensions] that give least |bags x - wanted|^2 + RIDGE |x|^2."""
    diagonal = np.asarray(bags.multiply(bags).sum(axis=0)).ravel() + RIDGE
    found = np.zeros((bags.shape[1], wanted.shape[1]))
    left = bags.T @ wanted
    conditioned = left / diagonal[:, None]
    direction = conditioned.copy()
    size = (left * conditioned).sum(axis=0)
    for _ in range(STEPS):
        image = bags.T @ (bags @ direction) + RIDGE * direction
        step = size / np.maximum((direction * image).sum(axis=0), 1e-12)
        found += step * direction
        left -= step * image
        conditioned = left / diagonal[:, None]
        size, before = (left * conditioned).sum(axis=0), size
        direction = conditioned + size / np.maximum(before, 1e-12) * direction
    return found


def cosine(given, wanted):
    return float((unit(given) * wanted).sum(axis=1).mean())


def write(file, vocabulary, vectors):
    """A line a word: the stem, what one step of its numbers is worth, and the numbers as signed bytes in base64."""
    with gzip.GzipFile(file, "wb", 9, mtime=0) as out:
        for stem, vector in zip(vocabulary, vectors):
            step = max(float(np.abs(vector).max()), 1e-9) / 127
            steps = np.round(vector / step).astype(np.int8)
            out.write(f"{stem}\t{step:.6g}\t{base64.b64encode(steps.tobytes()).decode()}\n".encode())
    print(f"{file}: {file.stat().st_size / 1e6:.1f} MB")


main()
