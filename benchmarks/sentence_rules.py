"""Score and speed of the segmenter on the golden rules, beside textstat and pysbd.

Usage: python benchmarks/sentence_rules.py [--show]

Reads suites/sentence_golden_rules.json and the articles below corpora/ from the folder named by
KBTOOL_DATA, by default shared/data beside the project. pysbd is compared where it is installed.
"""

from __future__ import annotations

import json
import os
import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import textstat

from kbtool.parse.sentences import split_sentences
from kbtool.parse.words import count_words

try:
    import pysbd
except ImportError:
    pysbd = None

DATA = Path(os.environ.get("KBTOOL_DATA", Path(__file__).parents[2] / "shared" / "data"))
PYSBD_CODES = {"english": "en", "deutsch": "de", "french": "fr", "spanish": "es"} | {
    "japanese": "ja",
    "chinese": "zh",
    "italian": "it",
}

Splitter = Callable[[str], list[str]]


def main() -> None:
    """Print scores per language, then throughput."""
    rules = json.loads((DATA / "suites" / "sentence_golden_rules.json").read_text("utf-8"))
    print("Golden rules: exact sentences (and right number of sentences)")
    print(f"{'language':10} {'rules':>5} {'kbtool':>10} {'textstat':>10} {'pysbd':>10}")
    for language, cases in rules.items():
        print(f"{language:10} {len(cases):5} {_score_row(language, cases)}")
    if "--show" in sys.argv:
        _show_misses(rules)
    _print_speed()


def _split(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text)]


def _make_pysbd(language: str) -> Splitter | None:
    if pysbd is None:
        return None
    segmenter = pysbd.Segmenter(language=PYSBD_CODES[language], clean=False)
    return lambda text: [sentence.strip() for sentence in segmenter.segment(text)]


def _score_row(language: str, cases: list[dict[str, list[str]]]) -> str:
    # textstat tells the number of sentences, not where they stand.
    counted = sum(textstat.sentence_count(case["text"]) == len(case["sentences"]) for case in cases)
    split = _make_pysbd(language)
    theirs = _score(split, cases) if split else "-"
    return f"{_score(_split, cases):>10} {f'({counted})':>10} {theirs:>10}"


def _score(split: Splitter, cases: list[dict[str, list[str]]]) -> str:
    results = [(split(case["text"]), case["sentences"]) for case in cases]
    exact = sum(found == expected for found, expected in results)
    counted = sum(len(found) == len(expected) for found, expected in results)
    return f"{exact} ({counted})"


def _show_misses(rules: dict[str, list[dict[str, list[str]]]]) -> None:
    for language, cases in rules.items():
        for case in cases:
            if (found := _split(case["text"])) != case["sentences"]:
                print(
                    f"\n{language}: {' | '.join(found)}\nexpected: {' | '.join(case['sentences'])}"
                )


def _print_speed() -> None:
    articles = sorted((DATA / "corpora").glob("**/*.md"))
    text = "\n\n".join(path.read_text("utf-8", errors="replace") for path in articles)
    # Each block once: textstat remembers the answers for texts that it has seen.
    blocks = sorted({block.strip() for block in re.split(r"\n\s*\n|\n(?=[-*#\d])", text)} - {""})
    kilobytes = sum(len(block.encode()) for block in blocks) / 1000
    print(f"\nThroughput on {len(blocks)} blocks of articles, {kilobytes:.0f} kB")
    tasks = {
        "kbtool split_sentences": (split_sentences, blocks),
        "textstat sentence_count": (textstat.sentence_count, blocks),
        "kbtool count_words": (count_words, blocks),
        "textstat lexicon_count": (textstat.lexicon_count, blocks),
    }
    if segment := _make_pysbd("english"):
        tasks["pysbd segment (500 blocks)"] = (segment, blocks[:: max(1, len(blocks) // 500)])
    rates = {name: _measure(function, sample) for name, (function, sample) in tasks.items()}
    for name, rate in rates.items():
        is_count = "count_words" in name or "lexicon" in name
        base = rates["textstat lexicon_count" if is_count else "textstat sentence_count"]
        print(f"{name:28} {rate:9.0f} kB/s {rate / base:7.2f} x textstat")


def _measure(function: Callable[[str], object], blocks: Iterable[str]) -> float:
    """Kilobytes per second of processor time, compiling left out."""
    sample = list(blocks)
    function("Warm up > first. Then measure.")
    start = time.process_time()
    for block in sample:
        function(block)
    return sum(len(block.encode()) for block in sample) / 1000 / (time.process_time() - start)


if __name__ == "__main__":
    main()
