"""Make a help centre ready for people and for bots.

The public names of the library::

    from datetime import date

    import kbtool

    loaded = kbtool.load_articles(["articles"])
    kb = kbtool.KnowledgeBase.of(loaded.articles, date.today())
    rules = kbtool.configure(kbtool.all_rules(), kbtool.Selection())
    for finding in kbtool.lint(kb, kb.articles, rules).findings:
        print(finding.path, finding.line, finding.code, finding.message)

Everything loads on first use, so ``import kbtool`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from kbtool.articles import load_articles
    from kbtool.errors import KbtoolError
    from kbtool.export import ChunkOptions, chunk_articles
    from kbtool.health import assess
    from kbtool.linter import lint
    from kbtool.matching import GapOptions, find_gaps
    from kbtool.model import Article, Edit, Finding, Hit, KnowledgeBase, Question, Severity
    from kbtool.parse import parse_markdown
    from kbtool.questions import iterate_questions, read_questions
    from kbtool.rule import Options, Rule, Selection, configure
    from kbtool.rules import all_rules

__version__ = "0.1.0"

_HOMES = {
    "Article": "kbtool.model",
    "ChunkOptions": "kbtool.export",
    "Edit": "kbtool.model",
    "Finding": "kbtool.model",
    "GapOptions": "kbtool.matching",
    "Hit": "kbtool.model",
    "KbtoolError": "kbtool.errors",
    "KnowledgeBase": "kbtool.model",
    "Options": "kbtool.rule",
    "Question": "kbtool.model",
    "Rule": "kbtool.rule",
    "Selection": "kbtool.rule",
    "Severity": "kbtool.model",
    "all_rules": "kbtool.rules",
    "assess": "kbtool.health",
    "chunk_articles": "kbtool.export",
    "configure": "kbtool.rule",
    "find_gaps": "kbtool.matching",
    "iterate_questions": "kbtool.questions",
    "lint": "kbtool.linter",
    "load_articles": "kbtool.articles",
    "parse_markdown": "kbtool.parse",
    "read_questions": "kbtool.questions",
}

__all__ = [
    "Article",
    "ChunkOptions",
    "Edit",
    "Finding",
    "GapOptions",
    "Hit",
    "KbtoolError",
    "KnowledgeBase",
    "Options",
    "Question",
    "Rule",
    "Selection",
    "Severity",
    "__version__",
    "all_rules",
    "assess",
    "chunk_articles",
    "configure",
    "find_gaps",
    "iterate_questions",
    "lint",
    "load_articles",
    "parse_markdown",
    "read_questions",
]


def __getattr__(name: str) -> Any:
    """Public name, imported from its home when first asked for."""
    if home := _HOMES.get(name):
        return getattr(import_module(home), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    """Public names, whether they are loaded yet or not."""
    return sorted({*globals(), *__all__})
