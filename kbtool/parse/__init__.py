"""Text to model: one module per format; the only place where Markdown and HTML are parsed."""

from kbtool.parse.html import parse_html
from kbtool.parse.markdown import parse_markdown

__all__ = ["parse_html", "parse_markdown"]
