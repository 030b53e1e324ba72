"""What the criteria of readiness rest on, gathered before anything is hidden."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from kbtool.cli.asking import Asked
from kbtool.cli.question_tests import default_places
from kbtool.config import Project
from kbtool.errors import KbtoolError
from kbtool.export import WordOptions, find_customer_words
from kbtool.health import Basis, QuestionTests
from kbtool.linter import LintResult, RuleFault, RuleSet
from kbtool.model import Finding, KnowledgeBase
from kbtool.questiontests.baseline import read_baseline
from kbtool.questiontests.naming import resolve_cases
from kbtool.questiontests.reading import find_files, read_suite
from kbtool.questiontests.values import Case, Kind
from kbtool.rule import ActiveRule
from kbtool.runner.choices import Choices
from kbtool.runner.plan import Plan


def gather_basis(asked: Asked, rules: Sequence[ActiveRule], result: LintResult) -> Basis:
    """Basis of a run; ``asked`` with all questions as they were read.

    Of customers' words only those of several people are told, so no text has to be hidden.
    """
    project = asked.inputs.project
    least = max(WordOptions().min_people, project.config.privacy.min_askers)
    found = find_customer_words(
        asked.report, asked.log.questions, asked.kb, WordOptions(min_people=least)
    )
    words = {one.article: tuple((word.word, word.people) for word in one.words) for one in found}
    return Basis(tuple(rules), result.faults, words, _read_tests(project, asked.kb), least)


def choose_rules(project: Project, kb: KnowledgeBase) -> Mapping[str, RuleSet]:
    """Rules that the configuration has run on each article, by its path. Raises ConfigError.

    `[[overrides]]` leave rules out for some articles: `kbtool lint` shows nothing of them there.
    """
    plan = Plan(project, Choices())
    plan.check()
    return {article.path: plan.rules_for(article.path, article.id) for article in kb.articles}


def silence_others(result: LintResult, chosen: Mapping[str, RuleSet]) -> LintResult:
    """The result with findings of rules that are left out for an article among the silenced."""
    shown: list[Finding] = []
    silenced = list(result.suppressed)
    for found in result.findings:
        (shown if found.rule in chosen[found.path].by_name else silenced).append(found)
    return replace(result, findings=tuple(shown), suppressed=tuple(silenced))


def faults_of(result: LintResult, chosen: Mapping[str, RuleSet]) -> tuple[RuleFault, ...]:
    """Faults of rules that the configuration has run; nobody is told of those that it left out."""
    return tuple(fault for fault in result.faults if fault.rule in chosen[fault.path].by_name)


def _read_tests(project: Project, kb: KnowledgeBase) -> QuestionTests | None:
    """Tests with how they came out in the baseline; None where there are none to be read.

    `kbtool test` says what is wrong with a file; here it counts as no test.
    """
    try:
        suite = read_suite(find_files(default_places(project)))
    except KbtoolError:
        return None
    cases = [case for case in resolve_cases(suite.cases, kb)[0] if not case.problem]
    if not cases:
        return None
    return QuestionTests(
        total=len(cases),
        passed=_count_passed(cases, project),
        out_of_scope=sum(case.kind is not Kind.ASKS for case in cases),
        articles=frozenset(case.article for case in cases if case.article),
    )


def _count_passed(cases: Sequence[Case], project: Project) -> int | None:
    try:
        baseline = read_baseline(project.root / project.config.test.baseline)
    except KbtoolError:
        return None
    known = [baseline[case.key] for case in cases if case.key in baseline]
    return sum(entry.passed for entry in known) if known else None
