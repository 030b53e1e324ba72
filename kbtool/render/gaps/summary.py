"""The report in one screen of a terminal: gaps to close and articles to mend first."""

from __future__ import annotations

from collections import Counter

from kbtool.health import ArticleHealth, Health
from kbtool.model import Action, Finding, KnowledgeBase, QuestionLog, Severity
from kbtool.render.counts import say_demand
from kbtool.render.gaps.notes import leave_out_dismissed
from kbtool.render.gaps.table import gap_rows, headline
from kbtool.render.questions.reading_words import describe_changes, describe_rows
from kbtool.render.questions.unserved_words import HEADING, say_unserved
from kbtool.render.terminal import count, one_line, paint, shorten
from kbtool.render.trust_words import say_trust
from kbtool.render.wording import end_sentence

_GAPS = 10
_ARTICLES = 5
_FINDINGS = 2  # shown per article
_COLORS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def render(health: Health, log: QuestionLog, kb: KnowledgeBase, *, color: bool) -> str:
    """Headline, first gaps, articles to mend first with their worst findings."""
    reading = " ".join(part for part in (describe_rows(log), describe_changes(log)) if part)
    trust = say_trust(health.gaps, len(kb.articles))
    parts = [headline(health.gaps, log, kb), trust, reading]
    left = leave_out_dismissed(health.gaps, health.notes)
    if left.gaps:
        rows = gap_rows(left, _GAPS, color)
        parts.append("\n".join([paint("Gaps to close first", "bold", on=color), *rows]))
        if taken := _tell_taken(health):
            parts.append(taken)
        if any(gap.cost for gap in left.gaps) and health.gaps.cost_basis:
            parts.append(end_sentence(f"Costs rest on {one_line(health.gaps.cost_basis.text)}"))
    if health.unserved:
        languages = "; ".join(map(say_unserved, health.unserved))
        parts.append(f"{HEADING}: {languages} -> {Action.TRANSLATE.value}.")
    parts += [f"Careful: {one_line(warning).rstrip('.')}." for warning in health.gaps.warnings]
    parts.append(_articles(health, color))
    return "\n\n".join(part for part in parts if part) + "\n"


def _tell_taken(health: Health) -> str:
    """Which of the gaps that are shown somebody has begun on already."""
    taken = [
        f"{rank}. {one_line(health.notes[gap.id].owner) or 'planned'}"
        for rank, gap in enumerate(health.open_gaps[:_GAPS], 1)
        if health.is_in_hand(gap)
    ]
    return f"In hand already, begin with the others: {', '.join(taken)}." if taken else ""


def _articles(health: Health, color: bool) -> str:
    findings = [finding for article in health.articles for finding in article.findings]
    amounts = Counter(finding.severity for finding in findings)
    sums = (
        f"{count(len(health.articles), 'article')} checked: "
        f"{count(amounts[Severity.ERROR], 'error')}, "
        f"{count(amounts[Severity.WARNING], 'warning')}, {amounts[Severity.INFO]} info"
    )
    first = health.to_mend[:_ARTICLES]
    title = paint("Articles to mend first" if first else "No article to mend", "bold", on=color)
    blocks = [_article(article, color) for article in first]
    return "\n".join([f"{title}  ({sums}; `kbtool lint` shows all)", *blocks])


def _article(article: ArticleHealth, color: bool) -> str:
    asked = f", {said}" if (said := say_demand(article)) else ""
    lines = [f"  {one_line(article.path)}  ({article.band}{asked})"]
    silenced = frozenset(article.suppressed)
    lines += [
        _finding(finding, color) + (" (silenced)" if finding in silenced else "")
        for finding in article.worst_first[:_FINDINGS]
    ]
    return "\n".join(lines)


def _finding(finding: Finding, color: bool) -> str:
    severity = paint(finding.severity.label, _COLORS[finding.severity], on=color)
    message = shorten(one_line(finding.message), 80)
    return f"    line {finding.line}: {severity} {finding.rule}: {message}"
