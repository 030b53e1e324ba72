"""A Markdown parser that notes where each token came from while it parses.

markdown-it-py gives block tokens their lines and inline tokens nothing. Here block rules also
record where the content of each line begins, and the inline tokenizer records the range that
each token consumed. Nothing is searched for afterwards.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import (
    StateBlock,
    heading,
    html_block,
    lheading,
    list_block,
    paragraph,
    table,
)

from kbtool.parse.positioned_inline import PositionedInline, parse_inline

MAX_NESTING = 200
"""Levels of lists and quotes that are read; ten lists in each other take twenty."""

STARTS = "starts"
"""Key in a block token's meta: offset of the first non-space character of each of its lines."""

CUT = "cut"
"""Key in the environment: line ranges that lie too deep to be read."""

_STAMPED = frozenset({"inline", "html_block", "list_item_open"})

_BlockRule = Callable[[StateBlock, int, int, bool], bool]

# What each rule may interrupt, as in markdown-it-py's own table: replacing a rule resets it.
_RECORDED: dict[str, tuple[_BlockRule, list[str]]] = {
    "table": (table, ["paragraph", "reference"]),
    "html_block": (html_block, ["paragraph", "reference", "blockquote"]),
    "list": (list_block, ["paragraph", "reference", "blockquote"]),
    "heading": (heading, ["paragraph", "reference", "blockquote"]),
    "lheading": (lheading, []),
    "paragraph": (paragraph, []),
}


class PositionedMarkdown(MarkdownIt):
    """CommonMark with tables and strikethrough, every token with its place."""

    def __init__(self) -> None:
        """Set up the rules."""
        super().__init__("commonmark", {"maxNesting": MAX_NESTING})
        self.inline = PositionedInline()
        self.block = _Block()
        self.configure("commonmark", {"maxNesting": MAX_NESTING})
        self.enable(["table", "strikethrough"])
        for name, (rule, interrupts) in _RECORDED.items():
            self.block.ruler.at(name, _record(rule), {"alt": interrupts})
        self.core.ruler.at("inline", parse_inline)
        # Joined tokens would lose their places.
        self.disable(["fragments_join", "text_join"])

    def validateLink(self, url: str) -> bool:  # noqa: N802, ARG002 - the base class's name
        """Accept every address: a rule cannot flag a link that the parser dropped."""
        return True

    def normalizeLink(self, url: str) -> str:  # noqa: N802 - the base class's name
        """Leave addresses as they are written."""
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802 - the base class's name
        """Leave the text of an address as it is written."""
        return link


def _record(rule: _BlockRule) -> _BlockRule:
    def recorded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        count = len(state.tokens)
        found = rule(state, start, end, silent)
        if found and not silent:
            _note_starts(state, count)
        return found

    return recorded


def _note_starts(state: StateBlock, first: int) -> None:
    """Stamp the tokens that a rule pushed; those of nested calls have their starts already.

    Lines of a container have their marks moved while its content is parsed, so this is the
    only moment at which they tell where the content begins.
    """
    for token in state.tokens[first:]:
        if token.map and token.type in _STAMPED and STARTS not in token.meta:
            lines = range(*token.map) if token.type != "list_item_open" else token.map[:1]
            token.meta[STARTS] = [state.bMarks[n] + state.tShift[n] for n in lines]


# Characters with which the blocks of some rules begin; those of the others begin with any.
_FIRST: dict[str, frozenset[str]] = {
    "fence": frozenset("`~"),
    "blockquote": frozenset(">"),
    "hr": frozenset("*-_"),
    "list": frozenset("*+-0123456789"),
    "reference": frozenset("["),
    "html_block": frozenset("<"),
    "heading": frozenset("#"),
}


class _Block(ParserBlock):
    """Block parser that remembers what it had to leave out.

    At each line it asks only the rules that the first character allows; the base class asks all.
    """

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - the base class's names
        """Generate tokens, or note the lines when they lie too deep."""
        if state.level >= MAX_NESTING:
            state.env.setdefault(CUT, []).append((startLine, endLine))
        had_empty_lines = False
        line = startLine
        while line < endLine:
            state.line = line = state.skipEmptyLines(line)
            if line >= endLine or state.sCount[line] < state.blkIndent:
                break
            if state.level >= MAX_NESTING:
                state.line = endLine
                break
            self._apply(state, line, endLine)
            state.tight = not had_empty_lines
            line = state.line
            had_empty_lines = had_empty_lines or (line - 1 < endLine and state.isEmpty(line - 1))
            if line < endLine and state.isEmpty(line):
                had_empty_lines = True
                line += 1
                state.line = line

    def _apply(self, state: StateBlock, line: int, end: int) -> None:
        """Apply the first rule that matches at a line; the last one, the paragraph, always does."""
        first = state.src[state.bMarks[line] + state.tShift[line]]
        for rule in self._by_first.get(first) or self._by_first[""]:
            if rule(state, line, end, False):
                return

    @cached_property
    def _by_first(self) -> dict[str, list[_BlockRule]]:
        """Rules that can match a line, by its first character; "" for all other characters."""
        active = list(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        return {
            first: [rule for name, rule in active if name not in _FIRST or first in _FIRST[name]]
            for first in ("", *frozenset().union(*_FIRST.values()))
        }
