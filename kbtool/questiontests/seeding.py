"""A log and what became of it -> questions worth testing, for a person to read."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from kbtool.matching.judging.survey import main_locale
from kbtool.model import Action, Cluster, Decision, GapReport, KnowledgeBase, Question
from kbtool.patterns import lazy_pattern
from kbtool.questiontests.doubting import Doubt, Doubter
from kbtool.questiontests.values import Case, Kind, Result

_SURE = 0.8  # probability from which an article that no agent named is taken for the right one
# Probability that the article answers, as a bot has it. Without this bar the share of right seeds
# falls from 1.000 to .986 on stackfaq, .971 to .952 on banking77, 1.000 to .984 on hwu64:
# `python -m benchmarks.cutoffs.seeds`, benchmarks/cutoffs.md.
_CERTAIN = 0.7
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
    doubt: Doubt | None = None  # why it had better be no test

    @property
    def case(self) -> Case:
        """The test it becomes."""
        answered = self.answered
        return Case(self.kind, self.question, self.article, answered=answered, seeded=True)


class Choice(Struct, frozen=True):
    """What was chosen of a log, and how much was not for which reason."""

    seeds: tuple[Seed, ...]
    doubts: Counter[Doubt]


def find_seeds(
    report: GapReport,
    questions: Sequence[Question],
    kb: KnowledgeBase,
    per_article: int,
    doubter: Doubter,
    known: Sequence[Case] = (),
) -> Choice:
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
    doubts: Counter[Doubt] = Counter()
    alike = _Likeness(doubter, kb)
    for seed in _order(report, texts, kb, doubter):
        others = taken[seed.article]
        limit = _MOST_HANDOFFS if seed.kind is Kind.HANDOFF else per_article
        known_already = _fold(seed.question) in asked
        if known_already or len(others) >= limit or alike.is_like_one(seed, others):
            continue
        asked.add(_fold(seed.question))
        if seed.doubt:
            doubts[seed.doubt] += 1
            continue
        others.append(seed.question)
        chosen.append(seed)
    chosen.sort(key=lambda seed: (not seed.article, seed.article))
    return Choice(tuple(chosen), doubts)


def keep_most(
    seeds: Sequence[Seed], per_article: int, known: Sequence[Case] = ()
) -> tuple[Seed, ...]:
    """The first seeds of each article, no more than so many tests, ``known`` ones counted."""
    numbers = Counter(case.article for case in known if case.kind is Kind.ASKS)
    kept = []
    for seed in seeds:
        numbers[seed.article] += 1
        if seed.kind is Kind.HANDOFF or numbers[seed.article] <= per_article:
            kept.append(seed)
    return tuple(kept)


def find_unsure(seeds: Sequence[Seed], results: Iterable[Result]) -> dict[Case, Doubt]:
    """Seeds that pass but are no sure tests, with the reason; agents vouch for theirs."""
    linked = {seed.case for seed in seeds if seed.links}
    asked = {seed.case for seed in seeds if seed.kind is Kind.ASKS}
    found: dict[Case, Doubt] = {}
    for result in results:
        case = result.case
        sure = result.decision is Decision.ANSWER and result.place == 1
        if case in asked and result.lacks:
            found[case] = Doubt.FACT
        elif case in asked - linked and not (sure and result.probability >= _CERTAIN):
            found.setdefault(case, Doubt.UNSURE)
    return found


def _order(
    report: GapReport, texts: Mapping[str, Question], kb: KnowledgeBase, doubter: Doubter
) -> Iterator[Seed]:
    """All that could be taken: the first question of each group, then the second, and so on."""
    found = (_seeds_of(one, report, texts, kb, doubter) for one in report.clusters)
    groups = [seeds for seeds in found if seeds]
    groups.sort(key=lambda seeds: (not seeds[0].links, -seeds[0].people, seeds[0].question))
    for turn in range(max(map(len, groups), default=0)):
        yield from (seeds[turn] for seeds in groups if turn < len(seeds))


def _seeds_of(
    cluster: Cluster,
    report: GapReport,
    texts: Mapping[str, Question],
    kb: KnowledgeBase,
    doubter: Doubter,
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
        linked = [q for q in members if article in q.resolved_by]
        return [
            Seed(Kind.ASKS, _line(q), article, cluster.askers, number, doubt=doubt)
            for q in linked
            for doubt in (doubter.doubt(q, article, linked=True),)
        ]
    if report.calibration is None:
        return []  # too little data for a verdict of kbtool's own
    if cluster.action is Action.HANDOFF:
        plain = [question for question in members if not doubter.is_misspelt(question.text)]
        return [Seed(Kind.HANDOFF, _line(q), "", cluster.askers) for q in plain[:1]]
    if not (cluster.answered and cluster.nearest):
        return []
    article = cluster.nearest.article
    best = {match.question: match.best for match in report.matches}
    sure = [
        question
        for question in members
        if (match := best.get(question.id)) and match.article == article and match.score >= _SURE
    ]
    mixed = Doubt.MIXED if doubter.is_mixed(cluster) else None
    return [
        Seed(Kind.ASKS, _line(question), article, cluster.askers, doubt=doubt)
        for question in sure
        for doubt in (mixed or doubter.doubt(question, article, linked=False),)
    ]


def _line(question: Question) -> str:
    return " ".join(question.text.split())


def _fold(text: str) -> str:
    return " ".join(_WORD.findall(text.casefold()))


class _Likeness(Struct, frozen=True):
    """Tells questions that would be one test twice."""

    doubter: Doubter
    kb: KnowledgeBase

    def is_like_one(self, seed: Seed, others: Sequence[str]) -> bool:
        """Whether it shares most of its words, or of what they are about, with another one."""
        own = self._words(seed.question, seed.article)
        return any(any(map(_overlap, own, self._words(other, seed.article))) for other in others)

    def _words(self, text: str, article: str) -> tuple[frozenset[str], frozenset[str]]:
        articles = self.kb.by_id.get(article, ())
        locale = articles[0].locale if articles else main_locale(self.kb)
        return frozenset(_fold(text).split()), self.doubter.stems(text, locale)


def _overlap(one: frozenset[str], other: frozenset[str]) -> bool:
    common, both = one & other, one | other
    return bool(common) and len(common) >= _ALIKE * len(both)
