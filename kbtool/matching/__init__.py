"""Questions met with articles: matches, groups and gaps; the only package that uses arrays.

Names load on first use, so that ``kbtool.matching.options`` can be had without scikit-learn.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kbtool.matching.answers import answer_questions
    from kbtool.matching.bot import Bot
    from kbtool.matching.evaluating import evaluate
    from kbtool.matching.gaps import find_gaps, survey_gaps
    from kbtool.matching.options import GapOptions, Means
    from kbtool.matching.what_if import try_drafts

__all__ = [
    "Bot",
    "GapOptions",
    "Means",
    "answer_questions",
    "evaluate",
    "find_gaps",
    "survey_gaps",
    "try_drafts",
]

_HOMES = {
    "Bot": "bot",
    "GapOptions": "options",
    "Means": "options",
    "answer_questions": "answers",
    "evaluate": "evaluating",
    "find_gaps": "gaps",
    "survey_gaps": "gaps",
    "try_drafts": "what_if",
}


def __getattr__(name: str) -> Any:
    """A name of this package, imported when first asked for."""
    # Importing scikit-learn takes about a second; the command line reads options without it.
    if name in _HOMES:
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
