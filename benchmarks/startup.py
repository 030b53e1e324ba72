"""Print how long commands take to start, in times of a Python that does nothing.

    python benchmarks/startup.py

Each command runs in a process of its own, all of them by turns so that a busy machine slows all
alike; the quickest of ROUNDS runs counts, after one that leaves compiled modules behind, as an
installation does. CPU time is that of the process and tells more than wall time where other work
goes on.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import NamedTuple

ROUNDS = 15
TARGET = 10.0  # lint on one article, in times of a Python that does nothing

ARTICLE = """\
---
title: Get a refund
---

Ask for a refund in the app within **14 days**.

1. Open **Orders**.
2. Select the order, then [Refund](https://example.com/refund).

Money takes up to five days to arrive. If it does not, write to us.
"""

NOTHING = "python -c pass"
DEPENDENCIES = "import markdown_it, click"
FRESH = "kbtool lint (one article, nothing kept)"
KEPT = "kbtool lint (one article, from the cache)"


class Cost(NamedTuple):
    """Seconds that a process took."""

    wall: float
    cpu: float


def commands(article: str) -> dict[str, list[str]]:
    """Command lines by the name to print."""
    python = sys.executable
    kbtool = [python, "-m", "kbtool"]
    return {
        NOTHING: [python, "-c", "pass"],
        f"python -c '{DEPENDENCIES}'": [python, "-c", DEPENDENCIES],
        "kbtool --version": [*kbtool, "--version"],
        FRESH: [*kbtool, "lint", "-q", "--no-cache", article],
        KEPT: [*kbtool, "lint", "-q", article],
        "kbtool readability (one article)": [*kbtool, "readability", article],
    }


def measure(command: list[str], cache: Path) -> Cost:
    """What one run of a command costs, with compiled modules kept in ``cache``."""
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    environment["PYTHONPYCACHEPREFIX"] = str(cache)
    before, began = os.times(), time.perf_counter()
    subprocess.run(command, capture_output=True, check=False, env=environment)
    wall, after = time.perf_counter() - began, os.times()
    user = after.children_user - before.children_user
    return Cost(wall, user + after.children_system - before.children_system)


def main() -> None:
    """Print the table."""
    with tempfile.TemporaryDirectory() as folder:
        article = Path(folder, "refund.md")
        article.write_text(ARTICLE, encoding="utf-8")
        lines = commands(str(article))
        runs: dict[str, list[Cost]] = {name: [] for name in lines}
        for _ in range(ROUNDS + 1):
            for name, command in lines.items():
                runs[name].append(measure(command, Path(folder)))
    best = {
        name: Cost(min(cost.wall for cost in costs), min(cost.cpu for cost in costs))
        for name, (_, *costs) in runs.items()
    }
    base = best[NOTHING]
    print(f"{'':<46} {'wall ms':>8} {'times':>6} {'CPU ms':>8}")
    for name, cost in best.items():
        print(
            f"{name:<46} {cost.wall * 1000:>8.0f} {cost.wall / base.wall:>6.1f} "
            f"{cost.cpu * 1000:>8.0f}"
        )
    for name in (FRESH, KEPT):
        ratio = best[name].wall / base.wall
        verdict = "kept" if ratio <= TARGET else "missed"
        print(f"{name}: {ratio:.1f} times doing nothing; {TARGET:.0f}: {verdict}")


if __name__ == "__main__":
    main()
