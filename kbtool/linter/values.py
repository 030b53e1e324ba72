"""What linting one article, and what linting all of them gives."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from msgspec import Struct, field

from kbtool.model import Finding, Outline
from kbtool.suppress import Suppression, Suppressions


class RuleFault(Struct, frozen=True):
    """A rule that raised instead of judging; the rest of the run goes on."""

    rule: str  # name
    path: str
    error: str
    stopped: bool = False  # a pattern of the user takes too long: off for the rest of the run


class Draft(Struct, frozen=True):
    """What one article alone tells: findings of most rules, and what the others need to know."""

    outline: Outline
    findings: tuple[Finding, ...]
    suppressed: tuple[Finding, ...]
    faults: tuple[RuleFault, ...]
    unspoken: bool  # whether a rule was left out for want of word lists in its language
    suppressions: Suppressions
    used: tuple[Suppression, ...]  # that silenced something
    surveys: Mapping[str, Any] = field(default_factory=dict)  # by code of the rule


class LintResult(Struct, frozen=True):
    """What a run found, in order of path, place and code."""

    findings: tuple[Finding, ...] = ()
    suppressed: tuple[Finding, ...] = ()
    faults: tuple[RuleFault, ...] = ()
    skipped_languages: tuple[tuple[str, int], ...] = ()
    """Locale, and how many of its articles lack word lists."""
