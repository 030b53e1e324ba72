"""Questions with known answers -> how well they find them, beside word TF-IDF."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import average_precision_score, roc_auc_score

from kbtool.matching.answers import answer_questions
from kbtool.matching.options import GapOptions
from kbtool.matching.search.passages import read_article
from kbtool.model import (
    Answer,
    Decision,
    Evaluation,
    Interval,
    KnowledgeBase,
    Miss,
    Question,
)

_DRAWS = 1000  # of the bootstrap
_DEPTH = 10  # places that MRR looks at
_FEWEST = 2  # questions of a kind below which a figure says nothing

_Array = NDArray[Any]
_Figure = Callable[[_Array], float | None]  # of some questions, by position


class _Outcome(Struct, frozen=True):
    """What came of each question."""

    places: _Array  # (n,), of the first right article from 1; inf where it is not ranked
    is_gap: NDArray[np.bool_]  # (n,)
    gap_probabilities: _Array  # (n,)


def evaluate(
    kb: KnowledgeBase,
    questions: Sequence[Question],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    teachers: Sequence[Question] = (),
) -> Evaluation:
    """Figures for questions whose ``gold`` names the articles that answer them.

    A question without gold, or with gold that is not in the knowledge base, is a gap. Labels are
    not learned from; ``teachers`` are. The bootstrap draws with a fixed seed.
    """
    known = {article.id for article in kb.articles}
    gold = {question.id: known.intersection(question.gold) for question in questions}
    answers = answer_questions(kb, questions, options, teachers, top=_DEPTH)
    outcome = _Outcome(
        np.array([_place(answer, gold[answer.question]) for answer in answers]),
        np.array([not gold[answer.question] for answer in answers], dtype=bool),
        np.array([answer.gap_probability for answer in answers]),
    )
    return Evaluation(
        answerable=int((~outcome.is_gap).sum()),
        gaps=int(outcome.is_gap.sum()),
        baseline=_baseline(kb, questions, gold),
        decisions=dict(Counter(answer.decision.value for answer in answers)),
        answered_right=_answered_right(answers, outcome),
        misses=_misses(questions, answers, outcome),
        warnings=answers[0].warnings if answers else (),
        **{name: _bootstrap(figure, outcome) for name, figure in _FIGURES.items()},
    )


def _place(answer: Answer, gold: set[str]) -> float:
    ranked = enumerate((candidate.match.article for candidate in answer.candidates), 1)
    return next((place for place, article in ranked if article in gold), np.inf)


def _hits(within: int) -> Callable[[_Outcome], _Figure]:
    def make(outcome: _Outcome) -> _Figure:
        def figure(at: _Array) -> float | None:
            places = outcome.places[at][~outcome.is_gap[at]]
            return float((places <= within).mean()) if len(places) >= _FEWEST else None

        return figure

    return make


def _reciprocal(outcome: _Outcome) -> _Figure:
    def figure(at: _Array) -> float | None:
        places = outcome.places[at][~outcome.is_gap[at]]
        return float((1 / places).mean()) if len(places) >= _FEWEST else None

    return figure


def _separation(measure: Callable[[_Array, _Array], float]) -> Callable[[_Outcome], _Figure]:
    def make(outcome: _Outcome) -> _Figure:
        def figure(at: _Array) -> float | None:
            gaps = outcome.is_gap[at]
            if min(gaps.sum(), (~gaps).sum()) < _FEWEST:
                return None
            return float(measure(gaps, outcome.gap_probabilities[at]))

        return figure

    return make


_FIGURES = {
    "hit_at_1": _hits(1),
    "hit_at_3": _hits(3),
    "mrr_at_10": _reciprocal,
    "auroc": _separation(roc_auc_score),
    "average_precision": _separation(average_precision_score),
}


def _bootstrap(make: Callable[[_Outcome], _Figure], outcome: _Outcome) -> Interval | None:
    """Figure with the 2.5th and 97.5th percentile of the same over questions drawn again."""
    figure = make(outcome)
    count = len(outcome.places)
    value = figure(np.arange(count))
    if value is None:
        return None
    random = np.random.default_rng(0)
    drawn = [figure(random.integers(0, count, count)) for _ in range(_DRAWS)]
    known = [one for one in drawn if one is not None]
    low, high = np.percentile(known, [2.5, 97.5])
    return Interval(value, float(low), float(high))


def _answered_right(answers: Sequence[Answer], outcome: _Outcome) -> Interval | None:
    answered = np.array([answer.decision is Decision.ANSWER for answer in answers], dtype=bool)
    right = outcome.places[answered] == 1
    chosen = _Outcome(np.where(right, 1.0, np.inf), np.zeros(len(right), bool), right * 1.0)
    return _bootstrap(_hits(1), chosen) if len(right) else None


def _misses(
    questions: Sequence[Question], answers: Sequence[Answer], outcome: _Outcome
) -> tuple[Miss, ...]:
    return tuple(
        Miss(
            question=question.id,
            text=question.text,
            expected=question.gold,
            found=answer.candidates[0].match.article if answer.candidates else "",
            place=int(place) if np.isfinite(place) else None,
            gap_probability=answer.gap_probability,
            decision=answer.decision,
        )
        for question, answer, place, gap in zip(
            questions, answers, outcome.places, outcome.is_gap, strict=True
        )
        if bool(gap) == (answer.decision is not Decision.HANDOFF) or (place > 1 and not gap)
    )


def _baseline(
    kb: KnowledgeBase, questions: Sequence[Question], gold: dict[str, set[str]]
) -> dict[str, float]:
    """The same figures for cosines of scikit-learn's word TF-IDF."""
    texts = [read_article(article) for article in kb.articles]
    bodies = ["\n".join((t.title, t.headings, *(p.text for p in t.passages))) for t in texts]
    try:
        vectorizer = TfidfVectorizer(sublinear_tf=True).fit(bodies)
    except ValueError:  # no article holds a word
        return {}
    asked = vectorizer.transform([question.text for question in questions])
    scores = (asked @ vectorizer.transform(bodies).T).toarray()
    order = np.argsort(-scores, axis=1, kind="stable")[:, :_DEPTH].tolist()
    ranked = [[texts[at].id for at in row] for row in order]
    places = [
        next((place for place, article in enumerate(row, 1) if article in gold[q.id]), np.inf)
        for q, row in zip(questions, ranked, strict=True)
    ]
    gaps = np.array([not gold[question.id] for question in questions], dtype=bool)
    outcome = _Outcome(np.array(places), gaps, -scores.max(axis=1))
    found = {name: make(outcome)(np.arange(len(gaps))) for name, make in _FIGURES.items()}
    return {name: value for name, value in found.items() if value is not None}
