"""The sentence of a long text that says what is wanted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from kbtool.language.courtesies import split_words
from kbtool.language.stopwords import stop_words
from kbtool.parse.sentences import split_sentences
from kbtool.patterns import lazy_pattern
from kbtool.questions.cleaning.request_words import CONTINUES, FAILS, GENERIC, HOW, HOW_FIRST, WANTS

_LANGUAGES = ("en", "de", "fr", "es")
_SHORT = 200  # characters of a text in which each sentence leans on the others
_LOOKED_AT = 6_000  # characters in which the request is looked for
_CLEAREST = 4  # the rank that no sentence exceeds
_LEAST_CONTENT = 2  # words that say what a sentence is about: "Any ideas?" and "Why?" have none
# Words that point to what was said before.
_POINTERS = frozenset("this that these those it they them he she es ça cela ceci esto eso".split())
_LINE_END = lazy_pattern(r"\n\s*+")
_WRAPPED = 60  # characters from which a line may have been broken by a mail program
_STOPS = (".", "!", "?", ":", ";", "…")
_CONTINUING = frozenset("(/,.&")
_MARKS = ("?", "？", "¿", "؟")


def put_request_first(text: str) -> str:
    """The text with the sentence that asks most clearly in front, and the rest behind it.

    Texts that begin with a sentence as clear stay as they are, and so do short ones whose request
    goes on from the sentence before: "But how do I pay it back?"
    """
    spans = list(_find_sentences(text))
    if len(spans) < 2:  # nothing that one sentence could be put before
        return text
    span = _choose(text, spans)
    if span is None or not text[: span[0]].strip():
        return text
    start, end = span
    request = text[start:end]
    if len(text) < _SHORT and CONTINUES.match(request.lower()):
        return text
    stop = "." if request[-1].isalnum() else ""
    return " ".join(filter(None, (request + stop, text[:start].strip(), text[end:].strip())))


def find_request(text: str) -> tuple[int, int] | None:
    """Offsets of the first of the sentences that ask most clearly; None where none asks.

    Where the text begins with a sentence that says nothing, what does not work will do.
    """
    return _choose(text, list(_find_sentences(text)))


def _choose(text: str, spans: Sequence[tuple[int, int]]) -> tuple[int, int] | None:
    """The span of the request among those of all sentences."""
    best, found = 0, None
    for span in spans:
        if (rank := _rank(text[slice(*span)])) > best:
            best, found = rank, span
            if rank == _CLEAREST:
                return span
    if found:
        return found
    if not spans or _has_content(text[slice(*spans[0])]):
        return None
    return next((span for span in spans if _tells_failure(text[slice(*span)])), None)


def _find_sentences(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the sentences in the part looked at, whole ones alone."""
    part = text[:_LOOKED_AT]
    for at, cut in _find_lines(part):
        for start, end in split_sentences(part[at:cut]):
            if at + end < _LOOKED_AT:
                yield at + start, at + end


def _find_lines(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of lines, those put together again that mail programs broke.

    A line was broken where the next goes on in small letters or where it is long, unless it ends
    with a stop or an empty line follows.
    """
    at = line = 0
    for match in _LINE_END.finditer(text):
        before, after = text[max(at, match.start() - 3) : match.start()].rstrip(), match.end()
        goes_on = text[after : after + 1].islower() or text[after : after + 1] in _CONTINUING
        broken = goes_on or len(text[line : match.start()].rstrip()) >= _WRAPPED
        if match[0].count("\n") > 1 or before.endswith(_STOPS) or not broken:
            yield at, match.start()
            at = after
        line = after
    yield at, len(text)


def _rank(sentence: str) -> int:
    """How clearly a sentence asks for something: from 4, a question how, over 2, a wish, to 0."""
    lower = sentence.lower().replace("’", "'")
    asks = any(mark in sentence for mark in _MARKS)
    how = (HOW if asks else HOW_FIRST).search(lower) is not None
    if asks or how:
        rank = 4 if asks and how else 3
    elif WANTS.search(lower):
        rank = 2
    else:
        return 0
    return rank if _has_content(sentence) else 0


def _tells_failure(sentence: str) -> bool:
    """Whether a sentence says what does not work."""
    fails = FAILS.search(sentence.lower().replace("’", "'")) is not None
    return fails and _has_content(sentence, least=1)


def _has_content(sentence: str, least: int = _LEAST_CONTENT) -> bool:
    """Whether the words of a sentence say what it is about, even without what stands before."""
    words = set(split_words(sentence))
    content = [word for word in words - _empty_words() if len(word) > 1]
    return len(content) >= least + (not _POINTERS.isdisjoint(words))


@cache
def _empty_words() -> frozenset[str]:
    return GENERIC.union(*map(stop_words, _LANGUAGES))
