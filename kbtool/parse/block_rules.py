"""The rules by which blocks of Markdown are read, and a quick one for most paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from markdown_it.common.utils import MD_TRIM_CHARS
from markdown_it.rules_block import (
    StateBlock,
    blockquote,
    code,
    fence,
    heading,
    hr,
    html_block,
    lheading,
    list_block,
    paragraph,
    reference,
    table,
)

BlockRule = Callable[[StateBlock, int, int, bool], bool]

_PARAGRAPHS = ["paragraph", "reference"]
_TEXT = [*_PARAGRAPHS, "blockquote"]
_ALL = [*_TEXT, "list"]

BLOCK_RULES: tuple[tuple[str, BlockRule, list[str]], ...] = (
    ("table", table, _PARAGRAPHS),
    ("code", code, []),
    ("fence", fence, _ALL),
    ("blockquote", blockquote, _ALL),
    ("hr", hr, _ALL),
    ("list", list_block, _TEXT),
    ("reference", reference, []),
    ("html_block", html_block, _TEXT),
    ("heading", heading, _TEXT),
    ("lheading", lheading, []),
    ("paragraph", paragraph, []),
)
"""Names, rules, and what each may interrupt: markdown-it-py's own table, which it keeps private."""

FIRST: dict[str, frozenset[str]] = {
    "fence": frozenset("`~"),
    "blockquote": frozenset(">"),
    "hr": frozenset("*-_"),
    "list": frozenset("*+-0123456789"),
    "reference": frozenset("["),
    "html_block": frozenset("<"),
    "heading": frozenset("#"),
}
"""Characters with which the blocks of some rules begin; those of the others begin with any."""

_TELLING = frozenset("=|:").union(*FIRST.values())
"""Characters with which a line begins that may end a paragraph, or make it a heading or a table."""

_INDENT_OF_CODE = 4


def read_plain_paragraph(state: StateBlock, start: int) -> bool:
    """Read a paragraph that begins like text and of which every other line does, too.

    That is nearly every one. Three rules would go over its lines one after the other, and show
    each line to six more. False where one of them has to decide.
    """
    if state.sCount[start] - state.blkIndent >= _INDENT_OF_CODE:
        return False
    line = start + 1
    while line < state.lineMax and not state.isEmpty(line):
        indent = state.sCount[line]
        is_text = indent < 0 or indent - state.blkIndent >= _INDENT_OF_CODE
        if not is_text and state.src[state.bMarks[line] + state.tShift[line]] in _TELLING:
            return False
        line += 1
    _push_paragraph(state, start, line)
    return True


def _push_paragraph(state: StateBlock, start: int, end: int) -> None:
    """Add the tokens of a paragraph, as the rule for paragraphs does."""
    content = state.getLines(start, end, state.blkIndent, False).strip(MD_TRIM_CHARS)
    state.line = end
    state.push("paragraph_open", "p", 1).map = [start, end]
    token = state.push("inline", "", 0)
    token.content = content
    token.map = [start, end]
    token.children = []
    state.push("paragraph_close", "p", -1)
