"""Words of a group: how well they name its topic, by how common each must be in the group.

    python -m benchmarks.cutoffs.words

Groups of three questions and more of which at least half have one topic. A word *names* the topic
where the title of its article, or the topic's own name, holds it; *found* is the share of those
words of the name that the group uses at all. F is of the two. A word *leads* by the share of all
questions holding it that are of the topic. Baseline: as many of the group's commonest words. At
most eight words of a group count, as kbtool uses no more. Brackets are 95% intervals by bootstrap
over groups. About a minute and a half.

Two thresholds: of what the most characteristic word has (``labels._LEAST_OF_FIRST``), and, of the
words that this leaves, of what the commonest one has (``verdicts._LEAST``).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

import numpy as np
from msgspec import Struct

from benchmarks.cutoffs.groups import SETS, Seen, load_set, see_groups
from benchmarks.gap_engine.data import Labelled
from benchmarks.gap_engine.figures import Array, bootstrap, print_table, short
from kbtool.matching.advice import verdicts
from kbtool.matching.judging import labels
from kbtool.matching.text.tokens import Tokenizer

_TRIED = (0.0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.8, 1.0)
_LEAST, _PURE = 3, 0.5  # questions of a group, and the share of its topic
_TOKENS = Tokenizer("en")

Choice = Sequence[str]


class Named(Struct, frozen=True):
    """A group whose topic is known."""

    order: Choice  # its words, the most characteristic first
    shares: Mapping[str, float]
    name: frozenset[str]  # stems of the topic's name
    used: frozenset[str]  # those that the group uses
    leads: Mapping[str, float]  # by word

    def keep(self, least: float) -> Choice:
        """Words with this share of what the first has."""
        return [word for word in self.order if self.shares[word] >= least * self._first]

    def keep_main(self, least: float) -> Choice:
        """Of those that kbtool keeps, words with this share of what the commonest has."""
        kept = self.keep(labels._LEAST_OF_FIRST)
        most = max(self.shares[word] for word in kept)
        return [word for word in kept if self.shares[word] >= least * most]

    def commonest(self, count: int) -> Choice:
        """The baseline."""
        return sorted(self.order, key=lambda word: (-self.shares[word], word))[:count]

    @property
    def _first(self) -> float:
        return self.shares[self.order[0]]


def main() -> None:
    """Print a table of each threshold."""
    sets = {name: name_groups(load_set(name)) for name in SETS}
    columns = (
        "set, groups",
        "least",
        "words",
        "names",
        "found",
        "F",
        "change of F",
        "leads",
        "F of commonest",
    )
    print(f"Of the most characteristic word's share (kbtool: {labels._LEAST_OF_FIRST})\n")
    print_table(columns, (row for item in sets.items() for row in _rows(*item)))
    print(f"Of the commonest word's share, main words (kbtool: {verdicts._LEAST})\n")
    print_table(columns, (row for item in sets.items() for row in _rows(*item, main=True)))


def name_groups(data: Labelled) -> list[Named]:
    """Groups of a log, all articles there, whose topic is plain."""
    stems = {q.id: _TOKENS.doc(q.text).stems for q in data.questions}
    topics = {q: data.labels.get(q) or min(gold, default="") for q, gold in data.gold.items()}
    titles = {one.id: one.title.text if one.title else "" for one in data.articles}
    names: dict[str, set[str]] = defaultdict(set)
    for question, topic in topics.items():
        own = [topic.replace("_", " ")] if question in data.labels else []
        texts = [*own, *(titles[article] for article in data.gold[question])]
        names[topic].update(*(_TOKENS.doc(text).stems for text in texts))
    holders: dict[str, list[str]] = defaultdict(list)
    for question, own_stems in stems.items():
        for stem in own_stems:
            holders[stem].append(topics[question])
    named = (_name(seen, topics, names, holders) for seen in see_groups(data, frozenset()))
    return [one for one in named if one]


def _name(
    seen: Seen,
    topics: Mapping[str, str],
    names: Mapping[str, set[str]],
    holders: Mapping[str, Sequence[str]],
) -> Named | None:
    counts = Counter(topics[q.id] for one in seen.group.asked for q in one.questions)
    topic, most = min(counts.items(), key=lambda item: (-item[1], item[0]))
    shares = seen.profile.shares
    order = [word for word in seen.profile.stems if shares[word] >= labels._LEAST_SHARE]
    if counts.total() < _LEAST or most < _PURE * counts.total() or not order:
        return None
    return Named(
        order,
        shares,
        frozenset(names[topic]),
        frozenset(names[topic].intersection(shares)),
        {word: float(np.mean([one == topic for one in holders[word]])) for word in order},
    )


def _rows(name: str, groups: Sequence[Named], *, main: bool = False) -> Iterable[list[str]]:
    title = f"{name}, {len(groups)}"
    kept = _count(groups, _choose(groups, _own(main=main), main=main))
    for least in _TRIED:
        chosen = _choose(groups, least, main=main)
        plain = [one.commonest(len(words)) for one, words in zip(groups, chosen, strict=True)]
        counts, others = _count(groups, chosen), _count(groups, plain)
        names, found, both, leads = _figures(counts)
        yield [
            title,
            short(least, 1),
            f"{counts[:, 0].mean():.1f}",
            short(names),
            short(found),
            short(both),
            _change(kept, counts),
            short(leads),
            short(_figures(others)[2]),
        ]
        title = ""


def _own(*, main: bool) -> float:
    return verdicts._LEAST if main else labels._LEAST_OF_FIRST


def _choose(groups: Sequence[Named], least: float, *, main: bool) -> list[Choice]:
    chosen = [one.keep_main(least) if main else one.keep(least) for one in groups]
    return [words[: verdicts._WORDS] for words in chosen]


def _change(before: Array, after: Array) -> str:
    """F of other words less F of kbtool's, with its interval."""

    def change(at: Array) -> float:
        return _figures(after[at])[2] - _figures(before[at])[2]

    low, high = np.percentile(bootstrap(change, len(before)), [2.5, 97.5])
    return f"{change(np.arange(len(before))):+.3f} ({low:+.3f} to {high:+.3f})"


def _count(groups: Sequence[Named], chosen: Sequence[Choice]) -> Array:
    """Words, those that name, words of the name that are used, found of these, and leads."""
    return np.array(
        [
            (
                len(words),
                len(one.name.intersection(words)),
                len(one.used),
                len(one.used.intersection(words)),
                sum(one.leads[word] for word in words),
            )
            for one, words in zip(groups, chosen, strict=True)
        ]
    )


def _figures(counts: Array) -> tuple[float, float, float, float]:
    words, named, used, found, leads = counts.sum(axis=0)
    precision, recall = named / words, found / max(used, 1)
    both = 2 * precision * recall / max(precision + recall, 1e-9)
    return float(precision), float(recall), float(both), float(leads / words)


if __name__ == "__main__":
    main()
