"""Which words a text and a passage share: what people get to see of a score."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from msgspec import Struct

from kbtool.matching.judging.texts import Judged
from kbtool.matching.search.matcher import Matcher
from kbtool.matching.text.tokens import Doc
from kbtool.model import Match

_MOST_WORDS = 8  # shown of each kind


class Word(Struct, frozen=True):
    """A word as customers write it, and what it is compared by."""

    surface: str
    stem: str


def words_of(doc: Doc) -> tuple[Word, ...]:
    """Content words of a text, each stem once, in order."""
    first: dict[str, Word] = {}
    for token in doc.content:
        first.setdefault(token.stem, Word(token.surface, token.stem))
    return tuple(first.values())


def find_matches(
    matcher: Matcher, judged: Judged, words: Iterable[Sequence[Word]], rank: int = 0
) -> list[Match | None]:
    """Match of each text with its best article, or with the second for ``rank`` 1.

    None where there is no such article or it does not share a word with the text.
    """
    articles = judged.ranked.articles[:, rank]
    lines = matcher.find_lines(judged.vectors, articles[:, None])[:, 0]
    scores = np.minimum(judged.reached(rank), judged.best)
    return [
        _match(matcher, int(article), int(line), float(score), own)
        for article, line, score, own in zip(articles, lines, scores, words, strict=True)
    ]


def _match(
    matcher: Matcher, at: int, line: int, score: float, words: Sequence[Word]
) -> Match | None:
    if at < 0 or all(word.stem not in matcher.docs[at].whole.stems for word in words):
        return None
    return describe_match(matcher, at, line, score, words)


def describe_match(
    matcher: Matcher, at: int, line: int, score: float, words: Sequence[Word]
) -> Match:
    """Match of a text of these words with a line of an article, both by position.

    What is a function word in the article's language is no evidence: "die" of a short question
    whose language cannot be told.
    """
    docs = matcher.docs[at]
    words = [word for word in words if not matcher.is_function_word(word.surface, at)]
    held = docs.lines[line].stems
    # Who reads a passage has read the headings over it: what these say is not missing.
    named = (docs.name.stems | docs.headings[line].stems) - held
    missing = [word for word in words if word.stem not in held | named]
    missing.sort(key=lambda word: -matcher.rarity(word.stem))
    return Match(
        article=matcher.texts[at].id,
        title=matcher.texts[at].title,
        passage=docs.paths[line],
        score=round(score, 4),
        terms=tuple(word.surface for word in words if word.stem in held)[:_MOST_WORDS],
        missing=tuple(word.surface for word in missing[:_MOST_WORDS]),
        named=tuple(word.surface for word in words if word.stem in named)[:_MOST_WORDS],
    )
