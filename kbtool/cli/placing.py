"""Paths of a report as its readers need them: from the project's folder, not from this machine."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterable
from functools import cached_property

from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.config import Project
from kbtool.health import ArticleHealth, Criterion, Health
from kbtool.model import Article, Finding, KnowledgeBase
from kbtool.render.views.meta import ReportMeta

_QUOTES = "\"'“‘"


def place_report(health: Health, meta: ReportMeta, project: Project) -> tuple[Health, ReportMeta]:
    """The same report with paths from the project's folder, whatever folder it was made from.

    What lies elsewhere and was named from the root of the machine keeps its own name alone. Ids,
    titles, and what customers wrote are left as they are.
    """
    folders = _list_folders(show(project.root) if project.path else "", meta.sources)
    if not folders:
        return health, meta
    places = _Places(folders, _list_paths(health, meta))
    gaps, log = health.gaps, health.log
    advice = tuple(replace(one, why=places.mend(one.why)) for one in gaps.advice)
    return replace(
        health,
        articles=tuple(_place_health(one, places) for one in health.articles),
        elsewhere=_place_findings(health.elsewhere, places),
        criteria=_place_criteria(health.criteria, places),
        gaps=replace(gaps, advice=advice, warnings=tuple(map(places.mend, gaps.warnings))),
        log=replace(log, warnings=tuple(map(places.mend_behind, log.warnings))) if log else None,
    ), replace(
        meta,
        sources=tuple(map(places.move, meta.sources)),
        not_checked=tuple(map(places.mend_behind, meta.not_checked)),
        kb=_place_articles(meta.kb, places) if meta.kb else None,
    )


class _Places(Struct, frozen=True, dict=True):
    """Folders that are left out of paths, and the paths that sentences may name."""

    folders: tuple[str, ...]  # the longest first: the project's, and those around other sources
    paths: frozenset[str]

    def move(self, path: str) -> str:
        """A path without the folder that it lies in."""
        if path in self.folders:
            return "."
        outer = next((each for each in self.folders if path.startswith(f"{each}/")), None)
        return path if outer is None else path[len(outer) + 1 :]

    def mend(self, text: str) -> str:
        """A sentence with the paths in it moved.

        A word, a heading or an address may begin like a folder. So one that is not named from the
        root of the machine is left out of whole paths of this report, and between backticks.
        """
        return self._begin.sub(lambda match: "" if self._is_path(match) else match[0], text)

    def mend_behind(self, text: str) -> str:
        """A sentence that a path may begin ("help/a.md: no such file"), with its paths moved."""
        return self.mend(self.move(text))

    def _is_path(self, match: re.Match[str]) -> bool:
        text, start = match.string, match.start()
        before = text[max(start - 1, 0) : start]
        if posixpath.isabs(match[0]) or before == "`":
            return True
        if before and before in _QUOTES:
            return False  # a title or words of an article
        ends = (start + length for length in self._lengths)
        return any(text[start:end] in self.paths and _ends(text, end) for end in ends)

    @cached_property
    def _begin(self) -> re.Pattern[str]:
        names = "|".join(map(re.escape, self.folders))
        return re.compile(rf"(?<![\w./-])(?:{names})/")

    @cached_property
    def _lengths(self) -> list[int]:
        return sorted({len(path) for path in self.paths})


def _ends(text: str, end: int) -> bool:
    """Whether a path that ends here goes no further."""
    return not re.match(r"[\w/#-]|\.\w", text[end : end + 2])


def _list_folders(root: str, sources: Iterable[str]) -> tuple[str, ...]:
    folders = {root} if root not in ("", ".") else set()
    folders |= {
        posixpath.dirname(source)
        for source in sources
        if posixpath.isabs(source) and not f"{source}/".startswith(f"{root}/")
    }
    names = {folder.rstrip("/") for folder in folders} - {""}
    return tuple(sorted(names, key=lambda name: (-len(name), name)))


def _list_paths(health: Health, meta: ReportMeta) -> frozenset[str]:
    """All paths of a report: articles, other files with findings, and what was read."""
    files = {finding.path for finding in health.elsewhere}
    return frozenset({one.path for one in health.articles} | files | {*meta.sources})


def _place_health(article: ArticleHealth, places: _Places) -> ArticleHealth:
    return replace(
        article,
        path=places.move(article.path),
        findings=_place_findings(article.findings, places),
        suppressed=_place_findings(article.suppressed, places),
        criteria=_place_criteria(article.criteria, places),
    )


def _place_findings(findings: Iterable[Finding], places: _Places) -> tuple[Finding, ...]:
    return tuple(
        replace(
            one,
            path=places.move(one.path),
            message=places.mend(one.message),
            help=places.mend(one.help),
        )
        for one in findings
    )


def _place_criteria(criteria: Iterable[Criterion], places: _Places) -> tuple[Criterion, ...]:
    return tuple(replace(one, evidence=places.mend(one.evidence)) for one in criteria)


def _place_articles(kb: KnowledgeBase, places: _Places) -> KnowledgeBase:
    def move(article: Article) -> Article:
        return replace(article, source=replace(article.source, path=places.move(article.path)))

    return KnowledgeBase.of(map(move, kb.articles), kb.today)
