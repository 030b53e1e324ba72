"""A finding stays itself while its article changes around it."""

from hypothesis import given
from hypothesis import strategies as st

from kbtool.linter import lint
from kbtool.model import KnowledgeBase, Source
from kbtool.parse import parse_html, parse_markdown
from kbtool.rule import Selection, configure
from kbtool.rules import all_rules
from kbtool.runner.identity import identify
from kbtool.testing import TODAY

RULES = configure(all_rules(), Selection(select=["TON001", "LNK001", "FND002"]))


def identities(text, parse=parse_markdown):
    article = parse(Source("a.md", text))
    found = lint(KnowledgeBase.of([article], TODAY), [article], RULES).findings
    return [identity for _, identity in identify(found, {"a.md": article.source})]


LINES = st.sampled_from(["Wait.", "## More", "- one", "> quoted", "| a |", "1. Go", "x" * 90])


@given(st.lists(LINES, max_size=8))
def test_lines_written_above_change_nothing(lines):
    before = "".join(f"{line}\n\n" for line in lines)
    text = "You simply wait.\n\n- Click [here](b.md).\n- You simply wait.\n"
    assert identities(before + text) == identities(text)


def test_text_may_be_wrapped_anew_and_lines_may_end_otherwise():
    text = "If it fails, you simply wait for a day, and try again."
    assert identities(text.replace("you simply", "you\nsimply")) == identities(text)
    assert identities("Wait.\n\nYou simply wait.\n".replace("\n", "\r\n")) == identities(
        "Wait.\n\nYou simply wait.\n"
    )


def test_other_items_and_rows_may_change():
    list_ = "- {}\n- You simply wait.\n"
    assert identities(list_.format("one")) == identities(list_.format("two"))


def test_equal_blocks_are_told_apart_by_their_order():
    found = identities("You simply wait.\n\nYou simply wait.\n")
    assert [identity.ordinal for identity in found] == [0, 1]
    assert len({identity.digest for identity in found}) == 1


def test_another_text_or_rule_is_another_finding():
    assert identities("You simply wait.\n") != identities("You simply leave.\n")
    both = identities("You simply click [here](b.md).\n")
    assert len({identity.code for identity in both}) == 2


def test_each_line_of_front_matter_stands_alone():
    text = "---\ntitle: Overview\nreviewed: {}\n---\n\nWait.\n"
    (found,) = identities(text.format("2026-01-01"))
    assert found.text == "title: Overview"
    assert identities(text.format("2026-02-02")) == [found]


def test_elements_of_html_are_blocks_even_on_one_line():
    text = "<h1>{}</h1><p>You simply wait.</p><p>{}</p>"
    assert identities(text.format("Order a card", "B"), parse_html) == identities(
        text.format("Send money", "D"), parse_html
    )
