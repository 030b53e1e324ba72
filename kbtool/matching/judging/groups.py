"""Groups of questions, with what they have in common and what their articles score."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import Struct

from kbtool.matching.clusters.grouping import Labels, rows_of
from kbtool.matching.judging.evidence import Word, find_matches
from kbtool.matching.judging.labels import Profile, count_stems, describe
from kbtool.matching.judging.texts import Judged
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.asked import Asked
from kbtool.matching.text.misspelling import Spellings
from kbtool.matching.text.tokens import Tokenizer
from kbtool.model import Match


class Group(Struct, frozen=True):
    """Wordings of one group with what its articles score."""

    rows: tuple[int, ...]  # positions of its wordings
    asked: tuple[Asked, ...]
    profile: Profile
    score: float  # probability that the nearest article answers it
    second: float  # the same of the second article, were the nearest not there
    articles: tuple[int, int]  # positions of the two nearest, -1 for none
    nearest: Match | None
    runner_up: Match | None

    @property
    def words(self) -> tuple[Word, ...]:
        """Words that many of its questions share, the most characteristic first."""
        return _words(self.profile)


def form_groups(
    matcher: Matcher,
    asked: Sequence[Asked],
    labels: Labels,
    judged: Judged,
    tokenizer: Tokenizer,
    locale: str = "en",
    spellings: Spellings | None = None,
) -> tuple[Group, ...]:
    """Groups of at least two questions, in the order of their first one.

    Words that ``spellings`` take for slips keep a wording from standing for its group.
    """
    rows = rows_of(labels)
    everywhere = count_stems(wording.doc for wording in asked)
    members = [[asked[at] for at in own] for own in rows]
    n = len(rows)
    profiles = [describe(own, everywhere, n, tokenizer, locale, spellings) for own in members]
    words = [_words(profile) for profile in profiles]
    nearest = find_matches(matcher, judged, words)
    second = find_matches(matcher, judged, words, rank=1)
    return tuple(
        Group(
            rows=tuple(own),
            asked=tuple(members[at]),
            profile=profiles[at],
            score=float(judged.best[at]),
            second=float(judged.reached(1)[at]),
            articles=(int(judged.order[at, 0]), int(judged.order[at, 1])),
            nearest=nearest[at],
            runner_up=second[at],
        )
        for at, own in enumerate(rows)
        if _count(asked, own) > 1
    )


def _count(asked: Sequence[Asked], rows: Sequence[int]) -> int:
    return sum(len(asked[at].questions) for at in rows)


def _words(profile: Profile) -> tuple[Word, ...]:
    pairs = zip(profile.words, profile.stems, strict=True)
    return tuple(Word(surface, stem) for surface, stem in pairs)
