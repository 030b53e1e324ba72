"""What one run of the linter over a project gives, and all that renderers need of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from kbtool.articles import Skipped
from kbtool.linter import RuleFault
from kbtool.model import Finding, Outline, Source
from kbtool.rule import Rule


@dataclass(frozen=True)
class LintReport:
    """One run of the linter, findings in order of path, place and code."""

    findings: tuple[Finding, ...]
    articles: tuple[Outline, ...]  # all that were checked, in order of path
    sources: Mapping[str, Source]  # by path; at least for every article with findings
    rules: tuple[Rule[Any], ...] = ()  # that ran on at least one article, in order of code
    suppressed: tuple[Finding, ...] = ()  # by the articles themselves or by the configuration
    baselined: tuple[Finding, ...] = ()  # known from the baseline
    faults: tuple[RuleFault, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    skipped_languages: tuple[tuple[str, int], ...] = ()
    """Locale, and how many of its articles lack word lists."""
    fixed: int = 0  # edits that --fix made
    notes: tuple[str, ...] = field(default=())
    """Sentences for people, such as how many entries of the baseline are stale."""
