"""A Markdown parser that notes where each token came from while it parses.

markdown-it-py gives block tokens their lines and inline tokens nothing. Here block rules also
record where the content of each line begins, and the inline tokenizer records the range that
each token consumed. Nothing is searched for afterwards.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.rules_block import StateBlock
from markdown_it.rules_core import StateCore
from markdown_it.token import Token

from kbtool.parse.block_rules import BLOCK_RULES, FIRST, BlockRule, read_plain_paragraph
from kbtool.parse.positioned_inline import PositionedInline, parse_inline
from kbtool.parse.tokens import PlacedToken, placed

MAX_NESTING = 200
"""Levels of lists and quotes that are read; ten lists in each other take twenty."""

CUT = "cut"
"""Key in the environment: line ranges that lie too deep to be read."""

_STAMPED = frozenset({"inline", "html_block", "list_item_open"})
_RECORDED = frozenset({"table", "html_block", "list", "heading", "lheading", "paragraph"})
"""Tokens, and rules that make them, whose starts are noted."""


class PositionedMarkdown(MarkdownIt):
    """CommonMark with tables and strikethrough, every token with its place."""

    def __init__(self) -> None:
        """Set up the rules."""
        super().__init__("commonmark", {"maxNesting": MAX_NESTING})
        self.inline = PositionedInline()
        self.block = _Block()
        self.configure("commonmark", {"maxNesting": MAX_NESTING})
        self.enable(["table", "strikethrough"])
        for name, rule, interrupts in BLOCK_RULES:
            guarded = _guard(rule, FIRST[name]) if name in FIRST else rule
            recorded = _record(guarded) if name in _RECORDED else guarded
            self.block.ruler.at(name, recorded, {"alt": interrupts})
        self.core.ruler.at("normalize", _replace_nul)
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


def _replace_nul(state: StateCore) -> None:
    """Replace what no text may hold; line ends are line feeds already."""
    state.src = state.src.replace("\0", "\ufffd")


def _guard(rule: BlockRule, first: frozenset[str]) -> BlockRule:
    """Return a rule that is asked only at lines that begin as its blocks do.

    Each line of a paragraph is shown to all rules that may interrupt it.
    """

    def guarded(state: StateBlock, start: int, end: int, silent: bool) -> bool:
        at = state.bMarks[start] + state.tShift[start]
        return state.src[at : at + 1] in first and rule(state, start, end, silent)

    return guarded


def _record(rule: BlockRule) -> BlockRule:
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
    for token in placed(state.tokens)[first:]:
        if token.map and token.type in _STAMPED and not token.starts:
            lines = range(*token.map) if token.type != "list_item_open" else token.map[:1]
            token.starts = [state.bMarks[n] + state.tShift[n] for n in lines]


class _State(StateBlock):
    """Block state that makes tokens with places."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token, as the base class does."""
        if nesting < 0:
            self.level -= 1
        token = PlacedToken(ttype, tag, nesting, self.level, True).as_token()
        if nesting > 0:
            self.level += 1
        self.tokens.append(token)
        return token


class _Block(ParserBlock):
    """Block parser that remembers what it had to leave out.

    At each line it asks only the rules that the first character allows; the base class asks all.
    """

    def parse(self, src: str, md: MarkdownIt, env: Any, outTokens: list[Token]) -> list[Token]:  # noqa: N803 - the base class's names
        """Add the tokens of a text."""
        if src:
            state = _State(src, md, env, outTokens)
            self.tokenize(state, state.line, state.lineMax)
        return outTokens

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
        rules = self._by_first.get(first)
        if rules is None and read_plain_paragraph(state, line):
            _note_starts(state, len(state.tokens) - 2)
            return
        for rule in rules or self._by_first[""]:
            if rule(state, line, end, False):
                return

    @cached_property
    def _by_first(self) -> dict[str, list[BlockRule]]:
        """Rules that can match a line, by its first character; "" for all other characters."""
        active = list(zip(self.ruler.get_active_rules(), self.ruler.getRules(""), strict=True))
        return {
            first: [rule for name, rule in active if name not in FIRST or first in FIRST[name]]
            for first in ("", *frozenset().union(*FIRST.values()))
        }
