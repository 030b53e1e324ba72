"""How well questions with known answers find them."""

from __future__ import annotations

from msgspec import Struct

from kbtool.model.answer import Decision
from kbtool.model.gap import Interval


class Miss(Struct, frozen=True):
    """A question that no right article would answer, or a gap that was taken for an answer.

    It is one, too, where the right article comes first and a person takes over all the same.
    """

    question: str  # id
    text: str
    expected: tuple[str, ...]  # ids of right articles; () for a gap
    found: str  # id of the best article, "" for none
    place: int | None  # of the first right article, from 1; None where it is not ranked
    gap_probability: float
    decision: Decision


class Evaluation(Struct, frozen=True):
    """Figures with 95% intervals from bootstrap over questions; None where there are too few."""

    answerable: int  # questions with a right article in the knowledge base
    gaps: int  # questions without one
    hit_at_1: Interval | None  # share of answerable questions whose best article is right
    hit_at_3: Interval | None  # share with a right one among the first three
    mrr_at_10: Interval | None  # mean of 1/place of the first right article, 0 from place 11 on
    auroc: Interval | None  # chance that a gap has a higher gap probability than another question
    average_precision: Interval | None  # of gaps, ranked by gap probability
    baseline: dict[str, float]  # the same figures for word TF-IDF with cosine, by name
    decisions: dict[str, int]  # how many questions a bot would answer, ask back, hand over
    answered_right: Interval | None  # share of questions to answer whose best article is right
    misses: tuple[Miss, ...]
    warnings: tuple[str, ...] = ()  # why the figures should be read with care
