"""The health of a knowledge base as one HTML page; the only place that imports jinja2."""

from kbtool.render.html.page import ReportMeta, render_html

__all__ = ["ReportMeta", "render_html"]
