"""Recorded runs for reading on a terminal, and what changed between two of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from kbtool.history import Comparison, Moved
from kbtool.matching.trust.minimums import lack_of_run
from kbtool.model import Familiar, Flow, Run
from kbtool.render.history.flow_table import align, say_share, show_flow
from kbtool.render.moves_words import (
    say_came,
    say_gone,
    say_money,
    say_people,
    say_points,
    say_relabelled,
)
from kbtool.render.terminal import count, one_line, shorten

_HEADER = ("run", "day", "questions", "answered", "gaps", "articles")
_SHOWN = 10  # gaps of each kind
_LABEL = 70


def render(runs: Sequence[Run], change: Comparison | None, flow: Flow) -> str:
    """A row for each run, gaps from run to run, then the comparison."""
    parts = [align([_HEADER, *map(_row, runs)]), *show_flow(flow)]
    if change:
        parts.append("\n".join(_compare(change)))
    return "\n\n".join(parts) + "\n"


def _row(run: Run) -> tuple[str, ...]:
    bands = ", ".join(f"{number:,} {band}" for band, number in run.bands.items())
    covered = _say_answered(run)
    return (str(run.id), str(run.day), f"{run.questions:,}", covered, f"{run.gaps:,}", bands)


def _say_answered(run: Run) -> str:
    """Share that is answered; numbers where there is too little for one, "" where unknown."""
    if not lack_of_run(run):
        return say_share(run.coverage)
    return "" if run.answered is None else f"{run.answered:,} of {run.asked:,}"


def _compare(change: Comparison) -> Iterator[str]:
    before, now = change.before, change.now
    same = ", on the same questions" if change.exact else ""
    yield f"From run {before.id} ({before.day}) to run {now.id} ({now.day}){same}"
    yield from (f"   {line}" for line in _tell_moves(change))
    known = f"{count(change.kept, 'gap')} of both runs"
    moved = f", {len(change.regrouped):,} regrouped" if change.regrouped else ""
    if change.familiar:
        yield f"   {_tell_familiar(change.familiar, little=bool(lack_of_run(now)))}"
    yield f"   {count(len(change.opened), 'gap')} new, {len(change.closed)} closed{moved}, {known}"
    yield from _list(
        f"+ {_name(gap.label, gap.id)}, {gap.askers:,} asked: {one_line(gap.why)}"
        for gap in change.opened
    )
    yield from _list(
        f"- {_name(gap.label, gap.id)}, {gap.askers:,} asked. {one_line(gap.why)}"
        for gap in change.closed
    )
    yield from _list(
        f"~ {_name(gap.label, gap.id)}, {gap.askers:,} asked. {one_line(gap.why)}"
        for gap in change.regrouped
    )
    yield from _list(f"rising: {_tell_move(move)}" for move in change.rising)
    yield from _list(f"falling: {_tell_move(move)}" for move in change.falling)
    yield from _list(
        f"! {_name(one.label, one.id)}: {one.now} (was: {one.before}); {one_line(one.why)}"
        for one in change.advised
    )
    yield from _list(
        f"= {one_line(say_relabelled(one))} (id {one.id})" for one in change.relabelled
    )
    yield from _list(_tell_article("gone", one.title, say_gone(one)) for one in change.gone)
    yield from _list(_tell_article("new", one.title, say_came(one)) for one in change.added)
    yield from (f"   Careful: {one_line(warning)}" for warning in change.warnings)


def _tell_moves(change: Comparison) -> Iterator[str]:
    """How the figures moved that both runs know."""
    moves = change.moves
    for name, move, words in (
        ("answered", moves.coverage, say_points(moves.coverage)),
        ("answered of what a text can", moves.text_coverage, say_points(moves.text_coverage)),
        ("in gaps", moves.people_per_month, say_people(moves.people_per_month)),
        ("cost a month", moves.cost, say_money(moves.cost, "")),
    ):
        if move is not None and move.change is not None:
            yield f"{name}: {words}"


def _tell_familiar(found: Familiar, *, little: bool) -> str:
    parts = (found.known, found.new, found.alone)
    total, topics = sum(parts), count(found.new_topics, "new topic")
    known, new, alone = (f"{part:,}" if little else f"{part / total:.0%}" for part in parts)
    of = count(total, "question") if little else "questions"
    told = f"{known} of {of} in known topics, {new} in {topics}, {alone} in none"
    return f"{told}; {found.wordless:,} without a word to match" if found.wordless else told


def _tell_article(what: str, title: str, said: str) -> str:
    name = f"article {what}: “{shorten(one_line(title), _LABEL)}”"
    return f"{name}; {said}" if said else name


def _tell_move(move: Moved) -> str:
    rates = f"{move.before.value:.0f} people a month before, {move.now.value:.0f} now"
    return f"{_name(move.label, move.id)}, {rates}"


def _name(label: str, name: str) -> str:
    return f"“{shorten(one_line(label), _LABEL)}” (id {name})"


def _list(lines: Iterable[str]) -> Iterator[str]:
    whole = list(lines)
    yield from (f"   {line}" for line in whole[:_SHOWN])
    if len(whole) > _SHOWN:
        yield f"   and {len(whole) - _SHOWN:,} more (--format json lists all)"
