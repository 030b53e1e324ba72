"""What a bot would say to a question, one a line, schema ``kbtool.ask/1``."""

from __future__ import annotations

from itertools import zip_longest
from typing import Any

from kbtool.model import Candidate, Quote, Reply
from kbtool.render.answers.ask_text import ask_back
from kbtool.render.answers.grounds import tell_grounds
from kbtool.render.json_line import write_line

_DIGITS = 6  # as in kbtool.match/1


def render(reply: Reply, *, color: bool = False) -> str:  # noqa: ARG001 - every format is called alike
    """A JSON object on one line; the first candidates have the text that would be quoted."""
    answer = reply.answer
    return write_line(
        {
            "schema": "kbtool.ask/1",
            "question": reply.question,
            "decision": answer.decision.value,
            **tell_grounds(answer),
            "asks_back": ask_back(reply),
            "gap_probability": round(answer.gap_probability, _DIGITS),
            "warnings": list(answer.warnings),
            "candidates": [
                _candidate(candidate, quote)
                for candidate, quote in zip_longest(answer.candidates, reply.quotes)
            ],
        }
    )


def _candidate(candidate: Candidate, quote: Quote | None) -> dict[str, Any]:
    match = candidate.match
    found: dict[str, Any] = {
        "article": match.article,
        "title": match.title,
        "passage": list(match.passage),
        "score": round(match.score, _DIGITS),
        "probability": round(candidate.probability, _DIGITS),
        "learned": round(candidate.learned, _DIGITS),
        "terms": list(match.terms),
        "missing": list(match.missing),
    }
    if quote:
        found |= {"text": quote.text, "cut": quote.cut, "path": quote.path, "url": quote.url}
    return found
