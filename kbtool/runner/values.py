"""What one run of the linter over a project gives, and all that renderers need of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any, overload

from msgspec import Struct

from kbtool.articles import Skipped
from kbtool.linter import RuleFault
from kbtool.model import Finding, Outline, Source
from kbtool.rule import Rule


class RuleList(Sequence[Rule[Any]]):
    """Rules by their codes, looked up when somebody asks: most formats never do."""

    def __init__(self, codes: Sequence[str], known: Callable[[], Iterable[Rule[Any]]]) -> None:
        """Take the codes and where to find all rules."""
        self._codes = codes
        self._known = known

    @cached_property
    def _rules(self) -> tuple[Rule[Any], ...]:
        by_code = {rule.code: rule for rule in self._known()}
        return tuple(by_code[code] for code in self._codes if code in by_code)

    @overload
    def __getitem__(self, index: int) -> Rule[Any]: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Rule[Any]]: ...
    def __getitem__(self, index: int | slice) -> Rule[Any] | Sequence[Rule[Any]]:
        """Rule at an index, or those of a slice."""
        return self._rules[index]

    def __len__(self) -> int:
        """Number of rules."""
        return len(self._codes)

    @property
    def codes(self) -> Sequence[str]:
        """Codes of the rules, which need no looking up."""
        return self._codes


class Interruption(Struct, frozen=True):
    """What ended a run before its time; the rules that compare articles did not run then."""

    signal: BaseException  # to raise again once what is known was printed
    unchecked: int  # files that were not looked at

    @property
    def notice(self) -> str:
        """One sentence on what is missing."""
        files = f"{self.unchecked:,} file{'s' * (self.unchecked != 1)}"
        were = "was" if self.unchecked == 1 else "were"
        return f"interrupted: {files} {were} not checked, and no article was compared with others"


class LintReport(Struct, frozen=True):
    """One run of the linter, findings in order of path, place and code."""

    findings: tuple[Finding, ...]
    articles: tuple[Outline, ...]  # all that were checked, in order of path
    sources: Mapping[str, Source]  # by path; at least for every article with findings
    rules: Sequence[Rule[Any]] = ()  # that ran on at least one article, in order of code
    suppressed: tuple[Finding, ...] = ()  # by the articles themselves or by the configuration
    baselined: tuple[Finding, ...] = ()  # known from the baseline
    faults: tuple[RuleFault, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    skipped_languages: tuple[tuple[str, int], ...] = ()
    """Locale, and how many of its articles lack word lists."""
    fixed: int = 0  # edits that --fix made
    notes: tuple[str, ...] = ()
    """Sentences for people, such as how many entries of the baseline are stale."""
    interrupted: Interruption | None = None

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the rules that ran."""
        rules = self.rules
        if isinstance(rules, RuleList):
            return frozenset(rules.codes)
        return frozenset(rule.code for rule in rules)
