"""What a bot would answer, one question a line, schema ``kbtool.match/1``."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from kbtool.model import Answer, Candidate
from kbtool.render.answers.grounds import tell_grounds
from kbtool.render.json_line import write_line

_DIGITS = 6  # of scores, so that the same input gives the same bytes everywhere


def render(answers: Iterable[Answer], *, explain: bool = False) -> str:
    """A JSON object a line; ``explain`` adds what each score is made of."""
    return "".join(write_line(_answer(answer, explain=explain)) for answer in answers)


def _answer(answer: Answer, *, explain: bool) -> dict[str, Any]:
    return {
        "question": answer.question,
        "matches": [_candidate(candidate, explain=explain) for candidate in answer.candidates],
        "gap_probability": round(answer.gap_probability, _DIGITS),
        "decision": answer.decision.value,
        **tell_grounds(answer),
        "warnings": list(answer.warnings),
    }


def _candidate(candidate: Candidate, *, explain: bool) -> dict[str, Any]:
    match = candidate.match
    found: dict[str, Any] = {
        "article": match.article,
        "passage": list(match.passage),
        "score": round(match.score, _DIGITS),
        "probability": round(candidate.probability, _DIGITS),
    }
    if explain:
        found |= {
            "title": match.title,
            "learned": round(candidate.learned, _DIGITS),
            "terms": list(match.terms),
            "missing": list(match.missing),
        }
    return found
