"""Check the laws of chunks on whole help centres.

Usage: python benchmarks/chunk_laws.py [FOLDER ...]   (default: all of $KBTOOL_DATA/corpora)

Prints for each folder how many articles were cut, how many broke a law (a word lost, ids that are
not unique, chunks that are too long), how long the chunks are in words, and articles a second.
"""

from __future__ import annotations

import os
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KBTOOL_DATA", ROOT.parent / "shared" / "data"))
sys.path.insert(0, str(ROOT / "tests" / "export"))

from export_laws import check_laws  # noqa: E402 - lives beside the tests that share it

from kbtool.articles import load_articles  # noqa: E402 - after the path is set
from kbtool.export import chunk_articles  # noqa: E402 - as above


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


SHARES = (0.0, 0.05, 0.25, 0.5, 0.75, 0.95, 1.0)


def main() -> int:
    """Check all folders; exit code 1 when a law is broken."""
    named = [Path(name) for name in sys.argv[1:]]
    folders = named or sorted(path for path in (DATA / "corpora").iterdir() if path.is_dir())
    return int(sum(map(run, folders)) > 0)


if __name__ == "__main__":
    sys.exit(main())
