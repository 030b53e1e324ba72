"""Question tests for people: a headline, what failed and why, and what to do next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kbtool.model import Decision, Need
from kbtool.questiontests.values import Fault, Kind, Outcome, Result, Robustness
from kbtool.render.questiontests.words import (
    describe_case,
    describe_fault,
    describe_unknown,
    describe_variant,
    percent,
)
from kbtool.render.terminal import clean_path, count, one_line, paint

_MOST_VARIANTS = 10  # of a kind that are listed; JSON has all


def render(outcome: Outcome, *, verbose: bool = False, color: bool = False) -> str:
    """Headline, failed tests (``verbose``: all), what a bot would do, and the two gates."""
    lines = [paint(_headline(outcome), "bold", on=color)]
    regressions = set(map(id, outcome.regressions))
    failed = [result for result in outcome.results if not result.passed]
    new = [result for result in failed if id(result) in regressions]
    rest = [result for result in failed if id(result) not in regressions]
    lines += _section("Failed, and passed in the baseline", new, "red", color=color)
    lines += _section("Failed", rest, "red", color=color)
    if verbose:
        passed = [result for result in outcome.results if result.passed]
        lines += _section("Passed", passed, "green", color=color)
        lines += _tell_beyond(passed)
    if outcome.robustness:
        lines += _robustness(outcome.robustness)
    lines += ["", *_notes(outcome)]
    return "\n".join(lines).rstrip("\n") + "\n"


def _headline(outcome: Outcome) -> str:
    total = len(outcome.results)
    tests = count(total, "question test")
    if outcome.passed == total:
        return f"{tests}: all pass." if total != 1 else "1 question test: it passes."
    floor = "all" if outcome.floor == 1 else percent(outcome.floor)
    verdict = "enough" if outcome.reaches_floor else "too few"
    return (
        f"{tests}: {outcome.passed:,} pass, {total - outcome.passed:,} fail "
        f"({percent(outcome.rate)}: {verdict}, since {floor} have to pass)."
    )


def _section(title: str, results: Sequence[Result], style: str, *, color: bool) -> Iterator[str]:
    if results:
        yield ""
        yield paint(title, style, "bold", on=color)
    for result in results:
        case = result.case
        yield f"  {clean_path(case.path)}:{case.line}: “{one_line(case.question)}”"
        for line in [describe_case(case), *describe_fault(result)]:
            yield f"    {line}"


def _tell_beyond(passed: Sequence[Result]) -> Iterator[str]:
    """How many answered questions may take more than a text."""
    needs = (Need.ACCOUNT, Need.ACTION)
    number = sum(r.decision is Decision.ANSWER and r.need in needs for r in passed)
    if number:
        yield ""
        yield (
            f"{count(number, 'answered question')} may take a look at an account, or somebody to "
            "act: offer a person as well."
        )


def _robustness(robustness: Robustness) -> Iterator[str]:
    yield ""
    if robustness.score is None:
        yield "Robustness: no test passes that could be asked in other words."
        return
    variants = robustness.variants
    held = sum(variant.held for variant in variants)
    yield (
        f"Robustness: {percent(robustness.score)}; with slips and in other words {held:,} of "
        f"{len(variants):,} questions still pass."
    )
    flipped = [variant for variant in variants if not variant.held]
    for variant in flipped[:_MOST_VARIANTS]:
        yield f"  “{one_line(variant.text)}” ({variant.change}) {describe_variant(variant)}"
    if len(flipped) > _MOST_VARIANTS:
        yield f"  … and {len(flipped) - _MOST_VARIANTS:,} more; --format json has all"


def _notes(outcome: Outcome) -> Iterator[str]:
    asks = [r for r in outcome.results if r.case.kind is Kind.ASKS and r.passed]
    answered = sum(result.decision is Decision.ANSWER for result in asks)
    if asks:
        rest = "" if answered == len(asks) else "; of the others it is less sure"
        yield (
            f"A bot would answer {answered:,} of the {len(asks):,} questions that found the right "
            f"article by itself{rest}."
        )
    if outcome.baseline:
        yield _compare(outcome)
    seeded = sum(result.case.seeded for result in outcome.results)
    if seeded:
        verb = "was" if seeded == 1 else "were"
        yield (
            f"{count(seeded, 'test')} {verb} written by kbtool and not read yet: once you have, "
            "take `seeded: true` out."
        )
    wrong = sum(result.fault is Fault.NOT_FOUND for result in outcome.results)
    if wrong:
        yield "To mend an article: say in its title, a heading or its summary what it lacks."


def _compare(outcome: Outcome) -> str:
    name = clean_path(outcome.baseline)
    new, known = len(outcome.regressions), len(outcome.known)
    fail = "1 test that passed in it fails now"
    fail = fail if new == 1 else f"{new:,} tests that passed in it fail now"
    parts = [fail if new else "nothing got worse"]
    parts += [f"{count(known, 'known failure')}"] if known else []
    parts += [f"{count(outcome.gone, 'test')} of it no longer asked"] if outcome.gone else []
    meant = " Is that meant? --write-baseline notes it." if new else ""
    unknown = "".join(f" {line}" for line in describe_unknown(outcome))
    return f"Against {name}: {', '.join(parts)}.{meant}{unknown}"
