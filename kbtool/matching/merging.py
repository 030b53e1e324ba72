"""Scores of groups, and small pure groups joined where articles give no reason against it.

Words alone put "I lost my card" next to "I lost my phone". So texts are first grouped tightly, each
small group is judged, and groups then join the more easily the more alike their verdicts are.
"""

from __future__ import annotations

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform
from sklearn.preprocessing import normalize

from kbtool.matching.calibrate import Calibration
from kbtool.matching.features import Scores, Vectors
from kbtool.matching.grouping import Embedding, Labels, members, renumber
from kbtool.matching.matcher import Matcher

# Weights beside the score of the centre; with both, AUROC of groups rises from .765 to .782
# (banking77, stackfaq, hwu64, thunderbird and the sample, benchmarks/gap_quality.py).
_HELD = 0.33  # share of a group's words that the article holds
_FIRST = 0.2  # how near the group comes to the one that fits the article best
_FEW = 3  # wordings; smaller groups do not compete for an article
_VERDICT = 1.0  # distance between a certain gap and a certain answer, which words add to
_OTHER_ARTICLE = 0.3  # distance between groups that different articles answer
_MOST_GROUPS = 4000  # merged; beyond that only the largest are


def score_groups(matcher: Matcher, labels: Labels) -> tuple[Vectors, Scores]:
    """Centres of groups and how well each article answers them, 0 to 1, (n_groups, n_articles).

    A gap shows in three ways: its centre is far from every article, the nearest one lacks some of
    its words, and that article suits another group better.
    """
    centres = matcher.vectors.pooled(members(labels))
    fits = matcher.score(centres)
    if not fits.shape[1]:
        return centres, fits
    large = np.bincount(labels) >= _FEW
    rivals = fits[large] if large.any() else fits
    firsts = fits / np.maximum(np.maximum(fits, rivals.max(axis=0)), 1e-6)
    total = fits + _HELD * matcher.share_held(centres) + _FIRST * firsts
    return centres, np.asarray(total / (1 + _HELD + _FIRST), dtype=np.float32)


def merge(
    labels: Labels, embedding: Embedding, scores: Scores, verdicts: Calibration, distance: float
) -> Labels:
    """Groups joined up to ``distance``, to which different verdicts add."""
    sizes = np.bincount(labels)
    kept = np.sort(np.argsort(-sizes, kind="stable")[:_MOST_GROUPS])
    if len(kept) < 2:
        return labels
    centres = normalize(members(labels)[kept] @ embedding)
    apart = np.maximum(1 - centres @ centres.T, 0.0) + _disagreement(scores[kept], verdicts)
    np.fill_diagonal(apart, 0.0)
    tree = linkage(squareform((apart + apart.T) / 2, checks=False), "average")
    merged = np.arange(len(sizes)) + len(kept)
    merged[kept] = fcluster(tree, distance, "distance") - 1
    return renumber(merged[labels])


def _disagreement(scores: Scores, verdicts: Calibration) -> Scores:
    """Distance between verdicts on each pair of groups, (n_groups, n_groups)."""
    if not scores.shape[1]:
        return np.zeros((len(scores), len(scores)), dtype=np.float32)
    chances = verdicts.gap_probabilities(scores.max(axis=1))
    best = scores.argmax(axis=1)
    both = (chances[:, None] < 0.5) & (chances[None, :] < 0.5)
    elsewhere = both & (best[:, None] != best[None, :])
    apart = _VERDICT * np.abs(chances[:, None] - chances[None, :]) + _OTHER_ARTICLE * elsewhere
    return np.asarray(apart, dtype=np.float32)
