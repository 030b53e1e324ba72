"""Check the laws of chunks on whole help centres, and on test suites of Markdown.

Usage: python benchmarks/chunk_laws.py [FOLDER ...]   (default: all of $KBTOOL_DATA)

Prints for each folder how many articles were cut, how many broke a law (a word lost, ids that are
not unique, chunks that are too long), how long the chunks are in words, and articles a second.
For suites it prints how many texts broke a law: each as it is, with Windows line ends, in a quote,
in a list, in HTML and as a page of HTML, cut in three sizes.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KBTOOL_DATA", ROOT.parent / "shared" / "data"))
sys.path.insert(0, str(ROOT / "tests" / "export"))

from export_laws import check_laws  # noqa: E402 - lives beside the tests that share it

from kbtool.articles import load_articles  # noqa: E402 - after the path is set
from kbtool.export import ChunkOptions, chunk_articles  # noqa: E402 - as above
from kbtool.model import Article, Source  # noqa: E402 - as above
from kbtool.parse import parse_html  # noqa: E402 - as above
from kbtool.testing import parse  # noqa: E402 - as above


def run(folder: Path) -> int:
    """Print how the chunks of a folder came out; returns the number of articles at fault."""
    articles = load_articles([folder]).articles
    start = time.process_time()
    chunks = list(chunk_articles(articles))
    rate = len(articles) / max(time.process_time() - start, 1e-9)
    broken = 0
    for article in articles:
        try:
            check_laws(article)
        except AssertionError as error:
            broken += 1
            print(f"  {article.path}: {str(error)[:200]}")
    repeated = sum(n > 1 for n in Counter(chunk.id for chunk in chunks).values())
    sizes = sorted(chunk.words for chunk in chunks) or [0]
    marks = ", ".join(f"{share:.0%} {sizes[int(share * (len(sizes) - 1))]}" for share in SHARES)
    print(
        f"{folder.name}: {len(articles):,} articles, {broken} broke a law, {len(chunks):,} chunks, "
        f"{repeated} ids twice; words {marks}; {rate:,.0f} articles a CPU second"
    )
    return broken + repeated


def run_suite(name: str, texts: list[str]) -> int:
    """Print how many variants of texts broke a law; returns their number."""
    tried = broken = 0
    for text in texts:
        for article in _variants(text):
            for size in SIZES:
                tried += 1
                try:
                    check_laws(article, size)
                except Exception as error:  # noqa: BLE001 - anything raised breaks a law
                    broken += 1
                    print(f"  {type(error).__name__}: {str(error)[:120]} in {text[:60]!r}")
    print(f"{name}: {tried:,} articles, {broken} broke a law")
    return broken


def _variants(text: str) -> Iterator[Article]:
    yield parse(text)
    yield parse(text.replace("\n", "\r\n"))
    yield parse("> " + text.replace("\n", "\n> "))
    yield parse("1. " + text.replace("\n", "\n   "))
    yield parse(f"<div>\n{text}\n</div>")
    yield parse_html(Source("a.html", text), "en")


def run_suites(folder: Path) -> int:
    """Number of texts at fault in the suites of a folder."""
    spec = json.loads((folder / "commonmark_0.31.json").read_text(encoding="utf-8"))
    naughty = json.loads((folder / "naughty_strings.json").read_text(encoding="utf-8"))
    broken = run_suite("CommonMark 0.31", [example["markdown"] for example in spec])
    broken += run_suite("CommonMark 0.31 as HTML", [example["html"] for example in spec])
    return broken + run_suite("naughty strings", [t for t in naughty if isinstance(t, str)])


SIZES = (ChunkOptions(), ChunkOptions(20, 0), ChunkOptions(60, 30))
SHARES = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)


def main() -> int:
    """Check all folders; exit code 1 when a law is broken."""
    named = [Path(name) for name in sys.argv[1:]]
    folders = named or sorted(path for path in (DATA / "corpora").iterdir() if path.is_dir())
    broken = sum(map(run, folders))
    if not named:
        broken += run_suites(DATA / "suites")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
