"""Prints how right seeded tests are, how alone tests are judged, and how robust, on labelled sets.

    PYTHONPATH=. python benchmarks/question_tests.py

Reads `$KBTOOL_DATA`. For each set, questions seed tests as `kbtool test --seed` does. Columns:

- *right*: seeds whose article is one that answers the question by its label; *base*: the same for
  all questions of the log that kbtool would answer, what a seed drawn at random would be.
- *as alone*: of up to 12 seeds, those that find the same article, and with the same decision, in
  rounds as when each is asked in a run of its own; *at once*: the same with all in one run.
- *robust*: share of variants that still pass, and the same by kind.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Sequence

from benchmarks.gap_engine.data import Labelled, load
from kbtool.health import QuoteOptions, guard_quotes
from kbtool.matching import GapOptions, answer_questions, find_gaps
from kbtool.model import Decision, QuestionLog
from kbtool.questiontests import judging
from kbtool.questiontests.doubting import Doubter
from kbtool.questiontests.judging import Bench, judge
from kbtool.questiontests.robustness import measure_robustness
from kbtool.questiontests.seeding import Seed, find_seeds, find_unsure, keep_most
from kbtool.questiontests.values import Case, Kind, Result

_SETS = ("stackfaq", "banking77", "hwu64")
_MOST = 600  # questions of a set
_ALONE = 12
_OPTIONS = GapOptions()


def main() -> None:
    """Print a table, then the kinds of variants."""
    print("| set | seeds | articles | right | base | as alone | at once | robust | seconds |")
    print("| --- | --- | --- | --- | --- | --- | --- | --- | --- |")
    kinds: dict[str, Counter[str]] = {}
    for name in _SETS:
        print(measure(load(name).sample(_MOST), kinds))
    print("\n| set | " + " | ".join(next(iter(kinds.values()))) + " |")
    for name, shares in kinds.items():
        print(f"| {name} | " + " | ".join(f"{share}%" for share in shares.values()) + " |")


def measure(data: Labelled, kinds: dict[str, Counter[str]]) -> str:
    """A row of the table; shares of variants by kind go to ``kinds``."""
    seeds = choose(data)
    bench = Bench(data.kb, data.questions, (), _OPTIONS)
    cases = [seed.case for seed in seeds]
    started = time.perf_counter()
    results = judge(bench, cases)
    seconds = time.perf_counter() - started
    right = sum(seed.article in gold_of(data, seed) for seed in seeds)
    robustness = measure_robustness(bench, results)
    number = Counter(variant.change for variant in robustness.variants)
    held = Counter(variant.change for variant in robustness.variants if variant.held)
    kinds[data.name] = Counter({kind: round(100 * held[kind] / number[kind]) for kind in number})
    few = cases[:: max(1, len(cases) // _ALONE)][:_ALONE]
    alone = [judge(bench, [case])[0] for case in few]
    return (
        f"| {data.name} | {len(seeds)} | {len({seed.article for seed in seeds})} "
        f"| {right / len(seeds):.1%} | {base_of(data):.1%} "
        f"| {agree(alone, judge(bench, few))} | {agree(alone, at_once(bench, few))} "
        f"| {robustness.score:.1%} | {seconds:.1f} |"
    )


def choose(data: Labelled) -> list[Seed]:
    """Seeds without those that fail, as no agent named their article."""
    report = find_gaps(data.kb, data.questions)
    shown, log = guard_quotes(report, QuestionLog(data.questions), QuoteOptions())
    doubter = Doubter(data.kb, report, data.questions, {})
    choice = find_seeds(shown, log.questions, data.kb, 6, doubter)
    seeds = [seed for seed in choice.seeds if seed.kind is Kind.ASKS]
    bench = Bench(data.kb, data.questions, (), _OPTIONS)
    results = judge(bench, [seed.case for seed in seeds])
    passed = [seed for seed, result in zip(seeds, results, strict=True) if result.passed]
    unsure = find_unsure(passed, results)
    return list(keep_most([seed for seed in passed if seed.case not in unsure], 3))


def gold_of(data: Labelled, seed: Seed) -> frozenset[str]:
    """Articles that answer a seed's question."""
    words = " ".join
    asked = (q for q in data.questions if words(q.text.split()) == seed.question)
    return frozenset().union(*(data.gold[q.id] for q in asked))


def base_of(data: Labelled) -> float:
    """Share of questions that kbtool answers whose article is a right one."""
    answers = answer_questions(data.kb, data.questions)
    answered = [one for one in answers if one.decision is Decision.ANSWER]
    right = sum(one.candidates[0].match.article in data.gold[one.question] for one in answered)
    return right / len(answered)


def at_once(bench: Bench, cases: Sequence[Case]) -> Sequence[Result]:
    """Results of a single round."""
    before, judging._ROUNDS = judging._ROUNDS, 1
    try:
        return judge(bench, cases)
    finally:
        judging._ROUNDS = before


def agree(one: Sequence[Result], other: Sequence[Result]) -> str:
    """How many find the same article, and how many with the same decision."""

    def found(result: Result) -> str:
        return result.found.article if result.found else ""

    pairs = list(zip(one, other, strict=True))
    same = sum(found(a) == found(b) for a, b in pairs)
    decided = sum(found(a) == found(b) and a.decision is b.decision for a, b in pairs)
    return f"{same} and {decided} of {len(pairs)}"


if __name__ == "__main__":
    main()
