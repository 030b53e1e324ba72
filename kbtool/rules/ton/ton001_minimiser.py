"""A word that makes light of what the reader has to do.

"Simply" and "just" tell people who are stuck that it should have been easy for them. To everyone
else they say nothing: the step is the same without the word.

Source: Microsoft Writing Style Guide ("simply"); the condescending words of the alex linter;
Google developer documentation style guide (tone).

Bad:
    Simply click **Reset**. Of course, you can also just sign out.

Good:
    Click **Reset**. You can also sign out. Write the code down just in case, not just the PIN.

Not flagged: "just" unless the reader is to do something ("just in case", "not just", "have just
added"), "easily" and "simply" for what happens to things ("is easily damaged", "it simply
returns"), "put simply", and words in quotation marks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Annotated

from msgspec import Meta, field

from kbtool.language.imperatives import UI_VERBS
from kbtool.language.locales import language_of
from kbtool.language.phrases import fold, is_quoted
from kbtool.language.rewording import delete_words
from kbtool.language.scanning import blocks_with, scan_phrases
from kbtool.model import Article, Block, Hit, KnowledgeBase, Severity
from kbtool.patterns import lazy_pattern
from kbtool.rule import Options, Rule
from kbtool.rules.ton._minimisers import PHRASES, WORDS, bare

_WORDS = (
    "simply", "easily", "obviously", "of course", "all you have to do is", "all you need to do is",
    "all you have to do is to", "all you need to do is to", "as everyone knows", "as you know",
    "as we all know", "needless to say", "it goes without saying that",
)  # fmt: skip

_PHRASES = (
    "it's that easy", "it's that simple", "it is that easy", "it is that simple",
    "it's as easy as", "it's as simple as", "it is as easy as", "it is as simple as",
    "couldn't be easier", "couldn't be simpler", "could not be easier", "could not be simpler",
    "everyone knows", "everybody knows", "a piece of cake", "a no-brainer", "is a breeze",
    "easy as pie", "child's play", "super easy", "dead easy", "dead simple",
)  # fmt: skip

_JUST_BEFORE = tuple(
    sorted(UI_VERBS | set("email call contact ask tell use try make do need have let skip".split()))
)

_NO_JUST_AFTER = frozenset(
    "not isn't aren't wasn't have has had having i've you've we've they've he's she's it's is are "
    "was were than but".split(),
)
"""Words before "just" that make it "only" or "a moment ago"."""

# What the reader does: "you can easily add", "Then, simply close". Not what things do.
_PART = lazy_pattern(r"\S+")
_READER_DOES = lazy_pattern(
    r"(?:\b(?:can|could|may|should|must|need|to|you|we|and|or|then|now)|^|[.,:;(–—-])\s*$",
    re.IGNORECASE,
)
_NO_ACTION = lazy_pattern(
    r"\s+(?:be|put|because|by|as|an?|the|not|found|[a-z]++(?:(?<=[ai]ble)|(?<=ed)|(?<=[a-rt-z]s)))(?![\w'’])",
    re.IGNORECASE,
)


class MinimiserOptions(Options, frozen=True):
    """Options of minimiser."""

    words: Annotated[
        tuple[str, ...],
        Meta(description="words and phrases that a sentence can do without"),
    ] = _WORDS
    phrases: Annotated[
        tuple[str, ...],
        Meta(description="phrases that need another wording"),
    ] = _PHRASES
    just_before: Annotated[
        tuple[str, ...],
        Meta(description="verbs before which just is a minimiser; empty to leave just alone"),
    ] = _JUST_BEFORE
    translated_words: Annotated[
        dict[str, tuple[str, ...]],
        Meta(
            description="words for articles in other languages, by language; of a phrase with"
            " brackets what stands in them is meant"
        ),
    ] = field(default_factory=lambda: WORDS)
    translated_phrases: Annotated[
        dict[str, tuple[str, ...]],
        Meta(description="phrases for articles in other languages, by language"),
    ] = field(default_factory=lambda: PHRASES)
    exceptions: Annotated[
        tuple[str, ...],
        Meta(description="words and phrases of the lists to accept all the same"),
    ] = ()


def check(article: Article, kb: KnowledgeBase, options: MinimiserOptions) -> Iterator[Hit]:
    """Words of the lists, and "just" before a verb."""
    language = language_of(article.locale)
    if language != "en":
        yield from _check_translated(article, language, options)
        return
    for block, start, end in sorted(_find(article, options), key=_place):
        text = block.prose.masked
        if not _is_harmless(text, start, end) and not is_quoted(text, start, end):
            said = _one_line(block.prose.text[start:end])
            yield _hit(article, block, start, end, reword=said in options.phrases)


def _check_translated(article: Article, language: str, options: MinimiserOptions) -> Iterator[Hit]:
    phrases = options.translated_phrases.get(language, ())
    listed = bare((*options.translated_words.get(language, ()), *phrases))
    reworded = bare(phrases)
    wanted = _listed(tuple(listed), options.exceptions)
    for block, (phrase, start, end) in scan_phrases(article, wanted):
        entry = listed[phrase]
        parts = list(_PART.finditer(block.prose.masked, start, end))
        first, last = parts[entry.before].start(), parts[-1 - entry.after].end()
        said = {part[0] for part in parts}
        if entry.capitals <= said and not is_quoted(block.prose.masked, start, end):
            yield _hit(article, block, first, last, reword=phrase in reworded)


def _find(article: Article, options: MinimiserOptions) -> Iterator[tuple[Block, int, int]]:
    listed = _listed(options.words + options.phrases, options.exceptions)
    for block, (_, start, end) in scan_phrases(article, listed):
        yield block, start, end
    if options.just_before and "just" not in options.exceptions:
        for block in blocks_with(article, ("just",)):
            for start, end in _find_just(block.prose.masked, options.just_before):
                yield block, start, end


def _place(found: tuple[Block, int, int]) -> tuple[int, int, int]:
    block, start, end = found
    return block.span.start, start, end


@cache
def _listed(phrases: tuple[str, ...], exceptions: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(phrase for phrase in phrases if phrase not in exceptions)


def _find_just(text: str, verbs: tuple[str, ...]) -> Iterator[tuple[int, int]]:
    folded = fold(text)
    for match in _just_pattern(verbs).finditer(folded):
        before = folded[max(0, match.start() - 20) : match.start()].split()[-1:]
        if not before or before[0] not in _NO_JUST_AFTER:
            yield match.span("just")


@cache
def _just_pattern(verbs: tuple[str, ...]) -> re.Pattern[str]:
    ahead = "|".join(re.escape(fold(verb)) for verb in verbs)
    return re.compile(rf"(?P<just>just)(?<![\w'-]just)\s+(?:{ahead})(?![\w']|-\w)")


def _is_harmless(text: str, start: int, end: int) -> bool:
    """Whether the word says how something happens, or is a manner of speaking."""
    if text[start:end].lower() not in ("easily", "simply"):
        return False
    before = text[max(0, start - 20) : start]
    return not _READER_DOES.search(before) or bool(_NO_ACTION.match(text, end))


def _hit(article: Article, block: Block, start: int, end: int, *, reword: bool) -> Hit:
    said = _one_line(block.prose.text[start:end])
    message = f'"{said}" makes light of what the reader has to do'
    span = block.prose.span(start, end)
    if reword:
        return Hit(span, message, "Say what to do, and leave out how hard it is")
    edit = delete_words(article.source, block.prose, start, end, safe=False)
    return Hit(span, message, f'Leave out "{said}"', edit)


def _one_line(text: str) -> str:
    return " ".join(text.lower().replace("’", "'").split())


RULE = Rule(
    code="TON001",
    name="minimiser",
    severity=Severity.WARNING,
    options=MinimiserOptions,
    doc=__doc__,
    check=check,
    fix="unsafe",
    languages=("en", *WORDS),
)
