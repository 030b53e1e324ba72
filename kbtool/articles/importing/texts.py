"""Text of the file that an article becomes."""

from __future__ import annotations

import re
from typing import NamedTuple

from kbtool.articles.conversion.converting import convert
from kbtool.articles.record_text import write_record
from kbtool.articles.records import Record
from kbtool.patterns import lazy_pattern

_META = lazy_pattern(r"<meta\b[^<>]*+>", re.IGNORECASE)


class FileText(NamedTuple):
    """Content of a file and the ending that tells how to read it."""

    ending: str
    content: bytes


def file_text(record: Record, *, keep_html: bool = False) -> FileText:
    """File of an article: Markdown, or HTML where Markdown would lose something."""
    ending, text = ".md", write_record(record)
    if record.markup == "html":
        converted = None if keep_html else convert(record)
        ending, text = (".md", converted) if converted is not None else (".html", _plain(text))
    # What cannot stand in a file of text is shown as what it is: a sign that is broken.
    return FileText(ending, text.replace("\0", "\ufffd").encode("utf-8", "replace"))


def _plain(html: str) -> str:
    """HTML without tags that speak of a file's encoding or maker: they are not this file's."""
    return _META.sub("", html)
