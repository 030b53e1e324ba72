from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from kbtool.health import BANDS, assess
from kbtool.model import (
    Action,
    Article,
    Block,
    Cluster,
    Entry,
    Excluded,
    Finding,
    FrontMatter,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Piece,
    Prose,
    Question,
    QuestionLog,
    QuestionMatch,
    Sentence,
    Severity,
    Source,
    Span,
    Title,
)

TODAY = date(2026, 11, 3)
ERROR, WARNING, INFO = Severity.ERROR, Severity.WARNING, Severity.INFO
NOWHERE = Span(0, 0)


def make_article(name, *, title="", reviewed=None, words=()):
    entries = () if reviewed is None else (Entry("reviewed", reviewed, NOWHERE, NOWHERE),)
    prose = Prose(title, (Piece(0, 0, len(title)),))
    blocks = tuple(
        Block("paragraph", NOWHERE, prose, (Sentence(0, 0, count),), 0) for count in words
    )
    return Article(
        source=Source(f"articles/{name}.md", ""),
        id=name,
        title=Title(title, prose, "heading") if title else None,
        front_matter=FrontMatter(NOWHERE, entries),
        locale="en",
        blocks=blocks,
    )


def make_finding(name, severity, code="KB001", line=1):
    path = f"articles/{name}.md"
    return Finding(path, Span(line, line), line, 1, line, 1, code, "a-rule", severity, "message")


def make_match(article):
    return Match(article, article, (), 0.5)


def make_report(matches=(), clusters=(), gaps=(), unmatchable=()):
    return GapReport(
        gaps=tuple(gaps),
        clusters=tuple(clusters),
        matches=tuple(matches),
        coverage=Interval(0.5, 0.4, 0.6),
        ungrouped=(),
        unmatchable=tuple(unmatchable),
        threshold=0.3,
        threshold_basis="a guess",
    )


def make_cluster(name, askers=3, nearest="a"):
    match = make_match(nearest) if nearest else None
    share = Interval(0.5, 0.2, 0.8)
    return Cluster(name, name, (), askers, share, match, None, Action.WRITE, "")


def look_at(*articles, findings=(), questions=(), report=None, **rest):
    kb = KnowledgeBase.of(articles, TODAY)
    return assess(kb, findings, report or make_report(), questions, **rest)


CODES = ("KB001", "FRS005", "LNK001", "CLR002")
CASES = st.tuples(st.sampled_from("abcd"), st.sampled_from(Severity), st.sampled_from(CODES))


@given(st.lists(st.tuples(CASES, st.booleans()), max_size=12), st.lists(st.sampled_from("abcd")))
def test_silencing_findings_never_changes_a_band_a_score_or_a_place(cases, asked):
    every = [make_finding(*case, line=at) for at, (case, _) in enumerate(cases)]
    silenced = [finding for finding, (_, quiet) in zip(every, cases, strict=True) if quiet]
    still_open = [finding for finding in every if finding not in silenced]
    articles = [make_article(name) for name in "abcd"]
    matches = [QuestionMatch(str(at), make_match(n), True, "") for at, n in enumerate(asked)]
    demand = {
        "questions": [Question(str(at), "x") for at in range(len(asked))],
        "report": make_report(matches),
    }
    loud = look_at(*articles, findings=every, **demand)
    quiet = look_at(*articles, findings=still_open, suppressed=silenced, **demand)

    def judge(health):
        return [
            (one.id, one.band, one.seriousness, one.urgency, one.blocked_by, one.needs_mending)
            for one in health.articles
        ]

    assert judge(quiet) == judge(loud)
    assert sum(len(one.findings) for one in quiet.articles) == len(still_open)
    assert sum(len(one.suppressed) for one in quiet.articles) == len(silenced)


def test_demand_counts_people_not_questions():
    questions = [
        Question("1", "x", requester="ann"),
        Question("2", "x", requester="ann"),
        Question("3", "x", requester="bob"),
        Question("4", "x"),
        Question("5", "x", weight=40.0),
        Question("6", "x", requester="cid"),
    ]
    matches = [QuestionMatch(str(at), make_match("a"), True, "") for at in range(1, 6)]
    matches.append(QuestionMatch("6", make_match("a"), False, ""))
    health = look_at(make_article("a"), questions=questions, report=make_report(matches))
    # ann and bob, question 4 as one person, question 5 as forty; question 6 has no answer
    assert health.articles[0].demand == 2 + 1 + 40
    assert health.articles[0].questions == ("1", "2", "3", "4", "5")


def test_of_two_articles_with_one_id_the_first_has_the_demand():
    twin = replace(make_article("b"), id="a")
    matches = [QuestionMatch("1", make_match("a"), True, "")]
    health = look_at(
        make_article("a"), twin, questions=[Question("1", "x")], report=make_report(matches)
    )
    assert [(article.path, article.demand) for article in health.articles] == [
        ("articles/a.md", 1),
        ("articles/b.md", 0),
    ]


def test_a_match_with_an_unknown_article_or_question_is_nobodys_demand():
    matches = [
        QuestionMatch("1", make_match("gone"), True, ""),
        QuestionMatch("2", make_match("a"), True, ""),
        QuestionMatch("1", None, True, ""),
    ]
    health = look_at(make_article("a"), questions=[Question("1", "x")], report=make_report(matches))
    assert health.articles[0].demand == 0


def test_a_rule_counts_once_with_its_worst_finding():
    findings = [
        make_finding("a", WARNING, "KB001", 1),
        make_finding("a", ERROR, "KB001", 2),
        make_finding("a", WARNING, "KB002", 3),
        make_finding("a", WARNING, "KB002", 4),
        make_finding("a", INFO, "KB003", 5),
    ]
    article = look_at(make_article("a"), findings=findings).articles[0]
    assert article.seriousness == 10 + 3 + 1
    assert [article.count(severity) for severity in (ERROR, WARNING, INFO)] == [1, 3, 1]


def test_what_matters_to_more_people_is_mended_first_and_ready_articles_come_last():
    # urgency: busy (3 + 1) * 3, quiet (0 + 1) * 10, noted (14 + 1) * 1, clean (1 + 1) * 0
    names = ["busy"] * 3 + ["clean"] + ["noted"] * 14
    levels = {"busy": WARNING, "quiet": ERROR, "noted": INFO}
    matches = [QuestionMatch(str(at), make_match(n), True, "") for at, n in enumerate(names)]
    health = look_at(
        *(make_article(name) for name in ("busy", "clean", "noted", "quiet", "alone", "silent")),
        findings=[make_finding(name, severity) for name, severity in levels.items()],
        suppressed=[make_finding("silent", WARNING)],
        questions=[Question(str(at), "x") for at in range(len(names))],
        report=make_report(matches),
    )
    order = [article.id for article in health.articles]
    assert order == ["busy", "quiet", "silent", "noted", "clean", "alone"]
    assert [article.urgency for article in health.articles] == [12, 10, 3, 15, 0, 0]
    assert health.to_mend == health.articles[:3]


@pytest.mark.parametrize(
    ("reviewed", "age"),
    [
        (None, None),
        (date(2026, 11, 3), 0),
        (date(2025, 11, 3), 365),
        (datetime(2026, 11, 1, 23, 59, tzinfo=UTC), 2),
        ("2026-10-31", 3),
        (" 2026-10-31T08:00:00Z ", 3),
        (date(2030, 1, 1), 0),
        ("last spring", None),
        ("", None),
        (2026, None),
        (["2026-10-31"], None),
    ],
)
def test_age_is_counted_from_the_day_of_review(reviewed, age):
    assert look_at(make_article("a", reviewed=reviewed)).articles[0].age == age


def test_an_article_without_a_title_goes_by_its_id():
    health = look_at(make_article("a"), make_article("b", title="Reset"), make_article("c"))
    assert [article.title for article in health.articles] == ["a", "Reset", "c"]


def test_words_are_those_of_all_blocks():
    assert look_at(make_article("a", words=(3, 40))).articles[0].words == 43


def test_every_finding_is_in_one_place():
    findings = [
        make_finding("a", ERROR, "KB009", 7),
        make_finding("a", INFO, "KB001", 2),
        make_finding("glossary", ERROR),
    ]
    health = look_at(make_article("a"), findings=findings)
    assert [finding.line for finding in health.articles[0].findings] == [2, 7]
    assert [finding.path for finding in health.elsewhere] == ["articles/glossary.md"]


def test_bands_count_all_articles_worst_first():
    health = look_at(make_article("a"), make_article("b"), findings=[make_finding("a", ERROR)])
    assert list(health.bands.items()) == [("blocked", 1), ("risky", 0), ("ready", 1)]
    assert tuple(health.bands) == BANDS


def test_reasons_for_leaving_out_are_sorted_by_number_then_name():
    rows = [Excluded(reason, "log.csv", 1, "") for reason in ("b", "a", "c", "c")]
    health = look_at(log=QuestionLog((), excluded=tuple(rows[:3]), rejected=tuple(rows[3:])))
    assert health.left_out == (("c", 2), ("a", 1), ("b", 1))


def test_coverage_of_no_questions_is_undefined():
    assert look_at().coverage is None
    assert look_at(questions=[Question("1", "x")]).coverage == Interval(0.5, 0.4, 0.6)


def test_window_spans_the_questions_that_have_dates():
    days = [datetime(2026, 9, day, tzinfo=UTC) for day in (30, 2)]
    questions = [Question(str(at), "x", when) for at, when in enumerate([days[0], None, days[1]])]
    assert look_at(questions=questions).window == (date(2026, 9, 2), date(2026, 9, 30))
    assert look_at(questions=[Question("1", "x")]).window is None


def test_groups_are_answered_missing_or_small():
    clusters = [make_cluster("big", 3), make_cluster("many", 9), make_cluster("gap")]
    matches = [
        QuestionMatch("1", make_match("a"), True, "big"),
        QuestionMatch("2", make_match("a"), True, "many"),
        QuestionMatch("3", None, False, "gap"),
        QuestionMatch("4", None, False, "small"),
        QuestionMatch("5", None, False, ""),
        QuestionMatch("6", None, False, ""),
        QuestionMatch("7", None, False, ""),
    ]
    gaps = [Gap(clusters[2], "likely", None)]
    report = make_report(matches, clusters, gaps, unmatchable=["7"])
    health = look_at(report=report)
    assert [cluster.id for cluster in health.answered] == ["many", "big"]
    assert [match.question for match in health.unanswered] == ["3", "4", "5", "6"]
    assert health.gap_share == 1 / 4
    assert health.small_groups == 1
    assert health.gap_askers == 3


def test_share_of_gaps_is_undefined_where_all_is_answered():
    assert look_at(report=make_report([QuestionMatch("1", None, True, "")])).gap_share is None


def test_rates_of_gaps_add_up_as_independent_ones_do():
    rates = [Interval(10.0, 7.0, 16.0), Interval(5.0, 1.0, 13.0)]
    gaps = [Gap(make_cluster(str(at)), "likely", rate) for at, rate in enumerate(rates)]
    # distances: below 3 and 4, together 5; above 6 and 8, together 10
    assert look_at(report=make_report(gaps=gaps)).gap_askers_per_month == Interval(15, 10, 25)


def test_rate_of_gaps_is_undefined_without_dates():
    rated = Gap(make_cluster("a"), "likely", Interval(1.0, 0.5, 2.0))
    undated = Gap(make_cluster("b"), "likely", None)
    assert look_at(report=make_report(gaps=[rated, undated])).gap_askers_per_month is None
    assert look_at().gap_askers_per_month is None


def test_order_of_findings_and_articles_changes_nothing():
    articles = [make_article("a"), make_article("b")]
    findings = [make_finding(name, WARNING, line=line) for name in "ab" for line in (1, 2)]
    forwards = look_at(*articles, findings=findings)
    backwards = look_at(*reversed(articles), findings=findings[::-1])
    assert forwards == backwards
