"""Groups of a log with what was known when their words and their action were chosen."""

from __future__ import annotations

import json
from collections.abc import Iterator
from unittest.mock import patch

from msgspec import Struct

from benchmarks.gap_engine.data import PROJECT, Labelled, load
from kbtool.articles import load_articles
from kbtool.matching import GapOptions, find_gaps, gaps
from kbtool.matching.advice import verdicts
from kbtool.matching.advice.decide import Evidence
from kbtool.matching.advice.verdicts import Verdict
from kbtool.matching.judging import groups, labels
from kbtool.matching.judging.groups import Group
from kbtool.matching.judging.labels import Profile
from kbtool.questions import read_questions

SETS = ("stackfaq", "banking77", "hwu64", "thunderbird", "the sample")
_OPTIONS = GapOptions(controls=False)
_SAMPLE = PROJECT / "sample_kb"
_TOPICS = PROJECT / "benchmarks" / "sample_topics.json"


class Seen(Struct, frozen=True):
    """A group when it was judged."""

    group: Group
    profile: Profile  # with every word that any threshold of ``labels`` would keep
    evidence: Evidence
    verdict: Verdict


def load_set(name: str) -> Labelled:
    """A labelled set; the sample is one, too: it tells which articles answer each topic."""
    return load(name) if name != "the sample" else _load_sample()


def draws(data: Labelled, seeds: int) -> Iterator[frozenset[str]]:
    """Articles left out: none, then a quarter by seed; the sample leaves out its own."""
    yield frozenset()
    if all(data.gold.values()):
        yield from (data.draw_left_out(seed) for seed in range(seeds))


def see_groups(data: Labelled, left_out: frozenset[str]) -> list[Seen]:
    """All groups of a log."""
    seen: list[Seen] = []
    whole: dict[str, Profile] = {}
    told: list[Evidence] = []
    describe, judge, decide = groups.describe, gaps.judge, verdicts.decide

    def describe_whole(*given: object) -> Profile:
        own = describe(*given)
        with patch.object(labels, "_LEAST_SHARE", 0.0), patch.object(labels, "_LEAST_OF_FIRST", 0):
            whole[own.id] = describe(*given)
        return own

    def decide_seen(evidence: Evidence) -> object:
        told.append(evidence)
        return decide(evidence)

    def judge_seen(group: Group, grounds: object) -> Verdict:
        told.clear()
        verdict = judge(group, grounds)
        seen.append(Seen(group, whole[group.profile.id], told[0], verdict))
        return verdict

    with (
        patch.object(groups, "describe", describe_whole),
        patch.object(verdicts, "decide", decide_seen),
        patch.object(gaps, "judge", judge_seen),
    ):
        find_gaps(data.without(left_out), data.questions, _OPTIONS)
    return seen


def _load_sample() -> Labelled:
    truth = json.loads(_TOPICS.read_text(encoding="utf-8"))
    articles = load_articles([_SAMPLE / "articles"]).articles
    by_path = {"/".join(one.source.path.split("/")[-3:]): one.id for one in articles}
    answered = {
        topic: frozenset(by_path[path] for path in paths)
        for topic, paths in truth["answered_by"].items()
    }
    questions = read_questions([_SAMPLE / "questions.csv"]).questions
    return Labelled(
        name="the sample",
        articles=articles,
        bodies={},
        questions=questions,
        texts={question.id: question.text for question in questions},
        gold={q.id: answered.get(truth["questions"][q.id], frozenset()) for q in questions},
        dates={},
        labels=truth["questions"],
    )
