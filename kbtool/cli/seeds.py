"""``kbtool test --seed``: a first file of tests, from questions that customers asked."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from pathlib import Path
from typing import Any

import click
from msgspec import Struct
from msgspec.structs import replace

from kbtool.articles import show
from kbtool.cli.asking import Asked, hide_quotes, match_questions
from kbtool.cli.common import Progress, say
from kbtool.cli.inputs import Inputs, read_inputs, report_reading
from kbtool.cli.seed_articles import find_unfit
from kbtool.config import Project
from kbtool.errors import UsageError
from kbtool.fixer import write_file
from kbtool.model import Decision
from kbtool.questiontests.doubting import Doubt, Doubter
from kbtool.questiontests.naming import resolve_cases
from kbtool.questiontests.reading import FILE_NAME, load_text, read_suite
from kbtool.questiontests.seed_file import append_seeds, write_seeds
from kbtool.questiontests.seeding import Seed, find_seeds, find_unsure, keep_most
from kbtool.questiontests.values import Case, Kind, Result
from kbtool.render.terminal import clean_path, count, one_line, shorten

_SPARE = 2  # questions asked for each test that is to be, as some turn out to be unsure
_MOST_NAMED, _SHOWN = 5, 100  # questions left out that are named, and characters of each


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
    known, problems = resolve_cases(before, asked.kb, asked.inputs.drafts)
    for problem in problems:
        say(f"warning: {problem}")
    cases = [case for case in known if not case.problem]
    number: int = settings["per_article"]
    doubter = Doubter(asked.kb, asked.report, asked.log.questions, find_unfit(project, asked.kb))
    choice = find_seeds(
        shown.report, shown.log.questions, asked.kb, _SPARE * number, doubter, cases
    )
    usual = _read_usual(settings) if paths else asked.inputs
    tried = _try((asked.inputs, usual) if paths else (usual,), choice.seeds, cases, number)
    report_reading(asked.inputs)
    _write(target, tried.kept, asked, append=bool(settings["append"]))
    _tell(target, tried, choice.doubts + Counter(tried.unsure), settings)
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


def _read_usual(settings: dict[str, Any]) -> Inputs:
    """What `kbtool test` reads without further options."""
    plain = settings | {"questions_paths": (), "solved_paths": ()}
    return read_inputs((), plain, Progress(settings["quiet"]), needs_log=False)


class _Tried(Struct, frozen=True):
    """What became of seeds that were asked."""

    kept: tuple[Seed, ...]
    failing: tuple[Seed, ...]  # today
    unsure: tuple[Doubt, ...]  # of each that passes, but for all that is no sure test


def _try(
    inputs: Collection[Inputs], seeds: Sequence[Seed], known: Sequence[Case], number: int
) -> _Tried:
    """At most so many seeds an article that are sure with each of these inputs, asked together.

    Seeds say whether a bot answers them today; of each article those come first.
    """
    # scikit-learn takes a second to load: only once there is something to match.
    from kbtool.questiontests.judging import Bench, judge  # noqa: PLC0415 - measured, see above

    benches = [Bench(i.kb, i.log.questions, i.teachers, i.options) for i in inputs]
    kept, before = tuple(seeds), -1
    results: list[Result] = []
    failing: list[Seed] = []
    unsure: list[Doubt] = []
    while kept and len(kept) != before:  # without one, the log helps the others otherwise
        before = len(kept)
        cases = [*known, *(seed.case for seed in kept)]
        results = [result for bench in benches for result in judge(bench, cases)]
        wrong = {result.case for result in results if not result.passed}
        failing += [seed for seed in kept if seed.case in wrong]
        passing = [seed for seed in kept if seed.case not in wrong]
        doubts = find_unsure(passing, results)
        unsure += doubts.values()
        kept = keep_most([seed for seed in passing if seed.case not in doubts], number, known)
    wavering = {r.case for r in results if r.decision is not Decision.ANSWER or r.place != 1}
    tried = [replace(s, answered=s.kind is Kind.ASKS and s.case not in wavering) for s in kept]
    tried.sort(key=lambda seed: (not seed.article, seed.article, not seed.answered))
    return _Tried(tuple(tried), tuple(failing), tuple(unsure))


def _write(target: Path, seeds: Sequence[Seed], asked: Asked, *, append: bool) -> None:
    """Write or lengthen the file; without a seed nothing is written."""
    if not seeds:
        return
    name = show(target)
    if append and target.exists():
        text = append_seeds(load_text(target), seeds, name)
    else:
        number = count(len(asked.log.questions), "logged question")
        least = asked.inputs.project.config.privacy.min_askers
        text = write_seeds(seeds, number, least)
    write_file(target, text.encode("utf-8", "backslashreplace"))


def _say_none(target: Path, name: str) -> str:
    if target.exists():
        return f"No group of questions gives a new test, so {name} stays as it is."
    return (
        f"No group of questions gives a test, so {name} is not written: no agent is known to have "
        "answered with an article, and the log is too small, or articles fit too weakly, for "
        "kbtool to be sure. Write some by hand (docs/question-tests.md)."
    )


def _tell(target: Path, tried: _Tried, doubts: Counter[Doubt], settings: dict[str, Any]) -> None:
    if settings["quiet"]:
        return
    name, seeds, failing = clean_path(show(target)), tried.kept, tried.failing
    if seeds:
        articles = len({seed.article for seed in seeds if seed.article})
        handoffs = sum(seed.kind is Kind.HANDOFF for seed in seeds)
        parts = [f"{count(len(seeds), 'test')} for {count(articles, 'article')}"]
        parts += [f"{count(handoffs, 'question')} for a person"] if handoffs else []
        click.echo(f"Wrote {', '.join(parts)} to {name}; all pass today.")
        click.echo("`kbtool test` runs them. Take `seeded: true` out of each once you read it.")
    elif not failing:
        click.echo(_say_none(target, name))
    if failing:
        for line in _say_failing(failing, name, written=bool(seeds)):
            click.echo(line)
    for line in _say_doubts(doubts):
        click.echo(line)


def _say_doubts(doubts: Counter[Doubt]) -> Iterator[str]:
    """How many questions are no sure tests, by reason, the most frequent first."""
    if doubts:
        number = count(doubts.total(), "question")
        yield f"Left out {number} that would make doubtful tests:"
        for doubt, times in sorted(doubts.items(), key=lambda item: (-item[1], item[0])):
            yield f"  {times:,} {doubt.value}"


def _say_failing(seeds: Sequence[Seed], name: str, *, written: bool) -> Iterator[str]:
    """What is not tested since it fails today; what agents answered so comes first."""
    number = count(len(seeds), "question")
    verb = "fails" if len(seeds) == 1 else "fail"
    start = f"Left out {number} that {verb} today"
    yield f"{start}:" if written else f"{start}; there is no other, so nothing goes to {name}:"
    ordered = sorted(seeds, key=lambda seed: (not seed.links, -seed.people))
    for seed in ordered[:_MOST_NAMED]:
        wanted = f"does not find `{one_line(seed.article)}`" if seed.article else "is answered"
        agents = ", with which agents answered it" if seed.links else ""
        yield f"  “{shorten(one_line(seed.question), _SHOWN)}” {wanted}{agents}"
    if len(seeds) > _MOST_NAMED:
        yield f"  and {len(seeds) - _MOST_NAMED:,} more"
