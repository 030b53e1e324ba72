"""How long the steps of a command on questions take, beside each other."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kbtool.matching.forecast import forecast
from kbtool.progress import Plan, Work
from kbtool.questions import Reached

ARTICLES, QUESTIONS, MATCHING = "reading articles", "reading questions", "matching questions"
STARTING, LOADING, LINTING, WRITING = "starting", "loading", "linting", "writing"

_LINE = 200  # bytes of a question, until some are read


def plan_reading(n_articles: int, n_questions: int) -> dict[str, float]:
    """What comes before any work on questions."""
    reading = {ARTICLES: 0.0026 * n_articles, QUESTIONS: 0.0002 * n_questions}
    return {STARTING: 0.8} | reading


def plan_gaps(n_articles: int, n_questions: int) -> dict[str, float]:
    """What ``gaps`` does; scikit-learn alone takes two seconds to load."""
    steps = forecast(n_articles, n_questions, controls=False)
    matching = {LOADING: 2.3, MATCHING: sum(steps.values())}
    writing = {WRITING: 0.3 + 0.00003 * n_questions}
    return plan_reading(n_articles, n_questions) | matching | writing


def plan_report(n_articles: int, n_questions: int) -> dict[str, float]:
    """What ``report`` does."""
    gaps = plan_gaps(n_articles, n_questions)
    writing = gaps.pop(WRITING) + 1.0 + 0.001 * n_articles
    gaps[MATCHING] = sum(forecast(n_articles, n_questions).values())
    return gaps | {LINTING: 0.5 + 0.006 * n_articles, WRITING: writing}


class Gauge:
    """Tells how far reading is, and corrects what is expected of all steps by what is read."""

    def __init__(self, work: Work, plan: Plan, files: Sequence[Path]) -> None:
        self._work = work
        self._plan = plan
        self._articles = 0
        self._questions = sum(map(_size, files)) // _LINE
        self._plan_again()

    def read_articles(self, done: int, total: int) -> None:
        """Takes how many files of articles are read, and of how many."""
        if self._articles != total:
            self._articles = total
            self._plan_again()
        self._work.reach(ARTICLES, done / max(total, 1))

    def read_questions(self, at: Reached) -> None:
        """Takes how many rows and bytes are read."""
        if at.read:
            self._questions = at.rows * at.total // at.read
            self._plan_again()
        self._work.reach(QUESTIONS, at.read / max(at.total, 1))

    def _plan_again(self) -> None:
        self._work.expect(self._plan(self._articles, self._questions))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except (OSError, ValueError):  # it is the reader's to say why
        return 0
