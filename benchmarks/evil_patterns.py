"""Print how long patterns take that are made to hang a search, beside the module re.

    python benchmarks/evil_patterns.py

Each pattern searches a text of n, 2n and 4n characters that it almost matches. kbtool gives up
after ``SECONDS`` of CPU time and a microsecond for each character; re, which cannot be told to, is
killed after PATIENCE seconds, and asked for n characters alone. Text and patterns are in
tests/language/evil_patterns.txt.
"""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from kbtool.errors import SlowPatternError
from kbtool.language.user_patterns import SECONDS, compile_pattern

N = 2_000
PATIENCE = 2.0
PATTERNS = Path(__file__).parents[1] / "tests" / "language" / "evil_patterns.txt"
BASELINE = """
import re, sys
list(re.compile(sys.argv[1], re.MULTILINE).finditer(sys.argv[2]))
"""


def search(pattern: str, text: str) -> tuple[float, str]:
    """CPU seconds of kbtool's search, and what came of it."""
    compiled = compile_pattern(pattern)
    begun = time.process_time()
    try:
        outcome = str(len(compiled.find(text)))
    except SlowPatternError:
        outcome = "given up"
    return time.process_time() - begun, outcome


def search_with_re(pattern: str, text: str) -> str:
    """Seconds that re takes in a process of its own, or that it was killed."""
    begun = time.monotonic()
    try:
        done = subprocess.run(
            [sys.executable, "-c", BASELINE, pattern, text],
            timeout=PATIENCE,
            check=False,
            capture_output=True,
        )
    except subprocess.TimeoutExpired:
        return f"killed after {PATIENCE:.0f} s"
    return "no pattern to re" if done.returncode else f"{time.monotonic() - begun:.2f} s"


def main() -> None:
    """Print the table and its sum."""
    total = slow = 0.0
    rows = [line.split("\t") for line in PATTERNS.read_text(encoding="utf-8").splitlines()]
    print(f"| pattern | {N:,} | {2 * N:,} | {4 * N:,} | re, {N:,} |")
    print("| --- | --- | --- | --- | --- |")
    for pattern, unit, end in rows:
        texts = [unit * (size // len(unit)) + end for size in (N, 2 * N, 4 * N)]
        results = [search(pattern, text) for text in texts]
        total += sum(seconds for seconds, _ in results)
        slow = max(slow, *(seconds for seconds, _ in results))
        cells = " | ".join(f"{seconds:.2f} s, {outcome}" for seconds, outcome in results)
        shown = pattern.replace("|", "\\|")
        print(f"| `{shown}` | {cells} | {search_with_re(pattern, texts[0])} |", flush=True)
    print(
        f"\n{len(rows)} patterns, {3 * len(rows)} searches: {total:.1f} s of CPU time; the slowest "
        f"took {slow:.2f} s (limit {SECONDS} s and a microsecond a character)."
    )


if __name__ == "__main__":
    main()
