"""Groups of questions, with what they have in common and what their articles score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from kbtool.matching.asked import Asked
from kbtool.matching.features import Scores
from kbtool.matching.grouping import Labels
from kbtool.matching.labels import Profile, count_stems, describe
from kbtool.matching.matcher import Matcher, Word
from kbtool.matching.merging import score_groups
from kbtool.matching.tokens import Tokenizer
from kbtool.model import Match

_WORDS = 8  # of a group that its match is explained by


@dataclass(frozen=True)
class Group:
    """Wordings of one group with what its articles score."""

    rows: tuple[int, ...]  # positions of its wordings
    asked: tuple[Asked, ...]
    profile: Profile
    scores: Scores  # of the group, (n_articles,)
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
    matcher: Matcher, asked: Sequence[Asked], labels: Labels, tokenizer: Tokenizer
) -> tuple[Group, ...]:
    """Groups of at least two questions, in the order of their first one."""
    centres, scores = score_groups(matcher, labels)
    rows = [np.flatnonzero(labels == label).tolist() for label in range(len(scores))]
    kept = [label for label, own in enumerate(rows) if _count(asked, own) > 1]
    everywhere = count_stems(wording.doc for wording in asked)
    profiles = [
        describe([asked[at] for at in rows[label]], everywhere, len(rows), tokenizer)
        for label in kept
    ]
    words = [_words(profile) for profile in profiles]
    nearest = matcher.matches(centres[kept], scores[kept], words)
    second = matcher.matches(centres[kept], scores[kept], words, rank=1)
    return tuple(
        Group(
            tuple(rows[label]),
            tuple(asked[at] for at in rows[label]),
            profile,
            scores[label],
            *pair,
        )
        for label, profile, *pair in zip(kept, profiles, nearest, second, strict=True)
    )


def _count(asked: Sequence[Asked], rows: Sequence[int]) -> int:
    return sum(len(asked[at].questions) for at in rows)


def _words(profile: Profile) -> tuple[Word, ...]:
    pairs = zip(profile.words[:_WORDS], profile.stems[:_WORDS], strict=True)
    return tuple(Word(surface, stem) for surface, stem in pairs)
