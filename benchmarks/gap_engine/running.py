"""kbtool on a set: its answers and its report of gaps, as a user would get them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from functools import cache
from typing import Any
from unittest.mock import patch

from msgspec import Struct

from kbtool.matching import Means, answer_questions, answers, find_gaps, gaps
from kbtool.matching.judging import survey
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Answer, GapReport, KnowledgeBase, Question

_find_tokenizer = cache(Tokenizer)  # by locale; one remembers the stems that it has worked out


class Outcome(Struct, frozen=True):
    """What kbtool says of a log."""

    answers: tuple[Answer, ...]  # in the order of the questions
    report: GapReport

    @property
    def gap_probabilities(self) -> dict[str, float]:
        """By question."""
        return {answer.question: answer.gap_probability for answer in self.answers}

    def rankings(self) -> list[list[str]]:
        """Ids of the best articles of each question."""
        return [rank(answer) for answer in self.answers]


def rank(answer: Answer) -> list[str]:
    """Ids of the best articles."""
    return [candidate.match.article for candidate in answer.candidates]


def run(
    kb: KnowledgeBase, questions: Sequence[Question], teachers: Sequence[Question] = ()
) -> Outcome:
    """Answers and gaps; what both need is worked out once, to save half the time."""
    with _share_survey():
        found = answer_questions(kb, questions, teachers=teachers)
        return Outcome(found, find_gaps(kb, questions, means=Means(teachers=tuple(teachers))))


@contextmanager
def _share_survey() -> Iterator[None]:
    made: dict[int, Any] = {}  # by number of wordings: answers also take those of function words
    original = answers.survey

    def survey_once(kb: KnowledgeBase, log: Any, *rest: Any) -> Any:
        size = len(log.asked)
        if size not in made:
            made[size] = original(kb, log, *rest)
        return made[size]

    with ExitStack() as stack:
        stack.enter_context(patch.object(answers, "survey", survey_once))
        stack.enter_context(patch.object(gaps, "survey", survey_once))
        stack.enter_context(patch.object(survey, "Tokenizer", _find_tokenizer))
        yield
