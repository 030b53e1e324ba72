"""Judging groups: answered or not, and what to do."""

from __future__ import annotations

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from kbtool.matching.asked import count_askers, questions_of
from kbtool.matching.decide import Evidence, asks_for_person, decide
from kbtool.matching.evidence import Word
from kbtool.matching.groups import Group
from kbtool.matching.intervals import wilson
from kbtool.matching.judging import Judged
from kbtool.matching.matcher import Matcher
from kbtool.model import Cluster

_WORDS, _LEAST = 8, 0.4  # words that an action rests on, and their share of the commonest one's use
_RESOLVED = 0.5  # share of wordings that agents resolved with articles: then these answer the group


class Alone(Struct, frozen=True):
    """Verdicts on wordings, each taken alone."""

    judged: Judged
    answered: NDArray[np.bool_]  # (n_wordings,), by score or because an agent used an article
    resolved: NDArray[np.bool_]  # (n_wordings,), because an agent used an article


class Verdict(Struct, frozen=True):
    """A group, judged."""

    group: Group
    cluster: Cluster
    answered: bool


def judge_alone(matcher: Matcher, judged: Judged, threshold: float) -> Alone:
    """Verdict on each wording by its own score."""
    resolved = np.asarray(matcher.links.sum(axis=1)).ravel() > 0
    reached = (judged.best >= threshold) & (judged.order[:, 0] >= 0)
    return Alone(judged, reached | resolved, resolved)


def judge(group: Group, matcher: Matcher, alone: Alone, threshold: float) -> Verdict:
    """Verdict on a group by its score and by what agents did."""
    rows = list(group.rows)
    questions = questions_of([group.asked[at] for at in group.profile.order])
    askers = count_askers(questions)
    resolved = float(alone.resolved[rows].mean())
    is_answered = group.nearest is not None and bool(
        group.score >= threshold or resolved >= _RESOLVED
    )
    counts = np.array([len(wording.questions) for wording in group.asked])
    covered = float(counts[alone.answered[rows]].sum() / counts.sum())
    action, why = decide(_evidence(group, matcher, alone, askers, is_answered=is_answered))
    cluster = Cluster(
        id=group.profile.id,
        label=group.profile.label,
        questions=tuple(question.id for question in questions),
        askers=askers,
        covered=wilson(covered, len(questions)),
        nearest=group.nearest,
        runner_up=group.runner_up,
        action=action,
        why=why,
        answered=is_answered,
        words=tuple(word.surface for word in group.words[:_WORDS]),
    )
    return Verdict(group, cluster, is_answered)


def _evidence(
    group: Group, matcher: Matcher, alone: Alone, askers: int, *, is_answered: bool
) -> Evidence:
    nearest, rival = group.articles
    docs = matcher.docs[nearest] if nearest >= 0 else None
    rows = list(group.rows)
    found = alone.judged.order[rows, 0]
    return Evidence(
        askers=askers,
        answered=is_answered,
        words=_main_words(group),
        handoff_share=_share_asking_for_person(group),
        nearest=group.nearest.title if group.nearest else None,
        in_title=docs.name.stems if docs else frozenset(),
        in_aliases=docs.title.stems if docs else frozenset(),
        in_article=docs.whole.stems if docs else frozenset(),
        rival=group.runner_up.title if group.runner_up else None,
        rival_share=float((found == rival).mean()) if rival >= 0 else 0.0,
        heading=group.nearest.passage[-1] if group.nearest and group.nearest.passage else "",
        covered=float((alone.answered[rows] & (found == nearest)).mean()),
    )


def _main_words(group: Group) -> tuple[Word, ...]:
    """Words that most of a group use, the most characteristic first."""
    shares = group.profile.shares
    least = _LEAST * max((shares[word.stem] for word in group.words), default=0.0)
    return tuple(word for word in group.words if shares[word.stem] >= least)[:_WORDS]


def _share_asking_for_person(group: Group) -> float:
    asking = [asks_for_person([t.folded for t in wording.doc.tokens]) for wording in group.asked]
    return sum(asking) / len(asking)
