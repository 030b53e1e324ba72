"""What changed since the baseline of question tests: before, after, and the words behind it."""

from __future__ import annotations

from collections.abc import Iterator

from kbtool.model import Decision
from kbtool.questiontests.values import Flip, Outcome
from kbtool.render.answers.grounds import FAULTS, say_reason
from kbtool.render.questiontests.words import describe_case, describe_unknown
from kbtool.render.terminal import clean_path, count, one_line, paint

_DOES = {
    Decision.ANSWER: ("answered", "answer"),
    Decision.CLARIFY: ("asked back", "ask back"),
    Decision.HANDOFF: ("handed it over", "hand it over"),
}


def render(outcome: Outcome, *, color: bool = False) -> str:
    """Tests that fail now, that pass now, and that find another article, in this order."""
    groups = (
        ("Fails now", "red", [f for f in outcome.flips if f.passed_before and not _passed(f)]),
        ("Passes now", "green", [f for f in outcome.flips if not f.passed_before and _passed(f)]),
        (
            "Finds another article",
            "yellow",
            [flip for flip in outcome.flips if flip.passed_before == _passed(flip)],
        ),
    )
    name = clean_path(outcome.baseline)
    changed = count(len(outcome.flips), "test") if outcome.flips else "No test"
    lines = [f"{changed} changed since {name}.", *describe_unknown(outcome)]
    for title, style, flips in groups:
        if flips:
            lines += ["", paint(title, style, "bold", on=color)]
            lines += [line for flip in flips for line in _describe(flip)]
    return "\n".join(lines) + "\n"


def _passed(flip: Flip) -> bool:
    return flip.result.passed


def _describe(flip: Flip) -> Iterator[str]:
    case, found = flip.result.case, flip.result.found
    yield f"  {clean_path(case.path)}:{case.line}: “{one_line(case.question)}”"
    yield f"    {describe_case(case)}"
    if case.problem:
        yield f"    {one_line(case.problem)}"
    before = one_line(flip.found_before) or "nothing"
    after = one_line(found.article) if found else "nothing"
    yield (
        f"    before and now: {before}"
        if before == after
        else f"    before: {before}, now: {after}"
    )
    if flip.decision_before is not flip.result.decision:
        then, now = _DOES[flip.decision_before], _DOES[flip.result.decision]
        yield f"    a bot would have {then[0]} and would now {now[1]}{_tell_why(flip)}"
    if flip.gained:
        yield f"    what it finds holds now: {', '.join(map(one_line, flip.gained))}"
    if flip.lost:
        yield f"    and no longer: {', '.join(map(one_line, flip.lost))}"


def _tell_why(flip: Flip) -> str:
    """Why it is handed over though an article fits, "" where none does."""
    result = flip.result
    if result.reason not in FAULTS or result.reason is None:
        return ""
    return f": {say_reason(result.reason, result.lacks)}"
