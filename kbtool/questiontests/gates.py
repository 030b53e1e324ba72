"""Results and a baseline -> what passes both gates, and what changed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from kbtool.questiontests.baseline import Baseline, Entry
from kbtool.questiontests.values import Flip, Key, Outcome, Result


def assess(
    results: Sequence[Result],
    floor: float,
    baseline: Baseline | None = None,
    *,
    name: str = "",
    others: Collection[Key] = (),
) -> Outcome:
    """Outcome of a run: at least ``floor`` must pass, and nothing that passed in the baseline fail.

    ``name`` is that of the baseline's file, and ``others`` are its tests that were not to be run.
    """
    known = baseline or {}
    pairs = [(result, known.get(result.case.key)) for result in results]
    failing = [(result, before) for result, before in pairs if before and not result.passed]
    return Outcome(
        results=tuple(results),
        floor=floor,
        baseline=name if baseline is not None else "",
        regressions=tuple(result for result, before in failing if before.passed),
        known=tuple(result for result, before in failing if not before.passed),
        gone=len(known.keys() - {result.case.key for result in results} - set(others)),
        unknown=sum(before is None for _, before in pairs) if baseline is not None else 0,
        flips=tuple(_find_flips(pairs)),
    )


def _find_flips(pairs: Sequence[tuple[Result, Entry | None]]) -> Iterator[Flip]:
    for result, before in pairs:
        if before is None:
            continue
        found = result.found.article if result.found else ""
        if before.passed != result.passed or before.found != found:
            terms = result.found.terms if result.found else ()
            now, then = ({word.casefold() for word in words} for words in (terms, before.words))
            gained = tuple(word for word in terms if word.casefold() not in then)
            lost = tuple(word for word in before.words if word.casefold() not in now)
            yield Flip(result, before.passed, before.decision, before.found, gained, lost)
