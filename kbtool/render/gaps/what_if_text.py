"""What drafts would change, for people: gaps closed and partly closed, questions taken."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from kbtool.model import GapReport, Interval, Published, QuestionLog, Steal, Tried, WhatIf
from kbtool.render.terminal import clean_path, count, one_line, paint, shorten

_QUOTED = 3
_LINE = 96
_LINES = 8  # numbers of lines with placeholders that are named


def render(found: WhatIf, report: GapReport, log: QuestionLog, *, color: bool = False) -> str:
    """A headline, the drafts, then gap by gap and article by article with some questions."""
    labels = {gap.id: gap.cluster.label for gap in report.gaps}
    texts = {question.id: one_line(question.text) for question in log.questions}
    lines = [paint(_headline(found), "bold", on=color), *_drafts(found)]
    if all(draft.unfilled for draft in found.drafts):
        return "\n".join(lines) + "\n"
    partly = [one for one in found.gaps if not one.closed]
    for title, tried in (("Closed", found.closed), ("Partly closed", partly)):
        if tried:
            lines += ["", paint(title, "bold", on=color)]
        for one in tried:
            lines += _gap(one, labels, texts)
    if found.steals:
        lines += ["", paint("Questions that would leave their article", "bold", on=color)]
    for steal in found.steals:
        lines += _steal(steal, texts)
    return "\n".join([*lines, "", *_notes(found)]).rstrip("\n") + "\n"


def _published(then: Published, *, replaces: bool) -> Iterator[str]:
    """What the next report will say, and what of it is not the drafts' doing."""
    total = then.questions
    yield (
        "The next report on these questions, with all matched, learned and grouped anew, says: "
        f"{then.answered_before:,} -> {then.answered:,} of {total:,} answered, "
        f"{then.gaps_before:,} -> {then.gaps:,} gaps."
    )
    yield f"Newly answered, with a draft found first: {len(then.gained):,}."
    gained, lost = len(then.gained_elsewhere), len(then.lost)
    if gained or lost:
        text = ", or a draft lacks what stood in its place" if replaces else ""
        yield (
            f"Other verdicts that turn, as the standard is learned anew{text}: {gained:,} to an "
            f"answer, {lost:,} away from one (--format json names them)."
        )


def _headline(found: WhatIf) -> str:
    closed = found.closed
    tried = sum(not draft.unfilled for draft in found.drafts)
    draft = "The draft" if len(found.drafts) == 1 else "The drafts"
    if not tried:
        verb = "answers" if len(found.drafts) == 1 else "answer"
        return f"{draft} {verb} nothing yet: placeholders are left to fill in."
    if tried < len(found.drafts):
        draft = f"{tried:,} of {len(found.drafts):,} drafts, those filled in,"
    if not closed:
        return f"{draft} would close no gap."
    answered = sum(len(one.questions) for one in closed)
    total = count(sum(one.of for one in closed), "question")
    low, high = _sum(closed)
    gaps = count(len(closed), "gap")
    return (
        f"{draft} would close {gaps}: {answered:,} of {total} ({low:,} to {high:,}), "
        "matched by words, not checked for truth."
    )


def _sum(tried: Sequence[Tried]) -> tuple[int, int]:
    """Bounds of the sum of independent numbers, by the squares of each one's reach."""
    value = sum(one.interval.value for one in tried)
    below = sum((one.interval.value - one.interval.low) ** 2 for one in tried) ** 0.5
    above = sum((one.interval.high - one.interval.value) ** 2 for one in tried) ** 0.5
    return round(max(value - below, 0)), round(value + above)


def _drafts(found: WhatIf) -> Iterator[str]:
    for draft in found.drafts:
        place = f", in place of `{one_line(draft.replaces)}`" if draft.replaces else ""
        yield f"  {clean_path(draft.path)}: “{one_line(draft.title)}”{place}"
        if draft.unfilled:
            yield f"    not tried: placeholders in {_name_lines(draft.unfilled)}"


def _name_lines(numbers: Sequence[int]) -> str:
    named = ", ".join(map(str, numbers[:_LINES]))
    more = f" and {len(numbers) - _LINES:,} more" if len(numbers) > _LINES else ""
    return f"line{'s' if len(numbers) > 1 else ''} {named}{more}"


def _gap(tried: Tried, labels: Mapping[str, str], texts: Mapping[str, str]) -> Iterator[str]:
    label = shorten(one_line(labels[tried.gap]), _LINE)
    answered = f"{len(tried.questions):,} of {tried.of:,} {_range(tried.interval)}"
    yield f"  {label} (id {tried.gap}): {answered}"
    close = ": a close verdict" if tried.is_close else ""
    sure = f"{tried.after:.0%} sure, {tried.before:.0%} today{close}"
    yield f"    answered by `{one_line(tried.draft)}`: {sure}"
    yield from _quote(tried.questions, texts)


def _range(interval: Interval) -> str:
    return f"({round(interval.low):,} to {round(interval.high):,})"


def _steal(steal: Steal, texts: Mapping[str, str]) -> Iterator[str]:
    number = count(len(steal.questions), "question")
    where = f"find `{one_line(steal.draft)}` instead" if steal.draft else "not be answered any more"
    yield f"  {one_line(steal.title)}: {number} would {where}"
    yield from _quote(steal.questions, texts)


def _quote(names: Sequence[str], texts: Mapping[str, str]) -> Iterator[str]:
    quoted = dict.fromkeys(texts[name] for name in names if texts.get(name))
    for text in list(quoted)[:_QUOTED]:
        yield f"    “{shorten(text, _LINE)}”"


def _notes(found: WhatIf) -> Iterator[str]:
    low, high = found.closed_range
    if low < high:
        yield (
            f"Published, it closes {low:,} to {high:,} gaps: close verdicts may fall otherwise "
            "once everything is matched anew."
        )
    if found.untouched:
        yield f"{count(found.untouched, 'gap')} left as today."
    if found.others:
        others = count(len(found.others), "further question")
        yield f"{others} outside these gaps would be answered, by the standard of today."
    if not found.steals:
        yield "No question would leave its article for a draft."
    if found.published:
        replaces = any(draft.replaces for draft in found.drafts)
        yield from ("", *_published(found.published, replaces=replaces))
    if not found.learned:
        yield "Careful: there is too little to learn from, so verdicts rest on defaults."
