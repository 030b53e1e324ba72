"""Drafts met with a log: which gaps they would close, and whose questions they would take.

The questions, their neighbours and groups, and what counts as an answer stay those of the run
without the drafts. Learned anew, the standard would move with each draft, and a gap could close
though no question found a better article. So what is learned anew is told apart: ``publish``.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence

import numpy as np
from msgspec import Struct
from msgspec.structs import replace
from numpy.typing import NDArray
from threadpoolctl import threadpool_limits

from kbtool.errors import InputError
from kbtool.matching.clusters.grouping import Labels
from kbtool.matching.coverage import effective_size
from kbtool.matching.intervals import wilson
from kbtool.matching.judging.survey import Survey, form_labels, resurvey, sort_articles
from kbtool.matching.judging.texts import Judged, judge_groups, mean_odds
from kbtool.matching.options import GapOptions, Means
from kbtool.matching.published import publish
from kbtool.matching.report import EVEN
from kbtool.matching.search.passages import read_article
from kbtool.matching.search.unfinished import find_unfilled
from kbtool.matching.text.asked import questions_of
from kbtool.model import (
    Article,
    Draft,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Steal,
    Tried,
    WhatIf,
)


class _State(Struct, frozen=True):
    """Verdicts on a log with some articles."""

    survey: Survey
    groups: Judged
    answered: NDArray[np.bool_]  # (n_wordings,), by the odds of the wording and of its group

    def odds(self, label: int) -> float:
        """Probability that an article answers a group; 0 where it waits to be filled in."""
        nearest = self.groups.order[label, :1]
        return float(self.groups.best[label] * self.survey.may_answer(nearest)[0])

    def first(self, row: int) -> int:
        """Position of the article that a wording finds first, -1 for none."""
        return int(self.survey.fits.first()[row])

    @property
    def ids(self) -> list[str]:
        """Ids of articles by position."""
        return [text.id for text in self.survey.matcher.texts]


class _Change(Struct, frozen=True):
    """The log without and with the drafts."""

    labels: Labels
    said: NDArray[np.bool_]  # (n_wordings,), answered by the report
    before: _State
    after: _State
    n_old: int  # articles that stay; drafts stand behind them
    replaced: frozenset[int]  # positions before

    def answers(self, row: int) -> bool:
        """Whether a draft answers a wording that the report leaves unanswered."""
        new = self.after.answered[row] and not self.said[row]
        return bool(new) and self.after.first(row) >= self.n_old

    def gained(self, row: int) -> bool:
        """Whether it does, and the measure that drafts are tried with found no answer before.

        Where only that measure and the report differ, the draft changed nothing.
        """
        return self.answers(row) and not self.before.answered[row]


def try_drafts(
    report: GapReport,
    found: Survey | None,
    kb: KnowledgeBase,
    drafts: Sequence[Article],
    options: GapOptions = GapOptions(),  # noqa: B008 - frozen, so safe to share
    means: Means = Means(),  # noqa: B008 - as above
) -> WhatIf:
    """What at least one draft would change about a report, ``found`` as of ``survey_gaps``.

    ``options`` and ``means`` are those of that run.

    A draft takes the place of the article with its id, its path or, in the same language, its
    title. One that holds placeholders answers nothing yet, so it is named but not tried. Raises
    InputError for two that cannot both be published.
    """
    known = sort_articles(kb)
    named = tuple(_name(draft, known, find_unfilled(draft, kb)) for draft in drafts)
    filled = [draft for draft, name in zip(drafts, named, strict=True) if not name.unfilled]
    if found is None or not filled:
        return WhatIf(named, (), len(report.gaps), (), (), learned=False)
    places = [_find_replaced(draft, known) for draft in filled]
    _refuse_rivals(filled, places, known)
    with threadpool_limits(limits=1, user_api="blas"):
        change = _compare(report, found, filled, places, options)
    tried = _describe(report, named, change)
    heirs = [known[at] if at >= 0 else None for at in places]
    then = publish(report, found, kb, list(zip(filled, heirs, strict=True)), options, means)
    return replace(tried, published=then)


def _refuse_rivals(
    drafts: Sequence[Article], places: Sequence[int], known: Sequence[Article]
) -> None:
    """Refuse two drafts of which one would take the place of the other."""
    first: dict[object, Article] = {}
    for draft, place in zip(drafts, places, strict=True):
        claims: dict[object, str] = {
            (draft.id, draft.locale): f"id, `{draft.id}`,",  # translations may share it
            (_title(draft), draft.locale, "title"): "title",
        }
        if place >= 0:
            claims = {place: f"place, that of `{known[place].id}`,"}
        for claim, words in claims.items():
            rival = first.setdefault(claim, draft)
            if rival is not draft:
                message = f"this draft has the same {words} as {rival.path}"
                raise InputError(message, path=draft.path, remedy="Try them one at a time")


def _find_replaced(draft: Article, known: Sequence[Article]) -> int:
    names: list[Callable[[Article], object]] = [
        lambda article: (article.id, article.path),  # translations may share the id
        lambda article: (article.id, article.locale),
        lambda article: article.id,
        lambda article: article.path,
        lambda article: (_title(article), article.locale),
    ]
    for name in names:
        found = [at for at, article in enumerate(known) if name(article) == name(draft)]
        if found:
            return found[0]
    return -1


def _title(article: Article) -> str:
    return article.title.text.strip().casefold() if article.title else f"\0{article.id}"


def _name(draft: Article, known: Sequence[Article], unfilled: tuple[int, ...]) -> Draft:
    place = _find_replaced(draft, known)
    title = draft.title.text.strip() if draft.title else draft.id
    replaces = known[place].id if place >= 0 else ""
    return Draft(draft.path, draft.id, title, replaces, unfilled)


def _compare(
    report: GapReport,
    found: Survey,
    drafts: Sequence[Article],
    places: Sequence[int],
    options: GapOptions,
) -> _Change:
    threshold = EVEN if options.threshold is None else options.threshold
    labels = form_labels(found, options.group_distance)
    groups = judge_groups(found.matcher, labels, found.single)
    grown = found.matcher.with_articles([read_article(draft) for draft in drafts], places)
    kept = [at for at in range(len(found.unfilled)) if at not in places]
    then = resurvey(found, grown, np.append(found.unfilled[kept], [False] * len(drafts)))
    groups_then = judge_groups(grown, labels, then.single, like=groups)
    before = _State(found, groups, _answered(found, groups, labels, threshold))
    after = _State(then, groups_then, _answered(then, groups_then, labels, threshold))
    n_old = len(grown.texts) - len(drafts)
    answered = {match.question: match.answered for match in report.matches}
    said = np.array([answered[one.questions[0].id] for one in found.log.asked], dtype=bool)
    return _Change(labels, said, before, after, n_old, frozenset(at for at in places if at >= 0))


def _answered(found: Survey, groups: Judged, labels: Labels, threshold: float) -> NDArray[np.bool_]:
    odds = mean_odds(found.single.best, groups.best[labels])
    return np.asarray((odds >= threshold) & found.may_answer(found.fits.first()))


def _describe(report: GapReport, drafts: tuple[Draft, ...], change: _Change) -> WhatIf:
    rows = {
        question.id: row
        for row, wording in enumerate(change.before.survey.log.asked)
        for question in wording.questions
    }
    tried = [_try(gap, change, [rows[name] for name in gap.cluster.questions], report.threshold)
             for gap in report.gaps]  # fmt: skip
    touched = [one for one in tried if one]
    of_gaps = {rows[name] for gap in report.gaps for name in gap.cluster.questions}
    others = [row for row in range(len(change.labels)) if row not in of_gaps and change.gained(row)]
    return WhatIf(
        drafts=drafts,
        gaps=tuple(sorted(touched, key=lambda one: not one.closed)),
        untouched=len(report.gaps) - len(touched),
        others=_ids(change, others),
        steals=tuple(_find_steals(change)),
        learned=change.before.groups.learned,
    )


def _try(gap: Gap, change: _Change, rows: Sequence[int], threshold: float) -> Tried | None:
    """What becomes of a gap; None where no draft answers any of it."""
    label = change.labels[rows[0]]
    before, after = (state.odds(label) for state in (change.before, change.after))
    nearest = int(change.after.groups.order[label, 0])
    closed = after >= threshold > before and nearest >= change.n_old
    # Where the whole gap turns, its questions turn with it: of those that one measure called
    # answered before 4 of 4 did (eight articles of the sample, benchmarks/what_if.py).
    counts = change.answers if closed else change.gained
    gained = sorted({row for row in rows if counts(row)})
    if not gained and not closed:
        return None
    found = Counter(at for row in gained if (at := change.after.first(row)) >= change.n_old)
    draft = found.most_common(1)[0][0] if found else nearest
    names = [name for name in _ids(change, gained) if name in set(gap.cluster.questions)]
    total = len(gap.cluster.questions)
    share = wilson(len(names) / total, _size_of(gap, change, rows))
    return Tried(
        gap=gap.id,
        draft=change.after.ids[draft],
        closed=closed,
        questions=tuple(names),
        of=total,
        interval=Interval(len(names), share.low * total, share.high * total),
        before=round(before, 6),
        after=round(after, 6),
    )


def _size_of(gap: Gap, change: _Change, rows: Sequence[int]) -> float:
    """How many independent questions a gap's tell as much as."""
    own, asked = set(gap.cluster.questions), change.before.survey.log.asked
    everything = questions_of([asked[row] for row in sorted(set(rows))])
    return effective_size(question for question in everything if question.id in own)


def _find_steals(change: _Change) -> Iterator[Steal]:
    """Questions that the report calls answered, and that a draft or nothing answers then.

    One that finds a draft first and is not answered by it is lost, whatever it found before.
    """
    taken: dict[tuple[int, int], list[int]] = defaultdict(list)
    for row in np.flatnonzero(change.said).tolist():
        old, new = change.before.first(row), change.after.first(row)
        leaves = new >= change.n_old and old not in change.replaced
        if leaves and change.after.answered[row]:
            taken[old, new].append(row)
        elif (leaves or change.before.answered[row]) and not change.after.answered[row]:
            taken[old, -1].append(row)
    texts, ids = change.before.survey.matcher.texts, change.after.ids
    steals = [
        Steal(texts[old].id, texts[old].title, ids[new] if new >= 0 else "", _ids(change, rows))
        for (old, new), rows in taken.items()
    ]
    yield from sorted(steals, key=lambda one: (-len(one.questions), one.article, one.draft))


def _ids(change: _Change, rows: Sequence[int]) -> tuple[str, ...]:
    asked = change.before.survey.log.asked
    return tuple(question.id for question in questions_of([asked[row] for row in rows]))
