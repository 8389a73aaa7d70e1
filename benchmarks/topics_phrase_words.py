"""Writes survey/data/phrase_words.txt: words that begin or end no noun phrase, told from a background corpus.

    python -m benchmarks.topics_phrase_words CORPUS.jsonl.gz survey/data/phrase_words.txt

What follows a word and what goes before it tells its part of speech well enough: a verb is followed by an article and
preceded by "to" or "we", an adjective is hardly ever followed by a function word or a stop. Only title and abstract of
the corpus are read.
"""

import argparse
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ARTICLES = frozenset("the a an these this our its their such those each".split())
BEFORE_VERBS = frozenset("to we can that which will could may must should not they it who cannot might would".split())
CLOSED = (
    ARTICLES
    | BEFORE_VERBS
    | frozenset(
        "of for in on with and or by as at from into is are was were be has have had than when where while via using "
        "through under over between across within without both but if then also".split()
    )
)
SEEN = 40
_TOKEN = re.compile(r"[a-z][a-z0-9'’-]*|[^\s\w]")


def neighbours(path: Path) -> Iterator[tuple[str, str, str]]:
    """Each word of the abstracts with the token before and after it."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            tokens = [".", *_TOKEN.findall(json.loads(line)["abstract"].lower()), "."]
            yield from zip(tokens, tokens[1:], tokens[2:], strict=False)


def main() -> None:
    """See the module's docstring."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("out", type=Path)
    given = parser.parse_args()
    seen, closing, article, verbal = Counter[str](), Counter[str](), Counter[str](), Counter[str]()
    for before, word, after in neighbours(given.corpus):
        if not word[0].isalpha() or word in CLOSED:
            continue
        seen[word] += 1
        article[word] += after in ARTICLES
        verbal[word] += before in BEFORE_VERBS
        closing[word] += after in CLOSED or not after[0].isalnum()
    words = sorted(w for w, n in seen.items() if n >= SEEN)
    verbs = {w for w in words if article[w] / seen[w] > 0.14 or verbal[w] / seen[w] > 0.35 or w.endswith("ly")}
    no_end = verbs | {w for w in words if closing[w] / seen[w] < 0.22}
    given.out.write_text(
        "# Written by benchmarks/topics_phrase_words.py: words that begin no noun phrase, then words that end none.\n"
        + " ".join(sorted(verbs))
        + "\n"
        + " ".join(sorted(no_end - verbs))
        + "\n",
        encoding="utf-8",
    )
    print(f"{len(words):,} words: {len(verbs):,} begin no noun phrase, {len(no_end - verbs):,} more end none")


if __name__ == "__main__":
    main()
