"""Tokens are those of markdown-it-py, whatever is read in one step."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from kbtool.parse.positions import PositionedMarkdown

PIECES = [
    "*", "**", "***", "a", "b c", " ", "(", ")", "_", ".", "`x`", "` `", "`", "``", "[", "](u)",
    "!", "~~", "\\", "&amp;", "é", "“", "[a](b)", "[`a`](b)", "**a b**", "*a*", "<b>", "\n",
    "\u00a0", "# ", "> ", "- ", "1. ", "    ", "\n\n", "***\n",
]  # fmt: skip
PLAIN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
POSITIONED = PositionedMarkdown()


def _read(tokens: list[Token]) -> list[tuple[object, ...]]:
    """What tokens stand for; runs of text are one, however they were cut."""
    found: list[tuple[object, ...]] = []
    for token in tokens:
        if token.type == "inline":
            found += _read(token.children or [Token("text", "", 0, content=token.content)])
        elif token.type not in ("text", "text_special"):
            attrs = tuple(token.attrs.items())
            found.append((token.type, token.tag, token.nesting, attrs, token.content))
        elif token.content and found and found[-1][0] == "text":
            found[-1] = ("text", f"{found[-1][1]}{token.content}")
        elif token.content:
            found.append(("text", token.content))
    return found


@settings(deadline=None, max_examples=500)
@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
@example("**a **b** c")
@example("*a **b** c*")
@example("[**a**](b) `` ` ``")
def test_tokens_are_those_of_the_plain_parser(text: str) -> None:
    assert _read(POSITIONED.parse(text)) == _read(PLAIN.parse(text))


@pytest.mark.parametrize("unit", [" *a", " **a b", "[a](b", "[`a", "`a ``", "[a](b) ", " _a"])
def test_marks_without_an_end_take_time_in_proportion(unit: str) -> None:
    start = time.process_time()
    POSITIONED.parse(unit * 2_000)
    assert time.process_time() - start < 5
