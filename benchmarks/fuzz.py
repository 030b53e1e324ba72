"""Feed readers with random input and count what breaks a promise.

Usage: python benchmarks/fuzz.py [--seconds 60] [--only NAME,NAME] [--seed N] [--atheris]

Prints for each target how many inputs it was given, how many broke a promise (with the input, ready
to become a regression test), inputs a CPU second and the slowest input. Inputs are made by the
strategies in tests/fuzzing from random bytes, so the same seed gives the same inputs. --atheris,
where that is installed, lets coverage guide the bytes of one target instead.
"""

from __future__ import annotations

import argparse
import logging
import random
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "tests" / "fuzzing"))

from fuzz_targets import TARGETS  # noqa: E402 - lives beside the tests that share it

_BYTES = 1_024  # that an input is made from; longer ones are seldom used up
_SHOWN = 5  # broken promises shown in full


class Tally:
    """What came of the inputs of one target."""

    def __init__(self, name: str) -> None:
        """Start at nothing."""
        self.name = name
        self.tried = self.broken = 0
        self.spent = self.slowest = 0.0  # CPU seconds inside the reader
        self.slow: Any = None

    def run(self, value: Any, *, let_go: bool = False) -> None:
        """Try one input; what it raises is counted, and raised again if ``let_go``."""
        start = time.process_time()
        try:
            TARGETS[self.name].check(value)
        except Exception as error:
            self.broken += 1
            if self.broken <= _SHOWN:
                print(f"  {self.name}: {type(error).__name__}: {str(error)[:200]}\n    {value!r}")
            if let_go:
                raise
        took = time.process_time() - start
        self.tried += 1
        self.spent += took
        if took > self.slowest:
            self.slowest, self.slow = took, value

    def row(self) -> str:
        """The line of the table."""
        rate = self.tried / max(self.spent, 1e-9)
        slow = repr(self.slow)
        return (
            f"{self.name:<14} {self.tried:>10,} {self.broken:>7,} {rate:>9,.0f} "
            f"{1000 * self.slowest:>8,.1f} ms  {slow[:70]}{'…' if len(slow) > 70 else ''}"
        )


def make_fuzzer(tally: Tally, *, let_go: bool = False) -> Callable[[bytes], object]:
    """Function that makes an input from bytes and tries it."""

    @settings(database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
    @given(TARGETS[tally.name].inputs)
    def attempt(value: Any) -> None:
        tally.run(value, let_go=let_go)

    feed: Callable[[bytes], object] = attempt.hypothesis.fuzz_one_input
    return feed


def fuzz(name: str, seconds: float, seed: int) -> Tally:
    """Try inputs for so many CPU seconds."""
    tally = Tally(name)
    feed = make_fuzzer(tally)
    chance = random.Random(f"{seed} {name}")
    end = time.process_time() + seconds
    while time.process_time() < end:
        feed(chance.randbytes(chance.randint(8, _BYTES)))
    return tally


def guide(name: str, seconds: float) -> None:
    """Hand one target to atheris, which ends the process itself."""
    import atheris  # noqa: PLC0415 - installed by few

    feed = make_fuzzer(Tally(name), let_go=True)
    atheris.Setup([sys.argv[0], f"-max_total_time={seconds:.0f}"], feed)
    atheris.Fuzz()


def main() -> int:
    """Run as the command line says; 1 where a promise was broken."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--seconds", type=float, default=60, help="CPU time of each target")
    parser.add_argument("--only", default=",".join(TARGETS), help="targets, joined by commas")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--atheris", action="store_true", help="guided by coverage; one target")
    options = parser.parse_args()
    names = options.only.split(",")
    logging.disable()  # what libraries say of odd input is not asked for
    if options.atheris:
        guide(names[0], options.seconds)
    print(f"{'target':<14} {'inputs':>10} {'broken':>7} {'a second':>9} {'slowest':>11}  input")
    tallies = []
    for name in names:
        tallies.append(fuzz(name, options.seconds, options.seed))
        print(tallies[-1].row(), flush=True)
    tried, broken = (sum(getattr(t, key) for t in tallies) for key in ("tried", "broken"))
    print(f"{'all':<14} {tried:>10,} {broken:>7,}")
    return int(broken > 0)


if __name__ == "__main__":
    sys.exit(main())
