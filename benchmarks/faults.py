"""Kill commands at random moments and see that nothing is lost.

Usage: python benchmarks/faults.py [--times 100] [--only NAME,NAME] [--seed N]

Prints for each command how often it was killed, how often that was halfway through its writing,
and how often something was lost, half-written or not mended by the next run.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "faults"))

from killing import STORIES, kill_often  # noqa: E402 - lives beside the tests that share it


def main() -> int:
    """Run as the command line says; 1 where something was lost."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--only", default=",".join(STORIES), help="commands, joined by commas")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    print(f"{'command':<10} {'runs':>5} {'killed':>7} {'halfway':>8} {'lost':>5}")
    lost = 0
    for name in options.only.split(","):
        killed = halfway = broken = 0
        for number in range(options.times):
            with tempfile.TemporaryDirectory() as folder:
                try:
                    kills = kill_often(STORIES[name], Path(folder), 1, options.seed + number)
                except AssertionError as error:
                    broken += 1
                    print(f"  {name}, seed {options.seed + number}: {str(error)[:300]}")
                    continue
                killed += kills.in_time
                halfway += kills.halfway
        lost += broken
        print(f"{name:<10} {options.times:>5} {killed:>7} {halfway:>8} {broken:>5}", flush=True)
    return int(lost > 0)


if __name__ == "__main__":
    sys.exit(main())
