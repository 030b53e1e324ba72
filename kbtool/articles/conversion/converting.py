"""Markdown of an article in HTML, if it is the same article."""

from __future__ import annotations

from kbtool.articles.conversion.blocks import write_blocks
from kbtool.articles.conversion.sameness import is_same
from kbtool.articles.conversion.tree import InexpressibleError, read_tree
from kbtool.articles.record_text import write_text
from kbtool.articles.records import Record
from kbtool.model import Source
from kbtool.parse import parse_html, parse_markdown

_MOST = 500_000
"""Characters of a body beyond which it stays as it is: it holds data, not text."""


def convert(record: Record) -> str | None:
    """Text of the article in Markdown; None where it would not be the same article.

    Both are read as all commands read them and compared, so that nothing that a rule, a match or
    a report knows can get lost unseen.
    """
    if len(record.body) > _MOST:
        return None
    body = record.body.replace("\0", "\ufffd")
    try:
        markdown = write_blocks(read_tree(body).children, body)
        text = write_text(record.fields, f"\n{markdown}\n" if markdown else "")
        before = parse_html(Source("", write_text(record.fields, body)))
        return text if is_same(before, parse_markdown(Source("", text))) else None
    except (InexpressibleError, RecursionError):
        return None
