"""``kbtool test``."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.common import (
    Progress,
    config_option,
    echo_result,
    find_project,
    format_option,
    output_options,
    say,
    today_option,
    use_color,
)
from kbtool.cli.inputs import (
    Inputs,
    question_options,
    read_inputs,
    report_reading,
    solved_option,
)
from kbtool.config import Project
from kbtool.errors import ConfigError, InputError, UsageError
from kbtool.fixer import write_file
from kbtool.questiontests.baseline import Baseline, choose_others, read_baseline, write_baseline
from kbtool.questiontests.gates import assess
from kbtool.questiontests.naming import resolve_cases
from kbtool.questiontests.reading import FILE_NAME, find_files, read_suite
from kbtool.questiontests.values import Case, Outcome, Result, Robustness
from kbtool.render import load_renderer
from kbtool.render.terminal import clean_path, count

_MOST_PROBLEMS = 20  # named; of hundreds nobody reads them all
_FILE = click.Path(path_type=Path, dir_okay=False)


@click.command("test")
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@question_options
@solved_option
@format_option("test", "text")
@click.option("--output-file", type=_FILE, metavar="FILE", help="Write the output there.")
@click.option("-v", "--verbose", is_flag=True, help="List the tests that pass, too.")
@click.option(
    "--min-pass-rate",
    type=click.FloatRange(0, 1),
    help="Share of tests that must pass (default: 1, that is all).",
)
@click.option("--baseline", type=_FILE, metavar="FILE", help="Baseline to compare with.")
@click.option("--no-baseline", is_flag=True, help="Compare with no baseline.")
@click.option("--write-baseline", is_flag=True, help="Note how each test comes out today.")
@click.option("--diff", is_flag=True, help="Show what changed since the baseline, and why.")
@click.option(
    "--robustness",
    is_flag=True,
    help="Ask with slips and in other words, too, and say how many pass.",
)
@click.option("--seed", is_flag=True, help="Write tests from your log, for you to read.")
@click.option(
    "--per-article",
    default=3,
    show_default=True,
    type=click.IntRange(1, 100),
    help="With --seed: tests of each article.",
)
@click.option("--append", is_flag=True, help="With --seed: add tests to a file that is there.")
@click.option("--force", is_flag=True, help="With --seed: write a file that is there anew.")
@today_option
@config_option
@output_options
def command(files: tuple[Path, ...], **settings: Any) -> int:
    """Test that articles answer the questions they are written for.

    FILES are YAML files of question tests, folders of them, or a folder with a kbtool.toml; without
    them those that kbtool.toml names, or kbtool-tests.yaml beside it. Your log (--questions) helps
    to understand them, as in `kbtool match`. Exit code: 0 enough tests
    pass and none that passed in the baseline fails, 1 otherwise, 2 something could not be read.
    """
    project, places = find_project(files, settings["config_path"])
    settings |= {"config_path": project.path}
    if (settings["append"] or settings["force"]) and not settings["seed"]:
        raise UsageError("--append and --force belong to --seed", remedy="Add --seed")
    if settings["append"] and settings["force"]:
        raise UsageError("--append keeps the file, and --force does not", remedy="Choose one")
    if settings["seed"]:
        from kbtool.cli.seeds import seed_tests  # noqa: PLC0415 - few runs write tests

        return seed_tests(project, places, settings)
    files = find_files(places or default_places(project))
    cases, inputs = _read(files, settings)
    results, robustness = _judge(cases, inputs, settings)
    path = settings["baseline"] or _baseline_path(project)
    report_reading(inputs)
    if settings["write_baseline"]:
        kept = write_baseline(path, results, _find_others(path, files, whole=not places))
        _tell_written(path, results, kept, settings)
        return 2 if inputs.faulty else 0
    outcome = _compare(results, path, files, project, settings)
    _print(replace(outcome, robustness=robustness), settings)
    if inputs.faulty:
        return 2
    return 0 if outcome.is_good else 1


def _baseline_path(project: Project) -> Path:
    entry = project.config.test.baseline
    return project.output_path(entry, "test", "baseline", folder=project.root)


def _find_others(path: Path, files: Sequence[Path], *, whole: bool) -> Baseline:
    """What a baseline knows of files that were not run. Raises ConfigError.

    A broken one is written anew where all tests of the project were run.
    """
    try:
        known = read_baseline(path) if path.is_file() else {}
    except ConfigError:
        if not whole:
            raise
        known = {}
    return choose_others(known, path, files)


def _read(files: Sequence[Path], settings: dict[str, Any]) -> tuple[tuple[Case, ...], Inputs]:
    """Tests with ids of articles, and all else. Raises InputError, UsageError.

    A test of an article that is not there fails like any other: the rest must still be run.
    """
    suite = read_suite(files)
    progress = Progress(settings["quiet"])
    inputs = read_inputs((), settings, progress, needs_log=False)
    progress.clear()
    problems = suite.problems
    for problem in problems[1:_MOST_PROBLEMS]:
        say(f"error: {problem}")
    if len(problems) > _MOST_PROBLEMS:
        say(f"error: and {len(problems) - _MOST_PROBLEMS:,} more mistakes")
    if problems:
        raise problems[0]
    if not suite.cases:
        remedy = "Write some (docs/question-tests.md), or let `kbtool test --seed` do it"
        raise InputError("there is no test in it", path=", ".join(suite.paths), remedy=remedy)
    return resolve_cases(suite.cases, inputs.kb, inputs.drafts)[0], inputs


def default_places(project: Project) -> list[Path]:
    """Files of tests that a project has. Raises UsageError where it has none."""
    places = project.resolve(project.config.test.files)
    usual = project.root / FILE_NAME
    if not places and not usual.is_file():
        remedy = "`kbtool test --seed` writes kbtool-tests.yaml from your log of questions"
        raise UsageError("there are no question tests", remedy=remedy)
    return places or [usual]


def _judge(
    cases: Sequence[Case], inputs: Inputs, settings: dict[str, Any]
) -> tuple[tuple[Result, ...], Robustness | None]:
    progress = Progress(settings["quiet"])
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.questiontests.judging import Bench, judge  # noqa: PLC0415 - measured, see above

    bench = Bench(inputs.kb, inputs.log.questions, inputs.teachers, inputs.options)
    results = judge(bench, cases, progress=lambda done, all_: progress.show("testing", done, all_))
    robustness = None
    if settings["robustness"]:
        from kbtool.questiontests.robustness import measure_robustness  # noqa: PLC0415 - as above

        robustness = measure_robustness(
            bench, results, lambda done, all_: progress.show("asking in other words", done, all_)
        )
    progress.clear()
    return results, robustness


def _compare(
    results: Sequence[Result],
    path: Path,
    files: Sequence[Path],
    project: Project,
    settings: dict[str, Any],
) -> Outcome:
    """Outcome by both gates. Raises ConfigError, UsageError."""
    floor = settings["min_pass_rate"]
    floor = project.config.test.min_pass_rate if floor is None else floor
    named = settings["baseline"] is not None
    if settings["no_baseline"] or not (named or path.is_file()):
        if settings["diff"]:
            remedy = "`kbtool test --write-baseline` writes one"
            raise UsageError("there is no baseline to compare with", remedy=remedy)
        return assess(results, floor)
    known = read_baseline(path)
    others = choose_others(known, path, files)
    return assess(results, floor, known, name=show(path), others=others)


def _print(outcome: Outcome, settings: dict[str, Any]) -> None:
    target: Path | None = settings["output_file"]
    color = use_color(settings["color"]) and not target
    name: str = settings["format_name"]
    if name != "text":
        text = load_renderer("test", name)(outcome)  # both tell the changes as well
    elif settings["diff"]:
        text = load_renderer("test-diff", name)(outcome, color=color)
    else:
        text = load_renderer("test", name)(outcome, verbose=settings["verbose"], color=color)
    if target:
        write_file(target, text.encode("utf-8", "backslashreplace"))
    else:
        echo_result(text, name, color=color)


def _tell_written(
    path: Path, results: Sequence[Result], kept: int, settings: dict[str, Any]
) -> None:
    if settings["quiet"]:
        return
    failed = sum(not result.passed for result in results)
    click.echo(f"Wrote {count(len(results), 'test')} to {clean_path(show(path))}. Commit it.")
    if kept:
        click.echo(f"It keeps {count(kept, 'test')} of files that were not run.")
    if failed:
        share = (len(results) - failed) / len(results)
        click.echo(
            f"{count(failed, 'test')} of them fail. To live with that for now, set "
            f"`min-pass-rate = {int(share * 100) / 100}` under [test] in kbtool.toml."
        )
