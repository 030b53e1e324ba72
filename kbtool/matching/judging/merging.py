"""Small pure groups, joined where articles give no reason against it.

Words alone put "I lost my card" next to "I lost my phone". So texts are first grouped tightly, each
small group is judged, and groups then join the more easily the more alike their verdicts are.
"""

from __future__ import annotations

import numpy as np
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.spatial.distance import squareform

from kbtool.matching.clusters.grouping import Labels, members, renumber
from kbtool.matching.clusters.places import Places
from kbtool.matching.judging.texts import Judged
from kbtool.matching.text.features import Scores

# Chosen on banking77, hwu64, stackfaq and the sample with a quarter of the topics left out: of 0.3
# to 1.5, 0 to 0.6 and 0 to 0.3 those that gave most topics a pure gap of their own.
_VERDICT = 1.0  # distance between a certain gap and a certain answer, which words add to
_OTHER_ARTICLE = 0.3  # distance between groups that different articles answer
_BOTH_GAPS = 0.2  # how much two certain gaps come closer
# The same in a long log without articles, where everything is one. Of 0, 0.1 and 0.2, NMI and ARI
# are .759 .419, .740 .405 and .710 .346 on banking77, .764 .452, .770 .514 and .751 .509 on DSTC11.
_NO_ARTICLES = 0.1
_MOST_GROUPS = 4000  # merged; beyond that only the largest are


def merge(labels: Labels, places: Places, groups: Judged, distance: float) -> Labels:
    """Groups joined up to ``distance``, to which different verdicts add."""
    sizes = np.bincount(labels)
    kept = np.sort(np.argsort(-sizes, kind="stable")[:_MOST_GROUPS])
    if len(kept) < 2:
        return labels
    apart = places.group_distances(members(labels)[kept])
    apart = np.maximum(apart + _disagreement(groups, kept, places.trust), 0.0)
    np.fill_diagonal(apart, 0.0)
    tree = linkage(squareform((apart + apart.T) / 2, checks=False), "average")
    merged = np.arange(len(sizes)) + len(kept)
    merged[kept] = fcluster(tree, distance, "distance") - 1
    return renumber(merged[labels])


def _disagreement(groups: Judged, kept: Labels, trust: float) -> Scores:
    """What verdicts add to the distance of each pair of groups, (n_groups, n_groups)."""
    best, chances = groups.order[kept, 0], groups.best[kept]
    both = (chances[:, None] >= 0.5) & (chances[None, :] >= 0.5)
    elsewhere = both & (best[:, None] != best[None, :])
    apart = _VERDICT * np.abs(chances[:, None] - chances[None, :]) + _OTHER_ARTICLE * elsewhere
    gaps = np.maximum(1 - 2 * chances, 0.0)
    closer = _BOTH_GAPS if (best >= 0).any() else _NO_ARTICLES * trust
    return np.asarray(apart - closer * np.outer(gaps, gaps), dtype=np.float32)
