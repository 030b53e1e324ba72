"""Runs rules over articles and turns their hits into findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from kbtool.model import Article, Finding, Hit, KnowledgeBase, Span
from kbtool.rule import ActiveRule, Rule
from kbtool.rules import all_rules
from kbtool.suppress import Suppression, read_suppressions

UNUSED = "unused-suppression"
"""The one rule that only the linter can check: it has to know what all others found."""


@dataclass(frozen=True)
class RuleFault:
    """A rule that raised instead of judging; the rest of the run goes on."""

    rule: str  # name
    path: str
    error: str


@dataclass(frozen=True)
class LintResult:
    """What a run found, in order of path, place and code."""

    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    faults: tuple[RuleFault, ...]
    skipped_languages: tuple[tuple[str, int], ...]  # locale, articles whose word lists are missing


def lint(
    kb: KnowledgeBase,
    articles: Sequence[Article],
    rules: Sequence[ActiveRule],
    progress: Callable[[int], None] | None = None,
) -> LintResult:
    """Findings in ``articles``; rules may look at all of ``kb``.

    ``progress`` is called with the number of articles done.
    """
    findings: list[Finding] = []
    suppressed: list[Finding] = []
    faults: list[RuleFault] = []
    locales: dict[str, int] = {}
    for count, article in enumerate(articles, 1):
        run = _ArticleRun(article, kb, rules)
        run.check()
        findings += run.findings
        suppressed += run.suppressed
        faults += run.faults
        if run.unspoken:
            locales[article.locale] = locales.get(article.locale, 0) + 1
        if progress:
            progress(count)
    return LintResult(
        tuple(sorted(findings, key=_order)),
        tuple(sorted(suppressed, key=_order)),
        tuple(faults),
        tuple(sorted(locales.items())),
    )


def _order(finding: Finding) -> tuple[Any, ...]:
    return (finding.path, finding.span, finding.code, finding.message)


class _ArticleRun:
    """All rules on one article."""

    def __init__(self, article: Article, kb: KnowledgeBase, rules: Sequence[ActiveRule]) -> None:
        self.article = article
        self.kb = kb
        self.rules = rules
        self.findings: list[Finding] = []
        self.suppressed: list[Finding] = []
        self.faults: list[RuleFault] = []
        self.unspoken = False
        self.suppressions = read_suppressions(article)
        self.used: set[Suppression] = set()

    def check(self) -> None:
        for active in self.rules:
            if active.rule.name == UNUSED or not active.rule.check:
                continue
            if not active.rule.speaks(self.article.locale):
                self.unspoken = True
                continue
            self._run(active)
        for active in self.rules:
            if active.rule.name == UNUSED:
                self._take(active, self._unused())

    def _run(self, active: ActiveRule) -> None:
        check = active.rule.check
        if check is None:
            return
        try:
            self._take(active, check(self.article, self.kb, active.options))
        except Exception as error:  # noqa: BLE001 - a faulty rule must not end the run unheard
            detail = f"{type(error).__name__}: {error}"
            self.faults.append(RuleFault(active.rule.name, self.article.path, detail))

    def _take(self, active: ActiveRule, hits: Iterator[Hit]) -> None:
        codes = frozenset({active.rule.code.lower(), active.rule.name})
        for hit in hits:
            finding = stamp(hit, active, self.article)
            marked = self.article.source.slice(hit.span)
            silencing = self.suppressions.silencing(codes, hit.span, marked)
            self.used.update(silencing)
            (self.suppressed if silencing else self.findings).append(finding)

    def _unused(self) -> Iterator[Hit]:
        yield from self.suppressions.problems
        ran = {n for active in self.rules for n in _names(active.rule)}
        for entry in self.suppressions.entries:
            if entry.name not in ran:
                known = _all_names()
                if entry.name not in known:
                    near = get_close_matches(entry.name, sorted(known), 1)
                    hint = f"Did you mean `{near[0]}`?" if near else "Remove the comment"
                    yield Hit(entry.span, f"no rule is called `{entry.name}`", hint)
            elif entry not in self.used:
                message = f"`{entry.name}` finds nothing here, so nothing needs silencing"
                yield Hit(entry.span, message, "Remove the rule from the comment")


def _names(rule: Rule[Any]) -> tuple[str, str]:
    return rule.code.lower(), rule.name


def _all_names() -> set[str]:
    return {name for rule in all_rules() for name in _names(rule)}


def stamp(hit: Hit, active: ActiveRule, article: Article) -> Finding:
    """Finding that a hit becomes: with its place, its rule and its severity."""
    text = article.source.text
    start = min(max(hit.span.start, 0), len(text))
    end = min(max(hit.span.end, start), len(text))
    first, last = article.source.position(start), article.source.position(end)
    return Finding(
        path=article.path,
        span=Span(start, end),
        line=first.line,
        column=first.column,
        end_line=last.line,
        end_column=last.column,
        code=active.rule.code,
        rule=active.rule.name,
        severity=active.severity_of(hit),
        message=hit.message,
        help=hit.help,
        edit=hit.edit,
    )
