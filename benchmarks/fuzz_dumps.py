"""Fuzz every parser of dumps.

    python benchmarks/fuzz_dumps.py [--inputs 100000] [--parser NAME ...] [--seed N] [--atheris]

Each input is a small true dump, of the parser's own format or of another, that is cut, doubled, spliced, overwritten
and strewn with the format's own marks. It is parsed below the guard that catches a foreign reader's errors, and every
record goes on to be cleaned. An input fails on any error, on a record that is neither paper nor rejection, and when it
takes longer than SLOW seconds. Hypothesis draws the chances, each of which makes BATCH inputs, and shows a failing one.

With ``--atheris`` (``pip install atheris``) the inputs are guided by the branches that they reach, each parser in a
process of its own, and what cleans texts (``clean``) is a target too; an input that fails is written to the current
folder.
"""

import argparse
import io
import os
import random
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import seed as seeded
from hypothesis import strategies as st

from survey.dumps.clean import clean, clean_abstract
from survey.dumps.content import Content
from survey.dumps.latex import without_braces
from survey.dumps.parser import Parser, Unusable
from survey.dumps.record import paper_of, rejected
from survey.dumps.registry import PARSERS
from survey.papers import Paper, Source

SLOW = 5.0
BATCH = 20
ABSTRACT = 'Trees grow slowly in the north. We measure 40 of them over 12 years: $95\\%$ are na\\"ive, 3 &lt; 5.'
SHORT = ABSTRACT[:60]
SEEDS: dict[str, str] = {
    "trending": (
        "Get trending papers in your email inbox!\nSubscribeSlow Trees: A Study\n"
        + ABSTRACT * 5
        + "\nFast Trees\n"
        + "\n".join([ABSTRACT] * 6)
    ),
    "jsonl": f'{{"id": "2401.12345v2", "title": "Slow Trees", "summary": "{SHORT}", "authors": ["A B"]}}\n' * 3,
    "json": (
        '{"results": [{"display_name": "Slow", "authorships": [{"author": {"display_name": "A B"}}],'
        ' "abstract_inverted_index": {"Trees": [0, 2], "grow": [1]}, "doi": "https://doi.org/10.1/x"},'
        ' {"title": ["T"], "abstract": "<jats:p>A b</jats:p>", "issued": {"date-parts": [[2021]]}}]}'
    ),
    "csv": f'Title,Abstract,Year,Authors\nSlow Trees,"{SHORT}\nand ""on""",2019,"Liu R.; Adler D."\nB,c d,2020,\n',
    "tsv": f"PT\tAU\tTI\tAB\tPY\nJ\tLiu, R; Adler, D\tSlow Trees\t{SHORT}\t2019\n",
    "ris": (
        f"TY  - JOUR\nTI  - Slow Trees\nAU  - Liu, R\nPY  - 2019\nAB  - {ABSTRACT}\n  and on\nER  - \n\n"
        "TY  - CONF\nT1  - B\n"
    ),
    "medline": (
        f"PMID- 12\nTI  - Slow\n      Trees\nAB  - {ABSTRACT}\nFAU - Liu, Rana\n"
        "LID - 10.1000/x [doi]\nDP  - 2019 May\n\n"
    ),
    "wos": (f"FN Clarivate\nVR 1.0\nPT J\nAU Liu, R\n   Adler, D\nTI Slow\n   Trees\nAB {ABSTRACT}\nPY 2019\nER\n\nEF"),
    "endnote": f"%0 Journal Article\n%T Slow Trees\n%A Liu, R\n%D 2019\n%X {ABSTRACT}\n\nmore\n\n%0 Book\n%T B\n%X c\n",
    "bibtex": (
        '@string{f = "Forests"}\n@article{a1, author={Liu, R and {Co}}, title = {{S}low {\\"o}}, journal = f # "x",\n'
        f' abstract = "{SHORT}", year=2019}}\n@misc(b, title={{B}})\n'
    ),
    "endnote-xml": (
        "<xml><records><record><ref-type>17</ref-type><titles><title><style>Slow</style></title></titles>"
        f"<dates><year>2019</year></dates><abstract><style>{ABSTRACT}</style></abstract></record></records></xml>"
    ),
    "atom": (
        "<feed><entry><id>http://arxiv.org/abs/2401.12345v1</id><title>Slow &amp; Trees</title>"
        "<published>2024-01-01</published><author><name>A B</name></author>"
        f"<summary>{ABSTRACT}</summary><link href='http://x.org' rel='alternate'/></entry></feed>"
    ),
    "oai": (
        "<OAI-PMH><ListRecords><record><header><identifier>x</identifier></header><metadata><oai_dc:dc>"
        f"<dc:title>Slow</dc:title><dc:description>{ABSTRACT}</dc:description><dc:date>2019</dc:date>"
        "</oai_dc:dc></metadata></record></ListRecords></OAI-PMH>"
    ),
    "pubmed-text": (
        f"1. Trees. 2019 May 6;3(1):9. doi: 10.1/x.\n\nSlow Trees.\n\nLiu R(1), Adler D(2).\n\n{SHORT}\n"
        f"METHODS: {SHORT}\n\n"
        "DOI: 10.1/x\nPMID: 31060001  [Indexed for MEDLINE]\n\n\n2. Trees. 2020.\n\nFast Trees.\n\nPMID: 31060002\n"
    ),
    "refworks": (
        f"RT Journal Article\nSR 1\nA1 Liu, R\nT1 Slow Trees\nYR 2019\nAB {ABSTRACT}\nand on\nDO 10.1000/x\n\n"
        "RT Book\nT1 B\n"
    ),
    "jats": (
        "<article><front><article-meta><article-id pub-id-type='doi'>10.1/x</article-id><title-group><article-title>"
        "Slow</article-title></title-group><contrib-group><contrib contrib-type='author'><name><surname>L</surname>"
        "</name>"
        f"</contrib></contrib-group><abstract><sec><title>AIM</title><p>{ABSTRACT}</p></sec></abstract></article-meta>"
        "</front></article>"
    ),
    "xml": (
        "<collection><paper id='1'><title>Slow <i>Trees</i></title><author><first>R</first><last>Liu</last></author>"
        f"<abstract>{ABSTRACT}</abstract><doi>10.1/x</doi></paper></collection>"
    ),
    "pubmed-xml": (
        "<PubmedArticleSet><PubmedArticle><MedlineCitation><PMID>1</PMID><Article><ArticleTitle>Slow</ArticleTitle>"
        f'<Abstract><AbstractText Label="AIM">{ABSTRACT}</AbstractText></Abstract></Article></MedlineCitation>'
        "</PubmedArticle></PubmedArticleSet>"
    ),
}
MARKS = (
    "{", "}", "[", "]", "\"", "\\", "\\\"", "\\u0000", "\\ud800", "\"\"", ",", ";", "\t", "\n", "\r", "\r\n", "\n\n",
    "\x00", "<", ">", "</", "/>", "&", "&#0;", "&lol;", "<!--", "<![CDATA[", "<!DOCTYPE x [", "<record>", "</record>",
    "<entry>", "<entry", "</entry>", "@", "@a{", "@article{x,", "#", "=", "$", "$$", "\\(", "{\\em ", "\\c ", "\\'{",
    "~", "^{", "_", "TY  - ", "ER  - ", "AB  - ", "PMID- ", "PT J\n", "ER\n", "EF", "%0 ", "%T ", "%X ", "Subscribe",
    "Get trending papers in your email inbox!\n", "\ufeff", "\u2028", "\u202e", "\xe2\u20ac", "10.1000/", "arXiv:",
    "https://", "2401.12345", "<jats:title>Abstract</jats:title>", "Abstract: ", " (c) 2019", "1" * 50, " " * 50,
)  # fmt: skip


@dataclass
class Tally:
    """What a parser made of its inputs."""

    inputs: int = 0
    papers: int = 0
    rejected: int = 0
    slowest: float = 0.0
    started: float = field(default_factory=time.process_time)


def altered(text: str, others: list[str], chance: random.Random) -> str:
    """``text`` with a few accidents."""
    for _ in range(chance.randrange(7)):
        at = chance.randrange(len(text) + 1)
        to = min(len(text), at + chance.randrange(40))
        kind = chance.randrange(6)
        if kind == 0:
            text = text[:at] + text[to:]
        elif kind == 1:
            text = text[:to] + text[at:to] * chance.choice((1, 1, 2, 50)) + text[to:]
        elif kind == 2:
            other = chance.choice(others)
            text = text[:at] + other[chance.randrange(len(other)) :]
        elif kind == 3:
            text = text[:at] + chance.choice(MARKS) * chance.choice((1, 1, 1, 3, 100)) + text[at:]
        elif kind == 4:
            text = text[:at] + chr(chance.choice((chance.randrange(256), chance.randrange(0x110000)))) + text[at:]
        else:
            text = text[:at]
    return text


def examine(parser: Parser, data: bytes, tally: Tally) -> None:
    """Parse one input and clean every record of it."""
    started = time.process_time()
    content = Content(lambda: io.BytesIO(data))
    parser.sniff(content.head)
    for number, record in enumerate(parser.parse(content), start=1):
        source = Source("fuzz", parser.name, number, record.line)
        made = rejected(record, source) if isinstance(record, Unusable) else paper_of(record, source, title_only=False)
        repr(made).encode()
        if isinstance(made, Paper):
            assert made.title.strip(), "a paper without a title"
            assert made.abstract.strip(), "a paper without an abstract"
            tally.papers += 1
        else:
            assert made.reason, "a rejection without a reason"
            tally.rejected += 1
        assert record.line >= 1, "a line below 1"
    took = time.process_time() - started
    assert took < SLOW, f"an input took {took:.1f} s"
    tally.slowest = max(tally.slowest, took)
    tally.inputs += 1


def fuzz(parser: Parser, inputs: int, seed: int) -> Tally:
    """Run ``inputs`` inputs through one parser; hypothesis raises on the first that fails."""
    tally = Tally()
    own, others = SEEDS.get(parser.name, ""), list(SEEDS.values())

    @seeded(seed)
    @settings(
        max_examples=-(-inputs // BATCH), deadline=None, database=None, phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )  # fmt: skip
    @given(st.integers(0, 2**64), st.binary(max_size=12))
    def run(number: int, noise: bytes) -> None:
        chance = random.Random(number)
        for _ in range(BATCH):
            text = altered(own if chance.randrange(5) else chance.choice(others), others, chance)
            data = text.encode("utf-8", "surrogatepass")
            at = chance.randrange(len(data) + 1)
            data = data[:at] + noise + data[at:] if chance.randrange(3) == 0 else data
            try:
                examine(parser, data, tally)
            except Exception as error:
                error.add_note(f"the input: {data!r}")
                raise

    test: Callable[[], None] = run
    test()
    return tally


CLEAN = "clean"
_GUIDED = """
import sys
import atheris
with atheris.instrument_imports(include=["survey.dumps"]):
    import fuzz_dumps
name, corpus, *options = sys.argv[1:]
atheris.Setup(["fuzz", *options, corpus], fuzz_dumps.target(name))
atheris.Fuzz()
"""


def target(name: str) -> Callable[[bytes], None]:
    """What atheris calls with each input: a parser, or the cleaning of texts alone."""
    if name == CLEAN:
        return lambda data: _examine_cleaning(data.decode("utf-8", "surrogateescape"))
    parser = next(p for p in PARSERS if p.name == name)
    return lambda data: examine(parser, data, Tally())


def _examine_cleaning(text: str) -> None:
    for made in (clean(text), clean_abstract(text), clean(text, latex=False), without_braces(text)):
        made.encode("utf-8", "surrogatepass")
    assert not re.search(r"[\x00-\x08\x0e-\x1b\u202a-\u202e\ud800-\udfff]|\s\s", clean(text)), "text that isn't clean"


def guided(name: str, inputs: int, seed: int) -> None:
    """Run ``inputs`` inputs through one target in a process of its own, and print what atheris counts."""
    with tempfile.TemporaryDirectory() as corpus:
        own = [SEEDS[name]] if name in SEEDS else [*SEEDS.values(), *MARKS]
        for number, text in enumerate(own):
            (Path(corpus) / str(number)).write_bytes(text.encode("utf-8", "surrogatepass"))
        options = [
            f"-runs={inputs}",
            f"-seed={seed + 1}",
            "-max_len=3000",
            f"-timeout={int(SLOW)}",
            "-print_final_stats=1",
        ]
        done = subprocess.run(
            [sys.executable, "-c", _GUIDED, name, corpus, *options],
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            env=os.environ | {"PYTHONPATH": os.pathsep.join([str(Path(__file__).parent), *sys.path])},
        )
    counts = dict(re.findall(r"stat::(\w+):\s+(\d+)", done.stderr))
    covered = re.findall(r"cov: (\d+)", done.stderr)
    failed = re.findall(r"(?m)^.*(?:Error|ERROR|Exception|Timeout).*$", done.stderr)[:3] if done.returncode else []
    print(
        f"{name:12} {counts.get('number_of_executed_units', '?'):>8} {counts.get('slowest_unit_time_sec', '?'):>10} "
        f"{covered[-1] if covered else '?':>9}  {'; '.join(failed) or 0}",
        flush=True,
    )


def main() -> None:
    """The command line."""
    options = argparse.ArgumentParser(description="Fuzz the parsers of dumps.")
    options.add_argument("--inputs", type=int, default=100_000)
    options.add_argument("--parser", action="append", help="may be given several times; all without it")
    options.add_argument("--seed", type=int, default=0)
    options.add_argument("--atheris", action="store_true", help="inputs guided by the branches that they reach")
    options.add_argument("--file", action="append", type=Path, help="examine these files instead of drawing inputs")
    chosen = options.parse_args()
    parsers = [p for p in PARSERS if not chosen.parser or p.name in chosen.parser]
    if chosen.atheris:
        print(f"{'target':12} {'inputs':>8} {'slowest s':>10} {'branches':>9}  errors")
        for name in chosen.parser or [CLEAN, *(p.name for p in PARSERS)]:
            guided(name, chosen.inputs, chosen.seed)
        return
    if chosen.file:
        for parser in parsers:
            for path in chosen.file:
                examine(parser, path.read_bytes(), Tally())
        return
    print(f"{'parser':12} {'inputs':>8} {'papers':>8} {'rejected':>9} {'slowest ms':>11} {'CPU s':>7}  errors")
    for parser in parsers:
        tally = fuzz(parser, chosen.inputs, chosen.seed)
        took = time.process_time() - tally.started
        counts = f"{tally.inputs:8} {tally.papers:8} {tally.rejected:9}"
        print(f"{parser.name:12} {counts} {tally.slowest * 1000:11.1f} {took:7.1f}  0", flush=True)


if __name__ == "__main__":
    main()
