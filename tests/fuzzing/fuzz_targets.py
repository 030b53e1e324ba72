"""What fuzzing tries: each target takes one input and raises where a promise is broken."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

import fuzz_inputs as inputs
from fuzz_workbook import zip_sheet
from hypothesis import strategies as st

from kbtool.articles.collecting import File, Origin, collect
from kbtool.articles.conversion.converting import convert
from kbtool.articles.reading import parse_file
from kbtool.articles.values import Skipped
from kbtool.config import Project, load_project
from kbtool.errors import ConfigError, InputError, KbtoolError, SlowPatternError
from kbtool.fixer import apply_edits, choose_edits
from kbtool.history.deciding import read_notes, write_note
from kbtool.linter import build_knowledge_base, lint
from kbtool.model import Article, Note, Source
from kbtool.parse import parse_html, parse_markdown
from kbtool.questions import Limits, read_questions
from kbtool.questions.cleaning import clean_question
from kbtool.questions.masking import mask_text
from kbtool.questiontests.reading import read_text
from kbtool.rule import ActiveRule
from kbtool.runner.choices import Choices
from kbtool.runner.selecting import active_rules

TODAY = date(2026, 11, 22)
_SMALL = Limits(text=200, field=300, line=600, record_lines=8, array=2_000, unpacked=10_000)
_ROUNDS = 12  # fixes of one rule may make work for another; more would be a loop


class Target(NamedTuple):
    """Something that reads what strangers wrote."""

    inputs: st.SearchStrategy[Any]
    check: Callable[[Any], None]  # raises where a promise is broken


@cache
def all_rules() -> tuple[ActiveRule, ...]:
    """Every rule with its defaults."""
    return active_rules(Project(Path(), load_project(Path("/nowhere")).config), Choices(("ALL",)))


def check_article(article: Article) -> None:
    """Every part of an article lies inside its text."""
    end = len(article.source.text)
    for block in article.blocks:
        assert 0 <= block.span.start <= block.span.end <= end
        block.prose.text.encode()
    for link in article.links:
        assert 0 <= link.span.start <= link.span.end <= end


def read_markdown(text: str) -> None:
    """A Markdown article is read whatever it holds."""
    check_article(parse_markdown(Source("a.md", _sound(text))))


def read_page(text: str) -> None:
    """A page is read whatever it holds."""
    check_article(parse_html(Source("a.html", _sound(text))))


def read_front_matter(text: str) -> None:
    """Front matter is read or reported, and the body after it stays."""
    article = parse_markdown(Source("a.md", f"---\n{_sound(text)}\n---\n\nThe last words.\n"))
    check_article(article)
    assert "last words" in " ".join(block.prose.text for block in article.blocks)


def read_export(content: bytes) -> None:
    """An export gives articles, or says why it does not."""
    parts = parse_file(content, "export.json")
    assert parts
    for part in parts:
        if isinstance(part, Skipped):
            assert part.reason
        else:
            check_article(part)


def import_export(content: bytes) -> None:
    """Each article of an export becomes Markdown, or stays as it is."""
    for part in collect([File("export.json", content)]):
        if isinstance(part, Origin):
            text = convert(part.record)
            assert text is None or text.encode()


def lint_article(text: str) -> None:
    """No rule raises, and what each marks lies inside the text."""
    article = parse_markdown(Source("a.md", _sound(text)))
    for finding in _lint(article):
        assert 0 <= finding.span.start <= finding.span.end <= len(article.source.text)
        finding.message.encode()


def fix_article(text: str) -> None:
    """All fixes, safe or not, come to an end."""
    text = _sound(text)
    for _ in range(_ROUNDS):
        findings = _lint(parse_markdown(Source("a.md", text)))
        edits = choose_edits(finding.edit for finding in findings if finding.edit)
        fixed = apply_edits(text, edits)
        if fixed == text:
            return
        text = fixed
    raise AssertionError("the fixes never come to an end")


def read_configuration(text: str) -> None:
    """A configuration is read and its rules are set up, or an error says what is wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kbtool.toml"
        path.write_text(_sound(text), encoding="utf-8", newline="")
        with suppress(ConfigError, SlowPatternError):
            active_rules(load_project(path, path))


def read_question_tests(text: str) -> None:
    """A file of question tests gives cases or mistakes, each with its line."""
    suite = read_text(_sound(text), "kbtool-tests.yaml")
    lines = text.count("\n") + text.count("\r") + 2
    for case in suite.cases:
        assert case.question
        assert 0 < case.line <= lines
    for problem in suite.problems:
        assert str(problem)


def read_decisions(text: str) -> None:
    """Decisions about gaps are read, or an error says what is wrong, and others stay as written."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "kbtool-gaps.toml"
        path.write_text(_sound(text), encoding="utf-8", newline="")
        try:
            notes = read_notes(path)
            write_note(path, Note("g1", status="planned", owner="Ann"))
        except KbtoolError:
            return
        assert read_notes(path) == {**notes, "g1": Note("g1", status="planned", owner="Ann")}


def read_log(content: bytes, name: str) -> None:
    """A log gives questions, or an error says why it does not."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(content)
        try:
            log = read_questions([path], limits=_SMALL)
        except InputError:
            return
        assert log.questions
        for question in log.questions:
            assert question.id
            question.text.encode()


def read_workbook(cells: str) -> None:
    """A workbook gives questions, or an error says why it does not."""
    read_log(zip_sheet(_sound(cells)), "log.xlsx")


def clean(text: str) -> None:
    """A question cleaned and masked once stays as it is."""
    cleaned = clean_question(_sound(text)).text
    assert clean_question(cleaned).text == cleaned
    masked = mask_text(cleaned).text
    assert mask_text(masked).text == masked


def _lint(article: Article) -> Any:
    kb = build_knowledge_base([article], all_rules(), TODAY)
    result = lint(kb, [article], all_rules())
    assert not result.faults, result.faults
    return result.findings


def _sound(text: str) -> str:
    """The text as it can stand in a file: no half of a surrogate pair."""
    return text.encode("utf-8", "replace").decode()


TARGETS = {
    "markdown": Target(inputs.ARTICLES, read_markdown),
    "html": Target(inputs.PAGES, read_page),
    "front-matter": Target(inputs.FRONT_MATTER, read_front_matter),
    "export": Target(inputs.EXPORTS, read_export),
    "import": Target(inputs.EXPORTS, import_export),
    "csv": Target(inputs.LOGS, lambda content: read_log(content, "log.csv")),
    "json-lines": Target(inputs.LOGS, lambda content: read_log(content, "log.jsonl")),
    "workbook": Target(inputs.SHEETS, read_workbook),
    "cleaning": Target(inputs.QUESTIONS, clean),
    "configuration": Target(inputs.CONFIGURATIONS, read_configuration),
    "question-tests": Target(inputs.QUESTION_TESTS, read_question_tests),
    "decisions": Target(inputs.DECISIONS, read_decisions),
    "lint": Target(inputs.ARTICLES, lint_article),
    "fix": Target(inputs.ARTICLES, fix_article),
}
"""By name; all but `configuration`, `lint` and `fix` are readers."""
