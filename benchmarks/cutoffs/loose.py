"""Handing over what shares hardly a word: what it is worth, and from which odds of a gap.

    python -m benchmarks.cutoffs.loose [--seeds 3]

A quarter of the articles is left out, with three seeds. kbtool answers every question once without
the reason "loose"; then it is put on with other thresholds. Baselines: always saying the nearest
article, deciding by probability alone, and by probability alone with a bound that answers no more
questions than the reason leaves. *Right* is the share of answers that are of an article that
answers; *gaps* the share of questions without an article that get an answer. Brackets are 95%
intervals by bootstrap over questions.

Thresholds are chosen on stackfaq and banking77; the other sets say whether they hold elsewhere.
banking77_idoos holds back topics of its own, so it has one draw. About three minutes.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterable, Sequence
from functools import partial, partialmethod
from itertools import pairwise, product
from unittest.mock import patch

import numpy as np
from msgspec import Struct

from benchmarks.gap_engine.data import Labelled, load
from benchmarks.gap_engine.figures import Array, bootstrap, print_table, short
from kbtool.matching import answer_questions, handing
from kbtool.matching.handing import Handing, Place
from kbtool.model import Answer, Candidate, Decision, Question

TUNED_ON = ("stackfaq", "banking77")
CHECKED_ON = ("hwu64", "thunderbird", "banking77_idoos")
_MOST = 4  # words held that are told apart; more are one kind
_BOUNDS = (0.0, 0.2, 0.3, 0.4, 0.5)  # of gap probabilities; above the last nothing is answered
_TRIED = (0.2, 0.3, 0.4, 0.5)
_OWN = handing._LOOSE

Bounds = Sequence[float]


class Said(Struct, frozen=True):
    """What kbtool says to the questions of a set without the reason, all draws together."""

    name: str
    numbers: Array  # of the question: the same one has the same number in each draw
    spoken: Array  # whether it is answered, not asked back or handed over
    held: Array  # words of the question that are held; _MOST for more, or where nothing lacks
    gap_probability: Array
    right: Array  # whether the nearest article answers
    is_gap: Array

    def after(self, bounds: Bounds) -> Array:
        """What is still answered where so many words held are too few above these odds."""
        loose = np.zeros(len(self.held), dtype=bool)
        for count, bound in enumerate(bounds):
            loose |= (self.held == count) & (self.gap_probability > bound)
        return self.spoken & ~loose

    def likeliest(self, count: int) -> Array:
        """So many of the answers, those first where a gap is least likely."""
        kept = np.zeros(len(self.spoken), dtype=bool)
        order = np.argsort(np.where(self.spoken, self.gap_probability, 2.0), kind="stable")
        kept[order[:count]] = True
        return kept


def main() -> None:
    """Print what answers are worth by words held, each set, and the grid."""
    parser = argparse.ArgumentParser("python -m benchmarks.cutoffs.loose")
    parser.add_argument("--seeds", type=int, default=3)
    seeds = range(parser.parse_args().seeds)
    tuned = [ask(load(name), seeds) for name in TUNED_ON]
    checked = [ask(load(name), seeds) for name in CHECKED_ON]
    later, solved = load("thunderbird").split()
    checked.append(ask(later, seeds, solved))
    print("Share of answers that are right (answers), by words held and gap probability\n")
    spans = [f"{low:.1f}–{high:.1f}" for low, high in pairwise(_BOUNDS)]
    print_table(("set", "words", *spans), (row for s in (*tuned, *checked) for row in _kinds(s)))
    print("Each set\n")
    columns = ("set", "decided by", "answered", "right", "gaps answered", "change of right")
    print_table(columns, (row for said in (*tuned, *checked) for row in _compare(said)))
    print(
        "Thresholds for no word, one word and two: taken back of 100 questions, right and wrong\n"
    )
    sides = (*(f"{said.name}" for said in (*tuned, *checked)),)
    print_table(("thresholds", *sides), _grid([*tuned, *checked]))


def ask(data: Labelled, seeds: Iterable[int], solved: Sequence[Question] = ()) -> Said:
    """Answers without the reason."""
    columns: list[tuple[object, ...]] = []
    has_gaps = any(not gold for gold in data.gold.values())
    for left_out in [frozenset()] if has_gaps else [data.draw_left_out(seed) for seed in seeds]:
        held: dict[tuple[Candidate, ...], int] = {}
        with patch.object(Handing, "_is_loose", partialmethod(_note, held)):
            answers = answer_questions(data.without(left_out), data.questions, teachers=solved)
        for number, answer in enumerate(answers):
            gold = data.gold[answer.question]
            first = answer.candidates[0].match.article if answer.candidates else ""
            spoken = answer.decision is Decision.ANSWER
            count = min(held[answer.candidates], _MOST) if spoken else _MOST
            columns.append(
                (number, spoken, count, answer.gap_probability, first in gold, gold <= left_out)
            )
    name = f"{data.name}, solved known" if solved else data.name
    return Said(name, *(np.array(column) for column in zip(*columns, strict=True)))


def _note(
    handing: Handing,
    held: dict[tuple[Candidate, ...], int],
    answer: Answer,
    places: Sequence[Place],
) -> bool:
    """Note how many words are held, as the reason counts them, and let the answer pass."""
    held[answer.candidates] = handing._count_held(answer, places)
    return False


def _kinds(said: Said) -> Iterable[list[str]]:
    title = said.name
    for count in range(_MOST + 1):
        own = said.spoken & (said.held == count)
        name = f"{count}" if count < _MOST else "more, or all"
        cells = []
        for low, high in pairwise(_BOUNDS):
            among = own & (said.gap_probability > low) & (said.gap_probability <= high)
            cells.append(_share(said.right, among))
        yield [title, name, *cells]
        title = ""


def _share(right: Array, among: Array) -> str:
    return f"{short(float(right[among].mean()), 2)} ({among.sum()})" if among.any() else "–"


def _compare(said: Said) -> Iterable[list[str]]:
    bare = said.spoken
    own = said.after(_OWN)
    fewer = said.likeliest(int(own.sum()))
    yield [said.name, "nothing: the nearest article", *_figures(said, np.ones_like(bare)), ""]
    yield ["", "probability alone", *_figures(said, bare), ""]
    yield ["", "probability, as few answers", *_figures(said, fewer), _change(said, bare, fewer)]
    yield ["", f"**kbtool** {_name(_OWN)}", *_figures(said, own), _change(said, bare, own)]


def _figures(said: Said, answered: Array) -> list[str]:
    kinds = (
        (answered, np.ones_like(answered)),
        (said.right & answered, answered),
        (said.is_gap & answered, said.is_gap),
    )
    return [_interval(said, partial(_ratio, *kind)) for kind in kinds]


def _change(said: Said, before: Array, after: Array) -> str:
    def change(times: Array) -> float:
        right = said.right
        return _ratio(right & after, after, times) - _ratio(right & before, before, times)

    return _interval(said, change, sign=True)


def _ratio(part: Array, whole: Array, times: Array) -> float:
    return float((part * times).sum() / max(float((whole * times).sum()), 1e-9))


def _interval(said: Said, figure: Callable[[Array], float], *, sign: bool = False) -> str:
    """Figure with its interval; ``figure`` takes how many times each answer is drawn."""
    count = int(said.numbers.max()) + 1

    def draw(drawn: Array) -> float:
        return figure(np.bincount(drawn, minlength=count)[said.numbers])

    values = bootstrap(draw, count)
    low, high = np.percentile(values, [2.5, 97.5])
    value = figure(np.ones(len(said.numbers)))
    if sign:
        return f"{value:+.3f} ({low:+.3f} to {high:+.3f})"
    return f"{short(value)} ({short(float(low))}–{short(float(high))})"


def _name(bounds: Bounds) -> str:
    return " ".join(short(bound, 1) for bound in bounds)


def _grid(sets: Sequence[Said]) -> Iterable[list[str]]:
    for bounds in sorted(
        {*product((0.0,), _TRIED, _TRIED), *product((0.0, *_TRIED), (0.3,), (0.5,))}
    ):
        cells = []
        for said in sets:
            taken = said.spoken & ~said.after(bounds)
            shares = [100 * float((taken & kind).mean()) for kind in (said.right, ~said.right)]
            cells.append(" / ".join(f"{share:.1f}" for share in shares))
        yield [_name(bounds), *cells]


if __name__ == "__main__":
    main()
