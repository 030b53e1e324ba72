"""Prints how often the kind of fact that a question asks for is told right.

    python benchmarks/asked_types.py [--half "held out"] [--misses] [FURTHER.jsonl ...]

``asked_types.jsonl`` holds questions of BANKING77 (CC BY 4.0, PolyAI; test part, drawn with a
seed), and short ones as people type them into a search box (the set "short", made up by us), all
labelled by hand before any form was written. A question has all kinds that a fair reader
would accept, the likeliest first; "" says that it asks for none. Every second one was tuned on;
figures are from the others. *Precision* is the share of told kinds that are accepted, *recall*
the share of questions of a kind (by their first label) for which an accepted one was told.
The baseline takes the first of the words how long, how much, how many, when, where, who, why, how
and can/is/do as its word.
"""

from __future__ import annotations

import argparse
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from kbtool.language.asked_types import find_asked_type
from kbtool.model import Fact

OWN = Path(__file__).with_name("asked_types.jsonl")
KEYWORDS = (
    (Fact.DURATION, r"how long"), (Fact.AMOUNT, r"how much"), (Fact.LIMIT, r"how many"),
    (Fact.TIME, r"when"), (Fact.PLACE, r"where"), (Fact.PERSON, r"who"), (Fact.CAUSE, r"why"),
    (Fact.STEPS, r"how"), (Fact.ANSWER, r"can|could|is|are|do|does|will"),
)  # fmt: skip

Rows = list[Mapping[str, Any]]


def main() -> None:
    """Print one table for each set of labels."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("further", nargs="*", type=Path)
    parser.add_argument("--half", default="held out")
    parser.add_argument("--misses", action="store_true")
    arguments = parser.parse_args()
    sets: dict[str, Rows] = {}
    for path in (OWN, *arguments.further):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["half"] == arguments.half:
                sets.setdefault(row.get("set", "banking77"), []).append(row)
    for name, rows in sets.items():
        print(f"\n{name}, {arguments.half}: {len(rows)} questions")
        for method, tell in (("first keyword", tell_by_keyword), ("kbtool", find_asked_type)):
            print_table(method, rows, tell)
        if arguments.misses:
            print_misses(rows)


def tell_by_keyword(text: str) -> Fact | None:
    """Kind by the first keyword in a text."""
    found = [
        (match.start(), fact)
        for fact, word in KEYWORDS
        if (match := re.search(rf"\b(?:{word})\b", text, re.IGNORECASE))
    ]
    return min(found, key=lambda pair: pair[0])[1] if found else None


def print_table(method: str, rows: Rows, tell: Callable[[str], Fact | None]) -> None:
    """Print precision and recall, over all kinds and for each."""
    told = [(tell(row["text"]) or "", row["asks"]) for row in rows]
    print(f"{method:<14} {'precision':>12} {'recall':>12}")
    for kind in ("all", *Fact):
        own = [pair for pair in told if pair[0] and kind in ("all", pair[0])]
        asked = [pair for pair in told if pair[1][0] and kind in ("all", pair[1][0])]
        right = share(guess in labels for guess, labels in own)
        found = share(guess in labels for guess, labels in asked)
        print(f"  {kind:<12} {right:>12} {found:>12}")


def share(outcomes: Iterable[bool]) -> str:
    """Right ones of all, with the share."""
    counts = Counter(outcomes)
    total = counts.total()
    return f"{counts[True]}/{total} {counts[True] / total:.2f}" if total else "-"


def print_misses(rows: Rows) -> None:
    """Print each question of which an unaccepted kind was told."""
    for row in rows:
        guess = find_asked_type(row["text"]) or ""
        if guess not in row["asks"]:
            print(f"  {guess or '-':<10} not {row['asks']}: {row['text'][:90]}")


if __name__ == "__main__":
    main()
