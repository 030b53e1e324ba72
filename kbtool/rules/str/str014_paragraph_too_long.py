"""A paragraph with too many words or sentences.

Readers on a phone see a wall of text and leave; those who look for one fact do not find it. A bot
that quotes the paragraph quotes several points for one question.

Source: plainlanguage.gov, "Write short paragraphs" (at most 150 words, three to eight sentences).

Bad:
    You can pay by card. You can pay by transfer. You can pay in cash. We take no cheques. A card is
    charged at once. A transfer takes one day. Cash takes two days. You get a receipt each time. We
    send it by email. You find it in the app as well.

Good:
    You can pay by card, by transfer or in cash. We take no cheques.

    A card is charged at once. A transfer takes one day. Cash takes two days.

    You get a receipt each time. We send it by email, and you find it in the app as well.

Not flagged: lists, and lines with a visible break between them, of which each counts by itself.
Code, addresses, versions, file names and paths such as Settings > Privacy count as one word. Set
`sentences` or `words` high to count only the other.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from typing import Annotated

from msgspec import Meta

from kbtool.language.line_breaks import find_line_breaks
from kbtool.model import Article, Block, Hit, KnowledgeBase, Sentence, Severity
from kbtool.parse.words import count_words
from kbtool.rule import Options, Rule

_SHOWN = 40  # characters of a sentence that are enough to find it


class ParagraphTooLongOptions(Options, frozen=True):
    """Options of paragraph-too-long."""

    words: Annotated[int, Meta(ge=1, description="most words in a paragraph")] = 120
    sentences: Annotated[int, Meta(ge=1, description="most sentences in a paragraph")] = 8


def check(article: Article, kb: KnowledgeBase, options: ParagraphTooLongOptions) -> Iterator[Hit]:
    """Paragraphs, those in lists too, that go beyond a limit."""
    for block in article.blocks:
        if block.kind in ("heading", "cell") or not _describe_excess(block.sentences, options):
            continue
        for run in _split_at_breaks(article, block):
            if excess := _describe_excess(run, options):
                span = block.prose.span(run[0].start, run[-1].end)
                yield Hit(span, f"paragraph has {excess}", _advise_split(block, run))


def _describe_excess(run: Sequence[Sentence], options: ParagraphTooLongOptions) -> str:
    words = _count_words(run)
    if words > options.words:
        return f"{words} words (limit {options.words})"
    if len(run) > options.sentences:
        return f"{len(run)} sentences (limit {options.sentences})"
    return ""


def _count_words(run: Sequence[Sentence]) -> int:
    return sum(sentence.words for sentence in run)


def _split_at_breaks(article: Article, block: Block) -> list[Sequence[Sentence]]:
    """Sentences of each visible line; readers see the line as a paragraph."""
    prose = block.prose
    breaks = find_line_breaks(article.source, prose, 0, len(prose.text))
    if not breaks:
        return [block.sentences]
    return _cut_sentences(block, [0, *breaks, len(prose.text)])


def _cut_sentences(block: Block, edges: Sequence[int]) -> list[Sequence[Sentence]]:
    """What lies of each sentence between two edges, without the space around it."""
    starts = [sentence.start for sentence in block.sentences]
    ends = [sentence.end for sentence in block.sentences]
    lines: list[Sequence[Sentence]] = []
    for start, end in pairwise(edges):
        # A text may hold thousands of breaks, so each line looks at its own sentences only.
        near = block.sentences[bisect_right(ends, start) : bisect_left(starts, end)]
        parts = (_cut(block, max(start, part.start), min(end, part.end)) for part in near)
        lines.append([part for part in parts if part.end > part.start])
    return lines


def _cut(block: Block, start: int, end: int) -> Sentence:
    text = block.prose.masked[start:end]
    first = start + len(text) - len(text.lstrip())
    return Sentence(first, max(first, start + len(text.rstrip())), count_words(text))


def _advise_split(block: Block, run: Sequence[Sentence]) -> str:
    """Where a new paragraph would cut it into halves."""
    if len(run) == 1:
        return "Split it, or turn what it lists into a list"
    words = _count_words(run)
    done = accumulate(sentence.words for sentence in run[:-1])
    apart = [abs(words - 2 * before) for before in done]
    return f'Split it, for example before "{_shorten(block, run[1 + apart.index(min(apart))])}"'


def _shorten(block: Block, sentence: Sentence) -> str:
    text = " ".join(block.prose.text[sentence.start : sentence.end].split())
    return text if len(text) <= _SHOWN else text[:_SHOWN].rsplit(" ", 1)[0] + " …"


RULE = Rule(
    code="STR014",
    name="paragraph-too-long",
    severity=Severity.WARNING,
    options=ParagraphTooLongOptions,
    doc=__doc__,
    check=check,
)
