"""The report as one HTML page."""

from __future__ import annotations

from kbtool.health import Health
from kbtool.render.html import render_html
from kbtool.render.report.meta import ReportMeta


def render(health: Health, meta: ReportMeta) -> str:
    """Page of a knowledge base, which needs no other file."""
    return render_html(health, meta=meta)
