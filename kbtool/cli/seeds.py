"""``kbtool test --seed``: a first file of tests, from questions that customers asked."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.asking import Asked, hide_quotes, match_questions
from kbtool.cli.common import Progress, say
from kbtool.cli.inputs import report_reading
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.fixer import write_file
from kbtool.model import Decision
from kbtool.questiontests.naming import resolve_cases
from kbtool.questiontests.reading import FILE_NAME, load_text, read_suite
from kbtool.questiontests.seed_file import append_seeds, write_seeds
from kbtool.questiontests.seeding import Seed, find_seeds
from kbtool.questiontests.values import Case, Kind
from kbtool.render.terminal import clean_path, count


def seed_tests(project: Project, places: Sequence[Path], settings: dict[str, Any]) -> int:
    """Write tests chosen from the log into a file; what comes back is the exit code."""
    target = _find_target(project, places)
    before = _read_known(target, settings)
    paths = (*settings["questions_paths"], *settings["solved_paths"])
    log = settings["questions_paths"] or project.resolve(project.config.questions)
    settings |= {"questions_paths": (*log, *settings["solved_paths"])} if paths else {}
    asked = match_questions((), settings | {"solved_paths": ()}, Progress(settings["quiet"]))
    if asked.log.unmasked:
        remedy = "Leave --no-mask out, or set `mask = true` under [privacy]"
        raise UsageError("tests are written from masked questions only", remedy=remedy)
    shown = hide_quotes(asked, {"no_quotes": False})
    cases, problems = resolve_cases(before, asked.kb, asked.inputs.drafts)
    for problem in problems:
        say(f"warning: {problem}")
    number: int = settings["per_article"]
    seeds = find_seeds(shown.report, shown.log.questions, asked.kb, number, cases)
    seeds, failing = _try(asked, seeds, cases)
    report_reading(asked.inputs)
    _write(target, seeds, failing, asked, append=bool(settings["append"]))
    _tell(target, seeds, failing, settings)
    return 2 if asked.inputs.faulty else 0


def _find_target(project: Project, places: Sequence[Path]) -> Path:
    """File to write. Raises UsageError where that is not clear."""
    named = list(places) or project.resolve(project.config.test.files)[:1]
    target = named[0] if named else project.root / FILE_NAME
    if len(named) > 1:
        raise UsageError("--seed writes one file", remedy="Name one")
    return target / FILE_NAME if target.is_dir() else target


def _read_known(target: Path, settings: dict[str, Any]) -> Sequence[Case]:
    """Tests that the file holds already. Raises InputError, UsageError."""
    if not target.exists() or settings["force"]:
        return ()
    if not settings["append"]:
        remedy = "--append adds tests to it, --force writes it anew"
        raise UsageError(f"{show(target)} is there already", remedy=remedy)
    suite = read_suite([target])
    if suite.problems:
        raise suite.problems[0]
    return suite.cases


def _try(
    asked: Asked, seeds: Sequence[Seed], known: Sequence[Case]
) -> tuple[tuple[Seed, ...], frozenset[Case]]:
    """Seeds without those that rest on kbtool's word alone and fail, and cases that fail.

    Seeds say whether a bot answers them today; of each article those come first.
    """
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.questiontests.judging import Bench, judge  # noqa: PLC0415 - measured, see above

    inputs = asked.inputs
    bench = Bench(asked.kb, inputs.log.questions, inputs.teachers, inputs.options)
    results = judge(bench, [*known, *(seed.case for seed in seeds)]) if seeds else ()
    failing = {result.case for result in results if not result.passed}
    kept = [s for s in seeds if s.links or s.kind is Kind.HANDOFF or s.case not in failing]
    if len(kept) < len(seeds):  # questions that are tested are missing in the log: others now
        results = judge(bench, [*known, *(seed.case for seed in kept)]) if kept else ()
        failing = {result.case for result in results if not result.passed}
    sure = {r.case for r in results if r.passed and r.decision is Decision.ANSWER}
    tried = [replace(s, answered=s.kind is Kind.ASKS and s.case in sure) for s in kept]
    tried.sort(key=lambda seed: (not seed.article, seed.article, not seed.answered))
    return tuple(tried), frozenset(failing)


def _write(
    target: Path, seeds: Sequence[Seed], failing: Collection[Case], asked: Asked, *, append: bool
) -> None:
    """Write or lengthen the file; without a seed nothing is written."""
    if not seeds:
        return
    name = show(target)
    if append and target.exists():
        text = append_seeds(load_text(target), seeds, failing, name)
    else:
        number = count(len(asked.log.questions), "logged question")
        least = asked.inputs.project.config.privacy.min_askers
        text = write_seeds(seeds, failing, number, least)
    write_file(target, text.encode("utf-8", "backslashreplace"))


def _say_none(target: Path, name: str) -> str:
    if target.exists():
        return f"No group of questions gives a new test, so {name} stays as it is."
    return (
        f"No group of questions gives a test, so {name} is not written: no agent is known to have "
        "answered with an article, and the log is too small, or articles fit too weakly, for "
        "kbtool to be sure. Write some by hand (docs/question-tests.md)."
    )


def _tell(
    target: Path, seeds: Sequence[Seed], failing: Collection[Case], settings: dict[str, Any]
) -> None:
    if settings["quiet"]:
        return
    name = clean_path(show(target))
    if not seeds:
        click.echo(_say_none(target, name))
        return
    articles = len({seed.article for seed in seeds if seed.article})
    fail = sum(seed.case in failing for seed in seeds)
    handoffs = sum(seed.kind is Kind.HANDOFF for seed in seeds)
    parts = [f"{count(len(seeds), 'test')} for {count(articles, 'article')}"]
    parts += [f"{count(handoffs, 'question')} for a person"] if handoffs else []
    click.echo(f"Wrote {', '.join(parts)} to {name}; {fail:,} of them fail today.")
    click.echo("`kbtool test` runs them. Take `seeded: true` out of each once you read it.")
