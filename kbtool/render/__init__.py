"""Results to text: one module per format, decided nothing, coloured where asked."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

FORMATS: dict[str, dict[str, str]] = {
    "lint": {
        "full": "kbtool.render.lint_full",
        "concise": "kbtool.render.lint_concise",
        "grouped": "kbtool.render.lint_grouped",
        "json": "kbtool.render.lint_json",
        "jsonl": "kbtool.render.lint_jsonl",
        "sarif": "kbtool.render.lint_sarif",
        "github": "kbtool.render.lint_github",
        "gitlab": "kbtool.render.lint_gitlab",
        "junit": "kbtool.render.lint_junit",
        "rdjson": "kbtool.render.lint_rdjson",
        "checkstyle": "kbtool.render.lint_checkstyle",
    },
    "statistics": {
        "text": "kbtool.render.lint_statistics",
        "json": "kbtool.render.lint_statistics_json",
    },
    "ask": {"text": "kbtool.render.ask_text", "json": "kbtool.render.ask_json"},
    "match": {"jsonl": "kbtool.render.answers_jsonl"},
    "evaluation": {
        "table": "kbtool.render.evaluation_table",
        "json": "kbtool.render.evaluation_json",
    },
    "misses": {"csv": "kbtool.render.misses_csv"},
    "gaps": {
        "table": "kbtool.render.gaps_table",
        "json": "kbtool.render.gaps_json",
        "words": "kbtool.render.gaps_words",
    },
    "what-if": {
        "table": "kbtool.render.what_if_text",
        "json": "kbtool.render.what_if_json",
    },
    "test": {
        "text": "kbtool.render.questiontests_text",
        "json": "kbtool.render.questiontests_json",
        "junit": "kbtool.render.questiontests_junit",
    },
    "test-diff": {"text": "kbtool.render.questiontests_diff"},
    "outline": {
        "markdown": "kbtool.render.outline_markdown",
        "json": "kbtool.render.outline_json",
    },
    "report": {
        "html": "kbtool.render.report.page",
        "json": "kbtool.render.report.document_json",
        "markdown": "kbtool.render.report.markdown",
        "csv": "kbtool.render.report.backlog_csv",
        "jira": "kbtool.render.report.jira_csv",
        "github": "kbtool.render.report.github_csv",
    },
    "chunks": {
        "jsonl": "kbtool.render.chunks_jsonl",
    },
    "labels": {
        "csv": "kbtool.render.labels_csv",
        "json": "kbtool.render.labels_json",
        "zendesk": "kbtool.render.labels_zendesk",
        "helpscout": "kbtool.render.labels_helpscout",
    },
    "history": {
        "table": "kbtool.render.history_table",
        "json": "kbtool.render.history_json",
    },
    "excluded": {
        "table": "kbtool.render.excluded_table",
        "json": "kbtool.render.excluded_json",
    },
    "summary": {
        "table": "kbtool.render.summary_table",
        "json": "kbtool.render.summary_json",
    },
}
"""Command to format to the module whose ``render`` writes it; loaded when it is used."""


def load_renderer(command: str, name: str) -> Callable[..., str]:
    """``render`` function of a format."""
    render: Callable[..., str] = import_module(FORMATS[command][name]).render
    return render
