"""Mends files: applies the fixes that findings carry until nothing more changes."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from kbtool.articles import Skipped, parse_bytes
from kbtool.errors import InputError
from kbtool.fixer import apply_edits, choose_edits, replace_file
from kbtool.linter import lint
from kbtool.model import Article, Edit, KnowledgeBase
from kbtool.rule import ActiveRule

MAX_ROUNDS = 10
"""Rounds of fixing per file; edits that overlap wait for the next one."""

_BOM = b"\xef\xbb\xbf"


def fix_files(
    kb: KnowledgeBase,
    articles: Sequence[Article],
    rules: Sequence[ActiveRule],
    *,
    unsafe: bool,
) -> tuple[int, tuple[Article, ...], list[Skipped]]:
    """Number of edits made, the articles as they are now, and files that could not be written."""
    total = 0
    after: list[Article] = []
    faults: list[Skipped] = []
    for article in articles:
        fixed, count = _fix_article(kb, article, rules, unsafe=unsafe)
        if fixed is not article:
            try:
                replace_file(Path(article.path), _encode(fixed), expected=_encode(article))
            except InputError as error:
                faults.append(Skipped(error.path, error.message, error.remedy, fault=True))
                fixed, count = article, 0
        total += count
        after.append(fixed)
    return total, tuple(after), faults


def _fix_article(
    kb: KnowledgeBase,
    article: Article,
    rules: Sequence[ActiveRule],
    *,
    unsafe: bool,
) -> tuple[Article, int]:
    count = 0
    for _ in range(MAX_ROUNDS):
        findings = lint(kb, [article], rules).findings
        edits: list[Edit] = [f.edit for f in findings if f.edit and (f.edit.safe or unsafe)]
        text = apply_edits(article.source.text, edits)
        if text == article.source.text or not text.strip():
            break
        count += len(choose_edits(edits))
        bom = _BOM if article.source.bom else b""
        article = parse_bytes(bom + text.encode("utf-8"), article.path, article.locale)
    return article, count


def _encode(article: Article) -> bytes:
    return (_BOM if article.source.bom else b"") + article.source.text.encode("utf-8")
