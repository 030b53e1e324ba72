"""Gaps for reading on a terminal: the table first, then each gap with its evidence."""

from __future__ import annotations

from collections.abc import Mapping

from kbtool.model import (
    CostBasis,
    Gap,
    GapReport,
    KnowledgeBase,
    Note,
    Question,
    QuestionLog,
    count_askings,
)
from kbtool.questions.foreign import list_unserved
from kbtool.render.counts import (
    count_answers,
    lack_of,
    say_lack,
    say_lacking,
    say_no_topic,
    say_rough,
    say_split,
)
from kbtool.render.gaps.articles import write_sections
from kbtool.render.gaps.figures import describe_cost, describe_trend, rate, short_need
from kbtool.render.gaps.notes import describe_note, leave_out_dismissed, list_dismissed
from kbtool.render.gaps.withheld import tell_withheld
from kbtool.render.questions.reading_words import describe_changes, describe_rows
from kbtool.render.questions.unserved_words import HEADING, MEANING, say_unserved
from kbtool.render.terminal import count, one_line, paint, shorten
from kbtool.render.trust_words import say_trust
from kbtool.render.wording import amount, effort, join_place, short_action, short_confidence

_QUOTES = 3  # questions quoted per gap
_LINE = 96
_WIDTH, _LABEL = 100, 62  # characters of a row, and of a gap's label at most
_HEADER: tuple[str, ...] = (
    "", "people", "a month", "trend", "cost", "need", "what to do", "what customers ask",
)  # fmt: skip


def render(
    report: GapReport,
    log: QuestionLog,
    kb: KnowledgeBase,
    *,
    top: int,
    color: bool,
    notes: Mapping[str, Note] | None = None,
) -> str:
    """Coverage in one sentence, the first ``top`` gaps as a table, then the evidence for each."""
    parts = [headline(report, log, kb), say_trust(report, len(kb.articles)), _reading(log)]
    whole, report = report, leave_out_dismissed(report, notes or {})
    shown = report.gaps[:top]
    if shown:
        parts += [
            "\n".join(gap_rows(report, top, color)),
            _cards(report, top, log, color, notes or {}),
        ]
    if len(report.gaps) > top:
        parts.append(f"{count(len(report.gaps) - top, 'further gap')}: --top {len(report.gaps)}")
    parts += list_dismissed(whole, notes or {})
    parts += write_sections(report, {question.id: question for question in log.questions}, color)
    parts += [_unserved(log, color), _remainder(report), tell_withheld(whole)]
    parts += [f"Careful: {one_line(warning).rstrip('.')}." for warning in report.warnings]
    return "\n\n".join(part for part in parts if part) + "\n"


def headline(report: GapReport, log: QuestionLog, kb: KnowledgeBase) -> str:
    """One sentence: what was read, how much of it is answered, how many gaps there are."""
    covered = report.coverage
    askings = count_askings(log.questions)
    times, what = "", "questions"
    if askings is not None:
        times, what = f" {count(askings, 'time')}", "askings"
    counts, lack = count_answers(report), lack_of(report, len(kb.articles))
    read = (
        f"{count(len(log.questions), 'question')} asked{times}{_period(log)}, "
        f"{count(len(kb.articles), 'article')}."
    )
    left = f"{count(len(report.gaps), 'gap')} {'is' if len(report.gaps) == 1 else 'are'} left"
    if counts.unanswered and not counts.gaps:
        have = "has" if counts.unanswered == 1 else "have"
        left = f"{counts.unanswered:,} {have} no answer, and {say_no_topic(counts)}"
        left = say_no_topic(counts) if lack else left
    lacking = f", {say_lacking(counts)}" if counts.lacking else ""
    if lack:
        return f"{read} {say_split(counts)}; {left}. {say_lack(lack)}"
    rough = say_rough(len(kb.articles)).capitalize()
    return (
        f"{read} {rough}{covered.value:.0%} of the {what} ({covered.low:.0%} to "
        f"{covered.high:.0%}) are answered by an article{lacking}; {left}."
    )


def _period(log: QuestionLog) -> str:
    days = sorted(q.asked_at.date() for q in log.questions if q.asked_at)
    return f" from {days[0]} to {days[-1]}" if days else ""


def gap_rows(report: GapReport, top: int, color: bool) -> list[str]:
    """Header and a row for each of the first gaps; columns that nothing is known for are left out.

    Rank, people, people a month, trend, cost a month, need, what to do, what they ask.
    """
    basis = report.cost_basis
    rows = [_HEADER, *(_cells(n, gap, basis) for n, gap in enumerate(report.gaps[:top], 1))]
    columns = [column for column in zip(*rows, strict=True) if any(column[1:]) or column[0] == ""]
    widths = [max(map(len, column)) for column in columns[:-1]]
    room = min(_LABEL, _WIDTH - sum(widths) - 2 * len(widths))
    lines = []
    for row in zip(*columns, strict=True):
        cells = [
            cell.rjust(width) if at < 2 else cell.ljust(width)  # the first two are numbers
            for at, (cell, width) in enumerate(zip(row[:-1], widths, strict=True))
        ]
        lines.append(f"{'  '.join(cells)}  {shorten(row[-1], room)}".rstrip())
    return [paint(lines[0], "bold", on=color), *lines[1:]]


def _cells(place: int, gap: Gap, basis: CostBasis | None) -> tuple[str, ...]:
    trend = gap.cluster.trend
    return (
        f"{place:>3}",
        f"{gap.cluster.askers:,}",
        rate(gap.per_month),
        trend.word if trend and trend.word != "steady" else "",
        amount(gap.cost.value, basis.currency) if gap.cost and basis else "",
        short_need(gap.cluster.need),
        short_action(gap.cluster.action) or "nothing",
        one_line(gap.cluster.label),
    )


def _cards(
    report: GapReport, top: int, log: QuestionLog, color: bool, notes: Mapping[str, Note]
) -> str:
    by_id = {question.id: question for question in log.questions}
    return "\n\n".join(
        "\n".join(
            [
                *_card(place, gap, by_id, report.cost_basis, color),
                *(f"   {line}" for line in describe_note(notes.get(gap.id))),
            ]
        )
        for place, gap in enumerate(report.gaps[:top], 1)
    )


def _card(
    place: int, gap: Gap, questions: dict[str, Question], basis: CostBasis | None, color: bool
) -> list[str]:
    title = paint(f"{place}. {one_line(gap.cluster.label)}", "bold", on=color)
    quoted = dict.fromkeys(one_line(questions[name].text) for name in gap.cluster.questions)
    shown = [text for text in quoted if text]  # "" where it is not to be quoted
    arrow = paint("->", "green", on=color)
    return [
        f"{title}  ({short_confidence(gap)}, id {gap.id})",
        *(f"   “{shorten(text, _LINE)}”" for text in shown[:_QUOTES]),
        f"   {one_line(gap.cluster.why)}",
        *(f"   {line}" for line in _themes(gap)),
        f"   {arrow} {gap.cluster.action.value}{_about(gap)}",
        f"   {_figures(gap, basis)}",
    ]


def _themes(gap: Gap) -> list[str]:
    """A line on what the group is about, where that is more than one thing."""
    if not gap.cluster.themes:
        return []
    sides = [
        f"“{shorten(one_line(t.label), _LINE // 2)}” ({len(t.questions)})"
        for t in gap.cluster.themes
    ]
    return [f"several things: {', '.join(sides)}"]


def _figures(gap: Gap, basis: CostBasis | None) -> str:
    parts = [
        f"needs: {gap.cluster.need.value}",
        describe_trend(gap.cluster.trend),
        describe_cost(gap, basis),
        effort(gap),
    ]
    return "; ".join(part for part in parts if part)


def _about(gap: Gap) -> str:
    nearest = gap.cluster.nearest
    if not nearest:
        return ""
    place = join_place(nearest.title, nearest.passage)
    return f" (nearest: {shorten(one_line(place), _LINE)}, score {nearest.score:.2f})"


def _reading(log: QuestionLog) -> str:
    return " ".join(part for part in (describe_rows(log), describe_changes(log)) if part)


def _unserved(log: QuestionLog, color: bool) -> str:
    """Demand in languages without articles; "" where there is none."""
    unserved = list_unserved(log.left_out, len(log.questions))
    if not unserved:
        return ""
    told = (say_unserved(one) for one in unserved)
    lines = [paint(HEADING, "bold", on=color), *told, f"{paint('->', 'green', on=color)} {MEANING}"]
    return "\n   ".join(lines)


def _remainder(report: GapReport) -> str:
    answered = {match.question for match in report.matches if match.answered}
    alone = count(len(report.ungrouped), "question")
    if unanswered := len(set(report.ungrouped) - answered):
        alone += f", {unanswered:,} of them without an answer"
    wordless = count(len(report.unmatchable), "question")
    basis = one_line(report.threshold_basis)
    costs = report.cost_basis if any(gap.cost for gap in report.gaps) else None
    return (
        f"Not grouped: {alone}. "
        + (f"Without a word to match: {wordless}. " if report.unmatchable else "")
        + f"Answered from score {report.threshold:.2f} on ({basis})."
        + (f" Costs rest on {one_line(costs.text)}." if costs else "")
    )
