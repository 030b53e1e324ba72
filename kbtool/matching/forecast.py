"""How long the steps of matching take, beside each other: what honest progress is made of."""

from __future__ import annotations

READ, INDEX, COMPARE, MATCH = "reading words", "indexing", "comparing questions", "matching"
GROUP, JUDGE = "grouping", "judging groups"
CONTROL, CHECK = "trying other articles", "checking answers"

_MOST_RETITLED = 3000  # articles; in a larger knowledge base better titles are not tried
_ALL_RANKED = 2  # thousand articles; of more, only those that lead are scored in full
_MOST_SHUFFLED = 5000  # articles; of more, none are made from their sentences


def forecast(n_articles: int, n_questions: int, *, controls: bool = True) -> dict[str, float]:
    """Seconds of each step, in their order; ``controls`` tries articles that cannot answer.

    Fitted to 500 articles with 60,000 questions, 1,000 with 20,000 and 5,000 with 10,000, of which
    two in five are repeated (benchmarks/load.py); other machines keep the proportions.
    """
    articles, questions = n_articles / 1000, n_questions / 1000
    shuffling = 2.0 * articles if n_articles <= _MOST_SHUFFLED else 0.0
    return {
        READ: 0.025 * questions,
        INDEX: 2.7 + 1.6 * articles + 0.02 * questions,
        COMPARE: 0.5 + 0.025 * questions,
        MATCH: 0.04 * questions + 0.4 * articles + 0.045 * min(articles, _ALL_RANKED) * questions,
        GROUP: 2.0 + 0.03 * questions + 0.25 * articles,
        JUDGE: 2.0 + 0.05 * questions + (1.2 * articles if n_articles <= _MOST_RETITLED else 0.0),
        CONTROL: (2.0 + shuffling) if controls else 0.0,
        CHECK: 0.5 + 0.08 * questions + 1.3 * articles,
    }
