"""The words of sections that a grade is made of, and what makes it high."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Annotated

from msgspec import Meta, Struct

from kbtool.model import MASK, Block, Section, Sentence
from kbtool.patterns import lazy_pattern
from kbtool.readability import Counts, count_syllables, flesch_kincaid_grade
from kbtool.rule import Options

# Letters with hyphens and apostrophes and no capital but the first: no codes, versions or names
# such as FQBN.
_WORD = lazy_pattern(
    rf"(?<![\w./@\\'’-])[^\W\d_{MASK}][^\W\d_{MASK}A-Z]*+(?>(?:[-'’][^\W\d_{MASK}]++)*)(?![\w/@\\(=]|[.:]\w|[-'’]\w)",
)

_MOST_COMMAS = 10  # a sentence with more is a list of tags, codes or places
_SHOWN = 3  # sentences and words that a message names
_OPENING = 4  # words of a sentence that a message quotes


class LineOptions(Options, frozen=True):
    """Options of all rules that grade: what of a text counts."""

    min_item_words: Annotated[
        int, Meta(description="words below which a list item is no sentence", ge=1)
    ] = 4
    vocabulary: Annotated[
        tuple[str, ...],
        Meta(description="words that your readers know, however long, in small letters"),
    ] = ()


class Line(Struct, frozen=True):
    """A sentence as the formula sees it."""

    block: Block
    sentence: Sentence
    words: tuple[str, ...]  # without labels, code and vocabulary


def read_lines(section: Section, min_item_words: int, vocabulary: frozenset[str]) -> Iterator[Line]:
    """Sentences of a section that the formula is made for."""
    for block in section.blocks:
        if block.kind == "cell":
            continue
        text = _without_labels(block)
        for sentence in block.sentences:
            is_fragment = block.kind == "item" and sentence.words < min_item_words
            words = [] if is_fragment else _WORD.findall(text, sentence.start, sentence.end)
            if words and text.count(",", sentence.start, sentence.end) <= _MOST_COMMAS:
                kept = [w for w in words if w.lower() not in vocabulary] if vocabulary else words
                yield Line(block, sentence, tuple(kept))


def _without_labels(block: Block) -> str:
    """Prose of a block with masked code and bold labels."""
    marks = block.prose.marked("strong")
    if not marks:
        return block.prose.masked
    characters = list(block.prose.masked)
    for mark in marks:
        characters[mark.start : mark.end] = MASK * (mark.end - mark.start)
    return "".join(characters)


def count_lines(lines: Sequence[Line]) -> tuple[int, int]:
    """Words and sentences."""
    return sum(len(line.words) for line in lines), sum(1 for line in lines if line.words)


def grade_of(lines: Sequence[Line]) -> int:
    """Whole Flesch-Kincaid grade: its decimals feign a precision it has not."""
    words = chain.from_iterable(line.words for line in lines)
    syllables = sum(map(count_syllables, words))
    # Much faster than counting all that it can hold.
    return round(flesch_kincaid_grade(Counts(*count_lines(lines), syllables)))


def longest(lines: Sequence[Line]) -> Iterator[str]:
    """Openings of the longest sentences, with their words; of equal ones the first."""
    for line in sorted(lines, key=lambda line: -len(line.words))[:_SHOWN]:
        words = line.block.prose.text[line.sentence.start : line.sentence.end].split()
        rest = " …" if len(words) > _OPENING else ""
        yield f'"{" ".join(words[:_OPENING])}{rest}" ({len(line.words)} words)'


def hardest(lines: Sequence[Line]) -> list[str]:
    """Words with the most syllables, longer ones first, then by alphabet."""
    words = {word.lower() for line in lines for word in line.words}
    return sorted(words, key=lambda word: (-count_syllables(word), -len(word), word))[:_SHOWN]
