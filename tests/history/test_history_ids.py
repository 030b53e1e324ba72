"""Groups keep their ids from run to run."""

import random
from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace
from small_runs import KEY

from benchmarks.history import change_little, cut_halves, follow_ids, record
from kbtool.articles import load_articles
from kbtool.history import Circumstances, Seen, compare_records, keep_ids, make_record
from kbtool.matching import GapOptions, find_gaps
from kbtool.model import (
    Interval,
    KnowledgeBase,
    QuestionLog,
)
from kbtool.questions import read_questions

SAMPLE = Path(__file__).resolve().parents[2] / "sample_kb"
NOBODY = Interval(0.0, 0.0, 1.0)
OPTIONS = GapOptions(controls=False)  # they change no other figure: test_controls.py


@pytest.fixture(scope="module")
def kb():
    return KnowledgeBase.of(load_articles([SAMPLE / "articles"]).articles, date(2026, 11, 22))


@pytest.fixture(scope="module")
def questions():
    return read_questions([SAMPLE / "questions.csv"]).questions


@pytest.fixture(scope="module")
def found(kb, questions):
    """What the recorded run found."""
    return find_gaps(kb, questions, OPTIONS)


@pytest.fixture(scope="module")
def first(kb, questions, found):
    """The recorded run."""
    return make_record(Seen(kb, found, QuestionLog(questions)), Circumstances({}, ""), KEY)


def change(questions, seed, kept=1.0, added=0.0):
    """The log with some questions gone, others added, all in another order under other ids."""
    chance = random.Random(seed)
    left = chance.sample(questions, round(len(questions) * kept))
    more = chance.sample(questions, round(len(questions) * added))
    rows = [*left, *(replace(row, text=f"{row.text} please") for row in more)]
    chance.shuffle(rows)
    return tuple(replace(row, id=f"row {at}") for at, row in enumerate(rows))


def rerun(kb, questions, known):
    """Gaps of the new run by the ids that they were given."""
    report = keep_ids(find_gaps(kb, questions, OPTIONS), QuestionLog(questions), known, KEY)
    groups = {cluster.id: cluster for cluster in report.clusters}
    assert len(groups) == len(report.clusters), "no id is given twice"
    assert {gap.id for gap in report.gaps} <= groups.keys()
    assert {match.cluster for match in report.matches} - {""} == groups.keys()
    return report


def test_order_and_numbering_change_no_id(kb, questions, first):
    report = rerun(kb, change(questions, 3), first.topics)
    assert {cluster.id for cluster in report.clusters} == {topic.id for topic in first.topics}
    assert {gap.id for gap in report.gaps} == {topic.id for topic in first.topics if topic.gap}


@pytest.mark.parametrize(("kept", "added"), [(1.0, 0.1), (0.9, 0.0)])
def test_gaps_keep_their_ids_when_a_tenth_of_the_log_comes_or_goes(
    kb, questions, found, first, kept, added
):
    changed = change(questions, 11, kept, added)
    report = rerun(kb, changed, first.topics)
    texts = {question.id: question.text.removesuffix(" please") for question in changed}
    before = {}
    originals = {question.id: question.text for question in questions}
    for cluster in found.clusters:
        before |= {originals[name]: cluster.id for name in cluster.questions}
    heirs = {}  # recorded group -> ids of the groups that hold mostly questions of it
    for cluster in report.clusters:
        homes = [before.get(texts[name]) for name in cluster.questions]
        home = max(set(homes), key=homes.count)
        if homes.count(home) * 2 > len(homes):
            heirs.setdefault(home, []).append(cluster.id)
    gaps = [topic.id for topic in first.topics if topic.gap and topic.id in heirs]
    lost = {gap: heirs[gap] for gap in gaps if gap not in heirs[gap]}
    assert len(gaps) > 50
    assert len(lost) / len(gaps) <= 0.05, lost


def test_between_two_logs_that_share_no_wording_ids_are_kept_and_few_go_to_another_subject(
    kb, questions
):
    _, one, other = next(cut_halves(questions))
    row = follow_ids(kb, one, other, gaps_only=False)
    assert row.kept >= 0.4 * row.pairs
    assert row.false <= 0.3 * (row.kept + row.false)


@pytest.mark.parametrize("place", [0, -1])
def test_no_gap_opens_or_closes_where_nothing_happened(kb, questions, first, place):
    _, others, left = list(change_little(kb, questions))[place]
    now, _ = record(others, left, first)
    change = compare_records(first, now)
    assert [(gap.label, gap.why) for gap in (*change.opened, *change.closed)] == []


def test_evidence_for_changed_advice_is_the_verdict_on_each_question(found, first):
    partly = (gap for gap in found.gaps if gap.cluster.covered.value < 1)
    gap = max(partly, key=lambda gap: gap.cluster.covered.value * gap.cluster.askers)
    size = len(gap.cluster.questions)
    alone = round(gap.cluster.covered.value * size)
    assert alone > 1
    then = replace(first.by_id[gap.id], action="write", found=Interval(0.0, 0.0, 0.01))
    (one,) = compare_records(replace(first, topics=(then,)), first).advised
    assert one.why.startswith(f"{alone} of {size} find an answer one by one, 0 of {size} then")
    assert "both may be right" not in one.why
