"""Patterns that users write in their configuration, searched with a limit on time.

The module ``re`` would run for years on ``(a+)+$`` and some forty letters. The package ``regex``
(which textstat brings along anyway) knows the same patterns and gives up when it is told to. It is
imported for the first pattern, for that takes 12 milliseconds.
"""

from __future__ import annotations

import re
import time
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple

from kbtool.errors import ConfigError, SlowPatternError
from kbtool.patterns import lazy_pattern

if TYPE_CHECKING:
    from kbtool.model import Article, Block

PREFIX = "re:"
"""Begins an entry of a word list that is a pattern; every other entry is taken as it is written."""

SECONDS = 0.5
SECONDS_PER_CHARACTER = 1e-6
"""CPU time that a pattern may take for one article: several hundred times what one needs that
looks at each character once."""

_LARGEST = 50_000  # signs with all repeats written out; ten times as many fill gigabytes
_GROUP = lazy_pattern(r"\$([1-9])")
_REPEAT = lazy_pattern(r"\{(\d{1,9})?,?(\d{1,9})?\}")
_CLASS = lazy_pattern(r"\[\^?\]?(?>(?:[^\]\\]|\\.)*)\]?", re.DOTALL)
_RECURSION = lazy_pattern(r"\(\?(?:R|[+-]?\d|&|P>)")
# Where these stand, a pattern may match in a block that does not match in a longer text.
_LOOKS_BEYOND = lazy_pattern(r"\(\?(?!:|P?<\w|i\))|\\[AZGK]|[*+?}]\+")


class Found(NamedTuple):
    """What a pattern matched: ``text[start:end]``."""

    start: int
    end: int
    groups: tuple[str | None, ...]  # the first group first

    def fill(self, template: str) -> str:
        """A template in which what the groups matched stands for $1 to $9."""
        return _GROUP.sub(lambda sign: self._group(int(sign[1])), template)

    def _group(self, number: int) -> str:
        return (self.groups[number - 1] or "") if number <= len(self.groups) else ""


class UserPattern(NamedTuple):
    """A pattern of the configuration."""

    text: str  # without PREFIX
    compiled: Any  # of the package regex, which has no type information

    def find(self, text: str) -> list[Found]:
        """All matches in a text but empty ones, in order. Raises SlowPatternError."""
        return self._find(text, _allowance(len(text)))

    def find_in_blocks(self, article: Article) -> list[tuple[Block, Found]]:
        """Matches in all prose of an article, each with its block. Raises SlowPatternError.

        Offsets are those of the block's text; what is not prose is masked. Each block is a text of
        its own, so that a pattern that takes all it can get does not reach into the next one.
        """
        text = article.running.text
        blockwise = _LOOKS_BEYOND.search(self.text)
        if not blockwise and not self._stands_in(text, _allowance(len(text))):
            return []
        found = self.find_in([block.prose.masked for block in article.blocks])
        return [(article.blocks[index], match) for index, match in found]

    def find_in(self, texts: Sequence[str]) -> list[tuple[int, Found]]:
        """Matches in several texts, each with the number of its text. Raises SlowPatternError.

        The limit on time is that of one text as long as all of them.
        """
        left = _allowance(sum(map(len, texts)))
        begun = time.process_time()
        found: list[tuple[int, Found]] = []
        for index, text in enumerate(texts):
            spent = time.process_time() - begun
            found += [(index, match) for match in self._find(text, left - spent)]
        return found

    def _stands_in(self, text: str, seconds: float) -> bool:
        """Whether there is any match in a text: of thousands of texts few hold one."""
        try:
            return self.compiled.search(text, timeout=seconds) is not None
        except TimeoutError as error:
            raise self._too_slow() from error

    def _find(self, text: str, seconds: float) -> list[Found]:
        if seconds <= 0:
            raise self._too_slow()
        try:
            # At once, for the time that somebody takes between two matches would count as well.
            matches = list(self.compiled.finditer(text, timeout=seconds))
        except TimeoutError as error:
            raise self._too_slow() from error
        return [Found(m.start(), m.end(), m.groups()) for m in matches if m.end() > m.start()]

    def _too_slow(self) -> SlowPatternError:
        shown = self.text if len(self.text) <= 60 else f"{self.text[:59]}…"
        return SlowPatternError(
            f"its pattern `{shown}` takes too long",
            remedy="Make it simpler: no repeat inside a repeat, as in (a+)+",
        )


def _allowance(characters: int) -> float:
    return SECONDS + SECONDS_PER_CHARACTER * characters


@cache
def compile_pattern(text: str) -> UserPattern:
    """Pattern of a text, with or without PREFIX; ConfigError where it is none.

    ``^`` and ``$`` stand for the ends of a line; capitals count unless it begins with ``(?i)``.
    """
    import regex  # noqa: PLC0415 - 12 ms, and few configurations hold a pattern

    pattern = text.removeprefix(PREFIX)
    if _RECURSION.search(pattern):
        raise _refuse(pattern, "it calls itself", "Write it out")
    if _count_parts(pattern) > _LARGEST:
        raise _refuse(pattern, "its repeats multiply to too many", "Use smaller numbers in { }")
    try:
        return UserPattern(pattern, regex.compile(pattern, regex.MULTILINE))
    except (regex.error, RecursionError, OverflowError, ValueError) as error:
        remedy = "Correct it, or take `re:` off for plain text"
        raise _refuse(pattern, str(error), remedy) from error


def _refuse(pattern: str, why: str, remedy: str) -> ConfigError:
    return ConfigError(f"`{pattern[:80]}` is not a valid pattern: {why}", remedy=remedy)


def _count_parts(pattern: str) -> int:
    """Signs of a pattern once all numbered repeats are written out, roughly.

    Compiling writes them out, so that ``((a{1000}){1000}){1000}`` would fill all memory there is.
    """
    sizes = [0]  # of the groups that are open
    last = at = 0  # size of what a repeat would repeat
    while at < len(pattern):
        sign = pattern[at]
        if sign == "{" and (repeat := _REPEAT.match(pattern, at)):
            times = max(1, *(int(number) for number in repeat.groups("1")))
            sizes[-1] += last * (times - 1)
            last *= times
            at = repeat.end()
            continue
        if sign == "(":
            sizes.append(0)
        elif sign == ")" and len(sizes) > 1:
            last = sizes.pop()
            sizes[-1] += last
        elif sign not in "*+?|":
            last = 1
            sizes[-1] += 1
        at = _end_of_sign(pattern, at)
    return sum(sizes)


def _end_of_sign(pattern: str, at: int) -> int:
    if pattern[at] == "\\":
        return at + 2
    found = _CLASS.match(pattern, at) if pattern[at] == "[" else None
    return found.end() if found else at + 1
