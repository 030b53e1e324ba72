"""Gaps as issues for programs that create GitHub's from a table with title, body and labels."""

from __future__ import annotations

from kbtool.health import Health
from kbtool.render.csv_cells import write_table
from kbtool.render.safe_text import bare_title, markdown
from kbtool.render.views.issues import Issue, make_issues
from kbtool.render.views.meta import ReportMeta

HEADER = ("title", "body", "labels")


def render(health: Health, meta: ReportMeta) -> str:  # noqa: ARG001 - every format is called alike
    """CSV with an issue for each gap in order of rank; labels are parted by commas."""
    return write_table(HEADER, (_row(issue) for issue in make_issues(health, markdown)))


def _row(issue: Issue) -> tuple[str, ...]:
    labels = (*issue.labels, f"priority-{issue.priority.lower()}")
    return (bare_title(issue.title), issue.text, ",".join(labels))
