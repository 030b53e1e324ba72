"""What the criteria of readiness rest on, gathered before anything is hidden."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kbtool.cli.asking import Asked
from kbtool.cli.question_tests import default_places
from kbtool.config import Project
from kbtool.errors import KbtoolError
from kbtool.export import WordOptions, find_customer_words
from kbtool.health import Basis, QuestionTests
from kbtool.linter import LintResult, RuleFault
from kbtool.model import KnowledgeBase
from kbtool.questiontests.baseline import read_baseline
from kbtool.questiontests.naming import resolve_cases
from kbtool.questiontests.reading import find_files, read_suite
from kbtool.questiontests.values import Case, Kind
from kbtool.rule import ActiveRule


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


def silence_others(result: LintResult, chosen: Sequence[ActiveRule]) -> LintResult:
    """The result with findings of rules that the configuration leaves out among the silenced."""
    codes = {active.rule.code for active in chosen}
    silenced = (found for found in result.findings if found.code not in codes)
    return replace(
        result,
        findings=tuple(found for found in result.findings if found.code in codes),
        suppressed=(*result.suppressed, *silenced),
    )


def faults_of(result: LintResult, chosen: Sequence[ActiveRule]) -> tuple[RuleFault, ...]:
    """Faults of rules that the configuration has run; nobody is told of those that it left out."""
    names = {active.rule.name for active in chosen}
    return tuple(fault for fault in result.faults if fault.rule in names)


def _read_tests(project: Project, kb: KnowledgeBase) -> QuestionTests | None:
    """Tests with how they came out in the baseline; None where there are none to be read.

    `kbtool test` says what is wrong with a file; here it counts as no test.
    """
    try:
        suite = read_suite(find_files(default_places(project)))
    except KbtoolError:
        return None
    cases, _ = resolve_cases(suite.cases, kb)
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
