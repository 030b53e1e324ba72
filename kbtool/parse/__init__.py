"""Text to model: one module per format; the only place where Markdown is parsed."""

from kbtool.parse.markdown import parse_markdown

__all__ = ["parse_markdown"]
