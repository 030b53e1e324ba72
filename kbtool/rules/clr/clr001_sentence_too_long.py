"""A sentence with more words than a reader keeps in mind.

People who read in a hurry, on a phone or in a second language lose the thread of a long sentence.
In a bot's answer it is worse, since only the start is seen at once.

Source: GOV.UK content design guidance (25 words); Microsoft style packages for linters (30 words).

Bad:
    If you have been charged twice because the payment provider did not answer in time and the
    shop tried again, the second amount is sent back to your card within five working days and
    you see it in the list of payments.

Good:
    If you have been charged twice, the second amount is sent back to your card within five
    working days. You see it in the list of payments.

Not flagged: sentences between the two limits that have no conjunction, brackets or list where they
could be split; lists behind a colon, whose items are sentences of their own, and short lines that
only stand in one paragraph. Code, addresses, versions, file names and paths such as Settings >
Privacy count as one word.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import UI_VERBS
from kbtool.language.line_breaks import find_line_breaks
from kbtool.model import Article, Block, Hit, KnowledgeBase, Sentence, Severity, Source
from kbtool.parse.words import count_words
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

# Before these a new sentence can begin. "And" often joins two nouns, so it needs more than itself.
_SPLITS = lazy_pattern(
    r";\s|\s[–—-]\s|,\s(?:and|but|so|which|because|although|while|whereas|or)\b|"
    r"\s(?:but|because|so\s+that|although|whereas)\b|"
    r"\sand\s(?:then|you|we|it|they|this|that|there|the|your|if|when|to|"
    + "|".join(sorted(UI_VERBS))
    + r")\b",
    re.IGNORECASE,
)
_BRACKETS = lazy_pattern(r"\((?:[^\s()]++\s++){4}[^()]++\)")  # five words or more
_COMMA = lazy_pattern(r",\s")
_MANY_COMMAS = 5  # from here on a sentence is a list
_MIDDLE = (0.25, 0.8)  # part of the sentence in which a split leaves two useful halves

# Those whose words stand apart and carry about as much as English ones.
_LANGUAGES = tuple("cs da de en es fi fr it nb nl nn no pl pt sv".split())


class SentenceTooLongOptions(Options, frozen=True):
    """Options of sentence-too-long."""

    warn_above: Annotated[
        int, Meta(description="words of a sentence above which it is a warning", ge=1)
    ] = 30
    info_above: Annotated[
        int,
        Meta(
            description="words of a sentence above which it is worth a note where it can be split",
            ge=1,
        ),
    ] = 25


def check(article: Article, kb: KnowledgeBase, options: SentenceTooLongOptions) -> Iterator[Hit]:
    """Sentences above the limits."""
    limit = min(options.warn_above, options.info_above)
    for block in article.blocks:
        for sentence in block.sentences:
            if sentence.words > limit:
                for line in _read_lines(article.source, block, sentence):
                    yield from _judge(block, line, options)


def _read_lines(source: Source, block: Block, sentence: Sentence) -> Iterator[Sentence]:
    """The sentence, or what stands of it on each line that a reader sees."""
    breaks = find_line_breaks(source, block.prose, sentence.start, sentence.end)
    if not breaks:
        yield sentence
        return
    for start, end in pairwise([sentence.start, *breaks, sentence.end]):
        line = block.prose.masked[start:end]
        indent = len(line) - len(line.lstrip())
        yield Sentence(start + indent, end, count_words(line))


def _judge(block: Block, sentence: Sentence, options: SentenceTooLongOptions) -> Iterator[Hit]:
    is_warning = sentence.words > options.warn_above
    limit = options.warn_above if is_warning else options.info_above
    advice = _advise(block, sentence) if sentence.words > limit else ""
    if advice or (is_warning and sentence.words > limit):
        yield Hit(
            block.prose.span(sentence.start, sentence.end),
            f"sentence has {sentence.words} words (limit {limit})",
            advice or "Split it, or leave out what the reader can do without",
            severity=Severity.WARNING if is_warning else Severity.INFO,
        )


def _advise(block: Block, sentence: Sentence) -> str:
    """Where to split, at the conjunction or semicolon nearest to the middle; "" if nowhere."""
    text = block.prose.masked[sentence.start : sentence.end]
    if len(_COMMA.findall(text)) >= _MANY_COMMAS:
        return "Turn what it lists into a list, or split it"
    first, last = (part * len(text) for part in _MIDDLE)
    places = [m.start() for m in _SPLITS.finditer(text) if first <= m.start() <= last]
    if places:
        place = min(places, key=lambda at: (abs(2 * at - len(text)), at)) + sentence.start
        before = block.prose.text[sentence.start : place].split()[-3:]
        return f'Split it after "{" ".join(before)}"'
    if _BRACKETS.search(text):
        return "Give what stands in brackets a sentence of its own"
    return ""


RULE = Rule(
    code="CLR001",
    name="sentence-too-long",
    severity=Severity.WARNING,
    options=SentenceTooLongOptions,
    doc=__doc__,
    check=check,
    languages=_LANGUAGES,
)
