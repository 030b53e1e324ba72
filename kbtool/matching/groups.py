"""Groups of questions, with what they have in common and what their articles score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from kbtool.matching.asked import Asked
from kbtool.matching.grouping import members
from kbtool.matching.index import Scores
from kbtool.matching.labels import Profile, count_stems, describe
from kbtool.matching.matcher import Matcher, Word, ranked
from kbtool.matching.tokens import Tokenizer
from kbtool.model import Match

_WORDS = 8  # of a group that its match is explained by


@dataclass(frozen=True)
class Group:
    """Wordings of one group with what its articles score."""

    asked: tuple[Asked, ...]
    profile: Profile
    scores: Scores  # of its centre, (n_articles,)
    alone: Scores  # of each of its wordings, (n_wordings, n_articles)
    nearest: Match | None
    runner_up: Match | None

    @property
    def score(self) -> float:
        """Score of the best article, 0 where there is none."""
        return float(self.scores.max()) if self.scores.size else 0.0

    @property
    def words(self) -> tuple[Word, ...]:
        """The group's own words, the most characteristic first."""
        return _words(self.profile)


def form_groups(
    matcher: Matcher,
    asked: Sequence[Asked],
    labels: NDArray[np.int64],
    scores: Scores,
    tokenizer: Tokenizer,
) -> tuple[Group, ...]:
    """Groups of at least two questions; ``scores`` are those of single wordings."""
    rows = [np.flatnonzero(labels == label).tolist() for label in range(int(labels.max()) + 1)]
    kept = [label for label, own in enumerate(rows) if _count(asked, own) > 1]
    if not kept:
        return ()
    centres = matcher.vectors.pooled(members(labels)[kept])
    everywhere = count_stems(wording.doc for wording in asked)
    profiles = [
        describe([asked[at] for at in rows[label]], everywhere, len(rows), tokenizer)
        for label in kept
    ]
    found = matcher.score(centres)
    words = [_words(profile) for profile in profiles]
    nearest = matcher.matches(centres, found, words)
    second = matcher.matches(centres, found, words, rank=1)
    return tuple(
        Group(tuple(asked[at] for at in rows[label]), profile, row, scores[rows[label]], *pair)
        for label, profile, row, *pair in zip(kept, profiles, found, nearest, second, strict=True)
    )


def _count(asked: Sequence[Asked], rows: Sequence[int]) -> int:
    return sum(len(asked[at].questions) for at in rows)


def _words(profile: Profile) -> tuple[Word, ...]:
    pairs = zip(profile.words[:_WORDS], profile.stems[:_WORDS], strict=True)
    return tuple(Word(surface, stem) for surface, stem in pairs)


def group_scores(groups: Sequence[Group]) -> Scores:
    """Scores of all centres, (n_groups, n_articles)."""
    return np.stack([group.scores for group in groups])


def best_articles(scores: Scores) -> NDArray[np.int64]:
    """The two best articles of each text, -1 where there are fewer, (n_texts, 2)."""
    order = ranked(scores)[:, :2]
    missing = np.full((len(order), 2 - order.shape[1]), -1, dtype=np.int64)
    return np.hstack([order, missing])
