"""How much tests that pass depend on the exact wording of their questions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kbtool.questiontests.judging import Bench, judge
from kbtool.questiontests.rewording import change_form, change_number, change_spelling
from kbtool.questiontests.slips import drop_letter, drop_word, hit_neighbour, swap_letters
from kbtool.questiontests.values import Kind, Result, Robustness, Variant

CHANGES: tuple[tuple[str, Callable[[str], str | None]], ...] = (
    ("two letters swapped", swap_letters),
    ("a letter left out", drop_letter),
    ("a wrong key", hit_neighbour),
    ("a word left out", drop_word),
    ("the other spelling", change_spelling),
    ("a form written out or shortened", change_form),
    ("singular or plural", change_number),
)
"""Changes by name; each gives None for a text that it has nothing to do in."""


def measure_robustness(
    bench: Bench,
    results: Sequence[Result],
    progress: Callable[[int, int], None] | None = None,
) -> Robustness:
    """Variants of each question that must find an article and does; each kind judged by itself.

    Kinds are asked apart, since variants of one question would help one another.
    """
    passing = [one.case for one in results if one.case.kind is Kind.ASKS and one.passed]
    variants: list[Variant] = []
    for done, (name, change) in enumerate(CHANGES):
        if progress:
            progress(done, len(CHANGES))
        pairs = [(case, text) for case in passing if (text := change(case.question))]
        judged = judge(bench, [case for case, _ in pairs], [text for _, text in pairs])
        variants += [
            Variant(
                case, name, text, one.found.article if one.found else "", one.fault, one.decision
            )
            for (case, text), one in zip(pairs, judged, strict=True)
        ]
    place = {id(case): at for at, case in enumerate(passing)}
    return Robustness(tuple(sorted(variants, key=lambda variant: place[id(variant.case)])))
