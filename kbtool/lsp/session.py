"""Documents that are open in an editor, and what was found in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from kbtool.articles import show
from kbtool.config import Project, load_project
from kbtool.model import Finding, Source
from kbtool.rule import Rule
from kbtool.runner.cache import Cache
from kbtool.runner.choices import Choices
from kbtool.runner.drafting import Drafter
from kbtool.runner.request import Request
from kbtool.runner.running import run_lint


class Document(Struct, frozen=True):
    """A document as the editor holds it."""

    uri: str
    path: Path
    version: int
    text: str

    @property
    def source(self) -> Source:
        """The text, with the path shown as for the command line."""
        return Source(show(self.path), self.text)


class Checked(Struct, frozen=True):
    """A document and what was found in it."""

    document: Document
    findings: tuple[Finding, ...] = ()
    rules: dict[str, Rule[Any]] = field(default_factory=dict)  # by code
    unread: str = ""  # why it could not be checked and what to do, "" where it was


class Session(Struct):
    """All open documents; what they are checked with is what ``kbtool lint`` would use."""

    today: Callable[[Project], date]
    open_cache: Callable[[date], Cache]
    _caches: dict[date, Cache] = field(default_factory=dict)

    def check(self, documents: Iterable[Document]) -> list[Checked]:
        """Findings in all documents, each project at once. Raises KbtoolError."""
        groups: dict[Path, tuple[Project, list[Document]]] = {}
        for document in documents:
            project = load_project(document.path.parent)
            groups.setdefault(project.root, (project, []))[1].append(document)
        return [
            checked
            for project, group in groups.values()
            for checked in self._check_project(project, group)
        ]

    def _check_project(self, project: Project, documents: list[Document]) -> list[Checked]:
        today = self.today(project)
        root = show(project.root) if project.path else ""
        overlays = {show(document.path): document.text.encode("utf-8") for document in documents}
        request = Request(
            Drafter(project, Choices(), today, root),
            tuple(document.path for document in documents),
            overlays,
            force_exclude=True,  # what the configuration leaves out is no concern of the editor
            processes=1,
        )
        report = run_lint(request, self._cache_of(today))
        found: dict[str, list[Finding]] = {}
        for finding in report.findings:
            found.setdefault(finding.path, []).append(finding)
        rules = {rule.code: rule for rule in report.rules} if found else {}
        unread = {s.path: f"{s.reason}. {s.remedy}" for s in report.skipped if s.fault}
        return [
            Checked(d, tuple(found.get(name, ())), rules, unread.get(name, "") if d.text else "")
            for d in documents
            for name in (show(d.path),)
        ]

    def _cache_of(self, today: date) -> Cache:
        """Cache of a day; ages count by the day, and an editor may be open for weeks."""
        if today not in self._caches:
            self._caches = {today: self.open_cache(today)}
        return self._caches[today]
