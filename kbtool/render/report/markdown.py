"""The report in Markdown, short enough for a pull request or a chat."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from kbtool.health import ArticleHealth, Health
from kbtool.health.documentable import coverage_of_texts
from kbtool.health.figures import sum_cost
from kbtool.health.lacking import coverage_with_facts
from kbtool.health.people import count_gap_people, rate_gap_people
from kbtool.model import ArticleCame, ArticleWent, Changes, Gap, Moves
from kbtool.render.counts import count_answers, lack_of, say_demand, say_wordless
from kbtool.render.flow_words import say_flow
from kbtool.render.moves_words import (
    say_came,
    say_gone,
    say_money,
    say_people,
    say_points,
    say_relabelled,
)
from kbtool.render.questions.unserved_words import HEADING, MEANING, say_unserved
from kbtool.render.safe_text import markdown as safe
from kbtool.render.terminal import count
from kbtool.render.trust_words import say_trust
from kbtool.render.views.headline import say_headline
from kbtool.render.views.ledger import keep_ledger
from kbtool.render.views.meta import ReportMeta
from kbtool.render.views.words import (
    name_place,
    say_advised,
    say_cost,
    say_rate,
    say_ready,
    say_same,
    say_whose_costs,
)
from kbtool.render.wording import end_sentence, short_confidence

_GAPS = 10
_ARTICLES = 5
_CHANGES = 5
_LABEL = 100
_SENTENCE = 300


def render(health: Health, meta: ReportMeta) -> str:
    """Headline, figures, first gaps, articles to mend first, changes since the run before."""
    parts = [
        f"## {safe(meta.title, _LABEL)}: what customers ask and articles answer",
        say_headline(health),
        say_trust(health.gaps, len(health.articles)),
        "\n".join(_figures(health)),
        *_gaps(health),
        *_unserved(health),
        *_mend_first(health.to_mend),
        *_changes(health.changes, health),
        *_careful((*health.gaps.warnings, *meta.not_checked)),
        _colophon(meta),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _figures(health: Health) -> Iterator[str]:
    yield "| | |"
    yield "|---|---|"
    covered, changes = health.coverage, health.changes
    moves = changes.moves if changes else Moves()
    if ledger := keep_ledger(health):
        yield f"| Rows read | {ledger.rows:,} = {ledger.sum} |"
    lack, counts = lack_of(health.gaps, len(health.articles)), count_answers(health.gaps)
    if covered and lack:
        rest = f"; {say_wordless(counts)}" if counts.wordless else ""
        told = f"{counts.answered:,} of {count(counts.questions, 'question')}{rest}"
        yield f"| Answered by an article | {told} |"
    elif covered:
        bounds = f"{covered.low:.0%} to {covered.high:.0%}"
        moved = _since(say_points(moves.coverage))
        yield f"| Coverage (answered by an article) | {covered.value:.0%} ({bounds}){moved} |"
    if counts.lacking:
        of = coverage_with_facts(health)
        share = f"; {of.value:.0%} are answered with it" if of and not lack else ""
        yield f"| Found, without the fact asked for | {counts.lacking:,} of the answered{share} |"
    if not lack and (of_texts := coverage_of_texts(health)):
        bounds = f"{of_texts.low:.0%} to {of_texts.high:.0%}"
        moved = _since(say_points(moves.text_coverage))
        yield f"| Coverage of what a text can answer | {of_texts.value:.0%} ({bounds}){moved} |"
    moved = f", {len(changes.opened)} new, {len(changes.closed)} closed" if changes else ""
    people = _since(say_people(moves.people_per_month))
    yield f"| Gaps | {len(health.gaps.gaps)}{moved}{_people(health)}{people} |"
    cost = say_cost(sum_cost(health.gaps.gaps), health.gaps.cost_basis)
    if cost:
        whose = say_whose_costs(health.gaps.cost_basis)
        basis = health.gaps.cost_basis
        moved = _since(say_money(moves.cost, basis.currency if basis else ""))
        yield f"| Cost of gaps a month | {cost}{moved}{f'; {whose}' if whose else ''} |"
    bands = ", ".join(f"{number} {band}" for band, number in health.bands.items())
    moved = _since(say_ready(health))
    yield f"| Articles | {len(health.articles)}: {bands}{moved} |"
    if changes:
        yield f"| Changes since | {changes.before.day}, {say_same(changes)} |"
    if health.flow and (told := say_flow(health.flow)):
        yield f"| Gaps from run to run | {told} |"


def _since(words: str) -> str:
    return f"; {words}" if words else ""


def _people(health: Health) -> str:
    if not health.gaps.gaps:
        return ""
    monthly = say_rate(rate_gap_people(health))
    return (
        f", {monthly} people a month"
        if monthly
        else f", {count(count_gap_people(health), 'person', 'people')}"
    )


def _gaps(health: Health) -> Iterator[str]:
    gaps = health.open_gaps
    if not gaps:
        return
    costly = any(gap.cost for gap in gaps)
    names = ("#", "What customers ask", "People", "People a month", *(("Cost a month",) * costly))
    names += ("What to do", "Nearest article", "Confidence")
    rows = [_row(names), _row(["---"] * len(names))]
    for rank, gap in health.gaps_to_begin[:_GAPS]:
        cost = (say_cost(gap.cost, health.gaps.cost_basis),) if costly else ()
        figures = (
            str(rank),
            f"{safe(gap.cluster.label, _LABEL)}{_hand(gap, health)}",
            f"{gap.cluster.askers:,}",
        )
        place = safe(name_place(gap.cluster.nearest), _LABEL)
        rest = (gap.cluster.action.value, place, short_confidence(gap))
        rows.append(_row((*figures, say_rate(gap.per_month), *cost, *rest)))
    yield "### Gaps to close first"
    yield "\n".join(rows)
    yield _rest(len(gaps) - _GAPS, len(health.gaps.gaps) - len(gaps))


def _hand(gap: Gap, health: Health) -> str:
    """Who has begun on a gap, behind its label."""
    if not health.is_in_hand(gap):
        return ""
    note = health.notes[gap.id]
    status = "planned" if note.status == "planned" else "in hand"
    return f" ({status}{f', {safe(note.owner, _LABEL)}' if note.owner.strip() else ''})"


def _rest(further: int, dismissed: int) -> str:
    """What the table does not show, and how not to read it."""
    parts = [
        count(further, "further gap") if further > 0 else "",
        f"{count(dismissed, 'dismissed gap')}, counted above" if dismissed else "",
    ]
    left = "; ".join(part for part in parts if part)
    more = f"{left}: `kbtool report --format csv` lists all. " if left else ""
    return f"{more}People must not be added up: who asks about two gaps counts in both."


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _unserved(health: Health) -> Iterator[str]:
    if health.unserved:
        yield f"### {HEADING}"
        lines = [safe(say_unserved(one), _SENTENCE) for one in health.unserved]
        yield "\n".join([*(f"- {line}" for line in _first(lines)), f"- What to do: {MEANING}"])


def _mend_first(articles: tuple[ArticleHealth, ...]) -> Iterator[str]:
    if articles:
        lines = (f"{n}. {_article(article)}" for n, article in enumerate(articles[:_ARTICLES], 1))
        yield "### Articles to mend first"
        yield "\n".join(lines)


def _article(article: ArticleHealth) -> str:
    asked = f", {said}" if (said := say_demand(article)) else ""
    first = article.worst_first[0]
    rule = f"{first.rule} (silenced)" if first in article.suppressed else first.rule
    message = safe(f"{rule}: {first.message}", _SENTENCE)
    name = f"{safe(article.title, _LABEL)} ({safe(article.path, _LABEL)})"
    return f"{name}: {article.band}{asked}. {message}"


def _changes(changes: Changes | None, health: Health) -> Iterator[str]:
    if changes is None:
        return
    articles = [*map(_gone, changes.gone), *map(_came, changes.added)]
    named = [f"- renamed: {safe(say_relabelled(one), _SENTENCE)}" for one in changes.relabelled]
    told = (changes.opened, changes.closed, changes.advised, changes.warnings, articles, named)
    if not any(told):
        return
    labels = {gap.id: gap.cluster.label for gap in health.gaps.gaps}
    opened = [f"- new: {safe(labels.get(name, name), _LABEL)}" for name in changes.opened]
    closed = [
        f"- closed: {end_sentence(safe(gap.label, _LABEL))} {safe(gap.why, _SENTENCE)}"
        for gap in changes.closed
    ]
    yield f"### Changes since {changes.before.day}"
    number = changes.regrouped
    moved = [f"- {count(number, 'gap')} more only regrouped: `kbtool history`"] if number else []
    advised = [f"- {safe(say_advised(one), _SENTENCE)}" for one in changes.advised]
    lines = [*_first(articles), *_first(opened), *_first(closed), *moved, *_first(named)]
    lines += _first(advised)
    yield "\n".join([*lines, *(f"- {safe(warning, _SENTENCE)}" for warning in changes.warnings)])


def _gone(one: ArticleWent) -> str:
    said = say_gone(one)
    return f"- article gone: {safe(one.title, _LABEL)}{f': {said}' if said else ''}"


def _came(one: ArticleCame) -> str:
    said = say_came(one)
    return f"- new article: {safe(one.title, _LABEL)}{f': {said}' if said else ''}"


def _first(lines: list[str]) -> list[str]:
    more = [f"- and {len(lines) - _CHANGES:,} more"] if len(lines) > _CHANGES else []
    return [*lines[:_CHANGES], *more]


def _careful(sentences: tuple[str, ...]) -> Iterator[str]:
    if sentences:
        yield "### Read with care"
        yield "\n".join(_first([f"- {safe(sentence, _SENTENCE)}" for sentence in sentences]))


def _colophon(meta: ReportMeta) -> str:
    name, version = meta.versions[0] if meta.versions else ("kbtool", "")
    day = f", {meta.made_on}" if meta.made_on else ""
    return safe(f"{name} {version}{day}")
