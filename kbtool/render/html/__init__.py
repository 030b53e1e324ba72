"""The health of a knowledge base as one HTML page; the only place that imports jinja2."""

from kbtool.render.html.page import render_html
from kbtool.render.report.meta import ReportMeta

__all__ = ["ReportMeta", "render_html"]
