"""Results to text: one module per format, decided nothing, coloured where asked."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

FORMATS: dict[str, dict[str, str]] = {
    "lint": {
        "full": "kbtool.render.lint.full",
        "concise": "kbtool.render.lint.concise",
        "grouped": "kbtool.render.lint.grouped",
        "json": "kbtool.render.lint.findings_json",
        "jsonl": "kbtool.render.lint.findings_jsonl",
        "sarif": "kbtool.render.lint.sarif",
        "github": "kbtool.render.lint.github",
        "gitlab": "kbtool.render.lint.gitlab",
        "junit": "kbtool.render.lint.junit",
        "rdjson": "kbtool.render.lint.rdjson",
        "checkstyle": "kbtool.render.lint.checkstyle",
    },
    "statistics": {
        "text": "kbtool.render.lint.statistics",
        "json": "kbtool.render.lint.statistics_json",
    },
    "ask": {"text": "kbtool.render.answers.ask_text", "json": "kbtool.render.answers.ask_json"},
    "match": {"jsonl": "kbtool.render.answers.answers_jsonl"},
    "evaluation": {
        "table": "kbtool.render.answers.evaluation_table",
        "json": "kbtool.render.answers.evaluation_json",
    },
    "misses": {"csv": "kbtool.render.answers.misses_csv"},
    "gaps": {
        "table": "kbtool.render.gaps.table",
        "json": "kbtool.render.gaps.gaps_json",
        "words": "kbtool.render.gaps.words",
    },
    "what-if": {
        "table": "kbtool.render.gaps.what_if_text",
        "json": "kbtool.render.gaps.what_if_json",
    },
    "test": {
        "text": "kbtool.render.questiontests.text",
        "json": "kbtool.render.questiontests.results_json",
        "junit": "kbtool.render.questiontests.junit",
    },
    "test-diff": {"text": "kbtool.render.questiontests.diff"},
    "outline": {
        "markdown": "kbtool.render.drafts.outline_markdown",
        "json": "kbtool.render.drafts.outline_json",
    },
    "report": {
        "html": "kbtool.render.html.page",
        "json": "kbtool.render.report.document_json",
        "markdown": "kbtool.render.report.markdown",
        "csv": "kbtool.render.report.backlog_csv",
        "jira": "kbtool.render.report.jira_csv",
        "github": "kbtool.render.report.github_csv",
    },
    "chunks": {
        "jsonl": "kbtool.render.exports.chunks_jsonl",
    },
    "labels": {
        "csv": "kbtool.render.exports.labels_csv",
        "json": "kbtool.render.exports.labels_json",
        "zendesk": "kbtool.render.exports.labels_zendesk",
        "helpscout": "kbtool.render.exports.labels_helpscout",
    },
    "history": {
        "table": "kbtool.render.history.table",
        "json": "kbtool.render.history.history_json",
    },
    "excluded": {
        "table": "kbtool.render.questions.excluded_table",
        "json": "kbtool.render.questions.excluded_json",
    },
    "summary": {
        "table": "kbtool.render.questions.summary_table",
        "json": "kbtool.render.questions.summary_json",
    },
}
"""Command to format to the module whose ``render`` writes it; loaded when it is used."""


def load_renderer(command: str, name: str) -> Callable[..., str]:
    """``render`` function of a format."""
    render: Callable[..., str] = import_module(FORMATS[command][name]).render
    return render
