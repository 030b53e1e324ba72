"""A log and what became of it -> questions worth testing, for a person to read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct

from kbtool.model import Action, Cluster, GapReport, KnowledgeBase, Question
from kbtool.patterns import lazy_pattern
from kbtool.questiontests.values import Case, Kind

_SURE = 0.8  # probability from which an article that no agent named is taken for the right one
_ALIKE = 0.6  # share of common words from which two questions are one test
_LONGEST = 200  # characters: nobody reads a test that is longer
_MOST_HANDOFFS = 20
_WORD = lazy_pattern(r"[^\W_]+")


class Seed(Struct, frozen=True):
    """A question to test, and why it was chosen."""

    kind: Kind
    question: str
    article: str  # id, "" for a handoff
    people: int  # who asked what its group asks
    links: int = 0  # questions of the group that agents answered with the article
    answered: bool = False  # a bot answers it today, and must go on doing so

    @property
    def case(self) -> Case:
        """The test it becomes."""
        answered = self.answered
        return Case(self.kind, self.question, self.article, answered=answered, seeded=True)


def find_seeds(
    report: GapReport,
    questions: Sequence[Question],
    kb: KnowledgeBase,
    per_article: int,
    known: Sequence[Case] = (),
) -> tuple[Seed, ...]:
    """At most so many seeds an article, ``known`` tests counted; and one for each handoff group.

    ``questions`` are those that may be quoted; where that is not so, their text is "". Groups that
    agents answered with an article come first, then those of most people; of each group the most
    representative question, then others that differ from it.
    """
    texts = {q.id: q for q in questions if q.text and len(q.text) <= _LONGEST}
    taken: dict[str, list[str]] = defaultdict(list)
    asked = {_fold(case.question) for case in known}
    for case in known:
        if case.kind is Kind.ASKS:
            taken[case.article].append(case.question)
    chosen: list[Seed] = []
    for seed in _order(report, texts, kb):
        others = taken[seed.article]
        limit = _MOST_HANDOFFS if seed.kind is Kind.HANDOFF else per_article
        known_already = _fold(seed.question) in asked
        if known_already or len(others) >= limit or _is_like_one(seed.question, others):
            continue
        others.append(seed.question)
        asked.add(_fold(seed.question))
        chosen.append(seed)
    return tuple(sorted(chosen, key=lambda seed: (not seed.article, seed.article)))


def _order(report: GapReport, texts: Mapping[str, Question], kb: KnowledgeBase) -> Iterator[Seed]:
    """All that could be taken: the first question of each group, then the second, and so on."""
    groups = [seeds for one in report.clusters if (seeds := _seeds_of(one, report, texts, kb))]
    groups.sort(key=lambda seeds: (not seeds[0].links, -seeds[0].people, seeds[0].question))
    for turn in range(max(map(len, groups), default=0)):
        yield from (seeds[turn] for seeds in groups if turn < len(seeds))


def _seeds_of(
    cluster: Cluster, report: GapReport, texts: Mapping[str, Question], kb: KnowledgeBase
) -> list[Seed]:
    """What a group could give, the most representative first."""
    members = [texts[name] for name in cluster.questions if name in texts]
    links = Counter(
        article for q in members for article in sorted(set(q.resolved_by)) if article in kb.by_id
    )
    if links:
        article, number = min(links.items(), key=lambda item: (-item[1], item[0]))
        if 2 * number <= links.total():
            return []  # agents do not agree
        return [
            Seed(Kind.ASKS, _line(q), article, cluster.askers, number)
            for q in members
            if article in q.resolved_by
        ]
    if report.calibration is None:
        return []  # too little data for a verdict of kbtool's own
    if cluster.action is Action.HANDOFF:
        return [Seed(Kind.HANDOFF, _line(q), "", cluster.askers) for q in members[:1]]
    if not (cluster.answered and cluster.nearest):
        return []
    article = cluster.nearest.article
    best = {match.question: match.best for match in report.matches}
    sure = [
        question
        for question in members
        if (match := best.get(question.id)) and match.article == article and match.score >= _SURE
    ]
    return [Seed(Kind.ASKS, _line(question), article, cluster.askers) for question in sure]


def _line(question: Question) -> str:
    return " ".join(question.text.split())


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


def _is_like_one(text: str, others: Sequence[str]) -> bool:
    """Whether a text shares most of its words with one of the others."""
    words = set(_fold(text).split())
    pairs = ((words & own, words | own) for own in (set(_fold(other).split()) for other in others))
    return any(len(common) >= _ALIKE * len(both) for common, both in pairs)
