"""Prints how well kbtool matches, learns, groups and finds gaps, beside plain baselines.

    python -m benchmarks.gap_engine [--only NAME,NAME] [--sets NAME,NAME] [--seeds 3] [--parts WORD]

Nothing is written. The labelled sets are read from ``$KBTOOL_DATA``; without that variable, from
``shared/data`` beside the project's folder. Each measure is a module of this folder and says in its
first lines what it counts.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Callable, Sequence
from importlib import import_module

from threadpoolctl import threadpool_limits

from benchmarks.gap_engine.baselines import print_missing
from benchmarks.gap_engine.data import SETS

MEASURES = (
    "retrieval",
    "learning",
    "gaps",
    "confidence",
    "thresholds",
    "clusters",
    "calibration",
    "ablation",
)


def main() -> None:
    """Print the tables of the measures that are asked for."""
    arguments = read_arguments()
    print_missing()
    # One thread: several are slower on matrices of this size, and may round differently.
    with threadpool_limits(limits=1):
        for name in arguments.only:
            started = time.process_time()
            measure: Callable[[argparse.Namespace], None]
            measure = import_module(f"benchmarks.gap_engine.{name}").measure
            measure(arguments)
            print(f"({name}: {time.process_time() - started:.0f} s of processor time)\n")


def read_arguments() -> argparse.Namespace:
    """Measures, sets and seeds of the command line."""
    parser = argparse.ArgumentParser("python -m benchmarks.gap_engine", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    parser.add_argument("--only", type=_one_of(MEASURES), default=MEASURES, metavar="NAMES")
    parser.add_argument("--sets", type=_one_of(SETS), default=SETS, metavar="NAMES")
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--parts", default="", help="ablation: only those with this in their name")
    parser.add_argument("--most", type=int, default=500, help="ablation: questions of a set")
    return parser.parse_args()


def _one_of(known: Sequence[str]) -> Callable[[str], Sequence[str]]:
    def read(value: str) -> Sequence[str]:
        names = value.split(",")
        if unknown := set(names).difference(known):
            raise argparse.ArgumentTypeError(f"{unknown.pop()} is none of {', '.join(known)}")
        return names

    return read


if __name__ == "__main__":
    main()
