"""Below how much data figures are hints: one rule for every command that judges questions."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from kbtool.matching.options import FEW_ARTICLES
from kbtool.model import Run

FEW_QUESTIONS = 100
"""Below this a log says little; help desks ask for as many (Zendesk's Content Cues).

Chance alone moves a share by 4 points on average and 10 at worst with 100 questions, with 50 by 6
and 12, with 25 by 11 and 24 (stackfaq, banking77, hwu64 and the sample, half of the articles kept:
``python -m benchmarks.cutoffs.thin``, benchmarks/cutoffs.md). What kbtool itself is off by comes on
top and is no less with more.
"""

FEWEST_ARTICLES = 5
"""Below this no share is told; Zendesk's Content Cues ask for as many.

Where half is answered, a share is off by 49 points at worst with two articles, 35 with three, 20
with five (as above). Between this and ``FEW_ARTICLES`` it is a rough one: a standard cannot be
learned, and the default is off by 12 to 20 points on average where little is answered, by 41 at
worst. Where 90% of the sample's log were answered, it said 65 to 85.
"""


class Lack(NamedTuple):
    """What there is too little of for a share of questions to mean something."""

    questions: int  # how many more it takes
    articles: int


def find_lack(questions: int, articles: int) -> Lack | None:
    """How much more it takes before shares are told; None where there is enough."""
    lack = Lack(max(0, FEW_QUESTIONS - questions), max(0, FEWEST_ARTICLES - articles))
    return lack if any(lack) else None


def lack_of_run(run: Run) -> Lack | None:
    """How much more a recorded run would have taken; None where it had enough."""
    return find_lack(run.questions, max(run.articles, sum(run.bands.values())))


def is_rough(articles: int) -> bool:
    """Whether shares rest on a default, as of so few articles no standard is learned."""
    return articles < FEW_ARTICLES


def warn_of_little(questions: int, *, learned: bool, hints: str, therefore: str) -> Iterator[str]:
    """Says where a log is too small, or scores were not learned on the user's own articles.

    ``hints`` is what then should be taken as such, ``therefore`` what follows from defaults.
    """
    if questions < FEW_QUESTIONS:
        noun = "question says" if questions == 1 else "questions say"
        told = f"{questions} {noun} little" if questions else "No question was read to learn from"
        yield f"{told}: below {FEW_QUESTIONS}, take {hints} as hints."
    if not learned:
        yield (
            "Scores rest on defaults: there are too few questions or articles to learn from, so "
            f"{therefore}."
        )


def warn_of_answers(articles: int, questions: int, *, learned: bool) -> tuple[str, ...]:
    """Why what a bot would say, and how sure it is, should be read with care."""
    if not articles:
        return warn_of_none(articles)
    return tuple(
        warn_of_little(
            questions,
            learned=learned,
            hints="decisions",
            therefore="no probability is to be relied on",
        )
    )


def warn_of_none(articles: int) -> tuple[str, ...]:
    """Says where there are no articles at all."""
    return () if articles else ("There are no articles, so nothing is answered.",)
