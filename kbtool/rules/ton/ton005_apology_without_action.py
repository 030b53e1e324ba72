"""An apology with no way out behind it.

"Unfortunately, this is not possible" leaves people where they were. What they can do instead, whom
they can ask or when it will work is the help they came for; with it the apology is hardly needed.

Source: Google's conversation design guidelines ("Offer solutions, not apologies").

Bad:
    Unfortunately, the card cannot be used abroad. We are sorry about that.

Good:
    Unfortunately, the card cannot be used abroad. Withdraw cash at a partner bank instead.

Off unless selected: the pages that it was tried on hold too few apologies to say how often it is
right.

Not flagged: "unfortunately" about something other than a lack, an apology with something to do, a
link or an offer ("you can", "we will") in the same sentence or the ones around it, a question, and
words in quotation marks or headings.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from itertools import islice
from typing import Annotated

from msgspec import Meta

from kbtool.language.imperatives import starts_with_imperative
from kbtool.language.phrases import find_phrases, is_quoted
from kbtool.language.scanning import scan_phrases
from kbtool.model import Article, Block, Hit, KnowledgeBase, Sentence, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule

_APOLOGIES = (
    "sorry", "we apologise", "we apologize", "apologies", "our apologies", "unfortunately",
    "we regret", "regrettably", "sadly",
)  # fmt: skip

_OFFERS = (
    "you can", "you could", "you may", "you might", "you will be able to", "you'll be able to",
    "you need to", "you have to", "you should", "you must", "you'll need to", "you'll have to",
    "we can", "we will", "we'll", "we are working", "we're working", "is planned", "are planned",
    "will be fixed", "instead", "workaround", "alternative", "alternatively", "solution", "option",
    "recommend", "recommended", "suggest", "contact", "is to", "try", "it is possible", "use",
    "the only way", "for now", "need to", "let us know", "let's", "has to", "have to",
    "the best", "however", "so far",
)  # fmt: skip

_REGRETS = frozenset(("unfortunately", "regrettably", "sadly"))
_LACK = lazy_pattern(
    r"\b(?:not|no|none|never|cannot|only|unable|impossible|without|lost|lacks?|missing|fail\w{0,4}|"
    r"limited|longer|broken)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What a regret must speak of: something that people cannot have."""

# "Unfortunately not, so call us": an instruction behind a comma.
_MOST_CLAUSES = 5
_CLAUSE = lazy_pattern(r"[,;:–—]\s+(?:so|but|and|then|please)?\s*")


class ApologyWithoutActionOptions(Options, frozen=True):
    """Options of apology-without-action."""

    apologies: Annotated[
        tuple[str, ...],
        Meta(description="words that apologise or regret"),
    ] = _APOLOGIES
    offers: Annotated[
        tuple[str, ...],
        Meta(description="words that say what the reader can do or what will happen"),
    ] = _OFFERS
    sentences: Annotated[
        int,
        Meta(ge=0, description="sentences on either side that may hold the action"),
    ] = 2


def check(
    article: Article, kb: KnowledgeBase, options: ApologyWithoutActionOptions
) -> Iterator[Hit]:
    """Apologies that nothing helpful stands near, one a block."""
    judged = None
    for block, (word, start, end) in scan_phrases(article, options.apologies):
        is_message = block.kind == "heading" or is_quoted(block.prose.masked, start, end)
        if block is not judged and not is_message and _is_for_reader(block, word, start):
            judged = block
            if not _has_way_out(article, block, start, options):
                yield _hit(block, word, start, end, options.sentences)


def _is_for_reader(block: Block, word: str, start: int) -> bool:
    """Whether it is an apology, or regrets a lack; "unfortunately" also tells stories."""
    end = next((s.end for s in block.sentences if s.end > start), len(block.prose.text))
    return word not in _REGRETS or bool(_LACK.search(block.prose.masked, start, end))


def _has_way_out(
    article: Article, block: Block, start: int, options: ApologyWithoutActionOptions
) -> bool:
    """Whether the sentences around an offset tell the reader what to do, or link to it."""
    said = list(islice(_sentences_from(article, block, start), options.sentences + 1))
    before = (
        [s for s in block.sentences if s.end <= start][-options.sentences :]
        if options.sentences
        else ()
    )
    said += [(block, sentence) for sentence in before]
    return _has_link(said) or any(_helps(*one, options.offers) for one in said)


def _hit(block: Block, word: str, start: int, end: int, sentences: int) -> Hit:
    reach = f" or the next {sentences} sentences" if sentences > 1 else ""
    return Hit(
        block.prose.span(start, end),
        f'"{word}" with nothing to do in this sentence{reach}',
        "Say what the reader can do instead, or when it will work",
    )


def _sentences_from(article: Article, block: Block, start: int) -> Iterator[tuple[Block, Sentence]]:
    """Sentences of a section from the one at an offset on, each with its block."""
    blocks = article.sections[block.section].blocks
    first = bisect_left(blocks, block.span.start, key=lambda other: other.span.start)
    for other in blocks[first:]:
        for sentence in other.sentences:
            if other is not block or sentence.end > start:
                yield other, sentence


def _helps(block: Block, sentence: Sentence, offers: tuple[str, ...]) -> bool:
    """Whether a sentence tells, offers or asks the reader something."""
    text = block.prose.masked[sentence.start : sentence.end]
    if text.rstrip().endswith(("?", ":")) or starts_with_imperative(text):
        return True
    clauses = islice(_CLAUSE.finditer(text), _MOST_CLAUSES)
    return any(starts_with_imperative(text[clause.end() :]) for clause in clauses) or bool(
        next(find_phrases(text, offers), None)
    )


def _has_link(said: list[tuple[Block, Sentence]]) -> bool:
    """Whether one of these sentences holds a link."""
    return any(
        block.prose.has_mark(sentence.start, sentence.end, "link", "url")
        for block, sentence in said
    )


RULE = Rule(
    code="TON005",
    name="apology-without-action",
    severity=Severity.INFO,
    options=ApologyWithoutActionOptions,
    doc=__doc__,
    check=check,
    default=False,
    languages=("en",),
)
