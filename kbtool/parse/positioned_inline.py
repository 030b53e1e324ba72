"""The content of a block, tokenized with the range that each token came from.

Does what markdown-it-py's inline parser does, and asks at each sign only the rules that can match
there: parsing takes two thirds of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
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

from kbtool.parse.tokens import UNKNOWN, PlacedToken, placed
from kbtool.patterns import lazy_pattern

MAX_INLINE_NESTING = 20
"""Levels of markup inside a paragraph; deeper markup is read as plain text, nothing is lost.

Looking for the end of a link costs time in proportion to this for every open bracket.
"""

_InlineRule = Callable[[StateInline, bool], bool]


def _simple_link(state: StateInline, silent: bool) -> bool:
    """Read a link without markup but code in its text and without signs in its address.

    That is nearly every link; the general rule goes over both character by character, twice.
    """
    found = _SIMPLE_LINK.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        end = state.posMax
        state.pos, state.posMax = found.span(1)
        state.push("link_open", "a", 1).attrs = {"href": found[2]}
        state.linkLevel += 1
        state.md.inline.tokenize(state)
        state.linkLevel -= 1
        state.push("link_close", "a", -1)
        state.posMax = end
    state.pos = found.end()
    return True


def _simple_emphasis(state: StateInline, silent: bool) -> bool:
    """Read emphasis of plain words that stands apart from the letters around it.

    Its marks can only open on the left and only close on the right, so they belong together
    whatever else stands in the block.
    """
    found = None if silent else _SIMPLE_EMPHASIS.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    tag = "em" if len(found[1]) == 1 else "strong"
    state.push(f"{tag}_open", tag, 1)
    state.pos = found.start(2)
    state.append_pending(found[2])
    state.push(f"{tag}_close", tag, -1)
    state.pos = found.end()
    return True


_SIMPLE_EMPHASIS = lazy_pattern(
    r"(?<![^\s(\[])(\*\*?)([^\W_](?:[^*_`\[\]<>\\&!~\n]*[^\W_])?)\1(?=[\s.,;:)?!]|\Z)"
)


def _simple_code(state: StateInline, silent: bool) -> bool:
    """Read code between single backticks on one line, which nearly all code is."""
    found = _SIMPLE_CODE.match(state.src, state.pos, state.posMax)
    if not found:
        return False
    if not silent:
        token = state.push("code_inline", "code", 0)
        token.markup = "`"
        text = found[1]
        is_padded = text[0] == text[-1] == " " and text.strip(" ")
        token.content = text[1:-1] if is_padded else text
    state.pos = found.end()
    return True


_SIMPLE_CODE = lazy_pattern(r"`(?!`)([^`\n]++)`(?!`)")

_SIMPLE_LINK = lazy_pattern(
    r"\[((?>(?:[^\[\]\\`<\n]|`[^`\[\]\n]++`(?!`))*))\]\(([^\s()<>\\&\x00-\x20\x7f\"']++)\)"
)

# The base class asks each of twelve rules at each sign; only these can match there.
_INLINE_RULES: dict[str, tuple[_InlineRule, ...]] = {
    "\n": (newline,),
    "\\": (escape,),
    "`": (_simple_code, backtick),
    "~": (strikethrough.tokenize,),
    "*": (_simple_emphasis, emphasis.tokenize),
    "_": (emphasis.tokenize,),
    "[": (_simple_link, link),
    "!": (image,),
    "<": (autolink, html_inline),
    "&": (entity,),
}

_MARKUP = lazy_pattern(r"[\n\\`~*\[<&]|_(?!(?<=[^\W_]_)[^\W_])|!(?=\[)")
"""Where a rule may match; an underscore between two letters is none."""

_LABEL_MARKUP = lazy_pattern(r"[\n\\`~*_\[\]!<&]")
"""Where a rule may match or a link's label may end."""


def parse_inline(state: StateCore) -> None:
    """Parse the content of blocks that hold markup; a block without children is plain text."""
    for token in state.tokens:
        if token.type == "inline" and _MARKUP.search(token.content):
            token.children = state.md.inline.parse(token.content, state.md, state.env, [])


class _State(StateInline):
    """Inline state that makes tokens with places, and knows where pending text began."""

    pending_start = 0

    def append_pending(self, text: str) -> None:
        """Add literal text, noting where a new run of it begins."""
        if not self._pending and not self._pending_buffer:
            self.pending_start = self.pos
        super().append_pending(text)

    def pushPending(self) -> Token:  # noqa: N802 - the base class's name
        """Flush literal text; it is always one run of the content."""
        text, start = self.pending, self.pending_start
        token = PlacedToken(
            "text", "", 0, content=text, level=self.pendingLevel, start=start, end=start + len(text)
        ).as_token()
        self.tokens.append(token)
        self.pending = ""
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        """Add a token behind pending text, as the base class does."""
        if self.pending:
            self.pushPending()
        meta = None
        if nesting < 0:
            self.level -= 1
            self.delimiters = self._prev_delimiters.pop()
        token = PlacedToken(ttype, tag, nesting, self.level).as_token()
        if nesting > 0:
            self.level += 1
            self._prev_delimiters.append(self.delimiters)
            self.delimiters = []
            meta = {"delimiters": self.delimiters}
        self.pendingLevel = self.level
        self.tokens.append(token)
        self.tokens_meta.append(meta)
        return token


class PositionedInline(ParserInline):
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
                _stamp(placed(state.tokens), count, start, state.pos)
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


def _stamp(tokens: Sequence[PlacedToken], first: int, start: int, end: int) -> None:
    """Give tokens that one rule pushed their range; those of nested calls have theirs already."""
    at = start
    for index in range(first, len(tokens)):
        token = tokens[index]
        if token.end != UNKNOWN:
            continue
        # Runs of emphasis markers become one text token a marker; an address in angle
        # brackets has its text between two link tokens.
        inside_link = index > first and tokens[index - 1].type == "link_open"
        if token.type == "text" and not inside_link:
            token.start, at = at, at + len(token.content)
            token.end = at
        elif token.type == "text":
            token.start, token.end = start + 1, end - 1
        else:
            token.start, token.end = start, end
