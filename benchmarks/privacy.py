"""Precision and recall of masking on labelled strings, and what it masks in real questions.

Usage: python benchmarks/privacy.py [--show] [--logs]

``privacy_strings.jsonl`` holds invented strings with the places of personal data, and look-alikes
without, in parts. "tuned" was looked at while patterns were mended. "held out" was written
before the patterns and not looked at then; who mended them later had read it. "unseen" was written
after the patterns, as customers of companies in 20 countries write, and run once: nothing was
mended for it since. A string that a pattern is mended for moves to "tuned", so that the last figure
stays what strings meet that nobody thought of.

The "second set" was written without a look at the patterns, run once, and patterns were mended for
it afterwards. Its strings all stay there, and what it showed at first sight is kept in FIRST_SEEN:
only that figure says what strings meet that nobody thought of. The "third set" was written after
that mending, by whoever had just done it, and treated alike.

``--show`` lists mistakes in the first part. ``--logs`` counts maskings in the questions of the
folder named by KBTOOL_DATA (default: shared/data beside the project), which hold no personal data
or have it masked already, so that nearly all of them are mistakes.
"""

from __future__ import annotations

import argparse
import json
import os
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from kbtool.questions import read_questions
from kbtool.questions.choices import Choices
from kbtool.questions.masking import Span, mask_text

STRINGS = Path(__file__).with_name("privacy_strings.jsonl")
DATA = Path(os.environ.get("KBTOOL_DATA", Path(__file__).parents[2] / "shared" / "data"))
PARTS = ("tuned", "held out", "unseen", "second set", "third set")
FIRST_SEEN = {
    "second set": "recall .882 (120 of 136 places), precision .984 (2 wrong), before any mending",
    "third set": "recall .871 (54 of 62 places), precision 1.000, after mending for the second",
}


class Example(NamedTuple):
    """A string, and where personal data stands in it."""

    part: str  # one of PARTS
    text: str
    spans: tuple[Span, ...]


class Score(NamedTuple):
    """Places found, missed and made up, by kind."""

    hits: Counter[str]
    missed: Counter[str]
    wrong: Counter[str]
    mistakes: list[str]


def main() -> None:
    """Print a table for each part, and counts for logs where wished."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--show", action="store_true")
    parser.add_argument("--logs", action="store_true")
    choices = parser.parse_args()
    examples = list(read_examples())
    plain = sum(not example.spans for example in examples)
    print(f"{len(examples)} strings, {plain} of them without personal data")
    for part in PARTS:
        found = score(example for example in examples if example.part == part)
        strings = sum(example.part == part for example in examples)
        print(f"\n{part}: {strings} strings")
        if part in FIRST_SEEN:
            print(f"at first sight: {FIRST_SEEN[part]}")
        print_table(found)
        if choices.show and part == PARTS[0]:
            print("\n".join(found.mistakes))
    if choices.logs:
        count_logs()


def read_examples() -> Iterator[Example]:
    """All labelled strings."""
    for line in STRINGS.read_text("utf-8").splitlines():
        row = json.loads(line)
        yield Example(row["part"], row["text"], tuple(Span(*span) for span in row["spans"]))


def score(examples: Iterable[Example]) -> Score:
    """Places told apart.

    A place is found where every letter and digit of it is masked, whatever kind it was taken for.
    What is masked is right where at least half of its letters and digits are personal data.
    """
    result = Score(Counter(), Counter(), Counter(), [])
    for example in examples:
        masked = mask_text(example.text).spans
        for span in example.spans:
            found = signs(example.text, [span]) <= signs(example.text, masked)
            (result.hits if found else result.missed)[span.kind] += 1
            if not found:
                result.mistakes.append(f"  missed {span.kind}: {example.text}")
        for span in masked:
            places = signs(example.text, [span])
            if 2 * len(places & signs(example.text, example.spans)) < len(places):
                result.wrong[span.kind] += 1
                told = example.text[span.start : span.end]
                result.mistakes.append(f"  wrong {span.kind}: {told!r} in {example.text}")
    return result


def signs(text: str, spans: Iterable[Span]) -> set[int]:
    """Places of letters and digits within spans."""
    return {at for span in spans for at in range(span.start, span.end) if text[at].isalnum()}


def print_table(found: Score) -> None:
    """Precision and recall by kind, and for all."""
    print(f"{'':<14} {'places':>6} {'missed':>6} {'wrong':>6} {'precision':>9} {'recall':>7}")
    for kind in sorted({*found.hits, *found.missed, *found.wrong}):
        print_row(kind, found.hits[kind], found.missed[kind], found.wrong[kind])
    print_row("all", found.hits.total(), found.missed.total(), found.wrong.total())


def print_row(name: str, hits: int, missed: int, wrong: int) -> None:
    """One line of the table."""
    precision = f"{hits / (hits + wrong):.3f}" if hits + wrong else "-"
    recall = f"{hits / (hits + missed):.3f}" if hits + missed else "-"
    print(f"{name:<14} {hits + missed:>6} {missed:>6} {wrong:>6} {precision:>9} {recall:>7}")


def count_logs() -> None:
    """Print what is masked in each log, with examples."""
    for path in sorted(DATA.glob("*/*questions*.jsonl")) or sorted(DATA.glob("*/*.jsonl")):
        log = read_questions([path], choices=Choices(mask=False))
        started = time.perf_counter()
        masked = [(question.text, mask_text(question.text)) for question in log.questions]
        each = (time.perf_counter() - started) / len(masked) * 1e6
        counts = Counter(span.kind for _, one in masked for span in one.spans)
        print(f"\n{path.parent.name}/{path.name}: {len(masked):,} questions, {each:.1f} µs each")
        print(f"  {sum(counts.values())} masked: {dict(counts.most_common())}")
        for text, one in masked:
            for span in one.spans:
                around = text[max(0, span.start - 30) : span.end + 20]
                print(f"    {span.kind}: {text[span.start : span.end]!r} in …{around}…")


if __name__ == "__main__":
    main()
