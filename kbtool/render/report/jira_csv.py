"""Gaps as issues that Jira's CSV importer takes; several labels are several columns there."""

from __future__ import annotations

from kbtool.health import Health
from kbtool.render.csv_cells import write_table
from kbtool.render.safe_text import jira
from kbtool.render.views.issues import Issue, make_issues
from kbtool.render.views.meta import ReportMeta

HEADER = ("Summary", "Description", "Issue Type", "Priority", "Labels", "Labels", "Labels")


def render(health: Health, meta: ReportMeta) -> str:  # noqa: ARG001 - every format is called alike
    """CSV with an issue for each gap in order of rank, for *Import issues from CSV*."""
    return write_table(HEADER, (_row(issue) for issue in make_issues(health, jira)))


def _row(issue: Issue) -> tuple[str, ...]:
    paragraphs = ("\n".join(f"* {x[2:]}" if x[:2] == "- " else x for x in p) for p in issue.body)
    return (issue.title, "\n\n".join(paragraphs), "Task", issue.priority, *issue.labels)
