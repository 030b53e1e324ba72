"""What customers wrote, kept out of outputs: all of it, or what too few people asked."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from re import Match as Found

from msgspec import Struct
from msgspec.structs import replace

from kbtool.model import Cluster, Gap, GapReport, Match, Question, QuestionLog
from kbtool.patterns import lazy_pattern

_WORD = lazy_pattern(r"[^\W_]+(?:['’][^\W\d_]{1,3})?")
_QUOTED = lazy_pattern("“([^“”]{1,400})”")
_LABEL_WORDS = 4


class QuoteOptions(Struct, frozen=True):
    """How much of what customers wrote may be shown."""

    none: bool = False  # no question, and only words that several people used
    min_askers: int = 3  # people who must have asked in a group before it is quoted


def guard_quotes(
    report: GapReport, log: QuestionLog, options: QuoteOptions
) -> tuple[GapReport, QuestionLog]:
    """Report and log without the texts that are not to be quoted: they become "".

    Labels of such groups become words that at least ``min_askers`` people used.
    """
    open_groups = {
        cluster.id
        for cluster in report.clusters
        if not options.none and cluster.askers >= options.min_askers
    }
    grouped = {match.question: match.cluster for match in report.matches}
    texts = {question.id: question for question in log.questions}
    closed = {
        cluster.id: _close(cluster, _common_words(cluster.questions, texts, options.min_askers))
        for cluster in report.clusters
        if cluster.id not in open_groups
    }
    floor = options.min_askers > 1 or options.none
    hidden = {name for name in texts if floor and grouped.get(name, "") not in open_groups}
    return replace(
        report,
        unquoted=() if options.none else tuple(closed),
        clusters=tuple(closed.get(cluster.id, cluster) for cluster in report.clusters),
        gaps=tuple(_close_gap(gap, closed) for gap in report.gaps),
        matches=tuple(
            replace(match, best=_strip(match.best)) if match.question in hidden else match
            for match in report.matches
        ),
    ), replace(
        log,
        questions=tuple(
            replace(question, text="", subject="", agent_reply="")
            if question.id in hidden
            else question
            for question in log.questions
        ),
        excluded=tuple(replace(row, text="") for row in log.excluded) if floor else log.excluded,
        rejected=tuple(replace(row, text="") for row in log.rejected) if floor else log.rejected,
    )


def keep_common_words(
    report: GapReport, shown: GapReport, log: QuestionLog, options: QuoteOptions
) -> GapReport:
    """The report as it may be shown, and in each group only words that several people used."""
    texts = {question.id: question for question in log.questions}
    whole = {cluster.id: cluster for cluster in report.clusters}

    def restrict(cluster: Cluster) -> Cluster:
        asked = whole[cluster.id]
        common = _common_words(asked.questions, texts, options.min_askers)
        if options.none:
            cluster = _close(cluster, common)
        words = (word for word in asked.words if word.casefold() in common)
        return replace(cluster, words=tuple(words))

    return replace(
        shown,
        clusters=tuple(map(restrict, shown.clusters)),
        gaps=tuple(replace(gap, cluster=restrict(gap.cluster)) for gap in shown.gaps),
    )


def _close_gap(gap: Gap, closed: Mapping[str, Cluster]) -> Gap:
    return replace(gap, cluster=closed[gap.id]) if gap.id in closed else gap


def _common_words(
    names: Iterable[str], texts: Mapping[str, Question], least: int
) -> frozenset[str]:
    """Words that at least so many people used; a question of nobody known counts its weight."""
    known: dict[str, set[str]] = defaultdict(set)
    unknown: Counter[str] = Counter()
    for question in (texts[name] for name in names if name in texts):
        for word in set(_WORD.findall(question.text.casefold())):
            if question.requester:
                known[word].add(question.requester)
            else:
                unknown[word] += round(max(question.weight, 0))
    counts = Counter({word: len(people) for word, people in known.items()}) + unknown
    return frozenset(word for word, people in counts.items() if people >= least)


def _close(cluster: Cluster, common: frozenset[str]) -> Cluster:
    """The group without a word of its questions that too few people used."""
    words = [word for word in cluster.words if word.casefold() in common]
    titles = {match.title for match in (cluster.nearest, cluster.runner_up) if match}

    def hide(found: Found[str]) -> str:
        shown = found[1] in titles or found[1].casefold() in common
        return found[0] if shown else "“…”"

    return replace(
        cluster,
        label=", ".join(words[:_LABEL_WORDS]) or _count_people(cluster),
        why=_QUOTED.sub(hide, cluster.why),
        words=tuple(words),
        themes=(),
        nearest=_strip(cluster.nearest, common),
        runner_up=_strip(cluster.runner_up, common),
    )


def _count_people(cluster: Cluster) -> str:
    return f"{cluster.askers} {'person' if cluster.askers == 1 else 'people'}, not quoted"


def _strip(match: Match | None, common: frozenset[str] = frozenset()) -> Match | None:
    """The match without words that stand in questions alone and are not common."""
    if match is None:
        return None
    return replace(match, missing=tuple(w for w in match.missing if w.casefold() in common))
