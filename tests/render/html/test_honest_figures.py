"""What is told where data is thin, and sentences that can be checked by their own figures."""

import json
import re

import pytest
from full_report import fill
from headlines import told
from msgspec.structs import replace

from kbtool.config.tables import CostsTable
from kbtool.matching.advice.costs import find_spared
from kbtool.matching.trust.minimums import (
    FEW_ARTICLES,
    FEW_QUESTIONS,
    FEWEST_ARTICLES,
    Lack,
    find_lack,
)
from kbtool.model import Action, Confusable, Fact, Interval, Need, Unanswered
from kbtool.render import load_renderer, wording
from kbtool.render.counts import say_lack
from kbtool.render.html.page import render as render_html
from kbtool.render.views.gaps import say_one_by_one
from kbtool.render.views.ledger import keep_ledger

FALL_SHORT = (
    "Together they fall short, and a group is judged as a whole: the article that fits best "
    "reaches 0.40, where 0.50 counts as an answer."
)


def leave_alone(health, hidden=False):
    """The same without a gap: unanswered questions stand alone."""
    missing = {gap.id for gap in health.gaps.gaps}
    matches = tuple(
        replace(match, cluster="") if match.cluster in missing else match
        for match in health.gaps.matches
    )
    clusters = tuple(one for one in health.gaps.clusters if one.id not in missing)
    alone = tuple(match.question for match in matches if not match.cluster)
    if hidden:
        questions = (replace(q, text="") if q.id in alone else q for q in health.questions)
        health = replace(health, questions=tuple(questions))
    report = replace(
        health.gaps, gaps=(), matches=matches, clusters=clusters, ungrouped=alone, unanswered=()
    )
    return replace(health, gaps=report)


@pytest.mark.parametrize(
    ("questions", "articles", "lack", "sentence"),
    [
        (FEW_QUESTIONS, FEW_ARTICLES, None, ""),
        (FEW_QUESTIONS, FEWEST_ARTICLES, None, ""),
        (99, 30, Lack(1, 0), "Too little for a share: it takes 1 question more."),
        (5, 1, Lack(95, 4), "Too little for a share: it takes 95 questions and 4 articles more."),
        (5_000, 4, Lack(0, 1), "Too little for a share: it takes 1 article more."),
    ],
)
def test_shares_need_data_and_what_is_missing_is_told(questions, articles, lack, sentence):
    assert find_lack(questions, articles) == lack
    assert (say_lack(lack) if lack else "") == sentence


def test_no_headline_gives_a_share_below_the_minimums(build, meta, read):
    health = build(questions=4)
    for name, text in told(health, meta, read).items():
        assert "%" not in text, name
        assert "4 find an answer in an article" in text, name
        assert "4 do not" in text, name
        assert "it takes 92 questions and 4 articles more" in text, name
    page = read(render_html(health, meta=meta))
    tiles = [one for one in page.all("div") if one.attributes.get("class") == "tile"]
    assert "%" not in tiles[0].text
    assert "% (" not in load_renderer("report", "markdown")(health, meta).split("### ")[0]


@pytest.mark.parametrize(("articles", "rough"), [(5, True), (29, True), (30, False)])
def test_every_headline_gives_a_share_from_the_minimums_on(articles, rough, build, meta, read):
    health = build(questions=FEW_QUESTIONS // 2)
    one = health.articles[0]
    shelf = tuple(replace(one, id=str(n), path=f"{n}.md") for n in range(articles))
    for name, text in told(replace(health, articles=shelf), meta, read).items():
        assert "70%" in text, name
        assert ("roughly 70%" in text.lower()) == rough, name
        assert "Too little" not in text, name


@pytest.mark.parametrize("hidden", [False, True])
def test_unanswered_questions_in_no_gap_are_told_and_shown(build, meta, read, hidden):
    health = leave_alone(build("reset my code", questions=4), hidden)
    for name, text in told(health, meta, read).items():
        assert "no group of them is asked by 3 people or more, so no topic is told" in text, name
    source = render_html(health, meta=meta)
    page = read(source)
    assert page.text.count("4 of 8 questions have no answer") == 3  # tile, first things, gaps
    assert "no question is left without an answer" not in page.text
    part = source[
        source.index('id="apart"') : source.index("</section>", source.index('id="apart"'))
    ]
    assert part.count("<li>") == 4
    for match in health.unanswered:
        assert match.question in part
    assert ("not quoted" in part.casefold()) is hidden


def test_the_least_number_of_people_is_the_one_in_use(build, meta, read):
    health = leave_alone(build(questions=4))
    health = replace(health, gaps=replace(health.gaps, min_askers=7))
    assert "asked by 7 people or more" in told(health, meta, read)["page"]


def test_where_all_is_answered_nothing_is_said_to_be_left(build, meta, read):
    page = read(render_html(build(gaps=0), meta=meta))
    assert "There is no gap: no question is left without an answer." in page.text
    assert "Unanswered, in no gap" not in page.text


def test_small_groups_are_shown_with_their_label(build, meta, read):
    health = build("reset my code", questions=2)
    small = replace(health, gaps=replace(health.gaps, gaps=()))
    part = render_html(small, meta=meta).split('id="apart"')[1].split("</details>")[0]
    assert "<strong><bdi>reset my code</bdi></strong>" in part
    assert keep_ledger(small).accounts[1].entries[0].anchor == "apart"


@pytest.mark.parametrize(
    ("covered", "probability", "action", "expected"),
    [
        (0.0, 0.8, Action.WRITE, "none of these questions finds an answer in any article."),
        (0.25, 0.6, Action.WRITE, "1 of 4 questions (25%, 10–60) finds an answer in some article. "
         + FALL_SHORT),
        (0.5, 0.5004, Action.IMPROVE, "reaches 0.49, where 0.50 counts"),
        (0.5, 0.3, Action.WRITE, "has none of the words that they share."),
        (1.0, 1.0, Action.IMPROVE, "the article that fits best is not ready."),
        (1.0, 0.6, Action.WRITE, "one by one, all 4 questions (100%, 10–60) find an answer in"),
        (1.0, 1.0, Action.TRANSLATE, "Together they have none in their language."),
    ],
)  # fmt: skip
def test_a_gap_says_what_its_questions_find_alone_and_why_it_is_one(
    build, covered, probability, action, expected
):
    gap = build(questions=4).gaps.gaps[0]
    cluster = replace(gap.cluster, covered=Interval(covered, 0.1, 0.6), action=action)
    sentence = say_one_by_one(replace(gap, cluster=cluster, probability=probability), 0.5)
    assert sentence.endswith(expected) or expected in sentence
    assert "nearest article answers" not in sentence


def test_a_gap_without_a_nearest_article_is_given_the_true_reason(build, meta, read):
    health = build()
    gap = health.gaps.gaps[0]
    gap = replace(gap, cluster=replace(gap.cluster, nearest=None, runner_up=None))
    health = replace(health, gaps=replace(health.gaps, gaps=(gap,)))
    page = read(render_html(health, meta=meta)).text
    assert "none found by its words" in page
    assert "fits best has none of the words that these questions share" in page
    assert "shares a word" not in page
    assert (
        "There is no article yet."
        in read(render_html(replace(health, articles=()), meta=meta)).text
    )


SUM = re.compile(
    r"([\d.,]+) people a month who wrote or called × ([\d.]+) \(.*?\) × ([\d.]+) \(.*?\) × "
    r"\(\$([\d.]+) a contact − \$([\d.]+) self-service\) = \$([\d,]+)"
)


@pytest.mark.parametrize(("people", "sure", "share"), [(7.83, 0.618, 0.4), (1234.0, 0.951, 0.05)])
def test_the_cost_of_a_gap_follows_from_the_figures_of_its_sentence(
    build, meta, read, people, sure, share
):
    health = fill(build(gaps=3), "text")
    cost = Interval(people * sure * share * 7.9, 1.0, 9999.0)
    first = replace(
        health.gaps.gaps[0],
        contacts=Interval(people, 1, 9),
        probability=sure,
        spared=share,
        cost=cost,
    )
    health = replace(health, gaps=replace(health.gaps, gaps=(first, *health.gaps.gaps[1:])))
    page = read(render_html(health, meta=meta)).text
    sums = SUM.findall(page)
    assert len(sums) == 2  # in its card and where costs are explained
    for found in sums:
        m, p, d, contact, own, shown = (float(part.replace(",", "")) for part in found)
        assert m * p * d * (contact - own) == pytest.approx(shown, rel=0.01, abs=0.5)
        assert wording.amount(shown, "$") == wording.amount(cost.value, "$")


def test_the_shares_that_are_told_are_those_in_use(build, meta):
    page = render_html(fill(build(gaps=3), "text"), meta=meta)
    shares = [find_spared(need, CostsTable()).value for need in (Need.QUICK, Need.ARTICLE)]
    assert shares == [0.4, 0.4]
    others = [find_spared(need, CostsTable()).value for need in (Need.PRODUCT, Need.ACTION)]
    assert [*others, find_spared(Need.ACCOUNT, CostsTable()).value] == [0.1, 0.05, 0.05]
    assert find_spared(Need.PERSON, CostsTable()).value == 0
    assert "0.4 where a text helps, 0.1 where the product has to change, 0.05 where" in page


@pytest.mark.parametrize(
    ("share", "least", "most"),
    [
        (0, 0, 0),
        (0.7, 7, 7),
        (0.3, 3, 3),
        (1 - 0.9, 1, 1),
        (0.495, 4, 5),
        (0.505, 5, 6),
        (1, 10, 10),
    ],
)
def test_of_ten_bounds_promise_no_more_than_was_measured(share, least, most):
    assert (wording.at_least_of_ten(share), wording.at_most_of_ten(share)) == (least, most)
    assert least <= 10 * share + 1e-8
    assert most >= 10 * share - 1e-8


def test_error_rates_on_the_page_are_rounded_to_the_safe_side(build, meta, read):
    health = fill(build(gaps=3), "text")
    rates = replace(health.gaps.calibration, missed_gaps=0.505, false_gaps=0.21)
    page = read(
        render_html(replace(health, gaps=replace(health.gaps, calibration=rates)), meta=meta)
    )
    assert "kbtool notices at least 4." in page.text
    assert "kbtool calls at most 3 gaps." in page.text


def test_questions_in_no_group_add_up(build, meta, read):
    health = build(gaps=2, questions=4)
    matches = [
        replace(match, cluster="") if at in (0, 4, 5) else match
        for at, match in enumerate(health.gaps.matches)
    ]
    alone = tuple(match.question for match in matches if not match.cluster)
    health = replace(health, gaps=replace(health.gaps, matches=tuple(matches), ungrouped=alone))
    assert "3 = 1 answered + 2 not answered" in read(render_html(health, meta=meta)).text
    accounts = {
        one.name: {e.name: e.rows for e in one.entries} for one in keep_ledger(health).accounts
    }
    name = "in no group, since no other asks the same"
    assert [accounts[kind][name] for kind in ("answered", "not answered")] == [1, 2]


@pytest.mark.usefixtures("enough")
def test_shares_of_who_can_help_say_of_whom_and_how_many_are_outside(build, meta, read):
    health = fill(build(gaps=5, questions=4), "text")
    matches = [
        replace(match, cluster="") if at < 3 else match
        for at, match in enumerate(health.gaps.matches)
    ]
    page = read(
        render_html(replace(health, gaps=replace(health.gaps, matches=tuple(matches))), meta=meta)
    )
    assert "shares are of the people in groups" in page.text
    assert "3 people asked questions that are in no group" in page.text


def test_what_is_found_without_its_fact_is_told_beside_coverage(build, meta, read, enough):
    health = build(questions=4)
    answered = [match.question for match in health.gaps.matches if match.answered]
    item = Unanswered("a", "A", (), Fact.LIMIT, (answered[0], "not in the log"), 1, 0.5, total=4)
    health = replace(health, gaps=replace(health.gaps, unanswered=(item, item)))
    for name, text in told(health, meta, read).items():
        assert "1 of them without the fact asked for" in text, name
    summary = json.loads(load_renderer("report", "json")(health, meta))["summary"]
    assert (summary["answered"], summary["unanswered"], summary["lacks_fact"]) == (4, 4, 1)
    assert summary["coverage_with_facts"]["value"] == pytest.approx(3 / 8)
    page = read(render_html(health, meta=meta))
    assert "38% (" in page.all("dl")[0].text
    assert "50% of 4 questions that find it without their group ask how many" in page.text
    none = replace(health, gaps=replace(health.gaps, unanswered=()))
    assert all("without the fact" not in text for text in told(none, meta, read).values())


def test_copies_are_to_be_merged_and_no_words_tell_them_apart(build, meta):
    health = build()
    words = (("lamp",), ())
    alike = Confusable(("a", "b"), ("Pay", "Pay it"), ("q1",), 3, words, words, copied=0.82)
    page = render_html(replace(health, gaps=replace(health.gaps, confusable=(alike,))), meta=meta)
    shown = page[page.index('id="confusable"') :]
    assert "82% of the words of one stand in the other, in the same order: merge them." in shown
    assert "lamp" not in shown[: shown.index("merge them")]
