"""Paths of a report as its readers need them: from the project's folder, not from this machine."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterable
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.config import Project
from kbtool.health import Health
from kbtool.model import Article, KnowledgeBase
from kbtool.render.report.meta import ReportMeta

Swap = Callable[[str], str]


def place_report(health: Health, meta: ReportMeta, project: Project) -> tuple[Health, ReportMeta]:
    """The same report with paths from the project's folder, whatever folder it was made from.

    What lies elsewhere and was named from the root of the machine keeps its own name alone. What
    customers wrote is left as it is.
    """
    swap = _make_swap(show(project.root) if project.path else "", meta.sources)
    gaps, log = health.gaps, health.log
    return replace(
        health,
        articles=_walk(health.articles, swap),
        elsewhere=_walk(health.elsewhere, swap),
        criteria=_walk(health.criteria, swap),
        gaps=replace(gaps, advice=_walk(gaps.advice, swap), warnings=_walk(gaps.warnings, swap)),
        log=replace(log, warnings=_walk(log.warnings, swap)) if log else None,
    ), replace(
        meta,
        sources=_walk(meta.sources, swap),
        not_checked=_walk(meta.not_checked, swap),
        kb=_place_articles(meta.kb, swap) if meta.kb else None,
    )


def _make_swap(root: str, sources: Iterable[str]) -> Swap:
    """What takes folders off the paths in a text: the project's, and those around other sources."""
    folders = {root} if root not in ("", ".") else set()
    inside = f"{root}/"
    folders |= {
        posixpath.dirname(source)
        for source in sources
        if posixpath.isabs(source) and not f"{source}/".startswith(inside)
    }
    longest = sorted((folder.rstrip("/") for folder in folders), key=len, reverse=True)
    names = "|".join(re.escape(folder) for folder in longest if folder)
    if not names:
        return lambda text: text
    path = re.compile(rf"(?<![\w./-])(?:{names})/")
    # A folder alone may be called like any word, so it is one only where it is the whole text.
    return lambda text: "." if text in folders else path.sub("", text)


def _place_articles(kb: KnowledgeBase, swap: Swap) -> KnowledgeBase:
    def move(article: Article) -> Article:
        return replace(article, source=replace(article.source, path=swap(article.path)))

    return KnowledgeBase.of(map(move, kb.articles), kb.today)


def _walk(value: Any, swap: Swap) -> Any:
    """The same value with all texts in it swapped."""
    if type(value) is str:  # names in an enumeration are texts, too
        return swap(value)
    if isinstance(value, Struct):
        parts = {name: getattr(value, name) for name in value.__struct_fields__}
        changed = {name: _walk(part, swap) for name, part in parts.items()}
        return replace(value, **changed)
    if type(value) is tuple:
        return tuple(_walk(part, swap) for part in value)
    return value
