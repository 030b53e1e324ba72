"""How long the steps of matching take, beside each other: what honest progress is made of."""

from __future__ import annotations

READ, INDEX, COMPARE, MATCH = "reading words", "indexing", "comparing questions", "matching"
GROUP, JUDGE = "grouping", "judging groups"
CONTROL, CHECK = "trying other articles", "checking answers"

_MOST_RETITLED = 3000  # articles; in a larger knowledge base better titles are not tried
_MOST_SHUFFLED = 5000  # articles; of more, none are made from their sentences


def forecast(n_articles: int, n_questions: int, *, controls: bool = True) -> dict[str, float]:
    """Seconds of each step, in their order; ``controls`` tries articles that cannot answer.

    Fitted to 500 articles with 10,000 questions, 5,000 with 100,000 and 50,000 with a million, of
    which two in five are repeated (benchmarks/load.py); other machines keep the proportions.
    """
    articles, questions = n_articles / 1000, n_questions / 1000
    titles = 1.2 * articles if n_articles <= _MOST_RETITLED else 0.0
    shuffling = 2.6 * articles if n_articles <= _MOST_SHUFFLED else 0.0
    return {
        READ: 0.025 * questions,
        INDEX: 1.2 + 1.0 * articles + 0.02 * questions,
        COMPARE: 0.9 + 0.035 * questions,
        MATCH: 0.3 + 0.1 * questions,
        GROUP: 0.8 + 0.04 * questions + 0.3 * articles,
        JUDGE: 2.0 + 0.055 * questions + 0.3 * articles + titles,
        CONTROL: (1.0 + shuffling) if controls else 0.0,
        CHECK: 1.0 + 0.05 * questions + 1.2 * articles,
    }
