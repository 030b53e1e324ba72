"""Gaps for reading on a terminal: the table first, then each gap with its evidence."""

from __future__ import annotations

from kbtool.model import Action, Gap, GapReport, Interval, KnowledgeBase, Question, QuestionLog
from kbtool.render.gaps_articles import write_sections
from kbtool.render.reading_words import describe_changes, describe_rows
from kbtool.render.terminal import count, one_line, paint, shorten

_LABEL = 62  # characters of a gap's label in the table
_QUOTES = 3  # questions quoted per gap
_LINE = 96
_VERBS = {
    Action.WRITE: "write",
    Action.IMPROVE: "improve",
    Action.RETITLE: "retitle",
    Action.DISAMBIGUATE: "tell apart",
    Action.SPLIT: "split",
    Action.SURFACE: "surface",
    Action.READINESS: "make ready",
    Action.TRANSLATE: "translate",
    Action.RETIRE: "retire",
    Action.PRODUCT: "product",
    Action.HANDOFF: "hand over",
    Action.NONE: "nothing",
}


def render(report: GapReport, log: QuestionLog, kb: KnowledgeBase, *, top: int, color: bool) -> str:
    """Coverage in one sentence, the first ``top`` gaps as a table, then the evidence for each."""
    parts = [headline(report, log, kb), _reading(log)]
    shown = report.gaps[:top]
    if shown:
        parts += ["\n".join(gap_rows(shown, color)), _cards(shown, log, color)]
    if len(report.gaps) > top:
        parts.append(f"{count(len(report.gaps) - top, 'further gap')}: --top {len(report.gaps)}")
    parts += write_sections(report, {question.id: question for question in log.questions}, color)
    parts.append(_remainder(report))
    parts += [f"Careful: {one_line(warning).rstrip('.')}." for warning in report.warnings]
    return "\n\n".join(part for part in parts if part) + "\n"


def headline(report: GapReport, log: QuestionLog, kb: KnowledgeBase) -> str:
    """One sentence: what was read, how much of it is answered, how many gaps there are."""
    covered = report.coverage
    return (
        f"{count(len(log.questions), 'question')} asked{_period(log)}, "
        f"{count(len(kb.articles), 'article')}. "
        f"{covered.value:.0%} of the questions ({covered.low:.0%} to {covered.high:.0%}) are "
        f"answered by an article; {count(len(report.gaps), 'topic')} "
        f"{'is' if len(report.gaps) == 1 else 'are'} missing or not answered."
    )


def _period(log: QuestionLog) -> str:
    days = sorted(q.asked_at.date() for q in log.questions if q.asked_at)
    return f" from {days[0]} to {days[-1]}" if days else ""


def gap_rows(gaps: tuple[Gap, ...], color: bool) -> list[str]:
    """Header and one row per gap: rank, people, people a month, what to do, what they ask."""
    header = f"{'':>3} {'people':>6}  {'a month':<11} {'what to do':<11} what customers ask"
    rows = [paint(header, "bold", on=color)]
    for rank, gap in enumerate(gaps, 1):
        label = shorten(one_line(gap.cluster.label), _LABEL)
        rows.append(
            f"{rank:>3} {gap.cluster.askers:>6,}  {_monthly(gap.per_month):<11} "
            f"{_VERBS[gap.cluster.action]:<11} {label}",
        )
    return rows


def _monthly(rate: Interval | None) -> str:
    return f"{rate.value:.0f} ({rate.low:.0f}-{rate.high:.0f})" if rate else "unknown"


def _cards(gaps: tuple[Gap, ...], log: QuestionLog, color: bool) -> str:
    by_id = {question.id: question for question in log.questions}
    return "\n\n".join(_card(rank, gap, by_id, color) for rank, gap in enumerate(gaps, 1))


def _card(rank: int, gap: Gap, questions: dict[str, Question], color: bool) -> str:
    title = paint(f"{rank}. {one_line(gap.cluster.label)}", "bold", on=color)
    lines = [f"{title}  ({gap.confidence}, id {gap.id})"]
    quoted = dict.fromkeys(one_line(questions[name].text) for name in gap.cluster.questions)
    shown = [text for text in quoted if text]  # "" where it is not to be quoted
    lines += [f"   “{shorten(text, _LINE)}”" for text in shown[:_QUOTES]]
    lines.append(f"   {one_line(gap.cluster.why)}")
    lines.append(f"   {paint('->', 'green', on=color)} {gap.cluster.action.value}{_about(gap)}")
    return "\n".join(lines)


def _about(gap: Gap) -> str:
    nearest = gap.cluster.nearest
    if not nearest:
        return ""
    place = " > ".join((nearest.title, *nearest.passage))
    return f" (nearest: {shorten(one_line(place), _LINE)}, score {nearest.score:.2f})"


def _reading(log: QuestionLog) -> str:
    return " ".join(part for part in (describe_rows(log), describe_changes(log)) if part)


def _remainder(report: GapReport) -> str:
    alone = count(len(report.ungrouped), "question")
    wordless = count(len(report.unmatchable), "question")
    basis = one_line(report.threshold_basis)
    return (
        f"Not grouped: {alone}. "
        + (f"Without a word to match: {wordless}. " if report.unmatchable else "")
        + f"Answered from score {report.threshold:.2f} on ({basis})."
    )
