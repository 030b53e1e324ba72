"""Articles that `kbtool test --seed` writes no test of, as what they say may be wrong."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.config import Project
from kbtool.health import BLOCKING, blocks
from kbtool.linter import lint
from kbtool.model import Finding, KnowledgeBase, Severity
from kbtool.questiontests.doubting import Doubt
from kbtool.rule import ActiveRule
from kbtool.rules import all_rules
from kbtool.rules.frs.frs001_review_overdue import RULE as OVERDUE
from kbtool.rules.frs.frs003_past_date import RULE as PAST
from kbtool.runner.options import find_options
from kbtool.runner.selecting import judging_rules


def find_unfit(project: Project, kb: KnowledgeBase) -> dict[str, Doubt]:
    """Why articles are unfit, by id; silencing a finding makes none fitter. Raises ConfigError."""
    result = lint(kb, kb.articles, list(_rules(project)))
    found: dict[str, Doubt] = {}
    for finding in (*result.findings, *result.suppressed):
        doubt = _doubt(finding)
        if doubt and found.get(finding.path) is not Doubt.BLOCKED:
            found[finding.path] = doubt
    return {one.id: found[one.path] for one in kb.articles if one.path in found}


def _rules(project: Project) -> Iterator[ActiveRule]:
    """Rules that block, those of a team among them, and those that tell what is out of date."""
    built_in = {rule.code for rule in all_rules()}
    wanted = {*BLOCKING, OVERDUE.code}
    for active in judging_rules(project):
        if active.rule.code in wanted or active.rule.code not in built_in:
            yield active
    options = find_options(project, PAST, ()).get("") or PAST.options()
    yield ActiveRule(PAST, options)


def _doubt(finding: Finding) -> Doubt | None:
    if blocks(finding):
        return Doubt.BLOCKED
    overdue = finding.code == OVERDUE.code and finding.severity is not Severity.INFO
    return Doubt.OVERDUE if overdue or finding.code == PAST.code else None
