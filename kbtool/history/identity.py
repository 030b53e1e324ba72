"""Which group of this run is which group of earlier ones, so that each keeps its id."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from hashlib import blake2b

from msgspec.structs import replace

from kbtool.history.fingerprints import mark_all, split_marks
from kbtool.history.likeness import Traits, compare, count_holders
from kbtool.history.values import Topic
from kbtool.model import Cluster, Gap, GapReport, QuestionLog

_WORDINGS = 0.1  # Jaccard of wordings from which two groups are one
_INSIDE = 0.5  # or share of the smaller one's wordings that the larger one holds
_TRAITS = 0.2  # likeness from which they are one where the logs share no wording
Pair = tuple[float, str, str]  # likeness, id of the known group, id of the new one


def keep_ids(report: GapReport, log: QuestionLog, known: Sequence[Topic], key: bytes) -> GapReport:
    """The report with recorded ids in place of those of groups that are known already.

    ``known`` are the recorded groups, the latest record of each; a new group never takes a
    recorded id.
    """
    if not known:
        return report
    names = _choose(report.clusters, _mark_clusters(report.clusters, log, key), known)
    return replace(
        report,
        clusters=tuple(_rename(cluster, names) for cluster in report.clusters),
        gaps=tuple(_rename_gap(gap, names) for gap in report.gaps),
        matches=tuple(
            replace(match, cluster=names.get(match.cluster, match.cluster))
            for match in report.matches
        ),
    )


def _mark_clusters(
    clusters: Iterable[Cluster], log: QuestionLog, key: bytes
) -> dict[str, frozenset[bytes]]:
    texts = {question.id: question.text for question in log.questions}
    marks = {}
    for cluster in clusters:
        joined = mark_all((texts[name] for name in cluster.questions if name in texts), key)
        marks[cluster.id] = frozenset(split_marks(joined))
    return marks


def _choose(
    clusters: Sequence[Cluster], marks: Mapping[str, frozenset[bytes]], known: Sequence[Topic]
) -> dict[str, str]:
    """New id of every group, by its present one."""
    names: dict[str, str] = {}
    _assign(_by_wordings(marks, known), names)
    taken = set(names.values())
    left = [cluster for cluster in clusters if cluster.id not in names]
    _assign(_by_traits(left, [topic for topic in known if topic.id not in taken]), names)
    used = set(names.values()) | {topic.id for topic in known}
    for cluster in clusters:
        if cluster.id not in names:
            names[cluster.id] = _free(cluster.id, used)
            used.add(names[cluster.id])
    return names


def _assign(pairs: Iterable[Pair], names: dict[str, str]) -> None:
    """Give each id once, the likest pair first; equal ones in the order of their ids."""
    taken = set(names.values())
    for _, old, new in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if new not in names and old not in taken:
            names[new] = old
            taken.add(old)


def _by_wordings(marks: Mapping[str, frozenset[bytes]], known: Sequence[Topic]) -> Iterable[Pair]:
    holders: dict[bytes, list[Topic]] = defaultdict(list)
    for topic in known:
        for wording in topic.marks:
            holders[wording].append(topic)
    sizes = {topic.id: len(topic.marks) for topic in known}
    for name, own in marks.items():
        shared = Counter(topic.id for wording in own for topic in holders.get(wording, ()))
        for old, number in shared.items():
            jaccard = number / (len(own) + sizes[old] - number)
            inside = number / min(len(own), sizes[old])
            if jaccard >= _WORDINGS or inside >= _INSIDE:
                yield jaccard, old, name


def _by_traits(clusters: Sequence[Cluster], known: Sequence[Topic]) -> Iterable[Pair]:
    """Groups that share a characteristic word, as far as they are like each other."""
    new = {cluster.id: _describe(cluster) for cluster in clusters}
    old = {topic.id: topic.traits for topic in known}
    rarity = count_holders(traits.words for traits in (*new.values(), *old.values()))
    holders: dict[str, list[str]] = defaultdict(list)
    for name, traits in old.items():
        for word in {word.casefold() for word in traits.words}:
            holders[word].append(name)
    for name, traits in new.items():
        near = {other for word in traits.words for other in holders.get(word.casefold(), ())}
        for other in sorted(near):
            likeness = compare(traits, old[other], rarity)
            if likeness >= _TRAITS:
                yield likeness, other, name


def _describe(cluster: Cluster) -> Traits:
    places = (cluster.nearest, cluster.runner_up)
    return Traits(cluster.words, cluster.label, tuple(place.article for place in places if place))


def _free(name: str, used: Iterable[str]) -> str:
    """The id, or one made from it where a recorded group has it."""
    while name in used:
        name = blake2b(name.encode(), digest_size=5).hexdigest()
    return name


def _rename(cluster: Cluster, names: Mapping[str, str]) -> Cluster:
    return replace(cluster, id=names[cluster.id])


def _rename_gap(gap: Gap, names: Mapping[str, str]) -> Gap:
    return replace(gap, cluster=_rename(gap.cluster, names))
