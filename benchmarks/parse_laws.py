"""Check the laws of positions on test suites of others and on whole help centres.

Usage: python benchmarks/parse_laws.py    (reads $KBTOOL_DATA, default ../shared/data)

Prints how many texts were parsed, how many broke a law, and parsing speed beside plain
markdown-it-py on the same files.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from markdown_it import MarkdownIt

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("KBTOOL_DATA", ROOT.parent / "shared" / "data"))
sys.path.insert(0, str(ROOT / "tests" / "parse"))

from parse_laws import check_laws  # noqa: E402 - lives beside the tests that share it

from kbtool.testing import parse  # noqa: E402 - after the path is set


def variants(text: str) -> Iterator[str]:
    """Yield a text as it is, with Windows line ends, in a quote, in a list, in HTML."""
    yield text
    yield text.replace("\n", "\r\n")
    yield "> " + text.replace("\n", "\n> ")
    yield "1. " + text.replace("\n", "\n   ")
    yield f"<div>\n{text}\n</div>"


def run(name: str, texts: list[str]) -> int:
    """Print how many variants of texts kept the laws; returns how many did not."""
    tried = broken = 0
    for text in texts:
        for variant in variants(text):
            tried += 1
            try:
                check_laws(variant)
            except Exception as error:  # noqa: BLE001 - anything raised breaks the first law
                broken += 1
                print(f"  {type(error).__name__}: {str(error)[:120]} in {variant[:60]!r}")
    print(f"{name:<28} {tried:>7,} texts  {broken:>3} broke a law")
    return broken


def compare_speed(texts: list[str]) -> None:
    """Print files per CPU second beside plain markdown-it-py with tables."""
    plain = MarkdownIt("commonmark").enable("table")
    rates = {}
    for name, function in (("markdown-it-py", plain.parse), ("kbtool.parse", parse)):
        start = time.process_time()
        for text in texts:
            function(text)
        rates[name] = len(texts) / (time.process_time() - start)
    ratio = rates["kbtool.parse"] / rates["markdown-it-py"]
    print(f"files per CPU second: {rates}; kbtool with sentences is {ratio:.2f} of plain parsing")


def main() -> int:
    """Run all suites; exit code 1 when a law is broken."""
    suites = DATA / "suites"
    spec = [e["markdown"] for e in json.loads((suites / "commonmark_0.31.json").read_text())]
    naughty = json.loads((suites / "naughty_strings.json").read_text())
    gfm = (suites / "gfm_extensions.txt").read_text().split("````````````````````````````````")
    files = sorted((DATA / "corpora").rglob("*.md"))
    corpus = [path.read_text(encoding="utf-8") for path in files]
    broken = run("CommonMark 0.31 examples", spec)
    broken += run("GFM extension tests", gfm)
    broken += run("naughty strings", [text for text in naughty if isinstance(text, str)])
    broken += run("Arduino help centre", corpus)
    compare_speed(corpus)
    return 1 if broken else 0


if __name__ == "__main__":
    sys.exit(main())
