"""A Markdown parser that notes where each token came from while it parses.

markdown-it-py gives block tokens their lines and inline tokens nothing. Here block rules also
record where the content of each line begins, and the inline tokenizer records the range that
each token consumed. Nothing is searched for afterwards.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.parser_block import ParserBlock
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_block import (
    StateBlock,
    heading,
    html_block,
    lheading,
    list_block,
    paragraph,
    table,
)
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import (
    StateInline,
    autolink,
    backtick,
    emphasis,
    entity,
    escape,
    html_inline,
    image,
    link,
    newline,
    strikethrough,
)
from markdown_it.token import Token

MAX_NESTING = 200
"""Levels of lists and quotes that are read; ten lists in each other take twenty."""

MAX_INLINE_NESTING = 20
"""Levels of markup inside a paragraph; deeper markup is read as plain text, nothing is lost.

Looking for the end of a link costs time in proportion to this for every open bracket.
"""

STARTS = "starts"
"""Key in a block token's meta: offset of the first non-space character of each of its lines."""

FROM, TO = "from", "to"
"""Keys in an inline token's meta: range of the block content that it came from."""

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


_InlineRule = Callable[[StateInline, bool], bool]

# The base class asks each of twelve rules at each sign; only these can match there.
_INLINE_RULES: dict[str, tuple[_InlineRule, ...]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (backtick,),
    "~": (strikethrough.tokenize,),
    "*": (emphasis.tokenize,),
    "_": (emphasis.tokenize,),
    "[": (link,),
    "!": (image,),
    "<": (autolink, html_inline),
    "&": (entity,),
}

_MARKUP = re.compile(r"[\n\\`~*\[<&]|_(?!(?<=[^\W_]_)[^\W_])|!(?=\[)")
"""Where a rule may match; an underscore between two letters is none."""

_LABEL_MARKUP = re.compile(r"[\n\\`~*_\[\]!<&]")
"""Where a rule may match or a link's label may end."""


class PositionedMarkdown(MarkdownIt):
    """CommonMark with tables and strikethrough, every token with its place."""

    def __init__(self) -> None:
        """Set up the rules."""
        super().__init__("commonmark", {"maxNesting": MAX_NESTING})
        self.inline = _Inline()
        self.block = _Block()
        self.configure("commonmark", {"maxNesting": MAX_NESTING})
        self.enable(["table", "strikethrough"])
        for name, (rule, interrupts) in _RECORDED.items():
            self.block.ruler.at(name, _record(rule), {"alt": interrupts})
        self.core.ruler.at("inline", _parse_inline)
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


def _parse_inline(state: StateCore) -> None:
    """Parse the content of blocks that hold markup; a block without children is plain text."""
    for token in state.tokens:
        if token.type == "inline" and _MARKUP.search(token.content):
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])


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


class _Block(ParserBlock):
    """Block parser that remembers what it had to leave out."""

    def tokenize(self, state: StateBlock, startLine: int, endLine: int) -> None:  # noqa: N803 - the base class's names
        """Generate tokens, or note the lines when they lie too deep."""
        if state.level >= MAX_NESTING:
            state.env.setdefault(CUT, []).append((startLine, endLine))
        super().tokenize(state, startLine, endLine)


class _State(StateInline):
    """Inline state that knows where pending text began."""

    pending_start = 0

    def append_pending(self, text: str) -> None:
        """Add literal text, noting where a new run of it begins."""
        if not self._pending and not self._pending_buffer:
            self.pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the base class's name
        """Flush literal text; it is always one run of the content."""
        token = super().pushPending()
        token.meta[FROM] = self.pending_start
        token.meta[TO] = self.pending_start + len(token.content)
        return token


class _Inline(ParserInline):
    """Inline parser that stamps tokens with the range they came from."""

    def tokenize(self, state: StateInline) -> None:
        """Generate tokens for a range, as the base class does, and stamp them."""
        src, end = state.src, state.posMax
        if state.level >= MAX_INLINE_NESTING:
            state.append_pending(src[state.pos : end])
            state.pos = end
        while state.pos < end:
            start = state.pos
            found = _MARKUP.search(src, start, end)
            stop = found.start() if found else end
            if stop > start:
                state.append_pending(src[start:stop])
                state.pos = stop
            elif not self._apply(state):
                state.append_pending(src[start])
                state.pos = start + 1
        if state.pending:
            state.pushPending()

    def _apply(self, state: StateInline) -> bool:
        """Apply the first rule that matches here and stamp its tokens; False where none does."""
        start, count = state.pos, len(state.tokens)
        for rule in _INLINE_RULES[state.src[start]]:
            if rule(state, False):
                _stamp(state.tokens, count, start, state.pos)
                return True
        return False

    def skipToken(self, state: StateInline) -> None:  # noqa: N802 - the base class's name
        """Move past one token without keeping it, as the base class does."""
        start = state.pos
        if start in state.cache:
            state.pos = state.cache[start]
            return
        if state.level >= MAX_INLINE_NESTING:
            state.pos = state.posMax
        state.level += 1
        deep = state.level > MAX_INLINE_NESTING
        if deep or not _skip(state):
            state.pos += 1
        state.level -= 1
        state.cache[start] = state.pos

    def parse(self, src: str, md: MarkdownIt, env: Any, tokens: list[Token]) -> list[Token]:
        """Process a block's content."""
        state = _State(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _skip(state: StateInline) -> bool:
    """Move past text, or past what the first rule matches here; False where none does."""
    found = _LABEL_MARKUP.search(state.src, state.pos)
    stop = found.start() if found else state.posMax
    if stop > state.pos:
        state.pos = stop
        return True
    return any(rule(state, True) for rule in _INLINE_RULES.get(state.src[stop : stop + 1], ()))


def _stamp(tokens: Sequence[Token], first: int, start: int, end: int) -> None:
    """Give tokens that one rule pushed their range; those of nested calls have theirs already."""
    at = start
    for index in range(first, len(tokens)):
        token = tokens[index]
        if TO in token.meta:
            continue
        # Runs of emphasis markers become one text token a marker; an address in angle
        # brackets has its text between two link tokens.
        inside_link = index > first and tokens[index - 1].type == "link_open"
        if token.type == "text" and not inside_link:
            token.meta[FROM], at = at, at + len(token.content)
            token.meta[TO] = at
        elif token.type == "text":
            token.meta[FROM], token.meta[TO] = start + 1, end - 1
        else:
            token.meta[FROM], token.meta[TO] = start, end
