"""The smallest pieces that a section is cut into, and how a long one is cut further."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from kbtool.parse.sentences import split_sentences
from kbtool.parse.words import count_words

FENCE = "```"


class Part(Struct, frozen=True):
    """A paragraph, an item of a list, a row of a table or a block of code, as plain text."""

    text: str
    words: int
    gap: str = "\n\n"  # what parts it from the part before
    leans: bool = False  # says little without the part before, as a first step without its intro
    code: bool = False


class Run(Struct, frozen=True):
    """Parts that had better stay together."""

    parts: tuple[Part, ...]

    @property
    def words(self) -> int:
        """Words of all parts."""
        return sum(part.words for part in self.parts)


def make_part(text: str, *, gap: str = "\n\n", leans: bool = False, code: bool = False) -> Part:
    """Part of a text, its words counted."""
    return Part(text, count_words(text), gap, leans, code)


def make_code(text: str, info: str) -> str:
    """Code between fences that are longer than any inside."""
    fence = FENCE
    while fence in text:
        fence += "`"
    return f"{fence}{info}\n{text.strip(chr(10))}\n{fence}"


def join_parts(parts: Iterable[Part]) -> str:
    """Text of parts that follow each other."""
    return "".join(part.gap + part.text for part in parts).lstrip("\n")


def split_runs(parts: Sequence[Part], most: int) -> Iterator[Run]:
    """Runs of at most ``most`` words, as far as paragraphs, then sentences, allow it.

    A single sentence is never cut.
    """
    for run in _lean(parts):
        if run.words <= most:
            yield run
            continue
        for part in run.parts:
            yield from (Run((piece,)) for piece in _split_part(part, most))


def _lean(parts: Sequence[Part]) -> Iterator[Run]:
    run: list[Part] = []
    for part in parts:
        if run and not part.leans:
            yield Run(tuple(run))
            run = []
        run.append(part)
    if run:
        yield Run(tuple(run))


def _split_part(part: Part, most: int) -> Iterator[Part]:
    """The part, or its sentences, or its lines of code, where it is too long."""
    if part.words <= most:
        yield part
        return
    if part.code:
        yield from _split_code(part, most)
        return
    gap = part.gap
    for start, end in split_sentences(part.text):
        yield make_part(part.text[start:end], gap=gap)
        gap = " "


def _split_code(part: Part, most: int) -> Iterator[Part]:
    """Code cut between lines, each piece in fences of its own."""
    opening, *lines, closing = part.text.split("\n")
    named = count_words(opening)
    gap, kept, words = part.gap, list[str](), named
    for line in lines:
        more = count_words(line)
        if more and words > named and words + more > most:
            yield make_part("\n".join((opening, *kept, closing)), gap=gap, code=True)
            gap, kept, words = "\n", [], named
        kept.append(line)
        words += more
    yield make_part("\n".join((opening, *kept, closing)), gap=gap, code=True)


def pack(runs: Sequence[Run], most: int) -> list[list[Run]]:
    """Runs in as few groups of at most ``most`` words as their order allows, as even as possible.

    A run that is longer is a group of its own.
    """
    if not runs:
        return []
    fewest = len(_fill(runs, most))
    low, high = 1, most  # smallest limit that needs no more groups
    while low < high:
        middle = (low + high) // 2
        if len(_fill(runs, middle)) <= fewest:
            high = middle
        else:
            low = middle + 1
    return _fill(runs, low)


def _fill(runs: Sequence[Run], most: int) -> list[list[Run]]:
    groups: list[list[Run]] = []
    words = 0
    for run in runs:
        if groups and words + run.words <= most:
            groups[-1].append(run)
            words += run.words
        else:
            groups.append([run])
            words = run.words
    return groups
