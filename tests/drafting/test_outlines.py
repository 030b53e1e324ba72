"""What an outline holds, and when none is made."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from msgspec.structs import replace

from kbtool.drafting import Evidence, choose_gap, make_outline
from kbtool.errors import UsageError
from kbtool.model import (
    Action,
    Cluster,
    Fact,
    Gap,
    GapReport,
    Interval,
    KnowledgeBase,
    Match,
    Need,
    Question,
    Source,
    Theme,
)
from kbtool.parse import parse_markdown
from kbtool.render.drafts.outline_json import render as render_json
from kbtool.render.drafts.outline_markdown import render

REPLIES = (
    "Hi there, thanks. You can close your account under Profile > Close account. Best regards, Tom",
    "Hello! Close your account in the app under Profile > Close account. Let me know if it works.",
    "We are sorry to see you go. Move your money out before you close the account.",
)
TEXTS = (
    "how do I close my account",
    "how long does it take to close my account?",
    'closing fails, the app says "Balance is not zero"',
    "how do i close the account for good",
)
ARTICLES = {
    "articles/cards.md": "# Order a card\n\nSee [contact](help/contact-us.md).\n",
    "articles/help/contact-us.md": "# Contact us\n\nCall us.\n",
    "articles/leave.md": "# Leave us\n\nAsk [us](help/contact-us.md).\n",
}
ROOT = Path()
SHARE = Interval(0.0, 0.0, 0.1)
NEAR = Match("leave", "Leave us", (), 0.2)


def make_kb(articles=ARTICLES):
    read = [parse_markdown(Source(path, text)) for path, text in articles.items()]
    return KnowledgeBase.of(read, date(2026, 11, 1))


def make_gap(texts=TEXTS, nearest=NEAR, **changes):
    cluster = Cluster(
        "abc123", "how do I close my account", tuple(f"q{at}" for at in range(len(texts))),
        len(texts), SHARE, nearest, None, Action.WRITE, "why", words=("close", "account"),
    )  # fmt: skip
    confidence = changes.pop("confidence", "strong")
    return Gap(replace(cluster, **changes), confidence, None)


def make_evidence(gap, texts=TEXTS, replies=REPLIES, **changes):
    replies = (*replies, *[""] * len(texts))
    asked = tuple(
        Question(f"q{at}", text, agent_reply=replies[at], requester=f"p{at}")
        for at, text in enumerate(texts)
    )
    report = GapReport((gap,), (gap.cluster,), (), SHARE, (), (), 0.5, "")
    evidence = Evidence(report, make_kb(), asked, asked)
    return replace(evidence, **changes)


def outline_of(texts=TEXTS, replies=REPLIES, evidence=(), **changes):
    gap = make_gap(texts, **changes)
    return make_outline(gap, make_evidence(gap, texts, replies, **dict(evidence)))


def test_title_is_the_question_as_customers_ask_it():
    assert outline_of().title == "How do I close my account"
    assert outline_of(label="can i do it, i'd like to").title == "Can I do it, I'd like to"
    assert outline_of(label="how do I close my…").title == "How do I close my account"


def test_facts_are_those_asked_with_the_people_who_asked():
    (section,) = outline_of().sections
    assert [tuple(fact) for fact in section.facts] == [(Fact.STEPS, 2), (Fact.DURATION, 1)]


def test_themes_make_the_sections_and_the_rest_stands_below():
    themes = (Theme("close for good", ("q3", "q0")), Theme("how long to close", ("q1",)))
    found = outline_of(themes=themes).sections
    assert [one.heading for one in found] == ["Close for good", "How long to close", ""]
    assert found[1].customers == ("how long does it take to close my account?",)
    assert [one.people for one in found] == [2, 1, 1]


def test_agents_sentences_are_joined_counted_and_without_greetings_and_farewells():
    said = outline_of().agents
    assert said[0].tickets == 2
    assert "Profile > Close account." in said[0].text
    whole = " ".join(one.text for one in said)
    assert "Move your money out" in whole
    for word in ("Hi there", "thanks", "regards", "Tom", "sorry", "Let me know"):
        assert word not in whole


def test_what_an_agent_did_for_one_customer_is_no_sentence_for_an_article():
    replies = ("I have closed your account for you today. Close an account under Profile.",) * 2
    assert [one.text for one in outline_of(replies=replies).agents] == [
        "Close an account under Profile."
    ]


def test_replies_to_near_solved_questions_count_where_enough_people_asked():
    solved = tuple(
        Question(f"s{at}", "close my account", agent_reply="Open Profile and choose Close account.")
        for at in range(3)
    )
    far = Question("far", "where is my parcel", agent_reply="Parcels take about three days.")
    with_all = outline_of(replies=(), evidence={"solved": (*solved, far)})
    assert [tuple(one) for one in with_all.agents] == [
        ("Open Profile and choose Close account.", 3)
    ]
    assert not outline_of(replies=(), evidence={"solved": (*solved[:2], far)}).agents


def test_messages_in_quotes_and_codes_are_listed():
    texts = (*TEXTS, "I get error 4031 when I close it", "error code 4031 again")
    found = {one.text: one.people for one in outline_of(texts).messages}
    assert found == {"Balance is not zero": 1, "4031": 2}


def test_contact_page_and_near_articles_are_linked():
    outline = outline_of()
    assert outline.contact
    assert outline.contact.article == "contact-us"
    assert [one.article for one in outline.related] == ["leave"]


def test_an_article_that_needs_more_is_named_and_not_linked():
    outline = outline_of(action=Action.IMPROVE)
    assert outline.improves
    assert outline.improves.article == "leave"
    assert not outline.related
    assert "What to add to: Leave us" in render(outline, ROOT)


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"need": Need.ACCOUNT}, "way to a person"),
        ({"need": Need.PERSON}, "way to a person"),
        ({"action": Action.HANDOFF}, "a person has to help"),
        ({"action": Action.PRODUCT}, "mended"),
        ({"askers": 2}, "only 2 asked"),
        ({"confidence": "weak", "replies": ()}, "no agent's reply"),
    ],
)
def test_too_little_is_refused_with_questions_for_somebody_who_knows(changes, reason):
    outline = outline_of(**changes)
    assert reason in outline.refusal
    assert len(outline.interview) >= 4
    text = render(outline, ROOT)
    assert "---" not in text
    assert "1. " in text


def test_a_weak_gap_with_agents_replies_and_a_strong_one_without_are_drafted():
    assert not outline_of(confidence="weak").refusal
    assert not outline_of(replies=()).refusal


def test_a_weak_gap_that_no_article_comes_near_is_drafted():
    assert outline_of(confidence="weak", replies=()).refusal
    assert not outline_of(confidence="weak", replies=(), nearest=None).refusal


def test_an_article_that_only_has_to_be_filled_in_is_no_draft():
    kb = make_kb({"leave.md": "# Leave us\n\nClose your account.\n\nTODO\n"})
    near = replace(NEAR, score=0.9)
    outline = outline_of(action=Action.IMPROVE, nearest=near, evidence={"kb": kb})
    assert outline.refusal == "“Leave us” is about it: fill in what it leaves open (line 5)"
    assert "What is missing in “Leave us” (line 5)?" in outline.interview
    weaker = replace(near, score=0.4)
    assert not outline_of(action=Action.IMPROVE, nearest=weaker, evidence={"kb": kb}).refusal


def test_interview_asks_for_the_facts_and_messages_of_these_customers():
    asked = " ".join(outline_of(confidence="weak", replies=()).interview)
    assert "How long does it take, and what makes it take longer? (1 asked)" in asked
    assert "“Balance is not zero”" in asked
    assert "How much" not in asked


def test_where_nothing_may_be_quoted_no_word_of_a_customer_or_agent_stands():
    gap = make_gap(label="close, account", words=("close", "account"))
    evidence = make_evidence(gap)
    hidden = tuple(replace(one, text="", agent_reply="") for one in evidence.asked)
    outline = make_outline(gap, replace(evidence, shown=hidden))
    for text in (render(outline, ROOT), render_json(outline, ROOT)):
        for word in ("how do I", "Profile", "Balance", "customers say"):
            assert word not in text
    assert [fact.people for fact in outline.sections[0].facts] == [2, 1]


@pytest.fixture
def three_gaps():
    gaps = [
        replace(make_gap(), cluster=replace(make_gap().cluster, id=name, label=label))
        for name, label in (
            ("ab12", "close account"), ("ab34", "reset passcode"), ("1f56", "close card"),
        )
    ]  # fmt: skip
    return GapReport(tuple(gaps), (), (), SHARE, (), (), 0.5, "")


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("1", "ab12"),
        ("3", "1f56"),
        ("ab3", "ab34"),
        ("AB12", "ab12"),
        ("1f", "1f56"),
        ("passcode", "ab34"),
        ("card close", "1f56"),
        ("close account", "ab12"),
    ],
)
def test_a_gap_is_named_by_rank_id_or_words(three_gaps, name, chosen):
    assert choose_gap(three_gaps, name).id == chosen


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("ab", "2 gaps are meant by 'ab'"),
        ("close", "2 gaps are meant by 'close'"),
        ("4", "no gap is meant by '4'"),
        ("", "no gap is meant by ''"),
        ("ab3x", "ab34 “reset passcode”"),
    ],
)
def test_an_unclear_name_is_an_error_that_lists_the_nearest(three_gaps, name, told):
    with pytest.raises(UsageError) as error:
        choose_gap(three_gaps, name)
    assert told in str(error.value)


HOSTILE = (
    "close account [click](https://evil.example) ![x](https://evil.example/p.png)",
    "close account <img src=x onerror=alert(1)> <a href='https://evil.example'>x</a>",
    "close account --> <script>alert(1)</script> <!-- kbtool-ignore -->",
    "close account\n---\ntitle: mine\n---\n# Heading\n- item",
    "close account <https://evil.example> https://evil.example www.evil.example a@evil.example",
    "close account ``` code ``` `x` [ref]: https://evil.example [^1] | a | b |",
    "close account {{ site.secret }} {% include x %} {{< shortcode >}} ${env}",
    'close account "quoted" : # & * ! | > %  \\ \' , [a, b] {c: d} "',
    "close account \u202e\u200b\x07 &lt;b&gt; \ud800 \U000e0041",
    '1. close account: error "[a](https://evil.example) <b>" error A-1)',
    "--- close account --- !--> ]]> ?>",
    "# close account\r\n\r\n[evil]: https://evil.example\r\n[evil]",
)


@pytest.mark.parametrize("text", HOSTILE)
def test_nothing_that_strangers_write_does_anything_in_a_draft(text):
    texts = (text, *TEXTS)
    themes = (Theme(text, ("q0",)), Theme("close", ("q1", "q2")))
    reply = f"Please do the following to leave: {text} and then wait"
    outline = outline_of(
        texts, (reply, reply), label=text, themes=themes[::-1], words=(text, "close")
    )
    assert outline.agents
    plain = outline_of(TEXTS, REPLIES, themes=(Theme("a b", ("q1",)), Theme("c", ("q2",))))
    draft = parse_markdown(Source("draft.md", render(outline, ROOT)))
    model = parse_markdown(Source("draft.md", render(plain, ROOT)))
    assert not draft.images
    assert [link.href for link in draft.links] == [link.href for link in model.links]
    assert not [code for code in draft.code if not code.inline]
    assert set(draft.front_matter.values) == set(model.front_matter.values)
    assert draft.front_matter.values["draft"] is True
    assert not draft.problems
    assert [one.level for one in draft.headings] == [2] * len(draft.headings)
    assert not draft.tables
    source = draft.source.text
    for mark in ("{{", "{%", "<script", "<img", "<a ", "\u200b", "\u202e"):
        assert mark not in source
    assert source.count("<!--") == source.count("-->")


def test_two_runs_give_the_same_bytes():
    for form in (render, render_json):
        assert form(outline_of(), ROOT) == form(outline_of(), ROOT)
