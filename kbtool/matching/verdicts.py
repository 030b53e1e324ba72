"""Judging groups: answered or not, and what to do."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from kbtool.matching.asked import count_askers, questions_of
from kbtool.matching.calibrate import Calibration
from kbtool.matching.decide import Evidence, asks_for_person, decide
from kbtool.matching.groups import Group, best_articles
from kbtool.matching.intervals import wilson
from kbtool.matching.matcher import Matcher
from kbtool.model import Cluster


@dataclass(frozen=True)
class Verdict:
    """A group, judged."""

    group: Group
    cluster: Cluster
    answered: bool
    gap_probability: float  # 0 to 1


def judge(group: Group, matcher: Matcher, groups: Calibration, alone: Calibration) -> Verdict:
    """Verdict on a group by the threshold of groups; its share by that of single questions."""
    questions = questions_of([group.asked[at] for at in group.profile.order])
    askers = count_askers(questions)
    is_answered = group.nearest is not None and group.score >= groups.threshold
    action, why = decide(_evidence(group, matcher, askers, is_answered))
    cluster = Cluster(
        id=group.profile.id,
        label=group.profile.label,
        questions=tuple(question.id for question in questions),
        askers=askers,
        covered=wilson(_covered_share(group, alone.threshold), len(questions)),
        nearest=group.nearest,
        runner_up=group.runner_up,
        action=action,
        why=why,
    )
    return Verdict(group, cluster, is_answered, groups.gap_probability(group.score))


def _covered_share(group: Group, threshold: float) -> float:
    counts = np.array([len(wording.questions) for wording in group.asked], dtype=np.float64)
    covered = group.alone.max(axis=1, initial=0.0) >= threshold
    return float(counts[covered].sum() / counts.sum()) if group.alone.shape[1] else 0.0


def _evidence(group: Group, matcher: Matcher, askers: int, is_answered: bool) -> Evidence:
    nearest, rival = (int(at) for at in best_articles(group.scores[None, :])[0])
    docs = matcher.docs[nearest] if nearest >= 0 else None
    found = best_articles(group.alone)[:, 0]
    return Evidence(
        askers=askers,
        answered=is_answered,
        words=group.words,
        handoff_share=_share_asking_for_person(group),
        nearest=group.nearest.title if group.nearest else None,
        in_title=docs.title.stems if docs else frozenset(),
        in_article=docs.whole.stems if docs else frozenset(),
        rival=group.runner_up.title if group.runner_up else None,
        rival_share=float((found == rival).mean()) if rival >= 0 else 0.0,
        heading=group.nearest.passage[-1] if group.nearest and group.nearest.passage else "",
    )


def _share_asking_for_person(group: Group) -> float:
    asking = [asks_for_person([t.folded for t in wording.doc.tokens]) for wording in group.asked]
    return sum(asking) / len(asking)
