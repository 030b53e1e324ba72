"""The gap engine as a whole: what it finds, and that odd input never breaks it."""

from datetime import UTC, date, datetime, timedelta
from inspect import signature

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from kbtool.matching import GapOptions, Means, find_gaps, survey_gaps
from kbtool.model import Action, KnowledgeBase, Question
from kbtool.testing import parse

ARTICLES = {
    "freeze-your-card.md": "---\ntitle: Freeze your card\n---\n\nOpen **Card** and select "
    "**Freeze**. A frozen card refuses every payment.\n\n## Unfreeze the card\n\nSelect "
    "**Unfreeze** on the same screen. The card works again at once.\n",
    "order-a-card.md": "---\ntitle: Order a new card\n---\n\nOpen **Card** and select **Order**. "
    "Delivery of a new card takes five working days and costs nothing.\n",
    "exchange-rates.md": "---\ntitle: Exchange rates\n---\n\nWe use the rate of the market when "
    "you exchange money. At weekends we add one per cent to the exchange rate.\n",
    "change-your-address.md": "---\ntitle: Change your address\n---\n\nOpen **Profile**, select "
    "**Address** and type the new address. We confirm an address within a day.\n",
}
COVERED = [
    "how do I freeze my card", "can I freeze the card in the app", "freeze my card please",
    "I want to order a new card", "how to order a new card", "order new card delivery",
    "what exchange rate do you use", "which exchange rate applies", "exchange rate at weekends",
    "how do I change my address", "change of address", "my address is wrong, change it",
]  # fmt: skip
GAP = [
    "can I get a mortgage", "do you offer a mortgage", "mortgage for a house",
    "how high is the interest of a mortgage", "I need a mortgage", "mortgage offer for my house",
]  # fmt: skip
START = datetime(2026, 5, 1, tzinfo=UTC)


def kb_of(articles):
    parsed = [parse(text, path) for path, text in articles.items()]
    return KnowledgeBase.of(parsed, date(2026, 11, 22))


def questions_of(texts):
    return [
        Question(f"q{number}", text, START + timedelta(days=number), "chat")
        for number, text in enumerate(texts)
    ]


def test_questions_that_no_article_answers_become_a_gap_of_their_own():
    report = find_gaps(kb_of(ARTICLES), questions_of(COVERED + GAP))
    asked = {f"q{number}" for number in range(len(COVERED), len(COVERED) + len(GAP))}
    best = report.gaps[0].cluster
    assert set(best.questions) <= asked
    assert len(best.questions) >= 4
    assert "mortgage" in best.label
    assert best.action == Action.WRITE
    assert best.why


def test_every_question_is_matched_once_and_in_the_order_of_the_input():
    questions = questions_of(COVERED + GAP)
    report = find_gaps(kb_of(ARTICLES), questions)
    assert [match.question for match in report.matches] == [q.id for q in questions]


def test_clusters_and_left_overs_hold_every_question_exactly_once():
    questions = questions_of([*COVERED, *GAP, "?!", "zebra"])
    report = find_gaps(kb_of(ARTICLES), questions)
    grouped = [name for cluster in report.clusters for name in cluster.questions]
    everything = sorted([*grouped, *report.ungrouped, *report.unmatchable])
    assert everything == sorted(question.id for question in questions)


def test_coverage_is_the_share_of_matchable_questions_that_are_answered():
    report = find_gaps(kb_of(ARTICLES), questions_of([*COVERED, *GAP, "?!"]))
    matchable = [m for m in report.matches if m.question not in report.unmatchable]
    share = sum(match.answered for match in matchable) / len(matchable)
    assert report.coverage.value == pytest.approx(share)
    assert 0 <= report.coverage.low <= report.coverage.value <= report.coverage.high <= 1


def test_ids_of_gaps_stay_when_other_questions_are_added():
    before = find_gaps(kb_of(ARTICLES), questions_of(COVERED + GAP))
    after = find_gaps(kb_of(ARTICLES), questions_of(COVERED + GAP + COVERED[:3]))
    assert before.gaps[0].id in {gap.id for gap in after.gaps}


def test_same_input_gives_the_same_report():
    questions = questions_of(COVERED + GAP)
    assert find_gaps(kb_of(ARTICLES), questions) == find_gaps(kb_of(ARTICLES), questions)


def test_repeated_questions_of_one_person_count_as_one_asker():
    questions = [replace(q, requester="person 1") for q in questions_of(GAP)]
    report = find_gaps(kb_of(ARTICLES), questions)
    assert all(cluster.askers == 1 for cluster in report.clusters)
    assert report.gaps == ()


def test_without_dates_no_monthly_figure_is_made_up():
    questions = [replace(question, asked_at=None) for question in questions_of(GAP)]
    report = find_gaps(kb_of(ARTICLES), questions)
    assert report.gaps
    assert all(gap.per_month is None for gap in report.gaps)


@pytest.mark.parametrize(
    ("articles", "texts"),
    [
        ({}, COVERED),
        ({"empty.md": "---\ntitle: Empty\n---\n"}, COVERED),
        ({"one.md": ARTICLES["order-a-card.md"]}, ["order a card"]),
        (ARTICLES, ["?!"]),
        (ARTICLES, ["the and of", "is it"]),
        (ARTICLES, ["freeze"] * 40),
        (ARTICLES, ["カードを凍結したい", "如何冻结卡", "วิธีระงับบัตร", "karte sperren"]),
        (ARTICLES, ["x" * 10_000, "word " * 2_000]),
        (ARTICLES, []),
    ],
    ids=["no articles", "empty", "one", "marks", "stop words", "same", "scripts", "long", "none"],
)
def test_odd_input_gives_a_report_without_a_score_out_of_range(articles, texts):
    report = find_gaps(kb_of(articles), questions_of(texts))
    assert len(report.matches) == len(texts)
    for match in report.matches:
        assert match.best is None or 0 <= match.best.score <= 1
    assert 0 <= report.coverage.low <= report.coverage.value <= report.coverage.high <= 1


def test_little_data_and_missing_articles_are_said_to_be_so():
    assert find_gaps(kb_of(ARTICLES), questions_of(GAP)).warnings
    assert any("article" in text for text in find_gaps(kb_of({}), questions_of(GAP)).warnings)


MORE = {f"more-{at}.md": f"# Topic {at}\n\nWord{at} stands here alone.\n" for at in range(26)}


@pytest.mark.parametrize(
    ("articles", "reason"),
    [(ARTICLES, "Scores rest on defaults"), (ARTICLES | MORE, "groups of questions")],
)
def test_without_enough_groups_no_error_rate_is_told_and_every_gap_is_weak(articles, reason):
    more = [f"{text}, please" for text in GAP]
    few = find_gaps(kb_of(articles), questions_of(COVERED + GAP + more))
    assert few.gaps
    assert few.calibration is None
    assert {gap.confidence for gap in few.gaps} == {"weak"}
    (told,) = [text for text in few.warnings if "every gap counts as weak" in text]
    assert reason in told


def test_fewer_askers_than_wanted_make_no_gap():
    report = find_gaps(kb_of(ARTICLES), questions_of(GAP), GapOptions(min_askers=50))
    assert report.gaps == ()
    assert report.clusters


@settings(deadline=None, max_examples=15)
@given(st.lists(st.text(max_size=30), max_size=12))
def test_any_questions_give_a_report(texts):
    report = find_gaps(kb_of(ARTICLES), questions_of(texts))
    assert len(report.matches) == len(texts)


def test_the_order_of_the_log_changes_nothing_but_the_order_of_the_matches():
    questions = questions_of(COVERED + GAP)
    one, other = (find_gaps(kb_of(ARTICLES), log) for log in (questions, questions[::-1]))
    assert one.gaps == other.gaps
    assert one.coverage == other.coverage
    assert one.matches == other.matches[::-1]


def test_what_is_given_besides_options_comes_as_one_value():
    solved = tuple(
        Question(f"s{at}", text, resolved_by=("order-a-card",)) for at, text in enumerate(GAP)
    )
    taught = find_gaps(kb_of(ARTICLES), questions_of(COVERED + GAP), means=Means(teachers=solved))
    assert len(taught.matches) == len(COVERED + GAP)
    assert taught != find_gaps(kb_of(ARTICLES), questions_of(COVERED + GAP))
    assert len(signature(find_gaps).parameters) == len(signature(survey_gaps).parameters) == 4
